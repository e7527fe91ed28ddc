"""Asked in another language than the report is written in: by the names of the question one knows which report it is."""

from collections.abc import Sequence

from rag.matching import Word
from rag.scored import Scored, put_first
from rag.subject import is_of, names_among
from rag.words import language_of


def prefer_named(ranked: Sequence[Scored], words: Sequence[Word], question: str) -> list[Scored]:
    """The sentences; where the best one's passage lacks a name of the question, first those of another language whose passage has all.

    What is in the question's own language has more of its words, also where it is about something else.
    """
    asked_in, names = language_of(question), names_among(words, question)
    if not ranked or not names or asked_in is None or is_of(ranked[0].sentence.passage, names, question):
        return list(ranked)
    named = [one for one in ranked if one.sentence.language not in ("und", asked_in) and is_of(one.sentence.passage, names, question)]
    return put_first(named, ranked)
