"""Ctrl+C: one line, and a report of what is in."""

import json
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ingest.batches import MOST_ARTICLES
from ingest.commands import STOPPED
from ingest.pipeline import ingest_items
from ingest.report import IngestReport, Tally
from ingest.sources import find_items
from tests.doubles import HashEmbeddings
from vectorstore import Archive, ArchiveSettings, Article, Outcome, Span, open_archive

ROOT = Path(__file__).parent.parent
STORM = "Two ports were shut on Monday as a storm moved in from the west, officials said."

# embeds two batches, of which at least one is written then, says so and never comes to an end
SLOW = """
import sys, time
from functools import partial
from ingest.batches import MOST_ARTICLES
from ingest.commands import commands
from tests.doubles import HashEmbeddings
from vectorstore import open_archive

class Slow(HashEmbeddings):
    def embed_documents(self, texts):
        if len(self.embedded) >= 2 * MOST_ARTICLES:
            print("third batch", file=sys.stderr, flush=True)
            time.sleep(60)
        return super().embed_documents(texts)

commands(sys.argv[1:], obj=partial(open_archive, embeddings=Slow()))
"""


def write_articles(folder: Path, count: int) -> Path:
    path = folder / "many.jsonl"
    path.write_text("\n".join(json.dumps({"text": f"{STORM} {number}", "id": number}) for number in range(count)))
    return path


@pytest.mark.parametrize("command", [["-m", "ingest", "list"], ["cli.py", "list"], ["app.py"]])
def test_ctrl_c_while_the_program_starts_is_one_line(command: list[str], tmp_path: Path) -> None:
    told: list[str] = []
    started = [sys.executable, "-X", "importtime", *command, "--archive", str(tmp_path / "data")]
    with subprocess.Popen(started, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("import time:"):
                # in the midst of the imports
                if line.split()[-1] == "pydantic":
                    process.send_signal(signal.SIGINT)
            else:
                told.append(line)
    assert told == ["stopped\n"]
    # with -m, CPython ends by the signal itself where it came in the midst of an `exec`, which dataclasses use, though it was caught
    assert process.returncode in (1, -signal.SIGINT)


def test_ctrl_c_in_the_midst_of_a_run_reports_what_is_in(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        SLOW,
        str(write_articles(tmp_path, 3 * MOST_ARTICLES)),
        "--json",
        "--archive",
        str(tmp_path / "archive"),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "third batch\n"
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (1, STOPPED + "\n")
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        assert json.loads(printed)["new"] == archive.status().articles >= MOST_ARTICLES


class Interrupted(Archive):
    """Stores the first of a batch, then Ctrl+C is pressed."""

    stored = 0

    def add(self, batch: Sequence[tuple[Article, Sequence[Span]]], vectors: Mapping[str, Sequence[float]] | None = None) -> list[Outcome]:
        super().add(batch[: self.stored], vectors)
        raise KeyboardInterrupt


def ingest_interrupted(path: Path, folder: Path, stored: int) -> Tally:
    tally = Tally()
    with Interrupted(ArchiveSettings(archive=folder), HashEmbeddings()) as archive:
        archive.stored = stored
        with pytest.raises(KeyboardInterrupt):
            for event in ingest_items(find_items([path], lambda addresses: iter(())), archive):
                tally.add(event)
    return tally


def test_what_is_in_of_the_batch_in_hand_is_told_too(tmp_path: Path) -> None:
    path, folder = write_articles(tmp_path, 5), tmp_path / "archive"
    assert ingest_interrupted(path, folder, 3).report() == IngestReport(new=3)
    # the two that are left, of which one gets in
    assert ingest_interrupted(path, folder, 1).report() == IngestReport(new=1, unchanged=3)
    path.write_text(json.dumps({"text": f"{STORM} It calmed down.", "id": 0}))
    assert ingest_interrupted(path, folder, 1).report() == IngestReport(updated=1)
