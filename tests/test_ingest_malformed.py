"""Promise I1: malformed files of every kind. Nothing crashes, nothing is refused without a reason, a second run changes nothing."""

import os
from pathlib import Path

import pytest

from ingest import Refusal, ingest
from ingest.errors import IngestError
from ingest.read import read_file
from tests.doubles import HashEmbeddings
from tests.malformed import NAME, Malformed, malformed_files
from vectorstore import Article, open_archive

FILES = list(malformed_files())
READABLE = [file for file in FILES if file.is_readable]
# docs/ingest.md tells the counts
LEAST_RECOVERED = 0.95

Readings = dict[str, list[Article | IngestError]]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    folder = tmp_path_factory.mktemp("malformed")
    return {file.name: list(read_file(write(folder, file))) for file in FILES}


def write(folder: Path, file: Malformed) -> Path:
    path = folder / file.name
    path.write_bytes(file.data)
    return path


def has_name(found: list[Article | IngestError]) -> bool:
    return any(isinstance(reading, Article) and NAME in reading.title + reading.text for reading in found)


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_a_malformed_file_gives_articles_or_reasons_of_one_line(readings: Readings, name: str) -> None:
    assert readings[name]
    for reading in readings[name]:
        if isinstance(reading, IngestError):
            assert "\n" not in str(reading) and "fault in the program" not in str(reading), str(reading)
        else:
            assert "root:" not in reading.text
    assert not Path("/tmp/pwned").exists()


def test_nearly_all_that_can_be_read_is(readings: Readings) -> None:
    assert len(FILES) >= 150 and len(READABLE) >= 90
    lost = [
        file.name
        for file in READABLE
        if not any(isinstance(found, Article) and NAME in found.title + found.text for found in readings[file.name])
    ]
    assert len(lost) <= (1 - LEAST_RECOVERED) * len(READABLE), lost


def test_what_cannot_be_read_gives_no_article_of_its_own(readings: Readings) -> None:
    for file in FILES:
        if not file.is_readable:
            assert not has_name(readings[file.name]), file.name


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
