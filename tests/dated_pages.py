"""Pages with labelled dates, written for this project: each a few parts of a page and what its dates are.

The labels of FIRST were written before any result was looked at; SECOND was added after what FIRST showed was mended.
`published` and `updated` are as `str(Timestamp)` writes them, None for a page that does not say.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

BODY = {
    "en": "The council of Kelmouth voted for a tram line to the harbour. It will cost forty million pounds, the mayor said after a long "
    "meeting. Shopkeepers fear the works, cyclists hope for a path beside the rails, and the port wants a stop of its own. "
    "A first report on the ground under the old market is expected before building starts. ",
    "de": "Der Rat von Nordmünde hat für eine Straßenbahn zum Hafen gestimmt. Sie soll vierzig Millionen Euro kosten, sagte die "
    "Bürgermeisterin "
    "nach langer Sitzung. Händler fürchten die Baustelle, Radfahrer hoffen auf einen Weg neben den Gleisen, und der Hafen wünscht "
    "sich eine eigene Haltestelle. Ein Gutachten über den Grund unter dem alten Markt steht noch aus. ",
    "fr": "Le conseil de Saint-Brévan a voté une ligne de tramway vers le port. Elle coûtera quarante millions d'euros, a dit la "
    "maire après une "
    "longue séance. Les commerçants craignent les travaux, les cyclistes espèrent une piste le long des rails et le port veut son arrêt. "
    "Une étude du sol sous le vieux marché doit encore être rendue avant le chantier. ",
    "es": "El pleno de Puerto Almenara votó una línea de tranvía hasta el puerto. Costará cuarenta millones de euros, dijo la "
    "alcaldesa tras una larga "
    "sesión. Los comerciantes temen las obras, los ciclistas esperan un carril junto a las vías y el puerto quiere una parada propia. "
    "Falta todavía un informe sobre el suelo bajo el mercado viejo antes de empezar. ",
    "ru": "Совет Заречинска проголосовал за трамвайную линию в порт. Она обойдётся в сорок миллионов, сказал мэр после долгого "
    "заседания. Торговцы "
    "боятся стройки, велосипедисты надеются на дорожку вдоль рельсов, а порт хочет собственную остановку. Заключение о грунте под старым "
    "рынком ещё не готово, и без него работы начать нельзя. ",
}


@dataclass(frozen=True, slots=True)
class Dated:
    """A page, and what is known of it: `kind` groups the pages of a table."""

    kind: str
    html: str
    published: str | None
    updated: str | None = None
    provenance: str | None = None
    """Where the date of publication must be read; None where that is left open."""
    hint: str | None = None
    """A feed's date, ISO 8601."""


def ld(*nodes: Any, graph: bool = False) -> str:
    """A JSON-LD block of one node, of several as an array, or of a graph."""
    value: Any = {"@context": "https://schema.org", "@graph": list(nodes)} if graph else nodes[0] if len(nodes) == 1 else list(nodes)
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def news(published: str | None = None, modified: str | None = None, kind: str | list[str] = "NewsArticle", **more: Any) -> dict[str, Any]:
    dates = {"datePublished": published, "dateModified": modified}
    return {"@type": kind, "headline": "Tram to the harbour", **{name: date for name, date in dates.items() if date}, **more}


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def page(head: str = "", above: str = "", below: str = "", language: str = "en", outside: str = "", declared: bool = True) -> str:
    """An article with lines over and under its text, and something outside of it."""
    lang = f' lang="{language}"' if declared else ""
    text = "".join(f"<p>{sentence}</p>" for sentence in (BODY[language], BODY[language].split(". ")[0] + "."))
    return (
        f"<!doctype html><html{lang}><head><meta charset='utf-8'><title>Tram to the harbour</title>{head}</head>"
        f"<body><main><article><h1>Tram to the harbour</h1>{above}{text}{below}</article></main>{outside}</body></html>"
    )


