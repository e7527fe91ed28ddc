"""Passages -> the sentences that answer, verbatim, or silence with its reason. No language model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from langchain_core.documents import Document

from rag.evidence import Sentence, Terms, Word, cite, coverage, sentences_of, terms_of, words_in
from rag.types import Citation, Draft, Query
from rag.words import expected_kind
from vectorstore import Archive, TermWeights
from vectorstore.terms import word_terms

NOTHING_FOUND = "The archive holds nothing on this."
NOTHING_NEAR = "Nothing in the archive is near enough to this question to be an answer."
OUTSIDE_FILTER = "Nothing within the chosen dates, sources and languages answers this; the archive holds something outside them."

# a reader compares three sentences at a glance
MOST_QUOTES = 3
# sentences that are embedded for one question: a second on a slow processor
CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence as an answer. All between 0 and 1 but `similarity` (cosine) and `score` (their sum, to compare within one question)."""

    sentence: Sentence
    held: float
    held_around: float
    similarity: float = 0.0
    kind: float = 0.0
    score: float = 0.0


def quote_answer(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft:
    """A draft of up to three quotes from different articles, best first; without quotes it says in `reason` why."""
    if not passages:
        return Draft(reason=_why_nothing(archive, query))
    scored = score_sentences(archive, query, passages)
    if not scored or not is_near(scored):
        return Draft(reason=NOTHING_NEAR)
    chosen = [cite(archive, one.sentence.passage, one.sentence.span) for one in _choose(scored)]
    quotes = tuple(quote for quote in chosen if quote is not None)
    return Draft(quotes=quotes) if quotes else Draft(reason=NOTHING_FOUND)


def score_sentences(archive: Archive, query: Query, passages: Sequence[Document]) -> list[Scored]:
    """The passages' sentences, best answer first."""
    words = weigh_words(archive, query.text, passages)
    rough: list[Scored] = []
    for rank, passage in enumerate(passages):
        language = passage.metadata["language"]
        around = coverage(words, terms_of(f"{passage.metadata['title']}\n{passage.page_content}", language))
        for sentence in sentences_of(passage, rank):
            rough.append(Scored(sentence, coverage(words, terms_of(sentence.text, language)), around))
    rough.sort(key=lambda one: (-one.held - one.held_around - 0.5 / (1 + one.sentence.rank), one.sentence.rank, one.sentence.span))
    return sorted(_score(archive, query, rough[:CANDIDATES]), key=lambda one: -one.score)


def is_near(scored: Sequence[Scored]) -> bool:
    """Whether the best sentence is about the question at all."""
    return confidence(scored) >= NEAR


def confidence(scored: Sequence[Scored]) -> float:
    best = scored[0]
    return 0.5 * best.held + 0.5 * best.held_around + best.similarity


NEAR = 0.6


def weigh_words(archive: Archive, text: str, passages: Sequence[Document]) -> list[Word]:
    """The question's words with their weight in this archive: rare ones decide, and one that no passage has weighs most."""
    weights = archive.weigh(text)
    languages = sorted({str(passage.metadata["language"]) for passage in passages})
    return [replace(word, weight=_weight(word, weights, languages)) for word in words_in(text)]


def _weight(word: Word, weights: TermWeights, languages: Sequence[str]) -> float:
    # another language's stemmer makes a stem that nobody has of a common word: the commonest stem tells
    stems = [term for language in languages for term in word_terms(word.written, language)]
    return min((weights.words[stem] for stem in stems if stem in weights.words), default=1.0)


def _score(archive: Archive, query: Query, rough: Sequence[Scored]) -> list[Scored]:
    """With the similarity to the question and the fitness of its kind."""
    similarities = _similarities(archive, query.text, [one.sentence for one in rough])
    asks_for = expected_kind(query.question)
    full: list[Scored] = []
    for one, similarity in zip(rough, similarities, strict=True):
        kind = 1.0 if asks_for is None or asks_for(one.sentence.text) else 0.0
        score = one.held + 0.5 * one.held_around + similarity + 0.2 * kind + 0.3 / (1 + one.sentence.rank)
        full.append(replace(one, similarity=similarity, kind=kind, score=score))
    return full


def _similarities(archive: Archive, question: str, sentences: Sequence[Sentence]) -> list[float]:
    """Cosine of each sentence with the question; 0 where the model has not learnt the sentence's language."""
    if not sentences:
        return []
    asked = archive.embeddings.embed_query(question)
    vectors = archive.embeddings.embed_documents([sentence.text for sentence in sentences])
    return [sum(left * right for left, right in zip(asked, vector, strict=True)) for vector in vectors]


def _choose(scored: Sequence[Scored]) -> list[Scored]:
    """The best sentence of each article, as long as it is nearly as good as the best of all; a copied sentence counts once."""
    chosen: list[Scored] = []
    for one in scored:
        if len(chosen) == MOST_QUOTES or one.score < NEARLY * scored[0].score:
            break
        same = any(one.sentence.article_id == other.sentence.article_id or one.sentence.text == other.sentence.text for other in chosen)
        if not same:
            chosen.append(one)
    return chosen


NEARLY = 0.8


def _why_nothing(archive: Archive, query: Query) -> str:
    return OUTSIDE_FILTER if query.filter and archive.search(query.text, k=1) else NOTHING_FOUND
