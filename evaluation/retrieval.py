"""Does search find the articles? By all rankings fused, and by each alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from evaluation.metrics import Figure, mean, rank_measures
from evaluation.questions import Half, Question, QuestionSet, choose_half, group_names
from evaluation.workshop import Workshop
from vectorstore import Archive

# an article may have several passages: enough of them that ten articles are seen
PASSAGES = 20
RANKINGS = ("vectors", "words", "grams")
# a question -> ids of passages, best first
Find = Callable[[Question], Sequence[str]]
# name -> ids of passages with their scores, as `Archive.rankings` gives them
Rankings = Mapping[str, Sequence[tuple[str, float]]]


def measure_articles(workshop: Workshop, sets: Iterable[QuestionSet], half: Half) -> list[Figure]:
    """Figures of each set and its groups."""
    figures: list[Figure] = []
    for one in sets:
        with workshop.archive(one.archive, one.articles) as archive:
            figures += score_articles(one.name, choose_half(one.questions, half), partial(search, archive), one.measures)
    return figures


def measure_rankings(workshop: Workshop, sets: Iterable[QuestionSet], half: Half) -> list[Figure]:
    """The same of each ranking alone, to see what it gives to the whole."""
    figures: list[Figure] = []
    for one in sets:
        questions = choose_half(one.questions, half)
        with workshop.archive(one.archive, one.articles) as archive:
            ranked = {question.id: archive.rankings(question.text, k=PASSAGES) for question in questions}
        for ranking in RANKINGS:
            figures += score_articles(f"{one.name} · {ranking}", questions, partial(pick, ranked, ranking), one.measures)
    return figures


def score_articles(name: str, questions: Sequence[Question], find: Find, measures: Sequence[str]) -> list[Figure]:
    """The measures over all questions and over those of each group; an article's rank is that of its best passage."""
    ranked = {question.id: articles_of(find(question)) for question in questions}
    figures: list[Figure] = []
    for group in ("", *group_names(questions)):
        members = [question for question in questions if not group or group in question.groups]
        relevant = {question.id: question.relevant for question in members}
        values = rank_measures(measures, relevant, {id: ranked[id] for id in relevant})
        figures += [mean(f"{name}, {group}" if group else name, measure, values[measure]) for measure in measures]
    return figures


def search(archive: Archive, question: Question) -> list[str]:
    return [str(passage.id) for passage in archive.search(question.text, k=PASSAGES)]


def pick(ranked: Mapping[str, Rankings], ranking: str, question: Question) -> list[str]:
    return [id for id, _ in ranked[question.id].get(ranking, [])]


def articles_of(passage_ids: Iterable[str]) -> list[str]:
    """The articles of passages, each at its best place.

    >>> articles_of(["a:1:0", "b:1:3", "a:1:2"])
    ['a', 'b']
    """
    return list(dict.fromkeys(id.split(":")[0] for id in passage_ids))
