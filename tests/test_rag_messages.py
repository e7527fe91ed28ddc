"""What we say ourselves is there in four languages."""

import re
from datetime import date

import pytest

from rag.messages import MESSAGES, MONTHS, language_for, say, say_day, say_month

VALUE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_each_message_is_there_in_each_language_with_the_same_values(language: str) -> None:
    english = MESSAGES["en"]
    assert MESSAGES[language].keys() == english.keys()
    for name, text in MESSAGES[language].items():
        assert sorted(VALUE.findall(text)) == sorted(VALUE.findall(english[name])), name
        assert text == text.strip() and "\n" not in text


def test_no_message_was_left_in_english() -> None:
    # dates are built of values only
    same = {name for name, text in MESSAGES["en"].items() for other in ("de", "fr", "es") if MESSAGES[other][name] == text}
    assert same <= {"day", "month", "month_day", "day_number", "note_opinion", "note_satire", "article_version"}


def test_the_question_s_language_is_answered_in_and_others_get_english() -> None:
    questions = ("Wer leitet die Delegation?", "Qui dirige la délégation ?", "¿Quién dirige la delegación?", "谁领导代表团？", "Rubio?")
    assert [language_for(question) for question in questions] == ["de", "fr", "es", "en", "en"]
    assert say("undated", "zh") == "undated"


def test_braces_in_a_value_stay() -> None:
    assert say("model_stopped", "en", why="{0} {why}").count("({0} {why})") == 1


def test_days_and_months_are_written_as_each_language_does() -> None:
    first = date(2025, 3, 1)
    assert [say_day(first, language) for language in MONTHS] == ["1 March 2025", "1. März 2025", "1er mars 2025", "1 de marzo de 2025"]
    assert say_month(2025, 3, "es") == "marzo de 2025"
