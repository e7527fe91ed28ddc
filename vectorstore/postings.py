"""The lexical side in PostgreSQL: passages found by the lists of a question's terms, and scored as tantivy does."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import BigInteger, ColumnElement, String, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from vectorstore.allowed import allowed_in_catalogue
from vectorstore.bm25 import GRAM_FIELD, POSTING, WORD_FIELD, FieldStatistics, Postings, Scorer, Scores, all_terms
from vectorstore.catalogue import Catalogue, IndexEntry
from vectorstore.filters import SearchFilter
from vectorstore.lexical import WORDS, LexicalHits, read_terms
from vectorstore.passage import passage_id
from vectorstore.posting_segments import PostingSegments, postings
from vectorstore.rankings import rank_ids
from vectorstore.remembered import Remembered
from vectorstore.schema import articles, passages, versions
from vectorstore.stored import Rows
from vectorstore.wording import Wording

# so many times the passages wanted are looked up first; those of superseded versions are among them
SPARE = 1.25
# terms whose numbers of passages are remembered until something is written; 100 bytes each
MOST_COUNTS = 100_000
# passages that a check looks for by each of their words
LOOKED_AT = 200
# rows with their scores, best first
Ranked = tuple[Rows, Scores]


class PostingTables:
    """Any thread may search; what is under "writing" is for the one that holds the write lock."""

    name = "PostgreSQL"

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._database = catalogue.database
        self._kept = PostingSegments(catalogue.database)
        # as readers know them: what a writer has half done does not count yet
        self._segments = Remembered(lambda: catalogue.marks, self._kept.read_segments)
        self._counts = Remembered(lambda: tuple(self._segments.get()), dict[str, int])

    def match(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        terms = {field: all_terms(field, wordings) for field in (WORD_FIELD, GRAM_FIELD)}
        lists = self._read_lists(terms[WORD_FIELD] | terms[GRAM_FIELD])
        ranked = [self._score(field, {term: lists[term] for term in terms[field] if term in lists}, wordings) for field in terms]
        words, grams = self._name(ranked, filter, k)
        return LexicalHits(rank_ids(words), rank_ids(grams))

    def frequencies(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        letter = WORD_FIELD if field == WORDS else GRAM_FIELD
        total, counts = sum(segment.passages for segment in self._segments.get()), self._counts.get()
        wanted = {f"{letter}{term}": term for term in terms}
        known = {term: counts[term] for term in wanted if term in counts}
        if unknown := [term for term in wanted if term not in known]:
            found = dict.fromkeys(unknown, 0) | self._count(unknown)
            self._note(counts, found)
            known |= found
        return {term: min(total, known[key]) for key, term in wanted.items()}, total

    @property
    def is_settled(self) -> bool:
        return not self._catalogue.pending_articles(unsettled=True) and self._catalogue.last_row <= self._kept.last_row()

    def close(self) -> None:
        """Nothing is open."""

    # --- writing

    def settle(self) -> None:
        has_written = self._kept.follow()
        pending = self._catalogue.pending_articles(unsettled=True)
        if pending or has_written:
            self._catalogue.mark_settled(pending)

    def update(self, article_ids: Sequence[str], entries: Iterable[IndexEntry]) -> None:
        self._kept.follow()

    def purge(self) -> None:
        self._kept.purge()

    def rebuild(self) -> None:
        self._kept.rebuild()

    def examine(self) -> str | None:
        """By their number, and by looking for some from everywhere by each of their words."""
        held, expected = sum(segment.passages for segment in self._kept.read_segments()), self._catalogue.count_passages()
        if held != expected:
            return f"it has {held} passages, the catalogue {expected}"
        looked_at = self._sample()
        lists = self._read_lists({term for _, terms in looked_at for term in terms})
        rows = {term: frozenset(found["row"].tolist()) for term, found in lists.items()}
        lost = sum(any(row not in rows.get(term, ()) for term in terms) for row, terms in looked_at)
        return f"{lost} of {len(looked_at)} passages looked at are not found by all of their words" if lost else None

    def _sample(self) -> list[tuple[int, list[str]]]:
        """Passages from everywhere with all of their terms."""
        step = self._catalogue.count_passages() // LOOKED_AT + 1
        numbered = select(passages.c.row, func.row_number().over(order_by=passages.c.row).label("place")).subquery()
        with self._database.transaction() as connection:
            rows = connection.execute(select(numbered.c.row).where(numbered.c.place % step == 0)).scalars().all()
        found = [(row, read_terms(entry)) for each in rows for row, entry in self._kept.read_entries(each, each)]
        return [(row, [WORD_FIELD + term for term in words] + [GRAM_FIELD + term for term in grams]) for row, (words, grams) in found]

    # --- reading

    def _score(self, field: str, lists: Mapping[str, Postings], wordings: Sequence[Wording]) -> Ranked:
        held = self._segments.get()
        terms = sum(segment.words if field == WORD_FIELD else segment.grams for segment in held)
        statistics = FieldStatistics(sum(segment.passages for segment in held), terms)
        return Scorer(lists, statistics).score(wordings, field)

    def _name(self, ranked: Sequence[Ranked], filter: SearchFilter, k: int) -> list[list[tuple[str, float]]]:
        """Of each ranking the best k that the filter allows, by their ids."""
        most = int(SPARE * k) + 1
        ids = self._read_allowed(filter, np.unique(np.concatenate([rows[:most] for rows, _ in ranked])))
        named = [_pair(ids, rows[:most], scores)[:k] for rows, scores in ranked]
        short = [place for place, (rows, _) in enumerate(ranked) if len(named[place]) < k and len(rows) > most]
        if short:
            allowed = self._read_allowed_rows(filter)
            kept = [np.isin(rows, allowed) for rows, _ in ranked]
            left = {place: (ranked[place][0][kept[place]][:k], ranked[place][1][kept[place]][:k]) for place in short}
            ids = self._read_allowed(filter, np.unique(np.concatenate([rows for rows, _ in left.values()])))
            for place, (rows, scores) in left.items():
                named[place] = _pair(ids, rows, scores)
        return named

    def _read_lists(self, terms: Collection[str]) -> dict[str, Postings]:
        query = select(postings.c.term, postings.c.entries).where(_any_of(postings.c.term, list(terms), String))
        parts: defaultdict[str, list[bytes]] = defaultdict(list)
        with self._database.transaction() as connection:
            for term, entries in connection.execute(query):
                parts[term].append(entries)
        lists = {term: np.frombuffer(b"".join(entries), POSTING) for term, entries in parts.items()}
        self._note(self._counts.get(), {term: len(lists[term]) if term in lists else 0 for term in terms})
        return lists

    def _count(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each of the terms is that are in any."""
        number = func.sum(func.octet_length(postings.c.entries)) / POSTING.itemsize
        query = select(postings.c.term, number).where(_any_of(postings.c.term, terms, String)).group_by(postings.c.term)
        with self._database.transaction() as connection:
            return {term: int(count) for term, count in connection.execute(query)}

    def _note(self, counts: dict[str, int], found: Mapping[str, int]) -> None:
        """Keeps in how many passages terms are: who weighs a question's terms has mostly searched by them."""
        if len(counts) > MOST_COUNTS:
            counts.clear()
        counts.update(found)

    def _read_allowed(self, filter: SearchFilter, rows: Rows) -> dict[int, str]:
        """Ids of those of the rows that the filter allows."""
        query = _allowed(filter, passages.c.row, passages.c.article_id, passages.c.version, passages.c.number)
        with self._database.transaction() as connection:
            found = connection.execute(query.where(_any_of(passages.c.row, rows.tolist(), BigInteger)))
            return {row: passage_id(*parts) for row, *parts in found}

    def _read_allowed_rows(self, filter: SearchFilter) -> Rows:
        with self._database.transaction() as connection:
            return np.array(connection.execute(_allowed(filter, passages.c.row)).scalars().all(), np.int64)


def _pair(ids: Mapping[int, str], rows: Rows, scores: Scores) -> list[tuple[str, float]]:
    found = ((ids.get(row), score) for row, score in zip(rows.tolist(), scores.tolist(), strict=False))
    return [(id, score) for id, score in found if id is not None]


def _allowed(filter: SearchFilter, *columns: Any) -> Any:  # columns and statements of SQLAlchemy, of many types
    of_version = (versions.c.article_id == passages.c.article_id) & (versions.c.number == passages.c.version)
    query = select(*columns).join(versions, of_version).join(articles, articles.c.id == passages.c.article_id)
    return query.where(allowed_in_catalogue(filter))


def _any_of(column: ColumnElement[Any], values: Sequence[Any], kind: type[Any]) -> ColumnElement[bool]:
    """One array instead of hundreds of values: making a statement of these takes longer than to answer it."""
    return column == any_(bindparam(None, values, ARRAY(kind), unique=True))
