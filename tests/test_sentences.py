"""Sentences are exact stretches of the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vectorstore.sentences import split_sentences


def cut(text: str, language: str = "und") -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language)]


def test_abbreviations_and_dates_do_not_end_a_sentence() -> None:
    text = "Dr. Müller kam am 13. Februar 2025 an. Er blieb u. a. in Bonn, z. B. am Rhein."
    assert cut(text, "de") == ["Dr. Müller kam am 13. Februar 2025 an.", "Er blieb u. a. in Bonn, z. B. am Rhein."]


def test_a_paragraph_ends_a_sentence_without_a_full_stop() -> None:
    assert cut("A heading\n\nThe text.\n \nMore") == ["A heading", "The text.", "More"]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    assert cut("He said: “No.\n\nShe left.")[-1] == "She left."


def test_offsets_count_characters_also_after_emoji_and_accents() -> None:
    assert cut("Ein Gruß 😀 aus Łódź. Noch einer 👩‍🚒.", "de") == ["Ein Gruß 😀 aus Łódź.", "Noch einer 👩‍🚒."]


def test_chinese_sentences_end_without_a_space() -> None:
    assert cut("你好。今天很好。", "zh") == ["你好。", "今天很好。"]


def test_blank_text_has_no_sentences() -> None:
    assert split_sentences("") == split_sentences(" \n\n ") == []


def test_an_unknown_language_is_no_error() -> None:
    assert cut("One. Two.", "x1?") == cut("One. Two.", "tlh") == cut("One. Two.", "en-GB") == ["One.", "Two."]


@given(st.text(alphabet="ab .!?\n\t“”\"'«»😀é。\r\u2028\x85", max_size=80), st.sampled_from(["en", "de", "fr", "zh", "und"]))
def test_sentences_hold_every_character_that_is_no_white_space(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
