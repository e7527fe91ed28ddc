"""A draft with marks -> an answer with checked quotes under numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from langchain_core.documents import Document

from rag.context import name_passages
from rag.evidence import cite
from rag.extractive import quote_answer
from rag.inert import inert
from rag.prompts import NO_ANSWER
from rag.quoted import write_quotes
from rag.support import find_support
from rag.types import Answer, Citation, Draft, Query
from rag.words import language_of
from vectorstore import Archive
from vectorstore.sentences import split_sentences

MODEL_FOUND_NOTHING = "The model found no answer in the passages of the archive."
UNPROVEN_ANSWER = "The model's answer had no sentence that the archive proves; quotes from the archive stand here instead."
ABSTENTION = "The archive does not answer this question."
# after a sentence that no quote proves; numbers are kept for those that one does
NOT_PROVEN = "(not proven)"

# one mark, or several in one pair of brackets, and what models make of them: numbers and words of their own
MARKS = re.compile(r"[ \t]*[\[【]\s*((?:[a-z]\d[a-z]\d*|\d{1,3}|\^\d+)(?:\s*[,;]\s*(?:[a-z]\d[a-z]\d*|\d{1,3}))*)\s*[\]】]", re.IGNORECASE)
# the beginning of a mark at the end of a text that still streams
HALF_MARK = re.compile(r"[ \t]*[\[【][^\]】]{0,40}\Z")
LETTER = re.compile(r"\w")
ROUND = str.maketrans("[]【】", "()()")


@dataclass(slots=True)
class Numbering:
    """Citations in order of first use; the same quote keeps its number."""

    citations: list[Citation] = field(default_factory=list)

    def number(self, citation: Citation) -> int:
        if citation not in self.citations:
            self.citations.append(citation)
        return self.citations.index(citation) + 1


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft without its marks, the passages that these name, and the white space after it."""

    text: str
    marks: tuple[str, ...]
    space: str


def check_draft(archive: Archive, query: Query, passages: Sequence[Document], draft: Draft) -> Answer:
    """The answer that a draft comes to when every citation is checked against the archive."""
    if draft.quotes or not draft.text.strip():
        return _quoted(draft, language_of(query.question))
    if says_no_answer(draft.text):
        return Answer(text=ABSTENTION, abstained=True, reason=MODEL_FOUND_NOTHING, model=draft.model)
    text, citations = _prove(archive, draft.text, name_passages(passages))
    if citations:
        return Answer(text=text, reason=draft.reason, citations=citations, model=draft.model)
    quotes = quote_answer(archive, query, passages)
    return check_draft(archive, query, passages, replace(quotes, reason=quotes.reason or UNPROVEN_ANSWER))


def preview(draft: Draft) -> str:
    """What may be shown of a draft while it streams: harmless, without marks, not yet checked."""
    if draft.quotes:
        return write_quotes(draft.quotes, draft.points)
    if not draft.text or NO_ANSWER.startswith(draft.text.strip()[: len(NO_ANSWER)]):
        return ""
    return inert(HALF_MARK.sub("", _take_marks(draft.text)[0]))


def says_no_answer(text: str) -> bool:
    """Whether a model said by the phrase agreed on that the passages do not answer; a mark or a word beside it does not matter."""
    return NO_ANSWER in text and len(MARKS.sub("", text).strip()) <= 2 * len(NO_ANSWER)


def read_claims(text: str) -> list[Claim]:
    """The sentences of a draft with the marks that stand in or after each, lower case, each mark once."""
    bare, marks = _take_marks(inert(text))
    spans = split_sentences(bare)
    claims: list[Claim] = []
    for place, span in enumerate(spans):
        until = spans[place + 1].start if place + 1 < len(spans) else len(bare) + 1
        own = [name for at, name in marks if (span.start < at <= until) or (place == 0 and at <= span.start)]
        claims.append(Claim(bare[span.start : span.end], tuple(dict.fromkeys(own)), bare[span.end : until]))
    return claims


def _prove(archive: Archive, text: str, named: Mapping[str, Document]) -> tuple[str, tuple[Citation, ...]]:
    numbering = Numbering()
    claims = read_claims(text)
    written: list[str] = []
    for place, claim in enumerate(claims):
        own = [named[name] for name in claim.marks if name in named]
        # models often put one mark at the end of a paragraph for all its sentences
        passages = own or _marked_later(claims[place:], named)
        found = [cite(archive, passage, span) for passage in passages if (span := find_support(archive, claim.text, passage)) is not None]
        numbers = sorted({numbering.number(citation) for citation in found if citation is not None})
        tail = "".join(f" [{number}]" for number in numbers) if numbers or not _claims_something(claim.text) else f" {NOT_PROVEN}"
        written.append(claim.text + tail + claim.space)
    return "".join(written).strip(), tuple(numbering.citations)


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


def _claims_something(sentence: str) -> bool:
    # not headings, list numbers and phrases that lead to a list
    return len(LETTER.findall(sentence)) > 12 and not sentence.rstrip("* ").endswith(":")


def _quoted(draft: Draft, language: str | None) -> Answer:
    """The answer that quotes alone give, or none."""
    text = write_quotes(draft.quotes, draft.points, language) or ABSTENTION
    return Answer(
        text=text,
        abstained=not draft.quotes or draft.silence is not None,
        reason=draft.reason,
        citations=draft.quotes,
        model=draft.model,
        points=draft.points,
        form=draft.form,
        silence=draft.silence,
        language=language,
    )
