"""The language model's own opinion on sentences and their quotes, and its translations of quotes: one question each."""

import re
from collections.abc import Callable, Sequence

from rag.context import defuse
from rag.errors import ModelFailed
from rag.generate import Message
from rag.inert import inert
from rag.prompts import JUDGE, TRANSLATE
from vectorstore.plain import one_line

# asks the model and gives its whole text; raises ModelFailed
Ask = Callable[[list[Message]], str]
# also as models like to write them: "**1.** no", "[1] **No.**"
LINE = re.compile(r"^[\s*_\[(]*(\d{1,3})[\].:)*_]*\s*(.+?)\s*$", re.MULTILINE)
NO = re.compile(r"[*_\s]*no\b", re.IGNORECASE)
# a translation that is so much longer than its quote is an answer, an excuse or an instruction obeyed
LONGEST_SHARE, LONGEST_MORE = 3, 80


def judge_pairs(ask: Ask, pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """Whether the model finds each sentence in its quote; True also where it does not say, or fails: code has found it there."""
    listed = [f"{number}. sentence: {_line(claim)}\n   quote: {_line(quote)}" for number, (claim, quote) in enumerate(pairs, start=1)]
    try:
        said = ask([("system", JUDGE), ("human", "\n".join(listed))])
    except ModelFailed:
        return [True] * len(pairs)
    denied = {int(number) for number, word in LINE.findall(said) if NO.match(word)}
    return [number not in denied for number in range(1, len(pairs) + 1)]


def translate_quotes(ask: Ask, quotes: Sequence[str], language: str) -> list[str | None]:
    """The model's translations, one for each quote, harmless; None where it gave none that can be one."""
    listed = [f"{number}. {_line(quote)}" for number, quote in enumerate(quotes, start=1)]
    try:
        said = ask([("system", TRANSLATE.format(language=language)), ("human", "\n".join(listed))])
    except ModelFailed:
        return [None] * len(quotes)
    found = {int(number): one_line(inert(text)) for number, text in LINE.findall(said)}
    return [_checked(quote, found.get(number)) for number, quote in enumerate(quotes, start=1)]


def _checked(quote: str, translation: str | None) -> str | None:
    if not translation or len(translation) > LONGEST_SHARE * len(quote) + LONGEST_MORE:
        return None
    return translation


def _line(text: str) -> str:
    return one_line(defuse(text))
