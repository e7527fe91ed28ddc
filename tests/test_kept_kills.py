"""kill -9 of who keeps the exact index: what is left is right or not used, and nothing of what was deleted stays.

NEWS_KILLS sets how many kills are made; 100 are promised, the default is a sample.
"""

from pathlib import Path

from tests.rounds import count_sound, wanted_rounds

KILLS = wanted_rounds(sample=4)


def test_what_a_killed_keeper_leaves_is_right_or_not_used(tmp_path: Path) -> None:
    assert len(count_sound(["tests.kept_kills"], KILLS, tmp_path)) == KILLS
