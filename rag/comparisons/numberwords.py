"""Numbers written as words, in four languages."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from vectorstore.terms import WORD, fold

_SMALL = {
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ),
    "de": (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
    ),
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    "es": (
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"
    ),
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_MORE: dict[str, dict[str, float]] = {
    "en": {"hundred": 100, "dozen": 12, "nil": 0},
    "de": {"hundert": 100, "einhundert": 100, "dutzend": 12, "anderthalb": 1.5, "eineinhalb": 1.5},
    "fr": {
        "quatre-vingt": 80,
        "cent": 100,
        "dizaine": 10,
        "douzaine": 12,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "centaine": 100,
        "septante": 70,
        "huitante": 80,
        "nonante": 90,
    },
    "es": {
        "cien": 100,
        "ciento": 100,
        "decena": 10,
        "docena": 12,
        "veintena": 20,
        "centenar": 100,
        "quinientos": 500,
        "setecientos": 700,
        "novecientos": 900,
    },
}
# "one" is an article more often than a number
_UNITS = {"en": range(1, 10), "de": range(1, 10), "fr": range(1, 20), "es": range(1, 10)}
_JOINS = {
    "en": ("{tens}-{unit}", "{tens} {unit}"),
    "fr": ("{tens}-{unit}", "{tens} {unit}", "{tens} et {unit}", "{tens}-et-{unit}", "{tens} et-{unit}", "{tens}-et {unit}"),
    "es": ("{tens} y {unit}",),
}
_HUNDREDS = {
    "en": ("{unit} hundred",),
    "de": ("{unit}hundert",),
    "fr": ("{unit} cent", "{unit} cents"),
    "es": ("{unit}cientos", "{unit}cientas"),
}
# what a German number may be written together with: "dreijährig", "zweieinhalb"
_BEHIND = re.compile("jahrig|einhalb")

# what a sentence may begin with, in any of the languages
NUMERALS = frozenset(
    fold(word) for line in (*_SMALL.values(), *_TENS.values()) for word in line.split() if word not in ("one", "eins", "un", "uno")
)


def find_number_words(folded: str, language: str | None) -> Iterator[tuple[float, int, int]]:
    """Each number that stands as words in a folded text, and where it begins and ends; None reads the words of all languages.

    The longest at each place.

    >>> [number for number, _, _ in find_number_words("dix-huit morts, trente et un blesses", "fr")]
    [18, 31]
    """
    numbers = _every_word() if language is None else number_words(language)
    spans = [found.span() for found in WORD.finditer(folded)]
    behind = [found.start() for found in _BEHIND.finditer(folded)]
    at = 0
    while at < len(spans):
        start = spans[at][0]
        for last in reversed(range(at, min(at + _most_parts(), len(spans)))):
            begin, end = spans[last]
            ends = [end, *(place for place in reversed(behind) if begin < place < end)] if behind else (end,)
            if (end := next((end for end in ends if folded[start:end] in numbers), 0)) > 0:
                yield numbers[folded[start:end]], start, end
                at = last
                break
        at += 1


@cache
def number_words(language: str) -> Mapping[str, float]:
    """Numbers as a folded text has them, and what they stand for, longest first; English for a language that has none here."""
    language = language if language in _SMALL else "en"
    small = [fold(word) for word in _SMALL[language].split()]
    tens = [fold(word) for word in _TENS[language].split()]
    found: dict[str, float] = {word: number for number, word in enumerate(small) if number >= 2 or number == 0}
    found |= {word: 20 + 10 * number for number, word in enumerate(tens)}
    found |= {fold(word): number for word, number in _MORE[language].items()}
    for unit in _UNITS[language]:
        if unit < len(small):
            found |= _compounds(language, small[unit], unit, tens)
    # texts are folded letter by letter, which leaves ß alone
    found |= {word.replace("ss", "ß"): number for word, number in found.items()}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _every_word() -> Mapping[str, float]:
    """Of all languages; what two of them have is the same in both."""
    return {word: number for language in _SMALL for word, number in number_words(language).items()}


@cache
def _most_parts() -> int:
    return max(len(WORD.findall(word)) for word in _every_word())


def _compounds(language: str, word: str, unit: int, tens: list[str]) -> dict[str, float]:
    """Twenty-one, einundzwanzig, vingt et un, veintiuno; and whole hundreds."""
    made: dict[str, float] = {}
    for place, ten in enumerate(tens):
        number = 20 + 10 * place + unit
        if language == "de":
            made[f"{'ein' if unit == 1 else word}und{ten}"] = number
        elif language == "es" and ten == "veinte":
            made[f"veinti{word}"] = number
        elif not (language == "fr" and unit >= 10 and place not in (4, 6)):
            ten = ten.removesuffix("s") if language == "fr" else ten
            made |= {join.format(tens=ten, unit=word): number for join in _JOINS[language]}
    if 2 <= unit <= 9:
        made |= {hundreds.format(unit=word): 100 * unit for hundreds in _HUNDREDS[language]}
    return made
