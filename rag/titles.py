"""Which offices a text names, and where: those of the lists, and one that only a question tells."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rag.comparisons.mentions import fold_in_place
from rag.officewords import DEPUTY, DEPUTY_AFTER, DEPUTY_BEFORE, DEPUTY_PREFIX, LEADER, LED, SEVERAL, WORDS
from rag.words import FUNCTION_WORDS
from vectorstore import Span
from vectorstore.terms import WORD, fold


@dataclass(frozen=True, slots=True)
class Mention:
    """An office where a text names it. `offices` is more than one where a word may be either; a deputy's begins with DEPUTY."""

    offices: frozenset[str]
    span: Span


# of a word for a woman, a man or several: "bâtonnière", "administratrice", "Obfrau", "Baurätinnen"
_ENDING = r"(?:innen|in|rice|rices|eur|eurs|euse|esse|e|a|o|as|os|es|s|en|n)"
_BARE = re.compile(rf"(?<=\w{{4}}){_ENDING}\Z(?<!ss)")
_MAN = re.compile(r"(?:mann|frau|man|woman)\Z")


@lru_cache(maxsize=1 << 10)
def mentions_in(text: str, own: str = "") -> tuple[Mention, ...]:
    """The offices that a text names or tells the work of, in order.

    Args:
        own: One that no list knows, folded, as `rag.unlisted.office_asked` finds it.
    """
    folded = fold_in_place(text)
    several = [(_rank(found["before"]) + own, Span(*found.span())) for found in _form(own).finditer(folded)] if own else []
    several += [(office, Span(found.start(), found.end())) for office, pattern in SEVERAL for found in pattern.finditer(folded)]
    taken: list[tuple[frozenset[str], Span]] = []
    for office, span in sorted(several, key=lambda one: (one[1].start, -one[1].end)):
        if not taken or span.start >= taken[-1][1].end:
            taken.append((frozenset((office,)), span))
    words = [Span(word.start(), word.end()) for word in WORD.finditer(folded)]
    inside = {place for _, span in taken for place in range(span.start, span.end)}
    taken += [
        (offices, word) for word in words if word.start not in inside and (offices := offices_of(fold(folded[word.start : word.end])))
    ]
    return tuple(_by_rank(folded, Mention(offices, span)) for offices, span in sorted(taken, key=lambda one: one[1]))


@cache
def _form(office: str) -> re.Pattern[str]:
    """An office's words with any ending of gender or number, or in a deputy's title."""
    words = r"[\s-]+".join(_any_form(word) for word in office.split())
    return re.compile(rf"\b(?P<before>vize|vice|ko|co|sub)?-?{words}\b")


def _any_form(word: str) -> str:
    bare = _MAN.sub("", word)
    return rf"{bare}(?:mann|frau|man|woman)" if bare != word else rf"{_BARE.sub('', word)}{_ENDING}?"


def _rank(before: str | None) -> str:
    return DEPUTY if before else ""


def _by_rank(folded: str, mention: Mention) -> Mention:
    """A deputy's office where the words beside say so, with them."""
    before = DEPUTY_BEFORE.search(folded[: mention.span.start])
    after = DEPUTY_AFTER.match(folded[mention.span.end :])
    if not before and not after:
        return mention
    start = before.start() if before else mention.span.start
    end = mention.span.end + (after.end() if after else 0)
    return Mention(frozenset(DEPUTY + office.removeprefix(DEPUTY) for office in mention.offices), Span(start, end))


def offices_in(text: str, own: str = "") -> frozenset[str]:
    """The offices that a text names or tells the work of; `own` as in `mentions_in`."""
    return frozenset(office for mention in mentions_in(text, own) for office in mention.offices)


def is_office_word(word: str) -> bool:
    return bool(offices_in(word))


def without_offices(text: str, own: str = "") -> str:
    """A text without the words that name offices: of "the finance minister of Varland", "the of Varland"."""
    for mention in reversed(mentions_in(text, own)):
        text = text[: mention.span.start] + text[mention.span.end :]
    return text


def shares_office(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether one of the offices told may be one of those asked for: a finance minister is a minister, and a chief executive a leader."""
    return any(_is_one(one, other) for one in asked for other in told)


def _is_one(asked: str, told: str) -> bool:
    is_kind_of = told.endswith(f" {asked}") and not told.startswith(DEPUTY)
    return asked == told or is_kind_of or (told == LEADER and asked in LED) or (asked == LEADER and told in LED)


@cache
def offices_of(word: str) -> frozenset[str]:
    """The offices that one folded word names."""
    if word in FUNCTION_WORDS and word != "head":
        return frozenset()
    prefix = DEPUTY_PREFIX.match(word)
    stands_for = _named(word[prefix.end() :]) if prefix else frozenset()
    return frozenset(DEPUTY + office for office in stands_for) or _named(word)


def _named(word: str) -> frozenset[str]:
    return frozenset(office for office, pattern in WORDS if pattern.fullmatch(word))
