"""From an item to its articles, by its kind."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ingest.access import is_short_of
from ingest.addresses import host_name
from ingest.clean import LONGEST_NAME, clean_line
from ingest.corrections import find_corrections
from ingest.credits import find_agencies
from ingest.errors import IngestError, Unreadable, faulty
from ingest.feed_files import is_json_feed, read_feed_file
from ingest.files import decode_document
from ingest.formats import stream_file
from ingest.genre import find_genre
from ingest.hearsay import believe_hints, hearsay_date, quote_feed
from ingest.html import read_html
from ingest.item import Hints, Item
from ingest.mail import read_mail
from ingest.markdown import read_markdown
from ingest.mentions import find_mentions
from ingest.openings import opening_day
from ingest.pagedates import BELOW_FEED, choose_publication, disagree
from ingest.pdf import read_pdf
from ingest.plain import read_plain
from ingest.records import read_json, read_json_line, read_record
from ingest.sites import believe_address, foreign_address, site_of
from ingest.wires import read_xml
from vectorstore import Article, Genre, Timestamp
from vectorstore.addresses import clean_url

log = logging.getLogger(__name__)


def read_item(item: Item, source: str = "") -> Iterator[Article | IngestError]:
    """The articles of one item, and why it, or a record in it, gave none; never raises an IngestError.

    `source` is the name of the paper for articles of which neither they themselves nor the item's hints tell it.
    """
    try:
        for reading in _read(item, believe_hints(item).source or source):
            yield reading if isinstance(reading, IngestError) else _complete(reading, item, source)
    except IngestError as error:
        if item.hints.elsewhere and item.hints.text:
            # another site's feed does not say what stands at this address; what it gives is an article of its own
            yield from read_item(quote_feed(item.target, item.url or "", item.hints.elsewhere, item.hints, item.fetched), source)
        else:
            yield error
    except MemoryError:
        # the process that reads tells it, see `worker`
        raise
    except Exception as error:
        # the libraries below parse what anybody wrote; a fault of theirs must not end the run
        log.debug("%s", item.target, exc_info=True)
        yield faulty(item.target, error)


def read_file(path: Path, source: str = "") -> Iterator[Article | IngestError]:
    """The articles of one file; otherwise as `read_item`."""
    for found in stream_file(path):
        if isinstance(found, IngestError):
            yield found
        else:
            yield from read_item(found, source)


def _read(item: Item, source: str) -> Iterator[Article | IngestError]:
    match item.kind:
        case "json" if is_json_feed(item.data):
            yield from read_feed_file(item.data, item.target, source)
        case "json":
            yield from read_json(item.data, item.target, source, item.origin)
        case "xml":
            yield from read_xml(item.data, item.target, source, item.origin)
        case "record":
            # the file tells nothing of a record among many: with other words it is another article
            yield read_json_line(item.data, item.target, source)
        case _:
            yield replace(_read_page(item), origin=item.origin)


def _read_page(item: Item) -> Article:
    """The document; what a feed of its own site gives of it stands in, marked as such, where there is no text in it."""
    try:
        return _read_document(item)
    except IngestError:
        if not item.hints.text or item.hints.elsewhere:
            raise
        return read_record({"text": item.hints.text, "text_from": "feed"}, item.target)


def _read_document(item: Item) -> Article:
    match item.kind:
        case "html":
            return read_html(item.data, item.target, item.charset, item.url)
        case "pdf":
            return read_pdf(item.data, item.target)
        case "mail":
            return read_mail(item.data, item.target)
        case "markdown":
            return read_markdown(decode_document(item.data, item.target, item.charset), item.target)
        case "text":
            return read_plain(decode_document(item.data, item.target, item.charset), item.target)
        case other:
            raise Unreadable(item.target, f"no reader for {other}")


def _complete(article: Article, item: Item, source: str) -> Article:
    """The article with what the item's source knew, where it does not say it itself."""
    hints = believe_hints(item)
    stated = [url for url in (article.url, clean_url(hints.url)) if url]
    # of one record among many, the address of their file tells nothing
    url = believe_address(stated, item.url) or (clean_url(item.url) if article.origin else None)
    host = host_name(url) if url else ""
    # the host stands for a source that nobody named
    named = article.source if article.source != host else ""
    published, otherwise = _choose_publication(article, hints.published)
    published = published or opening_day(article.text, article.language, _genre(article) == "press release")
    otherwise = _keep_hearsay(published, otherwise, hearsay_date(item.hints))
    language = article.language if article.language != "und" else hints.language or "und"
    completed = replace(
        article,
        title=article.title or clean_line(hints.title),
        url=url,
        key=_find_key(article, item),
        metadata={**foreign_address(stated, url), **article.metadata},
        source=named or clean_line(hints.source, LONGEST_NAME) or article.source or source or host,
        language=language,
        authors=article.authors or tuple(clean_line(author, LONGEST_NAME) for author in hints.authors),
        section=article.section or clean_line(hints.section or "", LONGEST_NAME) or None,
        access=article.access or ("teaser" if is_short_of(article.text, len(hints.text.split())) else None),
        published=published,
        published_otherwise=otherwise,
        updated=article.updated or _find_update(hints, published),
        fetched=item.fetched,
    )
    # "yesterday" is told by the day of publication
    knows_more = (language, published) != (article.language, article.published)
    return _mark(replace(completed, mentioned=find_mentions(article.text, language, published)) if knows_more else completed)


def _find_key(article: Article, item: Item) -> str | None:
    """The source's own id of the article: on the web, anybody can call their paper by another's name."""
    return f"{site_of(item.url)} {article.key}" if article.key and item.url else article.key


def _mark(article: Article) -> Article:
    """The article with what its words tell, however it came: its genre, the agencies it credits, the notes on its mistakes."""
    return replace(
        article,
        genre=_genre(article),
        agencies=article.agencies or find_agencies([*article.authors, article.source], article.text),
        corrections=article.corrections or find_corrections(article.text.split("\n")),
    )


def _genre(article: Article) -> Genre | None:
    labels = (article.section or "", article.metadata.get("genre", ""))
    return article.genre or find_genre((), labels, article.title, article.text, article.url)


def _choose_publication(article: Article, hint: Timestamp | None) -> tuple[Timestamp | None, tuple[Timestamp, ...]]:
    """What a feed says stands before what a page only shows, and behind what it states."""
    found = article.published
    is_shown = found is not None and found.provenance in BELOW_FEED
    chosen, otherwise = choose_publication([hint, found] if is_shown else [found, hint])
    others = [time for time in article.published_otherwise if chosen is not None and disagree(chosen, time)]
    return chosen, tuple(dict.fromkeys([*otherwise, *others]))


def _keep_hearsay(published: Timestamp | None, otherwise: tuple[Timestamp, ...], hearsay: Timestamp | None) -> tuple[Timestamp, ...]:
    """What another site's feed says stands beside what the article itself does, where it is another day or there is none."""
    is_news = hearsay is not None and (published is None or disagree(published, hearsay))
    return tuple(dict.fromkeys([*otherwise, hearsay])) if hearsay is not None and is_news else otherwise


def _find_update(hints: Hints, published: Timestamp | None) -> Timestamp | None:
    # many systems set both at once; that is no update
    is_later = hints.updated is not None and (published is None or hints.updated.seconds > published.seconds)
    return hints.updated if is_later else None
