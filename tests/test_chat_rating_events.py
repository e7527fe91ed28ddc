"""What a reader thinks of an answer is kept for the reader's own conversation alone."""

from collections.abc import Iterator

import pytest

from chat.conversation import Exchange, Talk
from chat.desk import Desk
from chat.rating_events import explain, rate
from rag import Answer
from tests.chat_desk import desk_of, request_of
from vectorstore import Archive

ANSWERED = (Exchange("Why?", Answer("It is shut."), ended=True), Exchange("Who?", Answer("Solberg."), ended=True))


@pytest.fixture
def desk(archive: Archive) -> Iterator[Desk]:
    with desk_of(archive) as desk:
        yield desk


def rated(desk: Desk) -> list[tuple[str, str, str]]:
    return [(one.exchange.question, one.rating, one.reason) for one in desk.conversations.rated()]


def test_the_last_answer_is_rated_and_the_reason_goes_with_it(desk: Desk) -> None:
    talk = desk.conversations.save(Talk("r", exchanges=ANSWERED))
    assert rate(desk, talk, request_of("r"), "bad") == talk
    assert explain(desk, talk, request_of("r"), "It was Monday's paper.")
    assert rated(desk) == [("Who?", "bad", "It was Monday's paper.")]
    rate(desk, talk, request_of("r"), "good")
    assert rated(desk) == [("Who?", "good", "")], "another rating takes the place of the first"


def test_nobody_rates_in_the_name_of_another(desk: Desk) -> None:
    talk = desk.conversations.save(Talk("r", exchanges=ANSWERED))
    assert rate(desk, talk, request_of("stranger"), "bad") == Talk("stranger")
    assert not explain(desk, talk, request_of("stranger"), "No.")
    assert rated(desk) == []


@pytest.mark.parametrize("talk", [Talk("r"), Talk("r", exchanges=ANSWERED)], ids=["empty", "not kept"])
def test_what_is_not_kept_cannot_be_rated(desk: Desk, talk: Talk) -> None:
    rate(desk, talk, request_of("r"), "good")
    assert not explain(desk, talk, request_of("r"), "Yes.") and rated(desk) == []


def test_a_reason_that_is_no_text_is_none(desk: Desk) -> None:
    talk = desk.conversations.save(Talk("r", exchanges=ANSWERED))
    rate(desk, talk, request_of("r"), "bad")
    assert not explain(desk, talk, request_of("r"), {"a": 1})
