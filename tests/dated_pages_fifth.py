"""A fifth set: pages of other systems, languages and traps than the first four, labelled before any result of it was looked at.

It was written after what the fourth set showed was mended; labels as there.
"""
# ruff: noqa: E501  a page's head stands in one line

import json
from collections.abc import Sequence
from typing import Any

from tests.dated_pages import Dated, canonical, ld, meta
from tests.newsroom_systems import STORIES, amp, blog, letter, printed, station, theme, town_hall

TITLE = STORIES["en"].title


def article(language: str = "en", **more: Any) -> str:
    return ld({"@context": "https://schema.org", "@type": "NewsArticle", "headline": STORIES[language].title, **more})


def _systems() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("systems", html, published, updated, provenance)

    entry = '<span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{}">{}</time></span>'
    return (
        made(blog(day='<h2 class="date-header"><span>Thursday, June 23, 2016</span></h2>'), "2016-06-23"),
        made(blog(foot='<span class="post-timestamp">at <a class="timestamp-link" href="/p"><abbr class="published" itemprop="datePublished" title="2014-09-19T07:30:20+01:00">07:30</abbr></a></span>'),
             "2014-09-19T06:30:20Z"),
        made(blog("es", day='<h2 class="date-header"><span>martes, 20 de noviembre de 2012</span></h2>'), "2012-11-20"),
        made(letter(stamp='<div class="pencraft pc-display-flex"><div class="pencraft">Maud Perrin</div><div class="pencraft">Mar 04, 2024</div></div>'), "2024-03-04"),
        made(letter(stamp='<div class="meta-2"><a href="/@maud">Maud Perrin</a><div>Jul 12, 2023</div><div>∙ Paid</div></div>'), "2023-07-12"),
        made(letter("de", stamp='<section class="post-full-meta"><time class="post-full-meta-date" datetime="2022-04-28">28. Apr. 2022</time><span class="date-divider">/</span>6 min</section>'),
             "2022-04-28", None, "time"),
        made(theme(stamp=entry.format("2021-05-10T12:40:05+00:00", "May 10, 2021")), "2021-05-10T12:40:05Z", None, "time"),
        made(theme("it", stamp=entry.format("2020-02-23T09:10:15+01:00", "23 Febbraio 2020")), "2020-02-23T08:10:15Z", None, "time"),
        made(theme(stamp='<span class="elementor-icon-list-text elementor-post-info__item--type-date"><time>May 3, 2024</time></span>'), "2024-05-03"),
        made(theme(stamp='<div class="wp-block-post-date"><time datetime="2024-09-27T03:15:45+00:00">27 September 2024</time></div>'), "2024-09-27T03:15:45Z", None, "time"),
        made(theme("pt", stamp='<span class="post-meta-date">10 de jan. de 2023</span>'), "2023-01-10"),
        made(town_hall(stamp='<div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="2023-06-15">15.06.2023</time></span></p></div>'), "2023-06-15"),
        made(town_hall(stamp="<p>Pressemitteilung Nr. 112 vom 4. Mai 2022</p>"), "2022-05-04"),
        made(town_hall("fr", stamp='<p class="small">Communiqué de presse - 9 décembre 2021</p>'), "2021-12-09"),
        made(town_hall("en", stamp="<dl><dt>From:</dt><dd>Department for Ferries</dd><dt>Published</dt><dd>6 June 2022</dd><dt>Last updated</dt><dd>8 June 2022</dd></dl>"), "2022-06-06", "2022-06-08"),
        made(town_hall("en", stamp='<p class="release">FOR IMMEDIATE RELEASE</p><p>March 15, 2018</p>'), "2018-03-15"),
        made(town_hall("nl", stamp="<p>Nieuwsbericht | 21-12-2023 | 13:30</p>"), "2023-12-21"),
        made(town_hall("sv", stamp="<p>Publicerad: 2022-02-24</p><p>Senast uppdaterad: 2022-02-28</p>"), "2022-02-24", "2022-02-28"),
        made(amp(stamp='<amp-timeago layout="fixed" width="160" height="20" datetime="2022-08-31T20:15:00Z">2022-08-31</amp-timeago>'), "2022-08-31T20:15:00Z"),
        made(amp("fr", article("fr", datePublished="2019-04-15T18:55:12+02:00", dateModified="2019-04-16T06:10:00+02:00")), "2019-04-15T16:55:12Z", "2019-04-16T04:10:00Z", "json-ld"),
        made(amp("id", stamp='<div class="amp-wp-meta amp-wp-posted-on"><time datetime="2022-10-01T23:40:30+07:00">Sabtu, 1 Okt 2022</time></div>'), "2022-10-01T16:40:30Z", None, "time"),
        made(printed(stamp="<p>HARBOUR POST, 14 October 2015</p>"), "2015-10-14"),
        made(printed("de", below="<p>Artikel vom 11.03.2011, 18:45 Uhr</p>"), "2011-03-11"),
        made(printed("de", stamp="<p>Harbour Post, Ausgabe vom 3. Juni 2009, Seite 4</p>"), "2009-06-03"),
        made(station(stamp='<div class="c-when"><bsp-timestamp data-timestamp="1697461200000"></bsp-timestamp></div>'), "2023-10-16T13:00:00Z"),
        made(station("ja", stamp="<p>2021年7月23日（金）20:00配信</p>"), "2021-07-23"),
        made(station("zh", stamp="<span>2024-02-10 00:05</span><span>星期六</span>"), "2024-02-10"),
        made(station("ko", stamp="<p>등록: 2021-05-20 11:22</p>"), "2021-05-20"),
    )  # fmt: skip


