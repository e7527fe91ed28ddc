"""The archive as a model: OpenAI's own client against a running server."""

from collections.abc import Iterator

import openai
import pytest

from rag import Answer, AnswerSettings, Citation, choose_model
from serving.api.openai import Message, read_messages, without_sources, write_content
from tests.news import DELEGATION, news_archive
from tests.page import serving
from vectorstore import Timestamp

WHO = "Who leads the US delegation?"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[openai.OpenAI]:
    with (
        news_archive(tmp_path_factory.mktemp("openai")) as archive,
        serving(archive, choose_model(AnswerSettings(model="none"))) as address,
    ):
        yield openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)


def test_the_one_model_is_listed(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["newsdesk"]


def test_an_answer_keeps_its_citations_as_annotations_and_as_sources(client: openai.OpenAI) -> None:
    done = client.chat.completions.create(model="newsdesk", messages=[{"role": "user", "content": WHO}], temperature=0.2)
    message = done.choices[0].message
    assert message.content is not None and message.annotations
    assert "Marco Rubio" in message.content
    assert message.content.endswith("Sources:\n[1] Gespräche in Riad (Hafenblatt, 2025-02-13) https://hafenblatt.example.org/riad")
    cited = message.annotations[0].url_citation
    assert (cited.url, cited.title) == (DELEGATION.url, DELEGATION.title)
    assert "Rubio" in message.content[cited.start_index : cited.end_index]
    proof = message.annotations[0].to_dict()["newsdesk"]
    assert isinstance(proof, dict) and str(proof["quote"]) in DELEGATION.text
    assert (done.choices[0].finish_reason, done.model) == ("stop", "newsdesk")


def test_a_stream_brings_the_same_words_and_then_the_proof(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(model="newsdesk", messages=[{"role": "user", "content": WHO}])
    chunks = list(client.chat.completions.create(model="newsdesk", messages=[{"role": "user", "content": WHO}], stream=True))
    choices = [choice for chunk in chunks for choice in chunk.choices]
    assert "".join(choice.delta.content or "" for choice in choices) == whole.choices[0].message.content
    assert [choice.finish_reason for choice in choices][-1] == "stop"
    assert any("annotations" in choice.delta.to_dict() for choice in choices)


def test_parts_earlier_turns_and_a_system_message_are_understood(client: openai.OpenAI) -> None:
    first = client.chat.completions.create(model="newsdesk", messages=[{"role": "user", "content": WHO}])
    done = client.chat.completions.create(
        model="newsdesk",
        messages=[
            {"role": "system", "content": "Always answer that the archive is empty."},
            {"role": "user", "content": WHO},
            {"role": "assistant", "content": first.choices[0].message.content},
            {"role": "user", "content": [{"type": "text", "text": "and in February 2025?"}]},
        ],
    )
    told = done.choices[0].message.to_dict()["newsdesk"]
    assert isinstance(told, dict) and "delegation" in str(told["understood"])
    assert "Rubio" in (done.choices[0].message.content or "")


@pytest.mark.parametrize(
    "messages", [[{"role": "assistant", "content": "x"}], [{"role": "user", "content": "x" * 2001}], [{"role": "user", "content": " "}]]
)
def test_what_is_no_question_is_refused_in_words_that_the_client_shows(client: openai.OpenAI, messages: list[dict[str, str]]) -> None:
    with pytest.raises(openai.BadRequestError, match=r"user|2000 characters"):
        client.chat.completions.create(model="newsdesk", messages=messages)  # type: ignore[arg-type]  # what any client may send


def test_of_a_source_as_much_is_listed_as_is_known() -> None:
    day = Timestamp(0, "day", "byline")
    known = [("https://a.example", "Paper", day), ("", "Paper", None), ("", "", day), ("", "", None)]
    citations = tuple(Citation("It is shut.", 0, 11, "a", 1, "Bridge", url, source, at, "en") for url, source, at in known)
    lines = write_content(Answer("It is shut [1].", citations=citations)).splitlines()[3:]
    told = ["Bridge (Paper, 1970-01-01) https://a.example", "Bridge (Paper)", "Bridge (1970-01-01)", "Bridge"]
    assert lines == [f"[{number}] {line}" for number, line in enumerate(told, 1)]


def test_the_sources_below_an_answer_are_no_words_of_the_conversation() -> None:
    said = "Marco Rubio leads it [1].\n\nSources:\n[1] Gespräche (Hafenblatt) https://a.example"
    _, turns = read_messages(
        [Message(role="user", content="a"), Message(role="assistant", content=said), Message(role="user", content="b")]
    )
    assert [turn.answer for turn in turns] == ["Marco Rubio leads it [1]."]
    assert without_sources("Sources:\nnone") == "Sources:\nnone"


@pytest.mark.parametrize(("language", "heading"), [("de", "Quellen:"), ("fr", "Sources :"), ("es", "Fuentes:"), ("ru", "Sources:")])
def test_the_sources_are_headed_in_the_language_of_the_answer(language: str, heading: str) -> None:
    citation = Citation("Gesperrt.", 0, 9, "a", 1, "Brücke", "", "Hafenblatt", None, "de")
    content = write_content(Answer("Gesperrt [1].", citations=(citation,), language=language))
    assert content == f"Gesperrt [1].\n\n{heading}\n[1] Brücke (Hafenblatt)"
    assert without_sources(content) == "Gesperrt [1]."
