"""The marks in a model's text: which passages each sentence names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from langchain_core.documents import Document

from rag.inert import inert
from rag.leaks import leaks
from vectorstore.sentences import split_sentences

# one mark, or several in one pair of brackets, and what models make of them: numbers and words of their own
MARKS = re.compile(r"[ \t]*[\[【]\s*((?:[a-z]\d[a-z]\d*|\d{1,3}|\^\d+)(?:\s*[,;]\s*(?:[a-z]\d[a-z]\d*|\d{1,3}))*)\s*[\]】]", re.IGNORECASE)
# the beginning of a mark at the end of a text that still streams
HALF_MARK = re.compile(r"[ \t]*[\[【][^\]】]{0,40}\Z")
ROUND = str.maketrans("[]【】", "()()")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft without its marks, the passages that these name, and the white space after it."""

    text: str
    marks: tuple[str, ...]
    space: str


def read_claims(text: str) -> list[Claim]:
    """The sentences of a draft with the marks that stand in or after each, lower case, each mark once."""
    bare, marks = _take_marks(inert(text))
    spans = [span for span in split_sentences(bare) if not leaks(bare[span.start : span.end])]
    claims: list[Claim] = []
    for place, span in enumerate(spans):
        until = spans[place + 1].start if place + 1 < len(spans) else len(bare) + 1
        own = [name for at, name in marks if (span.start < at <= until) or (place == 0 and at <= span.start)]
        space = bare[span.end : until]
        claims.append(Claim(bare[span.start : span.end], tuple(dict.fromkeys(own)), space if not space.strip() else " "))
    return claims


def marked_passages(claims: Sequence[Claim], named: Mapping[str, Document]) -> list[Document]:
    """The passages that the first of these claims names, or else the first later one of its paragraph.

    Models often put one mark at the end of a paragraph for all its sentences.
    """
    own = [named[name] for name in claims[0].marks if name in named]
    return own or _marked_later(claims, named)


def without_marks(text: str) -> str:
    """A draft that still streams, harmless, without marks and the half of one at its end."""
    shown = inert(HALF_MARK.sub("", _take_marks(text)[0]))
    if not leaks(shown):
        return shown
    return " ".join(sentence for span in split_sentences(shown) if not leaks(sentence := shown[span.start : span.end]))


def _marked_later(claims: Sequence[Claim], named: Mapping[str, Document]) -> list[Document]:
    for claim in claims:
        if claim.marks:
            return [named[name] for name in claim.marks if name in named]
        if "\n" in claim.space:
            break
    return []


def _take_marks(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without marks, and each mark with the place where it stood."""
    kept: list[str] = []
    marks: list[tuple[int, str]] = []
    at = length = 0
    for found in MARKS.finditer(text):
        kept.append(text[at : found.start()])
        length += found.start() - at
        at = found.end()
        marks += [(length, name.lower()) for name in re.split(r"\s*[,;]\s*", found[1])]
    bare = "".join([*kept, text[at:]])
    # taking one mark out may have joined the halves of another: of the same length, so that the places stay right
    while MARKS.search(bare):
        bare = MARKS.sub(lambda found: found[0].translate(ROUND), bare)
    return bare, marks
