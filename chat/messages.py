"""A conversation -> the chatbot's messages."""

import re
from collections.abc import Sequence

from chat.conversation import Conversation, Exchange
from chat.escape import escape, escape_line
from rag import Answer, Citation, Point, describe_period, write_heads, write_origin
from rag.messages import MESSAGES

Message = dict[str, str]

MARK = re.compile(r"&#91;(\d{1,3})&#93;")
STRONG = re.compile(r"(?:&#42;){2}(?=\S)(.+?)(?<=\S)(?:&#42;){2}")
# our labels behind sentences, in each of our languages
LABEL = re.compile("|".join(re.escape(escape(table[name])) for table in MESSAGES.values() for name in ("not_proven", "partly_proven")))
ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
HEADING = re.compile(r"\s*#{1,6}\s+")


def to_messages(conversation: Conversation) -> list[Message]:
    """Two for each exchange, as HTML in which everything foreign is escaped."""
    messages: list[Message] = []
    for number, exchange in enumerate(conversation, start=1):
        messages.append({"role": "user", "content": f'<p dir="auto">{escape_line(exchange.question)}</p>'})
        messages.append({"role": "assistant", "content": _reply(number, exchange) + _period(exchange, number == len(conversation))})
    return messages


def card_id(exchange: int, citation: int) -> str:
    """Name of a citation's card on the page; both count from 1."""
    return f"source-{exchange}-{citation}"


def _reply(number: int, exchange: Exchange) -> str:
    if exchange.answer is not None:
        return _answer(number, exchange.answer)
    draft = f'<div class="draft">{_prose(exchange.draft)}</div>' if exchange.draft else ""
    # three dots that move say that something is being done
    kind = "note" if exchange.ended else "note working"
    return f'{draft}<p class="{kind}">{escape_line(exchange.note)}</p>'


def _period(exchange: Exchange, is_last: bool) -> str:
    """What was understood from a time in the question, and for the last one the way to ask without it (`page.js` follows the link)."""
    if exchange.answer is None or (exchange.answer.period is None and not exchange.any_time):
        return ""
    period = exchange.answer.period
    limits = escape_line(describe_period(period)) if period is not None else "published at any time"
    link = ' <a class="any-time" href="#any-time" role="button">any time</a>' if period is not None and is_last else ""
    return f'<p class="note period">Understood as: {limits}{link}</p>'


def _answer(number: int, answer: Answer) -> str:
    if answer.citations and answer.model is None:
        body = _quotes(number, answer)
    else:
        body = _link_marks(_prose(answer.text), number, answer.citations)
    reason = f'<p class="note">{escape_line(answer.reason)}</p>' if answer.reason else ""
    return f'<div class="answer">{body}{reason}</div>'


def _quotes(number: int, answer: Answer) -> str:
    points = answer.points or [Point(place) for place in range(1, len(answer.citations) + 1)]
    heads = write_heads(answer.citations, points, answer.language)
    quotes = [_quote(number, point, answer) for point in points]
    return "".join(_prose(head) + quote for head, quote in zip(heads, quotes, strict=True))


def _quote(number: int, point: Point, answer: Answer) -> str:
    citation = answer.citations[point.number - 1]
    language = "" if citation.language == "und" else f' lang="{escape(citation.language)}"'
    origin = escape_line(write_origin(citation, point, answer.language))
    return (
        f'<blockquote><p dir="auto"{language}>“{escape_line(citation.quote)}”</p><p>{origin} {_mark(number, point.number)}</p></blockquote>'
    )


def _link_marks(prose: str, number: int, citations: Sequence[Citation]) -> str:
    def link(found: re.Match[str]) -> str:
        place = int(found[1])
        return _mark(number, place) if 1 <= place <= len(citations) else found[0]

    return LABEL.sub(_label, MARK.sub(link, prose))


def _label(found: re.Match[str]) -> str:
    words = found[0].removeprefix(escape("(")).removesuffix(escape(")"))
    return f'<span class="unproven">{words}</span>'


def _mark(number: int, place: int) -> str:
    return f'<a class="mark" href="#{card_id(number, place)}">{place}</a>'


def _prose(text: str) -> str:
    """Paragraphs, lists and bold words, which models write; nothing else of Markdown is obeyed."""
    return "".join(_block(block.splitlines()) for block in re.split(r"\n\s*\n", text) if block.strip())


def _block(lines: Sequence[str]) -> str:
    parts: list[str] = []
    for line in lines:
        item = ITEM.match(line)
        if item:
            bullet = item.group().strip()
            kind = "ol" if bullet[0].isdigit() else "ul"
            start = f' start="{int(bullet[:-1])}"' if kind == "ol" else ""
            parts.append(f'<{kind}{start}><li dir="auto">{_inline(line[item.end() :])}</li></{kind}>')
        elif heading := HEADING.match(line):
            parts.append(f'<p dir="auto"><strong>{_inline(line[heading.end() :])}</strong></p>')
        elif line.strip():
            parts.append(f'<p dir="auto">{_inline(line)}</p>')
    # a list is written line by line: join its parts
    return re.sub(r"</ol><ol[^>]*>|</ul><ul>", "", "".join(parts))


def _inline(text: str) -> str:
    return STRONG.sub(r"<strong>\1</strong>", escape_line(text))
