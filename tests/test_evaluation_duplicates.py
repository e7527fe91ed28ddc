"""The labelled pairs of copies and others, and the floors that the archive's judgement keeps."""

from collections import Counter
from pathlib import Path

from evaluation.duplicates import Pair, judge, make_pairs
from evaluation.floors import find_breaches, load_floors
from evaluation.protocols import choose_protocols, run_protocol
from evaluation.questions import half_of
from evaluation.workshop import open_workshop


def test_there_are_hundreds_of_pairs_of_each_kind_and_the_same_ones_each_time() -> None:
    pairs = list(make_pairs())
    assert pairs == list(make_pairs())
    labels = Counter(pair.is_copy for _, pair in pairs)
    assert min(labels.values()) >= 200
    assert all(pair.one != pair.other for _, pair in pairs)
    assert len({half_of(name) for name, _ in pairs}) == 2


def test_a_text_too_short_to_be_compared_is_no_copy() -> None:
    assert not judge(Pair("short", "Closed today.", "Closed today.", True))


def test_figures_of_the_pairs_are_above_their_floors(tmp_path: Path) -> None:
    (protocol,) = choose_protocols("duplicates", [])
    with open_workshop(tmp_path, "bundled") as workshop:
        report = run_protocol(protocol, workshop, tmp_path, "all")
        assert find_breaches(load_floors(), workshop.embeddings.identity.name, [report]) == []
