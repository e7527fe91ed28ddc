"""Passages -> the sentences that answer, verbatim, or silence with its reason. No language model."""

from collections.abc import Sequence

from langchain_core.documents import Document

from rag.choose import Scored, choose_sentences, rank_sentences, weigh_words
from rag.evidence import cite
from rag.near import is_near
from rag.roles import find_holders
from rag.silence import explain_silence
from rag.types import Draft, Point, Query
from vectorstore import Archive

# a reader compares three sentences at a glance
MOST_QUOTES = 3


def quote_answer(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft:
    """A draft of up to three quotes, best first; without quotes it says in `reason` and `silence` why.

    A question for the latest has the newest of what answers it first.
    """
    holders = find_holders(archive, query, passages)
    if holders is not None:
        return holders
    chosen = find_answer(archive, query, passages)
    if not chosen:
        return explain_silence(archive, query, passages, find_answer)
    if query.period is not None and query.period.wants == "latest":
        chosen.sort(key=lambda one: -(one.sentence.passage.metadata.get("published") or 0))
    return _quote(archive, chosen)


def find_answer(archive: Archive, query: Query, passages: Sequence[Document]) -> list[Scored]:
    """The sentences worth quoting, best first; none when the passages miss the question."""
    if not passages:
        return []
    ranked = rank_sentences(archive, query, passages)
    words = weigh_words(archive, query.text, passages)
    return choose_sentences(ranked, words, MOST_QUOTES) if is_near(archive, query, passages, ranked, words) else []


def _quote(archive: Archive, chosen: Sequence[Scored]) -> Draft:
    cited = [cite(archive, one.sentence.passage, one.quoted) for one in chosen]
    quotes = tuple(quote for quote in cited if quote is not None)
    return Draft(quotes=quotes, points=tuple(Point(number) for number in range(1, len(quotes) + 1)))
