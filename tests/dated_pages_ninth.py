"""A ninth set: pages on which more stands than the article — summaries, the next article, long comments, tickers, programmes; labels as before.

It was written after what the eighth set showed was mended, and before any result of it was looked at.
"""
# ruff: noqa: E501  a part of a page stands in one line

import json
from collections.abc import Sequence
from typing import Any

from tests.dated_pages import Dated, canonical, ld, meta
from tests.newsroom_pages import document, menu, paragraphs
from tests.newsroom_systems import STORIES

SUMMARY = {
    "en": "The bakery at the northern point has won the prize of the county for its rye bread, and the queue has reached the pier ever since.",
    "de": "Die Bäckerei an der Nordspitze hat mit ihrem Roggenbrot den Preis des Kreises gewonnen, seither reicht die Schlange bis zur Seebrücke.",
    "fr": "La boulangerie de la pointe nord a remporté le prix du département avec son pain de seigle, et la file va depuis jusqu'à la jetée.",
    "es": "La panadería de la punta norte ha ganado el premio de la provincia con su pan de centeno, y desde entonces la cola llega al muelle.",
    "pt": "A padaria da ponta norte ganhou o prêmio da província com o seu pão de centeio, e desde então a fila chega ao píer da ilha.",
    "it": "Il forno della punta nord ha vinto il premio della provincia con il suo pane di segale, e da allora la fila arriva fino al molo.",
    "nl": "De bakkerij op de noordpunt heeft met haar roggebrood de prijs van de provincie gewonnen, en sindsdien reikt de rij tot aan de pier.",
    "ru": "Пекарня на северном мысе получила премию области за ржаной хлеб, и с тех пор очередь тянется до самого причала каждое утро.",
    "zh": "北角的面包店凭借黑麦面包获得了全县大奖，从那以后排队的人一直延伸到码头，每天清晨都是如此。",
    "ar": "فاز المخبز في الطرف الشمالي بجائزة المحافظة عن خبز الجاودار، ومنذ ذلك الحين يصل الطابور كل صباح إلى الرصيف القديم.",
}


