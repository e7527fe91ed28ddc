"""A deleted article leaves hashes alone, which keep it out by every name that it had."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive, whole_text
from vectorstore import Article
from vectorstore.catalogue import Catalogue
from vectorstore.deletion import deleted_times, erase_article, lift_tombstone
from vectorstore.schema import metadata, tombstones, vectors

NOTE = Article(text="The lighthouse of Sandholm was painted red on Monday.", language="en", origin="note.txt")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with news_archive(tmp_path, BRIDGE, DELEGATION, FESTIVAL, NOTE) as archive:
        for color in ("white", "green"):
            newer = replace(NOTE, text=NOTE.text.replace("red", color))
            archive.add([(newer, [whole_text(newer)])])
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def erase(catalogue: Catalogue, article_id: str) -> None:
    with catalogue.database.write_transaction() as connection:
        erase_article(connection, article_id)


def rows_with(catalogue: Catalogue, word: str) -> list[str]:
    """The tables of which a row holds the word."""
    with catalogue.database.transaction() as connection:
        return [table.name for table in metadata.sorted_tables if any(word in str(tuple(row)) for row in connection.execute(select(table)))]


def test_no_table_but_that_of_tombstones_names_it_any_more_and_the_others_stay(catalogue: Catalogue) -> None:
    erase(catalogue, BRIDGE.article_id)
    assert rows_with(catalogue, "Harbour Bridge") == []
    assert rows_with(catalogue, BRIDGE.article_id) == ["tombstones"]
    assert catalogue.read_version(DELEGATION.article_id).article == DELEGATION


def test_a_vector_goes_with_the_last_passage_of_its_words(tmp_path: Path) -> None:
    twin = replace(BRIDGE, url="https://mirror.example.org/bridge", source="Mirror")
    with news_archive(tmp_path, BRIDGE, twin):
        pass
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    left = []
    for article in (BRIDGE, twin):
        erase(catalogue, article.article_id)
        with catalogue.database.transaction() as connection:
            left.append(connection.execute(select(func.count()).select_from(vectors)).scalar_one())
    catalogue.close()
    assert left == [1, 0]


def test_it_stays_out_by_the_words_of_each_of_its_versions_and_comes_back_by_any_of_its_names(catalogue: Catalogue) -> None:
    former = [replace(NOTE, text=NOTE.text.replace("red", color)).article_id for color in ("red", "white", "green")]
    erase(catalogue, NOTE.article_id)
    with catalogue.database.write_transaction() as connection:
        assert deleted_times(connection, [*former, BRIDGE.article_id]).keys() == set(former)
        assert lift_tombstone(connection, former[1]) is True
        assert deleted_times(connection, former) == {}
        assert lift_tombstone(connection, former[1]) is False, "nothing of that name is buried"


def test_a_tombstone_holds_no_words(catalogue: Catalogue) -> None:
    erase(catalogue, FESTIVAL.article_id)
    with catalogue.database.transaction() as connection:
        (row,) = connection.execute(select(tombstones)).all()
    assert not {"festival", "Festival", "Gazette"} & set(str(tuple(row)).replace("'", " ").split())
