"""Three rankings made one: what a passage holds of the question's words, and how near its vector is."""

from collections.abc import Mapping

import numpy as np

from vectorstore.rankings import Ranking, Scores
from vectorstore.stored import Rows

# A word is about so many 4-grams: together they say what the word says. From 2 to 3 nothing changes by a point, on one half of the
# questions of Belebele (English, German and across), XQuAD (English, German, Spanish, Chinese and across) and MultiHop-RAG.
GRAMS_PER_WORD = 2.5
# What a passage gains when the question names its source, as a share of the question's weight. Chosen on one half of MultiHop-RAG,
# whose questions name two sources on average; .1 to .3 gives nearly the same.
NAMED = 0.2
# How far a passage's score is drawn towards that of the best passage of its article: where one passage answers, its neighbours mostly
# say the rest. On one half of MultiHop-RAG it finds two more of a hundred questions among ten passages; where articles are short, nothing.
PULL = 1 / 6
NOBODY: Mapping[str, str] = {}


def fuse(
    words: Ranking, grams: Ranking, vectors: Ranking, whole: float, trust: Scores | float, named: Mapping[str, str] = NOBODY
) -> Ranking:
    """(BM25 of words + BM25 of 4-grams / 2.5) / whole + trust · nearness; and .2 more where `named`.

    Then each is drawn a little towards the best of its article.

    Nearness is 1 for the nearest passage of `vectors` and 0 for the last, so that it means the same with every embedding model.
    Divided by the whole, the words count little where hardly any is found: across languages, or in other words than the question's.
    Passages that a ranking does not reach have nothing from it. Equal scores stay in the order of words, 4-grams, vectors.

    Args:
        whole: What the question's terms weigh together, see `weigh_whole`; above 0.
        trust: What nearness is worth, as a share of the whole question's weight; for all, or for each of `vectors`.
        named: By id of a passage whose source the question names, that source; what no ranking has found does not come in by that.
            Of several sources the best passage of each gains it twice, since the question wants to hear them all.

    >>> from vectorstore.rankings import rank
    >>> words, grams, vectors = rank([10], [0], [3.0]), rank([11], [0], [2.0]), rank([12, 11], [0, 0], [0.9, 0.4])
    >>> fuse(words, grams, vectors, 10.0, np.array([0.2, 0.3])).articles.tolist()
    [10, 12, 11]
    """
    parts = (words, grams, vectors)
    articles, places = (np.concatenate([getattr(part, name) for part in parts]) for name in ("articles", "places"))
    gained = np.concatenate([words.scores / whole, grams.scores / GRAMS_PER_WORD / whole, trust * _spread(vectors.scores)])
    if not len(gained):
        return vectors
    # all that is of one passage side by side, and of one article: the order among equals is that in which they came
    order = np.lexsort((places, articles))
    is_next_article = np.concatenate([[True], np.diff(articles[order]) != 0])
    is_next = is_next_article | np.concatenate([[True], np.diff(places[order]) != 0])
    passage = np.empty_like(order)
    passage[order] = np.cumsum(is_next) - 1
    first, begins = order[is_next], np.flatnonzero(is_next_article[is_next])
    articles, places = articles[first], places[first]
    scores: Scores = np.bincount(passage, gained).astype(np.float64)
    sources = _number_sources(Ranking(articles, places, scores), named)
    scores[sources >= 0] += NAMED
    best = np.maximum.reduceat(scores, begins)
    scores += PULL * (np.repeat(best, np.diff(begins, append=len(scores))) - scores)
    ranked = np.lexsort((first, -scores))
    heard, firsts = np.unique(sources[ranked], return_index=True)
    if np.count_nonzero(heard >= 0) > 1:
        scores[ranked[firsts[heard >= 0]]] += NAMED
        ranked = np.lexsort((first, -scores))
    return Ranking(articles[ranked], places[ranked], scores[ranked])


def weigh_whole(words: float, grams: float) -> float:
    """What a question's terms weigh together, from the sums of their inverse document frequencies; 1 when it has none."""
    return words + grams / GRAMS_PER_WORD or 1.0


def _number_sources(found: Ranking, named: Mapping[str, str]) -> Rows:
    """For each passage the number of its source among those that are named; -1 where it has none of them."""
    if not named:
        return np.full(len(found), -1)
    numbers = {source: number for number, source in enumerate(dict.fromkeys(named.values()))}
    return np.array([numbers[named[id]] if id in named else -1 for id in found.ids()])


def _spread(scores: Scores) -> Scores:
    """From 1 for the first to 0 for the last; 1 for all when there is no difference."""
    if not len(scores):
        return scores
    best, worst = scores[0], scores[-1]
    return (scores - worst) / (best - worst) if best > worst else np.ones_like(scores)