def line(text: str, name: str = "byline") -> str:
    return f'<p class="{name}">{text}</p>'


SITE = {"@type": "WebSite", "name": "The Paper", "url": "https://paper.example.org/"}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Another story",
    "url": "https://paper.example.org/other",
    "datePublished": "2021-05-05T05:05:05Z",
}
AT = "https://paper.example.org/trams"
FEB = "2025-02-13T08:00:00Z"


def _json_ld() -> Sequence[Dated]:
    def made(html: str, published: str | None = FEB, updated: str | None = None, provenance: str | None = "json-ld") -> Dated:
        return Dated("JSON-LD", html, published, updated, provenance)

    return [
        made(page(ld(news(FEB)))),
        made(page(ld(news("2025-02-13T09:00:00+01:00")))),
        made(page(ld(news("2025-02-13T03:00:00-05:00")))),
        made(page(ld(news("2025-02-13T13:30:00+05:30")))),
        made(page(ld(news("2025-02-13T08:00:00.000Z")))),
        made(page(ld(news("2025-02-13T09:00:00+0100")))),
        made(page(ld(news("2025-02-13")), language="de"), "2025-02-13"),
        made(page(ld(news("2025-02-13T08:00:00")), language="en"), "2025-02-13"),
        made(page(ld(SITE, news(FEB), graph=True))),
        made(page(ld(SITE, {"@type": "WebPage", "datePublished": "2019-01-01", "@id": AT}, news(FEB), graph=True))),
        made(page(ld(SITE, news(FEB)))),
        made(page(ld(SITE) + ld({"@type": "BreadcrumbList"}) + ld(news(FEB)))),
        made(page(ld(news(FEB, kind=["Article", "NewsArticle"])))),
        made(page(ld(news(FEB, kind="ReportageNewsArticle")))),
        made(page(ld(news(FEB, kind="OpinionNewsArticle")))),
        made(page(ld(news(FEB, kind="http://schema.org/NewsArticle")))),
        made(page(ld(news(FEB, kind="BlogPosting")))),
        made(
            page(
                ld(
                    news(
                        FEB,
                        kind="LiveBlogPosting",
                        liveBlogUpdate=[{"@type": "BlogPosting", "headline": "9 am", "datePublished": "2025-02-13T09:00:00Z"}],
                    )
                )
            )
        ),
        made(page(ld({"@type": "WebPage", "mainEntity": news(FEB)}))),
        made(page(ld(news(FEB, "2025-02-14T10:00:00Z"))), FEB, "2025-02-14T10:00:00Z"),
        made(page(ld(news(FEB, FEB)))),
        made(page(ld(news(FEB, "2025-02-12T08:00:00Z")))),
        made(page(canonical(AT) + ld(OTHER) + ld(news(FEB, url=AT)))),
        made(page(canonical(AT) + ld(OTHER, news(FEB, mainEntityOfPage={"@id": AT}), graph=True))),
        made(page(ld({"@type": "ItemList", "itemListElement": [OTHER]}) + ld(news(FEB)))),
        made(page(ld(news(FEB, isPartOf=OTHER)))),
        made(page(ld(news(FEB, comment=[{"@type": "Comment", "datePublished": "2025-02-15T08:00:00Z"}])))),
        made(page(ld(news(FEB, video={"@type": "VideoObject", "uploadDate": "2024-01-01"})))),
        made(page(f'<script type="application/ld+json">\n<!--\n{json.dumps(news(FEB))}\n-->\n</script>')),
        made(page(ld(news("Thu, 13 Feb 2025 09:00:00 +0100")))),
        made(page(ld(news("1739433600")))),
        made(page(ld(news("February 13, 2025"))), "2025-02-13"),
        made(page(ld({"@type": "WebPage", "datePublished": "2025-02-13T08:00:00Z", "name": "Tram to the harbour"})), FEB),
        made(page(ld({**news(), "dateCreated": "2025-02-13T08:00:00Z"})), FEB),
        made(page(ld({**news(FEB), "dateCreated": "2025-02-01T08:00:00Z"}))),
        made(page('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-02-13T08:00:00Z",}</script>')),
    ]


