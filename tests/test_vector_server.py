"""Vectors on a Chroma server: trusted only when sound, built again when not, replaced by exact search while it is away."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import chromadb
import httpx
import pytest
from click.testing import CliRunner, Result
from langchain_chroma import Chroma

from ingest.keeping_commands import commands
from tests.doubles import HashEmbeddings
from tests.servers import ChromaServer
from tests.test_archive import BRIDGE, STREIK, UNDATED, passages
from vectorstore import Archive, ArchiveError, ArchiveSettings, Article, SearchFilter, SettingInvalid, Span, open_archive
from vectorstore.chroma_client import ChromaAddress, open_client
from vectorstore.vector_server import VectorServer


@pytest.fixture
def server() -> Iterator[ChromaServer]:
    """One of the test's own, to be ended and lost."""
    started = ChromaServer()
    yield started
    started.close()


def opened(folder: Path, url: str, embeddings: HashEmbeddings | None = None) -> Archive:
    return open_archive(ArchiveSettings(archive=folder, chroma_url=url, exact_passages=0), embeddings=embeddings or HashEmbeddings())


def collection_of(archive: Archive, url: str) -> chromadb.Collection:
    name = archive._catalogue.get_fact("vector_collection")
    assert name is not None
    return open_client(ChromaAddress(url)).get_collection(name, embedding_function=None)


def answered(archive: Archive) -> bool:
    """Whether the server answers, and exact search need not."""
    vectors = archive._indexes.vectors
    assert isinstance(vectors, VectorServer)
    return vectors.nearest(HashEmbeddings().embed_query("pilots"), 1, archive._model.stored()) is not None


def first(archive: Archive, question: str) -> str | None:
    return archive.search(question, k=1)[0].metadata["source"]


def test_the_server_holds_what_is_current_and_answers(tmp_path: Path, chroma: ChromaServer) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([passages(BRIDGE), passages(STREIK), passages(UNDATED)])
        assert answered(archive) and first(archive, "Lotsen streiken") == "Hafenblatt"
        archive.delete(STREIK.article_id)
        held = collection_of(archive, chroma.url).get()
        assert set(held["ids"]) == archive._catalogue.current_ids()
        assert not any("Lotsen" in text for text in held["documents"] or [])
        status = archive.status()
        assert (status.vectors, dict(status.engines)["vectors"]) == ("ready", f"Chroma at {chroma.url}")
        assert not list(tmp_path.glob("vectors-*"))


def test_a_plain_langchain_chroma_finds_the_passages_on_the_server(tmp_path: Path, chroma: ChromaServer) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([passages(STREIK)])
        name = archive._catalogue.get_fact("vector_collection")
        assert name is not None
        store = Chroma(collection_name=name, client=open_client(ChromaAddress(chroma.url)), embedding_function=HashEmbeddings())
        assert "Lotsen" in store.similarity_search("Lotsen streiken", k=1)[0].page_content


def test_nothing_is_wrong_with_a_collection_in_which_nothing_is(tmp_path: Path, chroma: ChromaServer) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([passages(BRIDGE)])
        archive.delete(BRIDGE.article_id)
        assert collection_of(archive, chroma.url).count() == 0 and archive.check().faults == ()


def test_two_archives_on_one_server_do_not_mix(tmp_path: Path, chroma: ChromaServer) -> None:
    with opened(tmp_path / "one", chroma.url) as one, opened(tmp_path / "two", chroma.url) as two:
        one.add([passages(BRIDGE)])
        two.add([passages(STREIK)])
        assert {id.split(":")[0] for id, _ in one.rankings("Lotsen", k=9)["vectors"]} == {BRIDGE.article_id}


def test_another_model_gets_another_collection_and_the_old_one_goes(tmp_path: Path, chroma: ChromaServer) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([passages(STREIK)])
        old = archive._catalogue.get_fact("vector_collection")
        archive.reindex(HashEmbeddings(96, "other"))
        assert archive.rankings("Lotsen", k=9)["vectors"]
        assert old not in {collection.name for collection in open_client(ChromaAddress(chroma.url)).list_collections()}


def test_while_the_server_is_away_exact_search_answers_and_writing_is_refused(tmp_path: Path, server: ChromaServer) -> None:
    with opened(tmp_path, server.url) as archive:
        archive.add([passages(BRIDGE)])
        server.kill()
        assert first(archive, "harbour bridge") == "Harbour Courier" and not answered(archive)
        assert "does not answer" in archive.status().vectors and "exact search" in archive.status().vectors
        with pytest.raises(ArchiveError, match="NEWS_CHROMA_URL") as told:
            archive.add([passages(STREIK)])
        assert "\n" not in str(told.value)
        server.start()
        archive.add([passages(STREIK)])
        assert first(archive, "Lotsen streiken") == "Hafenblatt"
        archive._indexes.vectors._silent_until = 0.0  # type: ignore[union-attr]  (the pause is over)
        assert answered(archive) and archive.status().vectors == "ready"


