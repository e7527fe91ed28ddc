"""Several who ask at once while articles come in: no error, no other's answer, and every article that was told is there once."""

from pathlib import Path

from benchmarks.crowds import count_crowd


def test_answers_are_each_their_own_while_articles_come_in(tmp_path: Path) -> None:
    counts = count_crowd(tmp_path / "archive", users=3, each=2, towns=6)
    counted = {name.rpartition(": ")[2]: figure for name, figure in counts.items()}
    assert counted["answered"] == 6 and counted["articles taken in meanwhile"] >= 20
    assert counted["of these not by their own town"] == counted["of these lost"] == counted["of these doubled"] == 0
    assert not [name for name in counted if "status" in name or "Error" in name]
