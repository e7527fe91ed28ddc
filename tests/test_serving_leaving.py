"""Askers who leave before their answer is there: the work stops, nobody else waits for it, and nothing of it is left.

NEWS_LEAVERS sets how many leave; 100 are promised, the default is a sample.
"""

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.leavers import WAYS, Endless, at_work, count_leavers, endless_answers, leave, wait_until_quiet

# more than are answered at once: a turn that is not given back would be missed
LEAVERS = int(os.environ.get("NEWS_LEAVERS", "20"))


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endless]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("OPENAI_API_KEY", "none")
        with endless_answers(tmp_path_factory.mktemp("leaving")) as model:
            yield model


@pytest.mark.parametrize(("route", "body"), WAYS)
def test_who_no_longer_waits_stops_the_model(endless: Endless, route: str, body: dict[str, Any]) -> None:
    leave(endless, route, body)
    wait_until_quiet()
    assert at_work() == []


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files in /proc")
def test_nothing_is_left_of_those_who_left_and_the_next_is_answered(endless: Endless) -> None:
    counts = count_leavers(endless, LEAVERS)
    assert counts.pop("who left in mid-answer") == LEAVERS
    assert counts.pop("words of the model after they had left") <= 5 * LEAVERS
    assert set(counts.values()) == {0}, counts
