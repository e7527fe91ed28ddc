"""Which words of a sentence are names, by how they are written and where they stand."""

import re
from collections.abc import Iterator, Sequence

from rag.comparisons.capitals import OPENERS, ROLE_ENDINGS, STATE, TITLES
from rag.comparisons.concepts import LANGUAGES, concepts_in
from rag.comparisons.mentions import DAY_WORDS
from rag.comparisons.numberwords import number_words
from rag.comparisons.statement import Statement
from rag.comparisons.units import unit_after
from vectorstore.concepts import is_known
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+")
OWNED = re.compile(r"['’]s?$")
# l'Allemagne, d'Oxford, jusqu'Arles
ELIDED = re.compile(r"^(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)", re.IGNORECASE)
# Asked, Leading and Recently stand in front of names
PARTICIPLE = re.compile(r"(?:ing|ed|ly)$")
ROMAN = re.compile(r"[IVXL]+")
ROUND = re.compile(r"mill\w+|billion\w*|trillion\w*|mio|mrd|tausend\w*|hundert\w*|dutzend\w*|prozent\w*")
# German nouns that no name ends in, and those that stand without an article behind a preposition
NOUN = re.compile(
    r".(?:ung|heit|keit|schaft|tion|ismus|nis|tat|ungen|heiten|keiten|schaften|tionen)$|^(?:folge|haft|kraft|zukunft|gefahr|angaben|sicht"
    r"|ansicht|anspruch|auskunft|betrieb|frage|not|betracht|rente|teilen|kurze|bedarf|hause|zeiten|fallen|grund|beginn|ende|anfang|mitte)$"
)
# a place stands behind these; with an article behind them a noun does
ADJECTIVE = ("e", "er", "es", "en", "em")
PLACE_WORDS = frozenset(("in", "aus", "nach", "bei"))
NEAR_PLACE = r"\b(?:unweit|nahe|nähe|(?:nörd|süd|öst|west)lich|außerhalb)\s(?:von\s)?"


def is_role(word: str, language: str) -> bool:
    return re.fullmatch(rf"\w*{ROLE_ENDINGS.get(language, '-')}", fold(word)) is not None


def neighbour(tokens: Sequence[re.Match[str]], at: int, step: int, text: str) -> str:
    """The capital word right beside a word, with nothing but a blank or a hyphen between; empty where there is none."""
    if not 0 <= at + step < len(tokens):
        return ""
    first, second = sorted((tokens[at], tokens[at + step]), key=lambda token: token.start())
    word = bare(tokens[at + step][0])
    return word if word[:1].isupper() and text[first.end() : second.start()] in (" ", "-", "\u00a0") else ""


def tokens_of(text: str) -> list[str]:
    """Its words, without the ending of a possessive and an article that is written to them."""
    return [bare(token) for token in TOKEN.findall(text)]


def bare(token: str) -> str:
    """Putin of Putin's, Allemagne of l'Allemagne."""
    return ELIDED.sub("", OWNED.sub("", token))


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
        word = bare(found[0])
        if fold(word) not in seen and _is_name(word, place, tokens, claim):
            seen.add(fold(word))
            yield word


def _is_name(word: str, at: int, tokens: Sequence[re.Match[str]], claim: Statement) -> bool:
    folded = fold(word)
    # McKay and BBC are names wherever they stand
    if not word[:1].isupper() or len(word) < 2 or folded in DAY_WORDS or folded in TITLES | STATE:
        return False
    if ROMAN.fullmatch(word):
        return False
    # 90 MW
    if at and tokens[at - 1][0].isdigit() and unit_after(folded, 0) is not None:
        return False
    if any(letter.isupper() for letter in word[1:]):
        return True
    before = bare(tokens[at - 1][0]) if at else ""
    if folded in FUNCTION_WORDS or counts(folded) or (claim.language == "de" and (counts(fold(before)) or NOUN.search(folded))):
        return False
    begins = starts(tokens[at], claim.text)
    if claim.language == "de":
        return not begins and _is_german_name(word, at, tokens, claim.text)
    return not begins or (folded not in OPENERS and not PARTICIPLE.search(folded) and _is_run(neighbour(tokens, at, 1, claim.text)))


def _is_german_name(word: str, at: int, tokens: Sequence[re.Match[str]], text: str) -> bool:
    """Behind a word for a place, or in a row of capitals: "seit Januar Leiterin" names nobody, "die Colne-Ebene" a plain."""
    before, after = neighbour(tokens, at, -1, text), neighbour(tokens, at, 1, text)
    if before and text[tokens[at].start() - 1] == "-":
        return False
    if after and not before and is_role(word, "de"):
        return False
    in_a_row = (_is_run(before) and not _starts_with_opener(tokens, at, text)) or _is_run(after)
    # a plural of the third case is no place
    return in_a_row or is_near(word, text) or (follows_place_word(tokens, at) and not word.endswith("en"))


def is_near(word: str, text: str) -> bool:
    """Whether something lies near it, or north of it."""
    return re.search(rf"{NEAR_PLACE}{re.escape(word)}\b", text, re.IGNORECASE) is not None


def follows_place_word(tokens: Sequence[re.Match[str]], at: int) -> bool:
    return at > 0 and tokens[at - 1][0].lower() in PLACE_WORDS


def starts(token: re.Match[str], text: str) -> bool:
    """Whether a sentence or a quotation begins with it; behind the point of a title or of initials none does."""
    short = re.search(r"(\w+)\.\s*$", text[: token.start()])
    if short and (len(short[1]) == 1 or fold(short[1]) in TITLES):
        return False
    return re.search(r"(?:^|[.!?:“„«\"–—]\s*)[^\w]*$", text[: token.start()]) is not None


def _starts_with_opener(tokens: Sequence[re.Match[str]], at: int, text: str) -> bool:
    if not at or not starts(tokens[at - 1], text):
        return False
    first = tokens[at - 1][0]
    # "Starker Schneefall"
    return fold(first) in OPENERS or (first.endswith(ADJECTIVE) and is_known(first, "de"))


def _is_run(beside: str) -> bool:
    """Whether two capitals in a row are parts of one name."""
    return bool(beside) and fold(beside) not in OPENERS and fold(beside) not in DAY_WORDS


def counts(word: str) -> bool:
    """Whether it is a unit or a round number: two Millionen Menschen are no name."""
    if unit_after(word, 0) is not None or ROUND.fullmatch(word):
        return True
    return any(word in number_words(language) for language in LANGUAGES)