def test_what_the_server_has_lost_is_built_again_without_embedding(tmp_path: Path, server: ChromaServer) -> None:
    embeddings = HashEmbeddings()
    with opened(tmp_path, server.url, embeddings) as archive:
        archive.add([passages(BRIDGE), passages(STREIK)])
        server.kill()
        server.lose_everything()
        server.start()
        assert first(archive, "Lotsen streiken") == "Hafenblatt", "by exact search"
        embedded = len(embeddings.embedded)
        archive.repair()
        assert len(embeddings.embedded) == embedded
        assert set(collection_of(archive, server.url).get()["ids"]) == archive._catalogue.current_ids()


@pytest.mark.parametrize("damage", ["too few", "too many", "wrong vectors"])
def test_a_collection_that_is_not_what_the_catalogue_says_is_built_again(tmp_path: Path, chroma: ChromaServer, damage: str) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([passages(BRIDGE), passages(STREIK)])
        collection = collection_of(archive, chroma.url)
        ids = sorted(archive._catalogue.current_ids())
        if damage == "too few":
            collection.delete(ids[:1])
        elif damage == "too many":
            collection.add(ids=["strange"], embeddings=[[1.0] * 64])
        else:
            collection.update(ids=ids, embeddings=[[0.0, *[1.0] * 63]] * len(ids))
        archive.add([passages(UNDATED)])
        rebuilt = collection_of(archive, chroma.url)
        assert rebuilt.name != collection.name
        assert set(rebuilt.get()["ids"]) == archive._catalogue.current_ids()


def test_what_another_program_puts_into_the_collection_is_passed_over(tmp_path: Path, chroma: ChromaServer) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([passages(BRIDGE)])
        before = archive.rankings("pilots", k=9)["vectors"]
        vector, strange = HashEmbeddings().embed_query("pilots"), ["strange", "a:b:c", "ffff:1:0", f"{BRIDGE.article_id}:1:99999999999"]
        collection_of(archive, chroma.url).add(ids=strange, embeddings=[vector] * len(strange))
        assert answered(archive) and archive.rankings("pilots", k=9)["vectors"] == before


def many_passages(count: int) -> tuple[Article, Sequence[Span]]:
    text = " ".join(f"Sentence number {number} tells of ship {number * 7} in harbour {number % 50}." for number in range(count))
    return passages(Article(text, url="https://x.example.org/ships", language="en"))


@pytest.mark.parametrize("file", ["data_level0.bin", "index_metadata.pickle"])
def test_an_index_that_the_server_cannot_read_is_built_again(tmp_path: Path, server: ChromaServer, file: str) -> None:
    embeddings = HashEmbeddings()
    with opened(tmp_path, server.url, embeddings) as archive:
        # from 1,000 on the server writes its index into files
        archive.add([many_passages(1200)])
        old = collection_of(archive, server.url).name
        server.kill()
        assert server.damage_indexes(file) == 1
        server.start()
        embedded = len(embeddings.embedded)
        archive.add([passages(STREIK)])
        assert len(embeddings.embedded) <= embedded + len(passages(STREIK)[1])
        assert collection_of(archive, server.url).name != old
        assert set(collection_of(archive, server.url).get()["ids"]) == archive._catalogue.current_ids()
        assert answered(archive) and first(archive, "Lotsen streiken") == "Hafenblatt"


