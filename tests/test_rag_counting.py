"""What a question counts, and which numbers may count it."""

import pytest

from rag.counting import amounts_asked, asks_price_or_age, counted_in, may_count


def test_what_is_counted_stands_behind_how_many() -> None:
    assert counted_in("How many people died?") == "people died?"
    assert counted_in("Wie viele Häuser brannten?") == "hauser brannten?"
    assert counted_in("Who died?") == ""


def test_a_price_and_an_age_are_told_by_no_other_number() -> None:
    assert asks_price_or_age("¿Cuánto cuesta el puente?") and asks_price_or_age("Wie alt ist die Bürgermeisterin?")
    assert not asks_price_or_age("How many people died?")


@pytest.mark.parametrize(
    ("question", "sentence", "all_of_them", "asked"),
    [
        ("How many jobs go?", "The yard cuts 340 of 1,900 jobs.", ["340", "1,900"], ["340"]),
        ("How many were injured?", "At the quay 17 were injured, two of them seriously.", ["17", "two"], ["17"]),
        ("How many megawatts has it?", "Its power rises from 400 to 650 megawatts.", ["650"], ["650"]),
        ("What does the bridge cost?", "The two bridges cost 90 million euros.", ["90 million"], ["90 million"]),
        ("How many people died on 3 May?", "On 3 May 12 people died.", ["12"], ["12"]),
    ],
)
def test_of_the_numbers_that_may_count_it_parts_and_wholes_are_not_asked_for(
    question: str, sentence: str, all_of_them: list[str], asked: list[str]
) -> None:
    assert [one.text for one in may_count(question, sentence, "en")] == all_of_them
    assert [one.text for one in amounts_asked(question, sentence, "en")] == asked
