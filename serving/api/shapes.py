"""What the API takes and gives, as JSON. Dates are ISO 8601, no finer than they are known; null is unknown."""

from collections.abc import Mapping
from typing import Annotated, Any

from langchain_core.documents import Document
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from rag import Answer, Query, Turn, describe_period, to_json
from rag.period import limit_filter
from vectorstore import GENRES, SearchFilter, Timestamp, Version

Question = Annotated[str, Field(min_length=1, max_length=2000, description="1 to 2,000 characters.")]
Day = Annotated[str | None, Field(max_length=40, description="2025-02-13 or 2025-02-13T08:00:00Z.")]
# what has no address has "" inside
Address = Annotated[str | None, BeforeValidator(lambda url: url or None)]
Names = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=50)]


class Body(BaseModel):
    # a misspelt name is told instead of doing nothing
    model_config = ConfigDict(extra="forbid")


class Limits(Body):
    """What may be found."""

    since: Annotated[Day, Field(description="Published on this day or later: 2025-02-13, or 2025-02-13T08:00:00Z.")] = None
    until: Annotated[Day, Field(description="Published before this day or moment.")] = None
    as_of: Annotated[Day, Field(description="The archive as it stood on this day: versions that were current then.")] = None
    sources: Annotated[Names, Field(description="Papers, by the names that passages show as their source.")] = []
    languages: Annotated[Names, Field(description="Languages of articles: en, de, fr, …")] = []
    genres: Annotated[Names, Field(description=f"Kinds of text: {', '.join(GENRES)}.")] = []

    def to_filter(self) -> SearchFilter:
        """Raises ValueError when a moment cannot be read, or a genre is none."""
        return SearchFilter(self.since, self.until, self.as_of, tuple(self.sources), tuple(self.languages), tuple(self.genres))


class Asked(Limits):
    """A question that stands by itself, and what may be found."""

    question: Question
    any_time: Annotated[bool, Field(description="Whether times in the question, such as last week, limit nothing.")] = False
    any_source: Annotated[bool, Field(description="Whether papers in the question, such as according to Reuters, limit nothing.")] = False
    any_language: Annotated[bool, Field(description="Whether languages in the question, such as in German papers, limit nothing.")] = False

    def to_state(self) -> dict[str, Any]:
        wanted = ("period", self.any_time), ("sources", self.any_source), ("languages", self.any_language)
        ignore = tuple(limit for limit, ignored in wanted if ignored)
        return {"question": self.question, "filter": self.to_filter(), "ignore": ignore}


class PastTurn(Body):
    question: Annotated[str, Field(max_length=2000)]
    answer: Annotated[str, Field(max_length=20_000)]


class AskBody(Asked):
    """A question, what was said before it, and what may be found."""

    history: Annotated[list[PastTurn], Field(max_length=30, description="Earlier turns, oldest first.")] = []
    stream: Annotated[bool, Field(description="Whether the answer comes as server-sent events.")] = False

    def to_state(self) -> dict[str, Any]:
        return {**super().to_state(), "history": [Turn(turn.question, turn.answer) for turn in self.history]}


class Understood(BaseModel):
    """How the question was read: `text` is what was looked for, `period` in words what its times let be found.

    `sources` and `languages` are those that its words ask to be answered from.
    """

    text: str
    period: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    sources: list[str] = []
    languages: list[str] = []


class Passage(BaseModel):
    """A stretch of an article's text; `text == article.text[start:end]` of that version. Scores compare within one reply only."""

    id: str
    text: str
    start: int
    end: int
    article_id: str
    version: int
    title: str
    url: Address
    source: str
    language: str
    published: str | None = None
    genre: str | None = None
    score: float | None = None


class Citation(BaseModel):
    """A verbatim quote: `quote == article.text[start:end]` of that version."""

    quote: str
    start: int
    end: int
    article_id: str
    version: int
    title: str
    url: Address
    source: str
    published: str | None
    language: str
    translation: str | None
    suspicious: bool


class Sentence(BaseModel):
    text: str
    start: int
    end: int
    verdict: str
    reason: str | None
    citations: list[int]


class Point(BaseModel):
    number: int
    standing: str
    direct: list[str]
    sources: int
    copies: int
    notes: list[str]


class Silence(BaseModel):
    kind: str
    first: str | None
    last: str | None


class Usage(BaseModel):
    input_tokens: int
    output_tokens: int


class AnswerReply(BaseModel):
    """An answer whose every citation was checked; `[1]` in `answer` is the first of `citations`."""

    question: str
    answer: str
    abstained: bool
    reason: str | None
    silence: Silence | None
    direct: list[str]
    form: str
    points: list[Point]
    citations: list[Citation]
    sentences: list[Sentence]
    model: str | None
    language: str | None
    usage: Usage | None
    understood: Understood


class SearchReply(BaseModel):
    """The best passages, best first; `undated` articles without a known date cannot be found with these dates."""

    passages: list[Passage]
    undated: int = 0


class ArticleSummary(BaseModel):
    article_id: str
    version: int
    title: str
    url: str | None
    source: str
    language: str
    authors: list[str]
    section: str | None
    genre: str | None
    published: str | None
    published_from: Annotated[str | None, Field(description="Where the date was read: json-ld, meta, feed, byline, …")]
    updated: str | None
    fetched: str | None


class ArticleList(BaseModel):
    """Articles, the latest first. `next` is the `offset` of the next page; null on the last one."""

    articles: list[ArticleSummary]
    next: int | None


class Change(BaseModel):
    """What a version changed against the one before it, sentence by sentence."""

    added: list[str]
    removed: list[str]


class ArticleReply(ArticleSummary):
    """One version of an article, whole."""

    text: str
    current: bool
    corrections: list[str]
    agencies: list[str]
    metadata: dict[str, str]
    copies: Annotated[int, Field(description="Further articles that print the same text.")]
    changes: Change | None


def to_understood(query: Query, language: str | None = None) -> Understood:
    period = query.period if query.period is not None and query.period.hard else None
    limits = limit_filter(SearchFilter(), period) if period is not None else SearchFilter()
    times = {name: None if (moment := getattr(limits, name)) is None else str(moment) for name in ("since", "until", "as_of")}
    return Understood(
        text=query.text,
        period=describe_period(period, language or "en") if period else None,
        sources=list(query.outlets.sources),
        languages=list(query.outlets.languages),
        **times,
    )


def to_passage(passage: Document) -> Passage:
    facts = dict(passage.metadata)
    seconds = facts.get("published")
    published = None if seconds is None else str(Timestamp(seconds, "second", "given"))
    known = {name: facts[name] for name in Passage.model_fields if name in facts and name != "published"}
    return Passage(id=passage.id or "", text=passage.page_content, published=published, **known)


def to_reply(question: str, answer: Answer, query: Query) -> AnswerReply:
    told: Mapping[str, Any] = to_json(question, answer)
    return AnswerReply(**{**told, "understood": to_understood(query, answer.language)})


def to_summary(version: Version) -> ArticleSummary:
    article = version.article
    return ArticleSummary(
        article_id=version.article_id,
        version=version.number,
        title=article.title,
        url=article.url,
        source=article.source,
        language=article.language,
        authors=list(article.authors),
        section=article.section,
        genre=article.genre,
        published=_time(article.published),
        published_from=article.published.provenance if article.published else None,
        updated=_time(article.updated),
        fetched=_time(article.fetched),
    )


def _time(time: Timestamp | None) -> str | None:
    return None if time is None else str(time)