@pytest.mark.parametrize("file", ["data_level0.bin", "index_metadata.pickle"])
def test_an_index_that_counts_and_finds_nothing_is_found_by_a_check_and_repaired(
    tmp_path: Path, server: ChromaServer, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWS_CHROMA_URL", server.url)
    monkeypatch.setenv("NEWS_EXACT_PASSAGES", "0")
    with opened(tmp_path, server.url) as archive:
        archive.add([many_passages(1200), passages(STREIK)])
        current, old = archive._catalogue.current_ids(), collection_of(archive, server.url).name
    server.kill()
    assert server.damage_indexes(file) == 1
    server.start()
    with opened(tmp_path, server.url) as archive:
        if file == "data_level0.bin":
            assert collection_of(archive, server.url).count() == len(current), "it counts as if nothing were wrong"
        assert not answered(archive)
        assert first(archive, "Lotsen streiken") == "Hafenblatt", "by exact search"

    found = run_check(tmp_path)
    assert found.exit_code == 1 and "index of vectors: " in found.stdout and "check --repair" in found.stderr
    repaired = run_check(tmp_path, "--repair")
    assert repaired.exit_code == 0 and "repaired  index of vectors: " in repaired.stdout
    assert "nothing is wrong" in run_check(tmp_path).stdout
    with opened(tmp_path, server.url) as archive:
        assert collection_of(archive, server.url).name != old
        assert set(collection_of(archive, server.url).get()["ids"]) == current
        assert answered(archive) and first(archive, "Lotsen streiken") == "Hafenblatt"


def run_check(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(commands, ["check", "--archive", str(folder), *options])


@pytest.mark.parametrize("file", ["data_level0.bin", "index_metadata.pickle"])
def test_an_index_that_counts_and_finds_nothing_is_repaired_when_a_server_starts(tmp_path: Path, server: ChromaServer, file: str) -> None:
    with opened(tmp_path, server.url) as archive:
        archive.add([many_passages(1200)])
        server.kill()
        server.damage_indexes(file)
        server.start()
        # as `newsdesk serve` does
        archive.repair()
        assert answered(archive)
        first(archive, "ship 7 in harbour 1")
        assert archive.status().vectors == "ready"


def test_how_the_last_question_went_is_said_though_passages_are_counted(tmp_path: Path, server: ChromaServer) -> None:
    with opened(tmp_path, server.url) as archive:
        archive.add([many_passages(1200)])
        server.kill()
        server.damage_indexes("data_level0.bin")
        server.start()
        assert collection_of(archive, server.url).count() == len(archive._catalogue.current_ids())
        first(archive, "ship 7 in harbour 1")
        assert "exact search answers" in archive.status().vectors


@pytest.mark.parametrize("damage", ["another id", "strange vectors"])
def test_a_check_looks_at_every_id_and_at_vectors_from_everywhere(tmp_path: Path, chroma: ChromaServer, damage: str) -> None:
    with opened(tmp_path, chroma.url) as archive:
        archive.add([many_passages(100)])
        archive.add([passages(each) for each in (BRIDGE, STREIK, UNDATED)])
        collection, ids = (
            collection_of(archive, chroma.url),
            [entry.id for entry in archive._catalogue.index_entries() if "ship" in entry.text],
        )
        assert archive.check().faults == ()
        if damage == "another id":
            collection.delete(ids[:1])
            collection.add(ids=["strange:1:0"], embeddings=[[1.0] * 64])
        else:
            collection.update(ids=ids[:60], embeddings=[[0.0, *[1.0] * 63]] * 60)
        (fault,) = archive.check().faults
        assert fault.cure == "vectors" and fault.text.startswith("index of vectors: ")
        archive.mend(archive.check())
        assert archive.check().faults == ()


def test_an_archive_that_is_given_a_server_has_its_collection_made_by_a_repair(tmp_path: Path, chroma: ChromaServer) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([passages(BRIDGE), passages(STREIK)])
    with opened(tmp_path, chroma.url) as archive:
        assert ["not been made" in fault.text for fault in archive.check().faults] == [True]
        archive.repair()
        assert archive.check().faults == () and answered(archive)


def test_a_collection_that_the_server_dies_of_is_asked_by_one_writer_and_never_again(tmp_path: Path, server: ChromaServer) -> None:
    """A header cut short ends Chroma with a fault of memory, but not each time: here its death is acted, at every query."""
    with opened(tmp_path, server.url) as archive:
        archive.add([passages(BRIDGE)])
        old = collection_of(archive, server.url)

        def die(request: httpx.Request) -> None:
            if str(old.id) in request.url.path and request.url.path.endswith("/query"):
                server.kill()
                raise httpx.ReadError("connection reset by peer")

        vectors = archive._indexes.vectors
        assert isinstance(vectors, VectorServer)
        vectors._connect()._server._session.event_hooks = {"request": [die]}  # type: ignore[attr-defined]
        with pytest.raises(ArchiveError, match="NEWS_CHROMA_URL"):
            archive.add([passages(STREIK)])
        server.start()
        archive.add([passages(STREIK)])
        assert collection_of(archive, server.url).name != old.name
        assert set(collection_of(archive, server.url).get()["ids"]) == archive._catalogue.current_ids()
        assert answered(archive) and first(archive, "Lotsen streiken") == "Hafenblatt"


def test_a_filter_never_reaches_the_server(tmp_path: Path, server: ChromaServer) -> None:
    with opened(tmp_path, server.url) as archive:
        archive.add([passages(BRIDGE), passages(STREIK)])
        server.kill()
        found = archive.search("Lotsen streiken", SearchFilter(since="2025-03-01"), k=9)
        assert {passage.metadata["source"] for passage in found} == {"Hafenblatt"}


@pytest.mark.parametrize(
    "url", ["chroma:8000", "ftp://chroma", "http://key:secret@chroma:8000", "http://chroma:8000/path", "http://chroma:port"]
)
def test_an_address_that_is_none_is_refused_at_opening(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingInvalid, match="NEWS_CHROMA_URL cannot be read"):
        opened(tmp_path, url)


def test_a_token_is_sent_and_never_shown() -> None:
    address = ChromaAddress("https://api.example.org", "s3cret")
    assert address.parts == ("api.example.org", 443, True)
    assert "s3cret" not in repr(address) + repr(ArchiveSettings(chroma_token="s3cret"))
