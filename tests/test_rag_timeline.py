"""A course of events: one quote of each article, oldest first, undated ones last."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag.timeline import MOST_POINTS, asks_for_timeline, subject_of
from tests.asking import ask_about
from vectorstore import Article, Timestamp

DAY = 86_400


def report(number: int, day: int | None, text: str) -> Article:
    published = None if day is None else Timestamp(1_700_000_000 + day * DAY, "day", "given")
    return Article(text, title=f"Strike, part {number}", key=str(number), source=f"Paper {number}", language="en", published=published)


@pytest.mark.parametrize(
    "question",
    [
        "How did the strike in Oldbury develop?",
        "What has happened in Oldbury?",
        "Timeline of the strike",
        "Was ist in Tallau geschehen?",
        "Wie hat sich der Streik entwickelt?",
        "Que s'est-il passé à Orsanne ?",
        "Comment la grève a-t-elle évolué ?",
        "¿Qué ha pasado en Moncada?",
        "¿Qué ocurrió en el puerto?",
    ],
)
def test_a_question_for_a_course_of_events_is_known(question: str) -> None:
    assert asks_for_timeline(question)


@pytest.mark.parametrize("question", ["Who won?", "Was kostet das?", "Qui est le maire ?", "What is the development plan?", ""])
def test_any_other_question_is_not(question: str) -> None:
    assert not asks_for_timeline(question)


def test_the_words_that_only_ask_are_taken_off_and_a_question_of_them_alone_stays() -> None:
    assert subject_of("Wie hat sich der Streik in Oldbury entwickelt?") == "Wie hat sich der Streik in Oldbury"
    assert subject_of("Timeline") == "Timeline"
    assert subject_of("") == ""


def test_quotes_stand_in_the_order_of_their_days_and_the_undated_one_last(tmp_path: Path) -> None:
    answer = ask_about(
        tmp_path,
        "How did the strike in Oldbury develop?",
        report(1, 9, "The strike in Oldbury ended with a new contract."),
        report(2, None, "The strike in Oldbury was discussed by the council."),
        report(3, 1, "The strike in Oldbury began at the harbour."),
        report(4, 5, "The strike in Oldbury spread to the railway."),
    )
    assert answer.form == "timeline"
    assert [citation.source for citation in answer.citations] == ["Paper 3", "Paper 4", "Paper 1", "Paper 2"]
    assert [point.standing for point in answer.points] == ["event"] * 4


def test_one_article_alone_is_no_course(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "How did the strike in Oldbury develop?", report(1, 1, "The strike in Oldbury began at the harbour."))
    assert answer.form == "quotes" and len(answer.citations) == 1


def test_a_long_course_is_cut_and_no_article_is_quoted_twice(tmp_path: Path) -> None:
    towns = ("harbour", "railway", "school", "hospital", "market", "theatre", "library", "museum", "court")
    articles = [report(number, number, f"The strike in Oldbury reached the {town} on its way.") for number, town in enumerate(towns)]
    answer = ask_about(tmp_path, "How did the strike in Oldbury develop?", *articles)
    assert len(answer.citations) == MOST_POINTS == len({citation.article_id for citation in answer.citations})


def test_what_another_strike_did_is_no_part_of_it(tmp_path: Path) -> None:
    other = replace(report(3, 3, "Bakers in Tarnby sold more bread than ever."), title="Bread")
    answer = ask_about(
        tmp_path,
        "How did the strike in Oldbury develop?",
        report(1, 1, "The strike in Oldbury began at the harbour."),
        report(2, 2, "The strike in Oldbury spread to the railway."),
        other,
    )
    assert "bread" not in answer.text and len(answer.citations) == 2


def test_an_opinion_is_no_event(tmp_path: Path) -> None:
    answer = ask_about(
        tmp_path,
        "How did the strike in Oldbury develop?",
        report(1, 1, "The strike in Oldbury began at the harbour."),
        replace(report(2, 2, "The strike in Oldbury is the worst that ever was."), genre="opinion"),
        report(3, 3, "The strike in Oldbury spread to the railway."),
    )
    assert answer.form == "timeline"
    assert [citation.source for citation in answer.citations] == ["Paper 1", "Paper 3"]
