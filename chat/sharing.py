"""An answer as text to take away, with its sources; a conversation as Markdown."""

from chat.conversation import Conversation, Exchange
from rag import Citation, export_markdown, write_date
from rag.quoted import write_version
from vectorstore.addresses import clean_url
from vectorstore.plain import one_line


def to_text(exchange: Exchange) -> str:
    """The last answer with its numbered sources; empty when there is none."""
    answer = exchange.answer
    if answer is None:
        return ""
    sources = [_source(number, citation, answer.language) for number, citation in enumerate(answer.citations, start=1)]
    parts = one_line(exchange.question), answer.text.replace("**", ""), answer.reason, "\n".join(sources)
    return "\n\n".join(part for part in parts if part)


def to_markdown(conversation: Conversation) -> str:
    """Each answer with its sources as footnotes, which are numbered on through the conversation; empty when there is none."""
    parts: list[str] = []
    first = 1
    for exchange in conversation:
        if exchange.answer is not None:
            parts.append(export_markdown(exchange.answer, exchange.question, first=first))
            first += len(exchange.answer.citations)
    return "\n".join(parts)


def _source(number: int, citation: Citation, language: str | None) -> str:
    parts = [f"“{one_line(citation.quote)}”", one_line(citation.title), one_line(citation.source), write_date(citation.published, language)]
    return f"[{number}] " + ", ".join(filter(None, [*parts, clean_url(citation.url), write_version(citation, language)]))
