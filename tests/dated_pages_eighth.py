"""An eighth set: whole pages of ten more builds, in ten languages; labels as before.

It was written after pages of real sites, that are not kept here, had shown where titles, authors and datelines stand, and before any result of it was looked at.
"""
# ruff: noqa: E501  a part of a page stands in one line

import json
from collections.abc import Sequence
from typing import Any

from tests.dated_pages import Dated, canonical, ld, meta
from tests.newsroom_pages import document, menu, paragraphs
from tests.newsroom_systems import STORIES


def story(language: str = "en", kind: str = "NewsArticle", **more: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": kind, "headline": STORIES[language].title, **more}


def arc(language: str = "en", head: str = "", stamp: str = "", below: str = "", top: str = "") -> str:
    """A large paper on a rented system: a chain of cards in a right rail, a bar with the day of reading, a most-read list with times."""
    title, (_, more, first, second, comment, cookies) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="b-top-bar"><span class="b-top-bar__date">Thursday, November 26, 2026</span>{top}</div><div id="fusion-app"><header class="c-masthead"><a href="/">Harbour Post</a><ul>{menu(language)}</ul></header>'
        f'<div class="l-content"><section class="c-headline-block"><h1 class="c-headline"><span>{title}</span></h1><div class="c-attribution">{stamp}</div></section>'
        f'<section class="article-body-wrapper">{paragraphs(language)}</section>{below}</div>'
        f'<div class="l-rail"><h3>{more}</h3><ol class="c-list"><li><a href="/1">{first}</a><time datetime="2026-11-25T20:10:00Z">14 hours ago</time></li><li><a href="/2">{second}</a><time datetime="2026-11-26T02:10:00Z">8 hours ago</time></li></ol></div>'
        f'<section id="comments"><p>{comment}</p><span>26 Nov 2026</span></section><footer>© 2026 Harbour Post Media. {cookies}</footer></div>',
    )


def hashed(language: str = "en", head: str = "", stamp: str = "", below: str = "", data: str = "") -> str:
    """A single-page application: every class a hash, time lines in spans, data in a script at the end."""
    title, (_, more, first, second, _, cookies) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div id="__next"><div class="sc-a1b2"><div class="sc-c3"><a href="/">HP</a>{menu(language)}</div><div class="sc-d4"><div class="sc-e5"><span class="sc-f6"><a href="/c">{more}</a></span><h1 class="sc-g7">{title}</h1>{stamp}</div>'
        f'<div class="sc-h8">{paragraphs(language)}</div>{below}<div class="sc-i9"><h4 class="sc-j1">{more}</h4><a href="/1"><h3>{first}</h3><span>25/11/2026</span></a><a href="/2"><h3>{second}</h3><span>24/11/2026</span></a></div></div></div>'
        f"<div class='sc-k2'>{cookies}</div></div>{data}",
    )


def bitrix(language: str = "ru", head: str = "", stamp: str = "", below: str = "", top: str = "") -> str:
    """A regional portal: the clock of the city in its head, a ribbon of news with hours before the text."""
    title, (_, more, first, second, comment, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="wrapper"><div class="head"><div class="head__now">26 ноября 2026, четверг 11:42</div>{top}<ul>{menu(language)}</ul></div><div class="cols"><div class="lenta"><div class="lenta__title">{more}</div>'
        f'<div class="lenta__item"><span class="lenta__time">10:15</span><a href="/1">{first}</a></div><div class="lenta__item"><span class="lenta__time">25.11.2026</span><a href="/2">{second}</a></div></div>'
        f'<div class="news-detail"><h1>{title}</h1><div class="news-detail__info">{stamp}</div><div class="news-detail__text">{paragraphs(language)}</div>{below}<div class="blog-comment"><b>Гость</b> 25.11.2026 14:01<p>{comment}</p></div></div></div><div class="bottom">© 1999–2026</div></div>',
    )


