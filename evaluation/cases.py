"""The project's own cases: small articles with questions about offices, about reports that differ, and about false premises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from evaluation.answers import TODAY, score_exactness
from evaluation.files import read_lines, require
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, half_of
from evaluation.workshop import Workshop
from rag import Answer, build_chain
from vectorstore import Archive, Article, SearchFilter, Timestamp

FOLDER = Path(__file__).parent / "cases"
NAMES = ("roles", "holders", "offices", "posts", "reports", "premises")


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its labels, which were written before any answer was looked at; `labels` are those of its set."""

    id: str
    question: str
    as_of: str | None
    # of a JSON object
    labels: dict[str, Any]


def find_files() -> list[Path]:
    return require(FOLDER, *(f"{name}.jsonl" for name in NAMES))


def read_cases(name: str) -> tuple[list[Article], list[Case]]:
    """The articles, which all go into one archive so that they tempt each other's questions, and the questions."""
    articles: list[Article] = []
    cases: list[Case] = []
    for number, record in enumerate(read_lines(FOLDER / f"{name}.jsonl")):
        articles += [_read_article(f"{name}-{number}-{place}", entry) for place, entry in enumerate(record["articles"])]
        cases += [Case(entry["id"], entry["question"], entry.get("as_of"), entry) for entry in record["questions"]]
    return articles, cases


def measure_cases(workshop: Workshop, half: Half) -> list[Figure]:
    figures: list[Figure] = []
    for name in NAMES:
        articles, cases = read_cases(name)
        chosen = [case for case in cases if half in ("all", half_of(case.id))]
        with workshop.archive(f"cases-{name}", articles) as archive:
            answers = [_ask(archive, case) for case in chosen]
            figures += _score(name, chosen, answers)
            figures.append(score_exactness(f"cases, {name}", archive, answers))
    return figures


def _score(name: str, cases: Sequence[Case], answers: Sequence[Answer]) -> list[Figure]:
    right = [float(JUDGES[name](case.labels, answer)) for case, answer in zip(cases, answers, strict=True)]
    if name != "premises":
        return [mean(f"cases, {name}", "right", right)]
    false = [verdict for case, verdict in zip(cases, right, strict=True) if case.labels["contradicted"]]
    true = [verdict for case, verdict in zip(cases, right, strict=True) if not case.labels["contradicted"]]
    return [mean("cases, false premises", "right", false), mean("cases, true premises", "right", true)]


def holds_office(labels: dict[str, Any], answer: Answer) -> bool:
    """The one asked for is named first, with the standing, and each earlier holder below as one; nobody where nothing tells."""
    if not labels["now"]:
        return answer.abstained
    points = [(point.standing, " ".join(point.direct)) for point in answer.points]
    if not points or points[0][0] != labels["standing"] or labels["now"] not in points[0][1]:
        return False
    return all(any(standing == "former" and name in names for standing, names in points[1:]) for name in labels["before"])


def tells_apart(labels: dict[str, Any], answer: Answer) -> bool:
    """A development has the newest report first and the others below; a dispute has every side."""
    quotes = [citation.quote for citation in answer.citations]
    if answer.form != labels["form"] or len(quotes) < 2:
        return False
    if labels["form"] == "dispute":
        return all(any(side in quote for quote in quotes) for side in labels["others"])
    return labels["first"] in quotes[0] and all(any(other in quote for quote in quotes[1:]) for other in labels["others"])


def sees_premise(labels: dict[str, Any], answer: Answer) -> bool:
    """A false premise is met with the quote that contradicts it, a true one with an answer."""
    contradicted = answer.silence is not None and answer.silence.kind == "contradicted"
    if labels["contradicted"]:
        return contradicted and labels["quote"] in answer.citations[0].quote
    return not contradicted and not answer.abstained


JUDGES: dict[str, Callable[[dict[str, Any], Answer], bool]] = {
    "roles": holds_office,
    "holders": holds_office,
    "offices": holds_office,
    "posts": holds_office,
    "reports": tells_apart,
    "premises": sees_premise,
}


def _ask(archive: Archive, case: Case) -> Answer:
    filter = SearchFilter(as_of=case.as_of) if case.as_of else SearchFilter()
    answer: Answer = build_chain(archive, now=lambda: TODAY).invoke({"question": case.question, "filter": filter})["answer"]
    return answer


# a JSON object
def _read_article(key: str, entry: dict[str, str]) -> Article:
    written = entry["published"]
    if len(written) == len("2025-02-13"):
        published = Timestamp.of_day(date.fromisoformat(written), "given")
    else:
        published = Timestamp(int(datetime.fromisoformat(written).timestamp()), "second", "given")
    text, title, source, language = (entry[name] for name in ("text", "title", "source", "language"))
    return Article(text=text, title=title, key=key, source=source, language=language, published=published)
