"""Which addresses are of one owner."""

import pytest

from ingest.sites import same_site, site_of

PAPER = "https://www.paper.example/a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAPER, "http://paper.example/b"),
        (PAPER, "https://m.paper.example/a"),
        (PAPER, "https://amp.paper.example:8443/a?x=1"),
        (PAPER, "https://WWW.PAPER.EXAMPLE./a"),
        ("https://news.paper.co.uk/", "https://paper.co.uk/"),
        ("https://edicao.jornal.com.br/", "https://jornal.com.br/"),
        ("https://bücher.example/", "https://www.xn--bcher-kva.example/"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/b"),
        ("http://[::1]/a", "http://[::1]/b"),
        ("http://localhost/a", "http://localhost/b"),
    ],
)
def test_names_under_one_registered_name_are_one_site(one: str, other: str) -> None:
    assert same_site(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAPER, "https://evil.example/a"),
        (PAPER, "https://paper.example.evil.test/a"),
        (PAPER, "https://wwwpaper.example/a"),
        ("https://paper.co.uk/", "https://other.co.uk/"),
        # whoever lets anybody have a name below theirs is no owner of it
        ("https://paper.github.io/", "https://evil.github.io/"),
        ("https://paper.blogspot.com/", "https://evil.blogspot.com/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:9000/"),
        ("http://10.0.0.1/", "http://11.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://localhost/", PAPER),
        ("co.uk", "co.uk"),
        ("", ""),
        ("http://[broken", "http://[broken"),
        ("http://a.example:99999999/", "http://a.example/"),
    ],
)
def test_names_of_different_owners_are_different_sites(one: str, other: str) -> None:
    assert not same_site(one, other)


def test_a_name_that_is_no_name_stands_for_itself() -> None:
    assert site_of(f"https://{'a' * 70}.example/") == f"{'a' * 70}.example"
