"""What a kill leaves is kept when something was wrong after it, with the words; else nothing of it stays."""

import json
from pathlib import Path
from typing import Any

from tests.evidence import KEPT, MOST_BYTES, clear_round, copy_archive, decide, gather, last_line

SOUND: dict[str, Any] = {"faults": []}
FAULTY: dict[str, Any] = {"faults": [{"kind": "lost", "what": "article 4"}]}


def test_of_a_round_with_a_fault_the_words_the_log_and_the_archive_are_kept(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    for round, state in enumerate(("first", "second", "third")):
        gathered = gather(tmp_path, round, archive)
        (archive / "catalogue").write_text(state)
        (gathered / "server.log").write_text(f"{state}\nwent wrong\n")
        decide(gathered, FAULTY if round == 2 else SOUND, archive)
    kept = tmp_path / KEPT
    # the cause may lie in the round before
    assert sorted(each.name for each in kept.iterdir()) == ["1", "2"]
    assert json.loads((kept / "2" / "report.json").read_text()) == FAULTY
    assert [(kept / "2" / name / "catalogue").read_text() for name in ("before", "after")] == ["second", "third"]
    assert last_line(kept / "2" / "server.log") == "went wrong"
    clear_round(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [KEPT]


def test_a_file_that_claims_terabytes_is_not_copied(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "small").write_text("words")
    with (archive / "links.bin").open("wb") as file:
        file.truncate(2 * MOST_BYTES)
    copy_archive(archive, tmp_path / "copy")
    assert [each.name for each in (tmp_path / "copy").iterdir()] == ["small"]