def story(language: str = "en", kind: str = "NewsArticle", **more: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": kind, "headline": STORIES[language].title, **more}


def summaries(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """A column of other stories with their days and long summaries stands before the article and weighs as much as it."""
    title, (_, more, first, second, _, cookies) = STORIES[language].title, STORIES[language].around
    others = "".join(
        f'<div class="u{number}"><h3><a href="/{number}">{name}</a></h3><span>{day}.11.2026</span><p>{SUMMARY[language]}</p></div>'
        for number, (name, day) in enumerate(((first, 25), (second, 24), (first + " II", 23), (second + " II", 22)))
    )
    return document(
        language,
        head,
        f'<div class="k0"><div class="k1"><b>Harbour Post</b> 26.11.2026</div><ul class="k2">{menu(language)}</ul></div><div class="k3"><div class="k4"><h4>{more}</h4>{others}</div>'
        f'<div class="k5"><div class="k6"><h1>{title}</h1>{stamp}</div><div class="k7">{paragraphs(language)}</div>{below}</div></div><div class="k8">{cookies} © 2026</div>',
    )


def endless(language: str = "en", head: str = "", stamp: str = "", next_stamp: str = "<div>25 November 2026</div>") -> str:
    """The next article stands whole under this one, in the same container, built in the same way."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="top"><a href="/">Harbour Post</a><ul>{menu(language)}</ul></div><div class="stream"><div class="unit"><h1>{title}</h1><div class="who">{stamp}</div><div class="txt">{paragraphs(language)}</div></div>'
        f'<div class="unit"><h1>{first}</h1><div class="who">{next_stamp}</div><div class="txt"><p>{SUMMARY[language]}</p><p>{SUMMARY[language]}</p></div></div></div><div class="btm">{more}: {second}</div>',
    )


def untitled(language: str = "es", head: str = "", stamp: str = "", below: str = "", top: str = "") -> str:
    """The title is a division, the text one division with line breaks, ads between."""
    title, (_, more, first, second, comment, _) = STORIES[language].title, STORIES[language].around
    text = "<br><br>".join(STORIES[language].text)
    return document(
        language,
        head,
        f'<div id="barra">{top}<span>26/11/2026</span></div><div id="logo"><h1><a href="/">Harbour Post</a></h1></div><ul>{menu(language)}</ul><div id="cuerpo"><div class="antetitulo">{more}</div><div class="titulo">{title}</div>{stamp}<div class="texto">{text}</div>{below}</div>'
        f'<div id="lat"><div>{first} (25/11/2026)</div><div>{second} (24/11/2026)</div></div><div id="foro"><div>{comment}</div><div>anónimo, 25/11/2026 10:10</div></div><div id="pie">© 1996-2026</div>',
    )


def debated(language: str = "de", head: str = "", stamp: str = "", below: str = "") -> str:
    """Readers have written more than the paper, right under the text and without a name for it."""
    title, (_, more, first, _, comment, _) = STORIES[language].title, STORIES[language].around
    said = "".join(
        f"<div class='x{number}'><b>Gast {number}</b> <span>{number + 10}.11.2026, 08:0{number}</span><p>{comment} {SUMMARY[language]}</p></div>"
        for number in range(5)
    )
    return document(
        language,
        head,
        f'<div class="hd"><a href="/">Harbour Post</a><ul>{menu(language)}</ul></div><div class="bd"><h1>{title}</h1>{stamp}{paragraphs(language)}{below}<h3>5</h3>{said}</div><div class="ft">{more} <a href="/1">{first}</a> © 2026</div>',
    )


def walled(language: str = "fr", head: str = "", stamp: str = "", below: str = "") -> str:
    """The beginning of a text, an offer, and teasers with their hours."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<header role="banner"><a href="/">Harbour Post</a><span class="jour">jeudi 26 novembre 2026</span></header><main><div class="entete"><p class="rubrique">{more}</p><h1>{title}</h1><p class="chapo">{STORIES[language].text[0]}</p>{stamp}</div><div class="corps"><p>{STORIES[language].text[1]}</p></div>'
        f'<div class="offre"><p>Il vous reste 84% de cet article à lire. Offre valable jusqu\'au 31 décembre 2026.</p></div>{below}<section><h2>{more}</h2><ul><li><a href="/1">{first}</a> <span>25 novembre 2026 à 18h00</span></li><li><a href="/2">{second}</a> <span>24 novembre 2026 à 12h10</span></li></ul></section></main><footer>© 2026</footer>',
    )


def ticker(language: str = "de", head: str = "", stamp: str = "", entries: Sequence[str] = ()) -> str:
    """A live page: entries with their hours, the newest first."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    live = "".join(
        f"<div class='entry'><span class='when'>{entry}</span><h3>{first} {number}</h3><p>{STORIES[language].text[number % 4]}</p></div>"
        for number, entry in enumerate(entries)
    )
    return document(
        language,
        head,
        f'<header><a href="/">Harbour Post</a></header><main><h1>{title}</h1>{stamp}<p>{STORIES[language].text[0]}</p><div class="liveticker">{live}</div></main><aside><h3>{more}</h3><p>{second} 25.11.2026</p></aside><footer>© 2026</footer>',
    )


def office(language: str = "nl", head: str = "", stamp: str = "", below: str = "") -> str:
    """A public body's page: particulars as terms, documents to load, a calendar of sessions."""
    title, (_, more, first, second, _, cookies) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<a class="skip" href="#c">↓</a><header><p>Gemeente Aldersey</p></header><div id="c" class="grid"><nav><ul>{menu(language)}</ul></nav><section class="col"><h1>{title}</h1>{stamp}{paragraphs(language)}{below}<h2>Downloads</h2><ul><li><a href="a.pdf">{first} (PDF, 120 KB, 3-2-2020)</a></li></ul></section>'
        f'<section class="col small"><h2>{more}</h2><p>12-12-2026 19:30 {second}</p></section></div><footer>{cookies}</footer>',
    )


