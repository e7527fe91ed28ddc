"""What sharpens the verdicts that code alone gives: an inference model, or the language model itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.verdict import FACTS, Finding

# labels of natural language inference
ENTAILMENT, CONTRADICTION = "entailment", "contradiction"
# sentence and quote pairs -> for each, the probability of these labels
Infer = Callable[[Sequence[tuple[str, str]]], Sequence[dict[str, float]]]
# the same pairs -> whether a language model finds each sentence in its quote
Judge = Callable[[Sequence[tuple[str, str]]], Sequence[bool]]
# how sure the inference model must be; above what chance over three labels gives, by a wide margin
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Checks:
    """How sentences are checked beyond the code's own comparisons.

    Attributes:
        strict: Sentences that are not in the sources are left out.
        infer: A model of natural language inference. Contradiction takes a sentence's proof away; entailment makes a partly
            supported one supported where only its wording differs. None for none.
        judge: A language model's own opinion. It can only take proof away: whoever writes a sentence may not vouch for it. None for none.
    """

    strict: bool = False
    infer: Infer | None = None
    judge: Judge | None = None

    def sharpen(self, findings: Sequence[Finding | None]) -> list[Finding | None]:
        """The findings again, in order; those without a quote stay as they are."""
        sharpened = list(findings)
        places = [place for place, finding in enumerate(findings) if finding is not None and finding.citations]
        for step in (self._by_inference, self._by_judgement):
            quoted = [finding for place in places if (finding := sharpened[place]) is not None and finding.citations]
            fresh = iter(step(quoted) if quoted else [])
            for place in places:
                if (finding := sharpened[place]) is not None and finding.citations:
                    sharpened[place] = next(fresh)
        return sharpened

    def _by_inference(self, findings: Sequence[Finding]) -> list[Finding]:
        if self.infer is None:
            return list(findings)
        scores = self.infer([_pair(finding) for finding in findings])
        return [_inferred(finding, score) for finding, score in zip(findings, scores, strict=True)]

    def _by_judgement(self, findings: Sequence[Finding]) -> list[Finding]:
        if self.judge is None:
            return list(findings)
        verdicts = self.judge([_pair(finding) for finding in findings])
        return [
            finding if held else Finding(finding.claim, "not in the sources", reason="judged")
            for finding, held in zip(findings, verdicts, strict=True)
        ]


def _pair(finding: Finding) -> tuple[str, str]:
    return finding.claim, " ".join(citation.quote for citation in finding.citations)


def _inferred(finding: Finding, score: dict[str, float]) -> Finding:
    if score.get(CONTRADICTION, 0.0) >= SURE:
        return Finding(finding.claim, "not in the sources", reason="not_entailed")
    if finding.verdict == "partly" and finding.reason not in FACTS and score.get(ENTAILMENT, 0.0) >= SURE:
        return replace(finding, verdict="supported", reason=None)
    return finding
