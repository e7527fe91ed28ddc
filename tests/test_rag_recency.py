"""How things stand now: which questions ask for it, and how little the date may decide."""

from datetime import datetime
from pathlib import Path

import pytest
from langchain_core.documents import Document

from rag.question import limit_time
from rag.recency import asks_for_now, prefer_recent
from rag.retrieve import find_passages
from rag.types import Query
from tests.doubles import HashEmbeddings
from vectorstore import Article, Span, Timestamp, open_archive

YEAR = 365 * 86_400
NOW = datetime(2025, 3, 5)


@pytest.mark.parametrize(
    "question",
    [
        "Who leads the US delegation?",
        "Who is the mayor of Bergen?",
        "Is the Harbour Bridge still closed?",
        "Wer leitet die US-Delegation?",
        "Ist die Brücke noch gesperrt?",
        "Qui dirige la banque centrale ?",
        "Le pont est-il toujours fermé ?",
        "¿Quién preside el consejo?",
        "¿Sigue cerrado el puente todavía?",
    ],
)
def test_questions_about_the_state_of_the_world_are_known(question: str) -> None:
    assert asks_for_now(Query(question, question))


@pytest.mark.parametrize(
    "question",
    [
        "Who won the regatta?",
        "Who was mayor of Bergen?",
        "Why was the Harbour Bridge closed?",
        "Wer gewann die Regatta?",
        "Wer ist gewählt worden?",
        "Qui a gagné la régate ?",
        "¿Quién ganó la regata?",
        "What is a monsoon?",
    ],
)
def test_questions_about_what_happened_are_not(question: str) -> None:
    assert not asks_for_now(Query(question, question))


def test_a_question_with_a_time_of_its_own_asks_for_that_time() -> None:
    asked = "Who leads the delegation since March 2024?"
    assert not asks_for_now(limit_time(Query(asked, asked), datetime(2025, 2, 13)))


def passage(id: str, score: float, published: int | None) -> Document:
    dated = {} if published is None else {"published": published}
    return Document(id=id, page_content=id, metadata={"score": score, **dated})


def test_of_two_that_fit_alike_the_newer_comes_first_and_undated_ones_count_as_old() -> None:
    found = [passage("undated", 0.80, None), passage("old", 0.79, 0), passage("new", 0.78, 5 * YEAR)]
    assert [one.id for one in prefer_recent(found)] == ["new", "undated", "old"]


def test_a_much_better_fit_stays_first_however_old() -> None:
    found = [passage("old", 0.9, 0), passage("new", 0.8, 20 * YEAR)]
    assert [one.id for one in prefer_recent(found)] == ["old", "new"]
    assert prefer_recent([passage("a", 0.9, None), passage("b", 0.8, None)])[0].id == "a"


def test_the_newer_of_two_reports_answers_who_leads_now_and_not_who_won(tmp_path: Path) -> None:
    told = "{} leads the delegation to the talks in Geneva. {} won the race there."
    reports = [(name, year) for name, year in (("Anna Berg", 2019), ("Carl Dahl", 2024))]
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        for name, year in reports:
            text = told.format(name, name)
            day = Timestamp(int(datetime(year, 1, 1).timestamp()), "day", "given")
            archive.add([(Article(text, url=f"https://x.example.org/{year}", language="en", published=day), [Span(0, len(text))])])
        asked = "Who leads the delegation to the talks in Geneva?"
        first = find_passages(archive, Query(asked, asked), 2)[0]
    assert "Carl Dahl" in first.page_content


def test_the_latest_is_the_newest_of_what_is_relevant(tmp_path: Path) -> None:
    def report(number: int, published: int, text: str) -> tuple[Article, list[Span]]:
        moment = Timestamp(published, "day", "given") if published else None
        return Article(text, url=f"https://x.example.org/{number}", language="en", published=moment), [Span(0, len(text))]

    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([report(number, number * YEAR, f"The harbour bridge repair goes on, in stage {number}.") for number in range(1, 21)])
        archive.add([report(30, 0, "The harbour bridge repair was announced.")])
        archive.add([report(40, 40 * YEAR, "Cats sleep most of the day, the keeper says.")])
        query = limit_time(
            Query("What is the latest on the harbour bridge repair?", "What is the latest on the harbour bridge repair?"), NOW
        )
        found = find_passages(archive, query, 5)
    assert query.period is not None and query.period.wants == "latest"
    assert [passage.metadata["published"] // YEAR for passage in found] == [20, 19, 18, 17, 16]
