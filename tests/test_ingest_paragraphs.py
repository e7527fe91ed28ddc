"""Paragraphs out of plain text."""

from ingest.paragraphs import join_lines, join_paragraphs, split_paragraphs


def test_each_line_of_a_pasted_page_is_a_paragraph() -> None:
    assert split_paragraphs("Title\n\n|\n13/02/2025\nPolitics\n \n  First   sentence. ") == [
        "Title",
        "|",
        "13/02/2025",
        "Politics",
        "First sentence.",
    ]


def test_lines_that_an_editor_broke_are_joined() -> None:
    wrapped = (
        "The harbour master told reporters on Tuesday that repairs to the\n"
        "damaged quay would take at least a week, and thanked the crews\n"
        "who had worked through the night."
    )
    assert split_paragraphs(wrapped + "\n\nNext.") == [wrapped.replace("\n", " "), "Next."]


def test_sentences_on_lines_of_their_own_stay_apart() -> None:
    lines = ["The harbour master said that the repairs would take a week.", "The mayor thanked the crews for working through the night."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_unspaced_scripts_are_joined_without_a_space() -> None:
    assert join_lines(["国家航天局", "公布"]) == "国家航天局公布"


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert join_paragraphs(["a", "b"]) == "a\n\nb"
    assert split_paragraphs("") == []
