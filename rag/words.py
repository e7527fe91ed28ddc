"""Words that carry a question's form, not its matter, in English, German, French and Spanish."""

import re

from vectorstore.function_words import FUNCTION_WORDS as FUNCTION_WORDS
from vectorstore.function_words import language_of as language_of
from vectorstore.terms import WORD, fold

_INTERROGATIVE = """
who whom whose what which when where why how wer wen wem wessen was welche welcher welches welchen welchem wann wo woher wohin warum
wieso weshalb wie qui que quoi quel quelle quels quelles quand où comment pourquoi combien quién quiénes qué cuál cuáles cuándo
dónde cómo cuánto cuántos cuánta cuántas is are was were did does do has have can will ist sind war hat haben gibt est sont es son
fue hay
"""
INTERROGATIVES = frozenset(fold(word) for word in _INTERROGATIVE.split())

_PRONOUN = """
he him his she her they them their it its er ihn ihm ihr ihre ihnen sein seine dessen deren il elle ils elles lui leur él ella ellos ellas
"""
# "seine" is also a river and "sein" a verb, "su" and "sa" stand in most sentences: a false alarm only adds the words of the last question
PRONOUNS = frozenset(fold(word) for word in _PRONOUN.split())

# a capital inside a sentence: a name, and in German any noun
CAPITAL = re.compile(r"(?<![.!?…:“\"'»]\s)(?<!^)\b[A-ZÄÖÜÉÈÀÇÑÁÍÓÚŁŠŽ][\w’'-]+")
# 谁 who, 什么 what, 哪 which, 多少 how many, 为什么 why, … and the commonest particles, in scripts without spaces
UNSPACED_FORM = re.compile(
    "谁|是谁|什么时候|什么|哪里|哪些|哪个|哪|何时|何|多少|为什么|怎么|如何|吗|呢|的|是|了|在|有|だれ|誰|何|いつ|どこ|なぜ|です|ですか|は|が|を|に|の"
)


# when-questions about what is still to come: "when will", "is due", "wann soll", "quand ouvrira", "cuándo estará"
_AHEAD = re.compile(
    r"\bwhen (?:will|shall)\b|\bwhen (?:is|are)\b.*\b(?:due|expected|to)\b|\bwann (?:wird|werden|soll|sollen)\b(?!.*\bworden\b)"
    r"|\bquand\b.*\b(?:va|vont|doit|doivent|(?!op[eé]ra|cam[eé]ra)\w+(?:era|ira|ura|rra|vra|ront)|sera|seront|aura|auront|ira|iront)\b"
    # with its accent: "obra" and "carrera" are no verbs
    r"|\bcu[aá]ndo\b.*(?:\bvan? a|\bdeben?|\w{2,}rán?)\b",
    re.IGNORECASE,
)
THOUSANDS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f](?=\d{3}(?!\d))")
YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d]|[.,]\d)")


def asks_ahead(question: str) -> bool:
    """Whether a question asks when something will be.

    >>> [asks_ahead(text) for text in ("When will it open?", "Wann wird es fertig?", "When did it open?")]
    [True, True, False]
    """
    return _AHEAD.search(question) is not None


def years_in(text: str) -> list[int]:
    """Numbers that may be years, in order; 1,500 of anything is one too, however it is written."""
    return [int(found) for found in YEAR.findall(THOUSANDS.sub("", text))]


def words_of(text: str) -> list[str]:
    """Folded words, in order."""
    if text.isascii():
        # the same, at once
        return WORD.findall(text.lower())
    return [fold(word) for word in WORD.findall(text)]


def matter(text: str) -> list[str]:
    """The words that say what a question is about, as written, each once; all its words when none does."""
    words = list(dict.fromkeys(WORD.findall(text)))
    # "US" and "WHO" are names although "us" and "who" are not
    kept = [word for word in words if fold(word) not in FUNCTION_WORDS or (word.isupper() and len(word) > 1 and not text.isupper())]
    return kept or words
