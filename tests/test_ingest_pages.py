"""A page pasted as text."""

import pytest

from ingest.pages import read_page

PROSE = "Two ports were shut on Monday as a storm moved in from the west, officials said."


def test_the_lines_under_the_title_are_understood_and_dropped() -> None:
    page = read_page(
        ["Brücke bleibt gesperrt", "Amalie L.", "1 Woche vor", "|", "13/02/2025", "Verkehr", "Foto: Imke Sund", "Foto: Imke Sund",
         "Die Brücke bleibt gesperrt, sagte die Stadt am Montag.", "JETZT LESEN AUCH ANDERE",
         "Ein Pfeiler hat Risse, heißt es im Gutachten."],
        "de",
    )  # fmt: skip
    assert (page.title, page.authors, page.section, str(page.published)) == (
        "Brücke bleibt gesperrt",
        ("Amalie L.",),
        "Verkehr",
        "2025-02-13",
    )
    assert page.published is not None
    assert page.published.provenance == "byline"
    assert page.body == ("Die Brücke bleibt gesperrt, sagte die Stadt am Montag.", "Ein Pfeiler hat Risse, heißt es im Gutachten.")


@pytest.mark.parametrize(
    ("line", "language", "author"),
    [
        ("By Jane Doe", "en", "Jane Doe"),
        ("By Jane Doe, in Rome", "en", "Jane Doe"),
        ("Von Katrin Oesterle", "de", "Katrin Oesterle"),
        ("Von der Hafenblatt-Redaktion", "de", "Hafenblatt-Redaktion"),
        ("Par Mathilde Le Guen", "fr", "Mathilde Le Guen"),
        ("Por Lucía Peris", "es", "Lucía Peris"),
        ("Андрей Соловцов", "ru", "Андрей Соловцов"),
        ("بقلم: ليلى الحداد", "ar", "ليلى الحداد"),
        ("滨江时报 记者 沈若岚", "zh", "沈若岚"),
    ],
)
def test_the_author_is_read_from_the_line_that_names_one(line: str, language: str, author: str) -> None:
    page = read_page(["Storm closes ports along the coast", line, PROSE], language)
    assert page.authors == (author,)
    assert page.body == (PROSE,)


def test_a_line_with_everything_is_taken_apart() -> None:
    page = read_page(["Storm closes ports", "By Jane Doe and Ali Khan | Published: 13 March 2025 | Weather", PROSE], "en")
    assert (page.authors, str(page.published), page.section) == (("Jane Doe", "Ali Khan"), "2025-03-13", "Weather")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Publié le 13 mars 2025 à 16h45", "fr"),
        ("Thursday 13 March 2025", "en"),
        ("13.03.2025, 17:20 Uhr", "de"),
        ("13.03.2025, zuletzt ergänzt um 21:15 Uhr", "de"),
        ("Nordmünde, 13. März 2025", "de"),
        ("13 de marzo de 2025", "es"),
        ("13 марта 2025 года", "ru"),
        ("2025年3月13日", "zh"),
    ],
)
def test_the_date_line_gives_the_publication(line: str, language: str) -> None:
    page = read_page(["Storm closes ports along the coast", line, PROSE], language)
    assert str(page.published) == "2025-03-13"
    assert page.body == (PROSE,)


def test_an_update_is_told_from_the_publication() -> None:
    page = read_page(["Storm closes ports", "13 March 2025", "Updated 14 March 2025", PROSE], "en")
    assert (str(page.published), str(page.updated)) == ("2025-03-13", "2025-03-14")


def test_a_date_that_could_be_two_is_dropped_from_the_text_and_not_read() -> None:
    page = read_page(["Storm closes ports", "Published: 3/4/2025", PROSE], "en")
    assert page.published is None
    assert page.body == (PROSE,)


def test_a_heading_with_a_date_is_not_the_publication() -> None:
    page = read_page(["Storm closes ports", "What the council decided on 13 March 2024", PROSE], "en")
    assert page.published is None
    assert page.body == ("What the council decided on 13 March 2024", PROSE)


def test_dates_in_the_body_are_not_the_publication() -> None:
    assert read_page(["Storm closes ports", PROSE, "13 March 2025"], "en").published is None


def test_a_section_above_the_title_is_one() -> None:
    page = read_page(["World news", "Storm closes ports along the coast", PROSE], "en")
    assert (page.section, page.title) == ("World news", "Storm closes ports along the coast")


def test_subheadings_and_standfirst_stay() -> None:
    page = read_page(["Storm closes ports", "What we know so far about the damage", PROSE, "Damage in the north", PROSE], "en")
    assert page.body == ("What we know so far about the damage", PROSE, "Damage in the north", PROSE)


def test_a_page_that_begins_with_prose_has_no_title() -> None:
    page = read_page([PROSE * 3, PROSE], "en")
    assert (page.title, page.body) == ("", (PROSE * 3, PROSE))


def test_an_empty_page_is_empty() -> None:
    assert read_page([], "en").body == ()
