"""Files into articles into passages: the way into the archive."""

from typing import TYPE_CHECKING

from vectorstore.later import find_later

if TYPE_CHECKING:
    from ingest.engine import Engine
    from ingest.errors import EngineUnavailable, IngestError, NotAnArticle, Unreadable
    from ingest.follow import follow_source, read_followed
    from ingest.pipeline import ingest
    from ingest.report import IngestReport, Refusal

__all__ = [
    "Engine",
    "EngineUnavailable",
    "IngestError",
    "IngestReport",
    "NotAnArticle",
    "Refusal",
    "Unreadable",
    "follow_source",
    "ingest",
    "read_followed",
]

if not TYPE_CHECKING:  # a type checker sees the imports above, and that there is nothing else
    # `python -m ingest` imports this file before any of its own code can catch a Ctrl+C
    __getattr__ = find_later(
        __name__,
        {
            "engine": ("Engine",),
            "errors": ("EngineUnavailable", "IngestError", "NotAnArticle", "Unreadable"),
            "follow": ("follow_source", "read_followed"),
            "pipeline": ("ingest",),
            "report": ("IngestReport", "Refusal"),
        },
    )
