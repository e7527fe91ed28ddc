"""Three rankings made one: what a passage holds of the question's words, and how near its vector is."""

from collections.abc import Mapping, Sequence
from operator import itemgetter

from vectorstore.passage import article_of

Ranking = Sequence[tuple[str, float]]
"""Passage ids with their scores, best first."""

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
    words: Ranking, grams: Ranking, vectors: Ranking, whole: float, trust: Mapping[str, float], named: Mapping[str, str] = NOBODY
) -> list[tuple[str, float]]:
    """Ids with a score, best first: (BM25 of words + BM25 of 4-grams / 2.5) / whole + trust · nearness; and .2 more where `named`.

    Then each is drawn a little towards the best of its article.

    Nearness is 1 for the nearest passage of `vectors` and 0 for the last, so that it means the same with every embedding model.
    Divided by the whole, the words count little where hardly any is found: across languages, or in other words than the question's.
    Ids that a ranking does not reach have nothing from it. Equal scores stay in the order of words, 4-grams, vectors.

    Args:
        whole: What the question's terms weigh together, see `weigh_whole`; above 0.
        trust: By id of `vectors`, what the nearest passage is worth, as a share of the whole question's weight.
        named: By id of a passage whose source the question names, that source; what no ranking has found does not come in by that.
            Of several sources the best passage of each gains it twice, since the question wants to hear them all.

    >>> [id for id, score in fuse([("a", 3.0)], [("b", 2.0)], [("c", 0.9), ("b", 0.4)], 10.0, {"b": 0.3, "c": 0.2})]
    ['a', 'c', 'b']
    """
    scores = {id: score / whole for id, score in words}
    found = scores.get
    for id, score in grams:
        scores[id] = found(id, 0.0) + score / GRAMS_PER_WORD / whole
    for id, nearness in _spread(vectors):
        scores[id] = found(id, 0.0) + trust[id] * nearness
    named = {id: named[id] for id in scores if id in named} if named else NOBODY
    for id in named:
        scores[id] += NAMED
    pulled = _pull(scores)
    if len(set(named.values())) > 1:
        for id in _first_of_each(pulled, named):
            pulled[id] += NAMED
    return sorted(pulled.items(), key=itemgetter(1), reverse=True)


def weigh_whole(words: float, grams: float) -> float:
    """What a question's terms weigh together, from the sums of their inverse document frequencies; 1 when it has none."""
    return words + grams / GRAMS_PER_WORD or 1.0


def _first_of_each(scores: Mapping[str, float], named: Mapping[str, str]) -> list[str]:
    first: dict[str, str] = {}
    for id in sorted(named, key=lambda id: -scores[id]):
        first.setdefault(named[id], id)
    return list(first.values())


def _pull(scores: Mapping[str, float]) -> dict[str, float]:
    articles = list(map(article_of, scores))
    best: dict[str, float] = {}
    for article, score in zip(articles, scores.values(), strict=True):
        if score > best.get(article, 0.0):
            best[article] = score
    return {id: score + PULL * (best.get(article, 0.0) - score) for article, (id, score) in zip(articles, scores.items(), strict=True)}


def _spread(ranking: Ranking) -> Ranking:
    """Scores from 1 for the first to 0 for the last; 1 for all when there is no difference."""
    if not ranking:
        return []
    best, worst = ranking[0][1], ranking[-1][1]
    return [(id, (score - worst) / (best - worst) if best > worst else 1.0) for id, score in ranking]
