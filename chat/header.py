"""The lines that say what the archive holds and what answers from it."""

from chat.escape import escape_line
from rag import ChosenModel, write_date
from vectorstore import ArchiveStatus

EMPTY_ARCHIVE = "The archive is empty: add articles with python -m ingest FOLDER, and they are found here at once"
HOW_TO_WRITE = (
    "Answers are quotes from the articles. For written answers start again with a language model, such as NEWS_MODEL=ollama:qwen3:4b."
)


def to_header(status: ArchiveStatus, chosen: ChosenModel) -> str:
    """Name of the page, what the archive holds, which models answer and search."""
    answers = f"Answers: {chosen.label}" if chosen.model is not None else "Answers: quotes, no language model"
    models = [answers, f"Search: {status.embedding}"] if status.embedding else [answers]
    facts = "".join(f"<span>{escape_line(fact)}</span>" for fact in models)
    return f'<h1>Newsdesk</h1><p class="holds">{escape_line(describe(status))}</p><p class="models">{facts}</p>'


def describe(status: ArchiveStatus) -> str:
    """One line, such as `66 articles from 14 sources, newest 9 November 2025`."""
    if not status.articles:
        return EMPTY_ARCHIVE
    parts = [_count(status.articles, "article")]
    named = sum(bool(name) for name, _ in status.sources)
    if named:
        parts.append(f" from {_count(named, 'source')}")
    if status.newest is not None:
        parts.append(f", newest {write_date(status.newest)}")
    return "".join(parts)


def to_note(chosen: ChosenModel) -> str:
    """What the reader may want to know about the model; empty when it was asked for and is there."""
    if chosen.reason:
        return f"<p>{escape_line(chosen.reason)}</p>"
    return "" if chosen.model is not None else f"<p>{escape_line(HOW_TO_WRITE)}</p>"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