def web_portal(language: str = "zh", head: str = "", stamp: str = "", below: str = "") -> str:
    """A portal with channels: crumbs with the title, the source beside the hour, an editor's line at the end, a hot list."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="header"><div class="clock" id="clock">2026年11月26日 星期四</div><ul>{menu(language)}</ul></div><div class="path"><a href="/">首页</a> &gt; <a href="/n">新闻</a> &gt; <span>{title}</span></div>'
        f'<div class="main-left"><div class="title-box"><h1>{title}</h1>{stamp}</div><div class="TRS_Editor">{paragraphs(language)}</div>{below}</div>'
        f'<div class="main-right"><h3>{more}</h3><ul><li><a href="/1">{first}</a><em>11-26</em></li><li><a href="/2">{second}</a><em>11-25</em></li></ul></div><div class="foot">Copyright © 2001-2026 All Rights Reserved</div>',
    )


def release(language: str = "de", head: str = "", stamp: str = "", lead: str = "", below: str = "", over: str = "") -> str:
    """A portal of press releases: the sender's box, contacts, the archive by months, and a dateline in the first paragraph."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    text = STORIES[language].text
    body = f"<p>{lead}{text[0]}</p>" + "".join(f"<p>{paragraph}</p>" for paragraph in text[1:])
    return document(
        language,
        head,
        f'<header><a href="/">Harbour Press Service</a><nav><ul>{menu(language)}</ul></nav></header><main>{over}<h1 class="release-title">{title}</h1>{stamp}<div class="release-body">{body}</div>{below}'
        f'<div class="contact-box"><h4>Contact</h4><p>Maud Perrin, Tel. 0431 / 12 02 2019</p></div><div class="archive-list"><h4>{more}</h4><ul><li>24.11.2026 {first}</li><li>12.11.2026 {second}</li></ul></div></main><footer>© 2012–2026</footer>',
    )


def liferay(language: str = "es", head: str = "", stamp: str = "", below: str = "", inner: str = "") -> str:
    """A regional paper on portlets: agenda and front pages beside the text."""
    title, (_, more, first, second, comment, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="portlet-header"><p class="fecha-hoy">Jueves, 26 de noviembre de 2026</p><ul>{menu(language)}</ul></div><div class="columns-2"><div class="portlet-journal-content"><div class="cabecera"><h1 class="titular">{title}</h1>{stamp}</div><div class="texto">{paragraphs(language, inner)}</div>{below}</div>'
        f'<div class="portlet-agenda"><h3>Agenda</h3><p>Concierto en la plaza, 28/11/2026, 20:00</p><h3>Portada</h3><p>Edición impresa 26/11/2026</p></div><div class="portlet-relacionadas"><h3>{more}</h3><p>25/11/2026 <a href="/1">{first}</a></p><p>24/11/2026 <a href="/2">{second}</a></p></div>'
        f'<div class="opiniones"><p>{comment}</p><p>25/11/2026 18:00</p></div></div>',
    )


def joomla(language: str = "it", head: str = "", stamp: str = "", below: str = "") -> str:
    """A small site on Joomla: details as a list, hits, an older and a newer story under the text."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<nav class="navbar"><ul>{menu(language)}</ul></nav><div class="item-page"><div class="page-header"><h2 itemprop="headline">{title}</h2></div>{stamp}<div itemprop="articleBody">{paragraphs(language)}</div>{below}<ul class="pager pagenav"><li class="previous"><a href="/1">{first}</a></li><li class="next"><a href="/2">{second}</a></li></ul></div>'
        f'<div class="moduletable"><h3>{more}</h3><ul class="latestnews"><li>{first} - 22 Nov 2026</li><li>{second} - 20 Nov 2026</li></ul></div><div id="footer">© 2026</div>',
    )


def arabic(language: str = "ar", head: str = "", stamp: str = "", below: str = "") -> str:
    """A paper from right to left: both calendars over the menu, the numbers of readers, a box of others."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="top-strip"><span>الخميس 26 نوفمبر 2026 - 16 جمادى الآخرة 1448</span><ul>{menu(language)}</ul></div><div class="container"><div class="news-post"><h1 class="post-title">{title}</h1>{stamp}<div class="post-content">{paragraphs(language)}</div>{below}</div>'
        f'<div class="most-read"><h3>{more}</h3><p>{first} <span>25 نوفمبر 2026</span></p><p>{second} <span>24 نوفمبر 2026</span></p></div></div><div class="copy">© 2026</div>',
        ' dir="rtl"',
    )


def ghost(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """A publication of its subscribers: the post alone in an article, cards under it."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="viewport"><header class="gh-head outer"><a href="/">Harbour Post</a></header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><a class="gh-article-tag" href="/t">{more}</a><h1 class="gh-article-title">{title}</h1>{stamp}</header>'
        f'<section class="gh-content gh-canvas">{paragraphs(language)}</section>{below}</article></main><section class="read-more-wrap outer"><article class="post-card post"><h2>{first}</h2><time class="post-card-meta-date" datetime="2026-11-20">20 Nov 2026</time></article><article class="post-card post"><h2>{second}</h2><time class="post-card-meta-date" datetime="2026-11-12">12 Nov 2026</time></article></section></div><footer class="site-footer outer">Harbour Post © 2026</footer>',
    )


def frames(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """A page of a court or a parish from the last century: fonts, rules, no heading element at all."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<center><font size="6"><i>Harbour Post</i></font><br><font size="1">Thursday, 26 November 2026</font><hr></center><table><tr><td valign="top" bgcolor="#eeeeee"><b>{more}</b><br>11/25/26 <a href="1.htm">{first}</a><br>11/24/26 <a href="2.htm">{second}</a></td>'
        f'<td valign="top"><font size="5"><b>{title}</b></font><br>{stamp}{paragraphs(language)}{below}</td></tr></table><hr><font size="1">&copy; 1997-2026. This page was last generated 11/26/2026.</font>',
    )


