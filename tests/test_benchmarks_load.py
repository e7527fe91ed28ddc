"""The load benchmark on a tiny archive: a real server in its own process, asked by several at once."""

from pathlib import Path

from benchmarks.load import measure_load
from benchmarks.towns import town


def test_no_two_towns_share_a_name_or_a_mayor() -> None:
    towns = [town(number) for number in range(1_000)]
    assert len({one.name for one in towns}) == len({one.mayor for one in towns}) == 1_000


def test_several_at_once_get_each_their_own_answer(tmp_path: Path) -> None:
    figures = measure_load(tmp_path, towns=6, users=3, each=2, rounds=1, pause=0.2)
    assert figures["3 users, round 1: answered"] == 6
    assert figures["burst of 12: answered"] == 12
    assert figures["answered otherwise than alone"] == 0
    assert all(figure == 0 for name, figure in figures.items() if "not by their own town" in name)
    assert not [name for name in figures if "status" in name or "Error" in name]
    assert figures["round 1: MB after"] > 100
