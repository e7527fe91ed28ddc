"""Articles out of Markdown files, with or without front matter."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import yaml

from ingest.clean import clean_text
from ingest.errors import Unreadable
from ingest.furniture import drop_furniture
from ingest.language import find_language
from ingest.pages import Page, read_page
from ingest.paragraphs import join_lines, join_paragraphs
from ingest.plain import make_article
from ingest.records import read_record
from vectorstore import Article

FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n(.*?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
LARGEST_FRONT_MATTER = 20_000
DEEPEST_FRONT_MATTER = 50
# what other programs call our fields
SYNONYMS = {
    "date": "published",
    "lastmod": "updated",
    "modified": "updated",
    "author": "authors",
    "lang": "language",
    "publisher": "source",
    "canonical_url": "url",
}

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
UNSEEN = re.compile(r"<!--|<(script|style|template)\b[^<>]*>", re.IGNORECASE)
# a pattern within a line is looked for from each of its marks: a longer line is no prose
LONGEST_MARKED_LINE = 50_000
HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*$")
UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
RULE = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
ITEM = re.compile(r"^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
NUMBERED = re.compile(r"^\s{0,8}\d")
QUOTED = re.compile(r"^(?:\s{0,3}>\s?)+")
DEFINITION = re.compile(r"^ {0,3}\[[^\]]{1,100}\]:\s*\S+.*$")
TABLE_RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")
INLINE = (
    (re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]]{1,500})\]\([^)]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\]]{1,500})\]\[[^\]]{0,100}\]"), r"\1"),
    (re.compile(r"\[\^[^\]]{1,50}\]"), ""),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,500}>"), ""),
    (re.compile(r"(?<!\\)(\*{1,3})(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.{1,2000}?)~~"), r"\1"),
    (re.compile(r"(`{1,3})(.{1,2000}?)\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)


def read_markdown(text: str, name: str) -> Article:
    """The article of a Markdown file: what its front matter gives, and the rest as a page shows it.

    Raises:
        NotAnArticle: It holds next to no text.
        Unreadable: The front matter is no YAML.
    """
    front, text = _split_front_matter(clean_text(text), name)
    paragraphs = strip_markdown(text)
    language = find_language(join_paragraphs(paragraphs), front.get("language"))
    if not front:
        return make_article(read_page(paragraphs, language), language, name)
    title = front.get("title")
    if not title:
        page = read_page(paragraphs, language)
    else:
        # the heading of the page is often the title again
        repeated = bool(paragraphs) and paragraphs[0].casefold() == str(title).casefold()
        page = Page(title=str(title), body=tuple(drop_furniture(paragraphs[repeated:])))
    shown = make_article(page, language, name)
    given = read_record({**front, "title": shown.title, "text": shown.text, "language": language}, name)
    return replace(
        given,
        published=given.published or shown.published,
        updated=given.updated or shown.updated,
        source=given.source or shown.source,
        authors=given.authors or shown.authors,
        section=given.section or shown.section,
    )


def strip_markdown(text: str) -> list[str]:
    """The paragraphs of a Markdown text without its marks; a heading and an item of a list are paragraphs."""
    text = _drop_unseen(text)
    paragraphs: list[str] = []
    block: list[str] = []
    in_code = False

    def close() -> None:
        line = _strip_inline(join_lines(block))
        block.clear()
        if line:
            paragraphs.append(line)

    for raw in text.split("\n"):
        if FENCE.match(raw):
            in_code = not in_code
            close()
            continue
        line = raw if in_code else QUOTED.sub("", raw)
        heading = None if in_code else HEADING.match(line)
        if (block and UNDERLINE.match(line)) or not line.strip() or RULE.match(line) or DEFINITION.match(line) or TABLE_RULE.match(line):
            close()
        elif heading:
            close()
            block.append(heading.group(1))
            close()
        elif in_code or line.lstrip().startswith("|"):
            close()
            block.append(" ".join(cell.strip() for cell in line.strip().strip("|").split("|")))
            close()
        else:
            if ITEM.match(line):
                close()
                # numbers are words of the text, bullets are not
                line = line if NUMBERED.match(line) else ITEM.sub("", line)
            block.append(line.strip())
            # two blanks or a backslash at the end break the line
            if raw.endswith(("  ", "\\")):
                block[-1] = block[-1].rstrip("\\")
                close()
    close()
    return paragraphs


def _split_front_matter(text: str, name: str) -> tuple[dict[str, Any], str]:  # YAML may be anything
    match = FRONT_MATTER.match(text)
    return (_read_front_matter(match.group(1), name), text[match.end() :]) if match else ({}, text)


def _read_front_matter(text: str, name: str) -> dict[str, Any]:
    if len(text) > LARGEST_FRONT_MATTER:
        raise Unreadable(name, "front matter longer than 20 kB")
    try:
        _look_through(name, text)
        value = _load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(name, "front matter that is not YAML; check the lines between the `---`") from error
    if not isinstance(value, dict):
        return {}
    return {SYNONYMS.get(str(key), str(key)): _plain_value(entry) for key, entry in value.items()}


def _look_through(name: str, text: str) -> None:
    """Raises Unreadable for what would take long to read."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        # a few lines of aliases can name billions of values
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable(name, "front matter with aliases, which are not read")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        # the time that they take grows with their square
        if depth > DEEPEST_FRONT_MATTER:
            raise Unreadable(name, f"front matter with lists in one another deeper than {DEEPEST_FRONT_MATTER}")


def _load(text: str) -> Any:  # YAML may be anything
    try:
        return yaml.safe_load(text)
    except ValueError:
        # a day that no calendar has: as words, all the rest can be read
        return yaml.BaseLoader(text).get_single_data()


def _plain_value(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return [str(entry) for entry in value] if isinstance(value, list) else value


def _drop_unseen(text: str) -> str:
    """The text without comments, scripts, styles and templates; what is never closed stays."""
    kept: list[str] = []
    at = 0
    while opening := UNSEEN.search(text, at):
        closing = re.compile(rf"</{opening[1]}\s*>" if opening[1] else "-->", re.IGNORECASE).search(text, opening.end())
        if closing is None:
            break
        kept.append(text[at : opening.start()])
        at = closing.end()
    return "".join(kept) + text[at:]


def _strip_inline(line: str) -> str:
    if len(line) > LONGEST_MARKED_LINE:
        return line
    for pattern, replacement in INLINE:
        line = pattern.sub(replacement, line)
    return " ".join(line.split())
