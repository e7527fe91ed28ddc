"""Promise I1: malformed files of every kind. Nothing crashes, nothing is refused without a reason, a second run changes nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ingest import Refusal, ingest
from tests.doubles import HashEmbeddings
from tests.malformed import NAME, Malformed, malformed_files
from vectorstore import open_archive

ROOT = Path(__file__).parent.parent

FILES = list(malformed_files())
READABLE = [file for file in FILES if file.is_readable]
# docs/ingest.md tells the counts
LEAST_RECOVERED = 0.95

# of one process, with all that it loads to read
MOST_BYTES = 300_000_000

Readings = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """What a process of its own told of each file."""
    if sys.platform != "linux":
        pytest.skip("forks a process that has loaded everything")
    command = [sys.executable, "-m", "tests.malformed_alone", str(tmp_path_factory.mktemp("malformed"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {each["name"]: each for each in told}


def write(folder: Path, file: Malformed) -> Path:
    path = folder / file.name
    path.write_bytes(file.data)
    return path


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_malformed_file_gives_articles_or_reasons_of_one_line(readings: Readings, name: str) -> None:
    told = readings[name]
    assert told["status"] == 0 and (told["articles"] or told["reasons"])
    for reason in told["reasons"]:
        assert "\n" not in reason and "fault in the program" not in reason, reason
    assert not any("root:" in article for article in told["articles"])
    assert not Path("/tmp/pwned").exists()


def test_no_malformed_file_takes_more_memory_than_a_sound_one_might(readings: Readings) -> None:
    most = max(readings.values(), key=lambda told: int(told["bytes"]))
    assert most["bytes"] <= MOST_BYTES, most["name"]


def test_nearly_all_that_can_be_read_is(readings: Readings) -> None:
    assert len(FILES) >= 150 and len(READABLE) >= 90
    lost = [file.name for file in READABLE if not any(NAME in article for article in readings[file.name]["articles"])]
    assert len(lost) <= (1 - LEAST_RECOVERED) * len(READABLE), lost


def test_what_cannot_be_read_gives_no_article_of_its_own(readings: Readings) -> None:
    for file in FILES:
        if not file.is_readable:
            assert not any(NAME in article for article in readings[file.name]["articles"]), file.name


# the largest of them take a process each: all go in one batch with NEWS_MALFORMED=1 only
IN_BATCH = [file for file in FILES if os.environ.get("NEWS_MALFORMED") or len(file.data) < 20_000]


def test_a_batch_of_them_goes_through_twice_and_changes_nothing_the_second_time(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for file in IN_BATCH:
        write(folder, file)
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        first = ingest([folder], archive)
        second = ingest([folder], archive)
        articles = [version.article for version in archive.list_articles()]
    readable = [file for file in IN_BATCH if file.is_readable]
    assert sum(NAME in article.title + article.text for article in articles) >= LEAST_RECOVERED * len(readable)
    assert (second.new, second.updated) == (0, 0)
    assert (_reasons(second.failed), _reasons(second.skipped)) == (_reasons(first.failed), _reasons(first.skipped))
    assert second.refused_before > len(second.failed) / 2
    told = " ".join(refusal.target for refusal in [*first.failed, *first.skipped])
    assert [file.name for file in IN_BATCH if not file.is_readable and file.name not in told] == []


def _reasons(refusals: list[Refusal]) -> list[tuple[str, str]]:
    return sorted((target, reason.removeprefix("refused before: ")) for target, reason in refusals)
