"""ChronoQA as the chain answers it: a question that knows the day it is asked on."""

from collections.abc import Mapping
from datetime import datetime

from evaluation.metrics import Figure
from evaluation.questions import Half, Question, QuestionSet, choose_half
from evaluation.retrieval import score_articles
from evaluation.workshop import Workshop
from rag import AnswerSettings, build_chain

PASSAGES = 20


def measure_dated(workshop: Workshop, one: QuestionSet, asked: Mapping[str, datetime], half: Half) -> list[Figure]:
    """Search by the chain's own steps, which read times out of the question; beside plain search it shows what that gains."""
    with workshop.archive(one.archive, one.articles) as archive:
        chain = build_chain(archive, settings=AnswerSettings(passages=PASSAGES))

        def find(question: Question) -> list[str]:
            passages = chain.invoke({"question": question.text, "now": asked[question.id]})["passages"]
            return [str(passage.id) for passage in passages]

        return score_articles(f"{one.name}, times read", choose_half(one.questions, half), find, one.measures)
