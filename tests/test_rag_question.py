"""Follow-ups become questions of their own; bad input is refused in a sentence."""

import pytest

from rag import Turn
from rag.errors import ModelFailed
from rag.question import KEPT_CHARACTERS, is_follow_up, make_query, read_history


@pytest.mark.parametrize(
    "question",
    [
        "And in January?",
        "und wer noch?",
        "Et à Paris ?",
        "¿Y en enero?",
        "What about Berlin?",
        "Where does he live?",
        "Warum?",
        "Since when?",
    ],
)
def test_questions_that_lean_on_the_last_one_are_known(question: str) -> None:
    assert is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    ["Who leads the US delegation?", "Wer ist Bürgermeisterin?", "Wann endet der Streik im Hafen?", "Qui dirige la banque centrale ?"],
)
def test_questions_that_stand_alone_are_left_alone(question: str) -> None:
    assert not is_follow_up(question)
    assert make_query(question, [("Who won the regatta?", "The Danes. [1]")]).text == question


def test_a_follow_up_takes_the_words_of_the_question_that_stood_alone() -> None:
    history = [("Who is mayor of Bergen?", "A."), ("And in 2023?", "B.")]
    query = make_query("And in 2022?", history)
    assert query.text == "Who is mayor of Bergen? And in 2022?"
    assert query.question == "And in 2022?"


def test_a_first_question_is_never_a_follow_up() -> None:
    assert make_query("And in January?").text == "And in January?"


def test_marks_of_old_answers_are_left_out() -> None:
    assert read_history([Turn("Q", "Rubio [1] and Waltz [2, 3].")]) == [Turn("Q", "Rubio and Waltz.")]


def test_only_the_last_turns_are_kept() -> None:
    turns = read_history([(f"question {number}", "x" * 2000) for number in range(20)])
    assert turns[-1].question == "question 19"
    assert len(turns) <= 6
    assert sum(len(turn.question) + len(turn.answer) for turn in turns) <= KEPT_CHARACTERS


def test_one_giant_answer_is_cut_to_the_limit() -> None:
    (turn,) = read_history([("q", "x" * 100_000)]) or [Turn("q", "")]
    assert len(turn.answer) <= KEPT_CHARACTERS


def test_a_condensed_question_is_used_and_a_chatty_one_is_not() -> None:
    history = [("Who is mayor of Bergen?", "A.")]
    assert (
        make_query("And before?", history, condense=lambda *_: "Who was mayor of Bergen before?\n").text
        == "Who was mayor of Bergen before?"
    )
    assert make_query("And before?", history, condense=lambda *_: "Sure! Here it is.").text == "Who is mayor of Bergen? And before?"


def test_a_model_that_fails_to_condense_costs_nothing() -> None:
    def condense(*_: object) -> str:
        raise ModelFailed("model_silent")

    assert make_query("And before?", [("Who is mayor?", "A.")], condense=condense).text == "Who is mayor? And before?"


@pytest.mark.parametrize("question", ["", "  \n", "x" * 2001, None, 5, ["who?"]])
def test_a_question_that_is_none_is_refused(question: object) -> None:
    with pytest.raises(ValueError, match="a question"):
        make_query(question)


def test_a_history_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="a turn is a pair"):
        make_query("Who?", [{"role": "user", "content": "hi"}])
