"""The line that says what the archive holds."""

from chat.escape import escape_line
from chat.languages import write_number
from chat.markup import clean
from chat.texts import say
from rag import write_date
from vectorstore import ArchiveStatus

NAME = "Newsdesk"


def to_header(status: ArchiveStatus, language: str) -> str:
    """Name of the page, and what the archive holds."""
    return clean(f'<h1>{NAME}</h1><p class="holds">{escape_line(describe(status, language))}</p>')


def describe(status: ArchiveStatus, language: str) -> str:
    """One line, such as `65 articles from 14 sources, newest 9 November 2025`."""
    if not status.articles:
        return say("empty_archive", language)
    named = sum(bool(name) for name, _ in status.sources)
    line = say("holds", language, articles=write_number(status.articles, language), sources=write_number(named, language))
    if status.newest is None:
        return line
    return f"{line}, {say('holds_newest', language, day=write_date(status.newest, language))}"
