"""RAMDocs: does misinformation become the answer, and are several right answers all given?"""

import re
from collections.abc import Sequence

from evaluation.answers import TODAY
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, half_of
from evaluation.ramdocs import Dispute
from evaluation.workshop import Workshop
from rag import Answer, build_chain
from vectorstore import SearchFilter


def measure_disputes(workshop: Workshop, disputes: Sequence[Dispute], half: Half) -> list[Figure]:
    """Each question is asked of its own documents, picked out of one archive by their source."""
    chosen = [dispute for dispute in disputes if half in ("all", half_of(dispute.id))]
    articles = [article for dispute in disputes for article in dispute.articles]
    with workshop.archive("ramdocs", articles) as archive:
        chain = build_chain(archive, now=lambda: TODAY)
        answers: list[Answer] = [
            chain.invoke({"question": dispute.text, "filter": SearchFilter(sources=(dispute.source,))})["answer"] for dispute in chosen
        ]
    return score_disputes(chosen, answers)


def score_disputes(disputes: Sequence[Dispute], answers: Sequence[Answer]) -> list[Figure]:
    """Exact match: every right answer is in the text and no wrong one is; recall of the right ones; wrong ones kept out.

    `not misled` is the share of questions where no wrong answer stands without a right one beside it.
    """
    exact, recalls, clean, not_misled, cited = [], [], [], [], []
    for dispute, answer in zip(disputes, answers, strict=True):
        gold = [holds_words(answer.text, one) for one in dispute.gold]
        wrong = any(holds_words(answer.text, one) for one in dispute.wrong)
        exact.append(float(all(gold) and not wrong))
        recalls.append(sum(gold) / len(gold))
        clean.append(float(not wrong))
        not_misled.append(float(any(gold) or not wrong))
        cited += [float(dispute.kinds[citation.article_id] == "correct") for citation in answer.citations]
    figures = [
        mean("ramdocs", "exact match", exact),
        mean("ramdocs", "gold recall", recalls),
        mean("ramdocs", "no misinformation", clean),
        mean("ramdocs", "not misled", not_misled),
    ]
    # nothing is cited where every answer is silence
    return [*figures, mean("ramdocs, cited documents", "correct", cited)] if cited else figures


def holds_words(text: str, answer: str) -> bool:
    """Whether the answer's words stand in the text in this order, marks and case aside.

    >>> holds_words("It had 3,559 people.", "3,559 People"), holds_words("It had 13,559 people.", "3,559 people")
    (True, False)
    """
    return f" {_words(answer)} " in f" {_words(text)} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