def programme(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """A station's page with a player, the schedule of the day and earlier editions."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<div class="player"><span>Now: 11:00 – 11:30 Harbour Radio</span></div><div class="page"><div class="hero"><h1>{title}</h1>{stamp}</div><div class="rich">{paragraphs(language)}</div>{below}<div class="editions"><h2>{more}</h2><p>{first} — 25 Nov 2026, 28 min</p><p>{second} — 18 Nov 2026, 29 min</p></div></div><div class="legal">© 2026</div>',
    )


def yellowed(language: str = "en", head: str = "", stamp: str = "", below: str = "") -> str:
    """An archive of print: the issue's particulars over the text, other issues beside it."""
    title, (_, more, first, second, _, _) = STORIES[language].title, STORIES[language].around
    return document(
        language,
        head,
        f'<table width="100%"><tr><td>Harbour Post Archive</td></tr></table><table><tr><td><p><b>{more}</b></p><p>{first}, 11 November 2026</p><p>{second}, 10 November 2026</p></td><td><h2>{title}</h2>{stamp}{paragraphs(language)}{below}</td></tr></table><p>Copyright 2026 Harbour Post. All rights reserved.</p>',
    )


def _stated() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("stated", html, published, updated, provenance)

    title, other = STORIES["en"].title, STORIES["en"].around[2]
    return (
        made(
            summaries(
                head=ld(
                    {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": story(datePublished="2026-11-25T08:00:00Z")}]},
                    story(datePublished="2026-07-01T08:00:00Z"),
                )
            ),
            "2026-07-01T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            summaries(
                "pt", head=ld(story("pt", datePublished="2026-07-02T08:00:00.123-03:00", dateModified="2026-07-02T10:30:00.000-03:00"))
            ),
            "2026-07-02T11:00:00Z",
            "2026-07-02T13:30:00Z",
            "json-ld",
        ),
        made(
            endless(
                head=ld(story(datePublished="2026-07-03T08:00:00Z"))
                + ld({"@type": "NewsArticle", "headline": other, "datePublished": "2026-11-25T08:00:00Z"})
            ),
            "2026-07-03T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            endless(
                head=ld(
                    {
                        "@type": "NewsArticle",
                        "headline": other,
                        "datePublished": "2026-11-25T08:00:00Z",
                        "mainEntityOfPage": "https://post.example/bakery",
                    }
                )
                + ld(story(datePublished="2026-07-04T08:00:00Z", mainEntityOfPage="https://post.example/ferry"))
                + canonical("https://post.example/ferry")
            ),
            "2026-07-04T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            debated(
                head=ld(
                    story(
                        "de",
                        datePublished="2026-07-05T08:00:00+02:00",
                        comment=[{"@type": "Comment", "dateCreated": "2026-11-10T08:00:00Z", "text": "Ja"}],
                    )
                )
            ),
            "2026-07-05T06:00:00Z",
            None,
            "json-ld",
        ),
        made(
            debated(
                head=ld(
                    {
                        "@type": "DiscussionForumPosting",
                        "headline": STORIES["de"].title,
                        "datePublished": "2026-07-06T08:00:00+02:00",
                        "comment": [{"@type": "Comment", "datePublished": "2026-07-07T08:00:00+02:00"}],
                    }
                )
            ),
            "2026-07-06T06:00:00Z",
            None,
            "json-ld",
        ),
        made(
            walled(
                head=ld(
                    story(
                        "fr",
                        datePublished="2026-07-07T06:00:00+02:00",
                        isAccessibleForFree=False,
                        hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".corps"},
                    )
                )
            ),
            "2026-07-07T04:00:00Z",
            None,
            "json-ld",
        ),
        made(
            ticker(
                head=ld(
                    story(
                        "de",
                        "LiveBlogPosting",
                        datePublished="2026-07-08T06:00:00+02:00",
                        dateModified="2026-07-08T22:15:00+02:00",
                        coverageEndTime="2026-07-08T23:00:00+02:00",
                    )
                ),
                entries=("22:15", "21:00", "09:12"),
            ),
            "2026-07-08T04:00:00Z",
            "2026-07-08T20:15:00Z",
            "json-ld",
        ),
        made(
            programme(
                head=ld(
                    {
                        "@type": "RadioEpisode",
                        "name": title,
                        "datePublished": "2026-07-09T09:00:00+01:00",
                        "publication": {"@type": "BroadcastEvent", "startDate": "2026-07-09T11:00:00+01:00"},
                    }
                )
            ),
            "2026-07-09T08:00:00Z",
            None,
            "json-ld",
        ),
        made(
            programme(head=ld({"@type": "VideoObject", "name": title, "uploadDate": "2026-07-10T09:00:00Z", "duration": "PT2M"})),
            "2026-07-10T09:00:00Z",
            None,
            "json-ld",
        ),
        made(
            programme(
                head=ld(
                    story(
                        datePublished="2026-07-11T09:00:00Z",
                        video={"@type": "VideoObject", "name": title, "uploadDate": "2025-01-01T09:00:00Z"},
                    )
                )
            ),
            "2026-07-11T09:00:00Z",
            None,
            "json-ld",
        ),
        made(
            office(
                head=ld({"@type": "GovernmentOrganization", "name": "Gemeente", "foundingDate": "1811-01-01"})
                + meta("DCTERMS.issued", "2026-07-12", "name")
                + meta("DCTERMS.modified", "2026-07-13T10:00:00+02:00", "name")
                + meta("DCTERMS.available", "2026-07-14", "name")
            ),
            "2026-07-12",
            "2026-07-13T08:00:00Z",
            "meta",
        ),
        made(office(head=meta("DCTERMS.temporal", "2020-01-01/2020-12-31", "name")), None),
        made(untitled(head=meta("DC.date", "2026-07-14", "name")), "2026-07-14", None, "meta"),
        made(untitled(head=meta("date", "14 de julio de 2026", "name")), "2026-07-14", None, "meta"),
        made(
            untitled(head=meta("fecha", "2026-07-15T09:00:00+02:00", "name") + meta("article:published_time", "2026-07-15T09:00:00+02:00")),
            "2026-07-15T07:00:00Z",
            None,
            "meta",
        ),
        made(yellowed(head=meta("citation_date", "1994/03/12", "name")), "1994-03-12", None, "meta"),
        made(
            yellowed(head=meta("date", "Wed Jul 15 2026 09:00:00 GMT+0200 (Central European Summer Time)", "name")),
            "2026-07-15T07:00:00Z",
            None,
            "meta",
        ),
        made(
            summaries(
                head=f"<script>dataLayer = [{json.dumps({'pageType': 'article', 'articleTitle': title, 'publicationDate': '2026-07-16', 'crawled': '2026-11-26'})}];</script>"
            ),
            "2026-07-16",
            None,
            "meta",
        ),
        made(
            summaries(
                head=f'<script type="application/json">{json.dumps({"items": [{"title": other, "publishedAt": "2026-11-25T08:00:00Z"}], "current": {"title": title, "dates": {"published": "2026-07-17T08:00:00Z"}}})}</script>'
            ),
            None,
        ),
        made(
            summaries(head=meta("article:published_time", "2026-07-17T08:00:00Z") + meta("article:published_time", "2026-11-25T08:00:00Z")),
            "2026-07-17T08:00:00Z",
            None,
            "meta",
        ),
        made(
            summaries(
                head=meta("article:published_time", "2026-07-18T08:00:00+00:00")
                + meta("og:article:published_time", "2026-07-19T08:00:00+00:00")
            ),
            "2026-07-18T08:00:00Z",
            None,
            "meta",
        ),
        made(
            summaries(head=meta("article:published_time", "0000-00-00T00:00:00") + meta("pubdate", "20260719", "name")),
            "2026-07-19",
            None,
            "meta",
        ),
        made(summaries(head=meta("article:published_time", "2026-07-20T00:00:00+02:00")), "2026-07-20", None, "meta"),
        made(
            summaries(head=meta("article:published_time", "{{ published }}") + meta("og:updated_time", "1784620800")),
            None,
            "2026-07-21T08:00:00Z",
        ),
        made(
            summaries(
                head=ld(story(datePublished="2026-07-21T08:00:00Z", dateModified="2026-07-21T08:00:00Z"))
                + meta("article:published_time", "2026-07-21T10:00:00+02:00")
            ),
            "2026-07-21T08:00:00Z",
            None,
            "json-ld",
        ),
        made(summaries(head=ld(story(datePublished="21.07.2026 10:00"))), "2026-07-21", None, "json-ld"),
        made(summaries("ru", head=ld(story("ru", datePublished="2026-07-22T10:00+03:00"))), "2026-07-22T07:00:00Z", None, "json-ld"),
        made(
            summaries(
                "zh",
                head=ld(story("zh", datePublished="2026-07-23T10:00:00+08:00"))
                + meta("bytedance:published_time", "2026-07-23T10:00:00+08:00"),
            ),
            "2026-07-23T02:00:00Z",
            None,
            "json-ld",
        ),
        made(summaries("ar", head=meta("article:published_time", "2026-07-24T10:00:00+03:00")), "2026-07-24T07:00:00Z", None, "meta"),
        made(
            summaries(
                "nl",
                head=ld(story("nl", datePublished="2026-07-25T08:00:00Z")),
                stamp="<div>Gepubliceerd: 25 juli 2026 10:00 Laatste update: 26 juli 2026 09:00</div>",
            ),
            "2026-07-25T08:00:00Z",
            "2026-07-26",
            "json-ld",
        ),
    )


