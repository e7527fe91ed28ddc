"""Files into articles into passages: the way into the archive."""

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.pipeline import ingest
from ingest.report import IngestReport, Refusal

__all__ = ["IngestError", "IngestReport", "NotAnArticle", "Refusal", "Unreadable", "ingest"]
