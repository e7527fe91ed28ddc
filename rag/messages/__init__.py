"""What we say ourselves beside quotes and models' words, in the language of the question.

How to add a message: give it a name of lower-case words joined by `_`, and write it under that name in `english.py`, `german.py`,
`french.py` and `spanish.py`; `{name}` stands for a value. `tests/test_rag_messages.py` holds that each is in all four, with the same
values. Then `say("nothing_found", language_for(question))`. What another language asks gets English.
"""

from collections.abc import Mapping
from datetime import date

from rag.messages import english, french, german, spanish
from vectorstore.function_words import language_of

ENGLISH = "en"
MESSAGES: Mapping[str, Mapping[str, str]] = {
    ENGLISH: english.MESSAGES,
    "de": german.MESSAGES,
    "fr": french.MESSAGES,
    "es": spanish.MESSAGES,
}
MONTHS: Mapping[str, tuple[str, ...]] = {
    ENGLISH: english.MONTHS,
    "de": german.MONTHS,
    "fr": french.MONTHS,
    "es": spanish.MONTHS,
}


def say(name: str, language: str, **values: object) -> str:
    """The message in that language, in English where we do not speak it.

    Values are put in as they are: a brace in one stays a brace. Raises KeyError for a name that no message has.

    >>> say("undated", "fr")
    'sans date'
    """
    return MESSAGES.get(language, MESSAGES[ENGLISH])[name].format(**values)


def language_for(question: str) -> str:
    """The language that we answer in: the question's, if it is one of the four, else `en`."""
    language = language_of(question)
    return language if language is not None and language in MESSAGES else ENGLISH


def say_day(day: date, language: str) -> str:
    """A day as it is written in that language.

    >>> [say_day(date(2025, 2, 13), language) for language in ("en", "de", "es")]
    ['13 February 2025', '13. Februar 2025', '13 de febrero de 2025']
    """
    return say("day", language, day=_ordinal(day.day, language), month=_month(day.month, language), year=day.year)


def say_month_day(day: date, language: str) -> str:
    """A day without its year."""
    return say("month_day", language, day=_ordinal(day.day, language), month=_month(day.month, language))


def say_day_number(day: date, language: str) -> str:
    """A day of a month that is named right after: `1`, `1.`, `1er`."""
    return say("day_number", language, day=_ordinal(day.day, language))


def say_month(year: int, month: int, language: str) -> str:
    return say("month", language, month=_month(month, language), year=year)


def _month(month: int, language: str) -> str:
    return MONTHS.get(language, MONTHS[ENGLISH])[month - 1]


def _ordinal(day: int, language: str) -> str:
    return "1er" if language == "fr" and day == 1 else str(day)
