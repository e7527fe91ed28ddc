"""Are the passages about the question at all? When they are not, silence is the answer."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from langchain_core.documents import Document

from rag.comparisons.concepts import Concept, concepts_among, concepts_in, is_deed
from rag.evidence import facts_of, speaks
from rag.kinds import kind_of
from rag.matching import TRANSLATED, Word, match, terms_of
from rag.scored import Scored
from rag.subject import names_among
from rag.titles import is_office_word
from rag.types import Query
from rag.words import language_of, years_in
from vectorstore import Archive
from vectorstore.terms import fold

# Log odds that the passages answer, by a logistic regression (L2 0.001) on half a of XQuAD in English and German, each question with
# its paragraph in the archive and without (its neighbours then tempt), and half a of MultiHop-RAG, the six groups weighing the same.
WEIGHTS: Mapping[str, float] = {
    "names in all": 1.6,  # share of the question's names and numbers that some passage holds
    "names in one": 1.3,  # that the best sentence's passage holds
    "around": 3.07,  # most of the question's words that one passage holds, by weight
    "similarity": 1.24,  # of the best sentence, in a language that the model speaks
    "similarity in all": 1.07,  # of the sentence most alike
    "speaks": -2.68,  # the model speaks the language, so that the two above are there
    "adjacent": 1.52,
    "dense": 1.85,
    "fits": 0.44,
    "found": 2.91,  # the search's score of the first passage
    "length": 1.68,  # log of the number of the question's words: a long question is never held whole
}
BIAS = -9.19
# from this on a sentence says the same in other words
SAME_THING = 0.75
# the name of that thing in our vocabulary
ACCUSATION = "accus"
# kinds of question that a sentence visibly answers, or not
TOLD_KINDS = frozenset(("who", "when", "where", "how many", "how much"))
# The same in a language that the model does not speak, on half a of XQuAD in German alone: words must do what vectors cannot.
UNSPOKEN: Mapping[str, float] = {
    "names in all": 2.23,
    "around best": 5.05,  # the question's words that the best sentence's passage holds, by weight
    "grams": 2.73,
    "adjacent": 3.24,
    "found": 3.18,
    "unfit": -2.11,  # the kind of thing asked for can be told, and is not there
    "length": 1.47,
}
BIAS_UNSPOKEN = -10.39
# The least log odds that are answered: docs/evaluation.md has the curve, `python -m evaluation answers` prints it.
NEAR, NEAR_UNSPOKEN = -0.2, -0.6
# a long question names several things, and no passage has them all
LONG_QUESTION, NEAR_LONG = 14, -0.6
# asked in another language than the passages are in, fewer words can be found, and their absence tells less: what refuses two of
# three on half a, German paragraphs asked in English without the one that answers, and a quarter of those with it
NEAR_ACROSS = -1.2


def is_near(archive: Archive, query: Query, passages: Sequence[Document], ranked: Sequence[Scored], words: Sequence[Word]) -> bool:
    """Whether the best of the ranked sentences is worth quoting, to a reader who wants it as sure as the query says."""
    return bool(ranked) and nearness(archive, query, passages, ranked, words) >= query.caution


def nearness(archive: Archive, query: Query, passages: Sequence[Document], ranked: Sequence[Scored], words: Sequence[Word]) -> float:
    """How far the log odds that the best of the ranked sentences answers lie above the least that is answered.

    Minus infinity where nothing was found, no passage, title or date has a year that the question names, or the best passage tells of
    whom it names and nothing of what is said to have happened.
    """
    if not ranked or not years_held(query.text, passages) or not _tells_of_event(query, ranked[0], words):
        return -math.inf
    across, spoken = _is_across(query, ranked[0]), speaks(archive, ranked[0].sentence.passage)
    least = NEAR_ACROSS if across else NEAR if spoken else NEAR_UNSPOKEN
    features = _features(query, passages, ranked, words, spoken)
    weights, bias = (WEIGHTS, BIAS) if spoken or across else (UNSPOKEN, BIAS_UNSPOKEN)
    odds = bias + sum(weight * features[name] for name, weight in weights.items())
    return odds - (min(least, NEAR_LONG) if len(words) > LONG_QUESTION else least)


def _features(
    query: Query, passages: Sequence[Document], ranked: Sequence[Scored], words: Sequence[Word], spoken: bool
) -> dict[str, float]:
    best = ranked[0]
    otherwise = _told_otherwise(query, best, words)
    names = [word for word in words if word.written[:1].isupper() or any(character.isdigit() for character in word.written)]
    held = [_held_names(names, passage) for passage in passages]
    return {
        "names in all": _mean([max(column) for column in zip(*held, strict=True)]),
        "names in one": _mean(held[best.sentence.rank]),
        "around": min(1.0, max(one.likeness["around"] for one in ranked) + otherwise),
        "around best": min(1.0, best.likeness["around"] + otherwise),
        "similarity": best.likeness["similarity"],
        "similarity in all": max(one.likeness["similarity"] for one in ranked),
        "speaks": float(spoken),
        "found": float(passages[0].metadata.get("score") or 0.0),
        "length": math.log(1 + len(words)),
        "unfit": float(kind_of(query.question) in TOLD_KINDS and not best.likeness["fits"]),
        **{name: best.likeness[name] for name in ("adjacent", "dense", "fits", "grams")},
    }


def _told_otherwise(query: Query, best: Scored, words: Sequence[Word]) -> float:
    """The share that those of the question's words weigh which the best passage lacks and says in other words of its language: who asks
    what won finds "took the prize", and nobody is accused in the words in which the papers put it.
    """
    language, passage = language_of(query.question), best.sentence.passage
    if language is None or language != passage.metadata["language"] or not (asked := _asked_for(query.text, language)):
        return 0.0
    told = concepts_among(asked, facts_of(passage), language)
    ours = {word for concept in told for word in asked[concept].split()}
    terms = terms_of(facts_of(passage), language)
    missed = [word for word in words if fold(word.written) in ours and not match(word, terms)]
    return TRANSLATED * sum(word.weight for word in missed) / sum(word.weight for word in words) if missed else 0.0


@lru_cache(maxsize=256)
def _asked_for(text: str, language: str) -> Mapping[Concept, str]:
    """The things of our vocabulary that a question names, each with its words for it."""
    return concepts_in(text, language)


def _is_across(query: Query, best: Scored) -> bool:
    """Whether the question is in another language than the sentence, as far as both are known."""
    language, asked_in = best.sentence.language, language_of(query.question)
    return asked_in is not None and language not in ("und", asked_in)


def years_held(text: str, passages: Sequence[Document]) -> bool:
    """Whether each year that a question names stands in some passage, its title or its date.

    On the second half of XQuAD this refuses up to .007 more of what should be, and not one answer more.
    """
    named = set(years_in(text))
    return not named or named <= {year for passage in passages for year in years_in(facts_of(passage))}


def _tells_of_event(query: Query, best: Scored, words: Sequence[Word]) -> bool:
    """Whether, asked why or when something happened to somebody, or what they are accused of, the best passage tells of it: "Why did Mayor
    Ann Berg resign?" is not answered by her election. True where that is not asked or, across languages, our vocabulary has no word for it.
    """
    language, asked_in = best.sentence.language, language_of(query.question)
    if asked_in is None or best.likeness["similarity"] >= SAME_THING:
        return True
    asked = {concept for concept in _asked_for(query.text, asked_in) if is_deed(concept) or concept.name == ACCUSATION}
    is_accused = any(concept.name == ACCUSATION for concept in asked)
    if kind_of(query.question) not in ("why", "when") and not is_accused:
        return True
    names = {word.written for word in names_among(words, query.question)}
    events = [word for word in words if word.written not in names and not is_office_word(word.written)]
    # every German noun has a capital: where all with one pass for names, nothing is left but a verb
    all_nouns = asked_in == "de" and all(word.written in names for word in words if word.written[:1].isupper())
    if not names or not events or (not asked if asked_in != language else all_nouns and not is_accused):
        return True
    told = facts_of(best.sentence.passage)
    terms = terms_of(told, language)
    return any(match(word, terms) for word in events) or bool(concepts_among(asked, told, language))


def _held_names(names: Sequence[Word], passage: Document) -> list[float]:
    terms = terms_of(facts_of(passage), passage.metadata["language"])
    return [match(name, terms) for name in names]


def _mean(values: Sequence[float]) -> float:
    # a question without names misses none
    return sum(values) / len(values) if values else 1.0
