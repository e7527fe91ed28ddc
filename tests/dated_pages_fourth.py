"""A fourth set: whole pages of news sites in many languages. Its labels were written before the readers of dates were looked at.

Moments that a page gives with their zone are labelled to the second; those without one, and midnights, are days.
"""
# ruff: noqa: E501  a page's head stands in one line

import json
from collections.abc import Callable, Sequence
from typing import Any

from tests.dated_pages import Dated, canonical, ld, meta
from tests.newsroom_pages import STORIES, blocks, drupal, paper, portal, tables, wordpress

PERSON = {"@type": "Person", "name": "Maud Perrin"}
PUBLISHER = {
    "@type": "NewsMediaOrganization",
    "name": "Harbour Post",
    "foundingDate": "1898-04-01",
    "logo": {"@type": "ImageObject", "url": "/l.png"},
}
CRUMBS = {
    "@type": "BreadcrumbList",
    "itemListElement": [{"@type": "ListItem", "position": 1, "name": "News", "item": "https://post.example/"}],
}


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def story(language: str = "en", kind: str | list[str] = "NewsArticle", **more: Any) -> dict[str, Any]:
    """A node for the article as a site's system writes it."""
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": STORIES[language].title,
        "author": [PERSON],
        "publisher": PUBLISHER,
        **more,
    }


def graph(*nodes: dict[str, Any]) -> str:
    return script(json.dumps({"@context": "https://schema.org", "@graph": list(nodes)}))


def _json_ld() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = "json-ld") -> Dated:
        return Dated("json-ld", html, published, updated, provenance)

    yoast = graph(
        {"@type": "Article", "@id": "https://post.example/ferry/#article", "isPartOf": {"@id": "https://post.example/ferry/"},
         "headline": STORIES["en"].title, "datePublished": "2024-11-04T06:30:15+00:00", "dateModified": "2024-11-05T09:00:41+00:00", "commentCount": 3},
        {"@type": "WebPage", "@id": "https://post.example/ferry/", "datePublished": "2024-11-04T06:30:15+00:00", "dateModified": "2024-11-05T09:00:41+00:00"},
        {"@type": "ImageObject", "@id": "https://post.example/ferry/#primaryimage", "uploadDate": "2019-01-01T00:00:00+00:00"},
        CRUMBS, {"@type": "WebSite", "@id": "https://post.example/#website", "name": "Harbour Post"}, {"@type": "Person", "@id": "#/person/1", "name": "Maud"},
    )  # fmt: skip
    comments = [{"@type": "Comment", "text": "Good.", "dateCreated": "2026-02-02T10:00:00Z", "author": PERSON}]
    listed = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [
        {"@type": "ListItem", "position": n, "item": story(url=f"https://post.example/other-{n}", headline=f"Other {n}", datePublished=f"2025-06-0{n}T10:00:00Z")}
        for n in (1, 2, 3)]}  # fmt: skip
    return (
        made(wordpress(head=yoast, stamp='<time class="entry-date">November 4, 2024</time>'), "2024-11-04T06:30:15Z", "2024-11-05T09:00:41Z"),
        made(paper("de", script(json.dumps([story("de", datePublished="2023-07-19T05:55:00+02:00", dateModified="2023-07-19T14:02:30+02:00"), CRUMBS]))),
             "2023-07-19T03:55:00Z", "2023-07-19T12:02:30Z"),
        made(paper("fr", ld(story("fr", datePublished="2022-10-30T18:00:15+01:00", dateModified="2022-10-30T18:00:15+01:00"))), "2022-10-30T17:00:15Z"),
        made(blocks("en", ld(story(kind="ReportageNewsArticle", datePublished="2024-02-29T23:58:11.000Z", dateModified="2024-03-01T08:10:44.000Z")),
                    "<time>3 hours ago</time>"), "2024-02-29T23:58:11Z", "2024-03-01T08:10:44Z"),
        made(paper("es", ld(story("es", ["NewsArticle", "AnalysisNewsArticle"], datePublished="2021-12-24T19:40:00.512+01:00"))), "2021-12-24T18:40:00Z"),
        made(blocks("ja", ld(story("ja", datePublished="2025-01-09T07:12:00+09:00", dateModified="2025-01-09T19:40:00+09:00"))),
             "2025-01-08T22:12:00Z", "2025-01-09T10:40:00Z"),
        made(drupal("nl", graph(story("nl", datePublished="2020-03-15T20:15:00+0100", dateModified="2020-03-16T07:00:00+0100"), PUBLISHER)),
             "2020-03-15T19:15:00Z", "2020-03-16T06:00:00Z"),
        made(drupal("pt", ld(story("pt", "BlogPosting", datePublished="2019-08-11T21:05:00-03:00"))), "2019-08-12T00:05:00Z"),
        made(paper("it", ld(story("it", datePublished="2024-05-02", dateModified="2024-05-06"))), "2024-05-02", "2024-05-06"),
        made(paper("pl", ld(story("pl", datePublished="2023-11-11T09:30:00", dateModified="2023-11-13T10:00:00"))), "2023-11-11", "2023-11-13"),
        made(portal("ru", ld(story("ru", datePublished="2022-06-12T00:45:00+03:00"))), "2022-06-11T21:45:00Z"),
        made(portal("zh", ld(story("zh", datePublished="2025-04-18T16:20:05+08:00"))), "2025-04-18T08:20:05Z"),
        made(paper("ar", ld(story("ar", datePublished="2024-09-30T13:00:00Z", dateModified="2024-10-01T04:30:00Z"))), "2024-09-30T13:00:00Z", "2024-10-01T04:30:00Z"),
        made(paper("ko", ld(story("ko", datePublished="2023-02-03T10:11:12+09:00"))), "2023-02-03T01:11:12Z"),
        made(wordpress("sv", ld(story("sv", datePublished="2024-06-21T00:00:00+02:00"))), "2024-06-21"),
        made(wordpress("tr", ld(story("tr", datePublished="2021-04-23T00:00:00.000Z"))), "2021-04-23"),
        made(paper(head=ld({"@type": "WebPage", "name": "Ferry", "url": "https://post.example/f", "mainEntity": story(datePublished="2018-05-05T12:30:00Z")})),
             "2018-05-05T12:30:00Z"),
        made(paper(head=ld(story(datePublished="2025-08-08T08:08:08Z", comment=comments, isPartOf={"@type": "PublicationIssue", "datePublished": "2025-08-01"}))),
             "2025-08-08T08:08:08Z"),
        made(paper(head=ld(listed) + ld(story(url="https://post.example/ferry", datePublished="2025-05-28T15:00:30Z")) + canonical("https://post.example/ferry")),
             "2025-05-28T15:00:30Z"),
        made(paper(head=script("\n<!--\n" + json.dumps(story(datePublished="2017-09-14T11:00:20Z")) + "\n//-->\n")), "2017-09-14T11:00:20Z"),
        made(paper("de", script("//<![CDATA[\n" + json.dumps(story("de", datePublished="2016-02-01T17:45:10+01:00")) + "\n//]]>")), "2016-02-01T16:45:10Z"),
        made(paper(head=script('{"@context":"http://schema.org","@type":"NewsArticle","headline":"Ferry\n all winter","datePublished":"2022-01-17T10:20:30Z",}')),
             "2022-01-17T10:20:30Z"),
        made(paper(head=script(json.dumps(story(datePublished="2020-10-10T10:00:50Z")) + ";")), "2020-10-10T10:00:50Z"),
        made(paper("fr", script(json.dumps(CRUMBS) + json.dumps(story("fr", datePublished="2020-11-21T06:00:40+01:00")))), "2020-11-21T05:00:40Z"),
        made(paper(head=ld(story(kind="http://schema.org/NewsArticle", datePublished="2023-03-26T02:30:00+01:00"))), "2023-03-26T01:30:00Z"),
        made(paper(head=ld(story(datePublished={"@type": "DateTime", "@value": "2021-07-07T07:07:07Z"}))), "2021-07-07T07:07:07Z"),
        made(paper(head=ld(story(datePublished=["2021-09-19T09:19:09Z"]))), "2021-09-19T09:19:09Z"),
        made(paper(head=ld(story(kind="ReviewNewsArticle", datePublished="2024-12-12T12:12:12Z",
                                 itemReviewed={"@type": "Movie", "name": "The Boat", "datePublished": "2019-05-05"}))), "2024-12-12T12:12:12Z"),
        made(paper("es", ld(story("es", datePublished="Thu, 13 Jun 2024 07:05:00 +0200"))), "2024-06-13T05:05:00Z"),
        made(paper(head=ld(story(datePublished="Wed Jan 22 09:30:00 CET 2025"))), "2025-01-22T08:30:00Z"),
        made(paper(head=ld(story(datePublished="1718262000000"))), "2024-06-13T07:00:00Z"),
        made(wordpress(head=graph({"@type": "WebPage", "@id": "#page", "datePublished": "2023-10-02T04:05:06+00:00"}, CRUMBS)), "2023-10-02T04:05:06Z"),
        made(wordpress(below=ld(story(dateCreated="2022-08-30T13:14:15Z"))), "2022-08-30T13:14:15Z"),
        made(paper(head=ld({"@graph": [story(datePublished="2024-04-14T14:14:14Z", dateModified="2024-04-13T10:00:00Z")]})), "2024-04-14T14:14:14Z"),
    )  # fmt: skip


