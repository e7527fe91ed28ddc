"""How many articles there are of each source and language is known without counting them, whatever is written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, DELEGATION, FESTIVAL, whole_text
from tests.servers import PostgresServer
from vectorstore import Archive, ArchiveSettings, Article, Timestamp, open_archive
from vectorstore.tallies import are_right, read_tallies

LONG = "x" * 10_000


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    address = None
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgres")
        address = server.new_address()
    with open_archive(ArchiveSettings(archive=tmp_path, database_url=address), embeddings=HashEmbeddings()) as archive:
        yield archive


def add(archive: Archive, *articles: Article) -> None:
    archive.add([(article, [whole_text(article)]) for article in articles])


def held(archive: Archive) -> dict[tuple[str, str], int]:
    with archive._catalogue.database.transaction() as connection:
        assert are_right(connection)
        return dict(read_tallies(connection))


def test_it_follows_every_kind_of_write(archive: Archive) -> None:
    was = {(BRIDGE.source, BRIDGE.language): 1, (DELEGATION.source, DELEGATION.language): 1}
    add(archive, BRIDGE, DELEGATION)
    assert held(archive) == was
    assert BRIDGE.published is not None
    later = Timestamp(BRIDGE.published.seconds + 86_400, "second", "meta")
    add(archive, replace(BRIDGE, text="The bridge is open.", updated=later))
    assert held(archive) == was, "a new version is no new article"
    add(archive, replace(BRIDGE, text="La passerelle est ouverte.", updated=replace(later, seconds=later.seconds + 86_400), language="fr"))
    assert held(archive) == {(BRIDGE.source, "fr"): 1, (DELEGATION.source, DELEGATION.language): 1}
    add(archive, replace(BRIDGE, text="An earlier text.", updated=BRIDGE.published))
    assert held(archive)[BRIDGE.source, "fr"] == 1, "an earlier version does not answer"
    add(archive, replace(DELEGATION, source=LONG, origin="new.html"))
    assert held(archive) == {(BRIDGE.source, "fr"): 1, (LONG, DELEGATION.language): 1}, "corrected in place"
    archive.delete(BRIDGE.article_id)
    assert held(archive) == {(LONG, DELEGATION.language): 1}, "its source's name goes with it"
    assert archive.count_sources() == ((LONG, 1),)


def test_names_come_with_their_numbers_most_first(archive: Archive) -> None:
    twin = replace(FESTIVAL, url="https://mirror.example.org/festival", language="es")
    add(archive, FESTIVAL, twin, replace(BRIDGE, source="Aurora"))
    assert archive.count_sources() == ((FESTIVAL.source, 2), ("Aurora", 1))
    assert archive.status().languages == archive.count_languages() == (("en", 2), ("es", 1))
