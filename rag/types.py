"""What the chain takes and gives: query, quote, citation, draft, answer."""

from dataclasses import dataclass, field, replace

from rag.period import Period
from vectorstore import SearchFilter, Timestamp


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question and the answer it got."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question made whole: `text` stands without the conversation, `filter` is what it may find.

    `period` is the time that the question speaks of; when it is hard, `filter` holds it and `text` is without its words.
    """

    question: str
    text: str
    filter: SearchFilter = field(default_factory=SearchFilter)
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and where it stands.

    `quote == text[start:end]` of that version's text. `published` and its precision and provenance are None
    together when the article does not say. `url` and `source` are empty when unknown.
    """

    quote: str
    start: int
    end: int
    article_id: str
    version: int
    title: str
    url: str
    source: str
    published: Timestamp | None
    language: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked; streams as chunks that add up.

    Attributes:
        text: With marks such as `[k7f]` that name passages.
        quotes: In the extractive mode, the sentences chosen, in order; empty for a model's text.
        replaces: This chunk takes the place of all that came before (a stream broke).
        reason: Why quotes stand here instead of a written answer; None when all went as set.
        model: What wrote the text; None for quotes from the archive.
    """

    text: str = ""
    quotes: tuple[Citation, ...] = ()
    replaces: bool = False
    reason: str | None = None
    model: str | None = None

    def __add__(self, later: "Draft") -> "Draft":
        if later.replaces:
            return later
        return replace(
            self,
            text=self.text + later.text,
            quotes=self.quotes + later.quotes,
            reason=later.reason or self.reason,
            model=later.model or self.model,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose every citation was checked.

    Attributes:
        text: For the reader, with marks `[1]`, `[2]` that count `citations` from 1.
        abstained: The archive has nothing that answers; `text` says so and `citations` is empty.
        reason: Why it abstained, or why quotes stand instead of a written answer; None otherwise.
        model: What wrote the text; None for quotes from the archive.
        period: The time read out of the question that limited what was found; None when none did.
    """

    text: str
    abstained: bool = False
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    model: str | None = None
    period: Period | None = None
