"""ChronoQA: Chinese questions about news, each with the day it was asked on."""

from datetime import UTC, datetime
from pathlib import Path

from evaluation.files import read_lines, require
from evaluation.questions import Question, QuestionSet
from vectorstore import Article

# several articles may be needed
MEASURES = ("R@5", "R@10", "nDCG@10")


def find_files(data: Path) -> list[Path]:
    return require(data / "chronoqa", "chunks.jsonl", "questions_200.jsonl")


def read_chronoqa(data: Path) -> tuple[QuestionSet, dict[str, datetime]]:
    """The set, its questions grouped by the kind of time they ask for; and the moment that each was asked at, by its id."""
    chunks, queries = find_files(data)
    articles = {
        record["chunk_id"]: Article(text=record["text"], key=record["chunk_id"], source="chronoqa", language="zh")
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
