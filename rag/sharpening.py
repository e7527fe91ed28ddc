"""Which checks the settings ask for, and what the language model adds to a checked answer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from langchain_core.messages import BaseMessage

from rag.checks import Checks
from rag.generate import write_whole
from rag.inference import load_inference
from rag.judging import judge_pairs, translate_quotes
from rag.proof import Usage
from rag.settings import AnswerSettings
from rag.types import Answer

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# as a model is told; it knows the names better than the codes
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


def build_checks(model: "BaseChatModel | None", settings: AnswerSettings) -> Checks:
    """Loads the inference model when one is named. Raises ModelError when it cannot be had."""
    infer = load_inference(settings.nli_model) if settings.nli_model else None
    if model is None or not settings.model_judges:
        return Checks(settings.strict, infer)

    def judge(pairs: Sequence[tuple[str, str]]) -> list[bool]:
        return judge_pairs(lambda messages: write_whole(model, messages, settings).text, pairs)

    return Checks(settings.strict, infer, judge)


def translate_answer(answer: Answer, model: "BaseChatModel", settings: AnswerSettings) -> Answer:
    """The answer with a translation beside each quote that is in another language than the question; one call for all."""
    language = answer.language or "en"
    foreign = [place for place, citation in enumerate(answer.citations) if citation.language not in ("und", language)]
    if not foreign or language not in LANGUAGES:
        return answer
    used: list[Usage] = []

    def ask(messages: list[BaseMessage]) -> str:
        words = write_whole(model, messages, settings)
        used.append(words.usage)
        return words.text

    translated = translate_quotes(ask, [answer.citations[place].quote for place in foreign], LANGUAGES[language])
    citations = list(answer.citations)
    for place, translation in zip(foreign, translated, strict=True):
        citations[place] = replace(citations[place], translation=translation)
    usage = sum(used, answer.usage or Usage())
    return replace(answer, citations=tuple(citations), usage=usage or None)
