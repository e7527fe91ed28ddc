"""An answer leaves with its sources: Markdown, CSL-JSON, a message of LangChain."""

import json

from langchain_core.messages import AIMessage

from rag import Answer, Citation, Sentence, export_csl, export_markdown, to_message
from vectorstore import Timestamp

DAY, MONTH = Timestamp(1739404800, "day", "meta"), Timestamp(1738368000, "month", "meta")
DE = Citation("Sie ist zu.", 3, 14, "a", 2, "Brücke [neu]", "https://hafen.example/a", "Hafenblatt", DAY, "de", "It is closed.")
EN = Citation("It <b>rains</b>.", 0, 16, "b", 1, "", "javascript:alert(1)", "", MONTH, "en")
NONE = Citation("Sie bleibt zu.", 15, 29, "a", 2, "Brücke [neu]", "https://hafen.example/a", "Hafenblatt", None, "de")
TEXT = "It is closed. [1] It *rains*. [2]"
ANSWER = Answer(
    TEXT,
    citations=(DE, EN),
    model="test",
    language="en",
    sentences=(Sentence("It is closed.", 0, 13, "supported", None, (1,)), Sentence("It *rains*.", 18, 29, "partly", "x", (2,))),
)


def test_markdown_has_footnotes_and_nothing_foreign_in_it_is_markdown() -> None:
    text = export_markdown(ANSWER, "Is the bridge *closed*?")
    assert text.splitlines()[0] == r"# Is the bridge \*closed\*?"
    assert r"It is closed. [^1] It \*rains\*. [^2]" in text
    assert r"[^1]: “Sie ist zu.” (translated by the model: “It is closed.”) Brücke \[neu\]. Hafenblatt, 13 February 2025, " in text
    assert "13 February 2025, article a, version 2." in text
    assert "<https://hafen.example/a>" in text
    assert "javascript" not in text and "<b>" not in text
    assert "unknown source, February 2025" in text


def test_markdown_is_in_the_language_of_the_answer() -> None:
    assert "13. Februar 2025" in export_markdown(Answer("Ja. [1]", citations=(DE,), language="de"))


def test_several_answers_may_stand_in_one_text() -> None:
    text = export_markdown(ANSWER, first=3)
    assert r"It is closed. [^3] It \*rains\*. [^4]" in text
    assert "\n[^3]: “Sie" in text and "\n[^4]: “It" in text and "[^1]" not in text


def test_what_stands_above_a_quote_keeps_its_own_line() -> None:
    answer = Answer("Newest: **3**\n“Sie ist zu.” — Hafenblatt [1]\n\n- one\n- two", citations=(DE,), language="en")
    assert "Newest: **3**\\\n“Sie ist zu.” — Hafenblatt [^1]\n\n- one\n- two" in export_markdown(answer)


def test_csl_has_each_version_once_in_the_shape_of_its_schema() -> None:
    items = export_csl(Answer(TEXT, citations=(DE, EN, NONE)))
    first, second = json.loads(json.dumps(items))
    assert first == {
        "id": "a:2",
        "type": "article-newspaper",
        "title": "Brücke [neu]",
        "container-title": "Hafenblatt",
        "URL": "https://hafen.example/a",
        "issued": {"date-parts": [[2025, 2, 13]]},
        "language": "de",
        "note": "“Sie ist zu.”\n“Sie bleibt zu.”",
    }
    assert "URL" not in second and second["issued"] == {"date-parts": [[2025, 2]]}


def test_an_undated_article_has_no_issued() -> None:
    (item,) = export_csl(Answer(TEXT, citations=(NONE,)))
    assert "issued" not in item


def test_a_message_s_annotations_point_at_its_own_sentences() -> None:
    message = to_message(ANSWER)
    assert isinstance(message, AIMessage) and message.text == TEXT
    (block,) = message.content_blocks
    first, second = block["annotations"]  # type: ignore[typeddict-item]
    assert TEXT[first["start_index"] : first["end_index"]] == "It is closed."
    assert (first["type"], first["cited_text"], first["url"], first["title"]) == ("citation", DE.quote, DE.url, DE.title)
    assert first["extras"]["published"] == "2025-02-13" and first["extras"]["version"] == 2
    assert "url" not in second


def test_an_abstention_exports_without_sources() -> None:
    silent = Answer("The archive does not answer this question.", abstained=True, reason="Nothing.")
    assert export_csl(silent) == [] and "[^" not in export_markdown(silent)
    assert to_message(silent).text == silent.text
