"""Files into articles into passages: the way into the archive."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.engine import Engine
    from ingest.errors import EngineUnavailable, IngestError, NotAnArticle, Unreadable
    from ingest.pipeline import ingest
    from ingest.report import IngestReport, Refusal

__all__ = ["Engine", "EngineUnavailable", "IngestError", "IngestReport", "NotAnArticle", "Refusal", "Unreadable", "ingest"]

# found when first asked for: `python -m ingest` imports this file before any of its own code can catch a Ctrl+C
_PLACES = {
    "Engine": "ingest.engine",
    "EngineUnavailable": "ingest.errors",
    "IngestError": "ingest.errors",
    "IngestReport": "ingest.report",
    "NotAnArticle": "ingest.errors",
    "Refusal": "ingest.report",
    "Unreadable": "ingest.errors",
    "ingest": "ingest.pipeline",
}

if not TYPE_CHECKING:  # a type checker sees the imports above, and that there is nothing else

    def __getattr__(name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_PLACES[name]), name)
