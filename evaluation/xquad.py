"""XQuAD: 240 paragraphs and 1,190 questions, the same in every language."""

import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.files import require
from evaluation.questions import Question, QuestionSet
from vectorstore import Article

LANGUAGES = ("en", "de", "es", "zh")
# asked in -> written in; the pairs that are not the same language show what a model of one language cannot do
ACROSS = (("en", "de"), ("de", "en"), ("en", "es"), ("es", "en"))


def find_files(data: Path) -> list[Path]:
    return require(data / "xquad", *(f"xquad.{language}.json" for language in LANGUAGES))


def read_xquad(data: Path) -> Iterator[QuestionSet]:
    """A set for each language, and for some pairs of them."""
    by_language = {language: _read_language(file, language) for language, file in zip(LANGUAGES, find_files(data), strict=True)}
    pairs = [(language, language) for language in LANGUAGES] + list(ACROSS)
    for asked, written in pairs:
        articles = tuple(article for article, _ in by_language[written])
        texts = {question.id: question.text for _, questions in by_language[asked] for question in questions}
        questions = [
            Question(question.id, texts[question.id], (article.article_id,), question.answers)
            for article, questions in by_language[written]
            for question in questions
        ]
        yield QuestionSet(f"xquad {asked}→{written}", f"xquad-{written}", articles, tuple(questions))


def _read_language(file: Path, language: str) -> list[tuple[Article, list[Question]]]:
    """The paragraphs in order, each with its questions."""
    read = []
    paragraphs = [paragraph for entry in json.loads(file.read_text())["data"] for paragraph in entry["paragraphs"]]
    for number, paragraph in enumerate(paragraphs):
        # one file begins with a byte order mark
        text = paragraph["context"].removeprefix("\ufeff")
        article = Article(text=text, key=f"paragraph-{number}", source="xquad", language=language)
        questions = [
            Question(entry["id"], entry["question"], answers=tuple(answer["text"] for answer in entry["answers"]))
            for entry in paragraph["qas"]
        ]
        read.append((article, questions))
    return read
