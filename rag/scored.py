"""A sentence as an answer: what makes it one, and how much of it is quoted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rag.evidence import Sentence
from rag.suspicious import is_suspicious
from vectorstore import Span

# the sentence before is quoted too when it holds this much more of the question's words, or the name that a pronoun stands for
WORTH_THE_ONE_BEFORE = 0.1
# one that tells what is asked stands before a better one that does not, unless it is this much less likely
WORTH_MORE = 7.0
LEANING = re.compile(
    r"(?:he|she|it|they|this|these|his|her|its|their|such|another|both|er|sie|es|diese\w*|sein\w*|ihr\w*|dies|dort|dabei|hier|damit"
    r"|il|elle|ils|elles|ce|cette|ces|son|sa|ses|leurs?|él|ella|ellos|ellas|este|esta|esto|estos|su|sus)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence as an answer.

    Attributes:
        before: The sentence before it in its passage; None for the first.
        likeness: By the names of `likeness.WEIGHTS`.
        words: The question's words that it holds.
        score: Log odds against the other sentences found for the same question, before its meaning is known without that.
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


def put_first(first: Sequence[Scored], ranked: Sequence[Scored]) -> list[Scored]:
    """Some of the ranked sentences, and behind them the others as they stood."""
    return [*first, *(one for one in ranked if one not in first)]
