"""A sentence and the passages that it names -> its verdict, with the quotes that prove it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from langchain_core.documents import Document

from rag.comparisons.statement import Statement
from rag.evidence import cite, facts_of
from rag.messages import say
from rag.proof import Verdict
from rag.support import Support, find_support
from rag.types import Citation
from rag.words import language_of
from vectorstore import Archive, Span

# of a sentence's words, how many a quote in its own language must hold to prove all of it, not a part
WHOLE = 0.5
# of a sentence's words, how many a quote must hold before wording that differs (a negation, a may, who says it) speaks against it. Where
# fewer are held, 880 pairs written for this (evaluation/freely.jsonl) show such differences as often in true sentences as in false ones
NEAR = 0.75
# what another wording does not change
FACTS = frozenset(("other_number", "other_unit", "other_date", "other_name", "other_word"))
ORDER: tuple[Verdict, ...] = ("supported", "partly", "not in the sources")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one sentence. `reason` names a message and `found` what it speaks of; None when it is supported."""

    claim: str
    verdict: Verdict
    citations: tuple[Citation, ...] = ()
    reason: str | None = None
    found: str = ""

    def say_reason(self, language: str) -> str | None:
        return None if self.reason is None else say(self.reason, language, found=self.found)


def find_proof(archive: Archive, claim: str, passages: Sequence[Document]) -> Finding:
    """The verdict by code alone, with a quote out of each passage that supports the sentence as well as the best does.

    A quote that contradicts the sentence is no proof and is not cited.
    """
    if not passages:
        return Finding(claim, "not in the sources", reason="no_mark")
    found = [finding for passage in passages if (finding := _find_in(archive, claim, passage)) is not None]
    if not found:
        return Finding(claim, "not in the sources", reason="no_quote")
    best = min(found, key=lambda finding: ORDER.index(finding.verdict))
    quotes = [quote for finding in found if finding.verdict == best.verdict for quote in finding.citations]
    return Finding(claim, best.verdict, tuple(quotes), best.reason, best.found)


def compare(claim: Statement, quote: Statement, held: float) -> tuple[Verdict, str | None, str]:
    """Verdict, reason and the words it is about, of a sentence against one quote that holds that share of its words.

    Of a sentence that is put otherwise than its quote, code cannot tell by negations and the like whether it says the same: the quote is
    left to the reader with what differs. A figure, a date or a name that the quote does not have is against it however it is put.
    """
    # a tenth of a second, for what a question that is answered in quotes never asks
    from rag.comparisons.compare import differences

    found = differences(claim, quote)
    decisive = [difference for difference in found if difference.decisive and (held >= NEAR or difference.reason in FACTS)]
    if decisive:
        return "not in the sources", decisive[0].reason, decisive[0].found
    if found:
        return "partly", found[0].reason, found[0].found
    if held < WHOLE and claim.language == quote.language:
        return "partly", "more_words", ""
    return "supported", None, ""


def _find_in(archive: Archive, claim: str, passage: Document) -> Finding | None:
    """What the best stretch of one passage makes of the sentence; None when none speaks of it."""
    best: Finding | None = None
    for support in find_support(archive, claim, passage):
        finding = _judge(archive, claim, passage, support)
        if finding is not None and (best is None or ORDER.index(finding.verdict) < ORDER.index(best.verdict)):
            best = finding
    return best


def _judge(archive: Archive, claim: str, passage: Document, support: Support) -> Finding | None:
    written_in = str(passage.metadata["language"])
    said = Statement(claim, language_of(claim) or written_in)
    verdict, reason, found = compare(said, _quote(passage, support.span), support.held)
    if verdict == "not in the sources":
        return Finding(claim, verdict, (), reason, found)
    citation = cite(archive, passage, support.span)
    return None if citation is None else Finding(claim, verdict, (citation,), reason, found)


def _quote(passage: Document, span: Span) -> Statement:
    published = passage.metadata.get("published")
    day = None if published is None else datetime.fromtimestamp(published, UTC).date()
    text = passage.page_content[span.start : span.end]
    return Statement(text, str(passage.metadata["language"]), facts_of(passage), day)
