"""Sources that are followed from the page, and how each goes."""

import html
from dataclasses import replace

import pytest

from chat.following import EVERY_SECONDS, follow, write_follows
from vectorstore import Archive, Follow

FEED = "https://paper.example.org/feed.xml"
ONE = Follow(FEED, EVERY_SECONDS, next_run=1_741_600_000)


def test_a_source_is_due_at_once_and_one_that_is_followed_already_stays_as_it_is(archive: Archive) -> None:
    follow(archive, FEED)
    (kept,) = archive.follows.all()
    assert (kept.url, kept.every_seconds, kept.last_run) == (FEED, EVERY_SECONDS, None)
    archive.follows.put(replace(kept, every_seconds=60, last_result="2 new"))
    follow(archive, FEED)
    assert [(one.every_seconds, one.last_result) for one in archive.follows.all()] == [(60, "2 new")]


@pytest.mark.parametrize(
    ("url", "why"), [("", "not a web address"), ("javascript:alert(1)", "is not fetched"), ("https://", "without a host")]
)
def test_what_cannot_be_fetched_is_not_followed(archive: Archive, url: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        follow(archive, url)
    assert archive.follows.all() == []


def test_nothing_that_is_followed_is_nothing_shown() -> None:
    assert write_follows([], "en") == ""


def test_each_says_how_it_stands_and_can_be_ended() -> None:
    fresh = write_follows([ONE], "en")
    assert FEED in fresh and f'value="unfollow:{FEED}"' in fresh and "warning" not in fresh
    read = write_follows([replace(ONE, last_run=1_741_500_000, last_result="2 new, 1 updated")], "en")
    assert "2025-03-09 06:00 UTC: 2 new, 1 updated" in html.unescape(read)


def test_what_fails_says_since_when_and_why_in_the_readers_language() -> None:
    failing = replace(ONE, last_run=1_741_500_000, failing_since=1_741_400_000, last_error="the server says <404>")
    english, german = (html.unescape(write_follows([failing], language)) for language in ("en", "de"))
    assert 'class="warning"' in english and "the server says <404>" in english
    assert english != german
    assert "<404>" not in write_follows([failing], "en"), "words of a server are no markup"


def test_an_address_cannot_leave_its_attribute() -> None:
    shown = write_follows([replace(ONE, url='https://x.example.org/"><script>alert(1)</script>')], "en")
    assert "<script" not in shown
