"""A seventh set: dates of other spellings in other places, on the builds of the fourth, fifth and sixth; labels as before.

It was written after what the sixth set showed was mended, and before any result of it was looked at.
"""
# ruff: noqa: E501  a part of a page stands in one line

from collections.abc import Sequence
from typing import Any

from tests.dated_pages import Dated, canonical, ld, meta
from tests.dated_pages_sixth import classic, modern, wire
from tests.newsroom_pages import blocks, drupal, paper, portal, tables, wordpress
from tests.newsroom_systems import STORIES, amp, letter, printed, station, theme, town_hall


def node(language: str = "en", kind: str = "NewsArticle", **more: Any) -> str:
    return ld({"@context": "https://schema.org", "@type": kind, "headline": STORIES[language].title, **more})


def _shown() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("shown", html, published, updated, provenance)

    return (
        made(blocks(stamp="<span>By Maud Perrin</span><span>Published</span><span>8 March 2024</span>"), "2024-03-08"),
        made(blocks("de", stamp="<div>Autorin: Maike Petersen</div><div>Datum: 07.03.2024</div>"), "2024-03-07"),
        made(paper("fr", stamp="<div>Maud Perrin, envoyée spéciale</div><div>Publié le vendredi 1er mars 2024 à 6 h 00</div>"), "2024-03-01"),
        made(paper("es", stamp="<div>REDACCIÓN · Aldera</div><div>29 de febrero de 2024, 18:15h</div>"), "2024-02-29"),
        made(paper("it", stamp="<div>di Marta Perini</div><div>Mercoledì 28 Febbraio 2024, 12:30 - Ultimo aggiornamento: 29 Febbraio, 08:10</div>"), "2024-02-28"),
        made(portal("ru", stamp="<div>27 февраля 2024, вторник, 10:15</div>"), "2024-02-27"),
        made(portal("zh", stamp="<div>2024-02-26 09:15:20 来源： 海港社 作者： 马丽 责任编辑： 王华</div>"), "2024-02-26"),
        made(portal("ja", stamp="<div>2024/02/25 05:00</div>"), "2024-02-25"),
        made(portal("ko", stamp="<div>기사입력 2024-02-24 11:20</div><div>최종수정 2024-02-25 09:00</div>"), "2024-02-24", "2024-02-25"),
        made(portal("ar", stamp="<div>الجمعة 23 فبراير 2024 | 14 شعبان 1445</div>"), "2024-02-23"),
        made(tables("pl", stamp="<font color='gray'>2024-02-22, ostatnia aktualizacja 2024-02-23 08:10</font>"), "2024-02-22", "2024-02-23"),
        made(tables("cs", stamp="<small>21.2.2024</small>"), "2024-02-21"),
        made(wordpress("nl", stamp='<span class="posted">20 feb 2024 om 16:40 door Marijke</span>'), "2024-02-20"),
        made(wordpress("sv", stamp="<span>19 februari, 2024</span>"), "2024-02-19"),
        made(drupal("el", stamp='<div class="field">Δευτέρα, 18 Δεκεμβρίου 2023 - 10:30</div>'), "2023-12-18"),
        made(drupal("uk", stamp="<div>17 грудня 2023 р., 12:00</div>"), "2023-12-17"),
        made(theme("tr", stamp="<span>16 Aralık 2023, Cumartesi</span>"), "2023-12-16"),
        made(theme("ro", stamp="<span>Postat la 15 decembrie 2023</span>"), "2023-12-15"),
        made(station("fi", stamp="<div>14.12.2023 klo 10.15</div>"), "2023-12-14"),
        made(station("hu", stamp="<div>Közzétéve: 2023. december 13. 09:10</div>"), "2023-12-13"),
        made(station("vi", stamp="<div>12/12/2023 08:30 GMT+7</div>"), "2023-12-12T01:30:00Z"),
        made(station("he", stamp="<div>11 בדצמבר 2023</div>"), "2023-12-11"),
        made(station("hi", stamp="<div>10 दिसंबर 2023, 09:15 IST</div>"), "2023-12-10T03:45:00Z"),
        made(station("th", stamp="<div>วันที่ 9 ธันวาคม 2566</div>"), "2023-12-09"),
        made(station("id", stamp="<div>Jumat, 08 Des 2023 14:00 WIB</div>"), "2023-12-08T07:00:00Z"),
        made(modern(stamp="<div>Maud Perrin</div><div>Thu, December 7, 2023 at 5:30 PM GMT+1</div><div>4 min read</div>"), "2023-12-07T16:30:00Z"),
        made(modern(stamp="<p>Dec 6 2023</p>"), "2023-12-06"),
        made(modern(stamp="<p>Kelmouth, Dec. 5 (HP)</p><p>First published December 5, 2023</p>"), "2023-12-05"),
        made(modern("de", stamp="<p>4.12.2023, 9.30 Uhr</p>"), "2023-12-04"),
        made(classic("de", stamp="<p>Hohenpriel (hp), 3. Dezember 2023</p>"), "2023-12-03"),
        made(classic("fr", stamp="<p>Modifié le 3/12/2023 à 10h10 | Publié le 2/12/2023 à 19h30</p>"), "2023-12-02", "2023-12-03"),
        made(classic("pt", stamp="<p>1 dezembro 2023</p>"), "2023-12-01"),
        made(wire(stamp="<p>Nov 30, 2023 | 10:15 am</p>"), "2023-11-30"),
        made(wire("es", stamp="<p>Aldera, 29 nov (HP).- </p><p>29/11/2023 18:20h.</p>"), "2023-11-29"),
        made(letter("fr", stamp="<div>Maud Perrin</div><div>28 nov. 2023</div>"), "2023-11-28"),
        made(printed("it", below="<p>Pubblicato: 27 novembre 2023</p>"), "2023-11-27"),
        made(amp("es", stamp="<div>26/11/2023 - 20:10</div>"), "2023-11-26"),
        made(town_hall("da", stamp="<p>Offentliggjort 25-11-2023</p>"), "2023-11-25"),
        made(town_hall(stamp="<p>24.11.2023 – Pressemitteilung</p>"), "2023-11-24"),
    )  # fmt: skip