def _meta_tags() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = "meta") -> Dated:
        return Dated("meta", html, published, updated, provenance)

    modified = meta("article:modified_time", "2024-08-20T11:00:30+00:00")
    return (
        made(wordpress(head=meta("article:published_time", "2024-08-19T10:30:20+00:00") + modified), "2024-08-19T10:30:20Z", "2024-08-20T11:00:30Z"),
        made(paper("de", meta("date", "2023-09-01T06:00:05+02:00", "name") + meta("last-modified", "2023-09-02T08:15:00+02:00", "name")),
             "2023-09-01T04:00:05Z", "2023-09-02T06:15:00Z"),
        made(paper("fr", meta("og:article:published_time", "2022-04-24T20:00:30+02:00")), "2022-04-24T18:00:30Z"),
        made(paper(head=meta("parsely-pub-date", "2021-01-20T17:00:10Z", "name")), "2021-01-20T17:00:10Z"),
        made(paper(head=meta("sailthru.date", "2020-05-30 15:22:45 -0400", "name")), "2020-05-30T19:22:45Z"),
        made(drupal("nl", meta("dcterms.created", "2019-10-21T09:00:15+02:00", "name") + meta("dcterms.modified", "2019-10-22T09:00:15+02:00", "name")),
             "2019-10-21T07:00:15Z", "2019-10-22T07:00:15Z"),
        made(drupal("fr", meta("DC.date.issued", "2018-12-01", "name")), "2018-12-01"),
        made(drupal(head=meta("DCTERMS.issued", "2024-01-31", "name") + meta("DCTERMS.modified", "2024-02-02", "name")), "2024-01-31", "2024-02-02"),
        made(portal("zh", meta("publishdate", "2025-03-05", "name")), "2025-03-05"),
        made(portal("zh", meta("weibo: article:create_at", "2024-07-26 15:30:00") + meta("og:updated_time", "2024-07-28T10:00:00+08:00")),
             "2024-07-26", "2024-07-28T02:00:00Z"),
        made(blocks("ja", meta("pubdate", "2023-05-08T18:00:20+09:00", "name")), "2023-05-08T09:00:20Z"),
        made(paper("es", meta("DC.date", "2021-06-01", "name") + meta("DC.date.modified", "2021-06-04", "name")), "2021-06-01", "2021-06-04"),
        made(paper("it", meta("article:published_time", "2022-09-25T23:00")), "2022-09-25"),
        made(paper("pl", meta("article:published_time", "2023-10-15 21:00:00 +0200")), "2023-10-15T19:00:00Z"),
        made(paper(head=meta("cXenseParse:recs:publishtime", "2020-02-20T20:20:20.000Z", "name")), "2020-02-20T20:20:20Z"),
        made(paper(head=meta("citation_publication_date", "2017/11/28", "name")), "2017-11-28"),
        made(paper("ar", meta("article:published_time", "1727701200")), "2024-09-30T13:00:00Z"),
        made(tables("en", meta("pubdate", "20040312", "name")), "2004-03-12"),
        made(tables("cs", meta("date", "2009-11-17", "name")), "2009-11-17"),
        made(paper(head=meta("article:published_time", "2024-03-03T03:03:03Z") + meta("article:expiration_time", "2024-04-03T03:03:03Z")
                   + meta("event:start_time", "2024-05-03T03:03:03Z")), "2024-03-03T03:03:03Z"),
        made(paper("ru", meta("article:published_time", "2021-11-30T12:00:10+0300", "name")), "2021-11-30T09:00:10Z"),
        made(paper("uk", meta("datePublished", "2022-02-23T22:05:10+02:00", "itemprop")), "2022-02-23T20:05:10Z", provenance=None),
        made(paper("pt", meta("article:published_time", "") + meta("published_at", "2020-07-14T09:10:11-03:00", "name")), "2020-07-14T12:10:11Z"),
        made(paper("el", meta("article:published_time", "2023-01-05T10:15:25+02:00") + meta("article:modified_time", "2023-01-05T10:15:25+02:00")),
             "2023-01-05T08:15:25Z"),
        made(wordpress("tr", meta("article:published_time", "2025-02-06T04:17:35+03:00") + meta("og:updated_time", "2025-02-07T01:00:00+03:00")),
             "2025-02-06T01:17:35Z", "2025-02-06T22:00:00Z"),
    )  # fmt: skip


