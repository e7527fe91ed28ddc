"""What may be taken in from the page, and by whom."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from chat.adding_events import read_address
from chat.desk import ROLE_HEADER, Desk

FEED = "https://paper.example.org/feed.xml"


def read(address: object, role: str = "editor", *, may_write: bool = True) -> str | None:
    # of a desk only its rights are asked
    desk = Desk(*cast(Any, [None] * 4), may_write=may_write)
    return read_address(desk, cast(Any, SimpleNamespace(headers={ROLE_HEADER: role})), address)


def test_an_editor_names_an_address_with_blanks_around_it_or_not() -> None:
    assert read(f"  {FEED}\n") == read(FEED, "admin") == FEED


@pytest.mark.parametrize("role", ["reader", "", "Editor", "editor,admin"])
def test_who_may_not_write_has_nothing_taken_in(role: str) -> None:
    assert read(FEED, role) is None


def test_where_nobody_may_write_an_editor_may_not_either() -> None:
    assert read(FEED, may_write=False) is None


@pytest.mark.parametrize(
    "address", ["", "/etc/passwd", "file:///etc/passwd", "articles/", "https://", "ftp://x.example.org/a", None, 7, [FEED]]
)
def test_files_of_this_machine_and_what_is_no_address_are_none(address: object) -> None:
    assert read(address) is None
