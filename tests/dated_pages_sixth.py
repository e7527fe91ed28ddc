"""A sixth set: the shapes in which some sixty papers, agencies and public bodies show their dates, on pages of other builds; labels as before.

It was written after what the fifth set showed was mended, and before any result of it was looked at.
"""
# ruff: noqa: E501  a part of a page stands in one line

import json
from collections.abc import Sequence
from typing import Any

from tests.dated_pages import Dated, canonical, ld, meta
from tests.newsroom_pages import document, menu, paragraphs
from tests.newsroom_systems import STORIES


def modern(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "") -> str:
    """An application's page: hashed names, comments between its pieces, a consent dialog in the end."""
    story, (_, more, first, second, comment, cookies) = STORIES[language], STORIES[language].around
    return document(
        language,
        head,
        f'<div id="root"><!-- --><header class="_h1x"><a href="/">Harbour Post</a><nav><ul class="_n">{menu(language)}</ul></nav></header><!-- app --><main id="site-content">'
        f'<div class="_a1"><header class="_b2"><div class="_k"><a href="/region">{more}</a></div><h1 class="_t3" data-testid="headline">{story.title}</h1>'
        f'<div class="_s4">{stamp}</div><div class="_share"><button>Share</button><!-- --><button>Save</button></div></header><!-- body --><section class="_c5" name="articleBody">'
        f'{paragraphs(language, inner)}</section><!-- end --><div class="_d6">{below}</div></div><section class="_r7"><h2>{more}</h2><div class="_card"><a href="/1">{first}</a>'
        f'<p>Nov. 2, 2026</p></div><div class="_card"><a href="/2">{second}</a><p>Nov. 1, 2026</p></div></section></main><footer><p>© 2026 Harbour Post Company</p></footer>'
        f'<div id="consent"><p>{cookies}</p><p>This notice was last updated on 12 January 2024.</p></div><!-- {comment} --></div>',
    )


def classic(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "") -> str:
    """A portal of the years before: columns, boxes, the article in one of them, a forum under it."""
    story, (_, more, first, second, comment, _) = STORIES[language], STORIES[language].around
    return document(
        language,
        head,
        f'<div id="wrapper"><div id="top"><img src="logo.gif" alt="Harbour Post"><ul>{menu(language)}</ul></div><div id="left"><div class="box"><h4>{more}</h4>'
        f'<p>01.11.2026 <a href="/1">{first}</a></p><p>31.10.2026 <a href="/2">{second}</a></p></div></div><!-- google_ad_section_start --><div id="content"><h1>{story.title}</h1>'
        f'{stamp}<div id="text">{paragraphs(language, inner)}</div>{below}</div><!-- google_ad_section_end --><div id="forum"><div class="post-head">Ann, 02.11.2026 10:15</div>'
        f'<p>{comment}</p></div><div id="bottom">Impressum | 2026</div></div>',
    )


def wire(language: str = "en", head: str = "", stamp: str = "", below: str = "", inner: str = "") -> str:
    """An agency's page: an article with a list of its particulars, and the next stories loaded under it."""
    story, (_, more, first, second, _, _) = STORIES[language], STORIES[language].around
    return document(
        language,
        head,
        f'<div class="page"><div class="ticker"><span>09:15</span> {first} <span>09:05</span> {second}</div><article class="story" data-id="4711"><div class="story__head">'
        f'<h1 class="story__title">{story.title}</h1>{stamp}</div><div class="story__body">{paragraphs(language, inner)}</div>{below}<ul class="story__tags"><li>Ferry</li><li>2026</li></ul>'
        f'</article><div class="infinite"><article class="story"><h2>{second}</h2><time datetime="2026-10-31T09:00:00Z">31 Oct 2026</time><p>{more}</p></article></div></div>',
    )


