"""Passages -> the sentences that answer, verbatim, or silence with its reason. No language model."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from langchain_core.documents import Document

from rag.across import prefer_named
from rag.choose import choose_sentences
from rag.compare import compare_reports
from rag.counted import keep_counting, prefer_counting
from rag.deeds import keep_deed, prefer_deed, with_deed
from rag.direct import direct_answer
from rag.evidence import cite
from rag.kinds import kind_of
from rag.likeness import weigh_words
from rag.matching import Word
from rag.messages import language_for, say
from rag.near import is_near, nearness
from rag.notes import add_notes
from rag.owndates import heed_dates
from rag.premise import find_contradiction
from rag.ranking import rank_sentences
from rag.reasons import with_reason
from rag.recency import asks_for_now
from rag.roles import find_holders
from rag.scored import Scored
from rag.silence import explain_silence
from rag.timeline import asks_for_timeline, subject_of, write_timeline
from rag.types import Citation, Draft, Point, Query, Silence
from rag.whose import keep_theirs
from vectorstore import Archive

# what is counted changes: of two numbers the newer one is still true
COUNTS = ("how many", "how much")
# a reader compares three sentences at a glance
MOST_QUOTES = 3


def quote_answer(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft:
    """A draft of quotes, best first, each with what it is there for; without an answer it says in `reason` and `silence` why.

    The first of these that the passages allow: the holders of an office, what contradicts the question, a course of events,
    reports that differ, and up to three sentences that answer.
    """
    with archive.moment():
        draft = find_holders(archive, query, passages) or _answer(archive, query, passages)
        return add_notes(archive, query, draft) if draft.quotes else draft


def find_answer(archive: Archive, query: Query, passages: Sequence[Document]) -> list[Scored]:
    """The sentences worth quoting, best first; none when the passages miss the question."""
    if not passages:
        return []
    words, ranked = _rank(archive, query, passages)
    return choose_sentences(_prefer(ranked, words, query), words, MOST_QUOTES) if is_near(archive, query, passages, ranked, words) else []


def how_near(archive: Archive, query: Query, passages: Sequence[Document]) -> float:
    """How far the passages are above the threshold of silence, in log odds; what is below 0 is not answered."""
    query = _without_course(query)
    words, ranked = _rank(archive, query, passages)
    return nearness(archive, query, passages, ranked, words)


def find_contradicting(archive: Archive, query: Query, passages: Sequence[Document]) -> Citation | None:
    """The quote that says the contrary of what the question takes for true; None when none does."""
    query = _without_course(query)
    words, ranked = _rank(archive, query, passages)
    found = find_contradiction(query, ranked, words)
    return None if found is None else cite(archive, found.sentence.passage, found.quoted)


def _rank(archive: Archive, query: Query, passages: Sequence[Document]) -> tuple[list[Word], list[Scored]]:
    """The question's words, weighed, and the passages' sentences, best first."""
    words = weigh_words(archive, query.text, passages)
    ranked = prefer_named(rank_sentences(archive, query, passages, words), words, query.question)
    ranked = keep_deed(heed_dates(keep_counting(ranked, words, query.question), query.question), words, query.question)
    return words, keep_theirs(ranked, query.question)


def _prefer(ranked: Sequence[Scored], words: Sequence[Word], query: Query) -> list[Scored]:
    """Those first that tell just what is asked for; whether anything answers is known before that."""
    return prefer_deed(prefer_counting(ranked, words, query.question), words, query.question)


def _without_course(query: Query) -> Query:
    """Of "how did the strike develop?" only the strike is looked for."""
    return replace(query, text=subject_of(query.text)) if asks_for_timeline(query.text) else query


def _answer(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft:
    is_course = asks_for_timeline(query.text)
    query = _without_course(query)
    passages = with_deed(archive, query, passages)
    words, ranked = _rank(archive, query, passages)
    contradiction = find_contradiction(query, ranked, words)
    if contradiction is not None:
        return _contradict(archive, query, contradiction)
    if not is_near(archive, query, passages, ranked, words):
        return explain_silence(archive, query, passages, find_answer)
    ranked = _prefer(ranked, words, query)
    timeline = write_timeline(archive, ranked) if is_course else None
    several = timeline or compare_reports(archive, query, ranked, words)
    chosen = choose_sentences(ranked, words, MOST_QUOTES)
    return several or _quote(archive, query, with_reason(chosen, ranked, MOST_QUOTES) if kind_of(query.question) == "why" else chosen)


def _contradict(archive: Archive, query: Query, one: Scored) -> Draft:
    draft = _cite_all(archive, [one])
    points = tuple(replace(point, standing="contradicts") for point in draft.points)
    return replace(draft, points=points, reason=say("contradicted", language_for(query.question)), silence=Silence("contradicted"))


def _quote(archive: Archive, query: Query, chosen: list[Scored]) -> Draft:
    """Best first; a question for the latest, whether something is so still, or how much of it is left, has the newest first."""
    kind = kind_of(query.question)
    if (query.period is not None and query.period.wants == "latest") or (kind in (*COUNTS, "whether") and asks_for_now(query)):
        chosen = sorted(chosen, key=lambda one: -(one.sentence.passage.metadata.get("published") or 0))
    draft = _cite_all(archive, chosen)
    if not draft.quotes:
        return draft
    best: Citation = draft.quotes[0]
    # the answer itself stands above the first quote; what others would add is not certain
    day = None if best.published is None else datetime.fromtimestamp(best.published.seconds, UTC).date()
    direct = direct_answer(kind, query.text, best.quote, best.language, day)
    return replace(draft, points=(replace(draft.points[0], direct=direct), *draft.points[1:]))


def _cite_all(archive: Archive, chosen: Sequence[Scored]) -> Draft:
    cited = [cite(archive, one.sentence.passage, one.quoted) for one in chosen]
    quotes = tuple(quote for quote in cited if quote is not None)
    return Draft(quotes=quotes, points=tuple(Point(number) for number in range(1, len(quotes) + 1)))