def _languages() -> Sequence[Dated]:
    lines = (
        ("he", '<div class="date">13.10.2023 | 07:45</div>', "2023-10-13", None),
        ("he", "<span>פורסם: 9 באוקטובר 2023, 06:30</span>", "2023-10-09", None),
        ("hi", "<p>प्रकाशित: 15 अगस्त 2022, 08:00</p>", "2022-08-15", None),
        ("hi", "<p>Updated: 16 जून 2023 10:15 AM IST</p>", None, "2023-06-16T04:45:00Z"),
        ("fi", '<p>Julkaistu 4.4.2023 15:40</p><p>Päivitetty 5.4.2023</p>', "2023-04-04", "2023-04-05"),
        ("fi", "<div><span>Maija Perälä</span> <span>12. maaliskuuta 2022</span></div>", "2022-03-12", None),
        ("da", "<p>8. september 2022 kl. 19.32</p>", "2022-09-08", None),
        ("da", '<div class="art-date">Publiceret d. 14. jan 2024, opdateret d. 15. jan 2024</div>', "2024-01-14", "2024-01-15"),
        ("ro", "<p>Publicat: 24 februarie 2022, 06:12</p>", "2022-02-24", None),
        ("ro", "<p>Data publicării: 01.12.2021</p>", "2021-12-01", None),
        ("hu", "<p>2022. április 3., 22:15</p>", "2022-04-03", None),
        ("hu", "<p>2023.05.09. 10:20</p>", "2023-05-09", None),
        ("vi", "<p>Thứ ba, 19/7/2022, 14:30 (GMT+7)</p>", "2022-07-19T07:30:00Z", None),
        ("vi", "<p>Ngày 2 tháng 9 năm 2023</p>", "2023-09-02", None),
        ("th", "<p>เผยแพร่ 24 มี.ค. 2562 18:00</p>", "2019-03-24", None),
        ("el", "<p>Τελευταία ενημέρωση: 2 Μαρτίου 2023</p><p>Δημοσιεύθηκε: 1 Μαρτίου 2023</p>", "2023-03-01", "2023-03-02"),
        ("cs", "<p>Publikováno 14. ledna 2023</p>", "2023-01-14", None),
        ("cs", "<div>aktualizováno 16. 12. 2023 | vydáno 15. 12. 2023</div>", "2023-12-15", "2023-12-16"),
        ("uk", "<div>Опубліковано: 11 листопада 2022, 15:30</div>", "2022-11-11", None),
        ("tr", "<div>Yayın Tarihi: 29 Ekim 2023 09:00</div>", "2023-10-29", None),
        ("ar", "<p>تاريخ النشر: 18 ديسمبر 2022 21:00 GMT</p>", "2022-12-18T21:00:00Z", None),
        ("ar", "<p>الثلاثاء، 14 تشرين الثاني 2023</p>", "2023-11-14", None),
        ("pl", "<p>15.10.2023, 21:02 | aktualizacja: 16.10.2023, 08:00</p>", "2023-10-15", "2023-10-16"),
        ("ja", "<p>令和元年5月1日更新</p>", None, "2019-05-01"),
        ("zh", "<p>中華民國112年10月10日</p>", "2023-10-10", None),
        ("id", "<p>Diterbitkan 14 Februari 2024, 19.00 WIB</p>", "2024-02-14T12:00:00Z", None),
        ("nl", "<p>Geplaatst: ma 15 mei 2023 16:45</p>", "2023-05-15", None),
        ("ru", "<p>Дата публикации: 17.03.2024, 21:00 (МСК)</p>", "2024-03-17T18:00:00Z", None),
        ("pt", "<p>Por Marta Perim, do Aldeira</p><p>02/10/2022 17h00&nbsp; Atualizado há 2 anos</p>", "2022-10-02", None),
        ("es", "<p>Marta Perín | Aldera | 23 jul 2023 - 20:00</p>", "2023-07-23", None),
    )  # fmt: skip
    return [
        Dated("languages", station(language, stamp=stamp), published, updated, "byline" if published else None)
        for language, stamp, published, updated in lines
    ]


