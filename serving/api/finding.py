"""`GET /v1/search`: passages, without an answer."""

from typing import Annotated

from fastapi import APIRouter, Query

from serving.api.narrowing import Narrowed
from serving.api.shapes import Question, SearchReply, to_passage
from serving.service import Service


def search_routes(service: Service) -> APIRouter:
    router = APIRouter(tags=["search"])

    @router.get("/search", summary="Find passages")
    def search(
        q: Annotated[Question, Query()],
        filter: Narrowed,
        k: Annotated[int, Query(ge=1, le=50)] = 10,
    ) -> SearchReply:
        """The passages nearest to a text, best first. Times in its words limit nothing here; `since` and `until` do."""
        found = service.archive.search(q, filter, k)
        return SearchReply(passages=[to_passage(passage) for passage in found], undated=service.archive.undated(filter))

    return router
