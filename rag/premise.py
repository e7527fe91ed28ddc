"""A question that takes something for true which the archive contradicts: the contradiction is the answer."""

import re
from collections.abc import Callable, Collection, Sequence

from rag.comparisons.concepts import concepts_in, is_deed
from rag.evidence import facts_of
from rag.kinds import kind_of
from rag.matching import DERIVED, Word, match, terms_of
from rag.scored import Scored
from rag.stance import negated_words, stance_of, stated_words
from rag.subject import is_of, names_among
from rag.types import Query
from rag.words import language_of

# sentences that are looked at: one that affirms among them says that the premise may hold
LOOKED_AT = 4
# "When will it reopen?" is answered by "closed until 12 October"
UNTIL = re.compile(r"\b(?:until|till|not before|bis|erst|nicht vor|jusqu\w*|pas avant|hasta|no antes)\b", re.IGNORECASE)
# of the best one's words of the question
SAME_MATTER = 0.6


def find_contradiction(query: Query, ranked: Sequence[Scored], words: Sequence[Word]) -> Scored | None:
    """The sentence that says the contrary of what the question takes for true; None when none does or another affirms it."""
    names = names_among(words, query.question)
    if not ranked or kind_of(query.question) == "whether" or not is_of(ranked[0].sentence.passage, names, query.question):
        return None
    least = SAME_MATTER * ranked[0].likeness["held before"]
    near = [
        one for one in ranked[:LOOKED_AT] if one.likeness["held before"] >= least and is_of(one.sentence.passage, names, query.question)
    ]
    near = [one for one in near if _is_about(query, one, words, {name.written for name in names})]
    if kind_of(query.question) == "when":
        near = [one for one in near if not UNTIL.search(one.sentence.text)]
    stances = [stance_of(query.text, one.sentence.text, one.sentence.language) for one in near]
    if "affirms" in stances or "contradicts" not in stances:
        return None
    one = near[stances.index("contradicts")]
    negated = _words(negated_words, query, [one])
    # what is negated of the one and told of another happened after all
    return None if negated and negated <= _words(stated_words, query, near) else one


def _is_about(query: Query, one: Scored, words: Sequence[Word], names: Collection[str]) -> bool:
    """Whether a passage has a thing that a question speaks of beside names and deeds: an opened tap says nothing of a bar."""
    language = language_of(query.question)
    # the "t" of "a-t-il" is no thing
    matter = [word for word in words if word.written not in names and len(word.written) > 2 and not _is_done(word.written, language)]
    terms = terms_of(facts_of(one.sentence.passage), one.sentence.language)
    return not matter or any(match(word, terms) > DERIVED for word in matter)


def _is_done(word: str, language: str | None) -> bool:
    return language is not None and any(is_deed(concept) for concept in concepts_in(word, language))


def _words(find: Callable[[str, str, str], frozenset[str]], query: Query, told: Sequence[Scored]) -> frozenset[str]:
    found = (find(query.text, one.sentence.text, one.sentence.language) for one in told)
    return frozenset().union(*found)
