"""Verdicts sharpened by an inference model, and by the language model."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from rag.checks import Checks
from rag.errors import ModelError, ModelFailed
from rag.inference import load_inference
from rag.judging import judge_pairs, translate_quotes
from rag.types import Citation
from rag.verdict import Finding
from tests.tiny_models import write_tiny_inference

QUOTE = Citation("The bridge is closed.", 0, 21, "a", 1, "", "", "", None, "en")
SUPPORTED = Finding("The bridge is shut.", "supported", (QUOTE,))
PARTLY = Finding("The old bridge is shut.", "partly", (QUOTE,), "more_words")


def scores(label: str, sure: float = 0.9) -> Checks:
    def infer(pairs: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
        assert all(quote == QUOTE.quote for _, quote in pairs)
        return [{label: sure} for _ in pairs]

    return Checks(infer=infer)


def test_contradiction_takes_the_proof_away() -> None:
    (finding,) = scores("contradiction").sharpen([SUPPORTED])
    assert finding is not None and (finding.verdict, finding.citations, finding.reason) == ("not in the sources", (), "not_entailed")


def test_entailment_makes_up_for_wording_and_never_for_a_fact() -> None:
    denied, named = (Finding("x", "partly", (QUOTE,), reason) for reason in ("other_negation", "other_word"))
    found = scores("entailment").sharpen([PARTLY, denied, named, None])
    assert [finding and finding.verdict for finding in found] == ["supported", "supported", "partly", None]


def test_a_model_that_is_not_sure_changes_nothing() -> None:
    assert scores("contradiction", 0.5).sharpen([SUPPORTED, PARTLY]) == [SUPPORTED, PARTLY]


def test_sentences_without_a_quote_are_not_asked_about_and_places_are_kept() -> None:
    unproven = Finding("y", "not in the sources", reason="no_mark")
    checks = Checks(judge=lambda pairs: [pair[0] != SUPPORTED.claim for pair in pairs])
    found = checks.sharpen([unproven, SUPPORTED, None, PARTLY])
    assert found[0] is unproven and found[2] is None and found[3] == PARTLY
    assert found[1] is not None and found[1].reason == "judged"


@pytest.mark.parametrize(
    ("said", "held"),
    [("1. yes\n2. no", [True, False]), ("[1] No.\n2: yes", [False, True]), ("Everything is fine.", [True, True]), ("7. no", [True, True])],
)
def test_a_model_s_no_is_read_and_its_silence_is_not(said: str, held: list[bool]) -> None:
    assert judge_pairs(lambda messages: said, [("a", "b"), ("c", "d")]) == held


def test_a_model_that_fails_judges_and_translates_nothing() -> None:
    def fail(messages: object) -> str:
        raise ModelFailed("model_busy")

    assert judge_pairs(fail, [("a", "b")]) == [True]
    assert translate_quotes(fail, ["a"], "German") == [None]


def test_translations_are_harmless_and_belong_to_their_quotes() -> None:
    said = "2. Die Brücke ist zu. ![x](http://evil.example/?q=1)\n1. Es regnet."
    quotes = ["It rains.", "The bridge is closed.", "It snows."]
    assert translate_quotes(lambda messages: said, quotes, "German") == ["Es regnet.", "Die Brücke ist zu.", None]
    assert translate_quotes(lambda messages: "1. " + "word " * 200, ["It rains."], "German") == [None]


def test_a_real_cross_encoder_is_asked_with_the_quote_first(tmp_path: Path) -> None:
    infer = load_inference(str(write_tiny_inference(tmp_path / "nli")))
    first, second = infer([("The bridge is shut.", "The bridge is closed."), ("It rains.", "It rains.")])
    assert set(first) == {"entailment", "neutral", "contradiction"}
    assert sum(first.values()) == pytest.approx(1.0, abs=1e-4) and first != second


def test_a_model_of_another_kind_is_refused_with_a_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="NEWS_NLI_MODEL"):
        load_inference(str(write_tiny_inference(tmp_path / "scores", labels=("bad", "good", "fine"))))
    with pytest.raises(ModelError, match="NEWS_NLI_MODEL") as raised:
        load_inference(str(tmp_path / "nothing"))
    assert "\n" not in str(raised.value)
