"""The archive's model, loaded beside what else a question needs: while SQLAlchemy is imported and the archive opened."""

import json
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from vectorstore.embeddings import FACT, PassageEmbeddings
from vectorstore.models import is_same_model, load_model
from vectorstore.settings import ArchiveSettings
from vectorstore.traces import CATALOGUE

# Seconds after which a thread that runs Python makes room for another. Of five thousandths, as is usual, whoever loads the model would lose
# one after every piece of a file that it hashes and every library that it opens: it took twice as long.
SWITCH_SECONDS = 0.001
_begun: dict[tuple[str, Path | None], Future[PassageEmbeddings]] = {}


@contextmanager
def loading_early(settings: ArchiveSettings) -> Iterator[None]:
    """Begins to load the model of the archive that is about to be opened, and leaves when that is done.

    What goes wrong is raised where the model is needed. Of an archive on a server nothing is known yet, and nothing begun.
    """
    name = _read_name(settings)
    if not name or not is_same_model(settings.embedding, name):
        yield
        return
    with ThreadPoolExecutor(1, "newsdesk-model") as beside:
        wanted = name, settings.model_cache
        usual = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_SECONDS)
        _begun[wanted] = beside.submit(load_model, *wanted)
        try:
            yield
        finally:
            _begun.pop(wanted, None)
            sys.setswitchinterval(usual)


def load(name: str, cache: Path | None) -> PassageEmbeddings:
    """As `load_model`, which it is left to unless that model is being loaded."""
    begun = _begun.pop((name, cache), None)
    return begun.result() if begun else load_model(name, cache)


def _read_name(settings: ArchiveSettings) -> str:
    """Of the model that an archive in a folder was made with; empty where nothing tells."""
    file = settings.archive.absolute() / CATALOGUE
    if settings.database_url or not file.exists():
        return ""
    try:
        # not by SQLAlchemy, which takes a tenth of a second to import
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            fact = connection.execute("SELECT value FROM facts WHERE name = ?", (FACT,)).fetchone()
        return str(json.loads(fact[0])["name"]) if fact else ""
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        # whoever opens the archive says so
        return ""
