"""The project's own questions about its sample articles, in five languages, answerable and not."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path

from evaluation.answers import answer_all, score_exactness, score_quotes
from evaluation.files import read_lines, require
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, Question, choose_half, group_names
from evaluation.retrieval import score_articles, search
from evaluation.workshop import Workshop
from ingest import IngestError, ingest
from ingest.read import read_file
from vectorstore import Archive, Article, open_archive

ROOT = Path(__file__).parent.parent
QUESTIONS = Path(__file__).parent / "questions.jsonl"
ARTICLES = ROOT / "samples"
ACROSS = "across languages"
# any of the articles that answer will do: one wire story stands in three papers
MEASURES = ("Success@1", "Success@5", "RR@10")


def find_files(articles: Path = ARTICLES) -> list[Path]:
    """The questions, and the articles that they are about."""
    found = [file for file in sorted(articles.rglob("*")) if file.is_file() and file.name != "README.md"]
    return require(QUESTIONS.parent, QUESTIONS.name) + found


def read_questions() -> list[Question]:
    """`answers` are the gold sentences; an unanswerable question has none, and its group says `absent` or `near`.

    Raises ValueError when a gold file is not there or gives no article.
    """
    questions = []
    for record in read_lines(QUESTIONS):
        gold = [(find_article(ARTICLES, entry["file"]), entry["sentence"]) for entry in record["gold"]]
        crosses = all(article.language != record["language"] for article, _ in gold)
        groups = (record["language"], *((ACROSS,) if crosses else ())) if gold else (record["kind"],)
        relevant = tuple(dict.fromkeys(article.article_id for article, _ in gold))
        questions.append(Question(record["id"], record["question"], relevant, tuple(sentence for _, sentence in gold), groups))
    return questions


def find_article(folder: Path, name: str) -> Article:
    """The article of `de/name.html`, or of `agency.jsonl:2`, the second line of a file."""
    file, _, line = name.partition(":")
    reading = _read(folder / file)[int(line or 1) - 1]
    if not isinstance(reading, Article):
        raise ValueError(f"{name} gives no article: {reading}")
    return reading


# several questions are about one file
@lru_cache
def _read(file: Path) -> tuple[Article | IngestError, ...]:
    return tuple(read_file(file))


@contextmanager
def open_samples(workshop: Workshop) -> Iterator[Archive]:
    """An archive of the samples, taken in as a user would."""
    with open_archive(workshop.folder / "samples", embeddings=workshop.embeddings) as archive:
        report = ingest([ARTICLES], archive)
        if report.failed:
            # figures of half an archive would look like figures
            raise ValueError(f"not all samples could be taken in: {report}")
        yield archive


def measure_samples(workshop: Workshop, half: Half) -> list[Figure]:
    questions = choose_half(read_questions(), half)
    answerable = [question for question in questions if question.relevant]
    with open_samples(workshop) as archive:
        figures = score_articles("samples", answerable, partial(search, archive), MEASURES)
        answers = answer_all(archive, questions)
        figures.append(score_exactness("samples, all answers", archive, answers.values()))
    figures += score_quotes("samples, answers", answerable, answers, is_gold)
    silent = [question for question in questions if not question.relevant]
    for group in ("", *group_names(silent)):
        members = [question for question in silent if not group or group in question.groups]
        name = f"samples, unanswerable, {group}" if group else "samples, unanswerable"
        figures.append(mean(name, "abstained", [float(answers[question.id].abstained) for question in members]))
    return figures


def is_gold(quote: str, question: Question) -> bool:
    """Whether a quote is a gold sentence, a part of one, or holds one."""
    return any(quote in sentence or sentence in quote for sentence in question.answers)