def _machines() -> Sequence[Dated]:
    """What stands in heads and scripts."""

    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("machines", html, published, updated, provenance)

    apollo = {"ROOT_QUERY": {"x": 1}, "Article:7": {"__typename": "Article", "title": TITLE, "publishedAt": "2023-03-10T16:20:10Z", "updatedAt": "2023-03-11T08:00:00Z"},
              "Article:8": {"__typename": "Article", "title": "Pier", "publishedAt": "2026-01-01T10:00:00Z"}}  # fmt: skip
    layer = {"pageType": "article", "articleTitle": TITLE, "articlePublishDate": "2022-05-24", "articleId": "77"}
    fact_check = {"@type": "ClaimReview", "datePublished": "2023-02-03", "itemReviewed": {"@type": "Claim", "datePublished": "2023-01-28"}}
    episode = {"@context": "https://schema.org", "@type": "RadioEpisode", "name": TITLE, "datePublished": "2021-06-06T09:00:30+01:00"}
    cover = {"@context": "https://schema.org", "@graph": [{"@type": "Article", "headline": TITLE, "datePublished": "2022-11-15T14:00:05Z", "@id": "#a"},
             {"@type": "Person", "name": "Maud", "birthDate": "1970-05-05"}, {"@type": "Book", "name": "Boats", "datePublished": "2009-01-01"}]}  # fmt: skip
    return (
        made(station(below=f"<script>window.__APOLLO_STATE__ = {json.dumps(apollo)};</script>"), "2023-03-10T16:20:10Z", "2023-03-11T08:00:00Z"),
        made(station(below=f"<script>window.dataLayer = window.dataLayer || []; dataLayer.push({json.dumps(layer)});</script>"), "2022-05-24"),
        made(theme(head=article(datePublished="2023-02-03T10:10:10Z") + ld(fact_check)), "2023-02-03T10:10:10Z", None, "json-ld"),
        made(theme(head=ld(episode)), "2021-06-06T08:00:30Z"),
        made(theme(head=ld(cover)), "2022-11-15T14:00:05Z", None, "json-ld"),
        made(letter(head=article(datePublished="2025-01-20T17:00:45-05:00")), "2025-01-20T22:00:45Z", None, "json-ld"),
        made(letter("hi", head=article("hi", datePublished="2023-08-23T18:04:10+05:30", dateModified="2023-08-24T00:30:00+05:30")), "2023-08-23T12:34:10Z", "2023-08-23T19:00:00Z", "json-ld"),
        made(station("ko", article("ko", datePublished="2024-12-03T22:27:30+09:00")), "2024-12-03T13:27:30Z", None, "json-ld"),
        made(station("vi", meta("article:published_time", "2022-07-19T14:30:25+07:00") + meta("article:modified_time", "2022-07-19T20:00:25+07:00")),
             "2022-07-19T07:30:25Z", "2022-07-19T13:00:25Z", "meta"),
        made(station("fi", meta("article:published", "2023-04-04T12:40:35Z")), "2023-04-04T12:40:35Z", None, "meta"),
        made(station(head=meta("published_time_telegram", "2021-03-23T07:40:10+02:00")), "2021-03-23T05:40:10Z", None, "meta"),
        made(station(head=meta("article.created", "2019-09-20", "name") + meta("article.updated", "2019-09-22", "name")), "2019-09-20", "2019-09-22", "meta"),
        made(station("hu", meta("article:published_time", "2023-05-09T10:20+02:00")), "2023-05-09T08:20:00Z", None, "meta"),
        made(theme(head=meta("twitter:data1", "6 min read", "name") + meta("video:release_date", "2018-01-01T10:00:00Z"), stamp="<span>12 August 2020</span>"), "2020-08-12", None, "byline"),
        made(theme(head='<link rel="alternate" type="application/json+oembed" href="/o?d=2020-01-01"><script>var pub = {"ads": true, "date": "2026-11-25"};</script>',
                   stamp="<span>13 August 2020</span>"), "2020-08-13", None, "byline"),
        made(station("de", article("de", datePublished="2023-10-29T02:30:00+01:00")), "2023-10-29T01:30:00Z", None, "json-ld"),
        made(station("de", canonical("https://post.example/artikel/2022-06-07_faehre.html")), "2022-06-07", None, "url"),
        made(station("fr", canonical("https://post.example/2017/04/23/bac-d-aldrey_5115935_3224.html")), "2017-04-23", None, "url"),
        made(station(head=canonical("https://post.example/news/articles/c4g2025021300")), None),
    )  # fmt: skip


