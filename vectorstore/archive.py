"""The archive: articles in, passages out. It keeps the catalogue and both indexes in step."""

import logging
import math
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from langchain_core.documents import Document

from vectorstore import saved
from vectorstore.article import Article, Span, Version
from vectorstore.catalogue import Catalogue
from vectorstore.changes import Changes
from vectorstore.clusters import Cluster
from vectorstore.copies import drop_copies
from vectorstore.embeddings import ModelIdentity, PassageEmbeddings
from vectorstore.errors import ArchiveBusy, ArchiveDamaged, ArchiveReadOnly
from vectorstore.filters import SearchFilter
from vectorstore.function_words import drop_function_words, language_of
from vectorstore.fusion import Ranking, fuse, weigh_whole
from vectorstore.indexes import Indexes
from vectorstore.lexical import GRAMS, WORDS
from vectorstore.lock import write_lock
from vectorstore.model import ArchiveModel, embed_missing
from vectorstore.naming import named_sources
from vectorstore.remembered import Remembered
from vectorstore.saved import SavedAnswer
from vectorstore.seen import recall, remember
from vectorstore.settings import ArchiveSettings, read_settings
from vectorstore.status import (
    ArchiveStatus,
    SourceState,
    count,
    count_undated,
    measure,
    read_sources,
    tally_languages,
    tally_sources,
)
from vectorstore.stored import StoredVectors, batched
from vectorstore.terms import fold, word_terms
from vectorstore.trust import UNDETERMINED, trust_vectors
from vectorstore.wording import Wording, question_terms, word_question

log = logging.getLogger(__name__)

Outcome = Literal["new", "updated", "unchanged", "deleted"]

# How far down each ranking is read before they are fused: at least this many, and this many times k. The last vector is where nearness
# begins, so that more of them tell near from far better: on one half of MultiHop-RAG 400 rank the evidence .02 (MRR) higher than 100.
DEPTH, DEPTH_PER_RESULT = 400, 4
UNFINISHED = "being written, or left unfinished: exact search answers, and the next ingest puts it in order"


@dataclass(frozen=True, slots=True)
class TermWeights:
    """How much each term of a question tells: its inverse document frequency in the archive, always above 0.

    A term that no passage has weighs most. `words` are stemmed by the rules of every language of the archive.
    """

    words: Mapping[str, float]
    grams: Mapping[str, float]


