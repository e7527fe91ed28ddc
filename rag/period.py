"""The time that a question's words speak of, and whether it limits what may be found.

A period is *hard* when it says when the news was: "what was reported last week", "news since March", "in February 2025". It then filters
by publication. It is *soft* when it only tells one event from another, or lies where publication dates would mislead:

- it belongs to a noun: "the election of 2021", "the summit of 12 February", "the February 2025 summit";
- it has no beginning, "before September", or is a single calendar day, "on 12 February 2025", unless the question asks for reports:
  what happened then was also written about later. What happened *after* a day cannot have been written before it, so a beginning is hard;
- it stands in a clause before the question, "After the paper wrote on 3 May that …, did …?", or is compared with, "more than in 2024";
- it is a decade, ended more than ten years ago, so that the archive can only look back on it, or is still to come: "next week".

Soft periods stay among the words that are searched for, and that is all they do. A year that belongs to a name, "World Cup 2026",
"Agenda 2030", is no period at all, nor is anything that may be something else: better to miss a time than to invent one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from rag.timerules import Stretch, meaning
from rag.timewords import LANGUAGES, TimeWords, frames_of, patterns_of
from rag.words import FUNCTION_WORDS, language_of
from vectorstore import SearchFilter
from vectorstore.terms import fold

DAY = timedelta(days=1)
Wants = Literal["range", "latest", "as_of"]


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question.

    Attributes:
        since: First day; None for no beginning.
        until: The day after the last; None reaches to now.
        start: Where its words begin in the question.
        end: Where they end.
        wants: What is asked for: what was published in the range, the newest (then mostly without a range), or the state on the last day.
        hard: Whether the range limits what may be found.
        reported: The question asks for what was published then, not for what happened then.
    """

    since: date | None
    until: date | None
    start: int
    end: int
    wants: Wants = "range"
    hard: bool = False
    reported: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    """A time expression: its place, the days it names and the frames that stand before it, from `framed`."""

    rule: str
    start: int
    end: int
    stretch: Stretch
    explicit: bool
    frames: frozenset[str]
    framed: int


def read_period(text: str, language: str | None, now: datetime) -> Period | None:
    """The one period that a question speaks of; several in one question become the range that holds them all.

    Args:
        text: The question.
        language: ISO 639-1 code; None guesses. Times are read in English, German, French and Spanish.
        now: Its day is today.
    """
    periods = find_periods(text, language, now)
    ranges = [period for period in periods if period.wants != "latest"]
    period = _join([one for one in ranges if one.hard] or ranges[:1])
    latest = next((one for one in periods if one.wants == "latest"), None)
    if period is None or latest is None:
        return period or latest
    return replace(period, wants="latest") if period.wants == "range" else period


def find_periods(text: str, language: str | None, now: datetime) -> list[Period]:
    """Every period of a text, in order; `read_period` makes one of them."""
    flat = flatten(text)
    language = language or language_of(text)
    found: list[Period] = []
    for code in (language,) if language else tuple(LANGUAGES):
        found += _find_in(code, text, flat, now.date())
    found.sort(key=lambda period: (period.start - period.end, period.start))
    kept: list[Period] = []
    for period in found:
        if all(period.end <= other.start or other.end <= period.start for other in kept):
            kept.append(period)
    return sorted(kept, key=lambda period: period.start)


def without_words(text: str, periods: Sequence[Period]) -> str:
    """The text without the words of these periods, which were read from it; the text itself when nothing would be left."""
    for period in sorted(periods, key=lambda period: -period.start):
        text = f"{text[: period.start].rstrip()} {text[period.end :].lstrip()}"
    return re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()))


def limit_filter(filter: SearchFilter, period: Period) -> SearchFilter:
    """The filter with a period's range.

    What happened on one day is in the papers of the next, so unless the question asks for reports one day more may be found.
    """
    if period.wants == "as_of":
        return replace(filter, as_of=None if period.until is None else period.until - DAY)
    one_day = period.since is not None and period.until == period.since + DAY
    late = DAY if one_day and not period.reported and period.until is not None else timedelta()
    return replace(filter, since=period.since, until=None if period.until is None else period.until + late)


def flatten(text: str) -> str:
    """Lower case without accents, of the same length, so that places in it are places in the text."""
    plain = "".join((fold(character) or character)[0] for character in text)
    return re.sub(r"\s", " ", plain.translate(PLAIN))


PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"})
NEXT_WORD = re.compile(r"\s+(\w[\w'’]*)")
LAST_WORD = re.compile(r"([\w'’-]+)\s*$")
# what takes a calendar unit away from the calendar: "his last year", "the last week of the campaign"
POSSESSIVES = frozenset("his her its their my your our sein seine seinem seinen ihr ihre ihrem ihren son sa ses leur su sus".split())  # noqa: SIM905
OF = frozenset("of de du des d vor von del before avant antes".split())  # noqa: SIM905
# a progressive or a German participle: something happens, is not merely so
HAPPENING = re.compile(r"\b(?!during|king)\w+ing\b|\b(?!\w*genannt)[a-zäöüß]*ge[a-zäöüß]{3,}(?:t|en)\b")
# named after a day
PLACE = re.compile(
    r"(?:stra(?:ß|ss)e|platz|brücke|allee|rue|place|pont|quai|avenue|avenida|boulevard|calle|plaza|hospital|movimiento|mouvement|square|bridge|movement)"
    r"\s+(?:of|d[eu]l?|des|vom)?\s*$",
    re.IGNORECASE,
)
# days that are the name of something: Labour Day, 11 September, 14 July, 4 July
NAMED_DAYS = ((5, 1), (9, 11), (7, 14), (7, 4))
# what is older is history, of which newer articles tell too
HISTORY = timedelta(days=3653)
COMPARES = frozenset("than as als wie que".split())  # noqa: SIM905
BOUNDS = frozenset(("since", "before", "after", "until", "as_of"))
# before a German year without a preposition, as in "Was wurde 2025 beschlossen?"
GERMAN_BEFORE_YEAR = frozenset(
    "wurde wurden ist sind war waren hat haben hatte hatten wird werden man sich auch noch kann konnte es er sie".split()  # noqa: SIM905
)


def _find_in(language: str, text: str, flat: str, today: date) -> Iterator[Period]:
    if language not in LANGUAGES:
        return
    words = LANGUAGES[language]
    reported = re.search(rf"\b(?:{words.reporting})\b", flat) is not None
    taken: list[_Match] = []
    matches = _matches(language, text, flat, today)
    for one in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.framed for other in taken):
            taken.append(one)
    for one in taken:
        period = _as_period(one, words, flat, today, reported)
        if period is not None:
            yield period
    for pattern in (rf"\b(?:{words.latest})\b", *(pattern.pattern for rule, pattern in patterns_of(language) if rule == "vague")):
        for latest in re.finditer(pattern, flat):
            yield Period(None, None, latest.start(), latest.end(), "latest")


def _matches(language: str, text: str, flat: str, today: date) -> Iterator[_Match]:
    """Every expression that stands where a time can stand."""
    words = LANGUAGES[language]
    for rule, pattern in patterns_of(language):
        if rule == "vague":
            continue
        for found in pattern.finditer(flat):
            stretch = meaning(rule, found, words, today)
            if stretch is None:
                continue
            before = flat[: found.start()]
            framed = {name: match.start() for name, frame in frames_of(language).items() if (match := frame.search(before))}
            explicit = bool(found.groupdict().get("year"))
            one = _Match(rule, *found.span(), stretch, explicit, frozenset(framed), min(framed.values(), default=found.start()))
            if _is_time(one, found, language, text, flat):
                yield one


def _is_time(one: _Match, found: re.Match[str], language: str, text: str, flat: str) -> bool:
    """Whether an expression is a time where it stands, and nothing else."""
    check = CHECKS.get(one.rule)
    return check is None or check(one, found, language, text)


