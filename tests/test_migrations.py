"""Archives that an older Newsdesk made."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert

from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, FESTIVAL
from tests.servers import PostgresServer
from vectorstore import ArchiveDamaged, ArchiveError, ArchiveReadOnly, ArchiveSettings, open_archive
from vectorstore.database import Database
from vectorstore.schema import SCHEMA_VERSION, metadata

# a catalogue as schema 1 left it: the three articles of tests/news.py, the bridge in two versions
SCHEMA_1 = Path(__file__).with_name("catalogue_1.sql")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as connection:
        connection.executescript(SCHEMA_1.read_text())
    return tmp_path


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()


def dump(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        return list(connection.iterdump())


def test_an_archive_of_schema_1_is_brought_up_to_date_and_answers(older: Path) -> None:
    with open_archive(older, embeddings=HashEmbeddings()) as archive:
        version = archive.get_article(BRIDGE.article_id)
        assert (version.number, version.article.genre, version.article.agencies) == (2, None, ())
        assert archive.get_article(BRIDGE.article_id, 1).article.text == BRIDGE.text
        archive.repair()
        assert archive.search("crack in the northern pylon", k=1)[0].metadata["article_id"] == BRIDGE.article_id


def copy_to_server(folder: Path, address: str) -> None:
    """The tables of that catalogue as schema 1 had them on PostgreSQL, with their rows."""
    database = Database(address)
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as file, database.write_transaction() as connection:
        held = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        tables = [table for table in metadata.sorted_tables if table.name in held]
        metadata.create_all(connection, tables)
        for column in ("genre", "access", "agencies", "corrections", "published_otherwise"):
            connection.exec_driver_sql(f"ALTER TABLE versions DROP COLUMN {column}")
        for table in tables:
            names = [row[1] for row in file.execute(f"PRAGMA table_info({table.name})")]
            if rows := [dict(zip(names, row, strict=True)) for row in file.execute(f"SELECT * FROM {table.name}")]:
                connection.execute(insert(table), rows)
    database.close()


def test_an_archive_of_schema_1_on_a_server_is_brought_up_to_date_and_answers(
    older: Path, tmp_path: Path, postgres: PostgresServer
) -> None:
    address = postgres.new_address()
    copy_to_server(older, address)
    settings = ArchiveSettings(archive=tmp_path / "machine", database_url=address)
    with open_archive(settings, embeddings=HashEmbeddings()) as archive:
        version = archive.get_article(BRIDGE.article_id)
        assert (version.number, version.article.genre, version.article.agencies) == (2, None, ())
        assert archive.get_article(BRIDGE.article_id, 1).article.text == BRIDGE.text
        assert archive.holds(FESTIVAL)
        assert archive.search("crack in the northern pylon", k=1)[0].metadata["article_id"] == BRIDGE.article_id
        assert archive.check().faults == ()


def test_what_an_older_archive_holds_is_known_for_unchanged(older: Path) -> None:
    with open_archive(older, embeddings=HashEmbeddings()) as archive:
        assert archive.holds(FESTIVAL)


def test_a_catalogue_that_was_brought_up_to_date_has_the_tables_of_a_new_one(older: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    fresh = tmp_path_factory.mktemp("fresh")
    columns = {}
    for folder in (older, fresh):
        open_archive(folder, embeddings=HashEmbeddings()).close()
        with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
            columns[folder] = {
                table: {row[1]: (row[2], row[3], row[5]) for row in connection.execute(f"PRAGMA table_info({table})")}
                for table in metadata.tables
            }
            assert connection.execute("SELECT value FROM facts WHERE name = 'schema'").fetchone() == (SCHEMA_VERSION,)
    assert columns[older] == columns[fresh]


def test_a_table_that_is_missing_is_made_without_a_step(tmp_path: Path) -> None:
    open_archive(tmp_path, embeddings=HashEmbeddings()).close()
    change(tmp_path, "DROP TABLE pending")
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        assert archive.status().articles == 0


def test_an_archive_of_a_newer_newsdesk_is_refused_and_left_alone(older: Path) -> None:
    change(older, "UPDATE facts SET value = '999' WHERE name = 'schema'")
    before = dump(older)
    with pytest.raises(ArchiveDamaged, match="schema 999, this program knows"):
        open_archive(older, embeddings=HashEmbeddings())
    assert dump(older) == before


def test_a_step_that_fails_leaves_the_older_archive_as_it_was(older: Path) -> None:
    # a column of that name is there already: the step cannot be taken
    change(older, "ALTER TABLE versions ADD COLUMN corrections TEXT")
    before = dump(older)
    with pytest.raises(ArchiveError, match="duplicate column"):
        open_archive(older, embeddings=HashEmbeddings())
    assert dump(older) == before


def test_an_older_archive_that_cannot_be_written_says_so(older: Path) -> None:
    if not older.stat().st_uid:
        pytest.skip("root writes everywhere")
    older.chmod(0o500)
    try:
        with pytest.raises(ArchiveReadOnly, match="brought up to date"):
            open_archive(older, embeddings=HashEmbeddings())
    finally:
        older.chmod(0o700)
