"""A draft with marks -> an answer with checked quotes under numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from langchain_core.documents import Document

from rag.checks import Checks
from rag.composition import Composition
from rag.context import name_passages
from rag.extractive import quote_answer
from rag.marks import MARKS, Claim, marked_passages, read_claims, without_marks
from rag.messages import ENGLISH, language_for, say
from rag.prompts import NO_ANSWER
from rag.proof import Sentence
from rag.quoted import in_marks, write_quotes
from rag.reservations import explain_no_answer, reserve
from rag.types import Answer, Draft, Query
from rag.verdict import Finding, find_proof
from rag.words import language_of
from vectorstore import Archive

LETTER = re.compile(r"\w")
# some servers begin a model's thoughts themselves, so that only their end is in what it writes
THOUGHTS_END = "</think>"


def check_draft(archive: Archive, query: Query, passages: Sequence[Document], draft: Draft, checks: Checks | None = None) -> Answer:
    """The answer that a draft comes to when every citation is checked against the archive; None checks by code alone."""
    language = language_for(query.question)
    draft = replace(draft, text=_without_thoughts(draft.text))
    if draft.quotes or not draft.text.strip():
        return _quoted(draft, language_of(query.question))
    usage = draft.usage or None
    if says_no_answer(draft.text):
        return _quoted(explain_no_answer(archive, query, passages, draft), language_of(query.question))
    composed, dropped = _prove(archive, draft.text, passages, checks or Checks(), language)
    if composed.citations:
        written = Answer(
            text=composed.text.rstrip(),
            reason=draft.reason or _say_dropped(dropped, language),
            citations=tuple(composed.citations),
            model=draft.model,
            sentences=tuple(composed.sentences),
            usage=usage,
            language=language_of(query.question),
        )
        return reserve(archive, query, passages, written)
    quotes = quote_answer(archive, query, passages)
    return check_draft(
        archive, query, passages, replace(quotes, reason=quotes.reason or say("unproven_answer", language), usage=draft.usage)
    )


def preview(draft: Draft) -> str:
    """What may be shown of a draft while it streams: harmless, without marks, not yet checked."""
    if draft.quotes:
        return write_quotes(draft.quotes, draft.points)
    text = _without_thoughts(draft.text)
    if not text or NO_ANSWER.startswith(text.strip()[: len(NO_ANSWER)]):
        return ""
    return without_marks(text)


def says_no_answer(text: str) -> bool:
    """Whether a model said by the phrase agreed on that the passages do not answer; a mark or a word beside it does not matter."""
    return NO_ANSWER in text and len(MARKS.sub("", text).strip()) <= 2 * len(NO_ANSWER)


def _without_thoughts(text: str) -> str:
    said = text.rpartition(THOUGHTS_END)[2]
    return said if said.strip() else text


def _prove(archive: Archive, text: str, passages: Sequence[Document], checks: Checks, language: str) -> tuple[Composition, int]:
    """The text with numbers behind what is proven, and how many sentences were dropped for not being."""
    named = name_passages(passages)
    composed = Composition()
    claims = read_claims(text)
    findings = [
        find_proof(archive, claim.text, marked_passages(claims[place:], named)) if _claims_something(claim.text) else None
        for place, claim in enumerate(claims)
    ]
    dropped = 0
    for claim, finding in zip(claims, checks.sharpen(findings), strict=True):
        if finding is None:
            composed.write(claim.text + claim.space)
        elif checks.strict and finding.verdict == "not in the sources":
            dropped += 1
        else:
            _write_claim(composed, claim, finding, language)
    return composed, dropped


def _write_claim(composed: Composition, claim: Claim, finding: Finding, language: str) -> None:
    numbers = tuple(sorted({composed.number(citation) for citation in finding.citations}))
    composed.state(claim.text, finding.verdict, finding.say_reason(language), numbers)
    marks = [f"[{number}]" for number in numbers]
    label = {"supported": [], "partly": [say("partly_proven", language)], "not in the sources": [say("not_proven", language)]}
    composed.write("".join(f" {part}" for part in [*marks, *label[finding.verdict]]) + claim.space)


def _say_dropped(dropped: int, language: str) -> str | None:
    if not dropped:
        return None
    return say("dropped_one", language) if dropped == 1 else say("dropped", language, count=dropped)


def _claims_something(sentence: str) -> bool:
    # not headings, list numbers and phrases that lead to a list
    return len(LETTER.findall(sentence)) > 12 and not sentence.rstrip("* ").endswith(":")


def _quoted(draft: Draft, language: str | None) -> Answer:
    """The answer that quotes alone give, or none."""
    text = write_quotes(draft.quotes, draft.points, language) or say("abstention", language or ENGLISH)
    return Answer(
        text=text,
        # a quote that says the contrary, or only a comment that speaks of it, is shown and is no answer
        abstained=not draft.quotes or draft.silence is not None,
        reason=draft.reason,
        citations=draft.quotes,
        model=draft.model,
        points=draft.points,
        form=draft.form,
        silence=draft.silence,
        language=language,
        sentences=tuple(_sentences_of(text, draft)),
        usage=draft.usage or None,
    )


def _sentences_of(text: str, draft: Draft) -> Iterator[Sentence]:
    """A quote is a sentence of the answer that proves itself; points in a row with one quote share it."""
    at = 0
    for number, _ in groupby([point.number for point in draft.points] or range(1, len(draft.quotes) + 1)):
        quoted = in_marks(draft.quotes[number - 1].quote)
        at = text.index(quoted, at)
        yield Sentence(quoted, at, at := at + len(quoted), "supported", citations=(number,))
