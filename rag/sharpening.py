"""Which checks the settings ask for, and what the language model adds to a checked answer."""

from dataclasses import replace
from functools import partial

from rag.checks import Checks
from rag.errands import Errands
from rag.inference import load_inference
from rag.judging import judge_pairs, translate_quotes
from rag.settings import AnswerSettings
from rag.types import Answer

# as a model is told; it knows the names better than the codes
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


def build_checks(settings: AnswerSettings) -> Checks:
    """Loads the inference model when one is named. Raises ModelError when it cannot be had."""
    return Checks(settings.strict, load_inference(settings.nli_model) if settings.nli_model else None)


def judge_with(checks: Checks, errands: Errands) -> Checks:
    """The checks, and the language model's own opinion when it is wanted."""
    return replace(checks, judge=partial(judge_pairs, errands.ask)) if errands.settings.model_judges else checks


def translate_answer(answer: Answer, errands: Errands) -> Answer:
    """The answer with a translation beside each quote that is in another language than the question; one call for all."""
    language = answer.language or "en"
    foreign = [place for place, citation in enumerate(answer.citations) if citation.language not in ("und", language)]
    if not foreign or language not in LANGUAGES:
        return answer
    translated = translate_quotes(errands.ask, [answer.citations[place].quote for place in foreign], LANGUAGES[language])
    citations = list(answer.citations)
    for place, translation in zip(foreign, translated, strict=True):
        citations[place] = replace(citations[place], translation=translation)
    return replace(answer, citations=tuple(citations))
