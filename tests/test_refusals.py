"""What gave no article is remembered with its reason, for the program that read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, whole_text
from vectorstore import Archive, Fetch, KnownFetch, Refused, open_archive

pytestmark = pytest.mark.usefixtures("engines")

DIGEST, OTHER = b"a" * 16, b"b" * 16
EMPTY = Refused("empty file")
BROKEN = Refused("not JSON", is_fault=True)
PAGE = Fetch("https://paper.example/a", '"1"', "Mon", "2025-03-11", 100)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([(BRIDGE, [whole_text(BRIDGE)])])
        yield archive


def test_what_was_refused_is_recalled_with_its_reason(archive: Archive) -> None:
    archive.refusals.remember("1", [(DIGEST, EMPTY), (OTHER, BROKEN)])
    assert (archive.refusals.recall(DIGEST), archive.refusals.recall(OTHER)) == (EMPTY, BROKEN)
    archive.refusals.remember("1", [(DIGEST, BROKEN)])
    assert archive.refusals.recall(DIGEST) == BROKEN


def test_what_another_version_of_the_program_refused_is_forgotten(archive: Archive) -> None:
    archive.refusals.remember("1", [(DIGEST, EMPTY)])
    archive.refusals.remember("2", [(OTHER, EMPTY)])
    assert (archive.refusals.recall(DIGEST), archive.refusals.recall(OTHER)) == (None, EMPTY)


def test_a_deleted_article_is_refused_until_it_may_come_back(archive: Archive) -> None:
    archive.refusals.remember("1", [(DIGEST, Refused("deleted", article_id=BRIDGE.article_id))])
    assert archive.refusals.recall(DIGEST) is None
    archive.delete(BRIDGE.article_id)
    archive.refusals.remember("1", [(DIGEST, Refused("deleted", article_id=BRIDGE.article_id)), (OTHER, EMPTY)])
    refusal = archive.refusals.recall(DIGEST)
    assert refusal is not None and refusal.deleted is not None
    archive.undelete(BRIDGE.article_id)
    assert (archive.refusals.recall(DIGEST), archive.refusals.recall(OTHER)) == (None, EMPTY)


def test_a_refused_page_is_remembered_until_it_gives_an_article(archive: Archive) -> None:
    archive.fetches.remember_refused(PAGE, "1", BROKEN)
    assert archive.fetches.get(PAGE.url) == KnownFetch(PAGE, "1", BROKEN)
    archive.fetches.remember_refused(PAGE, "2", EMPTY)
    assert archive.fetches.get(PAGE.url) == KnownFetch(PAGE, "2", EMPTY)
    archive.fetches.remember(PAGE)
    assert archive.fetches.get(PAGE.url) == KnownFetch(PAGE)
