"""Questions that may follow an answer, from what was found: no model needed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from chat.conversation import Exchange
from rag import Answer
from rag.words import FUNCTION_WORDS
from vectorstore import fold
from vectorstore.plain import one_line
from vectorstore.terms import WORD

MOST = 3
LONGEST_TITLE = 90
# words of matter that a headline has in common with the answer: one is chance, "port", two are a topic, "port", "strike"
SHARED = 2
# letters that forms of a word share, in most languages that have endings
STEM = 5
# two or three capitalised words that stand together, as names of people do
NAME = re.compile(
    r"(?<![\w.])[^\W\d_a-zà-ÿа-я][^\W\d_]+(?: (?:(?:von|van|de|der|den|del|di|du|la|le|bin|al) )?[^\W\d_a-zà-ÿа-я][^\W\d_]+){1,4}"
)
# endings of German adjectives, which are written with a capital in names of things
INFLECTED = re.compile(r"(?:en|es|em|er|e)$")
WHO: dict[str, tuple[str, str]] = {
    "en": ("What is said about {}?", "What is the latest on {}?"),
    "de": ("Was wird über {} gesagt?", "Was ist das Neueste über {}?"),
    "fr": ("Que dit-on de {} ?", "Quelles sont les dernières nouvelles de {} ?"),
    "es": ("¿Qué se dice de {}?", "¿Qué es lo último sobre {}?"),
}


def suggest(exchange: Exchange, answer: Answer) -> tuple[str, ...]:
    """Up to three: about whom the quotes name and the question does not, then headlines of other articles on the same topic.

    What was found and shares no matter with the answer is not offered; after silence nothing is.

    Args:
        exchange: With what was found around the answer.
    """
    language = answer.language if answer.language in WHO else "en"
    about, latest = WHO[language or "en"]
    names = _names(exchange.question, answer)
    asked = [about.format(name) for name in names[:1]] + [latest.format(name) for name in names[1:2]]
    titles = _titles(exchange, answer)
    return tuple(dict.fromkeys([*asked, *titles]))[:MOST]


def _names(question: str, answer: Answer) -> list[str]:
    """Those that most quotes hold first."""
    counts: Counter[str] = Counter()
    for citation in answer.citations:
        counts.update(dict.fromkeys(_people(citation.quote, citation.language), 1))
    lowered = question.lower()
    return [name for name, _ in counts.most_common() if name.split()[-1].lower() not in lowered]


def _people(quote: str, language: str) -> Iterable[str]:
    for found in NAME.finditer(quote):
        # in German an office stands before the name: Außenminister Marco Rubio
        words = found[0].split()[-2 if language == "de" else 0 :]
        # the first word of a sentence is written with a capital whatever it is
        if len(words) > 3 or words[0].lower() in FUNCTION_WORDS:
            continue
        if not words[0][0].isupper() or not words[-1][0].isupper():
            continue  # a script without capitals
        if language == "de" and INFLECTED.search(words[0]):
            continue
        yield " ".join(words)


def _titles(exchange: Exchange, answer: Answer) -> Iterator[str]:
    quoted = {citation.article_id for citation in answer.citations}
    seen = {citation.title for citation in answer.citations}
    topic = _matter(" ".join(text for citation in answer.citations for text in (citation.title, citation.quote)))
    for found in exchange.found:
        title = one_line(found.title)
        on_topic = len(_matter(title) & topic) >= SHARED
        if on_topic and found.article_id not in quoted and title and title not in seen and len(title) <= LONGEST_TITLE:
            seen.add(title)
            yield title


def _matter(text: str) -> set[str]:
    """The beginnings of its words that carry matter, years and other numbers not among them."""
    words = (fold(word) for word in WORD.findall(text))
    return {word[:STEM] for word in words if len(word) > 2 and word not in FUNCTION_WORDS and not word.isdigit()}
