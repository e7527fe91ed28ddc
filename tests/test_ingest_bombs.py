"""Pages made to keep a parser busy."""

import pytest

from ingest.bombs import is_bomb


@pytest.mark.parametrize("value", ["", "=x", "='>'", '="<p>"', " = 'a b'"])
def test_a_tag_of_very_many_attributes_is_a_bomb(value: str) -> None:
    assert is_bomb("<html><p " + " ".join(f"a{number}{value}" for number in range(60_000)) + ">")


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "words and words " * 50_000,
        "<script>" + "var a = b < c; " * 50_000 + "</script><p>",
        "<!-- " + "a=b " * 100_000 + "--><p>",
        "<p title='" + "a=b " * 100_000 + "'>",
        "<!-- " * 100_000,
    ],
)
def test_a_large_page_is_none(page: str) -> None:
    assert not is_bomb(page)
