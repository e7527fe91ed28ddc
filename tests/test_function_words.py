"""Small words tell a question's language, and are not what it is about."""

import pytest

from vectorstore.function_words import drop_function_words, language_of


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("Who won the war in the US?", "won war US"),
        ("Wer hat den Krieg gewonnen?", "Krieg gewonnen"),
        ("Qui a gagné la guerre ?", "gagné guerre"),
        ("¿Quién ganó la guerra?", "ganó guerra"),
        ("谁赢了战争？", "谁赢了战争？"),
        ("Rubio Ratcliffe", "Rubio Ratcliffe"),
        ("Who is it?", "Who is it?"),
        ("", ""),
    ],
)
def test_what_is_left_is_what_the_question_is_about(question: str, matter: str) -> None:
    assert drop_function_words(question) == matter


def test_a_question_with_an_inverted_mark_is_spanish() -> None:
    # its small words are French ones, too
    assert language_of("¿Qué pasó en Sierra Clara en julio de 2026?") == "es"


def test_a_small_word_of_another_language_stays() -> None:
    # "war" is German for "was", "son" French for "his"
    assert drop_function_words("Was the son killed in the war?") == "son killed war"
    assert language_of("Was the son killed in the war?") == "en"