def _papers() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("papers", html, published, updated, provenance)

    return (
        made(modern(stamp='<time class="css-1z" datetime="2023-05-03T05:00:08-04:00"><span>Published May 3, 2023</span><span>Updated May 4, 2023</span></time>'), "2023-05-03T09:00:08Z", "2023-05-04", "time"),
        made(modern(stamp='<span data-testid="display-date">June 14, 2022 at 5:00 a.m. EDT</span>'), "2022-06-14T09:00:00Z"),
        made(modern(stamp='<div class="timestamp">Updated 7:15 AM EDT, Thu August 10, 2023</div><div class="timestamp">Published 6:01 PM EDT, Wed August 9, 2023</div>'), "2023-08-09T22:01:00Z", "2023-08-10T11:15:00Z"),
        made(modern(stamp='<time data-testid="published-timestamp" itemprop="datePublished" datetime="2022-03-02T10:00:40+0000">Published Wed, Mar 2 2022 5:00 AM EST</time>'
                    '<time data-testid="lastpublished-timestamp" itemprop="dateModified" datetime="2022-03-03T12:00:40+0000">Updated Thu, Mar 3 2022</time>'), "2022-03-02T10:00:40Z", "2022-03-03T12:00:40Z"),
        made(modern(stamp='<time class="article-info__timestamp o-date" data-o-component="o-date" datetime="2021-07-21T04:00:26.000Z">July 21 2021</time>'), "2021-07-21T04:00:26Z", None, "time"),
        made(modern(stamp='<span class="publication"><time aria-hidden="true">10/25/2022</time><span class="sr">October 25, 2022</span></span>'), "2022-10-25"),
        made(modern("de", stamp='<time datetime="2022-11-08 17:02:11">8. November 2022, 17:02 Uhr</time><span>Lesezeit: 3 Min.</span>'), "2022-11-08", None, "time"),
        made(modern("de", stamp='<time class="atc-MetaTime" title="05.12.2019 17:02 Uhr" datetime="2019-12-05T17:02:11+0100">Aktualisiert am 05.12.2019-17:02</time>'), None, "2019-12-05T16:02:11Z"),
        made(classic("de", stamp='<p class="autor">Von Maike Petersen, Hohenpriel</p><p class="zeit">Freitag, 16.09.2011, 09:31 Uhr</p>'), "2011-09-16"),
        made(classic("de", stamp="<div>16. Juni 2010, 06:31 Uhr, Dokument drucken</div>"), "2010-06-16"),
        made(modern("fr", stamp='<p class="m-pub-dates"><span>Publié le : <time datetime="2022-02-24T05:02:11+00:00">24/02/2022 - 06:02</time></span><span>Modifié le : <time datetime="2022-02-25T09:30:11+00:00">25/02/2022 - 10:30</time></span></p>'),
             "2022-02-24T05:02:11Z", "2022-02-25T09:30:11Z", "time"),
        made(modern("fr", stamp='<span>par <a href="/m">Maud Perrin</a></span><time datetime="2023-04-14T15:20:30.000Z">publié aujourd\'hui à 17h20</time>'), "2023-04-14T15:20:30Z", None, "time"),
        made(modern("es", stamp='<time datetime="2021-05-04T17:02:11Z">Actualizado <span>Martes, 4 mayo 2021 - 19:02</span></time>'), None, "2021-05-04T17:02:11Z"),
        made(modern("es", stamp='<time class="com-date">19 de noviembre de 2023</time><time class="com-hour">17:02</time>'), "2023-11-19", None, "time"),
        made(classic("es", stamp='<span class="publishedDate">22/10/2023 17:02</span> <span class="lm">Actualizado al 23/10/2023 9:12</span>'), "2023-10-22", "2023-10-23"),
        made(modern("it", stamp='<p id="media-date-art" class="is-last-update">26 maggio 2019 (modifica il 27 maggio 2019 | 08:33)</p>'), "2019-05-26", "2019-05-27"),
        made(modern("it", stamp='<time class="story__date" datetime="2023-06-12T09:02:11Z">12 Giugno 2023 alle 11:02</time><span class="story__reading">2 minuti di lettura</span>'), "2023-06-12T09:02:11Z", None, "time"),
        made(modern("pt", stamp='<p class="pub">Por Marta Perim</p><p class="pub"><time itemprop="datePublished" datetime="2023-01-08T18:02:11.123Z">08/01/2023 15h02</time> Atualizado <time itemprop="dateModified" datetime="2023-01-09T02:00:00.000Z">08/01/2023</time></p>'),
             "2023-01-08T18:02:11Z", "2023-01-09T02:00:00Z"),
        made(wire("pt", stamp='<time class="dateline" datetime="2024-03-10T23:55:11+00:00">10 de Março de 2024, 23:55 <i>actualizada às 0:40</i></time>'), "2024-03-10T23:55:11Z", None, "time"),
        made(modern("nl", stamp='<span>Marijke Perrin</span><time datetime="2023-11-22T21:02">22 november 2023, 21:02</time>'), "2023-11-22", None, "time"),
        made(modern("sv", stamp='<time datetime="2022-09-14T18:02:11.000Z">Publicerad: 20.02</time>'), "2022-09-14T18:02:11Z", None, "time"),
        made(wire("da", stamp='<ul class="story__facts"><li>Af Maren Pedersen</li><li>1. november 2022, kl. 23:14</li></ul>'), "2022-11-01"),
        made(classic("cs", stamp='<span class="time-date" itemprop="datePublished" content="2023-01-28T17:02CET">28. ledna 2023 &nbsp; 17:02</span>'), "2023-01-28T16:02:00Z"),
        made(classic("hu", stamp='<div class="datum"><span>2018.04.08. 22:47</span></div>'), "2018-04-08"),
        made(wire("ru", ld({"@context": "https://schema.org", "@type": "NewsArticle", "headline": STORIES["ru"].title, "datePublished": "2020-07-01T20:02:11+03:00"}), '<div class="ds_ext">1 июля, 20:02</div>'), "2020-07-01T17:02:11Z", None, "json-ld"),
        made(wire("ru", stamp='<time class="doc_header__publish_time" datetime="2021-09-19T20:02:11+03:00">19.09.2021, 20:02</time>'), "2021-09-19T17:02:11Z", None, "time"),
        made(classic("uk", stamp="<div>СЕРЕДА, 3 ТРАВНЯ 2023, 17:02</div>"), "2023-05-03"),
        made(classic("el", stamp="<div>25.06.2023 • 21:02</div>"), "2023-06-25"),
        made(classic("tr", stamp="<div><span>Oluşturulma Tarihi: Mayıs 28, 2023 20:02</span><span>Güncelleme Tarihi: Mayıs 29, 2023 09:10</span></div>"), "2023-05-28", "2023-05-29"),
        made(wire("ar", stamp='<div>نشر في: 11 سبتمبر ,2023: 05:02 م GST</div><div>آخر تحديث: 12 سبتمبر ,2023: 09:10 ص GST</div>'), "2023-09-11", "2023-09-12"),
        made(modern("ar", stamp="<div>٦ فبراير/ شباط ٢٠٢٣</div>"), "2023-02-06"),
        made(wire("he", stamp="<div>פורסם: 07.10.23, 07:02</div>"), "2023-10-07"),
        made(classic("hi", stamp="<div>नई दिल्ली, 26 जनवरी 2023</div>"), "2023-01-26"),
        made(modern(stamp="<div>HARBOURPOST.COM / Updated: Jul 14, 2023, 14:35 IST</div>"), None, "2023-07-14"),
        made(modern(stamp="<span>Published May 9, 2023 05:02pm</span>"), "2023-05-09"),
        made(modern(stamp="<p>Wednesday, 06 Sep 2023 | 5:02 PM MYT</p>"), "2023-09-06"),
        made(modern(stamp="<div><div>PUBLISHED</div><div>Sep 01, 2023, 10:02 PM</div><div>UPDATED</div><div>Sep 02, 2023, 08:10 AM</div></div>"), "2023-09-01", "2023-09-02"),
        made(classic(stamp="<p>published : 14 May 2023 at 17:02</p><p>newspaper section: News</p><p>writer: Maud Perrin</p>"), "2023-05-14"),
        made(classic("id", stamp="<div>HarbourPost.com - 17/08/2023, 10:02 WIB</div>"), "2023-08-17T03:02:00Z"),
        made(modern("vi", stamp="<span>Thứ sáu, 8/9/2023, 17:02 (GMT+7)</span>"), "2023-09-08T10:02:00Z"),
        made(wire("zh", stamp='<div>2022年10月16日17:02 | 来源：<a href="/">海港网</a> 字号</div>'), "2022-10-16"),
        made(wire("zh", stamp="<div>来源:海港新闻 | 2023年03月13日 09:02:11</div>"), "2023-03-13"),
        made(modern("ja", stamp='<time datetime="2022-07-08T11:42:30+09:00">2022年7月8日 11時42分</time><span>有料記事</span>'), "2022-07-08T02:42:30Z", None, "time"),
        made(modern("ja", stamp="<p>2023年9月5日 18:00 (2023年9月6日 5:00更新) [会員限定記事]</p>"), "2023-09-05", "2023-09-06"),
        made(modern("ko", stamp='<span class="media_end_head_info_datestamp_time _ARTICLE_DATE_TIME" data-date-time="2023-06-21 17:02:11">2023.06.21. 오후 5:02</span>'), "2023-06-21"),
        made(wire("ko", stamp="<div>입력 2022.06.21. 16:02 | 업데이트 2022.06.22. 09:10</div>"), "2022-06-21", "2022-06-22"),
    )  # fmt: skip


