"""Passages -> the sentences that answer, verbatim, or silence with its reason. No language model."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from langchain_core.documents import Document

from rag.describe import describe_days, describe_period
from rag.evidence import Sentence, Word, cite, coverage, facts_of, match, sentences_of, similarities, terms_of, words_in
from rag.question import forget_time
from rag.types import Draft, Query
from rag.words import asks_ahead, expected_kind, language_of, years_in
from vectorstore import Archive, SearchFilter, TermWeights
from vectorstore.terms import word_terms

NOTHING_FOUND = "The archive holds nothing on this."
NOTHING_NEAR = "Nothing in the archive is near enough to this question to be an answer."

# A sentence answers when held, held_around and similarity weigh this much together. Found on XQuAD with all-MiniLM-L6-v2: questions
# on its 48 articles, each asked with its paragraph in the archive and without (then paragraphs of the same article tempt). One half of
# the articles gave the weights, those of a logistic regression in its proportions, and the threshold: the highest tenth that keeps nine
# answers of ten over English, German and Spanish. On the other half it keeps .99 of 145 in English, .93 of 157 in German and .97 of 148
# in Spanish, and refuses .72, .78 and .62 of the same questions without their paragraph.
NEAR = 1.0
# where question and sentence are in different languages most words cannot be found, and their absence tells less: the lowest tenth
# that refuses two of three on the first half, both ways between English and German; on the other it keeps .52 and .32, refuses .79 and .90
NEAR_ACROSS = 0.6
HELD_WEIGHT, AROUND_WEIGHT = 0.65, 0.75
# another article's sentence stands beside the best when it scores nearly as well
NEARLY = 0.85
# a sentence that holds this much less of the question's words than another has its date, name or number from something else
KIND_SLACK = 0.3

# a reader compares three sentences at a glance
MOST_QUOTES = 3
# passages that are looked through for an answer outside the chosen limits
OUTSIDE = 8
# sentences that are embedded for one question: a second on a slow processor
CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence as an answer.

    Attributes:
        held: Share of the weight of the question's words that it holds.
        held_around: The same for its passage, with title, source and date.
        similarity: Cosine with the question, 0 for unrelated and 1 for equal texts.
        score: All together, to compare within one question.
        words: The question's words that it holds.
    """

    sentence: Sentence
    held: float
    held_around: float
    similarity: float = 0.0
    score: float = 0.0
    words: frozenset[str] = frozenset()

    @property
    def nearness(self) -> float:
        """Comparable between questions."""
        return HELD_WEIGHT * self.held + AROUND_WEIGHT * self.held_around + self.similarity


