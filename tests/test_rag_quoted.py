"""Quotes and their points as text: labels in the question's language, the direct answer in bold, nothing foreign obeyed."""

from typing import get_args

import pytest

from rag.messages import MESSAGES
from rag.quoted import label_note, label_standing, write_heads, write_quotes
from rag.types import Citation, Note, Point, Standing
from vectorstore import Timestamp

MONDAY = Timestamp(1739404800, "day", "meta")


def citation(quote: str, source: str = "Hafenblatt", published: Timestamp | None = MONDAY) -> Citation:
    return Citation(quote, 0, len(quote), "a", 1, "Title", "", source, published, "de")


def test_a_quote_without_a_point_has_source_date_and_number() -> None:
    assert write_quotes([citation("Er kam.")]) == "“Er kam.” — Hafenblatt, 13 February 2025 [1]"


def test_the_direct_answer_stands_in_bold_above_its_quote() -> None:
    text = write_quotes([citation("Es kamen Rubio und Waltz.")], [Point(1, direct=("Rubio", "Waltz"))])
    assert text.splitlines()[0] == "**Rubio**, **Waltz**"


def test_labels_are_in_the_language_of_the_question() -> None:
    quotes = [citation("Aydin ist im Amt."), citation("Brodersen war im Amt.")]
    points = [Point(1, "holds", ("Aydin",)), Point(2, "former", ("Brodersen",))]
    assert write_heads(quotes, points, "de") == ["Zuletzt bekannt (Stand 13. Februar 2025): **Aydin**", "Zuvor: **Brodersen**"]
    assert write_heads(quotes, points, None)[1] == "Before: **Brodersen**"


def test_what_the_quote_before_said_is_not_said_again() -> None:
    quotes = [citation("Es waren 17."), citation("17 sind es.")]
    assert write_heads(quotes, [Point(1, direct=("17",)), Point(2, direct=("17",))]) == ["**17**", ""]


def test_points_in_a_row_with_one_quote_print_it_once() -> None:
    quotes = [citation("Peter Mossberg leitet das Amt, Hanna Lindqvist ging.")]
    text = write_quotes(quotes, [Point(1, "acting", ("Peter Mossberg",)), Point(1, "former", ("Hanna Lindqvist",))])
    assert text.splitlines()[:2] == ["Acting: **Peter Mossberg**", "Before: **Hanna Lindqvist**"]
    assert text.count("leitet das Amt") == text.count("[1]") == 1


def test_independent_sources_copies_and_notes_stand_beside_the_date() -> None:
    text = write_quotes([citation("Es brannte.")], [Point(1, sources=3, copies=12, notes=("corrected", "opinion"))])
    assert text.endswith("— Hafenblatt, 13 February 2025, 3 independent sources, copies: 12, article corrected, opinion [1]")


def test_a_number_in_brackets_that_an_article_wrote_points_at_none_of_our_quotes() -> None:
    assert write_quotes([citation("So [2] steht es.")]).startswith("“So (2) steht es.”")


@pytest.mark.parametrize("language", MESSAGES)
def test_every_language_has_every_label(language: str) -> None:
    assert all(label_standing(standing, language) for standing in get_args(Standing) if standing not in ("says", "event"))
    assert all(label_note(note, language) for note in get_args(Note))
    assert label_standing("says", language) == "", "a quote that only answers says so itself"
