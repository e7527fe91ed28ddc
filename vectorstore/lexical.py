"""The lexical index: stemmed words and character 4-grams, scored by BM25."""

import logging
import math
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from vectorstore.allowed import Hits, allowed_in_lexical, cut, may_cut
from vectorstore.beside import beside
from vectorstore.catalogue import IndexEntry
from vectorstore.columns import UNKNOWN
from vectorstore.errors import ArchiveReadOnly
from vectorstore.filters import REPORT, SearchFilter
from vectorstore.rankings import NOTHING, PLACES, Ranking, rank
from vectorstore.seal import break_seal, has_seal, read_seal, set_seal
from vectorstore.terms import fold, marked_gram_terms, word_terms
from vectorstore.wording import Terms, Wording

log = logging.getLogger(__name__)

# A field with other terms in it gets another name: an index with other names is refused by tantivy, and built again.
WORDS, GRAMS = "words_of_all", "marked_grams"
# tantivy's smallest arena for one thread; more is only faster for much larger batches
WRITER_BYTES = 32_000_000
# To search all and cut what is not allowed costs less than to ask for the allowed only, when that leaves so many allowed passages for each
# that is found: tantivy leaps over most passages where it is asked for the best of all, and must look at each where a second condition
# holds. Of 400 passages that is so from a share of .1 in a million passages, of .3 in a hundred thousand, of .93 in ten thousand.
CUT, SPARE = 18, 1.2
# What a word's translation weighs beside the word itself. Chosen on one half of Belebele's questions, between English and German, and
# of XQuAD's asked of both languages in one archive: 1 finds no more across and costs a point within German, .85 nothing.
TRANSLATED = 0.85


@dataclass(frozen=True, slots=True)
class LexicalHits:
    """The best passages of each field, by BM25."""

    words: Ranking
    grams: Ranking