def _stated() -> Sequence[Dated]:
    """JSON-LD, meta tags, data of scripts."""

    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("stated", html, published, updated, provenance)

    title = STORIES["en"].title
    return (
        made(
            arc(head=ld(story(datePublished="2026-03-02T07:15:09-05:00", dateModified="2026-03-02T09:40:00-05:00"))),
            "2026-03-02T12:15:09Z",
            "2026-03-02T14:40:00Z",
            "json-ld",
        ),
        made(
            arc(
                "de",
                head=ld(
                    {
                        "@context": "https://schema.org",
                        "@graph": [
                            {"@type": "WebPage", "datePublished": "2019-01-01"},
                            story("de", datePublished="2026-03-03T06:00:00+0100", dateModified="2026-03-03T06:00:00+0100"),
                        ],
                    }
                ),
            ),
            "2026-03-03T05:00:00Z",
            None,
            "json-ld",
        ),
        made(arc(head=ld(story(datePublished="March 4, 2026", dateModified="March 5, 2026"))), "2026-03-04", "2026-03-05", "json-ld"),
        made(arc("fr", head=ld(story("fr", datePublished="2026-03-05 18:20:00+01:00"))), "2026-03-05T17:20:00Z", None, "json-ld"),
        made(
            arc(head=ld(story(kind="ReportageNewsArticle", datePublished=["2026-03-06T08:00:00Z"]))),
            "2026-03-06T08:00:00Z",
            None,
            "json-ld",
        ),
        made(arc(head=ld(story(datePublished=1772870400))), "2026-03-07T08:00:00Z", None, "json-ld"),
        made(arc(head=ld(story(datePublished="1772956800000"))), "2026-03-08T08:00:00Z", None, "json-ld"),
        made(
            arc(head=ld(story(datePublished="", dateCreated="2026-03-09T08:00:00Z", dateModified="2026-03-10T08:00:00Z"))),
            "2026-03-09T08:00:00Z",
            "2026-03-10T08:00:00Z",
            "json-ld",
        ),
        made(
            arc(
                head=ld(
                    {
                        "@type": "NewsArticle",
                        "headline": "Bakery prize goes to the north",
                        "url": "https://post.example/bakery",
                        "datePublished": "2020-02-02T02:02:02Z",
                    },
                    story(datePublished="2026-03-10T08:00:00Z", url="https://post.example/ferry"),
                )
                + canonical("https://post.example/ferry")
            ),
            "2026-03-10T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            arc(
                head=ld(
                    {
                        "@type": "LiveBlogPosting",
                        "headline": title,
                        "datePublished": "2026-03-11T06:00:00Z",
                        "dateModified": "2026-03-11T19:00:00Z",
                        "coverageStartTime": "2026-03-10T06:00:00Z",
                        "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "A boat leaves", "datePublished": "2026-03-11T18:59:00Z"}],
                    }
                )
            ),
            "2026-03-11T06:00:00Z",
            "2026-03-11T19:00:00Z",
            "json-ld",
        ),
        made(
            arc(
                head=ld(
                    {"@type": "Organization", "name": "Harbour Post", "foundingDate": "1998-05-05"},
                    {"@type": "Event", "name": "Ferry day", "startDate": "2026-12-24"},
                )
                + meta("article:published_time", "2026-03-12T08:00:00.000Z")
            ),
            "2026-03-12T08:00:00Z",
            None,
            "meta",
        ),
        made(arc(head=ld(story(datePublished="0001-01-01T00:00:00Z")) + meta("date", "2026-03-13", "name")), "2026-03-13", None, "meta"),
        made(
            arc(head=ld(story(datePublished="2026-03-14T23:30:00-08:00")) + canonical("https://post.example/2026/03/14/ferry")),
            "2026-03-15T07:30:00Z",
            None,
            "json-ld",
        ),
        made(
            arc(
                head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
                + title
                + '","description":"A "winter" boat","datePublished":"2026-03-15T08:00:00Z"}</script>'
                + meta("parsely-pub-date", "2026-03-15T08:00:00Z", "name")
            ),
            "2026-03-15T08:00:00Z",
        ),
        made(
            hashed(
                head=meta("article:published_time", "Mon, 16 Mar 2026 08:00:00 GMT")
                + meta("article:modified_time", "Tue, 17 Mar 2026 08:00:00 GMT")
            ),
            "2026-03-16T08:00:00Z",
            "2026-03-17T08:00:00Z",
            "meta",
        ),
        made(hashed(head=meta("article:published_time", "2026-03-17T09:00:00")), "2026-03-17", None, "meta"),
        made(hashed(head=meta("article:published_time", "1773824400")), "2026-03-18T09:00:00Z", None, "meta"),
        made(
            hashed(head=meta("DC.Date.issued", "2026-03-19", "name") + meta("DC.Date.modified", "2026-03-25", "name")),
            "2026-03-19",
            "2026-03-25",
            "meta",
        ),
        made(hashed(head=meta("citation_publication_date", "2026/03/20", "name")), "2026-03-20", None, "meta"),
        made(hashed(head=meta("og:updated_time", "2026-03-21T08:00:00Z")), None, "2026-03-21T08:00:00Z"),
        made(
            hashed(head=meta("last-modified", "2026-03-21T08:00:00Z", "name") + meta("revisit-after", "1 days", "name")),
            None,
            "2026-03-21T08:00:00Z",
        ),
        made(hashed(head=meta("expires", "Tue, 24 Mar 2026 08:00:00 GMT", "http-equiv")), None),
        made(
            hashed(
                "nl",
                head=meta("publicatiedatum", "2026-03-22T10:00:00+01:00", "name")
                + meta("article:published_time", "2026-03-22T10:00:00+01:00"),
            ),
            "2026-03-22T09:00:00Z",
            None,
            "meta",
        ),
        made(
            hashed(
                data=f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": {"article": {"title": title, "publishedAt": "2026-03-23T08:00:00.000Z", "updatedAt": "2026-03-24T08:00:00.000Z"}, "latest": [{"title": "Pier", "publishedAt": "2026-11-25T08:00:00Z"}]}}})}</script>'
            ),
            "2026-03-23T08:00:00Z",
            "2026-03-24T08:00:00Z",
            "meta",
        ),
        made(
            hashed(
                data=f"<script>window.__INITIAL_STATE__={json.dumps({'story': {'headline': title, 'published_date': 1774339200000}})};</script>"
            ),
            "2026-03-24T08:00:00Z",
            None,
            "meta",
        ),
        made(
            hashed(
                data=f"<script>self.__next_f.push([1,{json.dumps('5:' + json.dumps(['$', 'div', None, {'data': {'headline': title, 'firstPublishedAt': '2026-03-25T08:00:00Z'}}]) + chr(10))}])</script>"
            ),
            "2026-03-25T08:00:00Z",
            None,
            "meta",
        ),
        made(hashed(data='<script>window.buildTime="2026-11-26T04:00:00Z";var page={"published":"2026-11-26T04:00:00Z"};</script>'), None),
        made(
            ghost(
                head=meta("article:published_time", "2026-03-26T08:00:00.000Z") + meta("article:modified_time", "2026-03-26T08:00:00.000Z")
            ),
            "2026-03-26T08:00:00Z",
            None,
            "meta",
        ),
        made(
            ghost(
                head=meta("datePublished", "2026-03-27T08:00:00+00:00", "itemprop")
                + meta("dateModified", "2026-03-28T08:00:00+00:00", "itemprop")
            ),
            "2026-03-27T08:00:00Z",
            "2026-03-28T08:00:00Z",
            "meta",
        ),
        made(bitrix(head=meta("mediator_published_time", "2026-03-28T12:00:00+03:00", "name")), "2026-03-28T09:00:00Z", None, "meta"),
        made(
            web_portal(head=meta("publishdate", "2026-03-29", "name") + meta("weibo:article:create_at", "2026-03-29 10:11:12", "name")),
            "2026-03-29",
            None,
            "meta",
        ),
        made(arc(head=meta("sailthru.date", "2026-03-30 08:00:00 -0400", "name")), "2026-03-30T12:00:00Z", None, "meta"),
    )


