"""A conversation -> the chatbot's messages."""

from collections.abc import Sequence

from chat.chips import write_chips
from chat.conversation import Conversation, Exchange
from chat.escape import escape_line
from chat.markup import clean
from chat.prose import write_answer, write_prose
from chat.quotes import write_facts, write_quotes
from chat.texts import TEXTS, say
from rag import Answer

Message = dict[str, str]


def to_messages(conversation: Conversation, language: str, outdated: Sequence[bool] = ()) -> list[Message]:
    """Two for each exchange, as HTML in which everything foreign is escaped.

    Args:
        outdated: For each exchange, whether a source has changed since; empty for none.
    """
    messages: list[Message] = []
    for number, exchange in enumerate(conversation, start=1):
        messages.append({"role": "user", "content": clean(f'<p dir="auto">{escape_line(exchange.question)}</p>')})
        is_last = number == len(conversation)
        parts = [_reply(number, exchange, language)]
        if exchange.answer is not None:
            if outdated and outdated[number - 1]:
                parts.append(f'<p class="note warning">{escape_line(say("changed", language))}</p>')
            parts.append(write_chips(exchange, language, removable=is_last))
            parts.append(_next(exchange, language) if is_last else "")
        messages.append({"role": "assistant", "content": clean("".join(parts))})
    return messages


def _reply(number: int, exchange: Exchange, language: str) -> str:
    if exchange.answer is not None:
        return _answer(number, exchange.answer, language)
    draft = f'<div class="draft">{write_prose(exchange.draft)}</div>' if exchange.draft else ""
    note = say(exchange.note, language) if exchange.note in TEXTS["en"] else exchange.note
    # it breathes as long as something is being done
    kind = "note" if exchange.ended else "note working"
    return f'{draft}<p class="{kind}">{escape_line(note)}</p>'


def _answer(number: int, answer: Answer, language: str) -> str:
    write = write_quotes if answer.citations and answer.model is None else write_answer
    body = write(number, answer, language)
    reason = f'<p class="note">{escape_line(answer.reason)}</p>' if answer.reason else ""
    return f'<div class="answer">{write_facts(answer, language)}{body}{reason}</div>'


def _next(exchange: Exchange, language: str) -> str:
    if not exchange.next:
        return ""
    asked = "".join(
        f'<button type="button" class="next" name="act" value="next:{place}" dir="auto">{escape_line(question)}</button>'
        for place, question in enumerate(exchange.next)
    )
    return f'<div class="follow"><span>{escape_line(say("next", language))}</span>{asked}</div>'
