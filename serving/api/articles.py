"""`/v1/articles`: what is in the archive, whole, in each version; and out of it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from serving.api.narrowing import Narrowed
from serving.api.rights import may
from serving.api.shapes import ArticleList, ArticleReply, Change, to_summary
from serving.service import Service

ArticleId = Annotated[str, Path(max_length=64, pattern=r"^[\w-]+$")]


def article_routes(service: Service) -> APIRouter:
    router = APIRouter(tags=["articles"])
    archive = service.archive

    @router.get("/articles", summary="List articles")
    def articles(
        filter: Narrowed,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    ) -> ArticleList:
        """Articles by publication, the latest first, undated last, a page at a time."""
        found = archive.list_articles(filter, limit + 1, offset)
        following = offset + limit if len(found) > limit else None
        return ArticleList(articles=[to_summary(version) for version in found[:limit]], next=following)

    @router.get("/articles/{article_id}", summary="Read an article")
    def article(article_id: ArticleId, version: Annotated[int | None, Query(ge=1, le=2**31)] = None) -> ArticleReply:
        """An article whole, in its current version or another, with what that version changed."""
        found = archive.get_article(article_id, version)
        changes = archive.changes(article_id, found.number)
        return ArticleReply(
            **to_summary(found).model_dump(),
            text=found.article.text,
            current=found.current,
            corrections=list(found.article.corrections),
            agencies=list(found.article.agencies),
            metadata=dict(found.article.metadata),
            copies=len(archive.cluster_of(article_id).articles) - 1,
            changes=None if changes.before is None else Change(added=list(changes.added), removed=list(changes.removed)),
        )

    @router.delete("/articles/{article_id}", status_code=204, dependencies=[Depends(may("editor", service))], summary="Delete an article")
    def delete(article_id: ArticleId) -> Response:
        """Removes an article with every version, passage and quote; a feed does not bring it back."""
        archive.delete(article_id)
        return Response(status_code=204)

    return router
