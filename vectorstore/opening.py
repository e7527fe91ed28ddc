"""Opening: the catalogue and the engines that an archive's settings name, and what stands in the way."""

from contextlib import suppress

from vectorstore.catalogue import Catalogue
from vectorstore.chroma_client import ChromaAddress
from vectorstore.errors import ArchiveDamaged, ArchiveReadOnly
from vectorstore.indexes import Nearness, Words
from vectorstore.kept import KeptIndex
from vectorstore.last_backup import refuse_half_restored, say_restore
from vectorstore.lexical_folder import LexicalFolder
from vectorstore.settings import ArchiveSettings
from vectorstore.traces import CATALOGUE
from vectorstore.vector_folder import VectorFolder
from vectorstore.vector_server import VectorServer

# passages of an archive whose index takes longer to open and close than an article to write
LARGE = 25_000


def open_catalogue(settings: ArchiveSettings) -> Catalogue:
    """The catalogue on the server that the settings name, else in the archive's folder; made when missing.

    Raises:
        ArchiveReadOnly: The folder cannot be made.
        ArchiveDamaged: The catalogue is missing beside its indexes, or cannot be read; or a restore was broken off.
        ArchiveError: The server does not answer.
    """
    folder = settings.archive
    if settings.database_url:
        # a place for the little that belongs to this machine; where it cannot be made, it is not kept
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        return Catalogue(settings.database_url)
    file = folder / CATALOGUE
    refuse_half_restored(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        derived = (folder / "lexical").exists() or any(folder.glob("vectors-*"))
        if derived and (not file.exists() or not file.stat().st_size):
            raise ArchiveDamaged(f"{file} is missing or empty; {say_restore(folder)}")
    except FileExistsError:
        raise ArchiveReadOnly(f"{folder} is a file, not a folder; name another one with --archive") from None
    except OSError as error:
        raise ArchiveReadOnly(f"{folder} cannot be made ({error.strerror}); allow it or name another folder with --archive") from error
    return Catalogue(file)


def choose_engines(settings: ArchiveSettings, catalogue: Catalogue) -> tuple[Words, Nearness | None, KeptIndex | None]:
    """The lexical side, the index of vectors, and where the exact index is kept.

    A catalogue on a server is for several machines: what lies in the folder of one of them would not be in step.
    """
    words = _choose_words(settings, catalogue)
    kept = None if settings.database_url else KeptIndex(settings.archive, catalogue)
    vectors: Nearness | None = None
    if settings.chroma_url:
        address = ChromaAddress(settings.chroma_url, settings.chroma_token, settings.chroma_tenant, settings.chroma_database)
        vectors = VectorServer(address, catalogue)
    elif not settings.database_url:
        vectors = VectorFolder(settings.archive, catalogue, min(settings.exact_passages, LARGE), settings.waiting_passages)
    return words, vectors, kept


def _choose_words(settings: ArchiveSettings, catalogue: Catalogue) -> Words:
    if not settings.database_url:
        return LexicalFolder(settings.archive / "lexical", catalogue)
    # with all that speaks to PostgreSQL
    from vectorstore.postings import PostingTables

    return PostingTables(catalogue)
