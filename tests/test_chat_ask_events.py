"""The view Ask: what clicks and words do, whoever sends them."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from chat.ask_events import again, answer, perform, read_page
from chat.ask_parts import lay_out_ask
from chat.ask_view import LIMIT_PARTS, OTHER_PARTS, Reader, Updates, show, show_limits_only
from chat.chips import without_limit
from chat.conversation import Exchange, Talk
from chat.desk import Desk
from tests.chat_desk import desk_of, request_of
from tests.news import news_archive
from vectorstore import SearchFilter

QUESTION = "Why was the Harbour Bridge closed?"
READER = Reader("en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with news_archive(tmp_path) as archive, desk_of(archive) as desk:
        yield desk


def last(updates: Iterator[Updates]) -> Talk:
    """The conversation as it stands at the end."""
    *_, shown = updates
    talk = shown[0]
    assert isinstance(talk, Talk)
    return talk


@pytest.fixture
def talk(desk: Desk) -> Talk:
    """A question that was asked and answered."""
    return last(answer(desk, Talk("r"), READER, Exchange(QUESTION)))


def test_a_question_is_answered_and_kept_for_its_reader(desk: Desk, talk: Talk) -> None:
    (exchange,) = talk.exchanges
    assert exchange.ended and exchange.answer is not None and "crack" in exchange.answer.text
    assert [kept.key for kept in desk.conversations.list("r")] == [talk.key]
    assert desk.conversations.list("another") == []


def test_the_page_is_told_of_the_question_at_once_and_that_more_will_come(desk: Desk) -> None:
    first, *_ = answer(desk, Talk("r"), READER, Exchange(QUESTION))
    box = first[4]
    assert (box["value"], box["stop_btn"], box["submit_btn"]) == ("", True, False)
    assert isinstance(first[1], threading.Event)


def test_a_question_that_is_too_long_leaves_the_page_as_it_is(desk: Desk) -> None:
    assert last(answer(desk, Talk("r"), READER, Exchange("x" * 10_000))) == Talk("r")


def test_anything_may_be_sent_as_a_click_and_what_is_none_changes_nothing(desk: Desk) -> None:
    sent = ["", "next:0", "next:²", "next:-1", "open:../../x", "drop:sources", "format:c", None, 7, "x" * 9_000]
    assert [last(perform(desk, Talk("r"), READER, action)).exchanges for action in sent] == [()] * len(sent)


def test_a_click_asks_what_was_offered_by_its_number(desk: Desk, talk: Talk) -> None:
    offered = replace(talk, exchanges=(replace(talk.exchanges[0], next=("When will the bridge open?",)),))
    assert last(perform(desk, offered, READER, "next:0")).exchanges[-1].question == "When will the bridge open?"
    assert [len(last(perform(desk, offered, READER, sent)).exchanges) for sent in ("next:7", "next:-1", "next:²")] == [1, 1, 1]


def test_a_click_takes_a_limit_away_and_asks_again_in_the_same_place(desk: Desk) -> None:
    limited = last(answer(desk, Talk("r"), READER, Exchange(QUESTION, filter=SearchFilter(languages=("de",)))))
    free = last(perform(desk, limited, READER, "drop:language:de"))
    assert len(free.exchanges) == 1
    assert free.exchanges[0].filter == SearchFilter()
    assert free.exchanges[0].answer is not None and "crack" in free.exchanges[0].answer.text


def test_an_earlier_conversation_opens_for_its_reader_alone_and_can_be_forgotten(desk: Desk, talk: Talk) -> None:
    assert last(perform(desk, Talk("r"), READER, f"open:{talk.key}")).exchanges == talk.exchanges
    assert last(perform(desk, Talk("stranger"), READER, f"open:{talk.key}")).exchanges == ()
    last(perform(desk, Talk("stranger"), READER, f"forget:{talk.key}"))
    assert desk.conversations.read("r", talk.key) is not None
    last(perform(desk, Talk("r"), READER, f"forget:{talk.key}"))
    assert desk.conversations.read("r", talk.key) is None


def test_asking_again_where_nothing_was_asked_does_nothing(desk: Desk) -> None:
    assert last(again(desk, Talk("r"), READER, lambda exchange: without_limit(exchange, "period"))) == Talk("r")


def test_a_page_that_claims_anothers_conversation_gets_an_empty_one_of_its_own(desk: Desk, talk: Talk) -> None:
    page = (talk, "newest", SearchFilter(sources=("Courier",)), "2025-01-01", "never")
    reader, own = read_page(desk, request_of("stranger", language="de"), page)
    assert own == Talk("stranger")
    assert (reader.language, reader.order, reader.limits) == ("de", "newest", SearchFilter(sources=("Courier",)))
    assert read_page(desk, request_of("r"), page)[1] == talk


def test_as_many_updates_come_as_the_page_has_parts_for_them(desk: Desk, talk: Talk) -> None:
    import gradio as gr

    with gr.Blocks():
        parts = lay_out_ask(gr.I18n(en={}))
    moved = replace(READER, limits=SearchFilter(languages=("de",)), moves=True)
    for updates in (show(desk, Talk("r"), READER), show(desk, talk, moved), show_limits_only(moved)):
        assert len(updates) == len(parts.shown) == LIMIT_PARTS + OTHER_PARTS
    assert len(parts.page) == 5, "what `read_page` takes"