def _shown() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("shown", html, published, updated, provenance)

    return (
        made(summaries(stamp="<div>Maud Perrin</div><div>1 August 2026, 06:00</div>"), "2026-08-01", None, "byline"),
        made(summaries("de", stamp="<div>01.08.2026, 06:00 Uhr • Lesezeit: 3 Min.</div>"), "2026-08-01", None, "byline"),
        made(summaries("fr", stamp="<div>Par Maud Perrin | Publié le 02/08/2026 | 06:00</div>"), "2026-08-02", None, "byline"),
        made(summaries("es", stamp="<div>03/08/2026 a las 06:00h. Actualizado a las 10:00h.</div>"), "2026-08-03", None, "byline"),
        made(summaries("pt", stamp="<div>04 de agosto de 2026 | 06h00</div>"), "2026-08-04", None, "byline"),
        made(summaries("it", stamp="<div>5 agosto 2026 | 06:00</div><div>Marta Perini</div>"), "2026-08-05", None, "byline"),
        made(summaries("nl", stamp="<div>6 augustus 2026, 06:00, Maud Perrin</div>"), "2026-08-06", None, "byline"),
        made(summaries("ru", stamp="<div>07.08.2026 в 06:00</div><div>Комментариев: 4</div>"), "2026-08-07", None, "byline"),
        made(summaries("zh", stamp="<div>2026年08月08日06:00 | 来源：人民网 | 作者：马丽</div>"), "2026-08-08", None, "byline"),
        made(summaries("ar", stamp="<div>09 أغسطس 2026 - 06:00</div>"), "2026-08-09", None, "byline"),
        made(endless(stamp="10 August 2026"), "2026-08-10", None, "byline"),
        made(
            endless(
                stamp='<time datetime="2026-08-11T08:00:00Z">11 August 2026</time>',
                next_stamp='<time datetime="2026-11-25T08:00:00Z">25 November 2026</time>',
            ),
            "2026-08-11T08:00:00Z",
            None,
            "time",
        ),
        made(endless(next_stamp='<time datetime="2026-11-25T08:00:00Z">25 November 2026</time>'), None),
        made(endless(), None),
        made(endless("de", stamp="12.08.26, 06:00", next_stamp="25.11.26, 06:00"), "2026-08-12", None, "byline"),
        made(untitled(stamp='<div class="fecha">Puerto Almenara, 13/08/2026</div>'), "2026-08-13", None, "byline"),
        made(untitled(stamp='<div class="firma">MARTA PERÍN - 14/08/2026</div>'), "2026-08-14", None, "byline"),
        made(untitled("pt", stamp="<div>15/08/2026 - 06h00min</div>"), "2026-08-15", None, "byline"),
        made(untitled("it", stamp="<div>Porto Alderi - Domenica 16 agosto 2026 ore 06:00</div>"), "2026-08-16", None, "byline"),
        made(untitled("ru", stamp="<div>17.08.2026 06:00 | Просмотров: 2019</div>"), "2026-08-17", None, "byline"),
        made(untitled("zh", stamp="<div>日期：2026-08-18 06:00:00 点击：2019 次</div>"), "2026-08-18", None, "byline"),
        made(untitled("ar", stamp="<div>تاريخ النشر: 19-08-2026</div>"), "2026-08-19", None, "byline"),
        made(debated(stamp="<p>Veröffentlicht am 20. August 2026 | 5 Kommentare</p>"), "2026-08-20", None, "byline"),
        made(debated(stamp="<p>20.8.2026, 17:13 Uhr</p>"), "2026-08-20", None, "byline"),
        made(debated("en", stamp="<p>Posted on August 21, 2026 by Maud</p>"), "2026-08-21", None, "byline"),
        made(debated(), None),
        made(debated("fr"), None),
        made(walled(stamp="<p>Publié aujourd’hui à 06h00</p>"), None),
        made(
            walled(stamp="<p>Publié le 22 août 2026 à 06h00, modifié le 23 août 2026 à 08h30 · Lecture 3 min.</p>"),
            "2026-08-22",
            "2026-08-23",
            "byline",
        ),
        made(walled(stamp="<p>Par Maud Perrin (Aldrey, envoyée spéciale)</p><p>Publié hier à 18h, mis à jour à 20h</p>"), None),
        made(walled(stamp="<p><time datetime='2026-08-23T06:00:00+02:00'>le 23/08/2026</time></p>"), "2026-08-23T04:00:00Z", None, "time"),
        made(walled(), None),
        made(ticker(stamp="<p>24. August 2026, 06:00 Uhr</p>", entries=("22:15 Uhr", "21:00 Uhr")), "2026-08-24", None, "byline"),
        made(ticker(stamp="<p>Stand: 25.08.2026 22:15 Uhr</p>", entries=("25.08.2026, 22:15", "24.08.2026, 21:00")), None, "2026-08-25"),
        made(ticker(entries=("25.08.2026, 22:15", "24.08.2026, 21:00")), None),
        made(office(stamp="<p>Nieuwsbericht | 26-08-2026 | 10:00</p>"), "2026-08-26", None, "byline"),
        made(
            office(stamp="<dl><dt>Datum</dt><dd>27 augustus 2026</dd><dt>Kenmerk</dt><dd>2026-0412</dd></dl>"), "2026-08-27", None, "byline"
        ),
        made(office(stamp="<dl><dt>Vergadering</dt><dd>28 augustus 2026</dd></dl>"), None),
        made(office("en", below="<p>Last updated: 29 August 2026</p>"), None, "2026-08-29"),
        made(
            office(
                "en",
                stamp="<p>From: Aldersey Council</p><p>Published 30 August 2026</p><p>Last updated 31 August 2026 — See all updates</p>",
            ),
            "2026-08-30",
            "2026-08-31",
            "byline",
        ),
        made(office("de", stamp="<p>Datum: 31.08.2026 | Nr. 112</p>"), "2026-08-31", None, "byline"),
        made(office("fr", stamp="<p>Actualité — 1er septembre 2026</p>"), "2026-09-01"),
        made(programme(stamp="<p>Wed 2 Sep 2026, 9:00am</p>"), "2026-09-02", None, "byline"),
        made(programme(stamp="<p>Broadcast on 3 September 2026 at 9:00am</p>"), None),
        made(programme("de", stamp="<p>Sendung vom 04.09.2026</p>"), None),
        made(
            programme(stamp='<abc-date><time datetime="2026-09-05T00:00:00Z" data-component="Timestamp">Sat 5 Sep 2026</time></abc-date>'),
            "2026-09-05",
            None,
            "time",
        ),
        made(yellowed(stamp="<p>Harbour Post, 12 March 1994, page 3</p>"), "1994-03-12", None, "byline"),
        made(yellowed(stamp="<p>By MAUD PERRIN; MARCH 13, 1994</p>"), "1994-03-13", None, "byline"),
        made(yellowed(stamp="<p>Section: Local, p. 4; Monday, March 14, 1994</p>"), "1994-03-14"),
        made(yellowed(stamp="<p>March 15, 1994 Tuesday Final Edition</p>"), "1994-03-15"),
        made(yellowed(), None),
        made(programme("es", stamp="<p>06 sep 2026 Actualizado a las 09:10 h.</p>"), "2026-09-06", None, "byline"),
        made(programme("it", stamp="<p>Pubblicato il: 07/09/2026 09:10</p>"), "2026-09-07", None, "byline"),
        made(programme("ar", stamp="<p>آخر تحديث: 08/09/2026 - 09:10</p>"), None, "2026-09-08"),
        made(programme("ar", stamp="<p>نُشر يوم: 09/09/2026</p>"), "2026-09-09", None, "byline"),
        made(programme("ru", stamp="<p>10 сентября 2026, 09:10 мск</p>"), "2026-09-10T06:10:00Z", None, "byline"),
        made(programme("zh", stamp="<p>2026-09-11 09:10 | 新闻频道</p>"), "2026-09-11", None, "byline"),
        made(
            office("pt", stamp="<p>publicado: 12/09/2026 09h10, última modificação: 13/09/2026 10h00</p>"),
            "2026-09-12",
            "2026-09-13",
            "byline",
        ),
        made(office("it", stamp="<p>Data di pubblicazione: 14 settembre 2026</p>"), "2026-09-14", None, "byline"),
        made(
            office("es", stamp="<p>Fecha de publicación: 15/09/2026</p><p>Fecha del evento: 20/10/2026</p>"), "2026-09-15", None, "byline"
        ),
    )


