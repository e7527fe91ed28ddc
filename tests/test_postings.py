"""Words in PostgreSQL's tables: found and scored as tantivy does, in step with the catalogue whatever happens."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from tests.doubles import HashEmbeddings
from tests.servers import PostgresServer
from tests.test_archive import BRIDGE, STREIK, UNDATED, passages
from vectorstore import Archive, ArchiveSettings, Article, SearchFilter, open_archive, split_sentences
from vectorstore.bm25 import LENGTHS, POSTING, code_length
from vectorstore.posting_segments import postings
from vectorstore.postings import PostingTables
from vectorstore.search import PassageSearch

WORDS = "Der Hafen die Brücke closed strike lighthouse pilots Lotsen ferry Aurora harbour Schiffe council budget trial".split()  # noqa: SIM905


@pytest.fixture
def pair(tmp_path: Path, postgres: PostgresServer) -> Iterator[tuple[Archive, Archive]]:
    """An archive in a folder and one in PostgreSQL."""
    on_server = ArchiveSettings(archive=tmp_path / "none", database_url=postgres.new_address())
    with (
        open_archive(tmp_path / "folder", embeddings=HashEmbeddings()) as embedded,
        open_archive(on_server, embeddings=HashEmbeddings()) as served,
    ):
        yield embedded, served


def make_articles(count: int) -> list[Article]:
    chance = random.Random(1)
    made = []
    for number in range(count):
        text = ". ".join(" ".join(chance.choices(WORDS, k=chance.randint(3, 90))) for _ in range(chance.randint(1, 5))) + "."
        language, source = chance.choice(["en", "de"]), chance.choice(["Courier", "Blatt"])
        made.append(Article(text, title=f"Report {number}", url=f"https://x.example.org/{number}", language=language, source=source))
    return made


def add(archive: Archive, articles: list[Article]) -> None:
    archive.add([(article, split_sentences(article.text, article.language)) for article in articles])


def tables(archive: Archive) -> PostingTables:
    words = archive._indexes.words
    assert isinstance(words, PostingTables)
    return words


def rows_named(archive: Archive) -> set[int]:
    with archive._catalogue.database.transaction() as connection:
        lists = connection.execute(select(postings.c.entries)).scalars().all()
    return {int(row) for entries in lists for row in np.frombuffer(entries, POSTING)["row"]}


def test_lengths_are_those_of_lucene() -> None:
    assert LENGTHS[:41] == list(range(41))
    assert LENGTHS[41:50] == [42, 44, 46, 48, 50, 52, 54, 56, 60]
    assert (len(LENGTHS), LENGTHS[255]) == (256, 2_013_265_944)
    assert [code_length(length) for length in (0, 40, 41, 42, 43)] == [0, 40, 40, 41, 41]


@pytest.mark.parametrize("filter", [None, SearchFilter(languages=("de",)), SearchFilter(sources=("Courier",))])
def test_both_engines_give_the_same_passages_the_same_scores(pair: tuple[Archive, Archive], filter: SearchFilter | None) -> None:
    for archive in pair:
        add(archive, make_articles(60))
    for question in ("the strike in the harbour", "Who closed the bridge?", "Lotsen", "Aurora ferry council lighthouse pilots"):
        one, other = (archive.rankings(question, filter, k=1000, wordings=["Streik im Hafen"]) for archive in pair)
        for name in ("words", "grams"):
            assert dict(one[name]).keys() == dict(other[name]).keys()
            assert dict(one[name]) == pytest.approx(dict(other[name]), rel=1e-5)
        assert [found.id for found in pair[0].search(question, filter)] == [found.id for found in pair[1].search(question, filter)]
        assert pair[0].weigh(question) == pair[1].weigh(question)


def test_both_engines_search_a_large_archive_alike(pair: tuple[Archive, Archive]) -> None:
    for archive in pair:
        add(archive, make_articles(60))
    one, other = (PassageSearch(each._catalogue, each._indexes, each._model, large=0) for each in pair)
    for question in ("the strike in the harbour", "Aurora ferry council lighthouse pilots"):
        grams = [dict(search.rank(question, SearchFilter(), 1000, ())["grams"]) for search in (one, other)]
        assert grams[0] and grams[0] == pytest.approx(grams[1], rel=1e-5)


def test_superseded_versions_answer_only_as_of_their_time(pair: tuple[Archive, Archive]) -> None:
    served = pair[1]
    changed = replace(BRIDGE, text="The harbour bridge is open again. Engineers replaced four cables.", updated=STREIK.published)
    served.add([passages(BRIDGE), passages(STREIK)])
    served.add([passages(changed)])
    assert [id.split(":")[1] for id, _ in served.rankings("harbour bridge cables", k=50)["words"]] == ["2", "2"]
    then = served.rankings("harbour bridge cables", SearchFilter(as_of="2025-02-20"), k=50)["words"]
    assert [id.split(":")[1] for id, _ in then] == ["1", "1"]


def test_many_small_writes_become_few_segments_that_answer_the_same(pair: tuple[Archive, Archive]) -> None:
    articles = make_articles(20)
    for archive in pair:
        with archive.writing():
            for article in articles:
                add(archive, [article])
    segments = tables(pair[1])._kept.read_segments()
    assert len(segments) < 10
    assert sum(segment.passages for segment in segments) == pair[1].status().passages
    one, other = (dict(archive.rankings("strike in the harbour", k=1000)["grams"]) for archive in pair)
    assert one == pytest.approx(other, rel=1e-5)


def test_nothing_names_the_passages_of_a_deleted_article(pair: tuple[Archive, Archive]) -> None:
    served = pair[1]
    served.add([passages(BRIDGE), passages(STREIK), passages(UNDATED)])
    before = rows_named(served)
    served.delete(STREIK.article_id)
    assert len(rows_named(served)) == len(before) - 2
    assert served.rankings("Lotsen", k=9)["words"] == []
    assert tables(served).frequencies("words_of_all", ["lots", "lotsen"])[0] == {"lots": 0, "lotsen": 0}


def test_what_a_killed_writer_left_unindexed_is_found_after_the_next_opening(
    pair: tuple[Archive, Archive], postgres: PostgresServer
) -> None:
    served = pair[1]
    served.add([passages(BRIDGE)])
    # as far as a writer comes that is killed after its first transaction
    served._model.load()
    served._catalogue.store_articles([passages(STREIK)])
    assert served.rankings("Lotsen", k=9)["words"] == []
    served._writer.settle()
    assert len(served.rankings("Lotsen", k=9)["words"]) == 1


HARMS = {
    "lists of a word lost": ("DELETE FROM lexical_postings WHERE left(term, 2) = 'wh'", "are not found by all of their words"),
    "segment lost": ("DELETE FROM lexical_segments WHERE number = (SELECT min(number) FROM lexical_segments)", "passages, the catalogue"),
    "lists of nobody": ("INSERT INTO lexical_postings SELECT term, 4711, entries FROM lexical_postings LIMIT 1", ""),
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_check_finds_what_is_lost_and_a_repair_writes_it_again(pair: tuple[Archive, Archive], harm: str) -> None:
    served = pair[1]
    for article in make_articles(4):
        add(served, [article])
    asked = {question: served.rankings(question, k=99) for question in ("the harbour", "Lotsen", "lighthouse pilots")}
    assert served.check().faults == ()
    statement, said = HARMS[harm]
    with served._catalogue.database.write_transaction() as connection:
        connection.exec_driver_sql(statement)
    checked = served.check()
    assert all(said in fault.text and fault.cure == "words" for fault in checked.faults)
    assert len(checked.faults) == (1 if said else 0)
    served.mend(checked)
    tables(served).rebuild()
    assert served.check().faults == ()
    served._catalogue.mark_ready([])
    assert {question: served.rankings(question, k=99) for question in asked} == asked
