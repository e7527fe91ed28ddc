"""The sentences of a passage that may support a claim, best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from langchain_core.documents import Document

from rag.evidence import Sentence, sentences_of, similarities, speaks
from rag.matching import coverage, terms_of, words_in
from rag.words import language_of
from vectorstore import Archive, Span

# A claim may be put in other words, but one on the same subject by chance has its names in common and little else.
# Across languages only names, figures and cognates can be in common.
ENOUGH, ENOUGH_ACROSS = 0.3, 0.2
# cosine, with unrelated texts at 0, from which a model that knows both languages takes two sentences for one statement
ENOUGH_ALIKE = 0.5
# how much more of the claim a second sentence must hold to be quoted with the first
WORTH_ANOTHER = 0.2
# stretches that are compared with a claim in detail
MOST = 4


@dataclass(frozen=True, slots=True)
class Support:
    """A stretch of whole sentences in a passage's text; `held` is the share of the claim's words that it holds, 0 to 1."""

    span: Span
    held: float


def find_support(archive: Archive, claim: str, passage: Document) -> list[Support]:
    """Up to four stretches of one or two sentences that hold enough of the claim, best first; none when none does."""
    sentences = sentences_of(passage)
    if not sentences:
        return []
    held = [_held(claim, [sentence]) for sentence in sentences]
    enough = ENOUGH_ACROSS if _crosses(claim, passage) else ENOUGH
    found = [Support(sentence.span, share) for sentence, share in zip(sentences, held, strict=True) if share >= enough]
    for (first, share), (second, other) in pairwise(zip(sentences, held, strict=True)):
        both = _held(claim, [first, second])
        if both >= max(share, other) + WORTH_ANOTHER and both >= enough:
            found.append(Support(Span(first.span.start, second.span.end), both))
    found.sort(key=lambda one: (-one.held, one.span.start))
    return found[:MOST] or _alike(archive, claim, passage, sentences)


def _alike(archive: Archive, claim: str, passage: Document, sentences: Sequence[Sentence]) -> list[Support]:
    """Across languages, the sentence that an embedding model which knows both takes for the same."""
    if not _crosses(claim, passage) or not speaks(archive, passage):
        return []
    alike = similarities(archive, claim, sentences)
    best = max(range(len(sentences)), key=lambda place: alike[place])
    return [Support(sentences[best].span, ENOUGH_ACROSS)] if alike[best] >= ENOUGH_ALIKE else []


def _held(claim: str, sentences: Sequence[Sentence]) -> float:
    text = " ".join(sentence.text for sentence in sentences)
    return coverage(words_in(claim), terms_of(text, sentences[0].passage.metadata["language"]))


def _crosses(claim: str, passage: Document) -> bool:
    language = language_of(claim)
    return language is not None and passage.metadata["language"] not in ("und", language)