def _traps() -> Sequence[Dated]:
    """Dates by the title, and near it, that are of something else; and pages that say when nothing at all."""

    def made(html: str, updated: str | None = None) -> Dated:
        return Dated("no date", html, None, updated)

    box = '<div class="infobox"><p>Director: Maud Perrin</p><p>In cinemas from 5 May 2023</p><p>102 minutes</p></div>'
    return (
        made(theme()), made(letter("fr")), made(town_hall()), made(station("he")), made(printed("hi")), made(amp("pt")), made(blog("nl")), made(station("vi")),
        made(theme(stamp="<p>Saturday, 20 September 2025 | 10:00 | Harlow Hall</p>")),
        made(town_hall("de", stamp="<p>Wann: Samstag, 20. September 2025, 10 Uhr</p><p>Wo: Rathaus</p>")),
        made(theme(stamp="<p>Harlow United 2–1 Aldersey</p><p>Kick-off 15:00, 14 September 2024</p>")),
        made(theme(stamp="<p>Born 3 March 1931, died 9 October 2021</p>")),
        made(theme(lead=box)),
        made(theme(stamp="<p>The winter timetable of 1 November 2024 at a glance</p>")),
        made(theme(stamp="<h2>After the storm of 3 January 2025</h2>")),
        made(station(over="<span>Thu 26 Nov 2026</span>", stamp="<p>2 hours ago</p>")),
        made(station("es", over="<p>Aldera, jueves 26 de noviembre de 2026</p>")),
        made(theme(stamp="<p>Session of 12 March 2024, item 4</p>")),
        made(theme(stamp='<span class="views">20250213 views</span><span>5 min read</span>')),
        made(letter(stamp="<p>Next issue: December 1, 2026</p>")),
        made(theme(below="<p>Correction, see our note of 5 May: the price was wrong.</p>")),
        made(theme(below="<div class='author-box'><p>Maud Perrin joined the Post on 1 March 2012.</p></div>")),
        made(theme(below="<p>Photo taken 4 June 2019 by Maud Perrin</p>")),
        made(town_hall("de", below="<p>Frist für Einwendungen: 31.01.2025</p>")),
        made(town_hall("de", below="<p>Letzte Änderung: 17.02.2024</p>"), "2024-02-17"),
        made(town_hall("fr", below="<p>Page mise à jour le 18 février 2024</p>"), "2024-02-18"),
        made(station("ru", stamp="<p>Закон от 5 апреля 2023 года</p>")),
        made(station("ja", stamp="<p>撮影：2018年4月1日</p>")),
        made(station("zh", stamp="<p>活动时间：2024年5月1日</p>")),
        made(theme(stamp="<p>Tickets on sale 1 March 2024</p>")),
        made(theme(stamp="<ul class='tags'><li>Ferries</li><li>Election 9 June 2024</li></ul>")),
        made(theme(stamp="<table><tr><td>Opened</td><td>3 May 1998</td></tr><tr><td>Length</td><td>1200 m</td></tr></table>")),
        made(theme(head=ld({"@context": "https://schema.org", "@type": "Product", "name": "Ferry", "releaseDate": "2020-02-02"}))),
        made(theme(head=ld({"@context": "https://schema.org", "@type": "JobPosting", "title": "Captain", "datePosted": "2024-04-04"}))),
    )  # fmt: skip


