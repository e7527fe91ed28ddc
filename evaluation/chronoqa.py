"""ChronoQA: Chinese questions about news, each with the day it was asked on.

Its passages come without a publication date. What stands in for it is the first date that a passage states, as news of a day does;
of a month or quarter its first day.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from evaluation.files import read_lines, require
from evaluation.questions import Question, QuestionSet
from vectorstore import Article, Timestamp

STATED = re.compile(r"(20\d\d)年(?:(1[0-2]|0?[1-9])月(?:(3[01]|[12]\d|0?[1-9])日)?|第?([一二三四1-4])季度)")
# several articles may be needed
MEASURES = ("R@5", "R@10", "nDCG@10")


def find_files(data: Path) -> list[Path]:
    return require(data / "chronoqa", "chunks.jsonl", "questions_200.jsonl")


def read_chronoqa(data: Path) -> tuple[QuestionSet, dict[str, datetime]]:
    """The set, its questions grouped by the kind of time they ask for; and the moment that each was asked at, by its id."""
    chunks, queries = find_files(data)
    articles = {
        record["chunk_id"]: Article(
            text=record["text"], key=record["chunk_id"], source="chronoqa", language="zh", published=first_date(record["text"])
        )
        for record in read_lines(chunks)
    }
    questions = []
    asked = {}
    for record in read_lines(queries):
        relevant = tuple(articles[chunk].article_id for chunk in record["gold_chunk_ids"])
        questions.append(Question(record["qid"], record["question"], relevant, groups=(record["temporal_type"],)))
        # the end of the day, so that it belongs to what is known
        asked[record["qid"]] = datetime.fromisoformat(record["question_date"]).replace(hour=23, tzinfo=UTC)
    return QuestionSet("chronoqa", "chronoqa", tuple(articles.values()), tuple(questions), MEASURES), asked


def first_date(text: str) -> Timestamp | None:
    """The first date that a text states with its year; None when it states none."""
    for year, month, day, quarter in STATED.findall(text):
        number = int(month) if month else 3 * (int(quarter) if quarter.isdigit() else "一二三四".index(quarter) + 1) - 2
        try:
            moment = datetime(int(year), number, int(day or 1), tzinfo=UTC)
        except ValueError:  # 2月30日
            continue
        return Timestamp(int(moment.timestamp()), "day", "text")
    return None
