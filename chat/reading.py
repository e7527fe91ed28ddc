"""An article's text -> HTML with quotes marked where they stand, and what lies around it: facts, corrections, earlier versions."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chat.changes import write_changes
from chat.escape import escape, escape_line
from chat.languages import language_attribute, language_name
from chat.markup import write_spans
from chat.texts import say
from rag import messages as words
from rag import write_date
from vectorstore import Archive, ArticleNotFound, Provenance, Timestamp, Version
from vectorstore.addresses import clean_url

# a text is shown whole up to here; of a longer one this much before and after the quotes
LONGEST_TEXT, AROUND_QUOTE = 40_000, 15_000
# earlier versions that are compared; who wants older ones has `newsdesk show`
MOST_VERSIONS = 5

PROVENANCE: dict[Provenance, str] = {
    "json-ld": "date_from_page",
    "meta": "date_from_page",
    "feed": "date_from_feed",
    "time": "date_shown",
    "url": "date_from_url",
    "byline": "date_from_byline",
    "given": "date_given",
    "text": "date_from_text",
    "file": "date_from_file",
}


class Quoted(NamedTuple):
    """A quote in a text, with the name of its place on the page."""

    name: str
    start: int
    end: int


def write_text(version: Version, quotes: Sequence[Quoted], language: str) -> str:
    """The text in a region that scrolls by itself."""
    article = version.article
    label = escape_line(say("text_of_article", language))
    return (
        f'<div class="text" tabindex="0" role="region" aria-label="{label}" dir="auto"{language_attribute(article.language)}>'
        f"{_marked(article.text, quotes)}</div>"
    )


def write_facts(version: Version, language: str) -> str:
    """Source, date with where it was read, language, version."""
    article = version.article
    facts = [
        name_source(article.source, language),
        describe_date(article.published, language),
        language_name(article.language, language),
        ", ".join(article.authors[:3]),
    ]
    return write_spans(facts)


def write_title(title: str, language: str) -> str:
    """A title, or that there is none."""
    return escape_line(title or say("untitled", language))


def name_source(source: str, language: str) -> str:
    """The paper, or that it is not known, in the words that answers have for it."""
    return source or words.say("unknown_source", language)


def describe_date(published: Timestamp | None, language: str) -> str:
    """`13 February 2025 (date from the byline)`."""
    if published is None:
        return write_date(None, language)
    return f"{write_date(published, language)} ({say(PROVENANCE[published.provenance], language)})"


def write_badges(archive: Archive, version: Version, language: str) -> str:
    """What must be known of an article before its words count: its genre, corrections, and who else printed it."""
    article = version.article
    others = [name_source(source, language) for source in archive.cluster_of(version.article_id).sources if source != article.source]
    copies = escape_line(say("copies", language, count=len(others)))
    names: list[str] = [name for name in (article.genre, article.access if article.access != "free" else None) if name]
    names += ["corrected"] if article.corrections else []
    written = "".join(f'<span class="badge">{escape_line(say(name, language))}</span>' for name in names)
    return written + (f'<span class="badge" title="{escape_line(", ".join(others))}">{copies}</span>' if others else "")


def write_footer(archive: Archive, version: Version, language: str) -> str:
    """Corrections, version, address, and what changed from version to version."""
    article = version.article
    parts = [f'<p class="correction" dir="auto">{escape_line(say("correction", language, note=note))}</p>' for note in article.corrections]
    lines: list[str] = []
    current = archive.current_numbers([version.article_id]).get(version.article_id, version.number)
    if version.number != current:
        lines.append(escape_line(say("version_old", language, number=version.number, current=current)))
    elif current > 1:
        lines.append(escape_line(say("version_current", language, number=current)))
    if link := clean_url(article.url or ""):
        lines.append(f'<a href="{escape(link)}" target="_blank">{escape_line(say("original", language))}</a>')
    if lines:
        parts.append(f'<p class="footer">{"".join(f"<span>{line}</span>" for line in lines)}</p>')
    if current > 1:
        parts.append(_versions(archive, version.article_id, current, language))
    return "".join(parts)


def _versions(archive: Archive, article_id: str, current: int, language: str) -> str:
    texts: list[Version] = []
    for number in range(max(1, current - MOST_VERSIONS), current + 1):
        try:
            texts.append(archive.get_article(article_id, number))
        except ArticleNotFound:
            continue
    steps = [
        f"<h4>{escape_line(say('version_heading', language, number=before.number, next=after.number))}</h4>"
        f"{write_changes(before, after) or _unchanged(language)}"
        for before, after in pairwise(texts)
    ]
    return f'<details class="versions"><summary>{escape_line(say("versions", language))}</summary>{"".join(reversed(steps))}</details>'


def _unchanged(language: str) -> str:
    return f'<p class="hint">{escape_line(say("version_same", language))}</p>'


def _marked(text: str, quotes: Sequence[Quoted]) -> str:
    quotes = sorted((quote for quote in quotes if 0 <= quote.start < quote.end <= len(text)), key=lambda quote: quote.start)
    first, last = 0, len(text)
    if len(text) > LONGEST_TEXT:
        first, last = (max(0, quotes[0].start - AROUND_QUOTE), quotes[0].end + AROUND_QUOTE) if quotes else (0, LONGEST_TEXT)
    parts: list[str] = ["… "] if first else []
    at = first
    for quote in quotes:
        if quote.start < at or quote.end > last:
            continue  # it lies in one before it, or too far from it
        parts.append(escape(text[at : quote.start]))
        parts.append(f'<mark id="{escape(quote.name)}">{escape(text[quote.start : quote.end])}</mark>')
        at = quote.end
    return "".join([*parts, escape(text[at:last]), " …" if last < len(text) else ""])
