"""The workers of a Ray cluster read and embed as this machine does, and nothing is lost or doubled when they die."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import Engine, EngineUnavailable, IngestReport, ingest
from ingest.batches import MOST_ARTICLES
from ingest.commands import STOPPED
from ingest.engine import reach
from ingest.item import Item
from ingest.on_ray.tasks import read_there
from ingest.pipeline import ingest_items
from ingest.report import Tally
from ingest.sources import find_items
from tests.doubles import HashEmbeddings
from vectorstore import Archive, EmbeddingUnavailable, open_archive

ROOT = Path(__file__).parent.parent
# ten seconds each
many_kills = pytest.mark.skipif("NEWS_KILLS" not in os.environ, reason="NEWS_KILLS=1 runs it")
STORM = "Two ports were shut on Monday as a storm moved in from the west, officials said."


class Cluster:
    """Two nodes on this machine, each with a core, as processes of their own."""

    def __init__(self) -> None:
        cluster_utils = pytest.importorskip("ray.cluster_utils", reason="Ray has no wheel for this Python")
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        options = {"num_cpus": 1, "include_dashboard": False, "object_store_memory": 100 << 20}
        self._cluster: Any = cluster_utils.Cluster(initialize_head=True, head_node_args=options)
        self._second = self._cluster.add_node(**options)
        self.engine = Engine("ray", self._cluster.address)

    def lose_a_node(self) -> None:
        self._cluster.remove_node(self._second, allow_graceful=False)

    def close(self) -> None:
        self._cluster.shutdown()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    # a worker serves all runs of one connection
    with reach(cluster.engine):
        yield cluster
    cluster.close()


class Fragile(HashEmbeddings):
    """Kills the process in which it embeds for the first time."""

    def __init__(self, mark: Path) -> None:
        super().__init__()
        self._mark = mark

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if not self._mark.exists():
            self._mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().embed_documents(texts)


class Broken(HashEmbeddings):
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        raise EmbeddingUnavailable("the weights are gone; copy them again")


def write_articles(folder: Path) -> Path:
    """Enough harmless records that not all are read here, pages, versions, copies, and what cannot be read."""
    folder.mkdir()
    records: list[dict[str, Any]] = [{"text": f"{STORM} {number}", "id": number, "published": "2025-02-13"} for number in range(150)]
    records += [{"text": f"{STORM} 7 and more.", "id": 7, "published": "2025-02-14"}, records[9]]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    for number in range(6):
        (folder / f"page{number}.html").write_text(f"<html lang=en><title>Page {number}</title><body><p>{f'{STORM} {number} ' * 5}</p>")
    (folder / "list.json").write_text(json.dumps([{"text": f"{STORM} Listed {number}.", "id": f"l{number}"} for number in range(80)]))
    (folder / "broken.json").write_text('{"text": "cut')
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing else")
    return folder


def contents(archive: Archive) -> list[tuple[Any, ...]]:
    """Every article with its words and facts, and every passage with id and vector."""
    told: list[tuple[Any, ...]] = [(version.article_id, version.number, version.article) for version in archive.list_articles()]
    for entry in archive._catalogue.index_entries():
        told.append((entry.id, entry.text, archive._model.stored().read([entry.text])[0].tolist()))
    return sorted(told, key=lambda each: str(each[:2]))


# these first: without a connection


def test_no_cluster_is_one_line_and_no_waiting(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        for address, said in [
            ("127.0.0.1:9", "no Ray cluster answers at 127.0.0.1:9; start one there with `ray start --head --port=9`"),
            ("nonsense", "no Ray cluster answers at nonsense"),
            ("ray://127.0.0.1:10001", "is no address of a cluster's head"),
        ]:
            with pytest.raises(EngineUnavailable, match=said):
                ingest([tmp_path], archive, engine=Engine("ray", address))


def test_without_ray_the_line_says_what_to_install(tmp_path: Path) -> None:
    program = "import sys; sys.modules['ray'] = None; from ingest.commands import commands; commands()"
    command = [sys.executable, "-c", program, str(tmp_path), "--engine", "ray", "--archive", str(tmp_path / "archive")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: --engine ray needs a package more: pip install 'newsdesk[ray]'\n"


def test_a_worker_of_another_version_reads_nothing() -> None:
    item = Item("a.txt", "text", STORM.encode(), "a.txt")
    with pytest.raises(RuntimeError, match="another version of Newsdesk"):
        next(read_there(item, "", "another program"))


def test_the_same_comes_of_it_as_on_this_machine_and_a_second_run_changes_nothing(cluster: Cluster, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in")
    with (
        open_archive(tmp_path / "here", embeddings=HashEmbeddings()) as here,
        open_archive(tmp_path / "there", embeddings=HashEmbeddings()) as there,
    ):
        expected = ingest([folder], here, source="The Paper")
        assert ingest([folder], there, source="The Paper", engine=cluster.engine) == expected
        assert (expected.new, expected.updated, len(expected.failed)) == (236, 1, 2)
        assert contents(there) == contents(here)
        generation = there.status().generation
        assert ingest([folder], there, source="The Paper", engine=cluster.engine).unchanged == 238
        assert there.status().generation == generation
        assert there.check().faults == ()


def test_a_worker_loads_the_archives_model_by_its_name(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_EMBEDDING", "bundled")
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Storm {number}\n\n{STORM} It was the storm number {number}.")
    with open_archive(tmp_path / "here") as here, open_archive(tmp_path / "there") as there:
        assert ingest([folder], here) == ingest([folder], there, engine=cluster.engine) == IngestReport(new=3)
        for one, other in zip(contents(here), contents(there), strict=True):
            assert one[:2] == other[:2]
            assert one[2] == pytest.approx(other[2], abs=0.01) if isinstance(one[2], list) else one[2] == other[2]


def test_a_worker_that_dies_is_replaced_and_its_part_done_again(cluster: Cluster, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in")
    with open_archive(tmp_path / "archive", embeddings=Fragile(tmp_path / "mark")) as archive:
        assert ingest([folder], archive, engine=cluster.engine).new == 236
        assert (tmp_path / "mark").exists()
        assert archive.status().articles == 236
        assert archive.check().faults == ()


def test_what_the_workers_cannot_embed_is_one_line_and_what_was_written_stays(cluster: Cluster, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in")
    with open_archive(tmp_path / "archive", embeddings=Broken()) as archive:
        with pytest.raises(EmbeddingUnavailable, match=r"^the weights are gone; copy them again$"):
            ingest([folder], archive, engine=cluster.engine)
        assert archive.status().articles == 0


SLOW = """
import sys, time
from functools import partial
from ingest.commands import commands
from tests.doubles import HashEmbeddings
from vectorstore import open_archive