def _stated() -> Sequence[Dated]:
    def made(html: str, published: str | None, updated: str | None = None, provenance: str | None = None) -> Dated:
        return Dated("stated", html, published, updated, provenance)

    return (
        made(blocks(head=node(datePublished="2023-11-23T10:00:30+00:00", dateModified="2023-11-23T12:00:30+00:00")), "2023-11-23T10:00:30Z", "2023-11-23T12:00:30Z", "json-ld"),
        made(paper("de", node("de", "Article", datePublished="2023-11-22T22:30:10Z")), "2023-11-22T22:30:10Z", None, "json-ld"),
        made(portal("ja", node("ja", datePublished="2023-11-21 06:00:10 +0900")), "2023-11-20T21:00:10Z", None, "json-ld"),
        made(theme(head=node(kind="OpinionNewsArticle", datePublished="November 20, 2023")), "2023-11-20", None, "json-ld"),
        made(theme(head=node(datePublished="2023/11/19 10:00:00")), "2023-11-19", None, "json-ld"),
        made(station("es", node("es", datePublished="2023-11-18T09:00:00.000-05:00")), "2023-11-18T14:00:00Z", None, "json-ld"),
        made(station(head=meta("article:published_time", "Fri, 17 Nov 2023 10:00:20 GMT")), "2023-11-17T10:00:20Z", None, "meta"),
        made(station(head=meta("og:published_time", "2023-11-16T10:00:20Z")), "2023-11-16T10:00:20Z", None, "meta"),
        made(modern(head=meta("date", "15.11.2023", "name"), stamp="<span>2 days ago</span>"), "2023-11-15", None, "meta"),
        made(classic("fr", meta("dc.date", "2023-11-14T10:00:20+01:00", "name")), "2023-11-14T09:00:20Z", None, "meta"),
        made(wire("zh", meta("PubDate", "2023-11-13 10:00", "name")), "2023-11-13", None, "meta"),
        made(paper(stamp='<span class="date" title="2023-11-12T10:00:20Z">Sunday</span>'), "2023-11-12T10:00:20Z"),
        made(paper(stamp='<time datetime="1699700420">11 Nov 2023</time>'), "2023-11-11T11:00:20Z", None, "time"),
        made(paper(stamp='<time datetime="Fri Nov 10 2023 10:00:20 GMT+0000 (Coordinated Universal Time)">10 Nov</time>'), "2023-11-10T10:00:20Z"),
        made(blocks("pt", canonical("https://post.example/noticias/2023/11/09/barca.ghtml")), "2023-11-09", None, "url"),
        made(portal("zh", canonical("https://news.post.example/20231108/a1b2c3/c.html")), "2023-11-08", None, "url"),
    )  # fmt: skip


def _undated() -> Sequence[Dated]:
    def made(html: str, updated: str | None = None) -> Dated:
        return Dated("no date", html, None, updated)

    return (
        made(blocks("it")), made(paper("cs")), made(portal("th")), made(theme("hu")), made(letter("da")), made(wire("el")),
        made(blocks(stamp="<span>12 hrs</span>")), made(blocks("fr", stamp="<span>Hier à 18h30</span>")), made(portal("zh", stamp="<span>昨天 10:20</span>")),
        made(paper(stamp="<p>Valid until 31 December 2025</p>")),
        made(paper(stamp="<p>Copyright 3 May 2023 Harbour Post</p>")),
        made(paper(stamp="<p>Launched: 3 May 2019</p>")),
        made(paper(stamp="<p>Season 2, Episode 4 – Aired 3 May 2021</p>")),
        made(paper(stamp="<p>Illustration: Maud Perrin, 4 May 2021</p>")),
        made(paper(stamp="<p>Trial begins 5 May 2025</p>")),
        made(paper(stamp="<p>Harlow v Aldersey, 6 May 2023</p>")),
        made(paper(stamp="<p>Ferry Festival, 7 June 2025</p>")),
        made(classic("de", stamp="<p>Konzert am 8. Juni 2025</p>")),
        made(classic("de", stamp="<p>Urteil vom 9. Juni 2023, Az. 4 K 12/23</p>")),
        made(classic("fr", stamp="<p>Loi du 10 juin 2023</p>")),
        made(classic("it", stamp="<p>Seduta dell'11 giugno 2023</p>")),
        made(classic("ru", stamp="<p>Заседание 12 июня 2023 года</p>")),
        made(classic("zh", stamp="<p>截止日期：2025年6月13日</p>")),
        made(classic("ja", stamp="<p>締め切り：2025年6月14日</p>")),
        made(modern(below="<div>Read next: Pier is painted, 15 June 2023</div>")),
        made(modern(below="<p>Get the next issue on December 16, 2026</p>")),
        made(modern(below="<p>Maud Perrin, updated her book in 2019; it appeared on 17 June 2020.</p>")),
        made(station(over="<p>Friday, 18 September 2026</p>")),
        made(town_hall("nl", below="<p>Laatst gewijzigd: 19-06-2023</p>"), "2023-06-19"),
        made(town_hall("es", below="<p>Última actualización: 20/06/2023</p>"), "2023-06-20"),
    )  # fmt: skip


SEVENTH: Sequence[Dated] = (*_shown(), *_stated(), *_undated())
