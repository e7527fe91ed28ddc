"""A filter means the same in the catalogue, in memory and in the lexical index: what SearchFilter's description says."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.doubles import HashEmbeddings
from vectorstore import Article, Genre, SearchFilter, Timestamp, fold, split_sentences
from vectorstore.catalogue import Catalogue
from vectorstore.exact import read_exact
from vectorstore.lexical import LexicalIndex
from vectorstore.model import embed_missing
from vectorstore.stored import StoredVectors
from vectorstore.wording import Terms, Wording

FIRST_DAY = date(2025, 1, 1)
DAYS = 12
SOURCES = ("Courier", "Böte", "BÖTE", "")
LANGUAGES = ("en", "de", "und")
GENRE: tuple[Genre | None, ...] = (None, "opinion", "live blog")
EVERYTHING = 10_000
HARBOUR = Wording((), Terms(("harbour",), ()))

days = st.integers(0, DAYS).map(lambda day: FIRST_DAY + timedelta(days=day))
moments = st.one_of(days, days.map(date.isoformat), days.map(lambda day: datetime(day.year, day.month, day.day, 11, tzinfo=UTC)))


@st.composite
def filters(draw: st.DrawFn) -> SearchFilter:
    since, until = draw(st.none() | moments), draw(st.none() | moments)
    if since is not None and until is not None and seconds(since) >= seconds(until):
        until = None
    as_of = draw(st.none() | moments)
    sources = tuple(draw(st.lists(st.sampled_from([*SOURCES, "bote", "Nobody"]), max_size=2)))
    languages = tuple(draw(st.lists(st.sampled_from([*LANGUAGES, "EN", "fr"]), max_size=2)))
    genres = tuple(draw(st.lists(st.sampled_from(["report", "opinion", "satire"]), max_size=2)))
    return SearchFilter(since, until, as_of, sources, languages, genres)


# what happens to an article: a new edition, other facts about the same words, or its end
steps = st.tuples(st.integers(0, 5), st.sampled_from(["edition", "edition", "facts", "deletion"]), st.integers(0, 1_000_000))


@dataclass
class Told:
    """What the oracle knows: of each article its versions in order, each with the second from which it stood."""

    versions: dict[str, list[tuple[int, Article]]] = field(default_factory=dict)

    def allowed(self, filter: SearchFilter) -> set[tuple[str, int]]:
        found = set()
        for article_id, versions in self.versions.items():
            standing = [
                number for number, (begin, _) in enumerate(versions, start=1) if filter.as_of is None or begin < end_of(filter.as_of)
            ]
            if standing and fits(versions[standing[-1] - 1][1], filter):
                found.add((article_id, standing[-1]))
        return found


def seconds(moment: date | datetime | str) -> int:
    if isinstance(moment, str):
        moment = date.fromisoformat(moment)
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return int(moment.timestamp())


def end_of(as_of: date | datetime | str) -> int:
    """The first second after that day or moment."""
    return seconds(as_of) + (1 if isinstance(as_of, datetime) else 86_400)


def fits(article: Article, filter: SearchFilter) -> bool:
    published = article.published.seconds if article.published else None
    if published is None and (filter.since is not None or filter.until is not None or filter.as_of is not None):
        return False
    if published is not None:
        if filter.since is not None and published < seconds(filter.since):
            return False
        if filter.until is not None and published >= seconds(filter.until):
            return False
        if filter.as_of is not None and published >= end_of(filter.as_of):
            return False
    if filter.sources and fold(article.source) not in map(fold, filter.sources):
        return False
    if filter.genres and (article.genre or "report") not in filter.genres:
        return False
    return not filter.languages or article.language in map(str.lower, filter.languages)


class Bench:
    """A catalogue, its vectors and a lexical index, kept in step with an oracle."""

    def __init__(self, folder: Path) -> None:
        self.catalogue = Catalogue(folder / "catalogue.sqlite")
        self.embeddings = HashEmbeddings()
        self.stored = StoredVectors(self.catalogue.database, "hash", 64)
        self.lexical = LexicalIndex(folder / "lexical")
        self.exact = read_exact(self.stored)
        self.told = Told()
        self._edition = 0

    def apply(self, number: int, what: str, chance: int) -> None:
        url = f"https://x.example.org/{number}"
        article_id = Article("of no matter", url=url).article_id
        versions = self.told.versions.get(article_id, [])
        if what == "deletion":
            if versions:
                self.catalogue.remove_article(article_id)
                del self.told.versions[article_id]
                self.lexical.replace([article_id], [])
            return
        if what == "facts" and versions:
            begin, article = versions[-1]
            article = replace(
                article, source=SOURCES[chance % len(SOURCES)], language=LANGUAGES[chance % len(LANGUAGES)], genre=GENRE[chance % 3]
            )
            versions[-1] = begin, article
        else:
            article, begin = self._edit(url, versions, chance)
            versions.append((begin, article))
        self.told.versions[article_id] = versions
        spans = split_sentences(article.text, article.language)
        embed_missing((article.text[span.start : span.end] for span in spans), self.embeddings, self.stored)
        self.catalogue.store_articles([(article, spans)])
        self.lexical.replace([article_id], self.catalogue.index_entries([article_id]))

    def _edit(self, url: str, versions: list[tuple[int, Article]], chance: int) -> tuple[Article, int]:
        """A version with words of its own, stated to be later than the one before, and when it begins."""
        self._edition += 1
        published = seconds(FIRST_DAY + timedelta(days=chance % DAYS)) if chance % 7 else None
        if versions:
            published = versions[0][1].published.seconds if versions[0][1].published else None
        begin = versions[-1][0] + 1 + chance % 200_000 if versions and published is not None else published
        article = Article(
            text=" ".join(f"Harbour news {self._edition} of crate{chance + at}." for at in range(1 + chance % 3)),
            url=url,
            source=SOURCES[chance % len(SOURCES)],
            language=LANGUAGES[chance % len(LANGUAGES)],
            genre=GENRE[chance % len(GENRE)],
            published=None if published is None else Timestamp(published, "second", "given"),
            updated=Timestamp(begin, "second", "given") if versions and begin is not None else None,
        )
        # an undated article begins when nobody knows; no filter that asks for it allows the article
        return article, begin or 0

    def check(self, filter: SearchFilter) -> None:
        expected = self.told.allowed(filter)
        listed = {(version.article_id, version.number) for version in self.catalogue.read_versions(filter)}
        assert listed == expected
        passages = {
            entry.id: entry.text for entry in self.catalogue.index_entries() if (entry.version.article_id, entry.version.number) in expected
        }
        for k in (3, EVERYTHING):
            found = self.lexical.search([HARBOUR], filter, k).words.ids()
            assert len(set(found)) == len(found) == min(k, len(passages)) and set(found) <= passages.keys()
        self.check_vectors(filter, passages)

    def check_vectors(self, filter: SearchFilter, passages: dict[str, str]) -> None:
        self.exact = self.exact.follow(self.stored)
        vector = self.embeddings.embed_query("harbour news of crate7")
        ids = list(passages)
        # the stored vectors are of half precision
        scores = dict(zip(ids, np.float32(self.stored.read(list(passages.values()))) @ np.float32(vector), strict=True)) if ids else {}
        for index in (self.exact, read_exact(self.stored)):
            for k in (3, EVERYTHING):
                found = index.search(vector, filter, k).pairs()
                assert len({id for id, _ in found}) == len(found) == min(k, len(ids))
                assert all(score == pytest.approx(scores[id], abs=1e-5) for id, score in found)
                assert [score for _, score in found] == pytest.approx(sorted(scores.values(), reverse=True)[:k], abs=1e-5)


@contextmanager
def bench() -> Iterator[Bench]:
    with tempfile.TemporaryDirectory() as folder:
        opened = Bench(Path(folder))
        try:
            yield opened
        finally:
            opened.catalogue.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(st.tuples(st.lists(steps, min_size=1, max_size=5), st.lists(filters(), min_size=1, max_size=4)), min_size=1, max_size=3))
def test_a_filter_means_the_same_in_sql_in_memory_and_in_the_lexical_index(
    rounds: list[tuple[list[tuple[int, str, int]], list[SearchFilter]]],
) -> None:
    with bench() as opened:
        for changes, asked in rounds:
            for change in changes:
                opened.apply(*change)
            for filter in asked:
                opened.check(filter)
            opened.check(SearchFilter())
