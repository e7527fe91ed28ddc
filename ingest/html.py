"""Articles out of web pages: the body by trafilatura, the facts from JSON-LD and the markup."""

import itertools
import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml import html as parser
from lxml.html import HtmlElement

from ingest.access import find_access
from ingest.addresses import host_name, names_article
from ingest.bombs import is_bomb
from ingest.clean import LONGEST_NAME, clean_line, clean_text, strip_tags
from ingest.corrections import LONGEST, find_corrections
from ingest.errors import NotAnArticle, Unreadable
from ingest.files import decode_document
from ingest.furniture import drop_furniture
from ingest.genre import find_genre
from ingest.hidden import drop_hidden
from ingest.jsonld import LinkedData, read_linked_data
from ingest.language import find_language, name_country
from ingest.markup import Markup, read_markup
from ingest.mentions import find_mentions
from ingest.openings import opening_day
from ingest.pagedates import find_times
from ingest.pages import is_date_line
from ingest.paragraphs import join_paragraphs
from ingest.sites import believe_address, foreign_address
from vectorstore import Article, fold
from vectorstore.addresses import clean_url

# beyond these, extraction takes minutes
LARGEST_PAGE_BYTES = 5_000_000
MOST_ELEMENTS = 30_000
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
# what walls and menus leave of a page is no article
FEWEST_CHARACTERS = 200
FEWEST_IDEOGRAPHS = 60
# lxml reads these and then refuses to write them
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NO_XML_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)
# a section and a place may stand over a title
MOST_OVER_TITLE, LONGEST_OVER_TITLE = 2, 60
BULLET = re.compile(r"^[-*•–]\s+")


def read_html(data: bytes, name: str, charset: str | None = None, at: str | None = None) -> Article:
    """The article of a page; `name` is what the reader calls it, `charset` what the server declared.

    `at` is the address that it was fetched from, None for a file: another address that the page states is believed only
    within the same site, else any page could put its text in the place of another paper's article.

    Raises:
        NotAnArticle: The page shows next to no text.
        Unreadable: It is too large, or no text at all.
    """
    if len(data) > LARGEST_PAGE_BYTES:
        raise Unreadable(name, f"a page larger than {LARGEST_PAGE_BYTES // 1_000_000} MB")
    tree = _parse(decode_document(data, name, charset or _declared_charset(data)), name)
    markup = read_markup(tree, at or "")
    blocks = [script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "")]
    linked = read_linked_data(blocks, markup.url, markup.title, at)
    drop_hidden(tree)
    title = linked.title or markup.title
    body = _extract_body(tree, title)
    if len(body) < FEWEST_CHARACTERS and len(linked.body) > len(body):
        # the text is put in place by a script, but the page carries it for search engines
        body = join_paragraphs([clean_line(line, 100_000) for line in strip_tags(clean_text(linked.body)).split("\n") if line.strip()])
    language = find_language(body, linked.language or markup.language)
    if len(body) < (FEWEST_IDEOGRAPHS if language in ("zh", "ja", "ko", "th") else FEWEST_CHARACTERS):
        raise NotAnArticle(name, f"too short for an article: {len(body)} characters of text")
    article = _make_article(body, title, language, linked, markup, at)
    return replace(
        article,
        access=find_access(tree, linked, body),
        corrections=find_corrections(itertools.chain(body.split("\n"), _short_blocks(tree))),
    )


def _short_blocks(tree: HtmlElement) -> Iterator[str]:
    """The text of every block that holds no other: a note may stand outside of the article's body."""
    for element in tree.iter("p", "div", "li", "aside", "small", "em", "footer", "section"):
        if not any(child.tag in ("p", "div", "ul", "section", "article", "aside") for child in element):
            yield clean_line(element.text_content(), LONGEST + 1)


def _make_article(body: str, title: str, language: str, linked: LinkedData, markup: Markup, at: str | None) -> Article:
    stated = [url for url in (markup.url, linked.url if linked.url and names_article(linked.url) else None) if url]
    url = believe_address(stated, at) or clean_url(at)
    section = clean_line(linked.section or markup.section, LONGEST_NAME) or None
    genre = find_genre(linked.kinds, (*linked.genres, section or "", *markup.genres), title, body, url)
    spoken = name_country(language, linked.language or markup.language)
    times = find_times(linked, markup, url, spoken, opening_day(body, spoken, genre == "press release"))
    return Article(
        text=body,
        title=title,
        url=url,
        source=linked.publisher or markup.site or (host_name(url) if url else ""),
        language=language,
        authors=linked.authors or markup.authors,
        section=section,
        genre=genre,
        published=times.published,
        published_otherwise=times.otherwise,
        updated=times.updated,
        mentioned=find_mentions(body, language, times.published),
        metadata=foreign_address(stated, url),
    )


def _parse(text: str, name: str) -> HtmlElement:
    if is_bomb(text):
        raise Unreadable(name, "a page with a tag of too many attributes")
    try:
        tree = parser.document_fromstring(
            NO_XML_REFERENCE.sub("", NO_XML.sub("", text)).encode(), parser=parser.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotAnArticle(name, "a page without any content") from error
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise Unreadable(name, f"a page of more than {MOST_ELEMENTS} elements")
    return tree


def _extract_body(tree: HtmlElement, title: str) -> str:
    import trafilatura

    # what it gives up on is in our report
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True)
    # its signature allows a dict, which it gives only when asked
    text = (getattr(document, "text", "") or "") if document else ""
    lines = [BULLET.sub("", " ".join(line.split())) for line in clean_text(text).split("\n")]
    # a line that is there for its date alone changes with it, and the date is kept by itself
    lines = [line for line in drop_furniture([line for line in lines if line]) if not is_date_line(line)]
    return join_paragraphs(_drop_heading(lines, title))


def _drop_heading(lines: list[str], title: str) -> list[str]:
    """The lines without the title above them, and without what stands over it: a section, a place."""
    for number, line in enumerate(lines[: 1 + MOST_OVER_TITLE]):
        if fold(line) == fold(title):
            return lines[number + 1 :]
        if len(line) > LONGEST_OVER_TITLE:
            break
    return lines


def _declared_charset(data: bytes) -> str | None:
    match = DECLARED.search(data[:4096])
    return match.group(1).decode("ascii") if match else None