def _meta_tags() -> Sequence[Dated]:
    def made(html: str, published: str | None = FEB, updated: str | None = None) -> Dated:
        return Dated("meta tags", html, published, updated, "meta" if published else None)

    day = "2025-02-13"
    return [
        made(page(meta("article:published_time", "2025-02-13T09:00:00+01:00"))),
        made(page(meta("og:article:published_time", FEB))),
        made(
            page(meta("article:published_time", FEB) + meta("article:modified_time", "2025-02-14T08:00:00Z")), FEB, "2025-02-14T08:00:00Z"
        ),
        made(page(meta("article:published_time", FEB) + meta("og:updated_time", "2025-02-13T18:00:00Z")), FEB, "2025-02-13T18:00:00Z"),
        made(page(meta("parsely-pub-date", FEB, "name"))),
        made(page(meta("sailthru.date", "2025-02-13 08:00:00", "name")), "2025-02-13"),
        made(page(meta("datePublished", FEB, "itemprop"))),
        made(page(meta("date", day, "name")), day),
        made(page(meta("DC.date.issued", day, "name")), day),
        made(page(meta("dcterms.created", day, "name")), day),
        made(page(meta("pubdate", "20250213", "name")), day),
        made(page(meta("publish-date", "Thu, 13 Feb 2025 08:00:00 GMT", "name"))),
        made(page(meta("article.published", FEB, "name"))),
        made(page(meta("cXenseParse:recs:publishtime", FEB, "name"))),
        made(page(meta("ptime", "20250213080000", "name")), day),
        made(page(meta("REVISION_DATE", "Thu Feb 13 08:00:00 GMT 2025", "name")), None),
        made(page(meta("last-modified", "2025-02-14", "name")), None, "2025-02-14"),
        made(page(meta("bt:pubDate", "2025-02-13T08:00:00+00:00", "name"))),
        made(page(meta("citation_publication_date", "2025/02/13", "name")), day),
        made(page(meta("rnews:datePublished", FEB))),
        made(page(meta("analyticsAttributes.articleDate", FEB, "name"))),
        made(page(meta("vr:published_time", FEB, "name"))),
        made(page(meta("date", "13.02.2025", "name"), language="de"), day),
        made(page(meta("article:published_time", "today", "name") + meta("date", day, "name")), day),
    ]


