"""Articles out of Markdown files."""

import pytest

from ingest.errors import NotAnArticle, Unreadable
from ingest.markdown import read_markdown, strip_markdown

FRONT = """---
title: "Storm: ports shut"
published: 2025-02-13T09:00:00+01:00
date_of_print: 2025-02-14
source: The Harbour Courier
authors: [Jane Doe, Ali Khan]
language: en
url: https://courier.example/storm
section: Weather
---

# Storm: ports shut

Two **ports** were shut on [Monday](https://x.example) as a storm moved
in from the west, officials said.
"""


def test_front_matter_gives_the_facts() -> None:
    article = read_markdown(FRONT, "a.md")
    assert (article.title, article.url, article.source, article.section) == (
        "Storm: ports shut", "https://courier.example/storm", "The Harbour Courier", "Weather",
    )  # fmt: skip
    assert (article.authors, article.language, str(article.published)) == (("Jane Doe", "Ali Khan"), "en", "2025-02-13T08:00:00Z")
    assert article.published is not None
    assert article.published.provenance == "given"
    assert article.metadata == {"date_of_print": "2025-02-14"}
    assert article.text == "Two ports were shut on Monday as a storm moved in from the west, officials said."


def test_names_that_other_programs_use_are_understood() -> None:
    article = read_markdown(
        "---\ntitle: Storm\ndate: 2025-02-13\nauthor: Jane Doe\nlang: en\n---\nTwo ports were shut on Monday, officials said.", "a.md"
    )
    assert (str(article.published), article.authors, article.language) == ("2025-02-13", ("Jane Doe",), "en")


def test_without_front_matter_the_page_tells() -> None:
    article = read_markdown(
        "# Storm closes ports\n\n*By Jane Doe*\n\n13 February 2025\n\nTwo ports were shut on Monday, officials said.\n", "a.md"
    )
    assert (article.title, article.authors, str(article.published)) == ("Storm closes ports", ("Jane Doe",), "2025-02-13")
    assert article.text == "Two ports were shut on Monday, officials said."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("a **b** _c_ `d` ~~e~~ ***f***", ["a b c d e f"]),
        ("snake_case_name and 2 * 3 * 4", ["snake_case_name and 2 * 3 * 4"]),
        ("[text](https://x.example 'title') ![image](a.png) <https://y.example>", ["text https://y.example"]),
        ("- one\n- two\n\n1. three", ["one", "two", "1. three"]),
        ("> quoted\n> further", ["quoted further"]),
        ("Heading\n=======\ntext\n\n***\n\n## Second ##\ntext", ["Heading", "text", "Second", "text"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a b", "c d"]),
        ("<!-- hidden --> seen <script>alert(1)</script> <b>bold</b>", ["seen bold"]),
        ("```\ncode\n```\nafter", ["code", "after"]),
        (r"1\. not a list, \*not bold\*", ["1. not a list, *not bold*"]),
        ("[ref]: https://x.example\ntext[^1]", ["text"]),
        ("line one  \nline two", ["line one", "line two"]),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: list[str]) -> None:
    assert strip_markdown(marked) == plain


@pytest.mark.parametrize("front", ["a: [1", "a: &x [1]\nb: [*x, *x]", "a: " + "[" * 19_000, "x" * 30_000])
def test_front_matter_that_cannot_be_read_is_one_line(front: str) -> None:
    with pytest.raises(Unreadable, match=r"^a\.md: front matter"):
        read_markdown(f"---\n{front}\n---\ntext", "a.md")


def test_a_file_without_text_is_skipped() -> None:
    with pytest.raises(NotAnArticle):
        read_markdown("---\ntitle: Storm\n---\n", "a.md")


@pytest.mark.parametrize("mark", ["*", "_", "[", "![", "`", "<!-- ", "<script>", "> ", "~~a", "[a]("])
def test_a_file_of_marks_does_not_hang(mark: str) -> None:
    strip_markdown(mark * 20_000)
