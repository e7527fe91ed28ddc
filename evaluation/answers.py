"""Do answers hold what was asked for, and does silence come where nothing answers?"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from evaluation.metrics import Figure, mean
from evaluation.questions import Half, Question, QuestionSet, choose_half, group_names
from evaluation.workshop import Workshop
from rag import Answer, AnswerSettings, build_chain
from rag.extractive import how_near
from vectorstore import Archive

# an answer, and what a question knows -> whether it is right
Judge = Callable[[str, Question], bool]
# paragraphs are taken out in as many turns: each turn leaves the others to tempt
TURNS = 5
# after the last article of every set: figures must not change with the calendar
TODAY = datetime(2025, 12, 31, tzinfo=UTC)
# how far the threshold of silence is moved in the curve, in log odds
SHIFTS = (-0.8, -0.4, 0.0, 0.4, 0.8)


def answer_all(archive: Archive, questions: Iterable[Question], caution: float = 0.0) -> dict[str, Answer]:
    """The answers by the questions' ids, from quotes alone: no language model writes; `caution` as NEWS_CAUTION."""
    return {id: state["answer"] for id, state in _ask_all(archive, questions, caution).items()}


def answer_and_measure(archive: Archive, questions: Iterable[Question]) -> tuple[dict[str, Answer], dict[str, float]]:
    """The same, and how far each question's passages are above the threshold of silence."""
    states = _ask_all(archive, questions)
    near = {id: how_near(archive, state["query"], state["passages"]) for id, state in states.items()}
    return {id: state["answer"] for id, state in states.items()}, near


def _ask_all(archive: Archive, questions: Iterable[Question], caution: float = 0.0) -> dict[str, dict[str, Any]]:
    """What the chain gives for each question, by its id."""
    chain = build_chain(archive, settings=AnswerSettings(caution=caution), now=lambda: TODAY)
    return {question.id: chain.invoke({"question": question.text}) for question in questions}


def move_threshold(name: str, near: Iterable[float], answered: bool) -> list[Figure]:
    """What other thresholds would give by themselves: the share answered, or met with silence."""
    nearness = list(near)
    rates = {shift: [float((one >= shift) == answered) for one in nearness] for shift in SHIFTS}
    return [replace(mean(name, f"{shift:+.1f}", rate), course=True) for shift, rate in rates.items()]


def measure_quotes(workshop: Workshop, sets: Iterable[QuestionSet], half: Half) -> list[Figure]:
    """How often the first quote, or any of the first three, holds a gold answer: as readers get them, where silence holds none,
    and with silence set aside, as a ranking of sentences that is never silent is measured."""
    figures: list[Figure] = []
    for one in sets:
        questions = choose_half(one.questions, half)
        with workshop.archive(one.archive, one.articles) as archive:
            answers, near = answer_and_measure(archive, questions)
            figures += score_quotes(one.name, questions, answers, holds_answer)
            silent = [question for question in questions if answers[question.id].abstained]
            # what was answered would be answered the same: the threshold only tells whether
            spoken = answers | answer_all(archive, silent, caution=-math.inf)
            figures += score_choice(f"{one.name}, silence aside", questions, spoken, holds_answer)
            figures += move_threshold(f"{one.name}, answered", near.values(), answered=True)
            figures.append(score_exactness(one.name, archive, answers.values()))
    return figures


def score_quotes(name: str, questions: Sequence[Question], answers: dict[str, Answer], judge: Judge) -> list[Figure]:
    """Over all questions and those of each group: first quote right, one of three right, answered at all."""
    figures: list[Figure] = []
    for group in ("", *group_names(questions)):
        members = [question for question in questions if not group or group in question.groups]
        title = f"{name}, {group}" if group else name
        figures += score_choice(title, members, answers, judge)
        figures.append(mean(title, "answered", [float(not answers[question.id].abstained) for question in members]))
    return figures


def score_choice(name: str, questions: Sequence[Question], answers: Mapping[str, Answer], judge: Judge) -> list[Figure]:
    """First quote right, one of three right."""
    right = [[judge(citation.quote, question) for citation in answers[question.id].citations[:3]] for question in questions]
    first = mean(name, "first quote", [float(any(verdicts[:1])) for verdicts in right])
    return [first, mean(name, "within three", [float(any(verdicts)) for verdicts in right])]


def score_exactness(name: str, archive: Archive, answers: Iterable[Answer]) -> Figure:
    """Share of answers whose every quote stands, to the character, where its citation says; silence has none that does not."""
    exact = []
    for answer in answers:
        texts = [archive.get_article(citation.article_id, citation.version).article.text for citation in answer.citations]
        pairs = zip(texts, answer.citations, strict=True)
        exact.append(float(all(text[citation.start : citation.end] == citation.quote for text, citation in pairs)))
    return mean(name, "exact quotes", exact)


def measure_silence(workshop: Workshop, sets: Iterable[QuestionSet], half: Half) -> list[Figure]:
    """How often it abstains when the paragraph that answers is not in the archive, while its neighbours are.

    The paragraphs are taken out in five turns, every fifth at a time, so that an archive is made five times and not for each.
    """
    figures: list[Figure] = []
    for one in sets:
        silent: list[float] = []
        nearness: list[float] = []
        for turn in range(TURNS):
            missing = {article.article_id for article in one.articles[turn::TURNS]}
            rest = [article for article in one.articles if article.article_id not in missing]
            questions = [question for question in choose_half(one.questions, half) if not missing.isdisjoint(question.relevant)]
            with workshop.archive(f"{one.archive}-without-{turn}", rest) as archive:
                answers, near = answer_and_measure(archive, questions)
            silent += [float(answer.abstained) for answer in answers.values()]
            nearness += near.values()
        figures.append(mean(f"{one.name}, paragraph taken out", "abstained", silent))
        figures += move_threshold(f"{one.name}, taken out, silent", nearness, answered=False)
    return figures


def measure_null_questions(workshop: Workshop, one: QuestionSet, half: Half) -> list[Figure]:
    """Of questions that nothing answers, the share met with silence; of the others, the share answered."""
    questions = choose_half(one.questions, half)
    with workshop.archive(one.archive, one.articles) as archive:
        answers, near = answer_and_measure(archive, questions)
        exact = score_exactness(one.name, archive, answers.values())
    null = [question.id for question in questions if "null" in question.groups]
    answerable = [question.id for question in questions if "null" not in question.groups]
    figures = [
        mean(f"{one.name}, null", "abstained", [float(answers[id].abstained) for id in null]),
        mean(f"{one.name}, answerable", "answered", [float(not answers[id].abstained) for id in answerable]),
        exact,
    ]
    figures += move_threshold(f"{one.name}, null, silent", [near[id] for id in null], answered=False)
    return figures + move_threshold(f"{one.name}, answered", [near[id] for id in answerable], answered=True)


def holds_answer(quote: str, question: Question) -> bool:
    """Whether one of the gold answers stands in the quote, whatever the case and spacing."""
    return any(_plain(answer) in _plain(quote) for answer in question.answers)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
