"""The archive: articles in, passages out. It keeps the catalogue and both indexes in step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from langchain_core.documents import Document

from vectorstore import saved
from vectorstore.article import Article, Span, Version
from vectorstore.changes import Changes
from vectorstore.checking import Checked, check
from vectorstore.clusters import Cluster
from vectorstore.embeddings import PassageEmbeddings
from vectorstore.entries import Entries
from vectorstore.fetches import Fetches
from vectorstore.filters import SearchFilter
from vectorstore.follows import Follows
from vectorstore.indexes import Indexes
from vectorstore.lately import Vector
from vectorstore.mending import mend
from vectorstore.model import ArchiveModel
from vectorstore.opening import choose_engines, open_catalogue
from vectorstore.refusals import Refusals
from vectorstore.saved import SavedAnswer
from vectorstore.search import PassageSearch, TermWeights
from vectorstore.seen import recall, remember
from vectorstore.settings import ArchiveSettings, read_settings
from vectorstore.status import ArchiveStatus, SourceState, count_undated, read_sources, read_status
from vectorstore.writer import ArchiveWriter, Outcome

# what is being written when the archive is closed is waited for so long; a server has waited for its job before
FAREWELL_SECONDS = 2.0


class Archive:
    """Use as a context manager, or call `close`. Any thread may search; one process at a time may write.

    Attributes:
        fetches: What is remembered of pages that were fetched.
        refusals: What is remembered of what was read and gave no article.
        entries: What is remembered of entries of feeds.
        follows: The sources that are followed.
    """

    def __init__(self, settings: ArchiveSettings, embeddings: PassageEmbeddings | None = None) -> None:
        self.path = settings.archive
        self._server = settings.database_url
        self._catalogue = open_catalogue(settings)
        self.fetches = Fetches(self._catalogue.database)
        self.refusals = Refusals(self._catalogue.database)
        self.entries = Entries(self._catalogue.database)
        self.follows = Follows(self._catalogue.database)
        self._indexes = Indexes(self._catalogue, *choose_engines(settings, self._catalogue), settings.exact_passages)
        try:
            self._model = ArchiveModel(self._catalogue, settings, embeddings)
            self._writer = ArchiveWriter(self._catalogue, self._indexes, self._model)
            self._search = PassageSearch(self._catalogue, self._indexes, self._model)
            self._writer.settle()
        except BaseException:
            self._catalogue.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """A write of another thread ends where it can be gone on with, or within FAREWELL_SECONDS as a kill would end it."""
        self._writer.end(FAREWELL_SECONDS)
        self._indexes.close()
        self._catalogue.close()

    @property
    def embeddings(self) -> PassageEmbeddings:
        """The archive's model, loaded when first used; a new archive's is chosen then.

        Raises:
            EmbeddingUnavailable: It cannot be loaded.
            EmbeddingMismatch: It is not the one that the archive was made with.
        """
        return self._model.load()

    def embed_question(self, text: str) -> Vector:
        """The vector that a question is searched by; one that was made lately is not made again. Raises as `embeddings`."""
        return self._model.embed_question(text)

    def embed_sentences(self, texts: Sequence[str]) -> list[Vector]:
        """The vectors of texts as passages have them, in their order; those made lately are not made again. Raises as `embeddings`."""
        return self._model.embed_sentences(texts)

    @property
    def model_name(self) -> str:
        """Name of the embedding model, without loading it; empty before the first article."""
        return self._model.name

    @property
    def generation(self) -> int:
        """Grows by one with every finished write, whichever process made it. Cheap, unlike `status`."""
        return self._catalogue.generation

    def beside(self, file: str) -> Path | str:
        """Where a `Database` lies that is kept with the archive: a file of that name in its folder, or the archive's server."""
        return self._server or self.path / file

    # --- writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keeps other processes from writing until the end of the block; `add` and `delete` do so by themselves.

        Around many calls it saves closing the indexes after each. May be nested.

        Raises:
            ArchiveBusy: Another process is writing.
            ArchiveReadOnly: The folder cannot be written to.
        """
        with self._writer.writing():
            yield

    def holds(self, article: Article) -> bool:
        """Whether `add` would change nothing: the current version says the same, or this is an earlier one by its dates.

        An article is known by its id. A file that has neither URL nor key of its own is known by its words too and,
        with changed words, by the origin it was read from.
        """
        return self._catalogue.holds(article)

    def may_be_former(self, article: Article) -> bool:
        """Whether these are the words of an earlier version, and nothing tells if the text went back to them.

        `add` takes it that it did. Who reads old and new copies together knows better.
        """
        return self._catalogue.may_be_former(article)

    def recall(self, digest: bytes) -> str | None:
        """The id of the article that `remember` was told of, if reading it again would change nothing; else None."""
        return recall(self._catalogue.database, digest)

    def remember(self, read: Sequence[tuple[bytes, Article]]) -> None:
        """Keeps under a digest of what was read, and of what read it, which article came of it.

        An article that the archive does not hold is not remembered; one that is deleted is forgotten.
        """
        with self.writing():
            remember(self._catalogue.database, read)

    def save_answer(self, record: Mapping[str, Any]) -> str:
        """Keeps an answer as plain data, as `rag.to_json` gives it; gives the id it is found by.

        Raises:
            ValueError: The record has no question, answer or citations.
            ArchiveBusy, ArchiveReadOnly: As `writing`.
        """
        with self.writing():
            return saved.save(self._catalogue.database, record)

    def saved_answers(self) -> list[SavedAnswer]:
        """All saved answers, newest first, each flagged where a version that it cites was superseded, corrected or deleted."""
        return saved.read_saved(self._catalogue.database)

    def get_saved_answer(self, id: str) -> SavedAnswer:
        """Raises AnswerNotFound."""
        return saved.read_one(self._catalogue.database, id)

    def delete_saved_answer(self, id: str) -> None:
        """Raises AnswerNotFound; ArchiveBusy and ArchiveReadOnly as `writing`."""
        with self.writing():
            saved.forget(self._catalogue.database, id)

    def unembedded(self, texts: Iterable[str]) -> list[str]:
        """Those of the texts, each once, that have no vector yet. `add` takes vectors that its caller has made for them."""
        with self.writing():
            return self._model.stored().missing(texts)

    def add(self, batch: Sequence[tuple[Article, Sequence[Span]]], vectors: Mapping[str, Sequence[float]] | None = None) -> list[Outcome]:
        """Adds articles, each with its passages as spans of its text.

        An article with the words of its current version but other facts (a date, a title's author) takes that version's
        place; with other words it is a new version. When this returns, the articles are found by search, and a kill
        cannot lose them.

        Args:
            vectors: Of passages by their text, made by `embeddings`; those that are missing are made here.

        Returns:
            What became of each article, in order; "deleted" when it was deleted earlier and so stays out.

        Raises:
            ValueError: An article comes without passages, or a span is not within its text.
            ArchiveBusy, ArchiveReadOnly: As `writing`.
        """
        return self._writer.add(batch, vectors)

    def deleted_times(self, article_ids: Iterable[str]) -> dict[str, int]:
        """When each of these articles was deleted, in Unix time, of those that may not come back."""
        return self._catalogue.deleted_times(article_ids)

    def undelete(self, article_id: str) -> None:
        """Lets a deleted article come back when it is read again; its text is gone.

        Raises:
            ArticleNotFound: None of that id was deleted.
            ArchiveBusy, ArchiveReadOnly: As `writing`.
        """
        with self.writing():
            self._catalogue.lift_tombstone(article_id)

    def delete(self, article_id: str) -> None:
        """Takes out an article with all its versions, and keeps it out: `undelete` lets it come back.

        Raises:
            ArticleNotFound: There is no such article.
            ArchiveBusy, ArchiveReadOnly: As `writing`.
        """
        self._writer.delete(article_id)

    def reindex(self, model: str | PassageEmbeddings) -> None:
        """Changes the embedding model. Nothing is read from its source again, and passages stay as they were cut.

        Until it returns the old model answers; when it is killed, the work done so far is kept.

        Raises:
            EmbeddingUnavailable: The model cannot be loaded.
        """
        self._writer.reindex(model)

    def repair(self) -> None:
        """Puts the indexes in order after a kill or damage. Searches go on meanwhile.

        Raises:
            ArchiveBusy: Another process is writing, and will do it.
        """
        self._writer.repair()

    def check(self) -> Checked:
        """Looks at the catalogue, both indexes against it, and the quotes of saved answers.

        Raises ArchiveBusy when another process writes.
        """
        with self.writing():
            return check(self._catalogue, self._indexes, self._model.stored() if self._model.recorded else None)

    def mend(self, checked: Checked) -> None:
        """Puts right what a check found wrong, where that can be: another check says what is left.

        Raises:
            EmbeddingUnavailable: Vectors are missing and the model cannot be loaded.
            ArchiveBusy, ArchiveReadOnly: As `writing`.
        """
        cures = {fault.cure for fault in checked.faults}
        if cures - {"none"}:
            with self.writing():
                mend(self._catalogue, self._indexes, self._model, cures)

    # --- reading

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Whatever is read within the block is read as it stands at its beginning, on a server in one transaction.

        Nothing is to be written meanwhile, for the block would not see it.
        """
        with self._catalogue.database.moment():
            yield

    def get_article(self, article_id: str, version: int | None = None) -> Version:
        """An article in the version of that number, the current one when None. Raises ArticleNotFound."""
        return self._catalogue.read_version(article_id, version)

    def current_numbers(self, article_ids: Iterable[str]) -> dict[str, int]:
        """The number of the current version of each of these articles; those that are not in the archive are left out."""
        return self._catalogue.read_current_numbers(article_ids)

    def list_articles(self, filter: SearchFilter | None = None, limit: int | None = None, offset: int = 0) -> list[Version]:
        """The articles that the filter allows, newest publication first, undated last; without the first `offset`."""
        return self._catalogue.read_versions(filter or SearchFilter(), limit, offset)

    def changes(self, article_id: str, version: int | None = None) -> Changes:
        """What a version, the current one when None, changed in the one that stood before it. Raises ArticleNotFound."""
        return self._catalogue.read_changes(article_id, self.get_article(article_id, version).number)

    def copies(self, article_ids: Iterable[str]) -> dict[str, Cluster]:
        """The cluster of near-duplicates of each of these articles that there is, by article id.

        How many independent sources passages come from:

            clusters = archive.copies(passage.metadata["article_id"] for passage in passages)
            independent = {cluster.canonical for cluster in clusters.values()}
        """
        return self._catalogue.read_clusters(article_ids)

    def cluster_of(self, article_id: str) -> Cluster:
        """The articles that are one text with this one. Raises ArticleNotFound."""
        cluster = self.copies([article_id]).get(article_id)
        # which says what is wrong with the id
        return cluster or self.copies([self.get_article(article_id).article_id])[article_id]

    def search(self, text: str, filter: SearchFilter | None = None, k: int = 10, wordings: Sequence[str] = ()) -> list[Document]:
        """The k passages nearest to a question, best first, each with the metadata of `passage.make_passage`.

        Three rankings, by vectors, by words and by character 4-grams, are fused by their scores, see `fusion.fuse`. Of
        passages that say the same in the same words only the best is there.

        Args:
            wordings: The question in other words or languages. A passage's words count by the wording that it answers best;
                vectors know the question alone.

        Raises:
            ValueError: The text is blank, or k is below 1.
        """
        return self._search.search(text, filter or SearchFilter(), k, wordings)

    def rankings(
        self, text: str, filter: SearchFilter | None = None, k: int = 10, wordings: Sequence[str] = ()
    ) -> dict[str, list[tuple[str, float]]]:
        """What `search` fuses: passage ids with their scores, best first, at most k by each of the three rankings.

        `vectors` are scored by cosine similarity, `words` and `grams` by BM25. An empty archive has no rankings.

        Raises:
            ValueError: The text is blank, or k is below 1.
        """
        return self._search.rank(text, filter or SearchFilter(), k, wordings)

    def weigh(self, text: str) -> TermWeights:
        """How much each term of a question tells, by how few passages have it."""
        return self._search.weigh(text)

    def count_languages(self) -> tuple[tuple[str, int], ...]:
        """ISO 639-1 codes of what the archive is written in, each with its number of articles, most first."""
        return self._search.count_languages()

    def count_sources(self) -> tuple[tuple[str, int], ...]:
        """Names of sources, "" for the nameless, each with its number of articles, most first."""
        return self._search.count_sources()

    def undated(self, filter: SearchFilter) -> int:
        """How many articles a filter leaves out only because their publication date is unknown."""
        return count_undated(self._catalogue, filter) if filter.is_dated else 0

    def sources(self) -> tuple[SourceState, ...]:
        """How fresh each source is, that with most articles first."""
        return read_sources(self._catalogue)

    def status(self) -> ArchiveStatus:
        return read_status(self._catalogue, self._indexes, self._model)


def open_archive(path: str | Path | ArchiveSettings | None = None, *, embeddings: PassageEmbeddings | None = None) -> Archive:
    """The archive in that folder, made when missing; None takes the folder from NEWS_ARCHIVE.

    Args:
        embeddings: A model of the caller's own; None loads the archive's when it is first needed.

    Raises:
        ArchiveReadOnly: The folder cannot be made or written to.
        ArchiveDamaged: The catalogue is missing beside its indexes, or cannot be read.
        EmbeddingMismatch: Another model is asked for than the archive was made with.
    """
    settings = path if isinstance(path, ArchiveSettings) else read_settings(ArchiveSettings)
    if isinstance(path, str | Path):
        settings = settings.model_copy(update={"archive": Path(path)})
    return Archive(settings, embeddings)
