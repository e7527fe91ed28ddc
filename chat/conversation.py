"""A conversation as the page keeps it."""

from dataclasses import dataclass, field
from typing import Literal

from rag import Answer, Turn
from rag.steps import Limit
from vectorstore import SearchFilter

Rating = Literal["good", "bad"]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a question found, as far as the page shows it again.

    Attributes:
        published: Unix time; None when unknown.
    """

    article_id: str
    title: str
    source: str
    published: int | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the answer it got.

    Attributes:
        answer: None while it is being written, and when it never came.
        draft: What is shown before the answer is checked.
        note: What is being done, or why there is no answer: the name of a text of ours, or a sentence as it is.
        ended: Nothing more will come.
        any_time: A time in the question limits nothing: the reader wants it so.
        any_source: Papers in the question limit nothing, in the same way.
        any_language: Nor do the papers of a language.
        filter: Limits that the reader chose beside the words of the question.
        searched: What was searched for: the question made whole, without the words of its time.
        found: What the search found, best first, quoted or not.
        next: Questions that may follow.
    """

    question: str
    answer: Answer | None = None
    draft: str = ""
    note: str = ""
    ended: bool = False
    any_time: bool = False
    any_source: bool = False
    any_language: bool = False
    filter: SearchFilter = field(default_factory=SearchFilter)
    searched: str = ""
    found: tuple[Found, ...] = ()
    next: tuple[str, ...] = ()

    def again(self) -> "Exchange":
        """The question with its limits, not answered."""
        return Exchange(
            self.question, any_time=self.any_time, any_source=self.any_source, any_language=self.any_language, filter=self.filter
        )

    @property
    def ignored(self) -> tuple[Limit, ...]:
        """What the chain is to ignore of the question's words."""
        wanted: tuple[tuple[Limit, bool], ...] = ("period", self.any_time), ("sources", self.any_source), ("languages", self.any_language)
        return tuple(limit for limit, ignored in wanted if ignored)


Conversation = tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation that a page shows.

    Attributes:
        reader: Whose it is; "" as long as nothing was asked.
        key: Under which it is stored; "" until it is.
    """

    reader: str = ""
    key: str = ""
    exchanges: Conversation = ()


def turns(conversation: Conversation) -> list[Turn]:
    """What later questions may refer to."""
    return [Turn(exchange.question, exchange.answer.text) for exchange in conversation if exchange.answer is not None]


def cited_versions(exchange: Exchange) -> set[tuple[str, int]]:
    """The article and version of each citation."""
    return set() if exchange.answer is None else {(citation.article_id, citation.version) for citation in exchange.answer.citations}
