"""The sentences of the passages, in the order in which they answer a question."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import compress, pairwise

from langchain_core.documents import Document

from rag.evidence import Sentence, Word, coverage, facts_of, match, sentences_of, similarities, speaks, terms_of, words_in
from rag.fitness import fits
from rag.kinds import Kind, kind_of
from rag.subject import has_numbers, is_of, names_among
from rag.suspicious import is_suspicious
from rag.types import Query
from rag.words import FUNCTION_WORDS, asks_ahead, words_of, years_in
from vectorstore import Archive, Span, TermWeights
from vectorstore.terms import gram_terms, word_terms

# What each likeness of a sentence to the question counts for: a conditional logit over the sentences found for a question, fitted with
# an L2 penalty of 0.0002 on half a of XQuAD in English and German, where the sentence with the gold answer is the right one. On half b the
# first quote holds the answer in .849 / .809, one of three in .962 / .933. Without any one of them half a loses .002 to .03.
WEIGHTS: Mapping[str, float] = {
    "around": 2.31,  # the weight of the question's words that the passage holds, with its title, source and date
    "similarity": 2.87,  # of the embeddings, 0 in a language that the model does not speak
    "fits": 1.66,  # the kind of thing asked for is there
    "found": 4.36,  # the passage's score in the search, by that of the best
    "adjacent": 1.29,  # pairs of words that follow each other in the question
    "held": 1.15,  # the question's words, weighed by how few of the sentences found have them
    "held before": 2.2,  # the same, with the sentence before
    "named": 0.45,  # the thing after "which"
    "grams": 3.5,  # the question's 4-grams
    "dense": 1.12,  # how much of the sentence is the question's words
}
# a sentence this much less likely is not quoted: half a keeps .959 of what all three would hold, in two quotes instead of three
WORTH_QUOTING = 4.0
# One that leans on a sentence quoted already is said in the same quote when it is hardly less likely: "She was elected in May. She is
# the first woman …". On half a the first quote then holds the answer in .885 / .833 instead of .832 / .800, for eight words more.
WORTH_JOINING = 3.0
# another article is quoted beside it when its sentence holds nearly as much of the question's words, which is what confirms
WORTH_CONFIRMING, NEARLY_HELD = 7.0, 0.75
# what is still to come is not answered by the past
PAST_PENALTY = 4.0
# the sentence before is quoted too when it holds this much more of the question's words, or the name that a pronoun stands for
WORTH_THE_ONE_BEFORE = 0.1
LEANING = re.compile(
    r"(?:he|she|it|they|this|these|his|her|its|their|such|another|both|er|sie|es|diese\w*|sein\w*|ihr\w*|dies|dort|dabei|hier|damit"
    r"|il|elle|ils|elles|ce|cette|ces|son|sa|ses|leurs?|él|ella|ellos|ellas|este|esta|esto|estos|su|sus)\b",
    re.IGNORECASE,
)
WHICH = re.compile(r"\b(?:what|which|how|was|wie|welche[rsmn]?|quel(?:le)?s?|que|qué|cuál)\b", re.IGNORECASE)
# sentences that are embedded for one question: a second on a slow processor
CANDIDATES = 24
# one this far behind before it is embedded would not be quoted if it meant the very same: embedding it would be for nothing
REACH = WEIGHTS["similarity"] + WORTH_CONFIRMING


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence as an answer.

    Attributes:
        before: The sentence before it in its passage; None for the first.
        likeness: By the names of WEIGHTS.
        words: The question's words that it holds.
        score: Log odds against the other sentences found for the same question.
        joined: The stretch of another sentence that leans on this one and is quoted with it; None for none.
    """

    sentence: Sentence
    before: Sentence | None
    likeness: Mapping[str, float]
    words: frozenset[str]
    score: float = field(default=0.0)
    joined: Span | None = None

    @property
    def quoted(self) -> Span:
        """The sentence, with the one before where it does not stand alone, and what is joined to it."""
        alone = own = self.sentence.span
        if self.before is not None and self._leans():
            own = Span(self.before.span.start, own.end)
        if self.joined is not None:
            own = Span(min(own.start, self.joined.start), max(own.end, self.joined.end))
        # between them may lie what is no sentence to quote
        return alone if own != alone and is_suspicious(self.sentence.passage.page_content[own.start : own.end]) else own

    def _leans(self) -> bool:
        named_before = self.likeness["held before"] - self.likeness["held"] > WORTH_THE_ONE_BEFORE
        return named_before or LEANING.match(self.sentence.text) is not None

    @property
    def quote(self) -> str:
        span = self.quoted
        return self.sentence.passage.page_content[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its sentences are compared with it. `rarity` weighs each of its words among the sentences found.

    `folded` are all its words, `pairs` those that follow each other.
    """

    words: Sequence[Word]
    rarity: Sequence[float]
    kind: Kind
    folded: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    length: int
    grams: frozenset[str]
    named: int | None


def rank_sentences(archive: Archive, query: Query, passages: Sequence[Document], words: Sequence[Word]) -> list[Scored]:
    """The passages' sentences, best answer first; `words` are the question's, weighed by `weigh_words`."""
    held = {str(passage.id): _held_by(passage, words) for passage in passages}
    asked = _asked(query, words, [row for rows in held.values() for row in rows])
    rough: list[Scored] = []
    for rank, passage in enumerate(passages):
        rough += _scored(passage, rank, held[str(passage.id)], asked, passages)
    rough.sort(key=lambda one: (-_sum(one.likeness), one.sentence.rank, one.sentence.span))
    least = _sum(rough[0].likeness) - REACH if rough else 0.0
    near = [one for one in _candidates(rough) if _sum(one.likeness) >= least]
    ranked = sorted(_with_similarity(archive, query, near, words), key=lambda one: -one.score)
    # of several things of one name, that with the question's number; all of them where none has it
    return [one for one in ranked if has_numbers(one.sentence.passage, query.question)] or ranked


def _candidates(rough: Sequence[Scored]) -> list[Scored]:
    """The best, and the best of each other article: the newest report need not be among the most alike."""
    kept = list(rough[:CANDIDATES])
    articles = {one.sentence.article_id for one in kept}
    for one in rough[CANDIDATES:]:
        if one.sentence.article_id not in articles:
            articles.add(one.sentence.article_id)
            kept.append(one)
    return kept


def choose_sentences(ranked: Sequence[Scored], words: Sequence[Word], most: int) -> list[Scored]:
    """The best, and others nearly as likely; a copied sentence, and one that a quote holds already, counts once.

    One whose quote reaches into another's is quoted in one piece with it, or not at all.

    One of another article also holds the rarest word of the question that the best one holds: what they share is what was asked.
    """
    if not ranked:
        return []
    needed = _rarest(ranked[0], words)
    chosen: list[Scored] = []
    for one in ranked:
        if not _is_worth_quoting(one, ranked[0], needed):
            continue
        place = next((place for place, other in enumerate(chosen) if _repeats(one, other)), None)
        if place is None:
            chosen.append(one)
        elif _is_joined(one, chosen[place]):
            chosen[place] = replace(chosen[place], joined=one.quoted)
    return chosen[:most]


def _rarest(best: Scored, words: Sequence[Word]) -> set[str]:
    """The rarest words of the question that a sentence holds."""
    held = [word for word in words if word.written in best.words]
    rarest = max((word.weight for word in held), default=0.0)
    return {word.written for word in held if word.weight == rarest}


def _is_worth_quoting(one: Scored, best: Scored, needed: set[str]) -> bool:
    behind = best.score - one.score
    if one.sentence.article_id == best.sentence.article_id:
        return behind <= WORTH_QUOTING
    confirms = behind <= WORTH_CONFIRMING and one.likeness["held before"] >= NEARLY_HELD * best.likeness["held before"]
    return (behind <= WORTH_QUOTING or confirms) and (not needed or not needed.isdisjoint(one.words))


def weigh_words(archive: Archive, text: str, passages: Sequence[Document]) -> list[Word]:
    """The question's words with their weight in this archive: rare ones decide, and one that no passage has weighs most."""
    weights = archive.weigh(text)
    languages = sorted({str(passage.metadata["language"]) for passage in passages})
    return [replace(word, weight=_weight(word, weights, languages)) for word in words_in(text)]


def _weight(word: Word, weights: TermWeights, languages: Sequence[str]) -> float:
    # another language's stemmer makes a stem that nobody has of a common word: the commonest stem tells
    stems = [term for language in languages for term in word_terms(word.written, language)]
    return min((weights.words[stem] for stem in stems if stem in weights.words), default=1.0)


def _held_by(passage: Document, words: Sequence[Word]) -> list[list[float]]:
    """For each sentence of a passage, how surely it holds each word."""
    terms = [terms_of(sentence.text, passage.metadata["language"]) for sentence in sentences_of(passage)]
    return [[match(word, one) for word in words] for one in terms]


def _asked(query: Query, words: Sequence[Word], rows: Sequence[Sequence[float]]) -> Asked:
    having = [sum(row[place] > 0 for row in rows) for place in range(len(words))]
    rarity = [math.log(1 + len(rows) / (count + 0.5)) if count else 0.0 for count in having]
    which = WHICH.search(query.text)
    named = words_of(query.text[which.end() :])[:3] if which else []
    place = next((place for place, word in enumerate(words) if words_of(word.written)[:1] and words_of(word.written)[0] in named), None)
    folded = words_of(query.text)
    pairs, grams = frozenset(pairwise(folded)), frozenset(gram_terms(query.text))
    return Asked(words, rarity, kind_of(query.question), frozenset(folded), pairs, len(folded), grams, place)


def _scored(passage: Document, rank: int, held: Sequence[Sequence[float]], asked: Asked, passages: Sequence[Document]) -> Iterable[Scored]:
    best = passages[0].metadata.get("score") or 1.0
    shared = {
        "around": coverage(asked.words, terms_of(facts_of(passage), passage.metadata["language"])),
        "found": (passage.metadata.get("score") or 0.0) / best,
    }
    before: Sentence | None = None
    for place, sentence in enumerate(sentences_of(passage, rank)):
        own, earlier = held[place], held[place - 1] if place else held[place]
        both = [max(pair) for pair in zip(own, earlier, strict=True)]
        grams = terms_of(sentence.text, passage.metadata["language"]).grams
        likeness = {**shared, **_likeness(sentence, grams, asked), "held": _share(own, asked), "held before": _share(both, asked)}
        likeness["named"] = own[asked.named] if asked.named is not None else 0.0
        words = frozenset(word.written for word, surely in zip(asked.words, own, strict=True) if surely)
        yield Scored(sentence, before, likeness, words)
        before = sentence


def _likeness(sentence: Sentence, grams: frozenset[str], asked: Asked) -> dict[str, float]:
    """By the letters of a sentence alone."""
    folded = words_of(sentence.text)
    matter = [word for word in folded if word not in FUNCTION_WORDS]
    return {
        "fits": fits(asked.kind, sentence.text, asked.folded, str(sentence.passage.metadata["language"])),
        "adjacent": len(asked.pairs.intersection(pairwise(folded))) / max(1, asked.length - 1),
        "grams": len(asked.grams & grams) / max(1, len(asked.grams)),
        "dense": sum(word in asked.folded for word in matter) / max(1, len(matter)),
    }


def _share(held: Sequence[float], asked: Asked) -> float:
    return sum(map(lambda surely, rarity: surely * rarity, held, asked.rarity)) / (sum(asked.rarity) or 1.0)


def _with_similarity(archive: Archive, query: Query, near: Sequence[Scored], words: Sequence[Word]) -> list[Scored]:
    """The sentences with their scores; those that are no answer and are set beside none, whatever they mean, count as like nothing."""
    names = names_among(words, query.question)
    passages = {str(one.sentence.passage.id): one.sentence.passage for one in near}
    is_named = {id: is_of(passage, names, query.question) for id, passage in passages.items()}
    full: list[Scored] = []
    rest = list(near)
    # first those of which each may be the best
    may = [_sum(one.likeness) + WEIGHTS["similarity"] >= _sum(near[0].likeness) for one in rest]
    while any(may):
        full += _embed(archive, query, list(compress(rest, may)))
        best = max(full, key=lambda one: one.score)
        needed = _rarest(best, words)
        rest = [one for one, does in zip(rest, may, strict=True) if not does]
        may = [is_named[str(one.sentence.passage.id)] or _may_answer(one, best, needed) for one in rest]
    return full + [_finish(query, one, 0.0) for one in rest]


def _may_answer(one: Scored, best: Scored, needed: set[str]) -> bool:
    """Whether a sentence would be quoted if it meant the very same as the question."""
    most = replace(one, score=_sum(one.likeness) + WEIGHTS["similarity"])
    return most.score >= best.score or _is_worth_quoting(most, best, needed)


def _embed(archive: Archive, query: Query, part: Sequence[Scored]) -> list[Scored]:
    spoken = [one.sentence for one in part if speaks(archive, one.sentence.passage)]
    cosines = {(one.article_id, one.text): cosine for one, cosine in zip(spoken, similarities(archive, query.text, spoken), strict=True)}
    return [_finish(query, one, cosines.get((one.sentence.article_id, one.sentence.text), 0.0)) for one in part]


def _finish(query: Query, one: Scored, similarity: float) -> Scored:
    likeness = {**one.likeness, "similarity": similarity}
    return replace(one, likeness=likeness, score=_sum(likeness) - (PAST_PENALTY if _is_past(query.question, one.sentence) else 0.0))


def _sum(likeness: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in likeness.items())


def _is_past(question: str, sentence: Sentence) -> bool:
    """Whether a sentence names only years before its article, and the question asks for what is to come."""
    published = sentence.passage.metadata.get("published")
    years = years_in(sentence.text)
    return published is not None and bool(years) and asks_ahead(question) and max(years) < datetime.fromtimestamp(published, UTC).year


def _repeats(one: Scored, other: Scored) -> bool:
    return one.quote in other.quote or other.quote in one.quote or _overlap(one, other)


def _overlap(one: Scored, other: Scored) -> bool:
    same = one.sentence.passage.id == other.sentence.passage.id
    return same and one.quoted.start < other.quoted.end and other.quoted.start < one.quoted.end


def _is_joined(one: Scored, other: Scored) -> bool:
    """Whether a sentence goes into the quote of one that is nearly as likely; once, so that a quote stays short."""
    return _overlap(one, other) and one.quote not in other.quote and other.joined is None and other.score - one.score <= WORTH_JOINING
