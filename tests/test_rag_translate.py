"""A question in the archive's other languages: one call, remembered, for words only, and no harm when the model fails."""

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from langchain_core.language_models import FakeListChatModel

from rag import AnswerSettings, ask, build_chain
from rag.errors import ModelFailed
from rag.translate import make_translator, other_languages, read_translations
from tests.doubles import HashEmbeddings
from tests.model_server import Reply, model_server, never_starts
from vectorstore import Archive, Article, open_archive, split_sentences

OWL = Article(text="Die Uhu-Küken sind geschlüpft.", title="Nachwuchs", url="https://a.example.org/1", language="de")
FERRY = Article(text="The ferry has left.", title="Ferry", url="https://a.example.org/2", language="en")
ASKED = "Did the eagle owls have young ones?"
WRITTEN = "de: Sind die Uhu-Küken geschlüpft?"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([(article, split_sentences(article.text, article.language)) for article in (OWL, FERRY)])
        yield archive


def test_a_translation_finds_by_words_what_the_question_does_not(archive: Archive) -> None:
    without = archive.rankings(ASKED)
    found = archive.rankings(ASKED, wordings=["Sind die Uhu-Küken geschlüpft?"])
    assert OWL.article_id not in {id.split(":")[0] for id, _ in without["words"]}
    assert found["words"][0][0].startswith(OWL.article_id)
    assert found["vectors"] == without["vectors"]


def test_the_users_own_words_are_still_looked_for(archive: Archive) -> None:
    found = archive.rankings("ferry", wordings=["Küken"])["words"]
    assert {id.split(":")[0] for id, _ in found} == {OWL.article_id, FERRY.article_id}


def test_the_model_is_asked_once_for_a_question_and_again_when_a_language_comes_in(archive: Archive) -> None:
    calls: list[tuple[str, tuple[str, ...]]] = []

    def write(question: str, languages: tuple[str, ...]) -> str:
        calls.append((question, languages))
        return WRITTEN

    translate = partial(make_translator(archive), ask=write)
    assert translate(ASKED) == translate(ASKED) == ("Sind die Uhu-Küken geschlüpft?",)
    archive.add([(replace(FERRY, url="https://a.example.org/3", language="fr"), split_sentences(FERRY.text, "en"))])
    translate(ASKED)
    assert [languages for _, languages in calls] == [("de",), ("de", "fr")]


def test_a_failed_call_is_no_error_and_is_not_remembered(archive: Archive) -> None:
    answers = iter([ModelFailed("model_silent"), WRITTEN])

    def write(*_: object) -> str:
        answer = next(answers)
        if isinstance(answer, ModelFailed):
            raise answer
        return answer

    translate = partial(make_translator(archive), ask=write)
    assert translate(ASKED) == ()
    assert translate(ASKED) != ()


def test_an_archive_in_the_questions_own_language_asks_nobody(tmp_path: Path) -> None:
    with open_archive(tmp_path / "english", embeddings=HashEmbeddings()) as archive:
        archive.add([(FERRY, split_sentences(FERRY.text, "en"))])
        assert other_languages(archive, ASKED) == ()
        assert make_translator(archive)(ASKED, lambda *_: pytest.fail("asked")) == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("de: Wer?\nfr: Qui ?", ("Wer?", "Qui ?")),
        ('Sure!\n- **fr**: "Qui ?"\nes: ¿Quién?', ("Qui ?",)),
        ("Wer?", ()),
        ("de: " + "x" * 500, ()),
        ("", ()),
    ],
)
def test_only_lines_in_the_languages_asked_for_are_read(written: str, read: tuple[str, ...]) -> None:
    assert read_translations(written, ("de", "fr"), 100) == read


def test_the_chain_searches_by_the_translation_and_answers_the_users_question(archive: Archive) -> None:
    chain = build_chain(archive, FakeListChatModel(responses=[WRITTEN, "Yes. [1]", "They left. [1]"]))
    first, second = (chain.invoke({"question": ASKED}) for _ in range(2))
    assert first["query"].wordings == second["query"].wordings == ("Sind die Uhu-Küken geschlüpft?",)
    assert first["query"].text == ASKED
    assert first["passages"][0].page_content == OWL.text


def test_without_a_model_nothing_is_translated(archive: Archive) -> None:
    assert build_chain(archive).invoke({"question": ASKED})["query"].wordings == ()


def test_a_real_server_is_asked_to_translate_and_then_to_answer(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")

    def behave(reply: Reply) -> None:
        if "Translate the question" in str(reply.server.prompts[-1]):
            reply.say(WRITTEN)
        else:
            reply.say(f"Die Uhu-Küken sind geschlüpft. [{reply.marks[0]}]")

    with model_server(behave) as server:
        answer = ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url)), ASKED)
        assert server.requests == 2
        assert "de" in str(server.prompts[0]) and ASKED in str(server.prompts[0])
    assert answer.citations[0].quote == OWL.text


def test_a_server_that_cannot_translate_costs_only_the_gain(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")

    def behave(reply: Reply) -> None:
        if "Translate the question" in str(reply.server.prompts[-1]):
            reply.fail(400)
        else:
            reply.say("NOT IN THE ARCHIVE")

    with model_server(behave) as server:
        answer = ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url)), ASKED)
    assert answer.abstained and answer.model is not None


def test_a_model_that_fails_twice_is_left_alone_for_a_minute(archive: Archive) -> None:
    calls: list[float] = []
    now = [0.0]

    def write(*_: object) -> str:
        calls.append(now[0])
        raise ModelFailed("model_slow")

    translate = partial(make_translator(archive, lambda: now[0]), ask=write)
    for seconds in (0, 6, 12, 30, 65, 70):
        now[0] = seconds
        assert translate(ASKED) == ()
    assert calls == [0, 6, 70]


def test_a_server_that_rambles_before_the_search_is_not_listened_to(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    written: list[int] = []

    def behave(reply: Reply) -> None:
        if "Translate the question" in str(reply.server.prompts[-1]):
            reply.start()
            for count in range(2_000):
                written.append(count)
                reply.send("and so on ")
                time.sleep(0.002)
        else:
            reply.say("NOT IN THE ARCHIVE")

    with model_server(behave) as server:
        answer = ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url)), ASKED)
    assert answer.abstained and answer.model is not None
    # its 690 characters are 69 pieces, and some lie on the way
    assert len(written) < 1_000


def test_a_server_that_thinks_too_long_before_the_search_is_not_waited_for(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")

    def behave(reply: Reply) -> None:
        if "Translate the question" in str(reply.server.prompts[-1]):
            never_starts(reply)
        else:
            reply.say("NOT IN THE ARCHIVE")

    with model_server(behave) as server:
        limits = AnswerSettings(model_url=server.url, model_search_seconds=0.2)
        assert ask(build_chain(archive, "openai:test", limits), ASKED).model is not None