def _shown() -> Sequence[Dated]:
    """`<time>`, microdata, lines by the title."""

    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("shown", html, published, updated, provenance)

    return (
        made(
            arc(stamp='<span>By Maud Perrin</span> <time datetime="2026-04-01T08:00:00Z">April 1, 2026 at 4:00 a.m. EDT</time>'),
            "2026-04-01T08:00:00Z",
            None,
            "time",
        ),
        made(
            arc(
                stamp='<span>By Maud Perrin</span> <span>Updated <time datetime="2026-04-03T08:00:00Z">April 3, 2026</time></span> <span>Published <time datetime="2026-04-02T08:00:00Z">April 2, 2026</time></span>'
            ),
            "2026-04-02T08:00:00Z",
            "2026-04-03T08:00:00Z",
            "time",
        ),
        made(arc(stamp="<span>Maud Perrin | Apr. 3, 2026 7:02 a.m.</span>"), "2026-04-03", None, "byline"),
        made(
            arc(stamp="<div>Published: 5:01 AM CDT Apr 4, 2026</div><div>Updated: 9:12 AM CDT Apr 5, 2026</div>"),
            "2026-04-04T10:01:00Z",
            "2026-04-05T14:12:00Z",
            "byline",
        ),
        made(arc(stamp="<div>Sat., April 4, 2026</div><div>timer</div><div>4 min. read</div>"), "2026-04-04", None, "byline"),
        made(
            hashed(stamp='<span class="sc-l1">5 April 2026</span><span class="sc-l1">·</span><span class="sc-l1">3 min read</span>'),
            "2026-04-05",
            None,
            "byline",
        ),
        made(
            hashed("de", stamp='<div class="sc-m1"><span>Von Maike Petersen</span><span>Stand: 06.04.2026, 14:05 Uhr</span></div>'),
            None,
            "2026-04-06",
        ),
        made(
            hashed(
                "de", stamp='<div class="sc-m1"><span>Erstellt: 06.04.2026</span><span>Aktualisiert: 07.04.2026, 08:55 Uhr</span></div>'
            ),
            "2026-04-06",
            "2026-04-07",
            "byline",
        ),
        made(hashed("de", stamp='<div class="sc-m1">06.04.2026 – 18:00 Uhr</div>'), "2026-04-06", None, "byline"),
        made(
            hashed(
                "fr",
                stamp='<div class="sc-m1">Par Maud Perrin</div><div>Publié le 07/04/2026 à 06h00, mis à jour le 07/04/2026 à 18h30</div>',
            ),
            "2026-04-07",
        ),
        made(hashed("fr", stamp="<p>Le 08 avril 2026 à 07h12 - Mis à jour le 09 avril 2026</p>"), "2026-04-08", "2026-04-09", "byline"),
        made(
            hashed("es", stamp="<p>Marta Perín</p><p>Puerto Almenara - 09 ABR 2026 - 05:30 CEST</p>"),
            "2026-04-09T03:30:00Z",
            None,
            "byline",
        ),
        made(hashed("es", stamp="<p>Actualizado Viernes, 10 abril 2026 - 08:14</p>"), None, "2026-04-10"),
        made(
            hashed("pt", stamp="<p>Por Marta Perin — Aldeira</p><p>11/04/2026 05h00 Atualizado 12/04/2026</p>"),
            "2026-04-11",
            "2026-04-12",
            "byline",
        ),
        made(hashed("pt", stamp="<p>12.abr.2026 às 23h15</p><p>Atualizado: 13.abr.2026 às 8h02</p>"), "2026-04-12", "2026-04-13", "byline"),
        made(
            hashed("it", stamp="<p>di Marta Perini</p><p>13 Aprile 2026 alle 06:00</p><p>2 minuti di lettura</p>"),
            "2026-04-13",
            None,
            "byline",
        ),
        made(
            hashed("nl", stamp="<p>Maud Perrin</p><p>14 apr. 2026 om 06:00</p><p>Update: 15 apr. 2026</p>"),
            "2026-04-14",
            "2026-04-15",
            "byline",
        ),
        made(hashed("nl", stamp="<p>di 14 april, 2026</p>"), "2026-04-14", None, "byline"),
        made(
            bitrix(
                stamp='<span class="date">15 апреля 2026, 09:30</span> <span class="views">1 204</span> <span>Автор: Мария Перина</span>'
            ),
            "2026-04-15",
            None,
            "byline",
        ),
        made(bitrix(stamp="<span>09:30 / 16.04.2026</span>"), "2026-04-16", None, "byline"),
        made(bitrix(stamp="<span>17.04.26 09:30</span>"), "2026-04-17", None, "byline"),
        made(
            bitrix(stamp="<span>Опубликовано: 18 апр 2026 в 09:30. Обновлено: 19 апр 2026 в 10:00</span>"),
            "2026-04-18",
            "2026-04-19",
            "byline",
        ),
        made(bitrix(stamp="<span>сегодня, 09:30</span>"), None),
        made(bitrix("uk", stamp="<span>19 квітня 2026, неділя, 09:30</span>"), "2026-04-19", None, "byline"),
        made(
            web_portal(stamp='<div class="info"><span>2026-04-20 10:21</span><span>来源：海港日报</span><span>责任编辑：王华</span></div>'),
            "2026-04-20",
            None,
            "byline",
        ),
        made(web_portal(stamp='<div class="info">海港日报 | 马丽 | 2026年04月21日 10:21</div>'), "2026-04-21", None, "byline"),
        made(web_portal(stamp='<div class="info">发布时间：2026/04/22 更新时间：2026/04/23</div>'), "2026-04-22", "2026-04-23", "byline"),
        made(
            web_portal(stamp='<div class="info"><i>2026</i><i>04/23</i><i>09:01</i><span>来源：新华网</span></div>'),
            "2026-04-23",
            None,
            "byline",
        ),
        made(arabic(stamp='<div class="date">الجمعة، 24 أبريل 2026 09:15 ص</div>'), "2026-04-24", None, "byline"),
        made(
            arabic(stamp="<p>كتب: علي حسن</p><p>نشر في: 25/4/2026 - 9:15 م</p><p>آخر تحديث: 26/4/2026</p>"),
            "2026-04-25",
            "2026-04-26",
            "byline",
        ),
        made(arabic(stamp="<p>٢٦ نيسان ٢٠٢٦</p>"), "2026-04-26", None, "byline"),
        made(
            joomla(
                stamp='<dl class="article-info muted"><dt class="article-info-term">Dettagli</dt><dd class="createdby">Scritto da Marta Perini</dd><dd class="published"><span class="icon-calendar"></span> <time datetime="2026-04-27T08:00:00+02:00" itemprop="datePublished">Pubblicato: 27 Aprile 2026</time></dd><dd class="hits">Visite: 2019</dd></dl>'
            ),
            "2026-04-27T06:00:00Z",
            None,
            "time",
        ),
        made(
            joomla(
                stamp='<dl class="article-info"><dd class="create">Creato: Martedì, 28 Aprile 2026 08:00</dd><dd class="modified">Ultima modifica: Mercoledì, 29 Aprile 2026 09:00</dd></dl>'
            ),
            "2026-04-28",
            "2026-04-29",
        ),
        made(
            joomla("pl", stamp='<dl class="article-info"><dd>Opublikowano: środa, 29 kwiecień 2026 08:00</dd></dl>'),
            "2026-04-29",
            None,
            "byline",
        ),
        made(
            liferay(stamp='<p class="firma">Marta Perín | Puerto Almenara</p><p class="fecha">30.04.2026 | 06:00</p>'),
            "2026-04-30",
            None,
            "byline",
        ),
        made(liferay(stamp='<p class="data">EFE Aldera 1 may 2026</p>'), "2026-05-01", None, "byline"),
        made(liferay("pt", stamp="<p>Lusa 02 Mai, 2026, 08:10</p>"), "2026-05-02", None, "byline"),
        made(
            ghost(
                stamp='<div class="gh-article-meta"><h4 class="gh-article-author-name">Maud Perrin</h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="2026-05-03">May 3, 2026</time><span> • 5 min read</span></div></div>'
            ),
            "2026-05-03",
            None,
            "time",
        ),
        made(ghost(stamp='<time datetime="2026-05-04T09:30:00">4th May 2026</time>'), "2026-05-04", None, "time"),
        made(
            ghost(
                stamp='<span class="relative" data-datetime="2026-05-05T08:00:00Z">6 months ago</span><time datetime="2026-05-05T08:00:00Z">6 months ago</time>'
            ),
            "2026-05-05T08:00:00Z",
            None,
            "time",
        ),
        made(frames(stamp="<i>by Maud Perrin, Wednesday, May 6, 2026</i>"), "2026-05-06", None, "byline"),
        made(frames(stamp="Posted 07-May-2026<br>"), "2026-05-07", None, "byline"),
        made(frames("de", stamp="<small>Alderoog, den 8. Mai 2026</small>"), "2026-05-08", None, "byline"),
        made(arc(below="<p>This story was originally published May 9, 2026 at 5:00 AM.</p>"), "2026-05-09", None, "byline"),
        made(
            arc(below='<p class="first-published">First published on May 10, 2026 / 5:00 AM EDT</p>'),
            "2026-05-10T09:00:00Z",
            None,
            "byline",
        ),
        made(hashed("cs", stamp="<p>11. 5. 2026 7:15</p>"), "2026-05-11", None, "byline"),
        made(
            hashed("sv", stamp="<p>Publicerad 12 maj 2026 kl 06.00</p><p>Uppdaterad 13 maj 2026</p>"), "2026-05-12", "2026-05-13", "byline"
        ),
        made(hashed("tr", stamp="<p>Giriş: 13.05.2026 - 09:15, Güncelleme: 14.05.2026 - 10:00</p>"), "2026-05-13", "2026-05-14", "byline"),
        made(web_portal("ja", stamp='<p class="date">2026年5月14日 5時00分</p>'), "2026-05-14", None, "byline"),
        made(
            web_portal("ko", stamp="<div>승인 2026.05.15 09:10</div><div>수정 2026.05.16 10:00</div>"), "2026-05-15", "2026-05-16", "byline"
        ),
    )