def _time_elements() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = "time") -> Dated:
        return Dated("time", html, published, updated, provenance)

    entry = '<span class="posted-on"><a href="/f" rel="bookmark"><time class="entry-date published" datetime="{}">{}</time>{}</a></span>'
    changed = '<time class="updated" datetime="2022-03-04T10:00:10+00:00">4 March 2022</time>'
    today = '<time class="today" datetime="2026-11-26">Thursday 26 November 2026</time>'
    return (
        made(wordpress(stamp=entry.format("2022-03-01T08:45:10+00:00", "1 March 2022", changed)), "2022-03-01T08:45:10Z", "2022-03-04T10:00:10Z"),
        made(wordpress(stamp=entry.format("2022-05-01T08:45:10+00:00", "1 May 2022", "").replace("published", "published updated")), "2022-05-01T08:45:10Z"),
        made(blocks(stamp='<time datetime="2025-10-07T12:34:56.000Z">3 hours ago</time>'), "2025-10-07T12:34:56Z"),
        made(blocks(top=today, stamp='<time datetime="2024-06-27T21:00:15Z">27 June 2024</time>'), "2024-06-27T21:00:15Z"),
        made(paper("de", stamp='<time class="timeformat" datetime="2023-04-15 12:30:00">15.04.2023, 12.30 Uhr</time>'), "2023-04-15"),
        made(paper("de", top=today.replace("Thursday 26", "Donnerstag, 26."), stamp='<div class="meta">Von Maike Petersen '
                   '<time datetime="2021-09-27T05:30:20+02:00">27. September 2021, 5:30 Uhr</time></div>'), "2021-09-27T03:30:20Z"),
        made(paper("es", stamp='<div class="a_md_f"><span>Madrid - </span><time datetime="2024-10-29T19:45:10.000Z" data-date="2024-10-29">'
                   '<a href="/hemeroteca/2024-10-29/">29 oct 2024 - 20:45<abbr> CET</abbr></a></time></div>'), "2024-10-29T19:45:10Z"),
        made(paper("pt", stamp='<time class="c-more-options__published-date" datetime="2022-10-30 20:15:00">30.out.2022 às 20h15</time>'
                   '<time class="c-more-options__modified-date" itemprop="dateModified" datetime="2022-11-01 09:00:00">Atualizado: 1º.nov.2022 às 9h00</time>'),
             "2022-10-30", "2022-11-01"),
        made(paper("nl", stamp='<div class="published"><time datetime="2023-11-22T21:00:05+0100">woensdag 22 november 2023, 21:00</time></div>'
                   '<div class="modified">Aangepast <time datetime="2023-11-23T07:30:05+0100">23 november, 07:30</time></div>'),
             "2023-11-22T20:00:05Z", "2023-11-23T06:30:05Z"),
        made(blocks("ja", stamp='<p class="content--date"><time datetime="2024-01-01T16:10">2024年1月1日 16時10分</time></p>'), "2024-01-01"),
        made(drupal(stamp='<span class="field field--name-created"><time datetime="2020-06-18T13:20:40+01:00" class="datetime">Thu, 06/18/2020 - 13:20</time></span>'),
             "2020-06-18T12:20:40Z"),
        made(drupal("fr", stamp='<div class="field field--name-field-date-publication"><time datetime="2021-03-08T12:00:00Z" class="datetime">08/03/2021</time></div>'),
             "2021-03-08T12:00:00Z"),
        made(paper(stamp='<time pubdate datetime="2015-01-07">7 January 2015</time>'), "2015-01-07"),
        made(paper("it", stamp='<p class="news-date"><time>12 giugno 2023</time></p>'), "2023-06-12"),
        made(paper("pl", stamp='<span class="article_date"><time datetime="13.12.2021 07:15">13.12.2021 07:15</time></span>'), "2021-12-13"),
        made(paper(stamp='<div>Published <time datetime="2019-04-15T18:20:30Z">15 Apr 2019</time>, <span>Audio <time datetime="PT3M20S">3:20</time></span></div>'),
             "2019-04-15T18:20:30Z"),
        made(paper(inner='<figure><figcaption>The pier in <time datetime="1987-05-01">May 1987</time></figcaption></figure>',
                   stamp='<time datetime="2020-09-09T09:00:45Z">9 September 2020</time>'), "2020-09-09T09:00:45Z"),
        made(paper(stamp='<relative-time datetime="2023-12-13T11:22:33Z">13 Dec 2023</relative-time>'), "2023-12-13T11:22:33Z", provenance=None),
        made(wordpress("sv", stamp='<div>Publicerad <time datetime="2022-09-11T20:05:10+02:00">11 september 2022</time> Uppdaterad '
                       '<time datetime="2022-09-12T06:00:10+02:00">12 september 2022</time></div>'), "2022-09-11T18:05:10Z", "2022-09-12T04:00:10Z"),
        made(wordpress("cs", stamp='<div class="authors">Maud Perrin | <time datetime="2023-01-28T14:30:20+01:00">28. ledna 2023 14:30</time></div>'),
             "2023-01-28T13:30:20Z"),
        made(paper("ar", stamp='<time datetime="2023-10-07T05:40:10Z" dir="rtl">٧ أكتوبر ٢٠٢٣</time>'), "2023-10-07T05:40:10Z"),
        made(paper(below='<p class="endnote">This article was published on <time datetime="2021-05-17T06:30:40Z">17 May 2021</time>.</p>'), "2021-05-17T06:30:40Z"),
    )  # fmt: skip


