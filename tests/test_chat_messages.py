"""What the chatbot is given."""

import html
from datetime import date

from chat.conversation import Exchange
from chat.messages import to_messages
from rag import Answer, Citation, Period, Point, Sentence
from vectorstore import SearchFilter, Timestamp

QUOTE = Citation(
    quote="Die Brücke bleibt <b>zu</b>.", start=0, end=28, article_id="a", version=1, title="Brücke", url="", source="Hafenblatt",
    published=Timestamp(1739404800, "day", "byline"), language="de",
)  # fmt: skip


def reply(answer: Answer, language: str = "en") -> str:
    return html.unescape(to_messages((Exchange("Why?", answer, ended=True),), language)[1]["content"])


def test_an_exchange_is_two_messages() -> None:
    messages = to_messages((Exchange("Why & how?", note="searching"),), "en")
    assert [message["role"] for message in messages] == ["user", "assistant"]
    assert messages[0]["content"] == '<p dir="auto">Why &#38; how&#63;</p>'
    assert messages[1]["content"] == '<p class="note working">Searching the archive…</p>'


def test_a_note_is_in_the_readers_language_and_one_of_somebody_else_as_it_is() -> None:
    assert "Angehalten" in to_messages((Exchange("Why?", note="stopped", ended=True),), "de")[1]["content"]
    assert (
        '<p class="note">The disk is full.</p>'
        in to_messages((Exchange("Why?", note="The disk is full.", ended=True),), "de")[1]["content"]
    )


def test_a_quote_is_shown_with_its_source_its_date_and_a_link_to_its_card() -> None:
    content = reply(Answer("“…” [1]", citations=(QUOTE,), language="en"))
    assert '<p class="words" dir="auto" lang="de">“Die Brücke bleibt <b>zu</b>.”</p>' in content
    assert "Hafenblatt, 13 February 2025 <a " in content
    assert 'href="#source-1-1"' in content


def test_no_foreign_markup_is_left_active() -> None:
    content = to_messages((Exchange("*Why* <b>?</b>", Answer("", citations=(QUOTE,)), ended=True),), "en")
    assert "&#60;b&#62;zu" in content[1]["content"]
    assert "&#42;Why&#42;" in content[0]["content"]


def test_above_an_answer_stands_as_of_when_and_from_how_many_sources() -> None:
    assert "<span>As of 13 February 2025</span><span>1 source</span>" in reply(Answer("", citations=(QUOTE,)))
    several = Answer("", citations=(QUOTE,), points=(Point(1, sources=3, copies=12),))
    assert "<span>3 sources</span><span>12 copies</span>" in reply(several)
    assert "Stand 13. Februar 2025" in reply(several, "de")
    assert "As of" not in reply(Answer("No.", abstained=True))


def test_the_direct_answer_stands_out_above_its_quote() -> None:
    answer = Answer("", citations=(QUOTE,), points=(Point(1, "holds", direct=("Marco Rubio",)),), language="en")
    assert "<strong>Marco Rubio</strong>" in reply(answer)
    assert '<blockquote class="holds">' in reply(answer)


def test_days_stand_in_order_and_accounts_that_differ_side_by_side() -> None:
    points, quotes = (Point(1, "newest"), Point(2, "earlier")), (QUOTE, QUOTE)
    developed = reply(Answer("", citations=quotes, points=points, form="development"))
    assert '<ol class="timeline"><li><blockquote class="newest">' in developed
    disputed = (Point(1), Point(2, "disagrees"))
    assert '<div class="dispute"><blockquote class="says">' in reply(Answer("", citations=quotes, points=disputed, form="dispute"))


def test_what_one_quote_proves_twice_stands_above_it_once() -> None:
    points = (Point(1, "acting", ("Peter Mossberg",)), Point(1, "former", ("Hanna Lindqvist",)))
    content = reply(Answer("", citations=(QUOTE,), points=points, form="holders"))
    assert content.count("<blockquote") == 1
    assert content.index("Peter Mossberg") < content.index("Hanna Lindqvist") < content.index("Die Brücke")


def test_a_translation_stands_beside_the_original_and_a_suspicious_article_is_named() -> None:
    from dataclasses import replace

    content = reply(Answer("", citations=(replace(QUOTE, translation="The bridge stays shut.", suspicious=True),)))
    assert 'class="translation" dir="auto">The bridge stays shut. <span class="label">Translation by the model</span>' in content
    assert "speaks to language models" in content


