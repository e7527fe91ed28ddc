"""Belebele: questions and passages in English and German, each asked of the passages in its own and the other language."""

from collections.abc import Iterator
from pathlib import Path

from evaluation.files import read_lines, require
from evaluation.questions import Question, QuestionSet
from vectorstore import Article

LANGUAGES = {"eng": "en", "deu": "de"}
# asked in -> written in
DIRECTIONS = (("eng", "eng"), ("deu", "deu"), ("eng", "deu"), ("deu", "eng"))


def find_files(data: Path) -> list[Path]:
    return require(data / "belebele", "passages_488.jsonl")


def read_belebele(data: Path) -> Iterator[QuestionSet]:
    """A set for each direction; each passage is an article, `WikiNews` marks the questions on news."""
    records = list(read_lines(find_files(data)[0]))
    for asked, written in DIRECTIONS:
        articles: list[Article] = []
        questions: list[Question] = []
        for record in records:
            article = Article(text=record["passage"][written], key=record["passage_id"], source="belebele", language=LANGUAGES[written])
            articles.append(article)
            groups = ("WikiNews",) if record["is_wikinews"] else ()
            for number, item in enumerate(record["items"]):
                id = f"{record['passage_id']}-{number}"
                questions.append(Question(id, item["question"][asked], (article.article_id,), groups=groups))
        yield QuestionSet(f"belebele {asked}→{written}", f"belebele-{written}", tuple(articles), tuple(questions))
