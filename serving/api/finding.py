"""`GET /v1/search`: passages, without an answer."""

from typing import Annotated

from fastapi import APIRouter, Query

from serving.api.shapes import Day, Question, SearchReply, to_passage
from serving.service import Service
from vectorstore import SearchFilter

Several = Annotated[list[str], Query(max_length=50)]


def search_routes(service: Service) -> APIRouter:
    router = APIRouter(tags=["search"])

    @router.get("/search", summary="Find passages")
    def search(
        q: Annotated[Question, Query()],
        since: Annotated[Day, Query()] = None,
        until: Annotated[Day, Query()] = None,
        as_of: Annotated[Day, Query()] = None,
        source: Several = [],  # noqa: B006  # FastAPI copies it
        language: Several = [],  # noqa: B006
        k: Annotated[int, Query(ge=1, le=50)] = 10,
    ) -> SearchReply:
        """The passages nearest to a text, best first. Times in its words limit nothing here; `since` and `until` do."""
        filter = SearchFilter(since, until, as_of, tuple(source), tuple(language))
        found = service.archive.search(q, filter, k)
        return SearchReply(passages=[to_passage(passage) for passage in found], undated=service.archive.undated(filter))

    return router
