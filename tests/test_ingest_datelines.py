"""Lines by a title: which are there for their date, and what they say."""

import pytest

from ingest.datelines import BOUNDARY, byline_times, is_there_for_its_date


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By Jane Doe, Kelmouth | Thu 13 Feb 2025 08.00 GMT"),
        ("en", "Press release - 13 February 2025"),
        ("en", "Jane Doe · Feb 13, 2025 · 4 min read"),
        ("de", "Pressemitteilung Nr. 112 vom 13. Februar 2025"),
        ("fr", "Mise à jour le 14/02/2025 à 11:30 - Publié le 13/02/2025 à 19:03"),
        ("th", "วันที่ 9 ธันวาคม 2566"),
        ("th", "เผยแพร่: 12 พ.ค. 68"),
        ("ko", "작성일 25-05-19 21:04"),
        ("de", "Erscheinungsdatum 13.02.2025"),
        ("de", "Online seit 13. Februar 2025"),
        ("fi", "Julkaisupäivä: 13.2.2025"),
        ("el", "ΠΕΜΠΤΗ, 13 ΦΕΒΡΟΥΑΡΙΟΥ 2025"),
        ("he", "פורסם ב-13.2.2025"),
        ("zh", "青石日报 2025年02月13日"),
        ("en", "By Jane Doe | Staff writer | February 13, 2025"),
        ("en", "Published on 13 February 2025 by Jane Doe"),
        ("he", "פורסם: 13.02.25, 07:02"),
        ("it", "ROMA, 13 febbraio 2025, 11:36"),
        ("ru", "20:05 13.02.2025 (обновлено: 09:10 14.02.2025)"),
        ("zh", "2025-02-13 08:00:00 来源：海港日报"),
        ("ja", "2025年2月13日（木）20:00配信"),
        ("th", "13 กุมภาพันธ์ 2568 เวลา 20:30 น."),
        ("en", "This story was originally published February 13, 2025 at 5:00 AM."),
        ("es", "EFE Aldera 13 feb 2025"),
        ("ru", "13.02.2025 06:00 | Просмотров: 2019"),
        ("de", "13.02.2025, 06:00 Uhr • Lesezeit: 3 Min."),
        ("en", "February 13, 2025 Thursday Final Edition"),
        ("ar", "نُشر يوم: 13/02/2025"),
        ("pl", "Opublikowano: czwartek, 13 luty 2025 08:00"),
        ("de", f"Von{BOUNDARY}Jane Doe{BOUNDARY}publiziert am 13. Februar 2025"),
    ],
)
def test_a_line_with_a_date_a_clock_a_place_and_a_name_is_there_for_its_date(language: str, line: str) -> None:
    assert is_there_for_its_date(line, language)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The storm of 13 February 2025 broke the pier",
        "After the storm of 13 February 2025",
        "Born 3 March 1931, died 9 October 2021",
        "Photo: Jane Doe, 13 February 2025",
        "The pier, May 3, 2019. (Jane Doe)",
        "Harlow v Aldersey, 13 February 2025",
        "Ferry Festival, 13 February 2025",
        "Jane Doe, who updated her book, says that it appeared on 13 February 2025.",
        "Deadline: 13 February 2025",
        "Where: Kelmouth, 13 February 2025",
        "Session of 13 February 2025, item 4",
        "Thursday, 13 February 2025 | 10:00 | Town Hall",
        "Kick-off 15:00, 13 February 2025",
        "Hora 20:00, 13 February 2025, Teatro del Puerto",
        "The report was published on 13 February 2025 by the county.",
        f"Founded{BOUNDARY}13 February 2025",
        f"Opening Night{BOUNDARY}13 February 2025",
        "By Jane Doe",
        "13 February 2025 " + "x " * 100,
    ],
)
def test_a_date_of_something_else_is_none_of_publication(line: str) -> None:
    assert not is_there_for_its_date(line, "en")


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("Stand: 13.02.2025, 09:12 Uhr", (None, "2025-02-13")),
        ("13.02.2025, zuletzt geändert 14.02.2025", ("2025-02-13", "2025-02-14")),
        ("13.2.25", ("2025-02-13", None)),
        ("gültig bis 13.02.2025", (None, None)),
        ("Artikelnr. 2025-02-13", (None, None)),
        ("Opublikowano: 13.02.2025", ("2025-02-13", None)),
        ("13. Februar", (None, None)),
    ],
)
def test_an_update_is_told_from_the_publication(line: str, times: tuple[str | None, str | None]) -> None:
    assert tuple(str(time) if time else None for time in byline_times(line, "de")) == times


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ko", "작성일 25-05-19 21:04", "2025-05-19"),
        ("ja", "掲載日 25.05.19", "2025-05-19"),
        ("de", "19.05.25", "2025-05-19"),
        ("de", "Online seit 19. Mai 2025", "2025-05-19"),
        ("th", "เผยแพร่: 19 พ.ค. 68", "2025-05-19"),
    ],
)
def test_short_years_stand_where_a_language_writes_them(language: str, line: str, day: str) -> None:
    assert str(byline_times(line, language)[0]) == day


def test_the_day_on_which_a_record_came_out_is_no_publication() -> None:
    assert not is_there_for_its_date("Released 2 May 2025 on Sluice Records", "en")
