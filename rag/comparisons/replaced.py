"""A word that stands in a sentence where its quote, otherwise alike, has another."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rag.comparisons.concepts import concepts_in
from rag.comparisons.mentions import DAY_WORDS
from rag.comparisons.names import counts
from rag.comparisons.negation import WITHOUT
from rag.comparisons.quantities import quantities_in
from rag.comparisons.statement import Difference, Statement, find_words, same_language
from rag.comparisons.tellings import is_telling
from rag.matching import COGNATE, match, terms_of, words_in
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import WORD, fold, word_terms

# of a sentence's words, how many must stand in the quote in the same order before a difference is a replacement
ALIKE = 0.5
_AUXILIARY = (
    "per cent according laut selon segun angaben haber ser estar tener avoir etre faire sein haben werden having being quedar quedo "
    "anyone anybody someone somebody everyone everybody jemand irgendwer quelqu quiconque alguien cualquiera"
)
AUXILIARIES = frozenset(_AUXILIARY.split())
_LEADS_TO_NOUN = """
the a an this these those his her its their our of in on at for from by with without about against near
le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs en dans sur sous avec sans contre vers
el los las una unos unas del al este esta estos estas su sus con sin sobre contra
"""
LEADS_TO_NOUN = frozenset(_LEADS_TO_NOUN.split())
LEADS_TO_VERB = frozenset(["in", "by", "for", "of", "without", "after", "before", "from"])
VOWELS = re.compile("[aeiouy]")
# consonants that two forms of a verb have in common at least, and their share of the shorter one's
SHORTEST_SKELETON, SKELETON_SHARE = 3, 0.8
# a replacement of more words is another way to say it
LONGEST = 2


def compare_words(claim: Statement, quote: Statement) -> Difference | None:
    """The first word put in another's place, where both are written in one language and mostly alike.

    What is a form or a derivation of the word that it replaces, or the same thing by our vocabulary, replaces nothing. Nobody can tell
    by code whether other pairs mean the same: the difference is not decisive.
    """
    if not same_language(claim, quote):
        return None
    mine, theirs = _tokens(claim), _tokens(quote)
    matcher = SequenceMatcher(None, [stem for _, stem in mine], [stem for _, stem in theirs], autojunk=False)
    if not mine or sum(block.size for block in matcher.get_matching_blocks()) < ALIKE * len(mine):
        return None
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "replace":
            continue
        nouns = [mine[at] for at in range(start, end) if _is_noun(mine, at, claim.language)]
        foreign = list(_foreign(nouns, claim, quote))
        for word in foreign if len(foreign) <= LONGEST else ():
            if any(_stands_for(word, other, claim.language) for other, _ in theirs[other_start:other_end]):
                continue
            if list(_foreign(theirs[other_start:other_end], quote, claim)):
                return Difference("other_word", word, decisive=False)
    return None


def _tokens(statement: Statement) -> list[tuple[str, str]]:
    """Each word with its stem."""
    return [(word, (word_terms(word, statement.language) or [fold(word)])[0]) for word in WORD.findall(statement.text)]


def _is_noun(tokens: Sequence[tuple[str, str]], at: int, language: str) -> bool:
    """By its capital in German, else by the small word or the number before it: verbs are said in too many ways to be compared."""
    word = tokens[at][0]
    if language == "de":
        return word[0].isupper()
    before = tokens[at - 1][0].lower() if at else ""
    # "in keeping the letters"
    if language == "en" and word.endswith("ing") and before in LEADS_TO_VERB:
        return False
    return (not before or before in LEADS_TO_NOUN or before.isdigit()) and not word.endswith("ly")


def _foreign(tokens: Sequence[tuple[str, str]], own: Statement, other: Statement) -> Iterator[str]:
    """The content words among these that the other text has nowhere, in no form."""
    terms = terms_of(other.text, other.language)
    said = concepts_in(other.text, other.language)
    # "à la tête du musée" for "dirige le musée": of words that are one thing together, none stands alone
    shared = {word for thing, words in concepts_in(own.text, own.language).items() if thing in said for word in words.split()}
    content = [word for word, _ in tokens if fold(word) not in shared and not _is_compared_elsewhere(word, own.language)]
    for word in content:
        known = set(concepts_in(word, own.language))
        if not any(match(one, terms) >= COGNATE for one in words_in(word)) and not known & set(said):
            yield word


def _is_compared_elsewhere(word: str, language: str) -> bool:
    """Initials, small words, times, numbers, opposites, what is missing, and who says it."""
    folded = fold(word)
    # initials are names
    if word.isupper() and len(word) > 1:
        return True
    if folded in FUNCTION_WORDS or folded in AUXILIARIES or folded in DAY_WORDS or word.isdigit() or counts(folded):
        return True
    if any(concept.sign or concept.group == "deals" for concept in concepts_in(word, language)) or any(
        True for _ in quantities_in(Statement(word, language))
    ):
        return True
    return is_telling(word, language) or (language in WITHOUT and find_words(WITHOUT, Statement(word, language)) != "")


def _stands_for(word: str, other: str, language: str) -> bool:
    terms = terms_of(other, language)
    return any(match(one, terms) >= COGNATE for one in words_in(word)) or _share_consonants(fold(word), fold(other))


def _share_consonants(one: str, other: str) -> bool:
    """Whether two words differ in vowels and endings only, as strong verbs do: invertido and invirtió, spricht and sprach."""
    first, second = VOWELS.sub("", one), VOWELS.sub("", other)
    shorter = min(len(first), len(second))
    same = next((at for at in range(shorter) if first[at] != second[at]), shorter)
    return one[:1] == other[:1] and same >= SHORTEST_SKELETON and same >= SKELETON_SHARE * shorter
