"""`/healthz`, `/readyz` and `/metrics`: for whoever runs the server."""

from typing import TYPE_CHECKING, Any

from serving.caller import SCOPE_KEY
from serving.observing import Metrics
from serving.routes import HEALTH_ROUTE, METRICS_ROUTE, READY_ROUTE
from serving.service import Service
from vectorstore import ArchiveError

if TYPE_CHECKING:
    from fastapi import FastAPI


def add_health(app: "FastAPI", service: Service, metrics: Metrics) -> None:
    from fastapi import Request
    from fastapi.responses import JSONResponse, PlainTextResponse
    from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

    @app.get(HEALTH_ROUTE)
    async def health() -> dict[str, str]:
        """Whether the process is up; waits for no thread, of which the questions may have all."""
        return {"status": "ok"}

    @app.get(READY_ROUTE)
    def ready(request: Request) -> JSONResponse:
        """Whether a question can be answered at full speed; 503 while the model is loaded or the archive cannot be read."""
        told = read_state(service)
        # who has not signed in learns that alone
        shown = told if SCOPE_KEY in request.scope else {"status": told["status"]}
        return JSONResponse(shown, 200 if told["status"] == "ready" else 503)

    @app.get(METRICS_ROUTE)
    def figures() -> PlainTextResponse:
        try:
            status = service.archive.status()
        except ArchiveError:
            # what is known of requests is told all the same
            return PlainTextResponse(generate_latest(metrics.registry).decode(), media_type=CONTENT_TYPE_LATEST)
        metrics.articles.set(status.articles)
        metrics.passages.set(status.passages)
        metrics.generation.set(status.generation)
        return PlainTextResponse(generate_latest(metrics.registry).decode(), media_type=CONTENT_TYPE_LATEST)


def read_state(service: Service) -> dict[str, Any]:
    """What answers, and from what: names and counts only."""
    try:
        status = service.archive.status()
    except ArchiveError:
        return {"status": "archive unreadable"}
    return {
        "status": "ready" if service.is_ready() else "loading the embedding model",
        "articles": status.articles,
        "generation": status.generation,
        "vectors": "ready" if status.vectors == "ready" else "exact search stands in",
        "embedding": status.embedding,
        "model": service.model or None,
    }
