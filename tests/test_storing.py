"""What comes in finds its article, and becomes a version of it or none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.news import BRIDGE, FESTIVAL, whole_text
from vectorstore import Article, Timestamp
from vectorstore.catalogue import Catalogue
from vectorstore.schema import passages, pending, versions
from vectorstore.storing import find_article, had_words, holds_as, store_article

# without address or id: known by its words, then by its file
NOTE = Article(text="The lighthouse of Sandholm was painted red on Monday.", language="en", origin="note.txt")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def store(catalogue: Catalogue, article: Article) -> tuple[str, bool]:
    with catalogue.database.write_transaction() as connection:
        return store_article(connection, find_article(connection, article), article, [whole_text(article)])


def ask(catalogue: Catalogue, question: Any, article: Article) -> Any:
    with catalogue.database.transaction() as connection:
        return question(connection, find_article(connection, article), article)


def test_a_new_article_is_its_first_version_and_marked_until_the_indexes_have_it(catalogue: Catalogue) -> None:
    assert store(catalogue, BRIDGE) == (BRIDGE.article_id, False)
    stored = catalogue.read_version(BRIDGE.article_id)
    assert (stored.number, stored.current, stored.article) == (1, True, BRIDGE)
    with catalogue.database.transaction() as connection:
        assert connection.execute(select(pending.c.article_id)).scalars().all() == [BRIDGE.article_id]


def test_other_words_are_the_next_version_and_the_old_one_stays(catalogue: Catalogue) -> None:
    store(catalogue, BRIDGE)
    newer = replace(BRIDGE, text=BRIDGE.text.replace("nine", "ten"))
    assert store(catalogue, newer) == (BRIDGE.article_id, True)
    assert catalogue.read_version(BRIDGE.article_id).number == 2
    assert catalogue.read_version(BRIDGE.article_id, 1).article.text == BRIDGE.text


def test_the_same_words_with_other_facts_are_the_same_version_set_right(catalogue: Catalogue) -> None:
    store(catalogue, BRIDGE)
    store(catalogue, replace(BRIDGE, authors=("A. Editor",)))
    assert catalogue.read_version(BRIDGE.article_id).number == 1
    assert catalogue.read_version(BRIDGE.article_id).article.authors == ("A. Editor",)
    with catalogue.database.transaction() as connection:
        assert len(connection.execute(select(passages)).all()) == 1, "its passages are not there twice"


def test_an_older_copy_becomes_an_earlier_version_that_does_not_answer(catalogue: Catalogue) -> None:
    late = replace(BRIDGE, text="The Harbour Bridge is open again.", updated=Timestamp(1742600000, "second", "meta"))
    early = replace(BRIDGE, updated=Timestamp(1741600000, "second", "meta"))
    store(catalogue, late)
    store(catalogue, early)
    assert catalogue.read_version(BRIDGE.article_id).article.text == late.text
    with catalogue.database.transaction() as connection:
        rows = connection.execute(select(versions.c.number, versions.c.valid_from, versions.c.valid_to).order_by(versions.c.number)).all()
    # the one that came second stood first
    assert [tuple(row) for row in rows] == [(1, 1742600000, None), (2, 1741564800, 1742600000)]


@pytest.mark.parametrize("article", [BRIDGE, FESTIVAL, NOTE], ids=["by address", "by id", "by words"])
def test_an_article_is_found_again_by_what_it_is_known_by(catalogue: Catalogue, article: Article) -> None:
    store(catalogue, article)
    assert ask(catalogue, holds_as, article) is True
    assert ask(catalogue, holds_as, replace(article, source="Another Paper")) is False


def test_a_file_without_address_goes_on_as_the_article_that_it_held_only_with_words_in_common(catalogue: Catalogue) -> None:
    store(catalogue, NOTE)
    changed = replace(NOTE, text=NOTE.text.replace("red", "white"))
    other = replace(NOTE, text="Tickets for the summer festival cost 35 euros at the town hall.")
    elsewhere = replace(changed, origin="other.txt")
    with catalogue.database.transaction() as connection:
        found = [find_article(connection, article) for article in (changed, other, elsewhere)]
    assert [row is not None for row in found] == [True, False, False]


def test_what_is_known_by_an_address_is_never_found_by_its_words(catalogue: Catalogue) -> None:
    store(catalogue, NOTE)
    with catalogue.database.transaction() as connection:
        assert find_article(connection, replace(NOTE, url="https://x.example.org/sandholm")) is None


def test_words_of_an_earlier_version_are_known_as_such(catalogue: Catalogue) -> None:
    store(catalogue, BRIDGE)
    newer = replace(BRIDGE, text=BRIDGE.text.replace("nine", "ten"))
    store(catalogue, newer)
    assert ask(catalogue, had_words, BRIDGE) is True
    assert ask(catalogue, had_words, newer) is False, "they are those of the current one"