class Archive:
    """Use as a context manager, or call `close`. Any thread may search; one process at a time may write."""

    def __init__(self, settings: ArchiveSettings, embeddings: PassageEmbeddings | None = None) -> None:
        self.path = settings.archive
        self._write_turn = threading.RLock()
        self._write_depth = 0
        self._catalogue = _open_catalogue(self.path)
        self._languages = Remembered(lambda: self._catalogue.generation, lambda: tally_languages(self._catalogue))
        self._sources = Remembered(lambda: self._catalogue.generation, lambda: tally_sources(self._catalogue))
        self._indexes = Indexes(self.path, self._catalogue, settings.exact_passages)
        try:
            self._model = ArchiveModel(self._catalogue, settings, embeddings)
            self._settle()
        except BaseException:
            self._catalogue.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
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

    @property
    def model_name(self) -> str:
        """Name of the embedding model, without loading it; empty before the first article."""
        return self._model.name

    # --- writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keeps other processes from writing until the end of the block; `add` and `delete` do so by themselves.

        Around many calls it saves closing the indexes after each. May be nested.

        Raises:
            ArchiveBusy: Another process is writing.
            ArchiveReadOnly: The folder cannot be written to.
        """
        with self._write_turn:
            if self._write_depth:
                yield
                return
            with write_lock(self.path):
                self._write_depth = 1
                try:
                    yield
                finally:
                    self._write_depth = 0
                    self._release()

    def _release(self) -> None:
        try:
            stored = self._model.stored() if self._model.recorded else None
        except BaseException:
            # the lock must not be let go while the index is open for writing
            self._indexes.release(None)
            raise
        self._indexes.release(stored)

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
        for article, spans in batch:
            _check_spans(article, spans)
        with self.writing():
            buried = self._catalogue.deleted_times(article.article_id for article, _ in batch)
            outcomes = iter(self._add([entry for entry in batch if entry[0].article_id not in buried], vectors))
            return ["deleted" if article.article_id in buried else next(outcomes) for article, _ in batch]

    def _add(self, batch: Sequence[tuple[Article, Sequence[Span]]], vectors: Mapping[str, Sequence[float]] | None) -> list[Outcome]:
        with self.writing():
            fresh = [(article, spans) for article, spans in batch if not self.holds(article)]
            if not fresh:
                return ["unchanged"] * len(batch)
            # first, since it takes whatever is pending for a killed writer's
            self._indexes.prepare(self._model.stored())
            passages = (article.text[span.start : span.end] for article, spans in fresh for span in spans)
            embed_missing(passages, self.embeddings, self._model.stored(), vectors or {})
            stored = self._catalogue.store_articles(batch)
            touched: dict[str, bool] = {}
            for article_id, was_there in filter(None, stored):
                # one that comes twice was there the second time only
                touched.setdefault(article_id, was_there)
            if touched:
                known = [article_id for article_id, was_there in touched.items() if was_there]
                self._indexes.update(list(touched), self._model.stored(), known)
        return ["unchanged" if outcome is None else "updated" if outcome[1] else "new" for outcome in stored]

    def deleted_on(self, article: Article) -> int | None:
        """When an article was deleted, in Unix time; None when it was not, or may come back."""
        return self._catalogue.deleted_times([article.article_id]).get(article.article_id)

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
        self._catalogue.read_version(article_id)
        with self.writing():
            self._indexes.prepare(self._model.stored())
            self._catalogue.remove_article(article_id)
            self._indexes.update([article_id], self._model.stored(), known=[article_id])

    def reindex(self, model: str | PassageEmbeddings) -> None:
        """Changes the embedding model. Nothing is read from its source again, and passages stay as they were cut.

        Until it returns the old model answers; when it is killed, the work done so far is kept.

        Raises:
            EmbeddingUnavailable: The model cannot be loaded.
        """

        def take_over(stored: StoredVectors, facts: Mapping[str, str]) -> None:
            self._indexes.rebuild(stored, facts)
            stored.forget_others()
            self._catalogue.mark_ready([])

        with self.writing():
            self._indexes.settle()
            self._model.change(model, take_over)

    def repair(self) -> None:
        """Puts the indexes in order after a kill or damage. Searches go on meanwhile.

        Raises:
            ArchiveBusy: Another process is writing, and will do it.
        """
        if self._model.recorded is None or (self._indexes.is_settled and self._indexes.vectors_are_sound):
            return
        with self.writing():
            self._indexes.prepare(self._model.stored())

    def _settle(self) -> None:
        """What a killed writer left is finished by whoever opens the archive next, if nobody else is at it.

        Only as far as answers need it: the vector index can wait for the next writer, exact search stands in for it.
        """
        if self._indexes.is_settled:
            return
        try:
            with self.writing():
                self._indexes.settle()
        except (ArchiveBusy, ArchiveReadOnly) as error:
            log.info("not settled yet: %s", error)

    # --- reading

    def get_article(self, article_id: str, version: int | None = None) -> Version:
        """An article in the version of that number, the current one when None. Raises ArticleNotFound."""
        return self._catalogue.read_version(article_id, version)

    def current_numbers(self, article_ids: Iterable[str]) -> dict[str, int]:
        """The number of the current version of each of these articles; those that are not in the archive are left out."""
        return self._catalogue.read_current_numbers(article_ids)

    def list_articles(self, filter: SearchFilter | None = None, limit: int | None = None) -> list[Version]:
        """The articles that the filter allows, newest publication first, undated last."""
        return self._catalogue.read_versions(filter or SearchFilter(), limit)

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
        version = self.get_article(article_id)
        return self.copies([version.article_id])[version.article_id]

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
        filter = filter or SearchFilter()
        if k < 1:
            raise ValueError(f"k is the number of passages wanted, at least 1, not {k}")
        rankings = self.rankings(text, filter, max(DEPTH, DEPTH_PER_RESULT * k), wordings)
        found: list[Document] = []
        # more than wanted: some may be copies, and another process may just have changed an article
        for part in batched(self._fuse(text, rankings) if rankings else [], 2 * k):
            passages = self._catalogue.read_passages([id for id, _ in part], filter)
            scored = [(passages[id], score) for id, score in part if id in passages]
            found += [passage.model_copy(update={"metadata": {**passage.metadata, "score": score}}) for passage, score in scored]
            found = drop_copies(found, k)
            if len(found) == k:
                break
        return found

    def rankings(
        self, text: str, filter: SearchFilter | None = None, k: int = 10, wordings: Sequence[str] = ()
    ) -> dict[str, list[tuple[str, float]]]:
        """What `search` fuses: passage ids with their scores, best first, at most k by each of the three rankings.

        `vectors` are scored by cosine similarity, `words` and `grams` by BM25. An empty archive has no rankings.

        Raises:
            ValueError: The text is blank, or k is below 1.
        """
        if not text.strip():
            raise ValueError("there is nothing to search for: the text is blank")
        if k < 1:
            raise ValueError(f"k is the number of passages wanted, at least 1, not {k}")
        if self._model.recorded is None:
            return {}
        filter = filter or SearchFilter()
        near = self._indexes.nearest(self.embeddings.embed_query(text), filter, self._model.stored(), k)
        hits = self._indexes.match(self._word(text, wordings), filter, k)
        return {"vectors": near, "words": hits.words, "grams": hits.grams}

    def weigh(self, text: str) -> TermWeights:
        """How much each term of a question tells, by how few passages have it."""
        terms = question_terms(text, self._read_languages())
        return TermWeights(self._inverse_frequencies(WORDS, terms.words), self._inverse_frequencies(GRAMS, terms.grams))

    def count_languages(self) -> tuple[tuple[str, int], ...]:
        """ISO 639-1 codes of what the archive is written in, each with its number of articles, most first."""
        return self._languages.get()

    def undated(self, filter: SearchFilter) -> int:
        """How many articles a filter leaves out only because their publication date is unknown."""
        return count_undated(self._catalogue, filter) if filter.is_dated else 0

    def sources(self) -> tuple[SourceState, ...]:
        """How fresh each source is, that with most articles first."""
        return read_sources(self._catalogue)

    def status(self) -> ArchiveStatus:
        counts = count(self._catalogue)
        return ArchiveStatus(
            articles=counts.articles,
            versions=counts.versions,
            passages=counts.passages,
            sources=tally_sources(self._catalogue),
            languages=tally_languages(self._catalogue),
            newest=counts.newest,
            undated=counts.undated,
            embedding=self._model.name,
            runtime=self._model.runtime,
            vectors="ready" if self._indexes.vectors_are_sound else UNFINISHED,
            vectors_path=self._indexes.vector_folder,
            size_bytes=measure(self.path),
            generation=self._catalogue.generation,
        )

    def _read_languages(self) -> list[str]:
        """What the archive is written in, most articles first."""
        return [language for language, _ in self._languages.get()]

    def _word(self, text: str, others: Sequence[str]) -> list[Wording]:
        languages = self._read_languages()
        own = word_question(drop_function_words(text), language_of(text), languages)
        # what has been translated as a whole is not translated again word by word
        return [own, *(word_question(drop_function_words(other), None, languages) for other in others if other.strip())]

    def _fuse(self, text: str, rankings: Mapping[str, Ranking]) -> list[tuple[str, float]]:
        model = self._model.recorded
        assert model is not None, "without a model there are no rankings"
        words, grams, vectors = (rankings[name] for name in ("words", "grams", "vectors"))
        whole = self._weigh_whole(drop_function_words(text))
        return fuse(words, grams, vectors, whole, self._trust(text, model, vectors), self._named(text, rankings))

    def _trust(self, text: str, model: ModelIdentity, vectors: Ranking) -> dict[str, float]:
        """By passage, what its vector's nearness to a question is worth."""
        asked_in = language_of(text)
        ids = [id for id, _ in vectors]
        worths = {trust_vectors(model, asked_in, language) for language in self._read_languages()}
        if len(worths) == 1:
            # in whatever language a passage is, nothing has to be looked up
            return dict.fromkeys(ids, worths.pop())
        origins = self._catalogue.read_origins(ids)
        return {id: trust_vectors(model, asked_in, origins[id][0] if id in origins else UNDETERMINED) for id in ids}

    def _named(self, text: str, rankings: Mapping[str, Ranking]) -> dict[str, str]:
        """The passages found whose source the question names, each with its source."""
        named = {fold(source) for source in named_sources(text, (source for source, _ in self._sources.get()))}
        if not named:
            return {}
        ids = dict.fromkeys(id for ranking in rankings.values() for id, _ in ranking)
        return {id: source for id, (_, source) in self._catalogue.read_origins(ids).items() if source in named}

    def _weigh_whole(self, text: str) -> float:
        weights = self.weigh(text)
        # in the archive's languages that are not the question's its words have stems that nobody has
        stems = [set(word_terms(text, language)) for language in self._read_languages()]
        words = min((sum(weights.words.get(stem, 0.0) for stem in stemmed) for stemmed in stems), default=0.0)
        return weigh_whole(words, sum(weights.grams.values()))

    def _inverse_frequencies(self, field: str, terms: Sequence[str]) -> dict[str, float]:
        frequencies, total = self._indexes.frequencies(field, terms)
        # the form of BM25 that is never negative
        return {term: math.log(1 + (total - found + 0.5) / (found + 0.5)) for term, found in frequencies.items()}


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


def _open_catalogue(folder: Path) -> Catalogue:
    file = folder / "catalogue.sqlite"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        derived = (folder / "lexical").exists() or any(folder.glob("vectors-*"))
        if derived and (not file.exists() or not file.stat().st_size):
            raise ArchiveDamaged(f"{file} is missing or empty; restore it from a backup, or ingest into a new folder with --archive")
    except FileExistsError:
        raise ArchiveReadOnly(f"{folder} is a file, not a folder; name another one with --archive") from None
    except OSError as error:
        raise ArchiveReadOnly(f"{folder} cannot be made ({error.strerror}); allow it or name another folder with --archive") from error
    return Catalogue(file)


def _check_spans(article: Article, spans: Sequence[Span]) -> None:
    if not spans:
        raise ValueError(f"no passages for the article {article.title!r}")
    for start, end in spans:
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"the span {start}–{end} is not within a text of {len(article.text)} characters")
