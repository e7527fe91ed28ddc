"""What finds faults after kills finds each kind that is planted, in the ledger's books and in an archive, and nothing in a sound one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.inspection import compare_counts, inspect
from tests.ledger import DELETED, Ledger, count_kinds
from tests.numbered_articles import make_article
from vectorstore import Archive, ArchiveSettings, Article, open_archive, split_sentences

NONE = {"lost": 0, "doubled": 0, "resurrected": 0, "unreadable": 0, "other": 0}


def kinds(ledger: Ledger, *found: tuple[int, int | None]) -> dict[str, int]:
    return {kind: times for kind, times in count_kinds(ledger.compare(found)).items() if times}


def test_what_was_begun_may_be_there_or_not_and_what_was_done_must_be() -> None:
    for found in (4, 5):
        assert not kinds(Ledger({1: 4}, {1: {5}}), (1, found))
    assert kinds(Ledger({1: 5}), (1, 4)) == {"lost": 1}
    assert kinds(Ledger({1: 5}), (1, None)) == {"lost": 1}
    assert kinds(Ledger({}, {1: {0}}), (1, None)) == {}


def test_a_deleted_article_that_is_added_again_is_not_counted_as_there() -> None:
    ledger = Ledger()
    ledger.follow([{"doing": {"1": 4}}, {"done": {"1": 4}}, {"doing": {"1": DELETED}}, {"done": {"1": DELETED}}])
    # the archive keeps it out, as its writer knows
    ledger.follow([{"doing": {"1": DELETED, "2": 7}}, {"done": {"1": DELETED, "2": 7}}])
    assert not kinds(ledger, (1, DELETED), (2, 7))
    # let come again, and added
    ledger.follow([{"doing": {"1": None}}, {"done": {"1": None}}, {"doing": {"1": 9}}])
    assert ledger.allowed(1) == {None, 9}


def test_what_is_there_though_it_was_deleted_or_never_said_is_resurrected() -> None:
    assert kinds(Ledger({1: DELETED}), (1, 4)) == {"resurrected": 1}
    assert kinds(Ledger({1: DELETED}), (1, None)) == {"resurrected": 1}, "nothing keeps it out any more"
    assert kinds(Ledger(), (1, 4)) == {"resurrected": 1}


def test_what_is_there_twice_is_doubled_and_the_books_go_on_from_what_is_there() -> None:
    ledger = Ledger({1: 4, 2: DELETED, 3: 6}, {3: {7}})
    assert kinds(ledger, (1, 4), (1, 4), (2, DELETED), (3, 7), (4, None)) == {"doubled": 1}
    assert ledger == Ledger({1: 4, 2: DELETED, 3: 7})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """With four articles, of which one is deleted."""
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as opened:
        add(opened, *(make_article(number, 3) for number in range(4)))
        opened.delete(make_article(3, 0).article_id)
        yield opened


def add(archive: Archive, *articles: Article) -> None:
    archive.add([(article, split_sentences(article.text, "en")) for article in articles])


def look(archive: Archive, ledger: Ledger) -> dict[str, int]:
    archive.close()
    settings = ArchiveSettings(archive=archive.path, exact_passages=0, waiting_passages=0)
    report = inspect(settings, ledger, HashEmbeddings())
    return {kind: sum(fault["kind"] == kind for fault in report["faults"]) for kind in NONE}


def books() -> Ledger:
    return Ledger({0: 3, 1: 3, 2: 3, 3: DELETED})


def test_a_sound_archive_has_no_faults(archive: Archive) -> None:
    assert look(archive, books()) == NONE


def test_each_fault_that_is_planted_is_found_and_counted_by_its_kind(archive: Archive) -> None:
    ledger = books()
    ledger.finish({1: 4, 9: 3})  # neither of which was written
    add(archive, Article(make_article(0, 3).text, "Report 0", url="https://paper.example.org/copy", language="en"))
    archive.undelete(make_article(3, 0).article_id)
    add(archive, make_article(3, 3))
    add(archive, Article(make_article(2, 3).text[:200], "Report 2", url=make_article(2, 3).url, language="en"))
    # what is torn is not there whole
    assert look(archive, ledger) == {"lost": 3, "doubled": 1, "resurrected": 1, "unreadable": 1, "other": 0}


def test_an_index_with_less_than_the_catalogue_has_lost_and_one_with_more_has_doubled() -> None:
    assert [[fault.kind for fault in compare_counts("vectors", found, 4)] for found in (3, 4, 5)] == [["lost"], [], ["doubled"]]
