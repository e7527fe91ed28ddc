"""A conversation as the page keeps it."""

from dataclasses import dataclass

from rag import Answer, Turn


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the answer it got.

    Attributes:
        answer: None while it is being written, and when it never came.
        draft: What is shown before the answer is checked.
        note: What is being done, or why there is no answer.
        ended: Nothing more will come.
        any_time: A time in the question limits nothing: the reader wants it so.
    """

    question: str
    answer: Answer | None = None
    draft: str = ""
    note: str = ""
    ended: bool = False
    any_time: bool = False


Conversation = tuple[Exchange, ...]


def turns(conversation: Conversation) -> list[Turn]:
    """What later questions may refer to."""
    return [Turn(exchange.question, exchange.answer.text) for exchange in conversation if exchange.answer is not None]