def _bodies() -> Sequence[Dated]:
    """Agencies, public bodies, and what else writes news."""

    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("bodies", html, published, updated, provenance)

    return (
        made(classic(stamp="<p>Published on Wednesday 6 May 2020 at 17:02</p>"), "2020-05-06"),
        made(classic(stamp='<p class="mb-no">Apr 27, 2021, 08:02 ET</p>'), "2021-04-27T12:02:00Z"),
        made(modern(stamp='<ul><li class="ecl-meta__item">Press release</li><li class="ecl-meta__item">14 July 2021</li><li class="ecl-meta__item">Brussels</li></ul>'), "2021-07-14"),
        made(classic(stamp="<p>9 August 2021 | Climate and Environment</p>"), "2021-08-09"),
        made(modern(stamp='<div><span>24 November 2021</span><span>News release</span><span>Geneva</span></div>'), "2021-11-24"),
        made(modern(stamp='<time class="posted-on">August 16, 2022</time>'), "2022-08-16", None, "time"),
        made(modern("de", stamp='<span class="bpa-time"><time datetime="2023-02-01">Mittwoch, 1. Februar 2023</time></span>'), "2023-02-01", None, "time"),
        made(classic(stamp="<p>December 20, 2022 17:02</p><p>Harlow Palace, Kelmouth</p>"), "2022-12-20"),
        made(modern(stamp='<p><strong class="published"><span class="value-title" title="2013-08-08">Thursday, August 8, 2013</span></strong></p>'), "2013-08-08"),
        made(wire(stamp='<div class="story__when">Issued on: 15/08/2021 - 17:02</div>'), "2021-08-15"),
        made(wire(stamp="<p>12:02, 24 February 2023</p>"), "2023-02-24"),
        made(classic("nl", stamp="<p>Kamerstuk: Persbericht | 17-09-2019</p>"), "2019-09-17"),
        made(classic("fr", stamp="<p>Mis en ligne le 4 octobre 2021 par Maud Perrin</p>"), "2021-10-04"),
        made(classic("pl", stamp="<p>Opublikowano: 1.09.2019</p><p>Autor: Marta Perin</p>"), "2019-09-01"),
        made(classic("es", stamp="<p>Nota de prensa, 3 de julio de 2020</p>"), "2020-07-03"),
        made(classic("zh", stamp="<p>發佈日期：2021-08-01</p>"), "2021-08-01"),
        made(classic("ja", stamp="<p>更新日：令和4年8月15日</p>"), None, "2022-08-15"),
        made(modern(head=ld({"@context": "https://schema.org", "@type": ["Article", "MedicalWebPage"], "headline": STORIES["en"].title, "datePublished": "2023-01-31T11:02:30.000+0000", "dateModified": "2023-02-01T10:00:00.000+0000"})),
             "2023-01-31T11:02:30Z", "2023-02-01T10:00:00Z", "json-ld"),
        made(wire(head=meta("DC.date.issued", "2020-10-05T09:02:11+01:00", "name") + meta("DC.date.reviewed", "2021-01-01", "name")), "2020-10-05T08:02:11Z", None, "meta"),
        made(wire(head=canonical("https://post.example/news/2020-10-06/ferry-all-winter")), "2020-10-06", None, "url"),
        made(modern(below=f'<script type="application/json" data-hydrate>{json.dumps({"story": {"headline": {"text": STORIES["en"].title}, "firstPublished": "2022-05-05T09:02:11Z"}})}</script>'), "2022-05-05T09:02:11Z"),
        made(modern(below=f"<script>self.__next_f.push([1,{json.dumps(json.dumps({'title': STORIES['en'].title, 'publishedAt': '2024-05-05T09:02:11Z'}))}])</script>"), "2024-05-05T09:02:11Z"),
    )  # fmt: skip


