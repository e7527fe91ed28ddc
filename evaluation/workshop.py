"""Where the archives of a run are made, and the model that embeds them."""

import hashlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evaluation.memory import RememberingEmbeddings
from ingest.split import split_article
from vectorstore import Archive, ArchiveSettings, Article, PassageEmbeddings, open_archive

# articles in one write to the indexes
BATCH = 512


@dataclass(frozen=True, slots=True)
class Workshop:
    """A folder for the archives of one run, and the embedding model that they share."""

    folder: Path
    embeddings: PassageEmbeddings

    @contextmanager
    def archive(self, name: str, articles: Sequence[Article]) -> Iterator[Archive]:
        """An archive of exactly these articles, split as ingest splits them; made when it is not there yet."""
        digest = hashlib.sha256("".join(article.record_hash for article in articles).encode()).hexdigest()[:8]
        with open_archive(self.folder / f"{name}-{digest}", embeddings=self.embeddings) as archive:
            with archive.writing():
                # several sets may ask the same archive
                fresh = [article for article in articles if not archive.holds(article)]
                for start in range(0, len(fresh), BATCH):
                    archive.add([(article, split_article(article, self.embeddings)) for article in fresh[start : start + BATCH]])
            yield archive


@contextmanager
def open_workshop(folder: Path, model: str) -> Iterator[Workshop]:
    """A workshop in that folder, where only vectors are kept between runs.

    Archives are made anew, which costs little with the vectors at hand: an old one would show the figures of old code.

    Args:
        model: As NEWS_EMBEDDING; `bundled` is what the figures of this project are measured with.

    Raises:
        EmbeddingUnavailable: The model cannot be loaded.
    """
    from vectorstore.models import load_chosen

    loaded = load_chosen(ArchiveSettings(embedding=model))
    name = re.sub(r"\W+", "-", f"{loaded.identity.fingerprint[:8]} {getattr(loaded, 'runtime', 'torch')}")
    remembering = RememberingEmbeddings(loaded, folder / f"vectors-{name}.sqlite")
    try:
        with tempfile.TemporaryDirectory(prefix="archives-", dir=folder) as archives:
            yield Workshop(Path(archives), remembering)
    finally:
        remembering.close()