def _addresses_and_releases() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("address or release", html, published, updated, provenance)

    return (
        made(arc(head=canonical("https://post.example/news/2026/05/17/ferry-will-sail-all-winter/")), "2026-05-17", None, "url"),
        made(arc(head=canonical("https://post.example/2026/may/18/ferry-all-winter")), "2026-05-18", None, "url"),
        made(arc(head=canonical("https://post.example/ferry-all-winter-20260519.html")), "2026-05-19", None, "url"),
        made(arc("es", head=canonical("https://post.example/local/20260520/barco-invierno-1234567890.html")), "2026-05-20", None, "url"),
        made(arc(head=canonical("https://post.example/a/ferry-all-winter-1779350400")), None),
        made(arc(head=canonical("https://post.example/2026/05/ferry-all-winter.html")), "2026-05", None, "url"),
        made(arc(head=canonical("https://post.example/elections-2026/ferry-all-winter")), None),
        made(arc("zh", head=canonical("https://post.example/n1/2026/0522/c1001-40012345.html")), "2026-05-22", None, "url"),
        made(arc("zh", head=canonical("https://post.example/2026-05/23/c_1127654321.htm")), "2026-05-23", None, "url"),
        made(
            arc(
                "pt",
                head=canonical("https://post.example/noticia/2026/05/24/barca.ghtml")
                + meta("article:published_time", "2026-05-24T08:00:00-03:00"),
            ),
            "2026-05-24T11:00:00Z",
            None,
            "meta",
        ),
        made(release("en", lead="KELMOUTH, England, May 25, 2026 /PRNewswire/ -- "), "2026-05-25", None, "text"),
        made(release("en", lead="HARLOW POINT, May 26, 2026 (GLOBE NEWSWIRE) -- "), "2026-05-26", None, "text"),
        made(release("en", lead="HARLOW POINT--(BUSINESS WIRE)--"), None),
        made(
            release("de", over='<p class="kicker">Pressemitteilung</p>', stamp="<p>27.05.2026 – 10:15</p>", lead="Alderoog (ots) - "),
            "2026-05-27",
            None,
            "byline",
        ),
        made(release("de", head=meta("article:section", "Pressemitteilung"), lead="Alderoog, 28. Mai 2026 – "), "2026-05-28", None, "text"),
        made(release("de", head=meta("article:section", "Pressemitteilung"), lead="(Alderoog, 29.05.2026) "), "2026-05-29", None, "text"),
        made(release("de", stamp="<p>Pressemitteilung Nr. 41/2026 vom 30.05.2026</p>"), "2026-05-30", None, "byline"),
        made(
            release("fr", head=meta("article:section", "Communiqué de presse"), lead="Saint-Brévan, le 31 mai 2026 – "),
            "2026-05-31",
            None,
            "text",
        ),
        made(
            release("es", head=meta("article:section", "Nota de prensa"), lead="Puerto Almenara, 1 de junio de 2026.- "),
            "2026-06-01",
            None,
            "text",
        ),
        made(
            release("it", head=meta("article:section", "Comunicato stampa"), lead="Porto Alderi, 2 giugno 2026 - "),
            "2026-06-02",
            None,
            "text",
        ),
        made(release("en", over="<p>FOR IMMEDIATE RELEASE</p>", stamp="<p>June 3, 2026</p>"), "2026-06-03", None, "byline"),
        made(release("en", over="<p>For release: 10 a.m. ET, Thursday, June 4, 2026</p>"), "2026-06-04T14:00:00Z", None, "byline"),
        made(release("en", lead="KELMOUTH, June 5 (Reuters) - "), None),
        made(release("fr", lead="PARIS, 6 juin 2026 (AFP) - "), "2026-06-06", None, "text"),
        made(release("ru", lead="ЗАРЕЧИНСК, 7 июн 2026 — РИА Новости. "), "2026-06-07", None, "text"),
        made(release("ru", lead="ЗАРЕЧИНСК, 7 июня. /ТАСС/. "), None),
        made(release("es", lead="MADRID, 8 Jun. 2026 (EUROPA PRESS) - "), "2026-06-08", None, "text"),
        made(release("en", lead="On June 9, 2026, as planned: "), None),
        made(release("en", lead="Paris, 13 November 2015 – the night nobody forgets. "), None),
    )