def _microdata() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None) -> Dated:
        return Dated("microdata", html, published, updated)

    def item(html: str, kind: str = "NewsArticle") -> str:
        return html.replace("<article ", f'<article itemscope itemtype="https://schema.org/{kind}" ', 1)

    pair = '<meta itemprop="datePublished" content="{}"><meta itemprop="dateModified" content="{}">'
    return (
        made(item(paper(stamp=pair.format("2016-06-24T04:40:20Z", "2016-06-24T15:00:20Z"))), "2016-06-24T04:40:20Z", "2016-06-24T15:00:20Z"),
        made(item(paper("fr", stamp='<p>Publié le <time itemprop="datePublished" datetime="2015-11-14T01:10:30+01:00">14/11/2015</time></p>')), "2015-11-14T00:10:30Z"),
        made(item(paper("es", stamp='<span itemprop="datePublished" content="2017-10-01T21:00:15+02:00">01/10/2017</span>')), "2017-10-01T19:00:15Z"),
        made(item(paper("de", stamp='<span itemprop="datePublished">24.09.2017</span>')), "2017-09-24"),
        made(item(paper("ru", stamp='<meta itemprop="datePublished" content="2018-03-18T21:00:30+03:00"><div class="date">18.03.2018, 21:00</div>')), "2018-03-18T18:00:30Z"),
        made(item(paper("it", stamp='<time itemprop="datePublished dateCreated" datetime="2018-03-05T07:00:15+01:00">5 marzo 2018</time>')), "2018-03-05T06:00:15Z"),
        made(paper("pl", stamp='<span property="datePublished" content="2019-10-13T21:01:05+02:00">13 paź 2019</span>')
             .replace("<article ", '<article vocab="https://schema.org/" typeof="NewsArticle" ', 1), "2019-10-13T19:01:05Z"),
        made(wordpress(stamp='<abbr class="published" title="2011-03-11T09:30:15+00:00">Friday</abbr>'), "2011-03-11T09:30:15Z"),
        made(paper(stamp='<span class="dt-published" title="2013-03-13T19:06:20Z">13 March</span>').replace("article--standard", "h-entry"), "2013-03-13T19:06:20Z"),
        made(item(paper(stamp='<time itemprop="datePublished" datetime="2020-01-31T23:00:20Z">31 January 2020</time>',
                        below='<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2020-02-01T01:00:00Z">'
                        "</time><p>At last.</p></div>")), "2020-01-31T23:00:20Z"),
    )  # fmt: skip


