"""The tutorial's app, with which faults are compared: what it stores it finds, and a kill of it is told in a word."""

import os
import random
from pathlib import Path

import pytest

from benchmarks.faults import KINDS, PLACES, Place, count_faults, count_reports, show_counts
from benchmarks.tutorial.app import WordEmbeddings, add_articles, open_store
from benchmarks.tutorial.kills import inspect


def test_the_tutorials_store_finds_what_it_holds(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add_articles(store, [("a", "The bridge is closed.\nFerries run."), ("b", "The festival opens.")])
    assert store.similarity_search("festival opens", k=1)[0].page_content == "The festival opens."
    assert len(store.get(include=[])["ids"]) == 3


def test_what_a_store_lacks_of_what_was_told_is_seen(tmp_path: Path) -> None:
    add_articles(open_store(tmp_path), [("0", "One.")])
    assert inspect(tmp_path, 2) == "lost"


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk takes root")
def test_counts_are_kept_shown_and_not_made_again(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        counts = count_faults(tmp_path, 1, {"disk": PLACES["disk"]}, told.append)
    assert counts["disk"].faults == dict.fromkeys(KINDS, 0)
    assert [line.split(":")[1].split()[0] for line in told] == ["a", "counted"]
    assert "| a disk that fills up, at so many sizes | 1 | lost 0, doubled 0," in show_counts(counts)


MADE_UP = """
import sys
from tests.rounds import read_rounds, tell
rounds, folder = read_rounds(sys.argv[1:])
tell({"faults": [{"kind": "lost", "what": f"article {round}"}] if round == 1 else []} for round in rounds)
sys.exit("and then the disk broke" if rounds.start == 0 else 0)
"""


def test_a_count_that_breaks_off_is_said_and_goes_on_after_the_last_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made_up.py").write_text(MADE_UP)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    place = Place("made up", ["made_up"], count_reports, goes_on=True)
    told: list[str] = []
    assert count_faults(tmp_path / "counts", 2, {"one": place}, told.append) == {}
    assert told[1:] == ["one: left out, since and then the disk broke"]
    with (tmp_path / "counts" / "one.jsonl").open("a") as file:
        file.write('{"faults": [{"ki')  # a line that was never finished
    count = count_faults(tmp_path / "counts", 5, {"one": place}, told.append)["one"]
    assert (count.times, count.faults["lost"], count.found) == (5, 1, ["article 1"])
    assert told[2] == "one: made up, 5 times, 2 of them made before"


def test_faults_are_counted_by_their_kinds() -> None:
    reports = [{"faults": [{"kind": "lost", "what": "one"}], "opened": 1.0}, {"faults": [], "opened": 3.0}]
    made, faults, besides = count_reports(reports)
    assert (made, faults["lost"], faults["doubled"], besides["s to open, median"]) == (2, 1, 0, 2.0)


def test_vectors_without_a_model_have_one_length() -> None:
    vector = WordEmbeddings().embed_query("bridge " * random.Random(1).randint(1, 9))
    assert abs(sum(number * number for number in vector) - 1) < 1e-9
