"""What a reader must know of the articles that are quoted, and when they are no answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag.evidence import cite
from rag.notes import add_notes, find_doubt, read_articles
from rag.types import Citation, Draft, Point, Query, Silence
from tests.news import BRIDGE, FESTIVAL, news_archive
from vectorstore import Archive, Article, SearchFilter, Span

QUERY = Query("Why was the bridge closed?", "Why was the bridge closed?")


def quotes_of(archive: Archive) -> tuple[Citation, ...]:
    """The first words of each article."""
    found = [cite(archive, passage, Span(0, 12)) for passage in archive.search("bridge festival", k=9)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.title))


def noted(folder: Path, *articles: Article) -> Draft:
    with news_archive(folder, *articles) as archive:
        quotes = quotes_of(archive)
        return add_notes(archive, QUERY, Draft(quotes=quotes, points=tuple(Point(place) for place in range(1, len(quotes) + 1))))


def test_a_correction_and_a_genre_stand_at_the_quote_that_they_are_of(tmp_path: Path) -> None:
    draft = noted(tmp_path, replace(FESTIVAL, genre="press release", corrections=("The price was wrong.",)), BRIDGE)
    assert [point.notes for point in draft.points] == [("corrected", "press release"), ()]
    assert draft.silence is None


def test_papers_that_printed_the_same_text_count_as_copies(tmp_path: Path) -> None:
    text = " ".join(f"Sentence number {number} of the report tells of the bridge in Kelmouth." for number in range(30))
    printed = [replace(BRIDGE, text=text, title=f"Bridge {n}", url=f"https://p{n}.example.org/a", source=f"P{n}") for n in range(3)]
    draft = noted(tmp_path, *printed, FESTIVAL)
    assert {point.copies for point in draft.points[:-1]} == {2} and draft.points[-1].copies == 0


def test_an_article_that_was_deleted_meanwhile_has_no_notes_and_raises_nothing(tmp_path: Path) -> None:
    with news_archive(tmp_path, replace(BRIDGE, genre="opinion"), FESTIVAL) as archive:
        quotes = quotes_of(archive)
        archive.delete(replace(BRIDGE, genre="opinion").article_id)
        assert len(read_articles(archive, quotes)) == 1
        draft = add_notes(archive, QUERY, Draft(quotes=quotes, points=(Point(1), Point(2))))
    assert [point.notes for point in draft.points] == [(), ()] and draft.silence is None


@pytest.mark.parametrize(
    ("genres", "filter", "doubt"),
    [
        (("opinion", "satire"), SearchFilter(), Silence("only opinion")),
        (("opinion", None), SearchFilter(), None),
        (("press release",), SearchFilter(), None),
        (("satire",), SearchFilter(genres=("satire",)), None),
        (("satire",), SearchFilter(genres=("opinion",)), Silence("only opinion")),
    ],
)
def test_what_only_opinion_tells_is_no_answer_but_for_who_asked_for_it(
    tmp_path: Path, genres: tuple[str | None, ...], filter: SearchFilter, doubt: Silence | None
) -> None:
    articles = [replace(text, genre=genre) for text, genre in zip((BRIDGE, FESTIVAL), genres, strict=False)]
    with news_archive(tmp_path, *articles) as archive:
        quotes = quotes_of(archive)
        assert len(quotes) == len(genres)
        assert find_doubt(replace(QUERY, filter=filter), quotes, read_articles(archive, quotes)) == doubt


def test_without_a_quote_there_is_nothing_to_doubt(tmp_path: Path) -> None:
    assert find_doubt(QUERY, (), {}) is None
    with news_archive(tmp_path) as archive:
        assert add_notes(archive, QUERY, Draft(reason="Nothing.")) == Draft(reason="Nothing.")