def _addresses() -> Sequence[Dated]:
    def made(
        url: str,
        published: str | None,
        html: Callable[..., str] = paper,
        language: str = "en",
        head: str = "",
        provenance: str | None = "url",
    ) -> Dated:
        return Dated("url", html(language, canonical(url) + head), published, None, provenance if published else None)

    return (
        made("https://post.example/2023/05/06/ferry-all-winter/", "2023-05-06"),
        made("https://post.example/politique/20220410-le-bac-naviguera", "2022-04-10", language="fr"),
        made("https://www.post.example/world/2021/aug/15/ferry-all-winter", "2021-08-15"),
        made("https://post.example/espana/2019-04-28/transbordador_1234567/", "2019-04-28", language="es"),
        made("http://news.post.example/c/2024-03/11/c_1130088.htm", "2024-03-11", portal, "zh"),
        made("https://post.example/20200229/1565382910.html", "2020-02-29", portal, "ru"),
        made("https://post.example/2018/07/faehre-faehrt-den-ganzen-winter", "2018-07", language="de"),
        made("https://post.example/ferry-timetable-2025-2026", None),
        made("https://post.example/archive/19870214.html", None),
        made("https://post.example/n/66120250213", None),
    )


LINES: Sequence[tuple[Callable[..., str], str, str, str | None, str | None]] = (
    (paper, "en", '<p class="byline">By Maud Perrin, Transport correspondent</p><p class="dateline">Thu 4 Apr 2024 06.00 BST</p>', "2024-04-04", None),
    (paper, "en", "<details><summary>Tue 11 Jun 2019 14.21 BST</summary>Last modified on Wed 12 Jun 2019 09.00 BST</details>", "2019-06-11", "2019-06-12"),
    (paper, "en", '<div class="date-simple"><span class="screen-reader-text">Published On 3 Jan 2020</span><span aria-hidden="true">3 Jan 2020</span></div>',
     "2020-01-03", None),
    (blocks, "en", "<div><span>January 6, 2021</span><span>7:42 PM UTC</span><span>Updated ago</span></div>", "2021-01-06T19:42:00Z", None),
    (paper, "en", '<div class="Page-byline">By MAUD PERRIN</div><div class="Page-dateModified">Updated 8:05 AM GMT, August 9, 2023</div>'
     '<div>Published 6:00 PM GMT, August 8, 2023</div>', "2023-08-08T18:00:00Z", "2023-08-09T08:05:00Z"),
    (paper, "en", '<p class="posted">Posted Fri 24 Jan 2020 at 5:02am, updated Sat 25 Jan 2020 at 9:15pm</p>', "2020-01-24", "2020-01-25"),
    (wordpress, "en", '<span class="date">Sept. 8, 2022</span> <span class="author">by Maud</span>', "2022-09-08", None),
    (tables, "en", '<font size="2"><i>Friday, March 12, 2004</i></font><br>', "2004-03-12", None),
    (tables, "en", '<font size="1">By Maud Perrin - 12/31/2003</font>', "2003-12-31", None),
    (drupal, "en", '<div class="submitted">Submitted by editor on 14 July 2016 - 11:30pm</div>', "2016-07-14", None),
    (drupal, "en", "<dl><dt>Published</dt><dd>21 October 2019</dd><dt>Last updated</dt><dd>4 November 2019</dd></dl>", "2019-10-21", "2019-11-04"),
    (blocks, "en", '<div><span>Maud Perrin</span><span>·</span><span data-testid="storyPublishDate">Oct 17, 2023</span><span>4 min read</span></div>', "2023-10-17", None),
    (paper, "en", '<p class="time">PTI / Updated: Jul 23, 2023, 09:12 IST</p>', None, "2023-07-23"),
    (paper, "en", '<p>First published: 2nd February 2018 | Last updated: 5th February 2018</p>', "2018-02-02", "2018-02-05"),
    (paper, "de", '<p class="meta">Veröffentlicht am 3.10.2020 um 10:15 Uhr</p>', "2020-10-03", None),
    (paper, "de", '<p class="metatextline">Stand: 26.09.2021 22:45 Uhr</p>', None, "2021-09-26"),
    (paper, "de", '<p class="date">Mittwoch, 1. Februar 2023</p><p>von Maike Petersen</p>', "2023-02-01", None),
    (paper, "de", '<p class="info">Erstellt: 05.01.2022, 17:30 Uhr | Aktualisiert: 06.01.2022, 08:00 Uhr</p>', "2022-01-05", "2022-01-06"),
    (paper, "de", '<div class="post-info">Hohenpriel / 12. Mär 2024, 08:00 Uhr</div>', "2024-03-12", None),
    (paper, "fr", '<p class="meta__publisher"><span class="meta__date">Publié le 7 mai 2017 à 20h00, modifié le 8 mai 2017 à 07h12</span></p>', "2017-05-07", "2017-05-08"),
    (paper, "fr", '<p class="infos">Par Maud Perrin, le 1er juillet 2022 à 06:00</p>', "2022-07-01", None),
    (paper, "fr", '<p class="maj">Mise à jour le 16/04/2019 à 11:30 - Publié le 15/04/2019 à 19:03</p>', "2019-04-15", "2019-04-16"),
    (paper, "es", '<p class="firma">Marta Perín</p><p class="fecha">Actualizado el 2 de octubre de 2017 a las 09:15</p>', None, "2017-10-02"),
    (paper, "es", '<p class="fecha">Publicado: 20/11/2011 - 22:30</p>', "2011-11-20", None),
    (paper, "es", '<div class="datos">Puerto, 11 mar. 2004</div>', "2004-03-11", None),
    (paper, "it", '<div class="article-date">ALDERA, 14 agosto 2018, 11:36</div><div>Redazione</div>', "2018-08-14", None),
    (paper, "it", '<p class="data">Pubblicato il 25 settembre 2022 alle 23:05 - Aggiornato il 26 settembre 2022 alle 10:30</p>', "2022-09-25", "2022-09-26"),
    (paper, "pt", '<p class="content-publication-data__updated">Por Marta Perim — Aldeira<br>30/10/2022 20h00 Atualizado 01/11/2022 08h30</p>', "2022-10-30", "2022-11-01"),
    (paper, "pt", '<p class="data">Publicado em 25 de abril de 2024 às 10:00</p>', "2024-04-25", None),
    (paper, "nl", '<p class="article-meta">Maud Perrin <span>5 december 2021, 16:00</span></p>', "2021-12-05", None),
    (paper, "nl", '<p class="datum">Gepubliceerd op 17-03-2021 om 21:30, laatst bijgewerkt op 18-03-2021 om 08:10</p>', "2021-03-17", "2021-03-18"),
    (paper, "pl", '<p class="data">Data publikacji: 10 kwietnia 2020, 8:41. Aktualizacja: 11 kwietnia 2020</p>', "2020-04-10", "2020-04-11"),
    (portal, "ru", '<div class="article__info-date"><a>20:05 18.03.2018</a> <span class="modif">(обновлено: 09:10 19.03.2018)</span></div>', "2018-03-18", "2018-03-19"),
    (portal, "ru", '<div class="b-date">1 сентября 2022, 08:30</div>', "2022-09-01", None),
    (portal, "zh", '<div class="header-time"><span class="year"><em>2022</em></span><span class="day"><em>02</em>/<em>04</em></span>'
     '<span class="time">20:00:10</span></div><span>来源：新华网</span>', "2022-02-04", None),
    (portal, "zh", '<div class="info"><span>2021-07-01 08:00:00</span><span>来源：海港日报</span></div>', "2021-07-01", None),
    (portal, "zh", '<p class="time">发布时间：2020年4月8日 00:05　来源：海港网　编辑：马丽</p>', "2020-04-08", None),
    (blocks, "ja", "<p>2019年5月1日 0時00分</p><p>更新日：2019年5月3日</p>", "2019-05-01", "2019-05-03"),
    (blocks, "ja", "<p>令和5年10月4日</p>", "2023-10-04", None),
    (portal, "ko", '<div class="info"><span>입력 2022.03.10. 04:30</span> <span>수정 2022.03.11. 07:00</span></div>', "2022-03-10", "2022-03-11"),
    (portal, "ar", '<div class="date">الأحد 9 يونيو 2024 - 14:30</div>', "2024-06-09", None),
    (portal, "ar", '<div class="date">نشر في: 3 نيسان / أبريل 2023</div>', "2023-04-03", None),
    (paper, "tr", '<p class="tarih">Giriş: 14.05.2023 - 23:55 Güncelleme: 15.05.2023 - 02:10</p>', "2023-05-14", "2023-05-15"),
    (paper, "sv", '<p class="tid">Publicerad 28 september 2021 kl 12.00</p>', "2021-09-28", None),
    (paper, "cs", '<p class="art-info">28. 10. 2018 &nbsp; 9:30</p>', "2018-10-28", None),
    (paper, "uk", '<p class="date">24 серпня 2021, 11:00</p>', "2021-08-24", None),
    (paper, "el", '<p class="date">Δημοσίευση: 21 Μαΐου 2023, 21:15</p>', "2023-05-21", None),
    (paper, "id", '<p class="date">Rabu, 17 Agustus 2022 10:17 WIB</p>', "2022-08-17T03:17:00Z", None),
    (portal, "th", '<div class="date">14 พฤษภาคม 2566 เวลา 20:30 น.</div>', "2023-05-14", None),
)  # fmt: skip


