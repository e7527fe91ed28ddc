"""The view `Status`: what answers and searches, how to change it, how large and how fresh the archive is."""

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from chat.browsing import write_freshness
from chat.days import write_moment
from chat.escape import escape_line
from chat.languages import language_name, write_number
from chat.markup import clean
from chat.texts import say
from rag import ChosenModel
from vectorstore import Archive, ArchiveStatus

LIBRARIES = ("chromadb", "gradio", "langchain", "tantivy")


def to_status(archive: Archive, chosen: ChosenModel, language: str) -> str:
    """HTML."""
    status = archive.status()
    sources = archive.sources()
    added = max((state.added for state in sources), default=None)
    rows = [
        (say("answers_by", language), *_answers(chosen, language)),
        (say("search_by", language), _search(status, language), say("search_change", language)),
        (say("index", language), say("index_ready", language) if status.vectors == "ready" else status.vectors, ""),
        (say("articles", language), _articles(status, language), ""),
        (say("languages", language), _languages(status, language), ""),
        (say("size", language), f"{status.size_bytes / 1_000_000:.1f} MB", ""),
        (say("last_ingest", language), write_moment(added) + " UTC" if added else say("never", language), ""),
        (say("folder", language), str(archive.path), ""),
        (say("version_of", language), ", ".join([_version("newsdesk"), *(f"{name} {_version(name)}" for name in LIBRARIES)]), ""),
    ]
    heading = escape_line(say("freshness", language))
    return clean(f'<dl class="status">{_write(rows)}</dl><h2>{heading}</h2>{write_freshness(sources, language)}')


def _write(rows: Iterable[tuple[str, str, str]]) -> str:
    return "".join(f"<dt>{escape_line(name)}</dt><dd>{escape_line(value)}{_how(how)}</dd>" for name, value, how in rows)


def _how(line: str) -> str:
    return f'<span class="hint">{escape_line(line)}</span>' if line else ""


def _answers(chosen: ChosenModel, language: str) -> tuple[str, str]:
    if chosen.model is not None:
        return chosen.label, chosen.reason or ""
    return say("answers_quotes", language), chosen.reason or say("answers_change", language)


def _search(status: ArchiveStatus, language: str) -> str:
    if not status.embedding:
        return say("search_none", language)
    return f"{status.embedding} ({status.runtime})" if status.runtime else status.embedding


def _articles(status: ArchiveStatus, language: str) -> str:
    counts = {name: write_number(getattr(status, name), language) for name in ("articles", "versions", "passages", "undated")}
    return say("articles_value", language, **counts)


def _languages(status: ArchiveStatus, language: str) -> str:
    return ", ".join(f"{language_name(code, language) or '–'} {write_number(number, language)}" for code, number in status.languages[:20])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
