"""A model's text -> HTML: paragraphs, lists and bold words, marks that lead to cards, and sentences that nothing proves."""

import re
import secrets
from collections.abc import Sequence

from chat.escape import escape_line
from chat.texts import say
from rag import Answer
from rag import messages as words

MARK = re.compile(r"&#91;(\d{1,3})&#93;")
STRONG = re.compile(r"(?:&#42;){2}(?=\S)(.+?)(?<=\S)(?:&#42;){2}")
ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
HEADING = re.compile(r"\s*#{1,6}\s+")
BLOCK = re.compile(r"</?(?:p|ul|ol|li)\b")


def write_prose(text: str) -> str:
    """Paragraphs, lists and bold words, which models write; nothing else of Markdown is obeyed."""
    return "".join(_block(block.splitlines()) for block in re.split(r"\n\s*\n", text) if block.strip())


def write_inline(text: str) -> str:
    """One line, with its bold words."""
    return STRONG.sub(r"<strong>\1</strong>", escape_line(text))


def write_mark(exchange: int, citation: int, language: str) -> str:
    """The number behind a sentence, which leads to its card."""
    label = say("sources_of_quote", language, number=citation)
    return f'<a class="mark" href="#{card_id(exchange, citation)}" title="{escape_line(label)}">{citation}</a>'


def card_id(exchange: int, citation: int) -> str:
    """Name of a citation's place among the cards; both count from 1."""
    return f"source-{exchange}-{citation}"


def write_answer(number: int, answer: Answer, language: str) -> str:
    """The text of an answer that a model wrote."""
    # nobody can write these into an answer, for they are new each time
    nonce = secrets.token_hex(6)
    prose = _mark_sentences(write_prose(_with_borders(answer, nonce)), answer, nonce)
    prose = MARK.sub(lambda found: _link(found, number, len(answer.citations), language), prose)
    for name in ("not_proven", "partly_proven"):
        # it stands in the question's language, and is shown in the page's
        label = escape_line(words.say(name, answer.language or "en"))
        prose = prose.replace(label, f'<span class="verdict">{escape_line(say(name, language))}</span>')
    return prose


def _link(found: re.Match[str], number: int, citations: int, language: str) -> str:
    place = int(found[1])
    return write_mark(number, place, language) if 1 <= place <= citations else found[0]


def _with_borders(answer: Answer, nonce: str) -> str:
    text = answer.text
    for place in range(len(answer.sentences) - 1, -1, -1):
        sentence = answer.sentences[place]
        if sentence.verdict != "supported":
            text = f"{text[: sentence.start]}{nonce}b{place}e{text[sentence.start : sentence.end]}{nonce}x{text[sentence.end :]}"
    return text


def _mark_sentences(prose: str, answer: Answer, nonce: str) -> str:
    def mark(found: re.Match[str]) -> str:
        if BLOCK.search(found[2]):
            return found[2]  # a sentence over two paragraphs: its label says it all the same
        sentence = answer.sentences[int(found[1])]
        reason = escape_line(sentence.reason or "")
        kind = "partly" if sentence.verdict == "partly" else "unsupported"
        return f'<span class="{kind}" tabindex="0" title="{reason}">{found[2]}</span>'

    marked = re.sub(rf"{nonce}b(\d+)e(.*?){nonce}x", mark, prose, flags=re.DOTALL)
    return re.sub(rf"{nonce}(?:b\d+e|x)", "", marked)


def _block(lines: Sequence[str]) -> str:
    parts: list[str] = []
    for line in lines:
        item = ITEM.match(line)
        if item:
            bullet = item.group().strip()
            kind = "ol" if bullet[0].isdigit() else "ul"
            start = f' start="{int(bullet[:-1])}"' if kind == "ol" else ""
            parts.append(f'<{kind}{start}><li dir="auto">{write_inline(line[item.end() :])}</li></{kind}>')
        elif heading := HEADING.match(line):
            parts.append(f'<p dir="auto"><strong>{write_inline(line[heading.end() :])}</strong></p>')
        elif line.strip():
            parts.append(f'<p dir="auto">{write_inline(line)}</p>')
    # a list is written line by line: join its parts
    return re.sub(r"</ol><ol[^>]*>|</ul><ul>", "", "".join(parts))
