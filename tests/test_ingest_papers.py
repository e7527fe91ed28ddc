"""The paper's name around a title."""

import re
from pathlib import Path

import pytest

from ingest.pages import read_page
from ingest.papers import find_paper
from ingest.plain import read_plain
from ingest.read import read_file
from vectorstore import Article

SAMPLES = Path(__file__).parent.parent / "samples"
PROSE = "Two ports were shut on Monday as a storm moved in from the west, officials said."
TITLE = "Storm closes ports along the coast"


@pytest.mark.parametrize(
    "name",
    [
        "The Harbour Courier", "Westvale Herald", "The Guardian", "The Times of India", "Hafenblatt", "Der Spiegel", "Kelmouther Anzeiger",
        "Frankfurter Allgemeine Zeitung", "Nordsee-Zeitung", "Le Courrier du Nord", "Le Monde", "El Faro de Levante", "El País",
        "Corriere della Sera", "Вестник Реки", "صدى الميناء", "滨江时报", "朝日新聞", "Stadtwerke Nordmünde GmbH", "bbc.com",
    ],
)  # fmt: skip
def test_a_line_that_is_only_a_papers_name_is_the_source(name: str) -> None:
    page = read_page([TITLE, name, "13 March 2025", PROSE], "en")
    assert (page.title, page.source, page.body) == (TITLE, name, (PROSE,))
    assert (page.authors, page.section) == ((), None)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe", "Freddie Mercury", "Emily Post", "Katrin Oesterle", "Андрей Соловцов", "World News", "Politik", "The Long Read",
        "Tribune libre", "Puerto Almenara", "أخبار محلية", "Press Review", "Presse", "What the papers say", "Courier stolen from a van",
    ],
)  # fmt: skip
def test_a_person_a_section_and_a_heading_are_no_source(line: str) -> None:
    assert find_paper(line, TITLE) == ""


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Nordwire", "Nordwire"),
        ("Quelle: Hafenblatt", "Hafenblatt"),
        ("Fuente: El Faro", "El Faro"),
        ("Источник: ТАСС", "ТАСС"),
        ("来源：滨江时报", "滨江时报"),
        ("Source: https://www.paper.example.org/a/b", "paper.example.org"),
        ("From: The Inland Gazette", "The Inland Gazette"),
        # a letter's sender, a picture's source
        ("From: Jane Doe", ""),
        ("Quelle: dpa/Getty Images", ""),
    ],
)
def test_a_labelled_line_names_the_source(line: str, source: str) -> None:
    assert read_page([TITLE, line, PROSE], "en").source == source


def test_the_name_may_stand_above_the_title() -> None:
    for line in ("The Harbour Courier", "Source: Nordwire"):
        page = read_page([line, TITLE, "By Jane Doe", PROSE], "en")
        assert (page.title, page.authors) == (TITLE, ("Jane Doe",))
        assert page.source == line.removeprefix("Source: ")


def test_a_name_that_ends_the_title_too_is_the_source() -> None:
    assert read_page([f"{TITLE} | Nordwind", "Nordwind", PROSE], "en").source == "Nordwind"
    assert read_page([f"{TITLE} - Kelmouth Today", "Kelmouth Today", PROSE], "en").source == "Kelmouth Today"
    assert read_page([f"{TITLE} | World News", "World News", PROSE], "en").source == ""


def test_a_newsroom_and_a_reporter_tell_their_paper() -> None:
    assert read_page([TITLE, "Von der Hafenblatt-Redaktion", PROSE], "de").source == "Hafenblatt"
    assert read_page([TITLE, "滨江时报 记者 沈若岚", PROSE], "zh").source == "滨江时报"
    assert read_page([TITLE, "Von unserer Redaktion", PROSE], "de").source == ""


def test_a_papers_name_further_down_is_text() -> None:
    page = read_page([TITLE, PROSE, "The Harbour Courier", PROSE], "en")
    assert (page.source, page.body) == ("", (PROSE, "The Harbour Courier", PROSE))


def test_a_line_that_says_the_address_gives_it_and_the_source() -> None:
    article = read_plain(f"{TITLE}\n\nURL: https://www.paper.example.org/storm\n\n{PROSE}", "a.txt")
    assert (article.url, article.source, article.text) == ("https://www.paper.example.org/storm", "paper.example.org", PROSE)
    assert read_plain(f"{TITLE}\n\n{PROSE}\n\nURL: https://paper.example.org/x", "a.txt").url is None


def test_the_table_of_the_samples_tells_each_files_source() -> None:
    rows = re.findall(r"^\| (\S+\.(?:txt|md|html)) \| \w\w \| ([^|]+) \|", (SAMPLES / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 40
    stated = {file: "" if source == "–" else source for file, source in rows}
    read = {file: next(read_file(SAMPLES / file)) for file in stated}
    assert {file: article.source for file, article in read.items() if isinstance(article, Article)} == stated