def _lines() -> Sequence[Dated]:
    return [
        Dated("byline", skin(language, stamp=stamp), published, updated, "byline" if published else None)
        for skin, language, stamp, published, updated in LINES
    ]


def _page_data() -> Sequence[Dated]:
    """Sites whose pages carry their article as data for their own scripts."""

    def made(html: str, published: str | None, updated: str | None = None) -> Dated:
        return Dated("page data", html, published, updated)

    def following(article: dict[str, Any], **more: Any) -> str:
        properties = {"pageProps": {"article": article, "related": [{"title": "Pier", "publishedAt": "2026-08-08T08:00:00Z"}], **more}}
        return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": properties, "page": "/[slug]", "buildId": "x1"})}</script>'

    title = STORIES["en"].title
    fusion = {"_id": "A1", "type": "story", "headlines": {"basic": title}, "display_date": "2023-06-06T10:15:20Z", "first_publish_date": "2023-06-06T10:15:20Z",
              "publish_date": "2023-06-07T08:00:00Z", "last_updated_date": "2023-06-07T08:00:00Z"}  # fmt: skip
    return (
        made(blocks(below=following({"title": title, "slug": "ferry", "publishedAt": "2024-11-28T06:15:30Z", "updatedAt": "2024-11-29T06:15:30Z"})),
             "2024-11-28T06:15:30Z", "2024-11-29T06:15:30Z"),
        made(blocks(below=following({"id": 7}, data={"story": {"headline": title, "datePublished": "2023-11-28T06:15:30Z"}})), "2023-11-28T06:15:30Z"),
        made(blocks("de", stamp='<time datetime="2022-12-18T18:00:05+01:00">18.12.2022</time>',
                    below=following({"headline": STORIES["de"].title, "publicationDate": "2022-12-18T18:00:05+01:00"})), "2022-12-18T17:00:05Z"),
        made(blocks(head=meta("article:published_time", "2021-10-31T12:00:35Z"), below=following({"id": 5}, buildTime="2026-11-26T00:00:00Z")), "2021-10-31T12:00:35Z"),
        made(blocks(below=following({"id": 5, "title": title}, generatedAt="2026-11-25T03:00:00Z", user={"createdAt": "2019-01-01T00:00:00Z"})), None),
        made(paper(below=f"<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps(fusion)};Fusion.contextPath='/pf';</script>"),
             "2023-06-06T10:15:20Z", "2023-06-07T08:00:00Z"),
    )  # fmt: skip