class Slow(HashEmbeddings):
    def embed_documents(self, texts):
        if any("late" in text for text in texts):
            open(MARK, "w").close()
            time.sleep(60)
        return super().embed_documents(texts)

commands(sys.argv[1:], obj=partial(open_archive, embeddings=Slow()))
"""


@many_kills
def test_ctrl_c_reports_what_is_in_and_leaves_at_once(cluster: Cluster, tmp_path: Path) -> None:
    mark = tmp_path / "late"
    early = [{"text": f"{STORM} {number}", "id": number} for number in range(2 * MOST_ARTICLES)]
    late = [{"text": f"{STORM} {number} late", "id": f"late{number}"} for number in range(2 * MOST_ARTICLES)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, early + late)))
    options = ["--json", "--archive", str(tmp_path / "archive"), "--engine", "ray", "--ray-address", str(cluster.engine.address)]
    command = [sys.executable, "-c", f"MARK = {str(mark)!r}\n{SLOW}", str(tmp_path / "a.jsonl"), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not mark.exists() and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (1, STOPPED + "\n")
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        assert archive.status().articles == json.loads(printed)["new"]


@many_kills
def test_a_machine_that_is_lost_loses_and_doubles_nothing(cluster: Cluster, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in")

    def found() -> Iterator[Any]:
        for number, item in enumerate(find_items([folder], lambda _: iter(()))):
            if number == 100:
                cluster.lose_a_node()
            yield item

    tally = Tally()
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        for event in ingest_items(found(), archive, engine=cluster.engine):
            tally.add(event)
        report = tally.report()
        assert (report.new, report.updated, report.unchanged, len(report.failed)) == (236, 1, 1, 2)
        assert archive.status().articles == 236
        assert archive.check().faults == ()