def _conflicts() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("conflicts", html, published, updated, provenance)

    return (
        made(theme(head=article(datePublished="2022-01-05T10:00:10Z"), stamp="<span>6 January 2022</span>"), "2022-01-05T10:00:10Z", None, "json-ld"),
        made(theme(head=article(dateModified="2022-02-07T10:00:10Z"), stamp="<span>6 February 2022</span>"), "2022-02-06", "2022-02-07T10:00:10Z", "byline"),
        made(theme(stamp="<p>Updated 9 March 2022</p><p>Published 8 March 2022</p>"), "2022-03-08", "2022-03-09", "byline"),
        made(theme(stamp="<p>Photo: Harlow Point, 1 April 2019</p><p>By Maud Perrin | 10 April 2022</p>"), "2022-04-10", None, "byline"),
        made(theme(stamp="<p>11 May 2022</p>", below="<p>Event: 20 May 2022, Harlow Hall</p>"), "2022-05-11", None, "byline"),
        made(station(head=canonical("https://post.example/2022/06/12/ferry"), stamp="<p>13 June 2022</p>"), "2022-06-12", None, "url"),
        made(theme(head=article(datePublished="2022-07-14"), stamp='<time class="entry-date" datetime="2022-07-14T08:00:20Z">14 July 2022</time>'), "2022-07-14", None, "json-ld"),
        made(theme(head=article(datePublished="N/A"), stamp='<time datetime="2022-08-15T08:00:20+0000">15 August</time>'), "2022-08-15T08:00:20Z", None, "time"),
        made(station("de", stamp="<p>Stand: 16.09.2022, 12:00 Uhr</p><p>Erstellt am 15.09.2022</p>"), "2022-09-15", "2022-09-16", "byline"),
        made(theme(stamp='<p>Originally published in <time datetime="2012-10-17">17 October 2012</time>; republished <time datetime="2022-10-18">18 October 2022</time></p>'), "2012-10-17", None, "time"),
    )  # fmt: skip


FIFTH: Sequence[Dated] = (*_systems(), *_languages(), *_machines(), *_traps(), *_conflicts())
