"""A sentence and the passages that it names -> its verdict, with the quotes that prove it."""

from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.documents import Document

from rag.evidence import cite
from rag.messages import say
from rag.proof import Verdict
from rag.support import find_support
from rag.types import Citation
from vectorstore import Archive


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


@dataclass(frozen=True, slots=True)
class Checks:
    """How strictly sentences are checked. `strict` drops those that are not in the sources."""

    strict: bool = False

    def sharpen(self, findings: Sequence[Finding | None]) -> Sequence[Finding | None]:
        return findings


def find_proof(archive: Archive, claim: str, passages: Sequence[Document]) -> Finding:
    """The verdict by code alone, with a quote out of each passage that supports the sentence."""
    if not passages:
        return Finding(claim, "not in the sources", reason="no_mark")
    found = [cite(archive, passage, span) for passage in passages if (span := find_support(archive, claim, passage)) is not None]
    citations = tuple(citation for citation in found if citation is not None)
    return Finding(claim, "supported", citations) if citations else Finding(claim, "not in the sources", reason="no_quote")
