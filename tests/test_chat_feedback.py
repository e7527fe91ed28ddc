"""Ratings become evaluation cases, each by itself."""

import json

from chat.conversation import Exchange
from chat.feedback import write_cases
from chat.store import Rated
from rag import Answer

ANSWERED = Exchange("Why?", Answer("Nothing.", abstained=True, language="en"), ended=True)


def test_an_answer_that_was_withdrawn_is_left_out() -> None:
    withdrawn = Exchange("Who?", note="withdrawn", ended=True)
    (only,) = write_cases([Rated(withdrawn, "good", "", 1), Rated(ANSWERED, "good", "", 1)])
    assert json.loads(only)["question"] == "Why?"


def test_agreed_silence_is_no_answer_and_disagreed_silence_is_not_known_to_be_one() -> None:
    agreed, disagreed = (json.loads(case) for case in write_cases([Rated(ANSWERED, "good", "", 1), Rated(ANSWERED, "bad", "no", 2)]))
    assert (agreed["answerable"], disagreed["answerable"]) == (False, None)
    assert (agreed["rated"], agreed["id"] != disagreed["id"]) == ("1970-01-01T00:00:01Z", True)
