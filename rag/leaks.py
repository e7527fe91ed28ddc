"""What a model was told or trusted with and must not pass on: our instructions to it, and keys."""

import os
import re
from collections.abc import Iterator

from rag.prompts import ANSWER, CONDENSE, IN_LANGUAGES, JUDGE, TRANSLATE
from vectorstore.terms import WORD, fold

# so many words in a row are no chance: an article that talks about answering questions shares five or six
RUN = 8
# environment variables that hold secrets, and how long one is at least
SECRET_NAME = re.compile(r"(?:KEY|TOKEN|SECRET|PASSWORD)$")
SHORTEST_SECRET = 8
# keys of the providers in use, whoever's they are; with a digit, else the "PK-Teilnehmerinnen" of a press conference would be one
KEY = re.compile(r"\b(?:sk|pk|rk)-(?=[\w-]*\d)[\w-]{12,}|\bAIza[\w-]{20,}|\bBearer\s+(?=[\w.~+/-]*\d)[\w.~+/-]{12,}", re.IGNORECASE)


def leaks(text: str) -> bool:
    """Whether a text repeats our instructions or holds a key.

    >>> leaks("You answer questions for journalists from passages of a news archive."), leaks("The bridge is closed.")
    (True, False)
    """
    if KEY.search(text) or any(secret in text for secret in _secrets()):
        return True
    return not _RUNS.isdisjoint(_runs(text))


def _secrets() -> Iterator[str]:
    for name, value in os.environ.items():
        if SECRET_NAME.search(name) and len(value) >= SHORTEST_SECRET:
            yield value


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [fold(word) for word in WORD.findall(text)]
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


_RUNS = frozenset(run for prompt in (ANSWER, CONDENSE, IN_LANGUAGES, JUDGE, TRANSLATE) for run in _runs(prompt))
