"""How the evaluation counts: figures, halves, and each protocol's measure on cases small enough to check by hand."""

import pytest

from evaluation.answers import holds_answer, score_quotes
from evaluation.disputes import score_disputes
from evaluation.evidence import score_evidence
from evaluation.extraction import score_page, score_pages
from evaluation.metrics import Figure, mean, rank_measures
from evaluation.questions import Question, choose_half, half_of
from evaluation.ramdocs import Dispute
from evaluation.retrieval import articles_of, score_articles
from evaluation.table import draw_table
from rag import Answer, Citation


def cite(quote: str, article_id: str = "a") -> Citation:
    return Citation(quote, 0, len(quote), article_id, 1, "", "", "", None, "en")


def values(figures: list[Figure]) -> dict[str, float]:
    return {figure.name: round(figure.value, 3) for figure in figures}


def test_a_mean_comes_with_the_interval_that_chance_explains() -> None:
    half_right = mean("set", "R@1", [0.0, 1.0] * 50)
    assert half_right.value == 0.5
    # the normal approximation gives .402 to .598
    assert half_right.low == pytest.approx(0.402, abs=0.02)
    assert half_right.high == pytest.approx(0.598, abs=0.02)
    assert mean("set", "R@1", [0.0, 1.0] * 50) == half_right, "the same questions give the same interval"
    assert mean("set", "R@1", [1.0] * 10).low == 1


def test_there_is_no_mean_of_nothing() -> None:
    with pytest.raises(ValueError, match="no questions"):
        mean("set", "R@1", [])


def test_the_halves_part_the_questions_by_id_alone() -> None:
    questions = [Question(f"q{number}", "") for number in range(400)]
    first, second = choose_half(questions, "a"), choose_half(questions, "b")
    assert len(first) + len(second) == len(choose_half(questions, "all")) == 400
    assert 160 < len(first) < 240
    assert half_of("q1") == half_of("q1")


def test_a_question_that_found_nothing_counts_as_missed() -> None:
    found = rank_measures(["R@1", "RR@10"], {"q1": ["a"], "q2": ["b"], "q3": ["c"]}, {"q1": ["a"], "q2": ["x", "b"], "q3": []})
    assert found == {"R@1": [1.0, 0.0, 0.0], "RR@10": [1.0, 0.5, 0.0]}


def test_the_order_found_is_the_order_judged_beyond_the_ninth() -> None:
    ranked = [f"wrong{number}" for number in range(9)] + ["right"]
    assert rank_measures(["RR@10"], {"q": ["right"]}, {"q": ranked})["RR@10"] == [0.1]


def test_an_article_ranks_with_its_best_passage() -> None:
    assert articles_of(["a:1:0", "b:1:3", "a:1:2", "c:2:0"]) == ["a", "b", "c"]
    questions = [Question("q1", "", ("b",), groups=("news",)), Question("q2", "", ("z",))]
    figures = score_articles("set", questions, lambda question: ["a:1:0", "a:1:1", "b:1:0"], ["RR@10"])
    assert values(figures) == {"set: RR@10": 0.25, "set, news: RR@10": 0.5}


def test_evidence_is_found_whatever_its_white_space() -> None:
    facts = {"q1": ["The bridge\nis shut."], "q2": ["Nobody knows.", "All know."]}
    found = {"q1": ["Rain.", "Today the bridge is open. The bridge is shut."], "q2": ["All  know. Really."]}
    figures = score_evidence("hop", facts, found)
    assert values(figures) == {"hop: Hits@4": 1.0, "hop: Hits@10": 1.0, "hop: MRR@10": 0.75, "hop: evidence@10": 0.75}


def test_evidence_that_is_not_found_counts() -> None:
    figures = score_evidence("hop", {"q1": ["fact"], "q2": ["fact"]}, {"q1": [], "q2": ["a fact"]})
    assert values(figures) == {"hop: Hits@4": 0.5, "hop: Hits@10": 0.5, "hop: MRR@10": 0.5, "hop: evidence@10": 0.5}


def test_silence_holds_no_answer_and_only_three_quotes_count() -> None:
    questions = [
        Question("first", "", answers=("Mayor  Aydin",)),
        Question("third", "", answers=("42",)),
        Question("silent", "", answers=("x",)),
    ]
    answers = {
        "first": Answer("", citations=(cite("The mayor Aydin spoke."),)),
        "third": Answer("", citations=(cite("a"), cite("b"), cite("the 42nd"), cite("x"))),
        "silent": Answer("", abstained=True),
    }
    figures = score_quotes("set", questions, answers, holds_answer)
    assert values(figures) == {"set: first quote": 0.333, "set: within three": 0.667, "set: answered": 0.667}


def test_a_dispute_is_matched_only_by_every_right_answer_and_no_wrong_one() -> None:
    dispute = Dispute("d", "How many?", "s", (), ("3,559 people", "ten"), ("10,000",), {"good": "correct", "bad": "misinfo"})
    both = Answer("There are 3,559 People, or ten.", citations=(cite("x", "good"),))
    misled = Answer("There are 10,000.", citations=(cite("x", "bad"),))
    mixed = Answer("Ten, or 10,000; not 13,559 people.")
    assert values(score_disputes([dispute] * 3, [both, misled, mixed])) == {
        "ramdocs: exact match": 0.333,
        "ramdocs: gold recall": 0.5,
        "ramdocs: no misinformation": 0.333,
        "ramdocs: not misled": 0.667,
        "ramdocs, cited documents: correct": 0.5,
    }


def test_a_page_is_scored_by_its_runs_of_four_words() -> None:
    # runs of the truth: abcd, bcde; of the text found: abcd, bcde, cdef, defg
    assert score_page("a b c d e", "a, b. c d e f g") == (0.5, 1.0)
    assert score_page("a b", "a b") == (1.0, 1.0)
    assert score_page("a b c d", "") == (None, 0.0)
    assert score_page("", "a b c d") == (0.0, None)


def test_empty_pages_cost_recall_and_not_precision() -> None:
    figures = values(score_pages([("a b c d", "a b c d"), ("e f g h", "")]))
    assert figures["extraction: precision"] == 1
    assert figures["extraction: recall"] == 0.5
    assert figures["extraction: F1"] == 0.667
    assert figures["extraction: not empty"] == 0.5


def test_sets_with_the_same_measures_share_a_table() -> None:
    figures = [mean("one", "R@1", [1.0]), mean("two, news", "R@1", [0.0, 0.0]), mean("three", "abstained", [0.5])]
    assert draw_table(figures).splitlines() == [
        "           questions               R@1",
        "one                1           1 [1–1]",
        "two, news          2  .000 [.000–.000]",
        "",
        "       questions         abstained",
        "three          1  .500 [.500–.500]",
    ]
