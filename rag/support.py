"""The sentences of a passage that support a claim, if any do."""

import re
from collections.abc import Sequence

from langchain_core.documents import Document

from rag.evidence import Sentence, coverage, facts_of, sentences_of, similarities, terms_of, words_in
from rag.words import language_of
from vectorstore import Archive, Span

# A claim may be put in other words, but one on the same subject by chance has its names in common and little else.
# Across languages only names, figures and cognates can be in common.
ENOUGH, ENOUGH_ACROSS = 0.3, 0.2
# cosine, with unrelated texts at 0, from which a model that knows both languages takes two sentences for one statement
ENOUGH_ALIKE = 0.5
# how much more of the claim a second sentence must hold to be quoted with the first
WORTH_ANOTHER = 0.2

# 1,500 and 1.500 and 1 500 are one figure, and 3.5 and 3,5
FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f'’ ]\d{3}(?!\d))*(?:[.,]\d+)?")
# figures up to here are often written as words
SPELLED = 12


def find_support(archive: Archive, claim: str, passage: Document) -> Span | None:
    """The best stretch of whole sentences in the passage's text, or None.

    A claim is supported when sentences of the passage hold enough of its words, and the passage, its title or its date
    every figure in it.
    """
    sentences = sentences_of(passage)
    if not sentences or not figures(claim) <= figures(facts_of(passage)):
        return None
    held = [_held(claim, [sentence]) for sentence in sentences]
    best = max(range(len(sentences)), key=lambda place: held[place])
    if held[best] >= (ENOUGH_ACROSS if _crosses(claim, passage) else ENOUGH):
        return _with_neighbour(claim, sentences, best, held[best])
    if _crosses(claim, passage) and _speaks(archive, passage):
        alike = similarities(archive, claim, sentences)
        best = max(range(len(sentences)), key=lambda place: alike[place])
        if alike[best] >= ENOUGH_ALIKE:
            return sentences[best].span
    return None


def figures(text: str) -> set[str]:
    """The figures of a text as bare digits, without those small enough to be written as words.

    >>> sorted(figures("On 2 May 1.500 of 3,5 million"))
    ['1500', '35']
    """
    found = (match.group() for match in FIGURE.finditer(text))
    return {re.sub(r"\D", "", figure) for figure in found if not (figure.isdigit() and int(figure) <= SPELLED)}


def _held(claim: str, sentences: Sequence[Sentence]) -> float:
    text = " ".join(sentence.text for sentence in sentences)
    return coverage(words_in(claim), terms_of(text, sentences[0].passage.metadata["language"]))


def _with_neighbour(claim: str, sentences: Sequence[Sentence], best: int, held: float) -> Span:
    span = sentences[best].span
    for first in (best - 1, best):
        pair = sentences[max(first, 0) : first + 2]
        if len(pair) == 2 and _held(claim, pair) >= held + WORTH_ANOTHER:
            return Span(pair[0].span.start, pair[1].span.end)
    return span


def _crosses(claim: str, passage: Document) -> bool:
    language = language_of(claim)
    return language is not None and passage.metadata["language"] not in ("und", language)


def _speaks(archive: Archive, passage: Document) -> bool:
    """Whether the archive's embedding model knows the passage's language; it is multilingual when it names none."""
    languages = archive.embeddings.identity.languages
    return not languages or passage.metadata["language"] in languages
