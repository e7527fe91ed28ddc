"""What the chatbot is given."""

from datetime import date

from chat.conversation import Exchange
from chat.messages import to_messages
from rag import Answer, Citation, Period
from vectorstore import Timestamp

QUOTE = Citation(
    quote="Die Brücke bleibt <b>zu</b>.", start=0, end=28, article_id="a", version=1, title="Brücke", url="", source="Hafenblatt",
    published=Timestamp(1739404800, "day", "byline"), language="de",
)  # fmt: skip


def reply(answer: Answer) -> str:
    return to_messages((Exchange("Why?", answer, ended=True),))[1]["content"]


def test_an_exchange_is_two_messages() -> None:
    messages = to_messages((Exchange("Why & how?", note="Searching"),))
    assert [message["role"] for message in messages] == ["user", "assistant"]
    assert messages[0]["content"] == '<p dir="auto">Why &#38; how&#63;</p>'
    assert messages[1]["content"] == '<p class="note working">Searching</p>'


def test_nothing_works_any_more_once_an_exchange_has_ended() -> None:
    assert to_messages((Exchange("Why?", note="Stopped", ended=True),))[1]["content"] == '<p class="note">Stopped</p>'


def test_a_quote_is_shown_with_its_source_its_date_and_a_link_to_its_card() -> None:
    content = reply(Answer("“…” [1]", citations=(QUOTE,)))
    assert '<p dir="auto" lang="de">“Die Brücke bleibt &#60;b&#62;zu&#60;&#47;b&#62;.”</p>' in content
    assert 'Hafenblatt, 13 February 2025 <a class="mark" href="#source-1-1">1</a>' in content


def test_marks_of_a_written_answer_become_links_and_those_without_a_quote_stay_text() -> None:
    content = reply(Answer("It is closed [1]. It is open [2].", citations=(QUOTE,), model="test"))
    assert content.count("<a ") == 1
    assert 'closed <a class="mark" href="#source-1-1">1</a>.' in content
    assert "open &#91;2&#93;." in content


def test_marks_name_the_cards_of_their_own_answer() -> None:
    first = Exchange("Why?", Answer("[1]", citations=(QUOTE,), model="test"), ended=True)
    assert 'href="#source-2-1"' in to_messages((first, first))[3]["content"]


def test_an_unproven_sentence_is_marked() -> None:
    content = reply(Answer("It is closed [1]. It is cheese. (not proven)", citations=(QUOTE,), model="test"))
    assert 'cheese. <span class="unproven">not proven</span>' in content


def test_lists_bold_words_and_paragraphs_of_a_model_are_kept() -> None:
    content = reply(Answer("Two things:\n- **one**\n- two\n\nDone [1].\n\n3. three\n4. four", citations=(QUOTE,), model="test"))
    assert '<ul><li dir="auto"><strong>one</strong></li><li dir="auto">two</li></ul><p dir="auto">Done' in content
    assert '<ol start="3"><li dir="auto">three</li><li dir="auto">four</li></ol>' in content


def test_a_models_markup_is_text() -> None:
    content = reply(Answer("<img src=x> [a](http://b.example) `c` [1]", citations=(QUOTE,), model="test"))
    assert "<img" not in content
    assert "http:" not in content


def test_the_reason_for_quotes_or_silence_stands_below() -> None:
    content = reply(Answer("The archive does not answer this question.", abstained=True, reason="The archive holds nothing on this."))
    assert content.endswith('<p class="note">The archive holds nothing on this.</p></div>')


def test_what_was_understood_from_a_time_is_said_and_can_be_taken_back_for_the_last_answer() -> None:
    answer = Answer("[1]", citations=(QUOTE,), period=Period(date(2025, 3, 1), date(2025, 4, 1), 0, 0, hard=True))
    exchange = Exchange("Why in March 2025?", answer, ended=True)
    contents = [message["content"] for message in to_messages((exchange, exchange))]
    assert contents[1].endswith('<p class="note period">Understood as: published 1–31 March 2025</p>')
    assert contents[3].endswith('March 2025 <a class="any-time" href="#any-time" role="button">any time</a></p>')


def test_an_answer_for_any_time_says_so_and_one_without_a_time_says_nothing() -> None:
    exchange = Exchange("Why in March 2025?", Answer("Yes."), ended=True, any_time=True)
    assert to_messages((exchange,))[1]["content"].endswith('<p class="note period">Understood as: published at any time</p>')
    assert "period" not in reply(Answer("Yes."))


def test_a_message_has_no_empty_line_that_would_end_its_html() -> None:
    content = reply(Answer("one\n\n\ntwo [1]\r\n\r\nthree", citations=(QUOTE,), model="test"))
    assert "\n" not in content
