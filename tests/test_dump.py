"""A dump of an archive on a PostgreSQL server, made while it is written, is a whole archive; its copy leaves the original alone."""

import threading
from pathlib import Path

from tests.doubles import HashEmbeddings
from tests.numbered_articles import make_article
from tests.servers import ChromaServer, PostgresServer
from vectorstore import Archive, ArchiveSettings, open_archive, split_sentences


def opened(folder: Path, database: str, chroma: ChromaServer) -> Archive:
    settings = ArchiveSettings(archive=folder, database_url=database, chroma_url=chroma.url, exact_passages=0)
    return open_archive(settings, embeddings=HashEmbeddings())


def add(archive: Archive, number: int) -> None:
    article = make_article(number, 0)
    archive.add([(article, split_sentences(article.text, "en"))])


def held(archive: Archive, numbers: int) -> set[int]:
    versions = {version.article_id for version in archive.list_articles()}
    return {number for number in range(numbers) if make_article(number, 0).article_id in versions}


def test_a_dump_made_while_articles_are_written_is_a_whole_archive_of_one_moment(
    tmp_path: Path, postgres: PostgresServer, chroma: ChromaServer
) -> None:
    done: list[int] = []
    enough, begun = threading.Event(), threading.Event()
    address = postgres.new_address()

    def write() -> None:
        with opened(tmp_path / "writer", address, chroma) as archive:
            while not enough.is_set():
                add(archive, len(done))
                done.append(len(done))
                if len(done) == 3:
                    begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert begun.wait(120)
    before = len(done)
    postgres.dump(address, tmp_path / "news.dump")
    after = len(done)
    enough.set()
    writer.join()

    with opened(tmp_path / "copy", postgres.restore(tmp_path / "news.dump", address), chroma) as copy:
        assert copy.mend(copy.check()) is None
        assert copy.check().faults == ()
        # each that was done before, none of after; the one that was under way at either moment may be there
        copied = held(copy, len(done))
        assert set(range(before)) <= copied <= set(range(after + 1)) and copied == set(range(len(copied)))
        assert copy.search("harbour", k=5)


def test_a_copy_and_its_original_have_each_a_collection_of_its_own_on_the_same_chroma_server(
    tmp_path: Path, postgres: PostgresServer, chroma: ChromaServer
) -> None:
    address = postgres.new_address()
    with opened(tmp_path / "one", address, chroma) as original:
        for number in range(3):
            add(original, number)
        postgres.dump(address, tmp_path / "news.dump")
        with opened(tmp_path / "other", postgres.restore(tmp_path / "news.dump", address), chroma) as copy:
            # its catalogue names the original's collection: it is not asked, and exact search finds the same
            assert copy.check().faults != () and original.check().faults == ()
            assert [found.id for found in copy.search("harbour", k=5)] == [found.id for found in original.search("harbour", k=5)]
            copy.delete(make_article(1, 0).article_id)
            add(copy, 7)
            assert copy.check().faults == () == original.check().faults
            assert held(copy, 10) == {0, 2, 7} and held(original, 10) == {0, 1, 2}
        add(original, 8)
        assert original.check().faults == () and held(original, 10) == {0, 1, 2, 8}
