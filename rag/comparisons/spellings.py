"""One name in the spellings, endings and scripts of several languages, and the people of a place by its name."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from vectorstore.terms import fold

# of the Russian and the Ukrainian alphabet, as `fold` leaves them
CYRILLIC = dict(zip("абвгґдеєжзиіклмнопрстуфхцчшщыэюя", "abvggdeesziiklmnoprstufkzcssieua", strict=True))
# one sound in the spellings of English, German, French and Spanish, longest first
SOUNDS = (
    *(("schtsch", "s"), ("shch", "s"), ("chtch", "s"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("kh", "k"), ("zh", "s"), ("sh", "s")),
    *(("ch", "c"), ("ph", "f"), ("th", "t"), ("ts", "z"), ("tz", "z"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i")),
    *(("y", "i"), ("j", "i"), ("w", "v"), ("x", "ks"), ("dj", "i"), ("h", "")),
)
# below, two names that differ in a letter or two are two names
LONG_NAME, NEARLY_SAME = 7, 0.8
ENDINGS = ("s", "es", "n", "en", "ns", "er", "ern", "a", "u", "om", "e")
# what a language ends the name of a country in: Tarsien, Tarsia, Tarsie
COUNTRY = re.compile(r"(?:iens?|ia|ie|iya|ija|y)$")
PLACE = re.compile(r"(?:iens?|ia|ie|iya|ija|y|a|e)$")
# and what it calls what comes from there: Tarsian, tarsisch, tarsien, tarsiano
OF_PLACE = re.compile(
    r"(?:[ie]?ans?|ish|ese|(?:i?an|en|es|in)?isch(?:e[nrsm]?)?|iens?|iennes?|eens?|eennes?|[ao]is|[ao]ises?|ains?|aines?"
    r"|i?an[oa]s?|in[oa]s?|en[oa]s?|es|es[ae]s?|enses?|os?|as?)$"
)
SHORTEST_ROOT = 4
REMEMBERED_NAMES = 1 << 12


def same_name(one: str, other: str) -> bool:
    """Whether two words are one name, in any case and as any of four languages spells it.

    >>> [same_name("Putins", other) for other in ("Путин", "Poutine", "Putin", "Pitin")]
    [True, True, True, False]
    >>> same_name("Selenskyj", "Zelensky"), same_name("Müller", "Möller")
    (True, False)
    """
    first, second = fold(one), fold(other)
    if first == second or _inflected(first, second) or _is_part(first, second):
        return True
    return len(first) > 3 and len(second) > 3 and _sound(first) == _sound(second)


def alike(one: str, other: str) -> bool:
    """Whether two long words of two languages may be one name, and two sets of initials one: Konstantinopel, OTAN."""
    if one.isupper() and other.isupper() and 2 <= len(one) <= 5:
        return sorted(one) == sorted(other)
    if one[:1].isupper() and other[:1].isupper() and _root(one, COUNTRY) == _root(other, COUNTRY):
        return True
    first, second = _sound(fold(one)), _sound(fold(other))
    shorter = min(len(first), len(second))
    return shorter >= LONG_NAME and first[:3] == second[:3] and SequenceMatcher(None, first, second).ratio() >= NEARLY_SAME


def is_of_place(one: str, other: str) -> bool:
    """Whether one word is the name of a place and the other says what comes from there.

    >>> is_of_place("Lomarre", "lomariens"), is_of_place("ostreanischen", "Ostrea"), is_of_place("Julia", "Julian")
    (True, True, False)
    """
    pairs = ((one, other), (other, one))
    return any(
        place[:1].isupper()
        and len(root := _root(people, OF_PLACE)) >= SHORTEST_ROOT
        and root != fold(people)
        and root in (_root(place, PLACE), _plain(place))
        for place, people in pairs
    )


def _root(word: str, endings: re.Pattern[str]) -> str:
    """A word without such an ending; the word itself where too little is left."""
    found = _plain(endings.sub("", fold(word)))
    return found if len(found) >= SHORTEST_ROOT else fold(word)


def _plain(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", fold(word))


def _inflected(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 3 and longer.startswith(shorter) and longer[len(shorter) :] in ENDINGS


def _is_part(one: str, other: str) -> bool:
    """Of a compound: Oder in Oderhochwasser."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 4 and len(longer) >= len(shorter) + 4 and (longer.startswith(shorter) or longer.endswith(shorter))


# the names of a sentence meet those of every quote
@lru_cache(maxsize=REMEMBERED_NAMES)
def _sound(word: str) -> str:
    """How a name sounds, roughly; endings of Russian names and of cases are taken off."""
    text = "".join(CYRILLIC.get(letter, letter) for letter in word)
    text = re.sub(r"c(?=[aoulrt]|$)|k", "k", text)
    for spelled, sound in SOUNDS:
        text = text.replace(spelled, sound)
    text = re.sub(r"^i?e", "e", text)
    text = re.sub(r"(?:of+|ov|ev|iov|ef+)(?=a?s?$)", "ov", text)
    text = re.sub(r"(?:ii|i)$", "i", text)
    text = re.sub(r"^[sz]", "s", text)
    text = re.sub(r"(.)\1+", r"\1", text)
    return re.sub(r"(?<=\w{3})(?:es|e|s|a|u|o|us)$", "", text)
