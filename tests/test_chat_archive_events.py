"""The view Archive: articles found, read and deleted, by those who may."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chat.archive_events import LONGEST_TITLE, read, read_wanted, remove, show_article, show_list, show_sources, title_of
from chat.browsing import PAGE, Wanted
from chat.conversation import Exchange, Talk
from chat.desk import Desk
from rag import ask
from tests.chat_desk import desk_of, request_of
from tests.news import BRIDGE, news_archive
from vectorstore import Article, Version


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with news_archive(tmp_path) as archive, desk_of(archive) as desk:
        yield desk


def everything(**limits: Any) -> Wanted:
    wanted = read_wanted((), PAGE)
    return Wanted(**{name: limits.get(name, getattr(wanted, name)) for name in wanted.__slots__})


def test_a_browser_may_send_anything_and_it_is_words_or_nothing() -> None:
    wanted = read_wanted((None, 7, ["x"], "no genre", {"a": 1}, "2025-01-01", "one too many"), 10**9)
    assert wanted == read_wanted(("", "", "", "", "", "2025-01-01"), 100 * PAGE)
    assert read_wanted(("bridge", "en", "Courier", "opinion"), 30).genre == "opinion"
    assert len(read_wanted(("x" * 10_000,), 30).words) == 500


def test_the_list_shows_what_is_wanted_and_whether_there_is_more(desk: Desk) -> None:
    shown, more, limit = show_list(desk, everything(), "en")
    assert "Harbour Bridge closed" in shown and "Festival programme" in shown
    assert (more["visible"], limit) == (False, PAGE)
    shown, more, _ = show_list(desk, everything(limit=1), "en")
    assert (shown.count("read:"), more["visible"]) == (1, True)


def test_a_day_that_is_none_is_told_and_the_page_stays(desk: Desk) -> None:
    shown, more, _ = show_list(desk, everything(first="soon"), "en")
    assert "soon" in shown and 'class="warning"' in shown and not more["visible"]


def test_an_article_is_shown_whole_and_the_button_that_deletes_it_only_to_editors(desk: Desk) -> None:
    for role, may in (("editor", True), ("reader", False)):
        chosen, text, delete, confirm = show_article(desk, BRIDGE.article_id, request_of(role=role))
        assert chosen == BRIDGE.article_id and "northern pylon" in text
        assert (delete["visible"], confirm["visible"]) == (may, False)


@pytest.mark.parametrize("article_id", ["", "0123456789abcdef", "' OR 1=1"])
def test_what_is_no_article_leaves_the_hint(desk: Desk, article_id: str) -> None:
    chosen, text, delete, _ = show_article(desk, article_id, request_of())
    assert chosen == "" and 'class="hint"' in text and not delete["visible"]
    assert read(desk, article_id) is None and read(desk, 7) is None


def test_what_is_deleted_is_gone_from_the_archive_and_from_conversations(desk: Desk) -> None:
    answer = ask(desk.chain, "Why was the Harbour Bridge closed?")
    talk = desk.conversations.save(Talk("r", exchanges=(Exchange("Why?", answer, ended=True),)))
    version = read(desk, BRIDGE.article_id)
    assert version is not None and "Harbour Bridge closed" in remove(desk, version, "en")
    assert read(desk, BRIDGE.article_id) is None
    kept = desk.conversations.read("r", talk.key)
    assert kept is not None and "northern pylon" not in str(kept.exchanges)
    assert "there is no article" in remove(desk, version, "en"), "twice is a line, not an error"


def test_the_menus_have_any_first(desk: Desk) -> None:
    fresh, follows, languages, names = show_sources(desk, "en")
    assert "Hafenblatt" in fresh and follows == ""
    assert [menu["choices"][0][1] for menu in (languages, names)] == ["", ""]
    assert {value for _, value in languages["choices"]} == {"", "en", "de"}


def test_an_article_without_a_title_is_called_by_its_id() -> None:
    titled, bare = (Version("a1", 1, Article(text="x", title=title), 0, current=True) for title in ("T" * 500, ""))
    assert (len(title_of(titled)), title_of(bare)) == (LONGEST_TITLE, "a1")