def _live_blogs() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("live blog", html, published, updated, provenance)

    entries = [
        {"@type": "BlogPosting", "headline": f"Entry {n}", "datePublished": f"2024-07-04T2{n}:00:00Z", "articleBody": "A count."}
        for n in (3, 2, 1)
    ]
    live = story(kind="LiveBlogPosting", datePublished="2024-07-04T05:00:10Z", dateModified="2024-07-04T23:05:10Z", coverageStartTime="2024-07-04T21:00:00Z",
                 coverageEndTime="2024-07-05T05:00:00Z", liveBlogUpdate=entries)  # fmt: skip
    shown = "".join(
        f'<section class="live-entry"><time datetime="2023-05-14T{hour}:00:00+03:00">{hour}:00</time><p>A count from the north.</p></section>'
        for hour in (22, 21)
    )
    texts = "".join(
        f'<div class="ticker-entry"><h3>{hour}.00 Uhr</h3><p>Eine Meldung aus dem Norden der Insel.</p></div>' for hour in (19, 18)
    )
    return (
        made(paper(head=ld(live)), "2024-07-04T05:00:10Z", "2024-07-04T23:05:10Z", "json-ld"),
        made(paper("tr", stamp='<div class="meta">Yayınlanma: <time datetime="2023-05-14T08:00:20+03:00">14.05.2023 08:00</time></div>', below=shown), "2023-05-14T05:00:20Z", None, "time"),
        made(paper("de", stamp='<p class="date">Liveticker vom 24. Februar 2022</p>', below=texts), "2022-02-24", None, "byline"),
        made(blocks(head=ld({k: v for k, v in live.items() if k not in ("datePublished", "dateModified")})), None),
    )  # fmt: skip


def _conflicts() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("conflict", html, published, updated, provenance)

    node = ld(story(datePublished="2023-08-21T08:00:30Z"))
    wrong = meta("article:published_time", "2023-09-30T10:00:00Z")
    return (
        made(wordpress(head=node + wrong), "2023-08-21T08:00:30Z", None, "json-ld"),
        made(wordpress(head=wrong, stamp='<time class="entry-date" datetime="2019-05-06T00:10:20Z">May 6, 2019</time>'), "2023-09-30T10:00:00Z", None, "meta"),
        made(paper(head=canonical("https://post.example/2024/02/13/ferry"), stamp='<time datetime="2024-02-14T09:10:20Z">14 February 2024</time>'),
             "2024-02-14T09:10:20Z", None, "time"),
        made(paper(head=ld(story(datePublished="0001-01-01T00:00:00Z")) + meta("article:published_time", "2022-12-01T07:00:25Z")), "2022-12-01T07:00:25Z", None, "meta"),
        made(paper(head=ld(story(datePublished="", dateModified=None)), stamp='<p class="byline">Maud Perrin, 2 December 2022</p>'), "2022-12-02", None, "byline"),
        made(paper(head=ld(story(datePublished="1970-01-01T00:00:00+00:00")), stamp='<time datetime="2021-12-03T07:00:25Z">3 December 2021</time>'),
             "2021-12-03T07:00:25Z", None, "time"),
        made(paper(head=ld(story(datePublished="2999-12-31T23:59:59Z")), stamp="<p>Published 4 December 2021</p>"), "2021-12-04", None, "byline"),
        made(paper(head=ld(story(headline="Bakery prize", url="https://post.example/bakery", datePublished="2026-10-01T10:00:00Z"))
                   + canonical("https://post.example/ferry"), stamp='<p class="byline">By Maud Perrin | 5 May 2022</p>'), "2022-05-05", None, "byline"),
        made(paper("de", stamp="<p>Foto vom 3. März 2019: Die Fähre im Eis</p><p class='datum'>Hohenpriel, 6. Januar 2023</p>"), "2023-01-06", None, "byline"),
        made(paper("fr", canonical("https://post.example/2021/06/20/bac"), '<p class="date">Publié le 20 juin 2021</p>'), "2021-06-20"),
        made(paper(head=ld(story(dateModified="2024-10-10T10:00:45Z")), stamp='<p class="byline">Published 8 October 2024</p>'), "2024-10-08", "2024-10-10T10:00:45Z", "byline"),
        made(paper(top="<p>Thursday, November 26, 2026</p>", stamp='<p class="byline">By Maud Perrin, August 5, 2024</p>'), "2024-08-05", None, "byline"),
        made(paper("es", head=meta("article:modified_time", "2020-05-05T10:00:15+02:00"), stamp='<p class="fecha">4 de mayo de 2020</p>'), "2020-05-04", "2020-05-05T08:00:15Z", "byline"),
    )  # fmt: skip


