"""Why nothing answers, as a value and as a line in the question's language: what lies outside the limits is named."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from rag import Answer, build_chain
from rag.messages import say
from rag.types import Silence
from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive
from vectorstore import Article, SearchFilter, Timestamp, open_archive

CLOSED = "Why was the Harbour Bridge closed?"


def asked(folder: Path, question: str, *articles: Article, filter: SearchFilter | None = None) -> Answer:
    with news_archive(folder, *articles) as archive:
        state = build_chain(archive).invoke({"question": question, "filter": filter, "now": datetime(2025, 12, 1)})
    answer: Answer = state["answer"]
    return answer


def test_what_was_published_outside_the_dates_asked_is_named_with_its_day(tmp_path: Path) -> None:
    answer = asked(tmp_path, "What happened at the Harbour Bridge last week?", BRIDGE)
    assert answer.silence == Silence("outside dates", date(2025, 3, 10), date(2025, 3, 10))
    assert answer.reason and "24–30 November 2025" in answer.reason and "10 March 2025" in answer.reason


@pytest.mark.parametrize(
    ("filter", "named"),
    [
        (SearchFilter(sources=("Town Gazette",)), "sources"),
        (SearchFilter(languages=("de",)), "languages"),
        (SearchFilter(genres=("opinion",)), "genres"),
        (SearchFilter(sources=("Town Gazette",), languages=("en",), genres=("report",)), "sources, languages and genres"),
    ],
)
def test_each_limit_that_was_chosen_is_named(tmp_path: Path, filter: SearchFilter, named: str) -> None:
    answer = asked(tmp_path, CLOSED, BRIDGE, FESTIVAL, filter=filter)
    assert answer.silence is not None and answer.silence.kind == "outside limits"
    assert answer.reason and f"within the chosen {named} answers" in answer.reason


def test_dates_that_were_chosen_are_told_in_the_language_of_the_question(tmp_path: Path) -> None:
    question = "Warum wurde die Harbour Bridge gesperrt, und was fanden die Ingenieure?"
    german = Article(
        "Die Harbour Bridge wurde gesperrt, weil Ingenieure einen Riss fanden.", key="1", language="de", published=BRIDGE.published
    )
    answer = asked(tmp_path, question, german, filter=SearchFilter(since="2025-06-01"))
    assert answer.silence is not None and answer.silence.kind == "outside dates"
    assert answer.reason and "10. März 2025" in answer.reason and answer.text == say("abstention", "de")


def test_an_archive_without_anything_near_and_one_without_anything_are_told_apart(tmp_path: Path) -> None:
    near = asked(tmp_path / "near", "Who won the Oscars?", BRIDGE)
    assert near.silence == Silence("nothing near")
    limited = asked(tmp_path / "limited", "Who won the Oscars?", BRIDGE, filter=SearchFilter(sources=("Nobody",)))
    assert limited.silence == Silence("nothing near"), "something is there, within other limits"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What did the Courier write last week?", "holds of The Harbour Courier was published 10 March 2025."),
        ("What did the Courier say about penguins last week?", "holds of The Harbour Courier was published 10 March 2025."),
        ("Was schrieb das Hafenblatt letzte Woche?", "was das Archiv aus Hafenblatt hat, erschien: 13.–20. Februar 2025."),
    ],
)
def test_a_paper_that_has_nothing_of_the_time_asked_is_told_with_the_days_that_it_has(tmp_path: Path, question: str, said: str) -> None:
    week_later = Timestamp(1739404800 + 7 * 86_400, "day", "byline")
    later = replace(DELEGATION, url="https://hafenblatt.example.org/2", published=week_later)
    undated = replace(DELEGATION, url="https://hafenblatt.example.org/3", published=None)
    answer = asked(tmp_path, question, BRIDGE, DELEGATION, later, undated, FESTIVAL)
    assert answer.silence is not None and answer.silence.kind == "outside dates" and answer.silence.last is not None
    assert answer.reason and answer.reason.endswith(said)


def test_an_empty_archive_says_how_articles_come_in(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        told = [build_chain(archive).invoke({"question": question})["answer"] for question in ("Who leads?", "Wer leitet?")]
    assert [answer.silence for answer in told] == [Silence("empty archive")] * 2
    assert [answer.reason for answer in told] == [say("empty_archive", "en"), say("empty_archive", "de")]
    assert told[0].reason and all(way in told[0].reason for way in ("newsdesk ingest", "ingest([", "“Archive”"))