def _other_places() -> Sequence[Dated]:
    return [
        Dated("feed", page(), FEB, None, "feed", FEB),
        Dated("feed", page(above=line("13 February 2025")), FEB, None, "feed", FEB),
        Dated("feed", page(canonical("https://paper.example.org/2025/02/13/tram")), FEB, None, "feed", FEB),
        Dated("feed", page(above='<time datetime="2025-02-13T08:05:00Z">13 Feb</time>'), FEB, None, "feed", FEB),
        Dated("feed", page(ld(news("2025-02-12T08:00:00Z"))), "2025-02-12T08:00:00Z", None, "json-ld", FEB),
        Dated("feed", page(meta("article:published_time", "2025-02-12T08:00:00Z")), "2025-02-12T08:00:00Z", None, "meta", FEB),
        Dated("time", page(above='<time datetime="2025-02-13T09:00:00+01:00">gestern</time>'), FEB, None, "time"),
        Dated("time", page(above='<time datetime="2025-02-13">13 Feb</time>'), "2025-02-13", None, "time"),
        Dated("time", page(above='<time pubdate datetime="2025-02-13T08:00Z">13 Feb</time>'), FEB, None, "time"),
        Dated("time", page(above="<time>13. Februar 2025</time>", language="de"), "2025-02-13", None, "time"),
        Dated(
            "time",
            page(above='<time class="updated" datetime="2025-02-14T08:00:00Z">x</time><time datetime="2025-02-13T08:00:00Z">y</time>'),
            FEB,
            "2025-02-14T08:00:00Z",
            "time",
        ),
        Dated(
            "time",
            page(
                above='<time itemprop="datePublished" datetime="2025-02-13T08:00:00Z">x</time>',
                outside='<aside><time datetime="2020-01-01">old</time></aside>',
            ),
            FEB,
            None,
            "time",
        ),
        Dated("time", page(outside='<aside class="related"><h3>More</h3><time datetime="2020-01-01">old</time></aside>'), None),
        Dated(
            "time",
            page(below='<section class="related"><a href="/x">Another story</a> <time datetime="2021-06-01">1 June</time></section>'),
            None,
        ),
        Dated(
            "time",
            page(below='<div class="comments"><div class="comment">Nice <time datetime="2025-02-20T08:00:00Z">20 Feb</time></div></div>'),
            None,
        ),
        Dated("time", page(above='<p>Updated: <time datetime="2025-02-14T08:00:00Z">14 Feb</time></p>'), None, "2025-02-14T08:00:00Z"),
        Dated("time", page(above='<abbr class="published" title="2025-02-13T08:00:00Z">13 Feb</abbr>'), FEB, None, "time"),
        Dated("time", page(above='<span itemprop="datePublished" content="2025-02-13T08:00:00Z">13 Feb</span>'), FEB),
        Dated("time", page(outside='<footer><time datetime="2026-01-01">today</time></footer>'), None),
        Dated("URL", page(canonical("https://paper.example.org/2025/02/13/tram")), "2025-02-13", None, "url"),
        Dated("URL", page(canonical("https://paper.example.org/news/tram-2025-02-13.html")), "2025-02-13", None, "url"),
        Dated("URL", page(meta("og:url", "https://paper.example.org/20250213/tram")), "2025-02-13", None, "url"),
        Dated("URL", page(canonical("https://paper.example.org/a/13-02-2025/tram"), language="de"), "2025-02-13", None, "url"),
        Dated("URL", page(canonical("https://paper.example.org/2025/02/tram")), "2025-02", None, "url"),
        Dated("URL", page(canonical("https://paper.example.org/a/20251345678/tram")), None),
        Dated("URL", page(canonical("https://paper.example.org/election-2024/tram")), None),
        Dated("URL", page(canonical("https://paper.example.org/2025/02/13/what-changed-since-2021-03-04")), None),
        Dated("URL", page(canonical("https://paper.example.org/2025/feb/13/tram")), "2025-02-13", None, "url"),
    ]


BYLINES = (
    ("en", "By Jane Doe, 13 February 2025", "2025-02-13"),
    ("en", "Published: February 13, 2025 8:00 am EST", "2025-02-13T13:00:00Z"),
    ("en", "Thursday 13 February 2025 08.00 GMT", "2025-02-13T08:00:00Z"),
    ("en", "Feb. 13, 2025 | Updated Feb. 14, 2025", "2025-02-13"),
    ("en", "13/02/2025", "2025-02-13"),
    ("en", "03/04/2025", None),
    ("en", "13 hours ago", None),
    ("en", "Published on February 30, 2025", None),
    ("en", "5 min read", None),
    ("en", "Est. 1905 · 120 years of news", None),
    ("de", "Von Jane Doe · 13. Februar 2025, 14:30 Uhr", "2025-02-13"),
    ("de", "Veröffentlicht am 13.02.2025", "2025-02-13"),
    ("de", "Stand: 13.02.2025, 09:12 Uhr", None),
    ("de", "13.2.25", "2025-02-13"),
    ("de", "vor 3 Stunden", None),
    ("de", "Donnerstag, 13. Februar", None),
    ("fr", "Publié le 13 février 2025 à 09h00", "2025-02-13"),
    ("fr", "Par Jeanne Doe, le 13/02/2025 à 9 h", "2025-02-13"),
    ("fr", "Publié hier à 18h", None),
    ("fr", "1er mars 2024 à 18 h 30", "2024-03-01"),
    ("es", "13 de febrero de 2025 - 09:00", "2025-02-13"),
    ("es", "Publicado el 13/02/2025", "2025-02-13"),
    ("es", "Actualizado: 03 abr 2025 · 09:00 CEST", None),
    ("es", "hace 2 horas", None),
    ("ru", "13 февраля 2025, 09:00", "2025-02-13"),
    ("ru", "13.02.2025", "2025-02-13"),
)
UPDATES = {3: "2025-02-14", 12: "2025-02-13", 22: "2025-04-03T07:00:00Z"}


