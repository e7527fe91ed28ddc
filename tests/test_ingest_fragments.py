"""Paragraphs out of pieces of markup."""

import pytest

from ingest.errors import Unreadable
from ingest.fragments import read_fragment


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<p>one <b>bold</b>, <a href='x'>link</a>.</p>", ["one bold, link."]),
        ("one<div>two<div>three</div>four</div>five", ["one", "two", "three", "four", "five"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
        ("<p>one<br/><br/>two</p>", ["one", "two"]),
        ("<p>one\n   line</p>\n\n<p>two</p>", ["one line", "two"]),
        ("<pre>one\n\ntwo</pre>", ["one", "two"]),
        ("<h2>Head</h2><hl2>Other</hl2><p>text</p>", ["Head", "Other", "text"]),
        ("<p>one<!-- comment --> two<?pi x?> three</p>", ["one two three"]),
        ("<p>one</p><script>x()</script><style>p{}</style><p style='display:none'>secret</p><p>two</p>", ["one", "two"]),
        ("<figure><img alt='x'/><figcaption>caption</figcaption></figure>after", ["after"]),
        ("<media><media-caption>caption</media-caption></media>after", ["after"]),
        ("plain words", ["plain words"]),
        ("&lt;b&gt; &amp; &eacute;", ["<b> & é"]),
        ("", []),
        ("<p> </p>", []),
    ],
)
def test_blocks_are_paragraphs(markup: str, paragraphs: list[str]) -> None:
    assert read_fragment(markup, "a") == paragraphs


@pytest.mark.parametrize("markup", [f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>text</p>", "<b></b>" * 40_000])
def test_a_bomb_is_one_line(markup: str) -> None:
    with pytest.raises(Unreadable, match=r"^a: markup "):
        read_fragment(markup, "a")


def test_deep_markup_is_read_without_an_end_of_the_stack() -> None:
    assert read_fragment("<div>" * 5000 + "text", "a") in (["text"], [])