def _traps() -> Sequence[Dated]:
    def made(html: str, updated: str | None = None) -> Dated:
        return Dated("no date", html, None, updated)

    return (
        made(modern()), made(classic("de")), made(wire("fr")), made(modern("zh")), made(classic("ru")), made(wire("fi")),
        made(modern(stamp="<ul><li>Publisher: Harlow Press</li><li>Published: 12 March 2019</li><li>Pages: 320</li></ul>")),
        made(modern(inner="<div class='_in'><a href='/x'>Pier is painted again</a><span>12 May 2024</span></div>")),
        made(modern(stamp="<div class='_in'><a href='/x'>Pier is painted again</a><span>12 May 2024</span></div>")),
        made(modern(stamp="<div><video></video><span>Streamed 3 May 2020</span></div>")),
        made(modern(stamp="<p>The pier, May 3, 2019. (Maud Perrin/HP)</p>")),
        made(modern(below="<p>Ann · 3 May 2024 at 10:15</p><p>My aunt will be pleased to hear of it.</p>")),
        made(classic(stamp="<p>Offer ends 31 December 2025</p>")),
        made(classic(below="<p>Poll closed 12 May 2024</p>")),
        made(classic(below="<p>Shares as of 25 Nov 2026 16:00</p>")),
        made(classic(stamp="<p>On this day, 3 May 1997</p>")),
        made(classic(stamp="<h3>Wednesday 14 May 2025, 19:30, Harlow Church</h3>")),
        made(wire(stamp="<p>Council meeting: 4 June 2024</p>")),
        made(wire(stamp="<ul><li>Date: 20 September 2025</li><li>Time: 10:00</li><li>Venue: Harlow Hall</li></ul>")),
        made(wire(below="<p>Maud Perrin is a reporter. She was born on 3 May 1991.</p>")),
        made(wire(below="<p>The report was published on 3 May 2023 by the county.</p>")),
        made(wire(inner="<p>Published by the county on 3 May 2023, the report found little.</p>")),
        made(wire(stamp="<p>4 hours ago</p>")), made(wire("de", stamp="<p>Gestern, 18:30 Uhr</p>")), made(wire("ja", stamp="<p>5月3日 18時30分</p>")), made(wire("ru", stamp="<p>1 июля, 20:02</p>")),
        made(classic("de", below="<p>Zuletzt geändert am 3. Mai 2024</p>"), "2024-05-03"),
        made(classic("fr", stamp="<p>Réunion du 12 mars 2024</p>")),
        made(classic("es", stamp="<p>Sentencia de 12 de mayo de 2023</p>")),
        made(classic("zh", stamp="<p>会议时间：2024年3月12日</p>")),
        made(classic("ko", stamp="<p>행사일: 2024.03.12.</p>")),
        made(modern(head=ld({"@context": "https://schema.org", "@type": "Movie", "name": STORIES["en"].title, "datePublished": "2019-05-05"}))),
    )  # fmt: skip


