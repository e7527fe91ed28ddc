"""Near-duplicates take one place; corrections and contradictions keep theirs."""

import pytest
from langchain_core.documents import Document

from vectorstore.copies import drop_copies

STORY = (
    "The harbour council voted on Tuesday to keep the old ferry running through the winter, after three hundred islanders signed a "
    "petition that the council's chair Marta Lund received at the quay. The ferry carries forty cars and will sail twice a day."
)


def kept(*texts: str) -> list[str]:
    return [passage.page_content for passage in drop_copies((Document(page_content=text) for text in texts), most=10)]


def test_the_same_text_in_three_papers_takes_one_place() -> None:
    assert kept(STORY, STORY, "Cats sleep.", STORY) == [STORY, "Cats sleep."]


@pytest.mark.parametrize(
    "other",
    [
        f"SANDHOLM (Nordic Press) - {STORY}",
        STORY.replace("signed a petition", "had signed a petition"),
        STORY.replace(",", ""),
    ],
    ids=["dateline", "a small word", "punctuation"],
)
def test_a_small_change_makes_no_other_passage(other: str) -> None:
    assert kept(STORY, other) == [STORY]
    assert kept(other, STORY) == [other]


@pytest.mark.parametrize(("old", "new"), [("Marta Lund", "Erik Holm"), ("Tuesday", "Friday"), ("at 9", "at 10")])
def test_another_name_or_figure_on_both_sides_is_another_statement(old: str, new: str) -> None:
    one = STORY.replace("twice a day", "at 9")
    assert kept(one, one.replace(old, new)) == [one, one.replace(old, new)]


def test_short_passages_that_differ_in_a_word_are_two() -> None:
    assert len(kept("The bridge is open.", "The bridge is closed.", "Line 1 of the register.", "Line 2 of the register.")) == 4


def test_scripts_without_spaces_are_compared_too() -> None:
    text = "港务局周二宣布旧渡轮整个冬天继续运行,岛上居民已经递交了请愿书。"
    assert kept(text, text, text.replace("周二", "周五")) == [text, text.replace("周二", "周五")]


def test_no_more_are_kept_than_wanted() -> None:
    passages = [Document(page_content=text) for text in ("Cats sleep.", "Cats sleep.", "Dogs bark.", "Gulls cry.")]
    assert drop_copies(passages, most=2) == [passages[0], passages[2]]


def test_nothing_and_texts_without_words_are_borne() -> None:
    assert kept() == []
    assert kept("…") == ["…"]