def _feeds() -> Sequence[Dated]:
    def made(html: str, hint: str, published: str, provenance: str) -> Dated:
        return Dated("feed", html, published, None, provenance, hint)

    return (
        made(paper("de"), "2024-07-01T06:30:15+02:00", "2024-07-01T04:30:15Z", "feed"),
        made(wordpress(inner="<p>The crossing of 3 March 2022 was full.</p>"), "2024-07-02T06:30:15Z", "2024-07-02T06:30:15Z", "feed"),
        made(
            paper(stamp='<time datetime="2024-07-02T23:50:00Z">2 July 2024</time>'), "2024-07-03T06:30:15Z", "2024-07-03T06:30:15Z", "feed"
        ),
        made(paper("fr", ld(story("fr", datePublished="2024-07-04T06:30:15Z"))), "2024-07-05T10:00:00Z", "2024-07-04T06:30:15Z", "json-ld"),
        made(
            paper("it", meta("article:published_time", "2024-07-05T06:30:15+02:00")), "2024-07-06T10:00:00Z", "2024-07-05T04:30:15Z", "meta"
        ),
    )


def _undated() -> Sequence[Dated]:
    def made(html: str, updated: str | None = None) -> Dated:
        return Dated("no date", html, None, updated)

    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Boat day",
        "startDate": "2025-09-20T10:00:00Z",
        "endDate": "2025-09-21",
    }
    video = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": "Older film",
        "uploadDate": "2018-08-08T08:08:08Z",
        "duration": "PT2M",
    }
    other = story(
        headline="Pier is painted",
        url="https://post.example/pier",
        mainEntityOfPage="https://post.example/pier",
        datePublished="2025-05-05T05:05:05Z",
    )
    return (
        made(wordpress()), made(drupal("de")), made(blocks("fr")), made(paper("es")), made(portal("zh")), made(tables("en")), made(portal("ja")), made(paper("ar")),
        made(blocks(stamp="<span>Published 3 hours ago</span>")),
        made(paper("de", stamp='<p class="date">vor 20 Minuten</p>')),
        made(portal("zh", stamp="<span>5分钟前</span>")),
        made(paper("ru", stamp="<p>Сегодня, 14:20</p>")),
        made(paper(top='<div class="today">Thursday, 26 November 2026</div>')),
        made(paper("it", top='<p class="oggi">giovedì 26 novembre 2026 - Aggiornato alle 13:25</p>')),
        made(wordpress(head=ld(PUBLISHER | {"@context": "https://schema.org"}), below="<p>Founded on 1 April 1898</p>")),
        made(paper(head=ld(event), below='<div class="event">Boat day: Saturday 20 September 2025, 10am</div>')),
        made(paper(head=ld(video))),
        made(paper(head=ld(other) + canonical("https://post.example/ferry"))),
        made(paper(inner="<p>The first crossing on 3 November 2025 was full, and so was the one on 4 November.</p>")),
        made(paper("fr", inner="<p>Le conseil avait voté le 12 mars 2024 un premier crédit, puis un second le 3 avril 2024.</p>")),
        made(paper(stamp='<figure><figcaption>The ferry on 14 May 2019. Photo: Maud Perrin</figcaption></figure>')),
        made(paper("es", stamp="<p>Foto de archivo, 8 de agosto de 2015</p>")),
        made(paper(head=meta("article:modified_time", "2024-10-20T10:00:15Z")), "2024-10-20T10:00:15Z"),
        made(paper("de", stamp="<p class='date'>Aktualisiert am 21.10.2024, 10:00 Uhr</p>"), "2024-10-21"),
        made(wordpress(stamp='<time itemprop="dateModified" datetime="2023-04-20T10:00:15Z">Updated 20 April 2023</time>'), "2023-04-20T10:00:15Z"),
        made(paper("pl", head=ld(story("pl", dateModified="2022-03-20T10:00:15+01:00"))), "2022-03-20T09:00:15Z"),
        made(paper(below='<section id="comments"><h2>Comments</h2><p>Ann, 5 May 2025 at 10:15</p><p>Good news for us all on the island.</p></section>')),
        made(paper(below='<div class="related"><h3>Related</h3><ul><li>Pier is painted <span>12 Apr 2023</span></li><li>Prize <span>11 Apr 2023</span></li></ul></div>')),
        made(drupal(below='<div class="weather">Friday 27 November 2026: rain, 8 degrees</div>')),
        made(paper(head=meta("copyright", "2026", "name") + meta("expires", "Thu, 31 Dec 2026 23:59:59 GMT", "http-equiv"))),
        made(paper(head=meta("article:published_time", "not set") + meta("date", "{{ page.date }}", "name"), stamp='<time datetime="{{date}}">{{date}}</time>')),
        made(paper(below='<div class="newsletter">Our next letter comes on 1 December 2026. Subscribe!</div>')),
        made(paper(below="<p>Applications close on 15 January 2026. The new timetable is valid from 1 February 2026.</p>")),
        made(paper(stamp="<p>From the print edition, 7/8/2021</p>")),
        made(paper(below='<p class="legal">Terms of use last revised 25 May 2018. Privacy notice of 1 January 2023.</p>')),
        made(blocks("ja", below="<p>開催日：2025年9月20日（土）</p>")),
        made(portal("ru", below='<div class="docs">Указ от 12.05.2023 № 342, постановление от 3 июня 2024 г.</div>')),
        made(tables("de", top="<font size=1>Heute ist Donnerstag, der 26.11.2026</font><br>")),
    )  # fmt: skip


FOURTH: Sequence[Dated] = (
    *_json_ld(), *_meta_tags(), *_time_elements(), *_microdata(), *_addresses(), *_lines(), *_page_data(), *_live_blogs(), *_conflicts(), *_feeds(), *_undated()
)  # fmt: skip
