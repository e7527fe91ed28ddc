"""Which article an entry of a feed led to is remembered, and outlives the article."""

from pathlib import Path

import pytest

from tests.news import BRIDGE, FESTIVAL, news_archive
from vectorstore.entries import KnownEntry

pytestmark = pytest.mark.usefixtures("engines")


def test_entries_lead_to_articles_that_the_archive_has_and_outlive_them(tmp_path: Path) -> None:
    with news_archive(tmp_path, BRIDGE) as archive:
        archive.entries.remember([("one", BRIDGE, "here"), ("two", FESTIVAL, "there")])
        assert archive.entries.get("two") is None
        archive.delete(BRIDGE.article_id)
        assert archive.entries.get("one") == KnownEntry(BRIDGE.article_id, "here")


def test_an_entry_that_leads_elsewhere_now_is_known_by_that(tmp_path: Path) -> None:
    with news_archive(tmp_path, BRIDGE, FESTIVAL) as archive:
        archive.entries.remember([("one", BRIDGE, "here")])
        archive.entries.remember([("one", FESTIVAL, "there")])
        assert archive.entries.get("one") == KnownEntry(FESTIVAL.article_id, "there")
