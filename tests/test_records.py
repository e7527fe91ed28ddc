"""Articles through the rows of the catalogue, and which of two texts is the newer one."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import Row, insert

from vectorstore import Article, Span, Timestamp, Version
from vectorstore.catalogue import Catalogue
from vectorstore.records import find_validity, is_newer, is_same_article, passage_values, select_versions, to_version, version_values
from vectorstore.schema import articles, versions

DAY = 86_400
FULL = Article(
    text="Die Brücke ist gesperrt. 🙂\n\nBis November.",
    title="Brücke – gesperrt",
    url="https://paper.example.org/a?x=1",
    key="a-1",
    source="Hafenblatt",
    language="de",
    authors=("A. Aydin", "B. Berg"),
    section="Lokales",
    genre="opinion",
    access="free",
    agencies=("dpa",),
    corrections=("Korrektur: …",),
    published=Timestamp(1726548000, "second", "json-ld"),
    published_otherwise=(Timestamp(1726444800, "day", "url"),),
    updated=Timestamp(1726720800, "second", "meta"),
    fetched=Timestamp(1726800000, "second", "given"),
    mentioned=(Timestamp(1730419200, "month", "text"),),
    metadata={"keywords": "Brücke", "ednote": ""},
    origin="samples/a.html",
)


def row(**values: Any) -> Row[Any]:
    """As the catalogue gives it, with these columns alone."""
    return cast(Row[Any], SimpleNamespace(**values))


@pytest.mark.parametrize("article", [FULL, Article(text="Only words.")], ids=["all", "nothing"])
def test_a_version_comes_back_from_its_row_as_it_was(tmp_path: Path, article: Article) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    version = Version(article.article_id, 1, article, 1726900000, current=True)
    with catalogue.database.write_transaction() as connection:
        connection.execute(insert(versions), version_values(version))
        connection.execute(insert(articles).values(id=version.article_id, current=1, origin=article.origin))
        assert to_version(connection.execute(select_versions()).one()) == version
    catalogue.close()


def test_each_passage_has_its_place_and_the_hash_of_its_own_words() -> None:
    article = Article(text="One. Two. One.")
    rows = list(passage_values(Version("a", 3, article, 0, current=True), [Span(0, 4), Span(5, 9), Span(10, 14)]))
    assert [(one["version"], one["number"], one["start"], one["end"]) for one in rows] == [(3, 0, 0, 4), (3, 1, 5, 9), (3, 2, 10, 14)]
    assert rows[0]["text_hash"] == rows[2]["text_hash"] != rows[1]["text_hash"]


def stated(seconds: int, precision: str = "second") -> Article:
    return Article(text="Words.", updated=Timestamp(seconds, cast(Any, precision), "meta"))


def fetched(seconds: int) -> Article:
    return Article(text="Words.", fetched=Timestamp(seconds, "second", "given"))


@pytest.mark.parametrize(
    ("article", "current", "newer"),
    [
        (stated(20), stated(10), True),
        (stated(10), stated(20), False),
        (stated(10), stated(10), None),
        (Article(text="Undated."), stated(10), None),
        # a mere day says nothing against a time of that day
        (stated(10 * DAY + 5), stated(10 * DAY, "day"), None),
        (stated(11 * DAY, "day"), stated(10 * DAY + 5), True),
        (fetched(20), fetched(10), True),
        (fetched(10), fetched(20), False),
        (fetched(10), stated(20), True),
        # stamped by a clock that ran ahead
        (fetched(10), fetched(40_000_000_000), True),
        (replace(stated(10), origin="a.txt"), replace(stated(20), origin="a.txt"), True),
    ],
)
def test_what_shows_the_later_state_is_newer_and_nothing_is_guessed(article: Article, current: Article, newer: bool | None) -> None:
    assert is_newer(article, current) is newer


def test_versions_follow_one_another_by_the_times_they_state_and_the_current_one_is_last() -> None:
    rows = [
        row(number=1, published=100, updated=300, added=1000),
        row(number=2, published=100, updated=None, added=1001),
        row(number=3, published=100, updated=200, added=1002),
    ]
    # the second, read later, states no later time than the publication; the first is what stands now
    assert find_validity(rows, current=1) == {2: (100, 200), 3: (200, 300), 1: (300, None)}


def test_a_version_that_states_no_later_time_stands_from_when_it_was_added() -> None:
    rows = [row(number=1, published=None, updated=None, added=1000), row(number=2, published=None, updated=None, added=2000)]
    assert find_validity(rows, current=2) == {1: (None, 2000), 2: (2000, None)}


def test_a_file_is_another_article_when_neither_title_nor_words_go_on() -> None:
    known = row(title="Bridge closed", text="The harbour bridge was closed on Monday after engineers found a crack.")
    assert is_same_article(known, Article(text="Wholly other words about a festival.", title="Bridge closed"))
    assert is_same_article(known, Article(text="The harbour bridge was closed on Monday, engineers found two cracks.", language="en"))
    assert not is_same_article(known, Article(text="Tickets for the summer festival cost 35 euros.", title="Festival", language="en"))
    assert not is_same_article(row(title="", text="One."), Article(text="Two.")), "no title is not the same title"
