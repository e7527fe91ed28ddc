"""Answers without a model: the sentence that answers, verbatim, or silence."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from rag import AnswerSettings, ask, build_chain
from rag.messages import say
from rag.types import Silence
from rag.words import asks_ahead, language_of, matter, years_in
from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive
from vectorstore import Article, SearchFilter, Timestamp, open_archive

EMPTY, NOTHING_NEAR = say("empty_archive", "en"), say("nothing_near", "en")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who leads the US delegation?", "Rubio, John Ratcliffe, Mike Waltz und Steve Witkoff"),
        ("Wer leitet die US-Delegation?", "Rubio, John Ratcliffe, Mike Waltz und Steve Witkoff"),
        ("Why was the Harbour Bridge closed?", "crack in the northern pylon"),
        ("How many drivers use the bridge every day?", "14,000"),
        ("What do tickets for the festival cost?", "35 euros"),
    ],
)
def test_the_first_quote_answers(tmp_path: Path, question: str, words: str) -> None:
    with news_archive(tmp_path) as archive:
        answer = ask(build_chain(archive), question)
        article = archive.get_article(answer.citations[0].article_id).article
    assert words in answer.citations[0].quote
    assert article.text[answer.citations[0].start : answer.citations[0].end] == answer.citations[0].quote
    assert f"“{answer.citations[0].quote}” — {article.source}, " in answer.text


@pytest.mark.parametrize("question", ["Who won the Oscars?", "Wer gewann die Oscars?", "What is the capital of Australia?"])
def test_it_is_silent_when_nothing_is_near(tmp_path: Path, question: str) -> None:
    with news_archive(tmp_path) as archive:
        answer = ask(build_chain(archive), question)
    assert answer.abstained and answer.citations == ()
    assert answer.silence is not None and answer.silence.kind == "nothing near"
    assert answer.reason in (NOTHING_NEAR, say("nothing_near", "de"))


def test_how_sure_an_answer_must_be_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told, untold = "Why was the Harbour Bridge closed?", "Who won the Oscars?"
    with news_archive(tmp_path) as archive:
        bold, cautious = (build_chain(archive, settings=AnswerSettings(caution=caution)) for caution in (-math.inf, 50.0))
        assert not ask(bold, told).abstained and ask(bold, untold).citations
        assert ask(cautious, told).silence == Silence("nothing near")
        assert ask(bold, told) == ask(build_chain(archive), told), "what is sure enough is answered the same"
        monkeypatch.setenv("NEWS_CAUTION", "-inf")
        assert ask(build_chain(archive), untold).citations


def test_an_empty_archive_is_silent_however_bold(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        assert ask(build_chain(archive, settings=AnswerSettings(caution=-math.inf)), "Who leads?").reason == EMPTY


def test_an_empty_archive_is_silent(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        assert ask(build_chain(archive), "Who leads?").reason == EMPTY


def test_a_filter_that_leaves_nothing_is_named(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        state = build_chain(archive).invoke({"question": "Why was the bridge closed?", "filter": SearchFilter(until="2020-01-01")})
    outside = "answers this; what the archive holds on it was published 10 March 2025."
    assert state["answer"].reason == f"Nothing within the chosen dates {outside}"


@pytest.mark.parametrize(
    ("filter", "limits"),
    [
        (SearchFilter(until="2025-03-01"), "dates"),
        (SearchFilter(as_of="2025-03-01"), "dates"),
        (SearchFilter(sources=("Hafenblatt",)), "sources"),
        (SearchFilter(since="2025-02-01", languages=("de",)), "dates and languages"),
        (SearchFilter(since="2025-02-01", sources=("Hafenblatt",), languages=("de",)), "dates, sources and languages"),
    ],
)
def test_an_answer_outside_the_chosen_limits_is_said_also_where_something_else_is_within(
    tmp_path: Path, filter: SearchFilter, limits: str
) -> None:
    with news_archive(tmp_path) as archive:
        chain = build_chain(archive)
        state = chain.invoke({"question": "Why was the Harbour Bridge closed?", "filter": filter})
        assert state["passages"]
        assert state["answer"].reason.startswith(f"Nothing within the chosen {limits} answers this; ")
        assert state["answer"].reason.endswith("was published 10 March 2025.")
        nowhere = chain.invoke({"question": "Who won the Oscars?", "filter": filter})["answer"]
    assert nowhere.reason == NOTHING_NEAR


def test_the_date_stands_beside_the_quote_and_an_unknown_one_is_said(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        chain = build_chain(archive)
        assert "— Hafenblatt, 13. Februar 2025 [1]" in ask(chain, "Wer leitet die US-Delegation?").text
        assert "— Town Gazette, undated [1]" in ask(chain, "What do festival tickets cost?").text


def test_a_copied_sentence_is_quoted_once(tmp_path: Path) -> None:
    copies = [replace(BRIDGE, url=f"https://paper{number}.example.org/") for number in range(4)]
    with news_archive(tmp_path, *copies, FESTIVAL) as archive:
        quotes = [citation.quote for citation in ask(build_chain(archive), "Why was the Harbour Bridge closed?").citations]
    assert len(quotes) == len(set(quotes)) >= 1


def test_other_articles_that_say_it_otherwise_are_quoted_too(tmp_path: Path) -> None:
    second = replace(
        BRIDGE,
        text="A crack in a pylon is why the Harbour Bridge was closed, the port said.",
        url="https://port.example.org/1",
        source="Port News",
        published=Timestamp(1741651200, "day", "meta"),
    )
    with news_archive(tmp_path, BRIDGE, second, DELEGATION, FESTIVAL) as archive:
        sources = {citation.source for citation in ask(build_chain(archive), "Why was the Harbour Bridge closed?").citations}
    assert sources == {"The Harbour Courier", "Port News"}


def test_names_in_capitals_are_not_small_words() -> None:
    assert matter("who leads the US delegation?") == ["leads", "US", "delegation"]
    assert matter("WHO LEADS US?") == ["LEADS"]


def test_a_question_of_small_words_keeps_them() -> None:
    assert matter("Who is it?") == ["Who", "is", "it"]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who leads the US delegation?", "en"),
        ("Wer leitet die US-Delegation?", "de"),
        ("Qui dirige la délégation américaine ?", "fr"),
        ("¿Quién dirige la delegación de Estados Unidos?", "es"),
        ("谁领导代表团?", "zh"),
        ("Rubio?", None),
    ],
)
def test_the_language_of_a_question_shows_in_its_small_words(question: str, language: str | None) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    "question",
    [
        "When will it be ready?",
        "When is the gate due?",
        "Wann wird das Tor fertig?",
        "Wann sollen die Arbeiten enden?",
        "Quand ouvrira le musée ?",
        "Quand le pont sera-t-il prêt ?",
        "¿Cuándo abrirá el museo?",
        "¿Cuándo van a terminar?",
    ],
)
def test_a_question_for_what_is_to_come_is_known_by_its_verb(question: str) -> None:
    assert asks_ahead(question)


@pytest.mark.parametrize(
    "question",
    [
        "When did it open?",
        "When was the bridge expected to be ready?",
        "Wann soll er gesehen worden sein?",
        "Wann wurde es gebaut?",
        "Quand l'opéra a-t-il brûlé ?",
        "Quand a eu lieu la guerre ?",
        "¿Cuándo terminó la obra?",
        "¿Cuándo fue la primera carrera?",
        "Who will win?",
    ],
)
def test_a_question_for_what_was_is_none_for_what_is_to_come(question: str) -> None:
    assert not asks_ahead(question)


def test_a_date_that_was_past_already_is_no_answer_to_when_something_will_be(tmp_path: Path) -> None:
    barrier = replace(
        BRIDGE,
        text="The Harbour Barrier gate was approved in March 2014. Storms went round it. The second gate is due in November 2026.",
        title="The Harbour Barrier",
    )
    with news_archive(tmp_path, barrier, DELEGATION) as archive:
        chain = build_chain(archive)
        assert ask(chain, "When will the second gate of the Harbour Barrier be there?").citations[0].quote.startswith("The second gate")
        assert ask(chain, "When was the Harbour Barrier gate approved?").citations[0].quote.startswith("The Harbour Barrier gate was")
    # the article is of 10 March 2025
    call = replace(
        barrier, text="On 3 March Ann Berg of the Harbour Barrier rang Carl Lund. He spoke of a meeting.", url="https://a.example.org/7"
    )
    with news_archive(tmp_path / "call", call) as archive:
        chain = build_chain(archive)
        assert ask(chain, "When will Ann Berg of the Harbour Barrier meet Carl Lund?").direct == ()
        assert ask(chain, "When did Ann Berg of the Harbour Barrier ring Carl Lund?").direct == ("3 March",)


def test_a_year_that_nothing_found_names_is_answered_by_none_of_it(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        chain = build_chain(archive)
        assert ask(chain, "Who leads the US delegation of 2047?").reason == NOTHING_NEAR
        # the year of the article's date
        assert "Rubio" in ask(chain, "Who leads the US delegation of 2025?").text


def test_a_number_is_the_same_with_and_without_its_separators() -> None:
    assert years_in("1,500 or 1.500 or 1’500 jobs in 2025, 20250 and 3.2025") == [1500, 1500, 1500, 2025]


def test_a_further_quote_holds_the_rarest_word_of_the_best(tmp_path: Path) -> None:
    mayor = replace(BRIDGE, text="The mayor of Bergen is building a tram.", url="https://a.example.org/1", title="New mayor")
    again = replace(BRIDGE, text="The tram is built by the mayor of Bergen, she said.", url="https://a.example.org/2", title="The mayor")
    show = replace(BRIDGE, text="In Bergen an exhibition opens on Sunday.", url="https://a.example.org/3", title="Exhibition in Bergen")
    with news_archive(tmp_path, mayor, again, show) as archive:
        quotes = [citation.quote for citation in ask(build_chain(archive), "What is the mayor of Bergen building?").citations]
    assert len(quotes) == 2 and all("mayor" in quote for quote in quotes)


def test_how_many_are_still_left_is_told_by_the_newest(tmp_path: Path) -> None:
    storm = Article(
        text="Homes in the west lost power: 120,000 homes are still without power.",
        title="Storm",
        key="s1",
        source="Mercury",
        language="en",
        published=Timestamp(1_700_000_000, "second", "given"),
    )
    after = replace(
        storm,
        text="By Wednesday 9,000 homes were without power.",
        title="Power back",
        key="s2",
        published=Timestamp(1_700_090_000, "second", "given"),
    )
    with news_archive(tmp_path, storm, after) as archive:
        answer = ask(build_chain(archive), "How many homes are still without power?")
    assert answer.direct == ("9,000",)