def test_marks_of_a_written_answer_become_links_and_those_without_a_quote_stay_text() -> None:
    content = reply(Answer("It is closed [1]. It is open [2].", citations=(QUOTE,), model="test"))
    assert content.count("<a ") == 1
    assert "closed <a " in content
    assert "open [2]." in content


def test_marks_name_the_cards_of_their_own_answer() -> None:
    first = Exchange("Why?", Answer("[1]", citations=(QUOTE,), model="test"), ended=True)
    assert 'href="#source-2-1"' in to_messages((first, first), "en")[3]["content"]


def test_a_sentence_that_nothing_proves_is_underlined_with_its_reason() -> None:
    text = "It is closed [1]. It is cheese. (not proven) It is blue. [1] (partly proven)"
    sentences = (
        Sentence("It is closed", 0, 12, "supported", citations=(1,)),
        Sentence("It is cheese.", 18, 31, "not in the sources", "no passage says so: <i>"),
        Sentence("It is blue.", 45, 56, "partly", "not all of it", (1,)),
    )
    content = reply(Answer(text, citations=(QUOTE,), model="test", sentences=sentences, language="en"))
    assert '<span class="unsupported" tabindex="0" title="no passage says so: <i>">It is cheese.</span>' in content
    assert '<span class="verdict">not proven</span>' in content
    assert '<span class="partly" tabindex="0" title="not all of it">It is blue.</span>' in content
    assert "closed <a" in content


def test_a_sentence_over_two_paragraphs_breaks_nothing() -> None:
    text = "It is\n\ncheese. (not proven)"
    content = reply(Answer(text, citations=(QUOTE,), model="test", sentences=(Sentence("", 0, 14, "not in the sources", "no"),)))
    assert '<p dir="auto">It is</p><p dir="auto">cheese.' in content


def test_lists_bold_words_and_paragraphs_of_a_model_are_kept() -> None:
    content = reply(Answer("Two things:\n- **one**\n- two\n\nDone [1].\n\n3. three\n4. four", citations=(QUOTE,), model="test"))
    assert '<ul><li dir="auto"><strong>one</strong></li><li dir="auto">two</li></ul><p dir="auto">Done' in content
    assert '<ol start="3"><li dir="auto">three</li><li dir="auto">four</li></ol>' in content


def test_the_reason_for_quotes_or_silence_stands_below() -> None:
    content = reply(Answer("The archive does not answer this question.", abstained=True, reason="The archive holds nothing on this."))
    assert content.endswith('<p class="note">The archive holds nothing on this.</p></div>')


def test_what_was_understood_can_be_taken_back_for_the_last_answer() -> None:
    answer = Answer("[1]", citations=(QUOTE,), period=Period(date(2025, 2, 1), date(2025, 3, 1), 0, 0, hard=True))
    exchange = Exchange("Why in February 2025?", answer, ended=True, filter=SearchFilter(sources=("Hafenblatt",), languages=("de",)))
    before, last = (html.unescape(message["content"]) for message in to_messages((exchange, exchange), "en")[1::2])
    assert '<span>Understood as</span><span class="chip">February 2025</span>' in before
    assert "<button" not in before
    for name in ("drop:period", "drop:source:Hafenblatt", "drop:language:de"):
        assert f'name="act" value="{name}"' in last
    assert "in German" in last


def test_an_answer_for_any_time_says_so_and_one_without_limits_says_nothing() -> None:
    exchange = Exchange("Why in March 2025?", Answer("Yes."), ended=True, any_time=True)
    assert '<span class="chip">any time</span>' in to_messages((exchange,), "en")[1]["content"]
    assert "Understood" not in reply(Answer("Yes."))


def test_an_answer_whose_source_changed_says_so() -> None:
    content = to_messages((Exchange("Why?", Answer("Yes."), ended=True),), "en", [True])[1]["content"]
    assert "has changed since" in content


def test_the_next_questions_are_offered_below_the_last_answer_alone() -> None:
    exchange = Exchange("Why?", Answer("Yes."), ended=True, next=("What is said about <b>?",))
    _, before, _, last = (message["content"] for message in to_messages((exchange, exchange), "en"))
    assert 'name="act" value="next:0"' in last
    assert "&#60;b&#62;" in last
    assert 'name="act"' not in before


def test_a_message_has_no_empty_line_that_would_end_its_html() -> None:
    content = reply(Answer("one\n\n\ntwo [1]\r\n\r\nthree", citations=(QUOTE,), model="test"))
    assert "\n" not in content