def _nothing_or_traps() -> Sequence[Dated]:
    """Pages full of dates of which none is the article's, or one is among many."""

    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("trap", html, published, updated, provenance)

    return (
        made(arc(), None),
        made(hashed("de"), None),
        made(bitrix(), None),
        made(web_portal(), None),
        made(release(), None),
        made(liferay(), None),
        made(joomla(), None),
        made(arabic(), None),
        made(ghost(), None),
        made(frames(), None),
        made(arc(stamp="<span>By Maud Perrin</span><span>3 hours ago</span>"), None),
        made(arc(stamp="<p>The ferry will first leave on December 1, 2026 at 7 a.m.</p>"), None),
        made(arc(stamp="<p>Event date: 5 December 2026</p>"), None),
        made(arc(stamp="<p>Applications close on 15 June 2026</p>"), None),
        made(
            arc(
                below="<p>A version of this article appears in print on June 16, 2026, Section A, Page 4 of the Sunday edition.</p>",
                stamp='<time datetime="2026-06-15T21:00:00Z">June 15, 2026</time>',
            ),
            "2026-06-15T21:00:00Z",
            None,
            "time",
        ),
        made(arc(below="<p>Read more: the first boat left on 3 May 2019.</p>"), None),
        made(arc(stamp="<figure><img src='f.jpg'><figcaption>The ferry on 17 June 2026. Photo: Maud Perrin</figcaption></figure>"), None),
        made(hashed("de", stamp="<div>Foto vom 18.06.2026: Maike Petersen</div>"), None),
        made(hashed("de", stamp="<div>Aus der Ausgabe 25/2026</div>"), None),
        made(hashed("de", stamp="<div>Gültig bis 31.12.2026</div>"), None),
        made(hashed("de", stamp="<div>Veranstaltung am 19.06.2026, Einlass 19 Uhr</div>"), None),
        made(hashed("fr", stamp="<div>Jusqu'au 20 juin 2026 au port d'Aldrey</div>"), None),
        made(hashed("es", stamp="<div>Del 21 de junio de 2026 al 25 de junio de 2026</div>"), None),
        made(hashed("en", stamp="<div>Comments (12) · Last comment 22 June 2026</div>"), None),
        made(hashed("en", stamp="<div>Maud Perrin has worked here since 23 June 2014</div><div>Joined 24 June 2014</div>"), None),
        made(
            ghost(
                stamp='<time datetime="2026-06-25T08:00:00Z">25 June 2026</time>',
                below='<div class="comments"><time datetime="2026-06-28T08:00:00Z">28 June 2026</time></div>',
            ),
            "2026-06-25T08:00:00Z",
            None,
            "time",
        ),
        made(ghost(below='<div class="comment-list"><time datetime="2026-06-28T08:00:00Z">28 June 2026</time></div>'), None),
        made(ghost(stamp="<p>From our archive: first printed on 26 June 1984</p>"), None),
        made(
            ghost(head=meta("article:published_time", "2062-06-26T08:00:00Z"), stamp="<time datetime='2026-06-26'>26 June 2026</time>"),
            "2026-06-26",
            None,
            "time",
        ),
        made(
            ghost(head=meta("article:published_time", "not set"), stamp="<span class='date'>27 June 2026</span>"),
            "2026-06-27",
            None,
            "byline",
        ),
        made(
            ghost(head=ld(story(datePublished="2026-06-28T08:00:00Z")), stamp='<time datetime="2026-07-28">28 July 2026</time>'),
            "2026-06-28T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            ghost(head=ld(story(datePublished="2026-06-29T08:00:00Z", dateModified="2026-06-20T08:00:00Z"))),
            "2026-06-29T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            ghost(head=meta("article:published_time", "05/06/2026"), stamp="<time datetime='2026-06-05'>5 June 2026</time>"),
            "2026-06-05",
            None,
            "time",
        ),
        made(ghost("fr", head=meta("article:published_time", "05/06/2026")), "2026-06-05", None, "meta"),
        made(ghost(stamp="<p>05/06/2026</p>"), None),
        made(joomla(stamp='<div class="countdown" data-date="2026-12-24">30 days until 24 December 2026</div>'), None),
        made(arabic(stamp="<p>صورة أرشيفية 2 مايو 2026</p>"), None),
        made(web_portal(stamp="<p>图为2026年7月1日的渡轮</p>"), None),
        made(bitrix(stamp="<p>Фото: архив, 2 июля 2026</p>"), None),
        made(bitrix(stamp="<p>Дата проведения: 3 июля 2026</p>"), None),
        made(liferay(stamp="<p>Hora 20:00, 4 de julio de 2026, Teatro del Puerto</p>"), None),
        made(frames(below="<p>Maud Perrin, born 5 July 1966, bakes bread.</p>"), None),
    )


EIGHTH: Sequence[Dated] = (*_stated(), *_shown(), *_addresses_and_releases(), *_nothing_or_traps())
