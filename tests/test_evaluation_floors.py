"""Floors: held, raised, and lowered only for a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.floors import FloorLowered, Floors, find_breaches, load_floors, save_floors, update_floors
from evaluation.metrics import mean
from evaluation.runs import Report, Run, describe_run

MODEL = "small"


def report(right: int, fingerprint: str = "f", measure: str = "R@1") -> Report:
    """So many right of a hundred questions."""
    return Report("retrieval set", fingerprint, (mean("set", measure, [1.0] * right + [0.0] * (100 - right)),))


@pytest.fixture
def floors() -> Floors:
    return update_floors(Floors({}), MODEL, [report(90)])


def test_a_floor_leaves_room_for_two_questions(floors: Floors) -> None:
    assert floors.sets["retrieval set"].floors == {"set: R@1": 0.88}
    assert find_breaches(floors, MODEL, [report(88)]) == []


def test_what_is_promised_has_no_room() -> None:
    promised = update_floors(Floors({}), MODEL, [report(100, measure="exact quotes")])
    assert promised.sets["retrieval set"].floors == {"set: exact quotes": 1.0}


def test_below_its_floor_a_figure_is_named_with_both_numbers(floors: Floors) -> None:
    assert find_breaches(floors, MODEL, [report(87)]) == ["set: R@1 is 0.870, below its floor of 0.880"]


def test_floors_of_another_model_or_other_data_hold_nothing(floors: Floors) -> None:
    assert "another model" in find_breaches(floors, "large", [report(99)])[0]
    assert "other data" in find_breaches(floors, MODEL, [report(99, fingerprint="g")])[0]
    assert "no floors" in find_breaches(Floors({}), MODEL, [report(99)])[0]


def test_a_figure_that_is_no_longer_measured_is_a_breach(floors: Floors) -> None:
    assert find_breaches(floors, MODEL, [report(99, measure="R@5")]) == ["set: R@1 has a floor of 0.880 and was not measured"]


def test_floors_rise_without_a_reason(floors: Floors) -> None:
    risen = update_floors(floors, MODEL, [report(95)])
    assert risen.sets["retrieval set"].floors == {"set: R@1": 0.93}
    assert risen.regressions == ()


@pytest.mark.parametrize("lower", [report(80), report(80, fingerprint="g"), report(99, measure="R@5")])
@pytest.mark.parametrize("reason", [None, "", "  "])
def test_floors_do_not_sink_without_a_reason_not_on_other_data_either(floors: Floors, lower: Report, reason: str | None) -> None:
    with pytest.raises(FloorLowered, match=r"0\.880"):
        update_floors(floors, MODEL, [lower], reason)


def test_the_reason_for_a_lower_floor_is_kept(floors: Floors, tmp_path: Path) -> None:
    lowered = update_floors(floors, MODEL, [report(80)], "  one vector for a passage's title ")
    save_floors(lowered, tmp_path / "floors.json")
    kept = load_floors(tmp_path / "floors.json")
    assert kept == lowered
    assert kept.regressions[0].reason == "one vector for a passage's title"
    assert kept.regressions[0].lowered == ("the floor of set: R@1 sinks from 0.880 to 0.780",)


def test_sets_that_were_not_measured_keep_their_floors(floors: Floors) -> None:
    other = Report("answers set", "f", (mean("set", "answered", [1.0] * 10),))
    assert set(update_floors(floors, MODEL, [other]).sets) == {"retrieval set", "answers set"}


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert load_floors(tmp_path / "none.json") == Floors({})


def test_a_run_shows_what_each_ranking_gives_and_what_is_missing() -> None:
    alone = mean("set · words", "R@1", [0.0])
    run = Run(
        "2026-01-02T03:04:05+00:00", "all", MODEL, "torch", (Report("x", "f", report(90).figures, (alone,)),), ("answers x: not there",)
    )
    text = describe_run(run)
    assert text.index("set") < text.index("Each ranking alone") < text.index("set · words") < text.index("missing: answers x")
    assert run.to_json()["reports"][0]["figures"][0]["value"] == 0.9


def test_a_point_of_a_curve_is_shown_apart_and_has_no_floor() -> None:
    point = replace(mean("set, silent", "+0.4", [1.0, 0.0]), course=True)
    measured = Report("x", "f", (mean("set", "answered", [1.0] * 10), point))
    assert list(update_floors(Floors({}), MODEL, [measured]).sets["x"].floors) == ["set: answered"]
    text = describe_run(Run("2026-01-02T03:04:05+00:00", "all", MODEL, "torch", (measured,)))
    assert text.index("set ") < text.index("With another threshold of silence") < text.index("+0.4")
