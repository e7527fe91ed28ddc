"""What was read already is recalled as long as reading it again would change nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, FESTIVAL, whole_text
from vectorstore import Archive, Article, Timestamp, open_archive

pytestmark = pytest.mark.usefixtures("engines")

DIGEST, OTHER = b"a" * 16, b"b" * 16


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        add(archive, BRIDGE)
        archive.remember([(DIGEST, BRIDGE)])
        yield archive


def add(archive: Archive, article: Article) -> None:
    archive.add([(article, [whole_text(article)])])


def test_what_was_read_is_recalled(archive: Archive) -> None:
    assert archive.recall(DIGEST) == BRIDGE.article_id
    assert archive.recall(OTHER) is None


def test_an_article_that_the_archive_does_not_hold_is_not_remembered(archive: Archive) -> None:
    archive.remember([(OTHER, FESTIVAL)])
    add(archive, FESTIVAL)
    assert archive.recall(OTHER) is None


def test_a_deleted_article_is_forgotten(archive: Archive) -> None:
    archive.delete(BRIDGE.article_id)
    assert archive.recall(DIGEST) is None
    add(archive, replace(BRIDGE, title="Another"))
    assert archive.recall(DIGEST) is None


def test_when_the_article_changes_the_old_words_are_not_known_for_unchanged(archive: Archive) -> None:
    add(archive, replace(BRIDGE, text=BRIDGE.text + " It was opened again."))
    assert archive.recall(DIGEST) is None
    add(archive, BRIDGE)
    assert archive.recall(DIGEST) == BRIDGE.article_id


def test_an_old_version_that_is_known_for_old_is_recalled_with_the_new_one(archive: Archive) -> None:
    add(archive, replace(BRIDGE, text=BRIDGE.text + " More.", updated=Timestamp(1_741_700_000, "second", "json-ld")))
    archive.remember([(OTHER, BRIDGE)])
    assert archive.recall(OTHER) == BRIDGE.article_id


def test_other_facts_of_the_same_words_are_read_again(archive: Archive) -> None:
    add(archive, replace(BRIDGE, section="Traffic"))
    assert archive.recall(DIGEST) is None
