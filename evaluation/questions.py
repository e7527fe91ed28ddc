"""What a set of questions is: articles, questions about them, and which articles answer."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from vectorstore import Article

Half = Literal["a", "b", "all"]
# for questions that one article answers
MEASURES = ("R@1", "R@5", "RR@10", "nDCG@10")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its gold.

    Attributes:
        id: The same in every run; which half a question belongs to hangs on it.
        relevant: Ids of the articles that answer; empty when none does.
        answers: Texts any of which is a right answer; empty when the set does not say.
        groups: Parts of the set that the question counts in too, such as `WikiNews`.
    """

    id: str
    text: str
    relevant: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Articles of one archive and what is asked of it.

    Attributes:
        archive: Name of the archive, which several sets may share.
        measures: What tells how well the articles are found, as ir-measures writes it.
    """

    name: str
    archive: str
    articles: tuple[Article, ...]
    questions: tuple[Question, ...]
    measures: tuple[str, ...] = MEASURES


def choose_half(questions: Iterable[Question], half: Half) -> list[Question]:
    """The questions of one half. Weights may be chosen on one half; what is reported then is the other."""
    return [question for question in questions if half in ("all", half_of(question.id))]


def half_of(question_id: str) -> Half:
    """A coin thrown by the id alone, so that the same question is on the same side in each set and for ever."""
    return "b" if hashlib.sha256(question_id.encode()).digest()[0] & 1 else "a"


def group_names(questions: Sequence[Question]) -> list[str]:
    """The groups in order of first use."""
    return list(dict.fromkeys(group for question in questions for group in question.groups))
