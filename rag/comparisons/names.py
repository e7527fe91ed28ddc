"""Names in a sentence that its quote does not have, whatever their spelling and ending."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rag.comparisons.concepts import LANGUAGES, concepts_in
from rag.comparisons.days import DAY_WORDS
from rag.comparisons.numberwords import number_words
from rag.comparisons.statement import Difference, Statement, same_language
from rag.comparisons.translated import TRANSLATED
from rag.comparisons.units import unit_after
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+")
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
OWNED = re.compile(r"['’]s?$")
ROMAN = re.compile(r"[IVXL]+")
ROUND = re.compile(r"mill\w+|billion\w*|trillion\w*|mio|mrd|tausend\w*|hundert\w*|dutzend\w*|prozent\w*")
# German nouns that no name ends in, and those that stand without an article behind a preposition
NOUN = re.compile(
    r".(?:ung|heit|keit|schaft|tion|ismus|nis|tat|ungen|heiten|keiten|schaften|tionen)$|^(?:folge|haft|kraft|zukunft|gefahr|angaben|sicht"
    r"|ansicht|anspruch|betrieb|frage|not|betracht|rente|teilen|kurze|bedarf|hause|zeiten|fallen|grund|beginn|ende|anfang|mitte)$"
)
# a place stands behind these; with an article behind them a noun does
PLACE_WORDS = frozenset(("in", "aus", "nach", "bei"))
NEAR_PLACE = r"\b(?:unweit|nahe|nähe|(?:nörd|süd|öst|west)lich|außerhalb)\s(?:von\s)?"


def compare_names(claim: Statement, quote: Statement) -> Difference | None:
    """The first name of the sentence that neither the quote nor what stands around it has; initials and titles do not count."""
    held, near = _tokens(quote.text), _tokens(quote.around)
    places = _places(quote.text, quote.language) | _places(quote.around, quote.language)
    crosses = not same_language(claim, quote)
    said = concepts_in(claim.text, claim.language)
    shared = {word for concept, words in said.items() if concept.name in places for word in words.split()}
    for name in names_in(claim):
        if fold(name) in shared:
            continue
        if any(same_name(name, token) or (crosses and alike(name, token)) for token in (*held, *near)):
            continue
        if _is_short(name, quote.text, quote.language) or _is_short(name, quote.around, quote.language) or _is_of_short(name, claim, held):
            continue
        meant = _places(name, claim.language)
        if meant & places or (crosses and (fold(name) in TRANSLATED or not (meant or _has_another(claim, quote)))):
            continue
        return Difference("other_name", name)
    return _compare_places(claim, quote, places)


def _is_short(name: str, text: str, language: str) -> bool:
    """Whether initials stand for capital words of a text: WHO, and EZB for the Europäische Zentralbank."""
    return _spelled_out(name, text, language) is not None


def _is_of_short(name: str, claim: Statement, held: Sequence[str]) -> bool:
    """Whether a name of the sentence is a word of what the quote calls by its initials."""
    spelled = (_spelled_out(token, claim.text, claim.language) for token in held)
    return any(found is not None and name in found for found in spelled)


def _spelled_out(name: str, text: str, language: str) -> str | None:
    if not (name.isupper() and 2 <= len(name) <= 6 and name.isalpha()):
        return None
    # small words lie between; a German compound has a letter within
    inside = r"|\w*{}\w+" if language == "de" else ""
    rest = "".join(rf"(?:[\s-](?:[a-zà-ÿ’']{{1,3}}\s?){{0,2}}{letter}\w+{inside.format(letter.lower())})" for letter in name[1:])
    found = re.search(rf"\b{name[0]}\w+?{rest}", text)
    return found[0] if found else None


def _tokens(text: str) -> list[str]:
    """Its words, a possessive without its ending."""
    return [OWNED.sub("", token) for token in TOKEN.findall(text)]


def _compare_places(claim: Statement, quote: Statement, held: set[str]) -> Difference | None:
    """Countries of more than one word, and adjectives, which German and Spanish write small."""
    for concept, words in concepts_in(claim.text, claim.language).items():
        if (
            concept.group == "place"
            and concept.name not in held
            and not any(same_name(words, token) for token in TOKEN.findall(quote.text))
        ):
            return Difference("other_name", words)
    return None


def _has_another(claim: Statement, quote: Statement) -> bool:
    """Whether the quote, in another language, has a name that the sentence lacks, so that one may stand for the other.

    A name that is made of words is translated, and then neither text has the other's. German writes every noun like a name.
    """
    if quote.language == "de":
        return True
    mine = TOKEN.findall(claim.text)
    first = TOKEN.findall(quote.text)[:1]
    theirs = [name for name in (*names_in(quote), *first) if fold(name) not in TRANSLATED and fold(name) not in FUNCTION_WORDS]
    return any(not any(same_name(name, token) or alike(name, token) for token in mine) for name in theirs)


def names_in(claim: Statement) -> Iterator[str]:
    """The words of a sentence that are names, each once; in German only those that stand as a noun does not."""
    tokens = list(TOKEN.finditer(claim.text))
    # words of our vocabulary, offices and institutions, are compared as such; so are units and numbers
    seen = {
        word
        for concept, words in concepts_in(claim.text, claim.language).items()
        if concept.group not in ("place", "synonyms")
        for word in words.split()
    }
    for place, found in enumerate(tokens):
        word = OWNED.sub("", found[0])
        before = tokens[place - 1][0] if place else ""
        after = tokens[place + 1][0] if place + 1 < len(tokens) else ""
        # l'Allemagne, d'Oxford
        word = re.sub(r"^(?:[ldnsjmtcLDNSJMTC]|qu|Qu)['’](?=\w)", "", word)
        if fold(word) not in seen and _is_name(word, before, after, claim):
            seen.add(fold(word))
            yield word


def _is_name(word: str, before: str, after: str, claim: Statement) -> bool:
    folded = fold(word)
    # McKay and BBC are names wherever they stand
    if not word[:1].isupper() or len(word) < 2 or folded in DAY_WORDS:
        return False
    if ROMAN.fullmatch(word):
        return False
    if any(letter.isupper() for letter in word[1:]):
        return True
    if folded in FUNCTION_WORDS or counts(folded) or (claim.language == "de" and (counts(fold(before)) or NOUN.search(folded))):
        return False
    starts = not before or re.search(rf"[.!?:“„«\"]\s*{re.escape(word)}", claim.text) is not None
    if claim.language == "de":
        # "seit Januar Leiterin" names nobody
        in_a_row = (before[:1].isupper() and fold(before) not in FUNCTION_WORDS and fold(before) not in DAY_WORDS) or _in_run(word, after)
        # a plural of the third case is no place
        near = re.search(rf"{NEAR_PLACE}{re.escape(word)}\b", claim.text, re.IGNORECASE) is not None
        return not starts and ((before.lower() in PLACE_WORDS and not word.endswith("en")) or in_a_row or near)
    return not starts or _in_run(word, after)


def _in_run(word: str, after: str) -> bool:
    """Two capitals in a row: a first name, or a part of a longer name."""
    return after[:1].isupper() and not word.endswith("ly") and fold(after) not in FUNCTION_WORDS and fold(after) not in DAY_WORDS


def counts(word: str) -> bool:
    """Whether it is a unit or a round number: two Millionen Menschen are no name."""
    if unit_after(word, 0) is not None or ROUND.fullmatch(word):
        return True
    return any(pattern.fullmatch(word) for language in LANGUAGES for pattern, _ in number_words(language))


def _places(text: str, language: str) -> set[str]:
    return {concept.name for concept in concepts_in(text, language) if concept.group == "place"}


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
    first, second = _sound(fold(one)), _sound(fold(other))
    shorter = min(len(first), len(second))
    return shorter >= LONG_NAME and first[:3] == second[:3] and SequenceMatcher(None, first, second).ratio() >= NEARLY_SAME


def _inflected(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 3 and longer.startswith(shorter) and longer[len(shorter) :] in ENDINGS


def _is_part(one: str, other: str) -> bool:
    """Of a compound: Oder in Oderhochwasser."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 4 and len(longer) >= len(shorter) + 4 and (longer.startswith(shorter) or longer.endswith(shorter))


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
