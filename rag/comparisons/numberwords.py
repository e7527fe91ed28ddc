"""Numbers written as words, in four languages."""

import re
from collections.abc import Iterator
from functools import cache

from vectorstore.terms import fold

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
_JOIN = {"en": "{tens}[- ]{unit}", "fr": "{tens}(?:[- ]et)?[- ]{unit}", "es": "{tens} y {unit}"}
_HUNDREDS = {"en": "{unit} hundred", "de": "{unit}hundert", "fr": "{unit} cents?", "es": "{unit}cient[oa]s"}

# what a sentence may begin with, in any of the languages
NUMERALS = frozenset(
    fold(word) for line in (*_SMALL.values(), *_TENS.values()) for word in line.split() if word not in ("one", "eins", "un", "uno")
)


def find_number_words(folded: str, language: str | None) -> Iterator[tuple[float, int, int]]:
    """Each number that stands as words in a folded text, and where it begins and ends; None reads the words of all languages.

    >>> [number for number, _, _ in find_number_words("dix-huit morts, trente et un blesses", "fr")]
    [18, 31]
    """
    pattern, numbers = _together(language)
    for found in pattern.finditer(folded):
        yield numbers[(found.lastindex or 1) - 1], found.start(), found.end()


@cache
def _together(language: str | None) -> tuple[re.Pattern[str], tuple[float, ...]]:
    """One pattern with a group for each number, the longest first."""
    languages = _SMALL if language is None else (language,)
    words = [pair for each in languages for pair in number_words(each)]
    words.sort(key=lambda pair: -len(pair[0].pattern))
    return re.compile("|".join(f"({pattern.pattern})" for pattern, _ in words)), tuple(number for _, number in words)


@cache
def number_words(language: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """Patterns over folded text and what they stand for, longest first; English for a language that has none here."""
    language = language if language in _SMALL else "en"
    small = [fold(word) for word in _SMALL[language].split()]
    tens = [fold(word) for word in _TENS[language].split()]
    found: dict[str, float] = {re.escape(word): number for number, word in enumerate(small) if number >= 2 or number == 0}
    found |= {re.escape(word): 20 + 10 * number for number, word in enumerate(tens)}
    found |= {re.escape(fold(word)): number for word, number in _MORE[language].items()}
    for unit in _UNITS[language]:
        if unit < len(small):
            found |= _compounds(language, small[unit], unit, tens)
    ordered = sorted(found.items(), key=lambda item: -len(item[0]))
    # texts are folded letter by letter, which leaves ß alone
    return tuple((re.compile(rf"\b{pattern.replace('ss', '(?:ss|ß)')}(?:\b|(?=jahrig|einhalb))"), number) for pattern, number in ordered)


def _compounds(language: str, word: str, unit: int, tens: list[str]) -> dict[str, int]:
    """Twenty-one, einundzwanzig, vingt et un, veintiuno; and whole hundreds."""
    made: dict[str, int] = {}
    for place, ten in enumerate(tens):
        number = 20 + 10 * place + unit
        if language == "de":
            made[f"{'ein' if unit == 1 else word}und{ten}"] = number
        elif language == "es" and ten == "veinte":
            made[f"veinti{word}"] = number
        elif not (language == "fr" and unit >= 10 and place not in (4, 6)):
            made[_JOIN[language].format(tens=ten.removesuffix("s") if language == "fr" else ten, unit=word)] = number
    if 2 <= unit <= 9:
        made[_HUNDREDS[language].format(unit=word)] = 100 * unit
    return made
