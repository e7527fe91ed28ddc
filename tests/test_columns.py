"""What filters ask of each passage stands in columns as the catalogue has it."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive, whole_text
from vectorstore.catalogue import Catalogue
from vectorstore.columns import UNKNOWN, PassageColumns, count_rows, read_articles, read_columns, read_vectors
from vectorstore.rankings import Ranking
from vectorstore.stored import StoredVectors

LETTER = replace(BRIDGE, url="https://courier.example.org/letter", text="The bridge should stay closed, I think.", genre="opinion")
REPAIRED = replace(BRIDGE, text=BRIDGE.text.replace("nine", "ten"))


def read(folder: Path, after: int | None = None) -> PassageColumns:
    catalogue = Catalogue(folder / "catalogue.sqlite")
    with catalogue.database.transaction() as connection:
        columns = read_columns(connection, after)
        assert after is not None or (count_rows(connection), {*read_articles(connection)}) == (len(columns), {*columns.article})
    catalogue.close()
    return columns


def ids(columns: PassageColumns) -> list[str]:
    return [f"{number:016x}" for number in columns.article.tolist()]


def test_an_empty_archive_has_columns_without_rows(tmp_path: Path) -> None:
    columns = read(tmp_path)
    assert (len(columns), columns.sources) == (0, ())


def test_passages_stand_in_order_of_publication_with_undated_last(tmp_path: Path) -> None:
    news_archive(tmp_path).close()
    columns = read(tmp_path)
    assert ids(columns) == [DELEGATION.article_id, BRIDGE.article_id, FESTIVAL.article_id]
    assert columns.published.tolist() == [1739404800, 1741564800, UNKNOWN]
    assert [columns.languages[place] for place in columns.language] == ["de", "en", "en"]
    assert columns.sources[columns.source[0]] == "hafenblatt", "folded, as filters are compared"
    assert Ranking(*columns.name(np.array([1])), np.ones(1)).ids() == [f"{BRIDGE.article_id}:1:0"]


def test_superseded_versions_stand_there_with_the_days_on_which_they_stood(tmp_path: Path) -> None:
    with news_archive(tmp_path, BRIDGE) as archive:
        archive.add([(REPAIRED, [whole_text(REPAIRED)])])
    columns = read(tmp_path)
    facts = sorted(zip(columns.version.tolist(), columns.current.tolist(), (columns.valid_to == UNKNOWN).tolist(), strict=True))
    assert facts == [(1, False, False), (2, True, True)]


def test_what_has_no_genre_is_a_report(tmp_path: Path) -> None:
    news_archive(tmp_path, BRIDGE, LETTER).close()
    columns = read(tmp_path)
    genres = {id: columns.genres[genre] for id, genre in zip(ids(columns), columns.genre, strict=True)}
    assert genres == {BRIDGE.article_id: "report", LETTER.article_id: "opinion"}


def test_only_articles_that_changed_since_are_read_and_each_of_those_whole(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        last = int(read(tmp_path).row.max())
        archive.add([(REPAIRED, [whole_text(REPAIRED)])])
    later = read(tmp_path, last)
    assert set(ids(later)) == {BRIDGE.article_id}
    assert sorted(later.version.tolist()) == [1, 2]


def test_each_passage_has_its_own_vector_and_one_without_is_told(tmp_path: Path) -> None:
    news_archive(tmp_path).close()
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    model = HashEmbeddings()
    stored = StoredVectors(catalogue.database, model.identity.fingerprint, model.identity.dimension)
    other = StoredVectors(catalogue.database, "another model", model.identity.dimension)
    with catalogue.database.transaction() as connection:
        columns = read_columns(connection)
        vectors, there = read_vectors(connection, columns, stored)
        assert not read_vectors(connection, columns, other)[1].any()
    catalogue.close()
    assert there.all()
    texts = {article.article_id: article.text for article in (BRIDGE, DELEGATION, FESTIVAL)}
    expected = np.array(model.embed_documents([texts[id] for id in ids(columns)]), np.float16)
    assert np.array_equal(vectors, expected)