def quote_answer(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft:
    """A draft of up to three quotes from different articles, best first; without quotes it says in `reason` why.

    A question for the latest has the newest of what answers it first.
    """
    near = near_sentences(archive, query, passages)
    if not near:
        return Draft(reason=_why_silent(archive, query, passages))
    chosen = _choose(near, weigh_words(archive, query.text, passages))
    if query.period is not None and query.period.wants == "latest":
        chosen.sort(key=lambda one: -(one.sentence.passage.metadata.get("published") or 0))
    cited = [cite(archive, one.sentence.passage, one.sentence.span) for one in chosen[:MOST_QUOTES]]
    quotes = tuple(quote for quote in cited if quote is not None)
    return Draft(quotes=quotes) if quotes else Draft(reason=NOTHING_FOUND)


def near_sentences(archive: Archive, query: Query, passages: Sequence[Document]) -> list[Scored]:
    """The sentences that are about the question, best answer first."""
    if not passages:
        return []
    if not years_held(query.text, passages):
        return []
    scored = score_sentences(archive, query, passages)
    asked_in = language_of(query.question)
    # the best sentence itself must be near: one further down that is says that the passages miss the question
    return [one for one in scored if is_near(one, asked_in)] if scored and is_near(scored[0], asked_in) else []


def years_held(text: str, passages: Sequence[Document]) -> bool:
    """Whether each year that a question names stands in some passage, its title or its date.

    On the second half of XQuAD this refuses up to .007 more of what should be, and not one answer more.
    """
    named = set(years_in(text))
    return not named or named <= {year for passage in passages for year in years_in(facts_of(passage))}


def score_sentences(archive: Archive, query: Query, passages: Sequence[Document]) -> list[Scored]:
    """The passages' sentences, best answer first."""
    words = weigh_words(archive, query.text, passages)
    rough: list[Scored] = []
    for rank, passage in enumerate(passages):
        language = passage.metadata["language"]
        around = coverage(words, terms_of(facts_of(passage), language))
        for sentence in sentences_of(passage, rank):
            terms = terms_of(sentence.text, language)
            held = frozenset(word.written for word in words if match(word, terms))
            rough.append(Scored(sentence, coverage(words, terms), around, words=held))
    rough.sort(key=lambda one: (-one.held - one.held_around - 0.5 / (1 + one.sentence.rank), one.sentence.rank, one.sentence.span))
    return sorted(_score(archive, query, rough[:CANDIDATES]), key=lambda one: -one.score)


def is_near(one: Scored, asked_in: str | None) -> bool:
    """Whether a sentence is about the question at all."""
    language = one.sentence.passage.metadata["language"]
    crosses = asked_in is not None and language != "und" and language != asked_in
    return one.nearness >= (NEAR_ACROSS if crosses else NEAR)


def weigh_words(archive: Archive, text: str, passages: Sequence[Document]) -> list[Word]:
    """The question's words with their weight in this archive: rare ones decide, and one that no passage has weighs most."""
    weights = archive.weigh(text)
    languages = sorted({str(passage.metadata["language"]) for passage in passages})
    return [replace(word, weight=_weight(word, weights, languages)) for word in words_in(text)]


def _weight(word: Word, weights: TermWeights, languages: Sequence[str]) -> float:
    # another language's stemmer makes a stem that nobody has of a common word: the commonest stem tells
    stems = [term for language in languages for term in word_terms(word.written, language)]
    return min((weights.words[stem] for stem in stems if stem in weights.words), default=1.0)


def _score(archive: Archive, query: Query, rough: Sequence[Scored]) -> list[Scored]:
    """With the similarity to the question and the fitness of its kind."""
    cosines = similarities(archive, query.text, [one.sentence for one in rough])
    most = max((one.held for one in rough), default=0.0) or 1.0
    full: list[Scored] = []
    for one, similarity in zip(rough, cosines, strict=True):
        kind = _fitness(query.question, one) * min(1.0, one.held / most + KIND_SLACK)
        # in the proportions of a conditional logit over the sentences of each question, on the same half of XQuAD
        score = one.held + 0.75 * one.held_around + 0.9 * similarity + 0.3 * kind + 0.4 / (1 + one.sentence.rank)
        full.append(replace(one, similarity=similarity, score=score))
    return full


def _fitness(question: str, one: Scored) -> float:
    """1 for a sentence that holds what the question asks for, else 0; -1 when it only names the past of what is to come."""
    published = one.sentence.passage.metadata.get("published")
    years = years_in(one.sentence.text)
    if published is not None and years and asks_ahead(question) and max(years) < datetime.fromtimestamp(published, UTC).year:
        return -1.0
    asks_for = expected_kind(question)
    return 1.0 if asks_for is None or asks_for(one.sentence.text) else 0.0


def _choose(scored: Sequence[Scored], words: Sequence[Word]) -> list[Scored]:
    """The best sentence of each article, as long as it is nearly as good as the best of all; a copied sentence counts once.

    It also holds the rarest word of the question that the best one holds: what they share is what was asked.
    """
    held = [word for word in words if word.written in scored[0].words]
    most = max((word.weight for word in held), default=0.0)
    needed = {word.written for word in held if word.weight == most}
    chosen: list[Scored] = []
    for one in scored:
        if one.score < NEARLY * scored[0].score:
            break
        same = any(one.sentence.article_id == other.sentence.article_id or one.sentence.text == other.sentence.text for other in chosen)
        if not same and (not needed or not needed.isdisjoint(one.words)):
            chosen.append(one)
    return chosen


def _why_silent(archive: Archive, query: Query, passages: Sequence[Document]) -> str:
    if query.period is not None and query.period.hard:
        outside = _published_outside(archive, forget_time(query))
        if outside:
            return f"Nothing {describe_period(query.period)} answers this; {outside}."
    if not query.filter:
        return NOTHING_NEAR if passages else NOTHING_FOUND
    free = replace(query, filter=SearchFilter(), period=None)
    outside = _published_outside(archive, free)
    if outside:
        return f"Nothing within the chosen {_name_limits(query.filter)} answers this; {outside}."
    return NOTHING_NEAR if passages or archive.search(free.text, k=1) else NOTHING_FOUND


def _published_outside(archive: Archive, free: Query) -> str | None:
    """When that was published which answers with fewer limits; None when nothing does."""
    passages = archive.search(free.text, free.filter or None, k=OUTSIDE)
    near = near_sentences(archive, free, passages)
    if not near:
        return None
    times = [one.sentence.passage.metadata.get("published") for one in _choose(near, weigh_words(archive, free.text, passages))]
    days = sorted(datetime.fromtimestamp(time, UTC).date() for time in times if time is not None)
    when = f"was published {describe_days(days[0], days[-1])}" if days else "has no known date"
    return f"what the archive holds on it {when}"


def _name_limits(filter: SearchFilter) -> str:
    names = [("dates", filter.is_dated), ("sources", filter.sources), ("languages", filter.languages)]
    *others, last = [name for name, given in names if given]
    return f"{', '.join(others)} and {last}" if others else last
