"""What the chain takes and gives: query, quote, citation, point, silence, draft, answer."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from rag.outlets import Outlets
from rag.period import Period
from rag.proof import Sentence, Usage
from vectorstore import SearchFilter, Timestamp

# what the points of an answer are to each other: quotes side by side, holders of an office, days in order, a state that
# changed, a state that the sources tell differently
Form = Literal["quotes", "holders", "timeline", "development", "dispute"]
# what a quote is there for
Standing = Literal[
    "says",  # it answers
    "holds",  # an office, as far as the newest evidence tells
    "acting",
    "appointed",
    "expected",
    "denied",
    "former",
    "event",  # one of a timeline
    "newest",  # the last state of what developed
    "earlier",
    "disagrees",  # another source tells it otherwise
    "contradicts",  # it says the contrary of what the question takes for true
]
# what a reader must know of an article before its words count
Note = Literal["corrected", "opinion", "satire", "press release"]
SilenceKind = Literal[
    "empty archive", "nothing found", "nothing near", "outside dates", "outside limits", "contradicted", "only undated", "only opinion"
]


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question and the answer it got."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question made whole: `text` stands without the conversation, `filter` is what it may find.

    `period` is the time that the question speaks of; when it is hard, `filter` holds it and `text` is without its words.
    `outlets` are the papers and languages that the question asks to be answered from; `filter` holds them, `text` does not.
    `wordings` are the text in other languages of the archive, looked for by words besides it. `usage` are the tokens that a
    model read and wrote to make all this. `caution` is how much surer than calibrated an answer must be, in log odds: what is
    less sure is met with silence.
    """

    question: str
    text: str
    filter: SearchFilter = field(default_factory=SearchFilter)
    period: Period | None = None
    outlets: Outlets = field(default_factory=Outlets)
    wordings: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    caution: float = 0.0


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and where it stands.

    `quote == text[start:end]` of that version's text. `published` and its precision and provenance are None
    together when the article does not say. `url` and `source` are empty when unknown. `translation` is a model's, of the
    quote into the question's language; None when there is none. `suspicious` says that the passage around the quote speaks
    to language models ("ignore previous instructions").
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
    translation: str | None = None
    suspicious: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """What one quote of an answer is there for.

    Attributes:
        number: The place of its citation in the answer's, from 1.
        direct: The answer itself, names, a number or a date, as they stand in the quote; empty where it is not certain.
        sources: Independent sources that say the same; copies of one text are one source.
        copies: Further articles that only repeat one of these.
    """

    number: int
    standing: Standing = "says"
    direct: tuple[str, ...] = ()
    sources: int = 1
    copies: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Why nothing answers.

    Attributes:
        first: When the first was published that would answer outside the limits, or, where nothing would, the first of the paper that was
            asked for within dates that it has nothing of; None when there is none or it is undated.
        last: The same of the last.
    """

    kind: SilenceKind
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked; streams as chunks that add up, from `Draft()` on.

    Attributes:
        text: With marks such as `[k7f]` that name passages.
        quotes: In the extractive mode, the sentences chosen, in order; empty for a model's text.
        points: What the quotes are there for, in the same order.
        form: What the points are to each other.
        silence: Why there are no quotes, or only ones that contradict the question or are doubtful; None otherwise.
        replaces: This chunk takes the place of all that came before (a stream broke).
        reason: Why quotes stand here instead of a written answer; None when all went as set.
        model: What wrote the text; None for quotes from the archive.
        usage: Tokens of this chunk.
    """

    text: str = ""
    quotes: tuple[Citation, ...] = ()
    points: tuple[Point, ...] = ()
    form: Form = "quotes"
    silence: Silence | None = None
    replaces: bool = False
    reason: str | None = None
    model: str | None = None
    usage: Usage = field(default_factory=Usage)

    def __add__(self, later: "Draft") -> "Draft":
        if later.replaces:
            # what was written in vain was paid for, too
            return replace(later, usage=self.usage + later.usage)
        return replace(
            self,
            text=self.text + later.text,
            quotes=self.quotes + later.quotes,
            points=self.points + later.points,
            form=later.form if later.points else self.form,
            silence=later.silence or self.silence,
            reason=later.reason or self.reason,
            model=later.model or self.model,
            usage=self.usage + later.usage,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose every citation was checked.

    Attributes:
        text: For the reader, with marks `[1]`, `[2]` that count `citations` from 1.
        abstained: The archive has nothing that answers; `text` says so, and `citations` is empty unless quotes contradict
            what the question takes for true, or are only opinion, or only undated where the latest was asked for.
        reason: Why it abstained, or why quotes stand instead of a written answer; None otherwise.
        model: What wrote the text; None for quotes from the archive.
        period: The time read out of the question that limited what was found; None when none did.
        outlets: The papers and languages read out of the question that limited what was found; without any when none did.
        points: What each citation is there for, in order; empty for a model's text.
        form: What the points are to each other.
        silence: Why it abstained, for programs; None when it did not.
        language: ISO 639-1 code of the question, in which labels are written; None when it does not tell.
        sentences: Those of `text` in order, each with its verdict; without headings and other lines that claim nothing, and
            empty when it abstained.
        usage: Tokens of all that a model was asked for it, the question's rewriting, checks and translations too; None for none.
    """

    text: str
    abstained: bool = False
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    model: str | None = None
    period: Period | None = None
    outlets: Outlets = field(default_factory=Outlets)
    points: tuple[Point, ...] = ()
    form: Form = "quotes"
    silence: Silence | None = None
    language: str | None = None
    sentences: tuple[Sentence, ...] = ()
    usage: Usage | None = None

    @property
    def direct(self) -> tuple[str, ...]:
        """The answer itself, names, a number or a date, in the words of the first quote; empty where it is not certain."""
        return self.points[0].direct if self.points else ()
