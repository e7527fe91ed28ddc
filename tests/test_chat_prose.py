"""A model's text as HTML: paragraphs, lists, bold words; marks lead to cards; what nothing proves is underlined."""

from chat.prose import write_answer, write_prose
from rag import Answer, Citation, Sentence

QUOTE = Citation("Er kam.", 0, 7, "a", 1, "Titel", "", "Hafenblatt", None, "de")


def test_lists_join_and_keep_the_number_that_they_begin_with() -> None:
    assert write_prose("3. a\n4. b") == '<ol start="3"><li dir="auto">a</li><li dir="auto">b</li></ol>'
    assert write_prose("- a\n• b\n\nc") == '<ul><li dir="auto">a</li><li dir="auto">b</li></ul><p dir="auto">c</p>'


def test_what_markdown_would_do_besides_is_not_done() -> None:
    written = write_prose("## Head\n\n**bold** *not* `code` [x](http://a.example) <img src=x>\n\n> quote\n\n| a | b |")
    assert "<strong>Head</strong>" in written and "<strong>bold</strong>" in written
    assert "<em>" not in written and "<a " not in written and "<img" not in written and "<blockquote" not in written


def test_a_text_without_words_is_nothing() -> None:
    assert write_prose("") == write_prose(" \n\n \n") == ""


def test_marks_lead_to_their_cards_and_a_number_that_no_quote_has_stays_one() -> None:
    written = write_answer(2, Answer("It is so. [1] It is not. [7] In [0].", citations=(QUOTE,)), "en")
    assert 'href="#source-2-1"' in written
    assert written.count("<a ") == 1 and "&#91;7&#93;" in written and "&#91;0&#93;" in written


def test_a_sentence_that_nothing_proves_is_marked_with_the_reason_in_the_reader_s_language() -> None:
    text = "It is so. [1] It rains. (nicht belegt)"
    sentences = (
        Sentence("It is so.", 0, 9, "supported", None, (1,)),
        Sentence("It rains.", 14, 23, "not in the sources", 'no passage "says" <so>'),
    )
    written = write_answer(1, Answer(text, citations=(QUOTE,), sentences=sentences, language="de"), "en")
    assert '<span class="unsupported" tabindex="0" title="no passage &#34;says&#34; &#60;so&#62;">It rains.</span>' in written
    assert '<span class="verdict">' in written and "nicht belegt" not in written


def test_a_sentence_over_two_paragraphs_breaks_no_element() -> None:
    text = "It is\n\nso and so."
    written = write_answer(1, Answer(text, sentences=(Sentence(text, 0, len(text), "partly", "because"),)), "en")
    assert written == '<p dir="auto">It is</p><p dir="auto">so and so.</p>'
