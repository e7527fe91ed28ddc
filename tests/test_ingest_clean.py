"""Characters that may stand in a text."""

import pytest

from ingest.clean import clean_line, clean_text, strip_tags


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("e\u0301te\u0301", "été"),
        ("a\u00a0b\tc\u3000d", "a b c d"),
        ("a\x00\x1b[2Jb\x7f\x9f", "a[2Jb"),
        ("so\u00adft zero\u200bwidth \ufeffmark", "soft zerowidth mark"),
        ("\u202eright\u202c to left", "right to left"),
        ("tag\U000e0041\U000e0042s", "tags"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("private \ue000", "private "),
        ("ab\u200dcd", "abcd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_only_what_can_be_seen_stays(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_towers_of_marks_are_cut_before_they_cost_time() -> None:
    assert len(clean_text("a" + "\u0301\u0316" * 100_000)) <= 9


def test_cleaning_twice_changes_nothing() -> None:
    once = clean_text("Ä\u0301 \u200d\u1100\u1161 x\u0301\r\n")
    assert clean_text(once) == once


def test_a_title_is_one_line_of_bounded_length() -> None:
    assert clean_line(" Storm\n closes\tports ") == "Storm closes ports"
    assert len(clean_line("x" * 1000)) == 300


def test_tags_go_and_comparisons_stay() -> None:
    assert clean_line(strip_tags("a <b>bold</b> claim, 3 < 5 > 2")) == "a bold claim, 3 < 5 > 2"
