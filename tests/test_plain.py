"""Text that does nothing where it is printed."""

import pytest

from vectorstore.plain import one_line, plain


def test_what_moves_a_cursor_or_turns_letters_is_gone() -> None:
    assert plain("a\x1b[2J\x07\x9b31m\u202eb\r\x00\ud800\ue000\u2028c") == "a[2J31mbc"


@pytest.mark.parametrize("text", ["Zürich\n\tübermorgen", "می‌خواهم", "👩‍🚒 क्‍ष", "東京、特朗普"])
def test_letters_of_any_script_stay(text: str) -> None:
    assert plain(text) == text


def test_one_line_is_cut_with_a_sign() -> None:
    assert one_line("a \n b\u2029c") == "a b c"
    assert one_line("x" * 20, longest=5) == "xxxx…"
