"""What each sentence of an answer is worth: a verdict, its reason, and the numbers of the quotes that prove it."""

from dataclasses import dataclass
from typing import Literal

# `partly`: a quote speaks of it and contradicts nothing, and does not hold all of it
Verdict = Literal["supported", "partly", "not in the sources"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, checked.

    Attributes:
        text: Without its marks; `answer.text[start:end]`.
        reason: Why it is not supported, for the reader; None when it is.
        citations: Numbers of the quotes that prove it, as in the answer's marks, from 1; empty when it is not in the sources.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    reason: str | None = None
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that language models read and wrote for one answer, as their servers count them."""

    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens)

    def __bool__(self) -> bool:
        return self.input_tokens > 0 or self.output_tokens > 0
