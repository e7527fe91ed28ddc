"""What a question costs an archive on a PostgreSQL server, counted by the server: one transaction, few statements."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.extractive import quote_answer
from rag.types import Query
from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, DELEGATION, FESTIVAL, whole_text
from tests.servers import PostgresServer
from vectorstore import Archive, ArchiveSettings, SearchFilter, open_archive
from vectorstore.database import Database

# BEGIN, which state it is, the question's terms, their passages that may be found, whose they are, articles, places, COMMIT
MOST = 8


@pytest.fixture
def address(postgres: PostgresServer) -> str:
    return postgres.new_address("log_statement=all")


@pytest.fixture
def archive(tmp_path: Path, address: str) -> Iterator[Archive]:
    with open_archive(ArchiveSettings(archive=tmp_path, database_url=address), embeddings=HashEmbeddings()) as archive:
        archive.add([(article, [whole_text(article)]) for article in (BRIDGE, DELEGATION, FESTIVAL)])
        archive.search("bridge")
        yield archive


def kinds(told: list[str]) -> list[str]:
    """The first words of what a question was answered from; a connection that lay unused for a second is tried first."""
    begins = next((place for place, statement in enumerate(told) if "REPEATABLE READ" in statement), len(told))
    return [statement.split()[0] for statement in told[begins:]]


@pytest.mark.parametrize(
    "question", ["Why was the Harbour Bridge closed?", "Was schrieb das Hafenblatt?", "Who leads what, says Hafenblatt?"]
)
@pytest.mark.parametrize("filter", [None, SearchFilter(languages=("de",), since="2025-01-01")])
def test_a_search_is_one_transaction(archive: Archive, postgres: PostgresServer, question: str, filter: SearchFilter | None) -> None:
    with postgres.listening() as told:
        archive.search(question, filter)
    assert kinds(told)[0] == "BEGIN" and kinds(told)[-1] == "COMMIT" and set(kinds(told)[1:-1]) == {"SELECT"}, told
    assert len(kinds(told)) <= MOST, told


def test_what_has_changed_is_read_in_the_same_transaction(archive: Archive, postgres: PostgresServer, address: str, tmp_path: Path) -> None:
    with open_archive(ArchiveSettings(archive=tmp_path, database_url=address), embeddings=HashEmbeddings()) as other:
        other.delete(BRIDGE.article_id)
    with postgres.listening() as told:
        assert BRIDGE.article_id not in {passage.metadata["article_id"] for passage in archive.search("Harbour Bridge")}
    assert kinds(told).count("BEGIN") == 1, told
    with postgres.listening() as told:
        archive.search("Harbour Bridge")
    assert len(kinds(told)) <= MOST, told


def test_what_others_keep_in_the_same_database_costs_a_search_one_statement(
    archive: Archive, postgres: PostgresServer, address: str
) -> None:
    other = Database(address)
    with other.side_transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE elsewhere (name text)")
    other.close()
    with postgres.listening() as told:
        archive.search("Harbour Bridge")
    assert kinds(told).count("BEGIN") == 1 and len(kinds(told)) <= MOST + 1, told


def test_terms_that_were_searched_for_are_weighed_without_looking_again(archive: Archive, postgres: PostgresServer) -> None:
    archive.search("Harbour Bridge closed")
    with postgres.listening() as told:
        weighed = archive.weigh("Harbour Bridge closed")
    assert weighed.words and kinds(told) == ["BEGIN", "SELECT", "COMMIT"], told


def test_the_quotes_of_an_answer_are_chosen_in_one_transaction(archive: Archive, postgres: PostgresServer) -> None:
    text = "Why was the Harbour Bridge closed?"
    passages = archive.search(text)
    with postgres.listening() as told:
        draft = quote_answer(archive, Query(text, text), passages)
    assert draft.quotes and kinds(told).count("BEGIN") == 1 == kinds(told).count("COMMIT"), told
