"""Articles out of plain text files."""

import pytest

from ingest.errors import NotAnArticle
from ingest.plain import read_plain

TEXT = """Brücke bleibt gesperrt

Von Katrin Oesterle
13.02.2025

Die Brücke bleibt nach Angaben der Stadt bis zum 30. April gesperrt.

Foto: Imke Sund
Ein Pfeiler hat Risse, heißt es in einem Gutachten, das die Stadt am Montag vorlegte.
"""


def test_a_pasted_page_becomes_an_article() -> None:
    article = read_plain(TEXT, "a.txt")
    assert (article.title, article.language, article.authors, str(article.published)) == (
        "Brücke bleibt gesperrt",
        "de",
        ("Katrin Oesterle",),
        "2025-02-13",
    )
    assert article.text.split("\n\n") == [
        "Die Brücke bleibt nach Angaben der Stadt bis zum 30. April gesperrt.",
        "Ein Pfeiler hat Risse, heißt es in einem Gutachten, das die Stadt am Montag vorlegte.",
    ]
    assert [str(time) for time in article.mentioned] == ["2025-04-30"]
    assert (article.url, article.source, article.fetched) == (None, "", None)


@pytest.mark.parametrize("text", ["x", "Titel", "Titel\n\nAnzeige\n\nNewsletter abonnieren", "|\n|\n|"])
def test_what_holds_next_to_no_text_is_skipped(text: str) -> None:
    with pytest.raises(NotAnArticle, match="too short for an article"):
        read_plain(text, "a.txt")


def test_a_line_of_300_000_characters_is_an_article() -> None:
    assert len(read_plain("x" * 300_000, "a.txt").text) == 300_000
