"""Readers' tokens."""

from pathlib import Path

import pytest

from serving.readers import COOKIE, KEY_FILE, Readers, open_readers


def token_of(readers: Readers, *, secure: bool = False) -> str:
    return readers.issue(secure=secure).split(";")[0].removeprefix(f"{COOKIE}=")


def test_a_token_is_known_again_by_whoever_has_the_key() -> None:
    token = token_of(Readers(b"k" * 32))
    name = Readers(b"k" * 32).name(token)
    assert name is not None
    assert name not in token
    assert Readers(b"j" * 32).name(token) is None


def test_no_two_readers_are_the_same() -> None:
    readers = Readers(b"k" * 32)
    assert len({readers.name(token_of(readers)) for _ in range(100)}) == 100


@pytest.mark.parametrize("token", ["", ".", "abc", "abc.", "abc.def", ".def", "é.ü", "a" * 10_000])
def test_a_token_that_was_made_up_names_nobody(token: str) -> None:
    assert Readers(b"k" * 32).name(token) is None


def test_a_secure_page_keeps_its_cookie_to_itself() -> None:
    assert "; Secure" in Readers(b"k" * 32).issue(secure=True)
    assert "; Secure" not in Readers(b"k" * 32).issue(secure=False)


def test_the_key_survives_a_restart_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    token = token_of(open_readers(tmp_path))
    assert open_readers(tmp_path).name(token) is not None
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_to_still_has_readers(tmp_path: Path) -> None:
    readers = open_readers(tmp_path / "missing")
    assert readers.name(token_of(readers)) is not None
