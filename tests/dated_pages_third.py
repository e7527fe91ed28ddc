"""A third set of labelled pages, of kinds that the first two do not hold; the labels were written before any result was looked at."""

from collections.abc import Sequence

from tests.dated_pages import AT, FEB, OTHER, SITE, Dated, canonical, ld, line, meta, news, page

DAY = "2025-02-13"
NEXT = "2025-02-14T10:00:00Z"


def made(kind: str, html: str, published: str | None = None, updated: str | None = None, provenance: str | None = None) -> Dated:
    return Dated(kind, html, published, updated, provenance)


def _systems() -> Sequence[Dated]:
    """Tags of publishing systems and of services that count readers."""
    return [
        made("system", page(meta("dc:created", FEB)), FEB, None, "meta"),
        made("system", page(meta("dcterms.available", DAY, "name")), DAY, None, "meta"),
        made("system", page(meta("DC.date.published", DAY, "name")), DAY, None, "meta"),
        made("system", page(meta("iso-8601-publish-date", FEB, "name")), FEB, None, "meta"),
        made("system", page(meta("published_at", FEB, "name")), FEB, None, "meta"),
        made("system", page(meta("article:publish_time", FEB)), FEB, None, "meta"),
        made("system", page(meta("pub_date", DAY, "name")), DAY, None, "meta"),
        made("system", page(meta("citation_date", "2025/02/13", "name")), DAY, None, "meta"),
        made("system", page(meta("citation_online_date", "2025/02/13", "name")), DAY, None, "meta"),
        made("system", page(meta("firstpublished", FEB, "name")), FEB, None, "meta"),
        made("system", page(meta("dateCreated", FEB, "itemprop")), FEB, None, "meta"),
        made("system", page(meta("parsely-page", "{&quot;pub_date&quot;: &quot;2025-02-13T08:00:00Z&quot;}", "name")), FEB, None, "meta"),
        made("system", page(meta("last_updated", NEXT, "name") + meta("pubdate", FEB, "name")), FEB, NEXT, "meta"),
        made("system", page(meta("article:modified", NEXT) + meta("article:published", FEB)), FEB, NEXT, "meta"),
        made("system", page(meta("dcterms.valid", "2030-01-01", "name")), None),
        made("system", page(meta("event:start_time", "2025-06-01T18:00:00Z")), None),
        made("system", page(meta("video:release_date", "2019-06-01T18:00:00Z")), None),
        made("system", page(meta("og:video:release_date", "2019-06-01") + meta("date", DAY, "name")), DAY, None, "meta"),
    ]


def _linked() -> Sequence[Dated]:
    """Shapes of JSON-LD."""
    return [
        made("JSON-LD", page(ld(news(kind="NewsArticle", datePublished={"@type": "DateTime", "@value": FEB}))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld(news(kind="NewsArticle", datePublished=[FEB]))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld(news(kind="NewsArticle", datePublished=1739433600))), FEB, None, "json-ld"),
        made(
            "JSON-LD", page(ld({"@type": "schema:NewsArticle", "schema:headline": "Tram to the harbour", "schema:datePublished": FEB})), FEB
        ),
        made("JSON-LD", page(ld(news(FEB.replace("T", " ").replace("Z", " +0000")))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld(news("2025-02-13T08:00:00+00:00[Europe/London]"))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld(news("2025-02-13T09:00:00 CET"))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld(news("2025-02-13T08:00:00.1234567Z"))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld({"@type": "Report", "name": "Tram to the harbour", "datePublished": DAY})), DAY, None, "json-ld"),
        made("JSON-LD", page(canonical(AT) + ld({"@type": "WebPage", "url": AT, "datePublished": FEB, "dateModified": NEXT})), FEB, NEXT),
        made("JSON-LD", page(ld({"@type": "VideoObject", "name": "Trams", "uploadDate": "2019-01-01"})), None),
        made("JSON-LD", page(ld({"@type": "Review", "datePublished": "2019-01-01", "itemReviewed": {"@type": "Product"}})), None),
        made("JSON-LD", page(ld(SITE, {"@type": "BreadcrumbList", "dateModified": "2026-01-01"}, graph=True)), None),
        made("JSON-LD", page(ld(news(FEB, backstory=OTHER, subjectOf=OTHER))), FEB, None, "json-ld"),
        made("JSON-LD", page(ld(news(None, about={"@type": "Event", "name": "x", "startDate": "2025-06-01"}))), None),
    ]


