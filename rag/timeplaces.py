"""Where a time expression is a time, and where it is a name, a number or a habit."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rag.stretches import Stretch
from rag.timepatterns import following_of, frames_of, patterns_of
from rag.timerules import meaning
from rag.timewords import LANGUAGES
from rag.words import FUNCTION_WORDS
from vectorstore.terms import fold

PLAIN = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"})
NEXT_WORD = re.compile(r"\s+(\w[\w'’]*)")
LAST_WORD = re.compile(r"([\w'’-]+)\s*$")
# characters before an expression that are looked at: more than any frame or word has that matters
REACH = 40
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
BOUNDS = frozenset(("since", "before", "after", "until", "as_of"))
NAMED_YEAR = re.compile(r"(?:jahre?s?|year|annee|an|ano) \d")
# "1999 or 2001 seats"; also a digit that follows at once
ANOTHER_NUMBER = re.compile(r"\s*(?:and|or|und|oder|et|ou|y|o|-|–)?\s*\d")
# small words before a German year without a preposition
GERMAN_BEFORE_YEAR = frozenset(
    "wurde wurden ist sind war waren hat haben hatte hatten wird werden man sich auch noch kann konnte es er sie".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its place, the days it names and the frames that stand before it, from `framed`."""

    rule: str
    start: int
    end: int
    stretch: Stretch
    explicit: bool
    frames: frozenset[str]
    framed: int


def find_expressions(language: str, text: str, flat: str, today: date) -> Iterator[Expression]:
    """Every expression that stands where a time can stand."""
    words = LANGUAGES[language]
    for rule, pattern in patterns_of(language):
        if rule == "vague":
            continue
        for found in pattern.finditer(flat):
            stretch = meaning(rule, found, words, today)
            if stretch is None:
                continue
            framed = {
                name: match.start()
                for name, frame in frames_of(language).items()
                if (match := frame.search(flat, max(0, found.start() - REACH), found.start()))
            }
            behind = {name: match.end() for name, frame in following_of(language).items() if (match := frame.match(flat, found.end()))}
            one = Expression(
                rule,
                found.start(),
                max(behind.values(), default=found.end()),
                stretch,
                bool(found.groupdict().get("year")),
                frozenset(framed) | frozenset(behind),
                min(framed.values(), default=found.start()),
            )
            # what stands beside a time tells nothing where words are not parted: there its own pattern says it
            check = CHECKS.get(rule) if words.spaced else None
            if check is None or check(one, found, language, text):
                yield one


def _check_year(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    if found.groupdict().get("part"):
        return True
    # "seit 2019 Bürgermeister"
    of_state = language == "de" and "since" in one.frames and int(found["year"]) % 100 > 0
    if (_counts(text, one.end, language) and not of_state) or ANOTHER_NUMBER.match(text, one.end):
        return False
    if one.frames & (BOUNDS | {"in", "of"}) or NAMED_YEAR.search(found[0]):
        return True
    return language == "de" and int(found["year"]) % 100 > 0 and _is_bare_german_year(last_word(text, one.start))


def _counts(text: str, end: int, language: str) -> bool:
    """Whether the number that ends there counts what follows: "in 2000 households", "vor 2020 Zuschauern"."""
    after = _next_word(text, end)
    if after is None or fold(after) in FUNCTION_WORDS:
        return False
    # German nouns have capital letters, and units of measure are short
    return language != "de" or after[0].isupper() or len(after) <= 3


def _is_bare_german_year(word: str) -> bool:
    """Whether a year may follow a word ("" at the beginning) without a preposition.

    It may in "Was wurde 2025 beschlossen?", not in "der 2000" and "Agenda 2030".
    """
    if not word:
        return True
    return word.islower() and word.isalpha() and (word in GERMAN_BEFORE_YEAR or fold(word) not in FUNCTION_WORDS)


def _check_years(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    return not _counts(text, one.end, language) and bool(one.frames - {"on"} or re.search(r"bis|to|through|until|hasta", found[0]))


def _check_month(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    parts = found.groupdict()
    if one.explicit or any(parts.get(name) for name in ("part", "last", "this")):
        return True
    # "March on Washington", "trust in May's successor"
    return text[one.end : one.end + 1] not in ("'", "’") and bool(one.frames & (BOUNDS | {"in"}))


def _check_months(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    return one.explicit or bool(one.frames & (BOUNDS | {"in", "between"}))


def _check_date(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    if one.explicit:
        return True
    day = one.stretch.since
    if (day.month, day.day) in NAMED_DAYS and not one.frames & BOUNDS:
        return False
    # "Straße des 17. Juni", "rue du 4 Septembre"
    if "of" in one.frames and PLACE.search(text, max(0, one.framed - REACH), one.framed):
        return False
    # a day without a year and without a word before it is a name: the hospital "12 de Octubre"
    return bool(one.frames & (BOUNDS | {"on", "of", "between"})) or found[0].startswith(("the ", "le "))


def _check_weekday(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    after = _next_word(text, one.end)
    # "on Saturday Night Live"
    follows = after is None or (fold(after) in FUNCTION_WORDS and after.islower())
    if language in ("fr", "es"):
        # written with a capital letter it is a name: Vendredi saint, Domingo de Ramos
        if text[one.start].isupper() or (after is not None and fold(after) == "de" and language == "es"):
            return False
        if language == "fr" and not one.frames & BOUNDS:
            # "un dimanche" is any Sunday, and the name of a film
            return not one.frames and follows and fold(last_word(text, one.start)) not in ("", "un")
    return bool(one.frames & (BOUNDS | {"on"})) and (follows or language == "de")


def _check_unit(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    """Of a calendar unit that was shifted: it belongs to the calendar, not to a person or an affair."""
    before, after = last_word(text, one.start), _next_word(text, one.end)
    # "Who directed Last Summer?"
    if fold(before) in POSSESSIVES or (before and text[one.start].isupper()):
        return False
    return after is None or language in ("fr", "es") or fold(after) not in OF


def _check_ago(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    after = _next_word(text, one.end)
    return after is None or fold(after) not in OF


def _check_season(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    # "in winter" is every winter, "since winter" the last one
    return one.explicit or bool(one.frames & (BOUNDS - {"as_of"}))


def _check_quarter(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
    return one.explicit or bool(one.frames & (BOUNDS | {"in"}))


def _check_days(one: Expression, found: re.Match[str], language: str, text: str) -> bool:
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


Check = Callable[[Expression, re.Match[str], str, str], bool]
CHECKS: Mapping[str, Check] = {
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


@lru_cache(maxsize=8)  # the same question is looked at by each language
def flatten(text: str) -> str:
    """Lower case without accents, of the same length, so that places in it are places in the text."""
    plain = "".join((fold(character) or character)[0] for character in text)
    return re.sub(r"\s", " ", plain.translate(PLAIN))


def last_word(text: str, end: int) -> str:
    """The word that ends before `end`; "" at the beginning and after a mark."""
    found = LAST_WORD.search(text, max(0, end - REACH), end)
    return found[1] if found else ""


def _next_word(text: str, end: int) -> str | None:
    found = NEXT_WORD.match(text, end)
    return found[1] if found else None
