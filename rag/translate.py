"""A question in the archive's other languages, written by the model, for search by words only: never in place of the user's words."""

import re
import time
from collections.abc import Callable, Sequence

from rag.errors import ModelFailed, Stopped
from rag.question import longest_line
from rag.words import language_of
from vectorstore import Archive

# so many of an archive's languages are asked in, each of at least this share of its articles: more would only lengthen the call
MOST_LANGUAGES, LEAST_SHARE = 3, 0.05
# questions whose translations are remembered by one chain
REMEMBERED = 256
# a model that failed so often one after the other is left alone for a while
FAILURES, REST_SECONDS = 2, 60.0
LINE = re.compile(r"^\W*([a-z]{2,3})\W{0,2}:\s*(\S.*)$")

# question and languages -> the model's text; may raise ModelFailed
AskInLanguages = Callable[[str, tuple[str, ...]], str]
Translate = Callable[[str, AskInLanguages], tuple[str, ...]]


def make_translator(archive: Archive, clock: Callable[[], float] = time.monotonic) -> Translate:
    """From a question, and a way to ask the model, to its translations into the archive's other main languages; it never raises.

    One call for each question and set of languages. When the model fails there are none; a model that failed twice in a row
    is not asked for a minute, for every question would wait for it.

    Args:
        clock: Seconds that only grow.
    """
    failures: list[float] = []
    remembered: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def translate(question: str, ask: AskInLanguages) -> tuple[str, ...]:
        languages = other_languages(archive, question)
        if (known := remembered.get((question, languages))) is not None:
            return known
        if not languages or (len(failures) >= FAILURES and clock() - failures[-1] < REST_SECONDS):
            return ()
        try:
            written = read_translations(ask(question, languages), languages, longest_line(question))
        except Stopped:
            return ()
        except ModelFailed:
            failures.append(clock())
            return ()  # search by the user's own words serves as well as it does without a model
        failures.clear()
        remembered[question, languages] = written
        if len(remembered) > REMEMBERED:
            # the oldest; another thread may have been faster
            remembered.pop(next(iter(remembered)), None)
        return written

    return translate


def other_languages(archive: Archive, question: str) -> tuple[str, ...]:
    """The main languages of the archive that the question is not in, most articles first."""
    counted = archive.count_languages()
    least = LEAST_SHARE * sum(number for _, number in counted)
    own = language_of(question)
    return tuple(language for language, number in counted if language not in ("und", own) and number >= least)[:MOST_LANGUAGES]


def read_translations(written: str, languages: Sequence[str], longest: int) -> tuple[str, ...]:
    """The lines `de: …` of a model's text, one for each language asked for; whatever else it wrote is left out."""
    found: dict[str, str] = {}
    for line in written.splitlines():
        match = LINE.match(line.strip())
        if match and match[1] in languages and len(match[2]) <= longest:
            found.setdefault(match[1], match[2].strip("\"'“”«» "))
    return tuple(found[language] for language in languages if found.get(language))
