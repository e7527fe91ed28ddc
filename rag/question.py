"""A question and the conversation before it -> a question that stands alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from rag.errors import ModelFailed
from rag.offices import asks_for_holder
from rag.outlets import Outlets, without_outlets
from rag.period import Period, find_periods, limit_filter, read_period, without_words
from rag.spelled import spell_period
from rag.types import Query, Turn
from rag.words import FUNCTION_WORDS, INTERROGATIVES, PRONOUNS, language_of, words_of
from vectorstore import SearchFilter

LONGEST_QUESTION = 2000
# what a conversation refers to lies in its last turns; more only costs a model's context
KEPT_TURNS = 6
KEPT_CHARACTERS = 8000

MARK = re.compile(r"\s?\[\w{1,6}(?:\s*[,;]\s*\w{1,6})*\]")
CONNECTIVE = re.compile(
    r"\s*(?:and|but|also|or|what about|how about|und|aber|oder|auch|was ist mit|wie steht es|et|mais|ou|y|e|pero|que tal|qu[eé] hay de)\b",
    re.IGNORECASE,
)

Condense = Callable[[str, Sequence[Turn]], str]


def make_query(
    question: object, history: Sequence[Any] = (), filter: SearchFilter | None = None, condense: Condense | None = None
) -> Query:
    """The question, checked and made whole.

    Args:
        question: 1 to 2,000 characters, not counting white space around them.
        history: Earlier turns, oldest first: `Turn`s or pairs (question, answer).
        filter: What may be found; None for everything.
        condense: Writes a follow-up as a question of its own; may raise `ModelFailed`. None joins the words of the last question.

    Raises:
        ValueError: The question, a turn or the filter is not what is said above.
    """
    text = check_question(question)
    turns = read_history(history)
    return Query(question=text, text=_stand_alone(text, turns, condense), filter=check_filter(filter))


def limit_time(query: Query, now: datetime) -> Query:
    """The query with the time that its question speaks of; a hard period becomes its filter.

    A follow-up without a time of its own has that of the question it leans on. Dates that the caller gave stand alone:
    then nothing is read out of the words.
    """
    if query.filter.is_dated:
        return query
    language = language_of(query.question)
    period = read_period(query.question, language, now) or read_period(query.text, language, now)
    if period is not None and _asks_for_state(query, period):
        # "Who was mayor in March 2026?" is answered by what was known at its end, however old
        period = replace(period, since=None, wants="as_of")
    if period is None or not (period.hard or period.wants == "latest"):
        return replace(query, text=_state_dates(query.text, query, period), period=period)
    found = find_periods(query.text, language_of(query.text), now)
    text = without_words(query.text, [one for one in found if one.hard or one.wants == "latest"])
    # "What happened in February 2025?": the dates are all there is to search for
    text = text if any(word not in FUNCTION_WORDS for word in words_of(text)) else query.text
    limits = limit_filter(query.filter, period) if period.hard else query.filter
    return replace(query, text=_state_dates(text, query, period), filter=limits, period=period)


def _asks_for_state(query: Query, period: Period) -> bool:
    """Whether a question asks who held an office in a time that has an end; reports of that time it does not ask for."""
    return period.hard and period.wants == "range" and period.until is not None and not period.reported and asks_for_holder(query.question)


def _state_dates(text: str, query: Query, period: Period | None) -> str:
    """The text with the dates that a period's words only point at, as "last year" does, where articles would state them."""
    spelled = "" if period is None else spell_period(period, language_of(query.question))
    return text if not spelled or spelled in text else f"{text} {spelled}"


def forget_time(query: Query) -> Query:
    """The query without what was read out of its words; they are not searched for either."""
    return replace(query, filter=replace(query.filter, since=None, until=None, as_of=None), period=None)


def limit_outlets(query: Query, find: Callable[[str], Outlets]) -> Query:
    """The query with the papers or the language that its question asks for as its filter.

    A follow-up that names none has those of the question it leans on. What the caller limited stands as it is.

    Args:
        find: Reads them out of a question.
    """
    read = find(query.question) or find(query.text)
    outlets = replace(
        read,
        sources=() if query.filter.sources else read.sources,
        languages=() if query.filter.languages else read.languages,
    )
    if not outlets:
        return query
    limits = replace(
        query.filter,
        sources=outlets.sources or query.filter.sources,
        languages=outlets.languages or query.filter.languages,
    )
    return replace(query, text=without_outlets(query.text, find(query.text)), filter=limits, outlets=outlets)


