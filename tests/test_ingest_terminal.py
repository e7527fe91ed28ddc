"""What others wrote, on a terminal."""

from ingest.terminal import one_line, printable


def test_control_and_format_characters_are_shown_instead_of_obeyed() -> None:
    assert printable("a\x1b[2J\x07\x9b31m\u202eb\r\x00\ud800") == r"a\x1b[2J\x07\x9b31m\u202eb\r\x00\ud800"


def test_letters_of_every_script_and_line_breaks_stay() -> None:
    text = "Straße\nمی\u200cخواهم 👩\u200d🚀 国"
    assert printable(text) == text


def test_a_line_is_one_line_of_bounded_length() -> None:
    assert one_line("a\nb\tc") == "a b c"
    assert one_line("x" * 200, 10) == "x" * 9 + "…"