def _others() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("other", html, published, updated, provenance)

    return (
        made(summaries(), None),
        made(summaries("zh"), None),
        made(untitled(), None),
        made(untitled("it"), None),
        made(office(), None),
        made(office("en"), None),
        made(programme(), None),
        made(summaries(stamp="<div>Reading time: 3 minutes</div>"), None),
        made(summaries(stamp="<div>Ferry season: 1 May 2026 – 31 October 2026</div>"), None),
        made(summaries("de", stamp="<div>Anmeldung bis 15.12.2026</div>"), None),
        made(summaries("de", stamp="<div>Haltbar bis: 15.12.2026</div><div>Artikelnr. 2026-11-02</div>"), None),
        made(summaries("fr", stamp="<div>Rendez-vous le 16 septembre 2026 à 18h</div>"), None),
        made(summaries("es", stamp="<div>Nacida el 17 de septiembre de 1990 en Aldera</div>"), None),
        made(summaries("pt", stamp="<div>Inscrições até 18/09/2026</div>"), None),
        made(summaries("it", stamp="<div>In programma il 19 settembre 2026</div>"), None),
        made(summaries("nl", stamp="<div>Van 20 september 2026 tot 25 september 2026</div>"), None),
        made(summaries("ru", stamp="<div>Начало: 21 сентября 2026, 19:00</div>"), None),
        made(summaries("ar", stamp="<div>موعد الحفل: 22 سبتمبر 2026</div>"), None),
        made(summaries("zh", stamp="<div>活动时间：2026年9月23日</div>"), None),
        made(summaries(stamp="<div>Image taken 24 September 2026</div>"), None),
        made(summaries(stamp="<div>Share price on 25 September 2026: 4.10</div>"), None),
        made(summaries(stamp="<div>Updated daily</div>"), None),
        made(summaries(stamp="<div>09/10/2026</div>"), None),
        made(summaries(stamp="<div>Filed under: Ferries · 2026 season</div>"), None),
        made(
            summaries(head=canonical("https://post.example/2026/09/26/ferry-all-winter"), stamp="<div>Sept. 26, 2026</div>"),
            "2026-09-26",
            None,
            "url",
        ),
        made(summaries(head=canonical("https://post.example/photo/2026/album-20260927-20260928")), None),
        made(summaries(head=canonical("https://post.example/sport/20270101-preview")), None),
        made(summaries("de", head=canonical("https://post.example/lokales/faehre-28-09-2026-100.html")), "2026-09-28", None, "url"),
        made(summaries("ru", head=canonical("https://post.example/news/2026-09-29/parom.html")), "2026-09-29", None, "url"),
        made(
            summaries("zh", head=canonical("https://post.example/a/20260930/id12.html"), stamp="<div>2026-09-30 10:00</div>"),
            "2026-09-30",
            None,
            "url",
        ),
        made(endless("fr", stamp="Publié le 1 octobre 2026", next_stamp="Publié le 25 novembre 2026"), "2026-10-01", None, "byline"),
        made(endless("de", stamp="Von Maike Petersen", next_stamp="Veröffentlicht am 25.11.2026"), None),
        made(endless("en", stamp="By Maud Perrin", next_stamp="Published 25 November 2026, updated 26 November 2026"), None),
        made(yellowed(below="<p>This article originally appeared in print on October 2, 2026.</p>"), "2026-10-02"),
        made(yellowed(below="<p>© 3 October 2026 Harbour Post</p>"), None),
        made(yellowed(below="<p>Retrieved 4 October 2026</p>"), None),
    )


NINTH: Sequence[Dated] = (*_stated(), *_shown(), *_others())
