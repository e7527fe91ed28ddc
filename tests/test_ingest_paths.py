"""Paths can be shown and stored whatever bytes they are made of."""

import os
from pathlib import Path

import pytest

from ingest.paths import shown_path


@pytest.mark.parametrize("path", ["articles/a.txt", "Größe/新聞.md", ""])
def test_a_path_is_shown_as_it_is(path: str) -> None:
    assert shown_path(path) == path
    assert shown_path(Path(path)) == str(Path(path))


def test_bytes_that_are_no_letters_are_replaced_so_that_a_database_takes_them() -> None:
    shown = shown_path(os.fsdecode(b"caf\xe9.txt"))
    assert shown.encode() and shown.startswith("caf") and shown.endswith(".txt")