BYLINES = (
    ("en", "Jane Doe, Kelmouth | Thu 13 Feb 2025 08.00 GMT", "2025-02-13T08:00:00Z", None),
    ("en", "First published on Thu 13 Feb 2025 11.04 EST | Last modified on Fri 14 Feb 2025", "2025-02-13T16:04:00Z", "2025-02-14"),
    ("en", "2025-02-13 / Jane Doe", DAY, None),
    ("en", "13th of February, 2025", DAY, None),
    ("en", "Yesterday, 8:00 am", None, None),
    ("en", "Last edited 14 February 2025", None, "2025-02-14"),
    ("en", "Originally published 13 February 2025. Revised 14 February 2025.", DAY, "2025-02-14"),
    ("de", "13.02.2025 – 09:00 Uhr | zuletzt geändert: 14.02.2025", DAY, "2025-02-14"),
    ("de", "Erstellt: 13.02.2025, 09:00 Uhr, Stand: 14.02.2025", DAY, "2025-02-14"),
    ("de", "Do., 13. Feb. 2025", DAY, None),
    ("de", "heute, 09:00 Uhr", None, None),
    ("fr", "Publié le jeu. 13 févr. 2025, modifié le 14 févr. 2025", DAY, "2025-02-14"),
    ("fr", "Il y a 2 jours", None, None),
    ("es", "Puerto Almenara - 13 feb 2025 - 09:00 CET", "2025-02-13T08:00:00Z", None),
    ("es", "Última actualización: 14 de febrero de 2025", None, "2025-02-14"),
    ("ru", "13 фев. 2025 г., 09:00 МСК", "2025-02-13T06:00:00Z", None),
    ("ru", "вчера в 18:00", None, None),
)
# the words of the text do not matter here, the line's do
OTHERS = (
    ("it", "Pubblicato il 13 febbraio 2025 alle 9:00", DAY, None),
    ("it", "di Anna Doria - giovedì 13 feb 2025 (modifica il 14 feb 2025)", DAY, "2025-02-14"),
    ("it", "ieri alle 18", None, None),
    ("pt", "Publicado em 13/02/2025 às 09h00 - Atualizado em 14/02/2025", DAY, "2025-02-14"),
    ("pt", "13 de fev. de 2025", DAY, None),
    ("zh", "2025年2月13日 09:00", DAY, None),
    ("zh", "发布时间：2025-02-13 09:00 更新时间：2025-02-14 10:00", DAY, "2025-02-14"),
    ("zh", "3小时前", None, None),
)


def _bylines() -> Sequence[Dated]:
    lines = [
        made("byline", page(above=line(text), language=language), published, updated) for language, text, published, updated in BYLINES
    ]
    other = [
        made("byline", page(above=line(text)).replace('lang="en"', f'lang="{language}"'), published, updated)
        for language, text, published, updated in OTHERS
    ]
    return [*lines, *other]


def _shown() -> Sequence[Dated]:
    """What a page shows elsewhere, and what it shows twice."""
    return [
        made("shown", page(above='<time datetime="2025-02-13T09:00:00+0100">13 Feb</time>'), FEB, None, "time"),
        made("shown", page(above='<time data-time="1739433600" datetime="2025-02-13T08:00:00Z">3 h</time>'), FEB, None, "time"),
        made("shown", page(above='<span class="published-on">13 February 2025</span>'), DAY, None, "byline"),
        made("shown", page(above='<p class="article__date">13 February 2025</p>'), DAY, None, "byline"),
        made("shown", page(above='<div class="ArticleDate">13 February 2025</div>'), DAY, None, "byline"),
        made("shown", page(above='<div class="kicker">From our issue of 13 February 2025</div>'), None),
        made("shown", page(above='<div class="event-info">Sat 14 June 2025, 8 pm, town hall</div>'), None),
        made("shown", page(below='<p class="byline">Jane Doe is a reporter since 1 March 2012.</p>'), None),
        made("shown", page(below='<div class="read-on"><time datetime="2021-06-01">1 June</time> Another story</div>'), None),
        made("shown", page(below='<ul class="story-links"><li><time datetime="2021-06-01">1 June</time> Another story</li></ul>'), None),
        made("shown", page(below='<div class="timeline"><time datetime="1961-05-03">3 May 1961</time> last tram</div>'), None),
        made("shown", page(below='<p>The poll closed on <time datetime="2025-01-31">31 January</time>.</p>'), None),
        made("shown", page(above='<p>The council met on <time datetime="2025-01-31">31 January</time> in the old hall.</p>'), None),
        made("shown", page(outside='<div class="copyright">© 13 February 2024 The Paper</div>'), None),
        made("shown", page(outside='<p class="meta">Domain registered 1 March 1999</p>'), None),
        made("shown", page(above='<p class="date">Subscription ends 1 March 2025</p>'), None),
    ]


def _conflicts() -> Sequence[Dated]:
    return [
        made("conflict", page(ld(news("2025-02-13T08:00:00Z", "2020-01-01T00:00:00Z")) + meta("article:modified_time", NEXT)), FEB, NEXT),
        made("conflict", page(meta("article:published_time", "0") + canonical("https://paper.example.org/2025/02/13/a")), DAY, None, "url"),
        made(
            "conflict", page(meta("date", "2025-02-13", "name") + meta("article:published_time", "2025-02-12")), "2025-02-12", None, "meta"
        ),
        made("conflict", page(ld(news("2025-02-31")) + canonical("https://paper.example.org/2025/02/28/a")), "2025-02-28", None, "url"),
        made("conflict", page(canonical("https://paper.example.org/2026/13/45/a"), above=line("13 February 2025")), DAY, None, "byline"),
        made("conflict", page(ld({**OTHER, "headline": "Tram to the harbour"}) + canonical(AT)), "2021-05-05T05:05:05Z"),
    ]


THIRD: Sequence[Dated] = (*_systems(), *_linked(), *_bylines(), *_shown(), *_conflicts())
