"""Reasons of ingest in the page's language."""

import re
from pathlib import Path

import pytest

import ingest
from chat.reasons import REASONS, translate_reason

INGEST = "".join(file.read_text() for file in Path(ingest.__file__).parent.glob("*.py"))
VALUE = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("reason", REASONS)
def test_each_is_a_reason_that_ingest_gives(reason: str) -> None:
    for part in VALUE.split(reason):
        assert part in INGEST


@pytest.mark.parametrize("reason", REASONS)
def test_each_has_the_same_values_in_every_language(reason: str) -> None:
    texts = dict(REASONS[reason])
    texts.pop("en", None)
    assert list(texts) == ["de", "fr", "es"]
    assert all(set(VALUE.findall(text)) | {"{how}"} == set(VALUE.findall(reason)) | {"{how}"} for text in texts.values())


def test_what_was_refused_before_is_told_in_the_same_language() -> None:
    assert translate_reason("refused before: empty file", "fr") == "déjà refusé : fichier vide"


def test_an_option_of_the_command_line_is_the_pages_field() -> None:
    reason = "no column is called text or body; call one so, or name it with --columns text=NAME. Its columns: a {b}"
    assert translate_reason(reason, "en") == "no column is called text or body; name it above as text=NAME. Its columns: a {b}"


def test_what_is_not_ours_stays() -> None:
    assert translate_reason("{odd} reason", "de") == "{odd} reason"
    assert translate_reason("empty file", "en") == translate_reason("empty file", "nl") == "empty file"