def _check_year(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    if found.groupdict().get("part"):
        return True
    after = _next_word(text, one.end)
    if after and after[0].isdigit():
        return False
    # "in 2000 households", "vor 2020 Zuschauern": a number of something
    counts = after is not None and fold(after) not in FUNCTION_WORDS and not (language == "de" and after[0].islower() and len(after) > 3)
    if counts and not ("since" in one.frames and after and after[0].isupper() and language == "de" and int(found["year"]) % 100):
        return False
    if re.match(r"\s*(?:and|or|und|oder|et|ou|y|o|-)\s*\d", flatten(text[one.end :])):
        return False
    if one.frames & (BOUNDS | {"in", "of"}) or re.search(r"(?:jahre?s?|year|annee|an|ano) \d", flatten(found[0])):
        return True
    before = LAST_WORD.search(text[: one.start])
    if language != "de" or int(found["year"]) % 100 == 0:
        return False
    if before is None:
        return True
    word = before[1]
    return word.islower() and (word in GERMAN_BEFORE_YEAR or fold(word) not in FUNCTION_WORDS) and word.isalpha()


def _check_years(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    after = _next_word(text, one.end)
    counts = after is not None and fold(after) not in FUNCTION_WORDS and not (language == "de" and after[0].islower() and len(after) > 3)
    return not counts and bool(one.frames - {"on"} or re.search(r"bis|to|through|until|hasta", found[0]))


def _check_month(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    parts = found.groupdict()
    if one.explicit or any(parts.get(name) for name in ("part", "last", "this")):
        return True
    # "March on Washington", "trust in May's successor"
    return text[one.end : one.end + 1] not in ("'", "’") and bool(one.frames & (BOUNDS | {"in"}))


def _check_months(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    return one.explicit or bool(one.frames & (BOUNDS | {"in", "between"}))


def _check_date(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    if one.explicit:
        return True
    day = one.stretch.since
    if (day.month, day.day) in NAMED_DAYS and not one.frames & BOUNDS:
        return False
    # "Straße des 17. Juni", "rue du 4 Septembre"
    if "of" in one.frames and PLACE.search(text[: one.framed]):
        return False
    # a day without a year and without a word before it is a name: the hospital "12 de Octubre"
    return bool(one.frames & (BOUNDS | {"on", "of", "between"})) or found[0].startswith(("the ", "le "))


def _check_weekday(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    after = _next_word(text, one.end)
    # "on Saturday Night Live"
    follows = after is None or (fold(after) in FUNCTION_WORDS and after.islower())
    if language in ("fr", "es"):
        # written with a capital letter it is a name: Vendredi saint, Domingo de Ramos
        if text[one.start].isupper() or (after is not None and fold(after) == "de" and language == "es"):
            return False
        if language == "fr" and not one.frames & BOUNDS:
            return not one.frames and follows and LAST_WORD.search(text[: one.start]) is not None
    return bool(one.frames & (BOUNDS | {"on"})) and (follows or language == "de")


def _check_unit(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    """Of a calendar unit that was shifted: it belongs to the calendar, not to a person or an affair."""
    before = LAST_WORD.search(text[: one.start])
    after = _next_word(text, one.end)
    if before and fold(before[1]) in POSSESSIVES:
        return False
    return after is None or language in ("fr", "es") or fold(after) not in OF


def _check_ago(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    after = _next_word(text, one.end)
    return after is None or fold(after) not in OF


def _check_season(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    # "in winter" is every winter, "since winter" the last one
    return one.explicit or bool(one.frames & (BOUNDS - {"as_of"}))


def _check_quarter(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    return one.explicit or bool(one.frames & (BOUNDS | {"in"}))


def _check_days(one: _Match, found: re.Match[str], language: str, text: str) -> bool:
    words = LANGUAGES[language]
    before = text[: one.start].strip(" ¿¡\"'«„“([")
    # USA Today: with a capital letter inside a sentence it is a name
    if before and not text[one.start].islower():
        return False
    if one.rule != "days" or not re.fullmatch("today|heute|aujourd'hui|hoy", found[0]):
        return True
    # "still known today", "the town that is there today", "de hoy en día": the present age
    happening = HAPPENING.search(text) or re.search(rf"\b(?:{words.reporting})\b", flatten(text))
    return happening is not None or not re.search(rf"\b(?:{words.state})\b", flatten(text))


CHECKS = {
    "date": _check_date,
    "month": _check_month,
    "months": _check_months,
    "year": _check_year,
    "years": _check_years,
    "quarter": _check_quarter,
    "season": _check_season,
    "weekday": _check_weekday,
    "days": _check_days,
    "shifted": _check_unit,
    "ago": _check_ago,
    "rolling": _check_ago,
}


def _as_period(one: _Match, words: TimeWords, flat: str, today: date, reported: bool) -> Period | None:
    since: date | None = one.stretch.since
    until = one.stretch.until
    frames = one.frames
    wants: Wants = "range"
    hard = one.rule != "decade"
    if "as_of" in frames:
        wants, since = "as_of", None
    elif "since" in frames:
        until = None
    elif "after" in frames:
        since, until = until, None
    elif "before" in frames or "until" in frames:
        until, since = (one.stretch.since if "before" in frames else until), None
        hard = reported
    elif _belongs_to_noun(one, words, flat):
        hard = False
    elif one.rule == "date":
        hard = reported
    if since is None and until is None:
        return None
    # a limit that is still to come leaves nothing out, and what is still to come has not been written
    if since is None and until is not None and until > today + DAY:
        return None
    past = (until or today) >= today - HISTORY or reported
    coming = since is not None and since > today
    return Period(since, until, one.framed, one.end, wants, hard and past and not coming and not _is_aside(one, words, flat), reported)


def _is_aside(one: _Match, words: TimeWords, flat: str) -> bool:
    before = LAST_WORD.search(flat[: one.framed])
    if before and before[1] in COMPARES:
        return True
    opening = re.match(rf"\W*(?:{words.clause})\b", flat)
    return opening is not None and opening.end() < one.framed


def _belongs_to_noun(one: _Match, words: TimeWords, flat: str) -> bool:
    if "of" in one.frames and not one.frames & {"in"} and one.rule not in ("dates", "months", "years"):
        # "the articles of last week" are dated so themselves
        noun = LAST_WORD.search(flat[: one.framed])
        return noun is None or re.fullmatch(words.reporting, noun[1]) is None
    # "the February 2025 summit"
    following = re.match(r" ([\w']+)", flat[one.end :])
    article = flat[: one.start].endswith("the ")
    return article and one.explicit and following is not None and following[1] not in FUNCTION_WORDS


def _join(periods: Sequence[Period]) -> Period | None:
    if len(periods) < 2:
        return next(iter(periods), None)
    first, last = periods[0], periods[-1]
    begins = [period.since for period in periods if period.since is not None]
    ends = [period.until for period in periods if period.until is not None]
    # "since March … until yesterday" has one of each; otherwise what is open on one side stays open
    open_ended = len(ends) < len(periods) and len(begins) == len(periods)
    since = min(begins) if begins else None
    until = None if open_ended or not ends else max(ends)
    if since is not None and until is not None and since >= until:
        return first
    return replace(first, since=since, until=until, start=first.start, end=last.end)


def _next_word(text: str, end: int) -> str | None:
    found = NEXT_WORD.match(text, end)
    return found[1] if found else None