class LexicalIndex:
    """A tantivy index in a folder. One process writes at a time; readers see the last commit after `reload`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._schema = _schema()
        folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(folder))
        self.reload()

    def reload(self) -> None:
        self._index.reload()
        searcher = self._searcher = self._index.searcher()
        # the same filter mostly comes again with the next question
        self._share = lru_cache(maxsize=64)(partial(_share_of, searcher, self._schema))

    @property
    def size(self) -> int:
        """Number of passages, those of superseded versions too."""
        return self._searcher.num_docs

    def ids(self) -> set[str]:
        """Of all passages that it holds."""
        return set(_read_ranking(self._searcher, _run(self._searcher, Query.all_query(), self.size)).ids())

    def replace(self, article_ids: Sequence[str], entries: Iterable[IndexEntry]) -> None:
        """Takes out the articles' passages and puts in the entries: one commit, all or nothing.

        Raises ArchiveReadOnly when the disk is full.
        """
        break_seal(self.folder)
        try:
            writer = self._index.writer(heap_size=WRITER_BYTES, num_threads=1)
            for article_id in article_ids:
                writer.delete_documents_by_term("article", article_id)
            for entry in entries:
                writer.add_document(_document(entry))
            writer.commit()
            writer.wait_merging_threads()
        except (OSError, ValueError) as error:
            raise ArchiveReadOnly(f"{self.folder} cannot be written ({error}); free some space and run the same command again") from error
        self.reload()
        set_seal(self.folder)

    def search(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        """The best `k` passages of each field that the filter allows, each by the wording that it answers best."""
        # one searcher for all: another thread may reload meanwhile, and addresses are those of one searcher
        searcher = self._searcher
        share = self._share(filter) if may_cut(filter) else 0.0
        # beside each other: tantivy leaves Python to others while it searches
        with beside("grams", lambda: self._rank(searcher, self._wanted(GRAMS, wordings), filter, k, share)) as grams:
            words = self._rank(searcher, self._wanted(WORDS, wordings), filter, k, share)
        return LexicalHits(words, grams.result())

    def count_passages_with(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        """In how many passages each term occurs, and how many passages there are.

        Deleted passages count until the index merges its segments, as they do in its scores; never more than there are.
        """
        searcher = self._searcher
        total = searcher.num_docs
        return {term: min(total, searcher.doc_freq(field, term)) for term in terms}, total

    def _wanted(self, field: str, wordings: Sequence[Wording]) -> Query | None:
        return _best_of([query for wording in wordings if (query := self._ask(field, wording))])

    def _rank(self, searcher: tantivy.Searcher, wanted: Query | None, filter: SearchFilter, k: int, share: float) -> Ranking:
        if wanted is None:
            return NOTHING
        if share == 1:
            return _read_ranking(searcher, _run(searcher, wanted, k))
        most = math.ceil(k / share * SPARE) if share else searcher.num_docs
        if share * searcher.num_docs >= CUT * most:
            found = _run(searcher, wanted, most)
            if len(hits := cut(searcher, found, filter)) >= k or len(found) == searcher.num_docs:
                return _read_ranking(searcher, hits[:k])
        limits = [(Occur.Must, Query.const_score_query(limit, 0.0)) for limit in allowed_in_lexical(filter, self._schema)]
        return _read_ranking(searcher, _run(searcher, Query.boolean_query([(Occur.Must, wanted), *limits]), k))

    def _ask(self, field: str, wording: Wording) -> Query | None:
        """A passage's score is the sum over the question's words; of a word and its translations the best counts, and all that is aside."""
        parts: list[Query] = []
        plain = dict.fromkeys(_terms_of(field, wording.rest))
        for word in wording.words:
            translations = [query for terms in word.translations if (query := self._any(field, _terms_of(field, terms)))]
            own = self._any(field, _terms_of(field, word.own))
            if own is None or not translations:
                plain |= dict.fromkeys(_terms_of(field, word.own))
            else:
                parts.append(Query.disjunction_max_query([own, *(Query.boost_query(query, TRANSLATED) for query in translations)]))
        aside = [Query.boost_query(query, TRANSLATED) for query in self._each(field, wording.aside)] if field == GRAMS else []
        if (rest := _sum_of([*self._each(field, plain), *aside])) is not None:
            parts.append(rest)
        return _sum_of(parts)

    def _any(self, field: str, terms: Iterable[str]) -> Query | None:
        return _sum_of(self._each(field, terms))

    def _each(self, field: str, terms: Iterable[str]) -> list[Query]:
        return [Query.term_query(self._schema, field, term, index_option="freq") for term in terms]


def _share_of(searcher: tantivy.Searcher, schema: tantivy.Schema, filter: SearchFilter) -> float:
    """How many of all passages a filter allows, from 0 to 1."""
    limits = [(Occur.Must, limit) for limit in allowed_in_lexical(filter, schema)]
    found = searcher.search(Query.boolean_query(limits), limit=1, count=True).count  # type: ignore[attr-defined]  # its types lack it
    return (found or 0) / max(1, searcher.num_docs)


def _run(searcher: tantivy.Searcher, query: Query, most: int) -> Hits:
    return searcher.search(query, limit=max(1, min(most, searcher.num_docs)), count=False).hits


def _read_ranking(searcher: tantivy.Searcher, hits: Hits) -> Ranking:
    # columns of numbers: reading a stored text for each hit would take longer than the search
    addresses = [address for _, address in hits]
    articles, places = (searcher.fast_field_values(name, addresses) for name in ("article_number", "place"))
    return rank([int(article or 0) for article in articles], [int(place or 0) for place in places], [score for score, _ in hits])


def _terms_of(field: str, terms: Terms) -> tuple[str, ...]:
    return terms.words if field == WORDS else terms.grams


def _sum_of(queries: Sequence[Query]) -> Query | None:
    # a sum of one is that one: tantivy leaps over passages only where a sum is of terms alone
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if len(queries) > 1 else next(iter(queries), None)


def _best_of(queries: Sequence[Query]) -> Query | None:
    return Query.disjunction_max_query(list(queries)) if len(queries) > 1 else next(iter(queries), None)


def open_lexical(folder: Path, expected: int | None) -> LexicalIndex | None:
    """The index in that folder, made when missing.

    Args:
        expected: Number of passages that it must hold; None when that cannot be known.

    Returns:
        None when the index is damaged, foreign, or not what the catalogue says: it has to be built again.
    """
    if has_seal(folder) and read_seal(folder) is None:
        log.info("%s has changed since it was closed", folder)
        return None
    try:
        index = LexicalIndex(folder)
    except (ValueError, OSError) as error:
        log.warning("%s cannot be opened: %s", folder, error)
        return None
    return index if expected in (None, index.size) else None


def rebuild_lexical(folder: Path, entries: Iterable[IndexEntry]) -> LexicalIndex:
    """A new index of these entries in place of what was there, which readers have until the new one is whole.

    Raises ArchiveReadOnly when the disk is full.
    """
    fresh, former = (folder.with_name(f"{folder.name}-{name}") for name in ("new", "old"))
    _remove(fresh, former)
    try:
        LexicalIndex(fresh).replace([], entries)
        break_seal(folder)
        if folder.exists():
            folder.rename(former)
        fresh.rename(folder)
        index = LexicalIndex(folder)
    except (OSError, ValueError) as error:
        raise ArchiveReadOnly(f"{folder} cannot be made ({error}); free some space and run the same command again") from error
    finally:
        _remove(fresh, former)
    set_seal(folder)
    return index


def _remove(*folders: Path) -> None:
    for folder in folders:
        break_seal(folder)
        shutil.rmtree(folder, ignore_errors=True)


def read_terms(entry: IndexEntry) -> tuple[list[str], list[str]]:
    """The words and the 4-grams by which a passage is found."""
    article = entry.version.article
    # the title belongs to each passage: it names whom a passage calls "he"; questions name papers and authors too
    text = "\n".join([article.title, article.source, *article.authors, entry.text])
    return word_terms(text, article.language), marked_gram_terms(text)


def _document(entry: IndexEntry) -> tantivy.Document:
    article = entry.version.article
    words, grams = read_terms(entry)
    fields: dict[str, Any] = {
        "article": entry.version.article_id,
        "article_number": int(entry.version.article_id, 16),
        "place": entry.version.number * PLACES + int(entry.id.rpartition(":")[2]),
        WORDS: " ".join(words),
        GRAMS: " ".join(grams),
        "source": fold(article.source),
        "language": article.language,
        "genre": article.genre or REPORT,
        "current": entry.version.current,
        "valid_to": UNKNOWN if entry.valid_to is None else entry.valid_to,
    }
    if entry.valid_from is not None:
        fields["valid_from"] = entry.valid_from
    if article.published is not None:
        fields["published"] = article.published.seconds
    return tantivy.Document.from_dict(fields, _schema())


@lru_cache(maxsize=1)
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("article", "source", "language", "genre"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (WORDS, GRAMS):
        # the terms are made by us and come parted by blanks
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("article_number", "place"):
        builder.add_unsigned_field(name, fast=True)
    for name in ("published", "valid_from", "valid_to"):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_boolean_field("current", indexed=True)
    return builder.build()
