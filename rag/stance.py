"""Does a sentence say what a question takes for true, or its contrary?"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from rag.amounts import Amount, find_amounts
from rag.comparisons.mentions import fold_in_place
from rag.contraries import CLAUSE, FIGURES, HOWEVER, MATCHES, NEGATION, REACH, sides_in
from rag.matching import match, terms_of, words_in
from rag.words import FUNCTION_WORDS, language_of, words_of
from vectorstore.terms import WORD, fold

Stance = Literal["affirms", "contradicts"]

_DETERMINER = re.compile(r"no|kein\w*|aucun\w*|ningun\w*")
# what a figure counts: "the number of dead has risen" tells of the dead alone
_NUMBER_OF = re.compile(
    r"\b(?:number|toll|share|zahl|anteil|nombre|bilan|numero|cifra)\s+(?:(?:of|der|des|von|de|los|las|the)\s+)*(?P<thing>\w+)"
)
# these go down without any figure
_SINKS = re.compile(
    r"\b(?:ferr(?:y|ies)|ships?|vessels?|boats?|tankers?|yachts?|\w*schiffe?s?|fahren?|\w*boote?s?|\w*frachter|\w*tanker|kutter|navires?|bateaux?"
    r"|chalutiers?|barcos?|buques?|pesqueros?|cargueros?)\b"
)
_SINKING = re.compile(r"\b(?:s[iau]nk\w*|gesunken)\b")
# whom another beats loses: "She beat the incumbent, Colin Farrow"
_BEATEN = re.compile(
    r"\b(?:beat(?:s|en|ing)?|defeat\w*|besieg\w+|schlug(?:en)?|geschlagen|setzte\w* sich gegen|batt(?:u|re|ent)|bat|vainc\w+|derrot\w+"
    r"|venci\w+|gan[oó] a)\b(?P<whom>[^.;:]*)"
)


def stance_of(question: str, sentence: str, language: str) -> Stance | None:
    """What a sentence says to a question's statement; None when it says neither.

    Args:
        language: The sentence's, ISO 639-1.

    >>> stance_of("Why did fares rise?", "Fares fell in June.", "en"), stance_of("When did it open?", "It opened in June.", "en")
    ('contradicts', 'affirms')
    """
    counted = _counts(question, sentence, language)
    if counted is not None:
        return counted
    asked = dict(sides_in(question, language_of(question)))
    if FIGURES in asked and not _is_same_figure(question, sentence, language):
        del asked[FIGURES]
    if asked.get(MATCHES) == 1 and _is_beaten(question, sentence):
        return "affirms"
    told: dict[int, set[int]] = {}
    for pair, side in sides_in(sentence, language):
        if pair in asked:
            told.setdefault(pair, set()).add(side)
    # "did not raise the taxes; it lowered them": all that is said of a pair must be contrary
    if any(asked[pair] not in sides for pair, sides in told.items()):
        return "contradicts"
    if told:
        return "affirms"
    return "contradicts" if negated_words(question, sentence, language) - stated_words(question, sentence, language) else None


def _is_same_figure(question: str, sentence: str, language: str) -> bool:
    """Whether what rises in a sentence may be what falls in the question: a ship sinks, and the number of dead is another thing."""
    asked = fold_in_place(question)
    if _SINKING.search(asked) and _SINKS.search(asked):
        return False
    counted = _NUMBER_OF.search(fold_in_place(sentence))
    if counted is None:
        return True
    return bool(_asked_among(question, [[counted["thing"]]], language)) or _NUMBER_OF.search(asked) is not None


def _is_beaten(question: str, sentence: str) -> bool:
    """Whether somebody named in the question is told of as beaten by another."""
    named = {fold(word) for word in WORD.findall(question) if word[:1].isupper()}
    return any(not named.isdisjoint(WORD.findall(found["whom"])) for found in _BEATEN.finditer(fold(sentence)))


def negated_words(question: str, sentence: str, language: str) -> frozenset[str]:
    """The question's words that the sentence negates, a verb or a thing; none when the question has a negation itself.

    >>> negated_words("Warum wurden die Glocken verkauft?", "Die Glocken wurden nicht verkauft.", "de")
    frozenset({'verkauft'})
    """
    if any(NEGATION.fullmatch(word) for word in words_of(question)):
        return frozenset()
    return _asked_among(question, [negated for negated, _ in _parted(sentence)], language)


def stated_words(question: str, sentence: str, language: str) -> frozenset[str]:
    """The question's words that a sentence says somewhere without negating them."""
    return _asked_among(question, [stated for _, stated in _parted(sentence)], language)


def _parted(sentence: str) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each clause that a negation reaches, and the others."""
    for clause in CLAUSE.split(HOWEVER.sub("", sentence)):
        written = WORD.findall(clause)
        reached: set[int] = set()
        for place, word in enumerate(written):
            if NEGATION.fullmatch(fold(word)):
                # "keinen Zusammenhang", but "die Glocken von Ahlen nicht verkauft"
                after = range(place + 1, min(place + REACH, len(written)))
                reached |= {other for other in after if _DETERMINER.fullmatch(fold(word)) or written[other][0].islower()}
        yield [written[place] for place in sorted(reached)], [word for place, word in enumerate(written) if place not in reached]


def _asked_among(question: str, clauses: Sequence[Sequence[str]], language: str) -> frozenset[str]:
    texts = (" ".join(word for word in clause if fold(word) not in FUNCTION_WORDS) for clause in clauses)
    terms = [terms_of(text, language) for text in texts]
    return frozenset(word.written for word in words_in(question) if any(match(word, one) for one in terms))


def _counts(question: str, sentence: str, language: str) -> Stance | None:
    """Whether the sentence counts the same things as the question, and otherwise."""
    for amount in find_amounts(question, language_of(question)):
        thing = _thing_after(question, amount)
        if thing is None:
            continue
        told = [
            other for other in find_amounts(sentence, language) if (noun := _thing_after(sentence, other)) and _same(thing, noun, language)
        ]
        if told:
            return "affirms" if any(other.value == amount.value for other in told) else "contradicts"
    return None


def _thing_after(text: str, amount: Amount) -> str | None:
    words = [word for word in words_of(text[amount.span.end :])[:3] if word not in FUNCTION_WORDS]
    return words[0] if words else None


def _same(one: str, other: str, language: str) -> bool:
    return any(match(word, terms_of(fold(other), language)) == 1.0 for word in words_in(one))
