"""Foreign text is shown, never obeyed."""

import html

import pytest

from chat.escape import escape, escape_line

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![pixel](http://evil.example/p.png)",
    "[click](javascript:alert(1))",
    "${alert(1)} {{constructor}} `code` $$x$$",
    "http://evil.example www.evil.example a@evil.example",
    "**bold** _em_ ~~gone~~ # heading | cell |",
    "\"' onmouseover='alert(1)",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_that_html_markdown_or_a_template_obeys_is_left(text: str) -> None:
    bare = "".join(part.partition(";")[2] if number else part for number, part in enumerate(escape(text).split("&#")))
    assert not set(bare) & set("<>&\"'*_`[](){}$\\~#|!:@/=+^")


@pytest.mark.parametrize("text", [*HOSTILE, "Грузия, 北京, مرحبا ‍👩‍👧 50 %"])
def test_a_browser_shows_the_text_as_it_was(text: str) -> None:
    assert html.unescape(escape(text)) == text


def test_control_characters_and_turns_of_direction_are_taken_out() -> None:
    assert escape("a\x00b\u202ec\u2066d\x1b") == "abcd"


def test_a_line_has_no_line_breaks() -> None:
    assert escape_line(" one\n\ntwo\tthree ") == "one two three"
