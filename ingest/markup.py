"""Facts about an article in the markup of its page: meta tags, links, times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement

from ingest.addresses import names_article
from ingest.clean import LONGEST_NAME, clean_line
from ingest.headings import label_over
from ingest.jsonld import NO_NAME
from ingest.pagedata import read_page_data
from ingest.scope import Scope, find_scope
from ingest.shown import read_bylines, read_times
from ingest.titlelines import read_title_lines
from vectorstore.addresses import clean_url

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "article.published",
    "article:published_date", "rnews:datepublished", "vr:published_time", "shareaholic:article_published_time", "parsely-pub-date",
    "sailthru.date", "bt:pubdate", "og:pubdate", "og:publish_date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publishedtime",
    "publication_date", "publicationdate", "creation_date", "citation_publication_date", "article_date_original",
    "originalpublicationdate",
    "analyticsattributes.articledate", "ptime", "pdate", "date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.date",
    "dcterms.date", "date.issued", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
)  # fmt: skip
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "modified",
)
PUB_DATE = re.compile(r'"pub_date"\s*:\s*"([^"]{8,40})"')
# names that no list holds, by their letters: "published_at", "iso-8601-publish-date", "dc:created", "citation_online_date"
KIND_OF_PUBLISHED = re.compile(
    r"(?:first)?(?:publish(?:ed)?|publication|pub|posted|issued|create|created|creation|available|citation(?:online)?)(?:date|time|datetime|at|on)?$"
    r"|date(?:published|created|posted|issued)$|published(?:date|time)|^(?:article|news|story|post|articlepost|display|entry)date$"
    r"|fecha(?:de)?publicacion$|data(?:di)?pubblicazione$|data(?:de)?publicacao$|data(?:publikacji|utworzenia)$|date(?:de)?publication$"
    r"|(?:publicatie|publicerings|erscheinungs|veroe?ffentlichungs)datum$"
)
KIND_OF_UPDATED = re.compile(r"(?:modified|modification|lastupdated?|updated)(?:date|time|datetime|at|on)?$|date(?:modified|updated)$")
# what else a page has dates of
NO_ARTICLE = re.compile(r"video|audio|event|image|photo|music|book|profile|user|author|site|expir|copyright|valid")
TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "headline")
SITES = ("og:site_name", "application-name", "parsely-network-canonical", "dc.publisher", "dcterms.publisher", "article:publisher_name")
AUTHORS = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "byl")
SECTIONS = ("article:section", "og:article:section", "parsely-section", "section")
GENRES = ("genre", "article:genre", "dc.type", "dcterms.type")
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+")


@dataclass(frozen=True, slots=True)
class Markup:
    """Facts as the page writes them, empty where it is silent; of dates all that it writes, the most trusted first."""

    title: str = ""
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    updated_times: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    title_lines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    site: str = ""
    url: str | None = None
    language: str = ""
    section: str = ""
    genres: tuple[str, ...] = ()


def read_markup(tree: HtmlElement, base: str = "") -> Markup:
    """The facts that a parsed page states outside of JSON-LD; `base` is where the page is, as far as that is known."""
    scope = find_scope(tree)
    metas = _read_metas(tree, scope)
    site = clean_line(_first(metas, SITES), LONGEST_NAME)
    times, updated_times = read_times(scope)
    title = _read_title(tree, metas, site)
    data = read_page_data(tree, title)
    return Markup(
        title=title,
        published=(*_all(metas, PUBLISHED, KIND_OF_PUBLISHED), *filter(None, [data.published])),
        updated=(*_all(metas, UPDATED, KIND_OF_UPDATED), *filter(None, [data.updated])),
        times=tuple(times),
        updated_times=tuple(updated_times),
        bylines=tuple(read_bylines(scope)),
        title_lines=tuple(read_title_lines(scope)),
        authors=_read_authors(metas),
        site="" if NO_NAME.match(site) else site,
        url=_read_url(tree, metas, base),
        language=tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or tree.get("xml:lang")
        or metas.get("og:locale", ""),
        section=clean_line(_first(metas, SECTIONS), LONGEST_NAME),
        genres=tuple(_read_genres(metas, scope)),
    )


def _read_metas(tree: HtmlElement, scope: Scope) -> dict[str, str]:
    """The first content of each meta tag, by its name in small letters; microdata of other articles left out."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        if meta.get("itemprop") and any(above in scope.units for above in meta.iterancestors()):
            continue
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
            # some services take all that they want to know as one piece of JSON
            if content.startswith("{") and (date := PUB_DATE.search(content)):
                metas.setdefault("pub_date", date[1])
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _all(metas: dict[str, str], names: tuple[str, ...], kind: re.Pattern[str]) -> tuple[str, ...]:
    """Of these names in their order, then of others of their kind in the order of the page."""
    others = [name for name in metas if name not in names and not NO_ARTICLE.search(name) and kind.search(re.sub("[^a-z]", "", name))]
    return tuple(metas[name] for name in (*names, *others) if name in metas)


def _read_genres(metas: dict[str, str], scope: Scope) -> Iterator[str]:
    """What may tell the kind of text, by whatever name: most of it means nothing."""
    yield from (clean_line(metas[name], LONGEST_NAME) for name in GENRES if name in metas)
    if metas.get("article:opinion", "").lower() == "true":
        # Facebook's own mark
        yield "opinion"
    if scope.heading is not None and (label := label_over(scope.heading)):
        yield label


def _read_title(tree: HtmlElement, metas: dict[str, str], site: str) -> str:
    headings = [clean_line(heading.text_content()) for heading in tree.iter("h1")]
    whole = clean_line(_first(metas, TITLES)) or next((heading for heading in headings if heading), "") or _document_title(tree)
    # "Storm closes ports | The Paper": the site's name is no part of the title
    parts = SEPARATOR.split(whole)
    is_marked = len(parts) > 1 and site and parts[-1].casefold() == site.casefold()
    return whole[: whole.rfind(parts[-1])].rstrip(" |–—·•»:-") if is_marked else whole


def _document_title(tree: HtmlElement) -> str:
    return next((clean_line(title.text_content()) for title in tree.iter("title")), "")


def _read_authors(metas: dict[str, str]) -> tuple[str, ...]:
    for name in AUTHORS:
        value = clean_line(metas.get(name, ""), LONGEST_NAME)
        if value and not NO_NAME.match(value):
            return (re.sub(r"^(?:by|von|par|por) ", "", value, flags=re.IGNORECASE),)
    return ()


def _read_url(tree: HtmlElement, metas: dict[str, str], base: str) -> str | None:
    for value in _addresses(tree, metas):
        url = clean_url(_absolute(value, base))
        # a home page as the address of every page would make them versions of one article
        if url and names_article(url):
            return url
    return None


def _absolute(address: str, base: str) -> str:
    try:
        return urljoin(base, address.strip()) if base and address.strip() else address
    except ValueError:
        return ""


def _addresses(tree: HtmlElement, metas: dict[str, str]) -> Iterator[str]:
    yield from (link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    yield metas.get("og:url", "")
    # browsers write this comment into a page that they save
    for comment in tree.getroottree().xpath("//comment()")[:20]:
        if match := SAVED_FROM.search(comment.text or ""):
            yield match.group(1)