def _bylines() -> Sequence[Dated]:
    return [
        Dated("byline", page(above=line(text), language=language), published, UPDATES.get(place), "byline" if published else None)
        for place, (language, text, published) in enumerate(BYLINES)
    ]


def _conflicts() -> Sequence[Dated]:
    def made(html: str, published: str | None = FEB, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("conflict", html, published, updated, provenance)

    return [
        made(page(ld(news(FEB)) + meta("article:published_time", "2024-02-13T08:00:00Z")), provenance="json-ld"),
        made(
            page(ld(news(FEB)) + meta("date", "2025-02-20", "name") + canonical("https://paper.example.org/2025/02/01/tram")),
            provenance="json-ld",
        ),
        made(page(meta("article:published_time", FEB), above='<time datetime="2020-01-01">old</time>'), provenance="meta"),
        made(page(meta("article:published_time", FEB) + canonical("https://paper.example.org/2024/12/24/tram")), provenance="meta"),
        made(page(ld(news(None, "2025-02-14T08:00:00Z")), above=line("13 February 2025")), "2025-02-13", "2025-02-14T08:00:00Z", "byline"),
        made(page(ld(news("not known")) + meta("article:published_time", FEB)), provenance="meta"),
        made(page(ld(news("0001-01-01T00:00:00Z")) + meta("article:published_time", FEB)), provenance="meta"),
        made(page(ld(news("1970-01-01T00:00:00Z")), above=line("13 February 2025")), "2025-02-13", None, "byline"),
        made(page(ld(news("2999-01-01T00:00:00Z")) + meta("date", "2025-02-13", "name")), "2025-02-13", None, "meta"),
        made(page(ld(news("2025-02-13T25:61:00Z")) + meta("article:published_time", FEB)), provenance="meta"),
        made(
            page(canonical("https://paper.example.org/2025/02/13/tram"), above=line("By Jane Doe, 14 February 2025")),
            "2025-02-13",
            None,
            "url",
        ),
        made(page(ld(news("2025-02-13")) + meta("article:published_time", FEB)), "2025-02-13", None, "json-ld"),
        made(page(above=line("Photograph: archive, 3 May 2011", "caption") + line("13 February 2025")), "2025-02-13", None, "byline"),
    ]


def _undated() -> Sequence[Dated]:
    def made(html: str) -> Dated:
        return Dated("no date", html, None)

    return [
        made(page()),
        made(page(below="<p>The last tram ran on 3 May 1961.</p>")),
        made(page(outside="<footer>© 2025 The Paper</footer>")),
        made(page(outside="<footer>Copyright 1998-2026. Page generated on 25 November 2026 at 10:00</footer>")),
        made(page(outside='<div class="date">Wednesday, 25 November 2026</div>')),
        made(page(outside='<header><span class="today-date">25 November 2026</span><span>12°C</span></header>')),
        made(page(ld({"@type": "Organization", "foundingDate": "1905-01-01"}))),
        made(page(ld({"@type": "Event", "startDate": "2025-06-01"}))),
        made(page(ld(OTHER) + canonical(AT))),
        made(page(meta("copyright", "2025", "name"))),
        made(page(meta("expires", "Thu, 01 Jan 2030 00:00:00 GMT", "http-equiv"))),
        made(page(meta("viewport", "width=20250213", "name"))),
        made(page(below='<ul class="related"><li>Another story <span class="date">1 June 2021</span></li></ul>')),
        made(page(outside='<div class="most-read"><p class="date">2 June 2021</p></div>')),
        made(page(outside='<div class="comment"><span class="comment-date">3 June 2021</span></div>')),
        made(page(above=line("Photo: Jane Doe, 2019"))),
        made(page(language="de", below="<p>Am 4. Mai 2024 begann der Bau.</p>")),
        made(page(above=line("Last checked today"))),
        made(page(above="<p>Join us on 14 March 2025 for our reader evening.</p>")),
        made(page(above=line("Reading time 4 minutes"), outside="<p>Archive: 2019 2020 2021</p>")),
    ]


FIRST: Sequence[Dated] = (*_json_ld(), *_meta_tags(), *_other_places(), *_bylines(), *_conflicts(), *_undated())


def _second() -> Sequence[Dated]:
    def made(
        html: str, published: str | None = FEB, updated: str | None = None, provenance: str | None = None, hint: str | None = None
    ) -> Dated:
        return Dated("second", html, published, updated, provenance, hint)

    day = "2025-02-13"
    return [
        made(page(ld(news("2025-02-13T08:00Z"))), provenance="json-ld"),
        made(page(ld(news("2025-02-13T17:00:00+09:00"), SITE)), provenance="json-ld"),
        made(page(ld(news("2025-02-12T22:00:00-10:00", "2025-02-13T00:30:00-10:00"))), FEB, "2025-02-13T10:30:00Z", "json-ld"),
        made(
            page(
                ld({"@type": "WebPage", "primaryImageOfPage": {"@type": "ImageObject", "uploadDate": "2012-01-01"}}, news(FEB), graph=True)
            )
        ),
        made(page(ld(news(FEB, author={"@type": "Person", "name": "Jane", "birthDate": "1980-01-01"}))), provenance="json-ld"),
        made(page(ld([SITE, [news(FEB)]]))),
        made(page(ld(news(FEB, mentions=[OTHER], hasPart=[OTHER])))),
        made(page(ld(news(FEB), {**OTHER, "datePublished": "2025-02-20T08:00:00Z"}))),
        made(page(canonical(AT) + ld({**OTHER, "datePublished": "2025-02-20T08:00:00Z"}, news(FEB)))),
        made(page(ld({"@type": "CollectionPage", "mainEntity": {"@type": "ItemList", "itemListElement": [OTHER, OTHER]}})), None),
        made(page(ld({"@type": "Product", "releaseDate": "2024-01-01"})), None),
        made(page(ld({"@type": "PodcastEpisode", "datePublished": "2024-01-01T00:00:00Z"})), None),
        made(page(ld(news("13.02.2025 09:00")), language="de"), day, None, "json-ld"),
        made(page(ld(news("2025-02-13T08:00:00Z", "0000-00-00T00:00:00Z"))), FEB),
        made(page(ld(news("", "2025-02-14T08:00:00Z")) + meta("article:published_time", FEB)), FEB, "2025-02-14T08:00:00Z", "meta"),
        made(
            page(meta("article:published_time", "2025-02-13T08:00:00+00:00") + meta("article:modified_time", "2025-02-13T08:00:00+00:00"))
        ),
        made(page(meta("DC.Date", "2025-02-13T09:00+01:00", "name")), FEB, None, "meta"),
        made(page(meta("DCTERMS.modified", "2025-02-14", "name") + meta("DCTERMS.issued", day, "name")), day, "2025-02-14", "meta"),
        made(page(meta("publish_date", "2025-02-13 09:00:00+01:00", "name")), FEB, None, "meta"),
        made(page(meta("date", "Thursday, February 13, 2025", "name")), day, None, "meta"),
        made(page(meta("date", "02/03/2025", "name")), None),
        made(page(meta("date", "02/03/2025", "name"), language="fr"), "2025-03-02", None, "meta"),
        made(page(meta("og:updated_time", "1739433600")), None, FEB),
        made(page(meta("article:expiration_time", "2025-08-13T08:00:00Z")), None),
        made(page(meta("revised", "2025-02-14", "name") + meta("creation_date", day, "name")), day, None, "meta"),
        made(
            page(
                above='<div class="article-meta"><time class="entry-date published" datetime="2025-02-13T09:00:00+01:00">13 Feb</time> '
                '<time class="updated" datetime="2025-02-14T09:00:00+01:00">14 Feb</time></div>'
            ),
            FEB,
            "2025-02-14T08:00:00Z",
            "time",
        ),
        made(page(above='<p class="dateline"><time datetime="13 February 2025">13 February 2025</time></p>'), day, None, "time"),
        made(page(above='<time datetime="PT5M">5 min</time><time datetime="2025-02-13">13 Feb</time>'), day, None, "time"),
        made(page(below='<div class="related-posts"><article><h2>Another</h2><time datetime="2021-06-01">x</time></article></div>'), None),
        made(page(outside='<section id="latest-news"><article><time datetime="2026-11-20T08:00:00Z">x</time></article></section>'), None),
        made(page(outside='<div class="server-time">2026-11-25T10:00:00Z</div>'), None),
        made(page(below="<p>Die Arbeiten beginnen am 3. März 2026.</p>", language="de", above=line("Lesezeit: 3 Minuten")), None),
        made(page(above=line("Nordmünde, 13. Februar 2025 – Von Jane Doe", "dateline"), language="de"), day, None, "byline"),
        made(
            page(above=line("Mis à jour le 14 février 2025 à 10h, publié le 13 février 2025", "date"), language="fr"),
            day,
            "2025-02-14",
            "byline",
        ),
        made(
            page(above=line("Actualizado 14/02/2025 10:00 | Publicado 13/02/2025 09:00", "fecha"), language="es"),
            day,
            "2025-02-14",
            "byline",
        ),
        made(page(above=line("Обновлено 14 февраля 2025", "date"), language="ru"), None, "2025-02-14"),
        made(page(above=line("Опубликовано: 13.02.25", "date"), language="ru"), day, None, "byline"),
        made(page(above=line("am 13.02.2025 um 09:00 Uhr aktualisiert", "date"), language="de"), None, day),
        made(page(above=line("Events on 14 March 2025 in Kelmouth", "event-date")), None),
        made(page(canonical("https://paper.example.org/article/2025-02-13-tram")), day, None, "url"),
        made(page(canonical("https://paper.example.org/2025/2/13/tram")), day, None, "url"),
        made(page(canonical("https://paper.example.org/20250213080000/tram")), day, None, "url"),
        made(page(canonical("https://paper.example.org/product/12345620250213")), None),
        made(page(canonical("https://paper.example.org/2025/02/tram"), above=line("13 February 2025")), day, None, "byline"),
        made(page(ld(news("2025-02-13")) + canonical("https://paper.example.org/2025/02/13/tram")), day, None, "json-ld"),
        made(page(above='<time datetime="2025-02-01">1 Feb</time>'), FEB, None, "feed", "2025-02-13T09:00:00+01:00"),
        made(page(meta("article:modified_time", "2025-02-14T08:00:00Z")), FEB, "2025-02-14T08:00:00Z", "feed", FEB),
        made(page(declared=False, above=line("13 February 2025")), day, None, "byline"),
        made(
            page(outside='<footer><p class="date">Last build: 25 November 2026</p></footer>', above=line("13 February 2025")),
            day,
            None,
            "byline",
        ),
        made(page(above='<div class="share">Shared 13 times</div><p class="meta">Views: 2025</p>'), None),
    ]


SECOND: Sequence[Dated] = tuple(_second())
