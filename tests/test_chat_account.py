"""Who is signed in, as the guard tells it."""

from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import quote

from chat.account import to_account
from chat.desk import NAME_HEADER, ROLE_HEADER


def account(**headers: str) -> str:
    return to_account(cast(Any, SimpleNamespace(headers=headers)), "en")


def test_where_nobody_signs_in_there_is_nothing_to_leave() -> None:
    assert account() == ""


def test_the_way_out_is_a_form_that_no_link_can_send() -> None:
    told = account(**{NAME_HEADER: "maria", ROLE_HEADER: "editor"})
    assert "maria" in told and "editor" in told
    assert '<form method="post" action="/sign-out"' in told and "<a " not in told


def test_a_name_in_any_letters_is_shown_and_none_is_markup() -> None:
    assert "Jürgen Ødegård" in account(**{NAME_HEADER: quote("Jürgen Ødegård")})
    assert "<b>" not in account(**{NAME_HEADER: quote("<b>bold</b>"), ROLE_HEADER: "<i>"}).replace("<button", "")
