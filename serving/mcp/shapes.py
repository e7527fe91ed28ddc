"""What the tools take and give; descriptions are read by the language model that calls them."""

from typing import Annotated

from pydantic import BaseModel, Field

from serving.api.shapes import ArticleSummary, Asked, Body, Citation, Limits, Question, Sentence, Understood


class SearchArguments(Limits):
    """What is looked for."""

    query: Annotated[Question, Field(description="Words, names or a whole sentence, in any language; 1 to 2,000 characters.")]
    limit: Annotated[int, Field(ge=1, le=20, description="How many passages at most.")] = 8


class AskArguments(Asked):
    """A question that stands by itself."""

    question: Annotated[Question, Field(description="A whole question, in any language, that needs no earlier one; to 2,000 characters.")]


class ArticleArguments(Body):
    """Which article, and from where on."""

    article_id: Annotated[str, Field(max_length=64, pattern=r"^[\w-]+$", description="As a passage or a citation names it.")]
    version: Annotated[int | None, Field(ge=1, le=2**31, description="The current one when it is left out.")] = None
    start: Annotated[int, Field(ge=0, le=2**31, description="Where to begin, in characters: `next_start` of the part before.")] = 0


class NewsAnswer(BaseModel):
    """An answer whose every citation was checked; `[1]` in `answer` is the first of `citations`. Without one, `reason` says why."""

    answer: str
    abstained: bool
    reason: str | None
    citations: list[Citation]
    sentences: list[Sentence]
    understood: Understood
    model: Annotated[str | None, Field(description="What wrote the answer; null when it consists of quotes.")]


class ArticlePart(ArticleSummary):
    """A version of an article; `text` begins at `start`, and goes on at `next_start` unless that is null."""

    text: str
    start: int
    next_start: int | None
    characters: Annotated[int, Field(description="Of the whole text.")]
    current: Annotated[bool, Field(description="False: a later version has replaced this one.")]
    corrections: list[str]
    agencies: list[str]
    copies: Annotated[int, Field(description="Further articles that print the same text.")]