def _conflicts() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("conflicts", html, published, updated, provenance)

    def node(**more: Any) -> str:
        return ld({"@context": "https://schema.org", "@type": "NewsArticle", "headline": STORIES["en"].title, **more})

    return (
        made(modern(head=node(datePublished="2021-02-03T10:00:40Z"), stamp="<p>Originally published 3 February 2011</p>"), "2021-02-03T10:00:40Z", None, "json-ld"),
        made(modern(head=meta("article:published_time", "2021-03-04T10:00:40Z"), stamp='<time datetime="2021-03-05T10:00:00Z">5 March 2021</time>'), "2021-03-04T10:00:40Z", None, "meta"),
        made(modern(head=node(dateModified="2021-04-06T10:00:40Z"), stamp='<time datetime="2021-04-05T10:00:40Z">5 April 2021</time>'), "2021-04-05T10:00:40Z", "2021-04-06T10:00:40Z", "time"),
        made(wire(head=canonical("https://post.example/2021/05/06/ferry"), stamp="<p>Published 6 May 2021, 10:00</p>"), "2021-05-06"),
        made(wire(stamp="<p>Council meeting: 4 June 2021</p><p>By Maud Perrin, 7 June 2021</p>"), "2021-06-07", None, "byline"),
        made(classic(stamp="<p>Streamed 3 May 2020</p><p>8 July 2021</p>"), "2021-07-08", None, "byline"),
        made(classic(stamp="<p>9 August 2021</p><p>Offer ends 31 December 2025</p>"), "2021-08-09", None, "byline"),
        made(classic("de", stamp="<p>10. September 2021</p>", below="<p>Zuletzt geändert am 12. September 2021</p>"), "2021-09-10", "2021-09-12", "byline"),
    )  # fmt: skip


SIXTH: Sequence[Dated] = (*_papers(), *_bodies(), *_traps(), *_conflicts())
