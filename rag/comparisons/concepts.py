"""A text -> the things of our vocabulary that it speaks of."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rag.comparisons.opposites import OPPOSITES
from rag.comparisons.places import PLACES
from rag.comparisons.synonyms import SYNONYMS
from rag.comparisons.vocabulary import GROUPS
from vectorstore.later import compile_later
from vectorstore.terms import WORD, fold

LANGUAGES = ("en", "de", "fr", "es")
# a German word in front of another makes one word of both: -museum, -gericht; of a short word anything ends in it
SHORTEST_HEAD, LEAST_BEFORE_HEAD = 6, 3
# by so many letters a way to say a thing is looked up, where it stands at the beginning of a word and where it may stand within one
FIRST, WITHIN = 3, 5
# "trat zurück", "trat am Montag nach langem Streit zurück"
BETWEEN = r" (?:\w+ ){0,8}"
# a country, and a pronoun when folded
US = re.compile(r"\bUS\b|\bU\.S\.|\bEE\. ?UU\.")
SMALL = re.compile(r"\b[a-z]+\b")
# "irán a reconstruir": they will
WILL_GO = re.compile(r"\birán\b")
# what somebody does, or what becomes of them: not who, where or how many
DEED_GROUPS = frozenset(("harm to people", "deals"))
_DEEDS = "resign attend demonstrat meet travel damag sign elect attack build pay begin_with replac appoint"
DEEDS = frozenset(_DEEDS.split())


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing. `group` names those that it excludes; `sign` is 1 or -1 for one of a pair of opposites, else 0."""

    name: str
    group: str
    sign: int = 0


def concepts_in(text: str, language: str) -> dict[Concept, str]:
    """The things that a text speaks of, each with the word for it. Only words of that language count; unknown languages have none."""
    if language not in LANGUAGES:
        return {}
    line, patterns = line_of(text), _patterns(language)
    return _find(line, text, language, (patterns[place] for place in _places(language).of(line)))


def places_in(text: str, language: str) -> set[str]:
    """The lands and cities among them, by name."""
    return {concept.name for concept in concepts_in(text, language) if concept.group == "place"}


def concepts_among(sought: Collection[Concept], text: str, language: str) -> dict[Concept, str]:
    """The same of some things alone, which takes less time."""
    if language not in LANGUAGES:
        return {}
    patterns = _by_concept(language)
    return _find(line_of(text), text, language, [(concept, patterns[concept]) for concept in sought if concept in patterns])


def line_of(text: str) -> str:
    """Its words, folded, with a space around each."""
    words = [fold(word) for word in WORD.findall(WILL_GO.sub("", US.sub("USA", text)))]
    return f" {' '.join(words)} "


def _find(line: str, text: str, language: str, patterns: Iterable[tuple[Concept, re.Pattern[str]]]) -> dict[Concept, str]:
    found = {concept: match[0].strip() for concept, pattern in patterns if (match := pattern.search(line))}
    if language == "en":
        # a pole and a turkey are no countries
        small = set(SMALL.findall(text))
        return {concept: words for concept, words in found.items() if concept.group != "place" or words not in small}
    return found


def is_deed(concept: Concept) -> bool:
    """Whether it is something that is done or that becomes of somebody."""
    return concept.name in DEEDS or concept.group in DEED_GROUPS or concept.sign != 0


@dataclass(frozen=True, slots=True)
class _Places:
    """Which patterns may be found in a line, by the letters of its words: there are hundreds.

    Attributes:
        begin: By the first letters of a word.
        within: By letters anywhere in a word.
        always: Those that have too few letters for that.
    """

    begin: Mapping[str, Sequence[int]]
    within: Mapping[str, Sequence[int]]
    always: Collection[int]

    def of(self, line: str) -> list[int]:
        """In order; all that are found are among them."""
        may_be = set(self.always)
        for word in line.split():
            for length in range(1, FIRST + 1):
                may_be.update(self.begin.get(word[:length], ()))
            if self.within:
                for at in range(len(word) - WITHIN + 1):
                    may_be.update(self.within.get(word[at : at + WITHIN], ()))
        return sorted(may_be)


@cache
def _places(language: str) -> _Places:
    begin: dict[str, list[int]] = {}
    within: dict[str, list[int]] = {}
    always: set[int] = set()
    for place, (_, words) in enumerate(_columns(language)):
        for word in words.split():
            letters = re.split(r"[*_]", word.removeprefix("*"))[0]
            if not word.startswith("*"):
                begin.setdefault(letters[:FIRST], []).append(place)
            if word.startswith("*") or _may_end_compound(word, language):
                if len(letters) < WITHIN:
                    always.add(place)
                else:
                    within.setdefault(letters[:WITHIN], []).append(place)
    return _Places(begin, within, always)


@cache
def _patterns(language: str) -> Sequence[tuple[Concept, re.Pattern[str]]]:
    return [(concept, pattern_of(words, language)) for concept, words in _columns(language)]


@cache
def _by_concept(language: str) -> Mapping[Concept, re.Pattern[str]]:
    return dict(_patterns(language))


@cache
def _columns(language: str) -> Sequence[tuple[Concept, str]]:
    """The things that have words in this language, with those words."""
    place = LANGUAGES.index(language)
    return [(concept, columns[place]) for concept, columns in _rows().items() if columns[place].strip()]


def pattern_of(words: str, language: str) -> re.Pattern[str]:
    """What finds the words of a table's column in what `line_of` gives."""
    ways = [re.escape(word).replace(r"_\*_", BETWEEN).replace(r"\*", r"\w*").replace("_", " ") for word in words.split()]
    # umlauts are folded away; a compound is known by its last part
    heads = [
        rf"\w{{{LEAST_BEFORE_HEAD},}}{way}" for word, way in zip(words.split(), ways, strict=True) if _may_end_compound(word, language)
    ]
    return compile_later(rf"(?<= )(?:{'|'.join([*ways, *heads])})(?= )")


def _may_end_compound(word: str, language: str) -> bool:
    return language == "de" and len(word.rstrip("*")) >= SHORTEST_HEAD


@cache
def _rows() -> Mapping[Concept, tuple[str, ...]]:
    rows = [
        *_plain_rows(GROUPS),
        *_plain_rows(SYNONYMS),
        *_opposite_rows(),
        *((Concept(line.split()[0], "place"), line) for line in lines_of(PLACES)),
    ]
    return {concept: tuple(line.split("|")) for concept, line in rows}


def _plain_rows(table: str) -> Iterator[tuple[Concept, str]]:
    group = ""
    for line in lines_of(table):
        if line.startswith("#"):
            group = line[1:].split(",")[0].strip()
        else:
            yield Concept(line.split()[0].rstrip("*"), group), line


def _opposite_rows() -> Iterator[tuple[Concept, str]]:
    for number, block in enumerate(OPPOSITES.strip().split("\n\n")):
        for line in lines_of(block):
            sign, words = line[0], line[1:].strip()
            yield Concept(words.split()[0].rstrip("*"), f"opposites {number}", 1 if sign == "+" else -1), words


def lines_of(table: str) -> list[str]:
    """Its lines, each whole, without empty ones."""
    return [line for line in table.replace("\n  ", " ").splitlines() if line.strip()]
