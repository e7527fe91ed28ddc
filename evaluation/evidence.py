"""Does search find the evidence? MultiHop-RAG: whether passages hold the facts that prove the answer."""

from collections.abc import Mapping, Sequence

from evaluation.metrics import Figure, mean, rank_measures
from evaluation.multihop import MultihopSet
from evaluation.questions import Half, Question, choose_half
from evaluation.retrieval import RANKINGS
from evaluation.workshop import Workshop
from ingest.split import split_article
from vectorstore import passage_id

PASSAGES = 10
NAMES = {"Success@4": "Hits@4", "Success@10": "Hits@10", "RR@10": "MRR@10"}


def measure_evidence(workshop: Workshop, multihop: MultihopSet, half: Half) -> list[Figure]:
    """Over the questions that the articles can answer."""
    with workshop.archive(multihop.questions.archive, multihop.questions.articles) as archive:
        found = {
            question.id: [passage.page_content for passage in archive.search(question.text, k=PASSAGES)]
            for question in _answerable(multihop, half)
        }
    return score_evidence("multihop", multihop.facts, found)


def measure_evidence_rankings(workshop: Workshop, multihop: MultihopSet, half: Half) -> list[Figure]:
    """The same of each ranking alone."""
    texts = _passage_texts(workshop, multihop)
    figures: list[Figure] = []
    with workshop.archive(multihop.questions.archive, multihop.questions.articles) as archive:
        rankings = {question.id: archive.rankings(question.text, k=PASSAGES) for question in _answerable(multihop, half)}
    for name in RANKINGS:
        found = {id: [texts[passage] for passage, _ in lists.get(name, [])] for id, lists in rankings.items()}
        figures += score_evidence(f"multihop · {name}", multihop.facts, found)
    return figures


def _answerable(multihop: MultihopSet, half: Half) -> list[Question]:
    return [question for question in choose_half(multihop.questions.questions, half) if question.id in multihop.facts]


def score_evidence(name: str, facts: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]) -> list[Figure]:
    """Hits@4, Hits@10, MRR@10 of the first passage with a fact, and evidence@10, the share of facts in the first ten.

    A passage has a fact when it holds its words, white space removed, as in the script of Tang and Yang (2024).

    Args:
        found: By question, the texts of passages, best first.
    """
    squeezed = {id: [_squeeze(text) for text in texts] for id, texts in found.items()}
    wanted = {id: [_squeeze(fact) for fact in facts[id]] for id in squeezed}
    hits = {
        id: [str(place) for place, text in enumerate(texts) if any(fact in text for fact in wanted[id])] for id, texts in squeezed.items()
    }
    ranked = {id: [str(place) for place in range(len(texts))] for id, texts in squeezed.items()}
    # a question without a hit counts too: there is something that was not found
    values = rank_measures(list(NAMES), {id: places or ["not found"] for id, places in hits.items()}, ranked)
    shares = [sum(any(fact in text for text in squeezed[id]) for fact in wanted[id]) / len(wanted[id]) for id in squeezed]
    return [mean(name, NAMES[measure], values[measure]) for measure in NAMES] + [mean(name, "evidence@10", shares)]


def _passage_texts(workshop: Workshop, multihop: MultihopSet) -> dict[str, str]:
    """By id, the text of each passage as it was split."""
    return {
        passage_id(article.article_id, 1, index): article.text[span.start : span.end]
        for article in multihop.questions.articles
        for index, span in enumerate(split_article(article, workshop.embeddings))
    }


def _squeeze(text: str) -> str:
    return "".join(text.split())
