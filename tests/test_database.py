"""A database of SQL, embedded and on a server: the same promises of both."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, String, Table, func, select

from tests.servers import PostgresServer
from vectorstore import ArchiveBusy, ArchiveError, SettingInvalid
from vectorstore.database import Database, put_row

names = Table("names", MetaData(), Column("id", String, primary_key=True), Column("name", String))


@pytest.fixture
def database(place: Path | str) -> Iterator[Database]:
    opened = Database(place)
    with opened.write_transaction() as connection:
        names.create(connection)
    yield opened
    opened.close()


def put(database: Database, id: str, name: str) -> None:
    with database.write_transaction() as connection:
        put_row(connection, names, id=id, name=name)


def count(database: Database) -> int:
    with database.transaction() as connection:
        return connection.execute(select(func.count()).select_from(names)).scalar_one()


def test_what_is_there_is_replaced(database: Database) -> None:
    put(database, "1", "Aurora")
    put(database, "1", "Borealis")
    with database.transaction() as connection:
        assert connection.execute(select(names.c.name)).scalars().all() == ["Borealis"]


def test_the_version_changes_with_another_s_commit_and_only_then(database: Database, place: Path | str) -> None:
    other = Database(place)
    before = database.version()
    assert count(other) == 0 and database.version() == before
    put(other, "1", "Aurora")
    assert database.version() != before
    other.close()


def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write_transaction() as connection:
        connection.execute(names.insert().values(id="1", name="Aurora"))
        raise ZeroDivisionError
    assert count(database) == 0


def test_a_reader_sees_one_state_while_another_writes(database: Database) -> None:
    with database.transaction() as connection:
        assert connection.execute(select(func.count()).select_from(names)).scalar_one() == 0
        writer = threading.Thread(target=put, args=(database, "1", "Aurora"))
        writer.start()
        writer.join()
        assert connection.execute(select(func.count()).select_from(names)).scalar_one() == 0
    assert count(database) == 1


def test_a_moment_is_one_state_for_all_that_is_read_in_it(database: Database, place: Path | str) -> None:
    other = Database(place)
    with database.moment():
        assert count(database) == 0
        before = database.version()
        put(other, "1", "Aurora")
        with database.moment():
            assert (count(database), database.version()) == (0, before)
        # also for a thread to which the context is carried, and for no other
        with ThreadPoolExecutor(1) as beside:
            assert beside.submit(copy_context().run, count, database).result() == 0
            assert beside.submit(count, database).result() == 1
        assert count(other) == 1, "another database has its own"
    assert count(database) == 1 and database.version() != before
    other.close()


def test_an_error_ends_a_moment(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.moment():
        raise ZeroDivisionError
    put(database, "1", "Aurora")
    assert count(database) == 1


def test_what_is_written_aside_waits_for_no_turn_on_a_server(postgres: PostgresServer) -> None:
    address = postgres.new_address()
    one, other = Database(address), Database(address)
    with one.write_transaction() as connection:
        names.create(connection)
    with one.write_transaction(), other.side_transaction() as connection:
        connection.execute(names.insert().values(id="1", name="Aurora"))
    assert count(one) == 1
    for each in (one, other):
        each.close()


def test_writers_take_turns(database: Database) -> None:
    def add(number: int) -> None:
        with database.write_transaction() as connection:
            held = connection.execute(select(func.count()).select_from(names)).scalar_one()
            connection.execute(names.insert().values(id=str(held), name=str(number)))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(database) == 20


def test_a_second_writer_is_refused_and_the_first_named(database: Database, place: Path | str) -> None:
    other = Database(place)
    with database.write_lock():
        put(database, "1", "Aurora")
        with pytest.raises(ArchiveBusy, match=r"\(pid \d+.*\) is writing to"), other.write_lock():
            pass
        put(other, "2", "Borealis")  # a reader's own things are nobody's turn
    with other.write_lock():
        put(other, "3", "Calypso")
    other.close()
    assert count(database) == 3


def test_a_closed_database_says_so(database: Database) -> None:
    database.close()
    with pytest.raises(ArchiveError, match="is closed; open it again"):
        database.version()


def test_a_server_that_was_started_anew_is_found_again_and_meanwhile_named(postgres: PostgresServer) -> None:
    database = Database(postgres.new_address())
    with database.write_transaction() as connection:
        names.create(connection)
    before = database.version()
    postgres.stop()
    try:
        for ask in (database.version, lambda: count(database), lambda: put(database, "1", "Aurora")):
            with pytest.raises(ArchiveError, match="does not answer") as told:
                ask()
            assert "\n" not in str(told.value)
    finally:
        postgres.start()
    put(database, "1", "Aurora")
    assert count(database) == 1 and database.version() != before
    database.close()


def test_a_writer_whose_connection_was_cut_writes_nothing_more(postgres: PostgresServer) -> None:
    address = postgres.new_address()
    database, other = Database(address), Database(address)
    with database.write_transaction() as connection:
        names.create(connection)
    with pytest.raises(ArchiveError, match="does not answer"), database.write_lock():
        postgres.stop("immediate")
        postgres.start()
        with other.write_lock():
            put(other, "1", "Aurora")
        put(database, "2", "Borealis")
    assert count(other) == 1
    database.close()
    other.close()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://news:secret@[broken/x",
        "secret",
        "postgresql://news:secret@127.0.0.1:1/news?sslmode=disable",
        # what stands behind its first @ would be taken for a server's name
        "postgresql://news:p@secret@127.0.0.1:1/news",
    ],
)
def test_no_message_shows_a_password(address: str) -> None:
    with pytest.raises((ArchiveError, SettingInvalid)) as told:
        Database(address).version()
    assert "secret" not in str(told.value)
