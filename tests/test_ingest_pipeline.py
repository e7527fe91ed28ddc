"""From files into the archive and found again."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import ingest as package
from ingest import IngestReport, ingest
from tests.doubles import HashEmbeddings
from vectorstore import Archive, open_archive

STORM = "Two ports were shut on Monday as a storm moved in from the west, officials said."
QUAY = "The harbour master told reporters that repairs to the quay would take a week."


@pytest.fixture
def embeddings() -> HashEmbeddings:
    return HashEmbeddings()


@pytest.fixture
def archive(tmp_path: Path, embeddings: HashEmbeddings) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive", embeddings=embeddings) as archive:
        yield archive


def write(path: Path, *lines: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return path


def test_the_public_names_are_these() -> None:
    assert package.__all__ == [
        "Engine",
        "EngineUnavailable",
        "IngestError",
        "IngestReport",
        "NotAnArticle",
        "Refusal",
        "Unreadable",
        "follow_source",
        "ingest",
        "read_followed",
    ]


def test_what_is_ingested_is_found(archive: Archive, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", "Storm closes ports", "", "13 February 2025", "", STORM, QUAY)
    write(tmp_path / "in" / "b.jsonl", {"text": QUAY, "id": "b"}, {"text": STORM, "url": "https://paper.example/a"})
    assert ingest([tmp_path / "in"], archive) == IngestReport(new=3)
    found = archive.search("Who told reporters about the quay?", k=1)[0]
    assert QUAY in found.page_content
    version = archive.get_article(found.metadata["article_id"])
    assert version.article.text[found.metadata["start"] : found.metadata["end"]] == found.page_content


def test_a_second_run_changes_nothing_and_embeds_nothing(archive: Archive, tmp_path: Path, embeddings: HashEmbeddings) -> None:
    write(tmp_path / "in" / "a.txt", "Storm closes ports", "", STORM, QUAY)
    write(tmp_path / "in" / "b.jsonl", *({"text": f"{STORM} {number}", "id": number} for number in range(50)))
    assert ingest([tmp_path / "in"], archive) == IngestReport(new=51)
    embedded, generation = len(embeddings.embedded), archive.status().generation
    assert ingest([tmp_path / "in"], archive) == IngestReport(unchanged=51)
    assert (len(embeddings.embedded), archive.status().generation) == (embedded, generation)
    # touched, and in another order: read anew, and the same
    os.utime(tmp_path / "in" / "a.txt", (0, 0))
    write(tmp_path / "in" / "b.jsonl", *({"text": f"{STORM} {number}", "id": number} for number in reversed(range(50))))
    assert ingest([tmp_path / "in"], archive) == IngestReport(unchanged=51)
    assert (len(embeddings.embedded), archive.status().generation) == (embedded, generation)


def test_a_changed_file_is_a_new_version(archive: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Storm closes ports", "", STORM)
    ingest([path], archive)
    write(path, "Storm closes ports", "", STORM, QUAY)
    assert ingest([path], archive) == IngestReport(updated=1)
    [version] = archive.list_articles()
    assert (version.number, QUAY in version.article.text) == (2, True)


def test_one_bad_file_does_not_stop_the_rest(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.txt", "Storm closes ports", "", STORM)
    write(folder / "b.json", '{"text": "cut')
    write(folder / "c.txt", "")
    (folder / "d.txt").write_bytes(b"\x7fELF\x02" + bytes(300))
    write(folder / "e.jsonl", {"text": QUAY}, "nonsense", {"text": STORM + " More."})
    report = ingest([folder, tmp_path / "gone"], archive)
    assert (report.new, report.updated, report.unchanged) == (3, 0, 0)
    assert [Path(target).name for target, _ in report.skipped] == ["c.txt"]
    assert [Path(target).name for target, _ in report.failed] == ["b.json", "d.txt", "e.jsonl:2", "gone"]
    assert archive.status().articles == 3


def test_the_same_article_twice_in_a_run_counts_once(archive: Archive, tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", {"text": STORM, "id": "a"}, {"text": STORM, "id": "a"}, {"text": QUAY}, {"text": QUAY})
    assert ingest([tmp_path / "a.jsonl"], archive) == IngestReport(new=2, unchanged=2)


def test_two_versions_in_one_run_stay_in_order_and_a_second_run_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": STORM, "id": "a"}, {"text": QUAY, "id": "b"}, {"text": STORM + " Updated.", "id": "a"})
    assert ingest([path], archive) == IngestReport(new=2, updated=1)
    before = [(version.article_id, version.number, version.article.text) for version in archive.list_articles()]
    assert ingest([path], archive) == IngestReport(unchanged=3)
    assert [(version.article_id, version.number, version.article.text) for version in archive.list_articles()] == before


def test_an_older_version_read_later_does_not_become_the_current_one(archive: Archive, tmp_path: Path) -> None:
    new = {"text": STORM + " Updated.", "url": "https://paper.example/a", "published": "2025-02-13", "updated": "2025-02-14"}
    old = {"text": STORM, "url": "https://paper.example/a", "published": "2025-02-13"}
    assert ingest([write(tmp_path / "a.jsonl", new, old)], archive) == IngestReport(new=1, updated=1)
    assert archive.status().versions == 2
    [version] = archive.list_articles()
    assert version.article.text.endswith("Updated.")


def test_old_and_new_version_in_files_of_any_order_settle_in_one_run(archive: Archive, tmp_path: Path) -> None:
    old = write(tmp_path / "b.jsonl", {"text": STORM, "url": "https://paper.example/a", "published": "2025-02-13"})
    new = write(tmp_path / "a.jsonl", {"text": QUAY, "url": "https://paper.example/a", "published": "2025-02-13", "updated": "2025-02-14"})
    assert ingest([old, new], archive) == IngestReport(new=1, updated=1)
    assert ingest([new, old], archive) == IngestReport(unchanged=2)


def test_a_page_that_went_back_to_its_old_text_is_current_again(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    for text in (STORM, QUAY, STORM):
        ingest([write(path, {"text": text, "id": "a"})], archive)
    [version] = archive.list_articles()
    assert (version.number, version.article.text) == (3, STORM)


def test_the_given_source_is_for_articles_that_name_none(archive: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": STORM}, {"text": QUAY, "source": "The Paper"})
    ingest(str(path), archive, source="My Paper")
    assert sorted(version.article.source for version in archive.list_articles()) == ["My Paper", "The Paper"]


def test_more_articles_than_a_batch_holds_all_arrive(archive: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", *({"text": f"{STORM} {number}"} for number in range(100)))
    assert ingest([path], archive) == IngestReport(new=100)
    assert archive.status().articles == 100


def test_nothing_to_ingest_is_an_empty_report(archive: Archive) -> None:
    assert ingest([], archive) == IngestReport()


def test_an_old_text_twice_in_a_file_makes_no_versions_run_after_run(archive: Archive, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"text": STORM, "id": "a"}, {"text": STORM, "id": "a"}, {"text": QUAY, "id": "a"})
    assert ingest([path], archive) == IngestReport(new=1, unchanged=1, updated=1)
    for _ in range(3):
        assert ingest([path], archive) == IngestReport(unchanged=3)
    assert archive.status().versions == 2


def test_half_a_character_in_an_address_costs_the_address_alone(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "d", "text": "' + STORM + '", "url": "http://a.example/\\ud806"}')
    assert ingest([tmp_path / "a.jsonl"], archive) == IngestReport(new=1)
    assert archive.list_articles()[0].article.url is None


def test_a_run_that_changes_nothing_puts_in_order_what_a_killed_one_left(archive: Archive, tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", "Storm closes ports", "", STORM, QUAY)
    assert ingest([file], archive).new == 1
    # as a kill leaves it after the last article and before the end
    (tmp_path / "archive" / "vectors-1.seal").unlink()
    assert archive.status().vectors.startswith("being written, or left unfinished")
    assert ingest([file], archive) == IngestReport(unchanged=1)
    assert archive.status().vectors == "ready"