def forget_outlets(query: Query, *, sources: bool, languages: bool) -> Query:
    """The query without the papers, or the languages, that were read out of its words; they are not searched for either."""
    kept = replace(
        query.outlets,
        sources=() if sources else query.outlets.sources,
        languages=() if languages else query.outlets.languages,
    )
    limits = query.filter
    if kept.sources != query.outlets.sources:
        limits = replace(limits, sources=())
    if kept.languages != query.outlets.languages:
        limits = replace(limits, languages=())
    return replace(query, filter=limits, outlets=kept if kept else Outlets())


def check_question(question: object) -> str:
    if not isinstance(question, str):
        raise ValueError(f"a question is a text, not {type(question).__name__}; pass a string")
    text = " ".join(question.split())
    if not 1 <= len(text) <= LONGEST_QUESTION:
        raise ValueError(f"a question has 1 to {LONGEST_QUESTION} characters, this one {len(text)}; write it in a sentence or two")
    return text


def check_filter(filter: object) -> SearchFilter:
    if filter is None:
        return SearchFilter()
    if not isinstance(filter, SearchFilter):
        raise ValueError(f"a filter is a SearchFilter, not {type(filter).__name__}; pass SearchFilter(since=…, sources=…)")
    return filter


def read_history(history: Sequence[Any]) -> list[Turn]:
    """The last turns, without marks: the numbers of an old answer name other quotes than those of a new one."""
    turns: list[Turn] = []
    room = KEPT_CHARACTERS
    for entry in reversed(list(history)[-KEPT_TURNS:]):
        turn = _read_turn(entry)
        turn = Turn(turn.question[:LONGEST_QUESTION], MARK.sub("", turn.answer)[: max(0, room - len(turn.question))])
        room -= len(turn.question) + len(turn.answer)
        if room < 0:
            break
        turns.insert(0, turn)
    return turns


def longest_line(question: str) -> int:
    """Characters that a rewritten question may have; what is longer explains or answers instead."""
    return 4 * len(question) + 200


def is_follow_up(question: str) -> bool:
    """Whether a question cannot be understood without the one before it.

    >>> [is_follow_up(text) for text in ("And in January?", "Und wer noch?", "Where does he live?", "Who leads the US delegation?")]
    [True, True, True, False]
    """
    words = words_of(question)
    if CONNECTIVE.match(question) or not PRONOUNS.isdisjoint(words):
        return True
    if all(word in FUNCTION_WORDS for word in words):
        return True
    return len(words) <= 3 and INTERROGATIVES.isdisjoint(words)


def _stand_alone(question: str, turns: Sequence[Turn], condense: Condense | None) -> str:
    if not turns:
        return question
    if condense is not None:
        try:
            written = " ".join(condense(question, turns).split())
            # a model that answers, explains or stays silent instead has not done what it was asked
            if 1 <= len(written) <= longest_line(question) and written.rstrip("\"'”»").endswith(("?", "？", "؟")):
                return written.strip("\"'“”«» ")[:LONGEST_QUESTION]
        except ModelFailed:
            pass  # the words of the last question serve as well as they do without a model
    return _join(question, turns)


def _join(question: str, turns: Sequence[Turn]) -> str:
    if not is_follow_up(question):
        return question
    # a follow-up of a follow-up leads back to the question that stood alone
    standing = next((turn.question for turn in reversed(turns) if not is_follow_up(turn.question)), turns[-1].question)
    return f"{standing} {question}"[:LONGEST_QUESTION]


def _read_turn(entry: Any) -> Turn:
    if isinstance(entry, Turn):
        return entry
    if isinstance(entry, (list, tuple)) and len(entry) == 2 and all(isinstance(part, str) for part in entry):
        return Turn(*entry)
    raise ValueError(f"a turn is a pair of texts, question and answer, not {type(entry).__name__}; pass (question, answer)")
