"""The sentences of the passages, in the order in which they answer a question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import compress

from langchain_core.documents import Document

from rag.amounts import ends_before, find_dates, with_year
from rag.choose import WORTH_CONFIRMING, is_worth_quoting, rarest
from rag.evidence import Sentence, similarities, speaks
from rag.likeness import WEIGHTS, add_up, liken_sentences
from rag.matching import Word
from rag.scored import Scored
from rag.subject import has_numbers, is_of, names_among
from rag.types import Query
from rag.words import asks_ahead
from vectorstore import Archive

# what is still to come is not answered by the past
PAST_PENALTY = 4.0
# sentences that are embedded for one question: a second on a slow processor
CANDIDATES = 24
# one this far behind before it is embedded would not be quoted if it meant the very same: embedding it would be for nothing
REACH = WEIGHTS["similarity"] + WORTH_CONFIRMING


def rank_sentences(archive: Archive, query: Query, passages: Sequence[Document], words: Sequence[Word]) -> list[Scored]:
    """The passages' sentences, best answer first; `words` are the question's, weighed by `weigh_words`."""
    rough = sorted(liken_sentences(query, passages, words), key=lambda one: (-one.score, one.sentence.rank, one.sentence.span))
    least = rough[0].score - REACH if rough else 0.0
    near = [one for one in _candidates(rough) if one.score >= least]
    ranked = sorted(_with_similarity(archive, query, near, words), key=lambda one: -one.score)
    # of several things of one name, that with the question's number; all of them where none has it
    numbered = {str(passage.id) for passage in passages if has_numbers(passage, query.question)}
    return [one for one in ranked if str(one.sentence.passage.id) in numbered] or ranked


def _candidates(rough: Sequence[Scored]) -> list[Scored]:
    """The best, and the best of each other article: the newest report need not be among the most alike."""
    kept = list(rough[:CANDIDATES])
    articles = {one.sentence.article_id for one in kept}
    for one in rough[CANDIDATES:]:
        if one.sentence.article_id not in articles:
            articles.add(one.sentence.article_id)
            kept.append(one)
    return kept


def _with_similarity(archive: Archive, query: Query, near: Sequence[Scored], words: Sequence[Word]) -> list[Scored]:
    """The sentences with their scores; those that are no answer and are set beside none, whatever they mean, count as like nothing."""
    names = names_among(words, query.question)
    passages = {str(one.sentence.passage.id): one.sentence.passage for one in near}
    is_named = {id: is_of(passage, names, query.question) for id, passage in passages.items()}
    full: list[Scored] = []
    rest = list(near)
    # first those of which each may be the best
    may = [one.score + WEIGHTS["similarity"] >= near[0].score for one in rest]
    while any(may):
        full += _embed(archive, query, list(compress(rest, may)))
        best = max(full, key=lambda one: one.score)
        needed = rarest(best, words)
        rest = [one for one, does in zip(rest, may, strict=True) if not does]
        may = [is_named[str(one.sentence.passage.id)] or _may_answer(one, best, needed) for one in rest]
    return full + [_finish(query, one, 0.0) for one in rest]


def _may_answer(one: Scored, best: Scored, needed: set[str]) -> bool:
    """Whether a sentence would be quoted if it meant the very same as the question."""
    most = replace(one, score=one.score + WEIGHTS["similarity"])
    return most.score >= best.score or is_worth_quoting(most, best, needed)


def _embed(archive: Archive, query: Query, part: Sequence[Scored]) -> list[Scored]:
    spoken = [one.sentence for one in part if speaks(archive, one.sentence.passage)]
    cosines = {(one.article_id, one.text): cosine for one, cosine in zip(spoken, similarities(archive, query.text, spoken), strict=True)}
    return [_finish(query, one, cosines.get((one.sentence.article_id, one.sentence.text), 0.0)) for one in part]


def _finish(query: Query, one: Scored, similarity: float) -> Scored:
    likeness = {**one.likeness, "similarity": similarity}
    return replace(one, likeness=likeness, score=add_up(likeness) - (PAST_PENALTY if _is_past(query.question, one.sentence) else 0.0))


def _is_past(question: str, sentence: Sentence) -> bool:
    """Whether a sentence names only dates before its article, and the question asks for what is to come."""
    published = sentence.passage.metadata.get("published")
    if published is None or not asks_ahead(question):
        return False
    day = datetime.fromtimestamp(published, UTC).date()
    dates = [with_year(found.value, day) for found in find_dates(sentence.text)]
    return bool(dates) and all(ends_before(value, day) for value in dates)
