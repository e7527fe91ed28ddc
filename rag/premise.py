"""A question that takes something for true which the archive contradicts: the contradiction is the answer."""

import re
from collections.abc import Callable, Sequence

from rag.kinds import kind_of
from rag.matching import Word
from rag.scored import Scored
from rag.stance import negated_words, stance_of, stated_words
from rag.subject import is_of, names_among
from rag.types import Query

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
    if kind_of(query.question) == "when":
        near = [one for one in near if not UNTIL.search(one.sentence.text)]
    stances = [stance_of(query.text, one.sentence.text, str(one.sentence.passage.metadata["language"])) for one in near]
    if "affirms" in stances or "contradicts" not in stances:
        return None
    one = near[stances.index("contradicts")]
    negated = _words(negated_words, query, [one])
    # what is negated of the one and told of another happened after all
    return None if negated and negated <= _words(stated_words, query, near) else one


def _words(find: Callable[[str, str, str], frozenset[str]], query: Query, told: Sequence[Scored]) -> frozenset[str]:
    found = (find(query.text, one.sentence.text, str(one.sentence.passage.metadata["language"])) for one in told)
    return frozenset().union(*found)
