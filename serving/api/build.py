"""The API, put together."""

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from serving.service import Service

if TYPE_CHECKING:
    from fastapi import FastAPI

ABOUT = """Questions to a private archive of news, answered with the verbatim quote that proves each sentence.

Where callers sign in, a key goes with each request: `Authorization: Bearer KEY`. Errors are `{"error": {"code", "message"}}`; 429 and 503
say in `Retry-After` when to try again."""


def build_api(service: Service) -> "FastAPI":
    """The application below `/v1`; its description is at `/v1/openapi.json`."""
    from fastapi import Depends, FastAPI

    from serving.api.articles import article_routes
    from serving.api.asking import ask_routes
    from serving.api.errors import ErrorReply, handle_errors
    from serving.api.finding import search_routes
    from serving.api.ingesting import ingest_routes
    from serving.api.narrowing import refuse_unknown
    from serving.api.openai import openai_routes

    statuses: dict[int | str, dict[str, Any]] = {status: {"model": ErrorReply} for status in (400, 401, 403, 404, 413, 422, 429, 503)}
    api = FastAPI(title="Newsdesk", version=own_version(), description=ABOUT, docs_url=None, redoc_url=None, responses=statuses)
    for routes in (ask_routes, search_routes, article_routes, ingest_routes):
        api.include_router(routes(service), dependencies=[Depends(refuse_unknown)])
    # programs that speak OpenAI's interface may add to the address what they add everywhere
    api.include_router(openai_routes(service))
    handle_errors(api)
    return api


def own_version() -> str:
    try:
        return version("newsdesk")
    except PackageNotFoundError:
        return "0"
