"""An answer as text to take away: with its sources, as Markdown."""

import re
from collections.abc import Sequence

from chat.conversation import Conversation, Exchange
from rag import Citation, write_date
from rag.inert import inert
from vectorstore.addresses import clean_url
from vectorstore.plain import one_line

# what Markdown would act on in foreign words
ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def to_text(exchange: Exchange) -> str:
    """The last answer with its numbered sources; empty when there is none."""
    answer = exchange.answer
    if answer is None:
        return ""
    lines = [one_line(exchange.question), "", answer.text.replace("**", "")]
    if answer.citations:
        lines += ["", *(_source(number, citation) for number, citation in enumerate(answer.citations, start=1))]
    return "\n".join(lines)


def to_markdown(conversation: Conversation) -> str:
    """A whole conversation, each answer with its quotes and sources."""
    parts: list[str] = []
    for exchange in conversation:
        answer = exchange.answer
        if answer is None:
            continue
        parts += [f"## {_plain(exchange.question)}", _body(answer.text), _quotes(answer.citations)]
    return "\n\n".join(part for part in parts if part) + "\n" if parts else ""


def _body(text: str) -> str:
    # bold words are ours; everything else that Markdown would act on is a word
    return "\n".join(re.sub(r"\\\*\\\*(.+?)\\\*\\\*", r"**\1**", ACTIVE.sub(r"\\\1", inert(line))) for line in text.splitlines())


def _quotes(citations: Sequence[Citation]) -> str:
    return "\n\n".join(
        f"{number}. > {_plain(citation.quote)}\n   > — {_origin(citation)}" for number, citation in enumerate(citations, start=1)
    )


def _origin(citation: Citation) -> str:
    parts = [_plain(citation.title), _plain(citation.source), write_date(citation.published)]
    if link := clean_url(citation.url):
        parts.append(f"<{link}>")
    return ", ".join([*filter(None, parts), f"article {citation.article_id}, version {citation.version}"])


def _source(number: int, citation: Citation) -> str:
    parts = [f"“{one_line(citation.quote)}”", one_line(citation.title), one_line(citation.source), write_date(citation.published)]
    parts += [clean_url(citation.url) or "", f"article {citation.article_id}, version {citation.version}"]
    return f"[{number}] " + ", ".join(filter(None, parts))


def _plain(text: str) -> str:
    return ACTIVE.sub(r"\\\1", one_line(text))
