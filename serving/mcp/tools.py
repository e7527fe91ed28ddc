"""The tools: search, ask, read. They change nothing."""

from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final

import anyio.to_thread
from mcp.server import ServerRequestContext
from pydantic import BaseModel
from starlette.types import Scope

from rag import Answer, Query
from serving.api.errors import Refusal
from serving.api.running import run_chain
from serving.api.shapes import SearchReply, to_passage, to_reply, to_summary
from serving.caller import caller_of
from serving.mcp.shapes import ArticleArguments, ArticlePart, AskArguments, NewsAnswer, SearchArguments
from serving.rates import SCOPE_KEY, TOO_MANY, Rates
from serving.service import Service

Context = ServerRequestContext[Any, Any]
# of an article's text at once: about 5,000 tokens
PART_CHARACTERS: Final = 20_000


@dataclass(frozen=True, slots=True)
class NewsTool:
    """A tool as a model sees it, and what does its work: `run` takes what `takes` has checked, and gives what `gives` describes."""

    name: str
    title: str
    description: str
    takes: type[BaseModel]
    gives: type[BaseModel]
    run: Callable[[Service, Any, Context], Awaitable[BaseModel]]  # what `takes` is differs from tool to tool


async def search_news(service: Service, arguments: SearchArguments, context: Context) -> SearchReply:
    filter = arguments.to_filter()

    def search() -> SearchReply:
        found = service.archive.search(arguments.query, filter, arguments.limit)
        return SearchReply(passages=[to_passage(passage) for passage in found], undated=service.archive.undated(filter))

    return await anyio.to_thread.run_sync(search)


async def ask_news(service: Service, arguments: AskArguments, context: Context) -> NewsAnswer:
    scope = scope_of(context)
    rates = scope.get(SCOPE_KEY)
    if isinstance(rates, Rates) and await anyio.to_thread.run_sync(rates.take, caller_of(scope).name) > 0:
        raise Refusal(429, "too_many_requests", TOO_MANY)
    whole: dict[str, Any] = {}
    async with aclosing(run_chain(service, scope, arguments.to_state())) as parts:
        async for part in parts:
            whole |= part
            if "query" in part:
                await context.session.report_progress(1, 3, f"looking for: {part['query'].text}")
            if "passages" in part:
                await context.session.report_progress(2, 3, f"{len(part['passages'])} passages found")
    query, answer = whole["query"], whole["answer"]
    assert isinstance(query, Query) and isinstance(answer, Answer)
    told = to_reply(arguments.question, answer, query)
    return NewsAnswer(**{name: getattr(told, name) for name in NewsAnswer.model_fields})


async def get_article(service: Service, arguments: ArticleArguments, context: Context) -> ArticlePart:
    def read() -> ArticlePart:
        found = service.archive.get_article(arguments.article_id, arguments.version)
        whole, start = found.article.text, arguments.start
        if start and start >= len(whole):
            raise ValueError(f"start {start} is beyond the text, which has {len(whole)} characters; begin with 0")
        end = start + PART_CHARACTERS
        return ArticlePart(
            **to_summary(found).model_dump(),
            text=whole[start:end],
            start=start,
            next_start=end if end < len(whole) else None,
            characters=len(whole),
            current=found.current,
            corrections=list(found.article.corrections),
            agencies=list(found.article.agencies),
            copies=len(service.archive.cluster_of(arguments.article_id).articles) - 1,
        )

    return await anyio.to_thread.run_sync(read)


def scope_of(context: Context) -> Scope:
    """The request that a call came with; over the program's own streams there is none, and whoever started it is the caller."""
    return {} if context.request is None else context.request.scope


TOOLS: Final = (
    NewsTool(
        "search_news",
        "Search the archive of news",
        "Finds the passages of a private archive of news that are nearest to a text, best first, each word for word with its article, "
        "source, date and address. For seeing what the archive holds and gathering material; ask_news answers a question. Times in the "
        "query's words limit nothing: set since and until. A published of null means that the date is not known.",
        SearchArguments,
        SearchReply,
        search_news,
    ),
    NewsTool(
        "ask_news",
        "Ask the archive of news",
        "Answers a question from a private archive of news. Each sentence is bound to verbatim quotes that were checked: [1] is the first "
        "of citations, with its article, version, date and address. Quotes stay in the language of their article. Times, papers and "
        "languages in the question (last week, according to Reuters) limit what is found, and understood says how; any_time, any_source "
        "and any_language take that back. When abstained is true the "
        "archive has no answer, and reason says why: tell that, and do not fill it in from memory as if the archive had said it.",
        AskArguments,
        NewsAnswer,
        ask_news,
    ),
    NewsTool(
        "get_article",
        "Read an article",
        "Reads an article of the archive whole, in its current version or an earlier one, with its dates and where they were read, "
        "corrections, agencies, and how many others print the same text. Long ones come in parts.",
        ArticleArguments,
        ArticlePart,
        get_article,
    ),
)
