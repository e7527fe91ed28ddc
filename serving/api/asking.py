"""`POST /v1/ask`: a question, answered as one JSON object or, step by step, as server-sent events."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel
from starlette.types import Scope

from rag import Draft, Query, preview
from serving.api.errors import ErrorBody, ErrorReply, to_refusal
from serving.api.running import run_chain, run_while_listening
from serving.api.shapes import AnswerReply, AskBody, to_passage, to_reply, to_understood
from serving.service import Service

log = logging.getLogger(__name__)

EVENTS = "text/event-stream"
# of one event; its data are JSON
EVENT_SCHEMA = {"type": "object", "properties": {"event": {"type": "string"}, "data": {"type": "string"}}}
# a proxy that gathers what it passes on would undo the streaming
UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
BROKEN = "the question could not be answered, by a fault in the program; its log has more"


def ask_routes(service: Service) -> APIRouter:
    router = APIRouter(tags=["ask"])

    @router.post(
        "/ask",
        response_model=AnswerReply,
        responses={200: {"content": {EVENTS: {"schema": EVENT_SCHEMA}}}},
        summary="Ask a question",
    )
    async def ask(body: AskBody, request: Request) -> Any:
        """An answer with the quotes that prove it.

        With `"stream": true`, or `Accept: text/event-stream`, it comes as events: `query` (how the question was read), `passages`, `draft`
        (what a model has written until now, not checked yet, each time as a whole), `answer`; or `error`. Who leaves stops the work.
        """
        state = body.to_state()
        if body.stream or EVENTS in request.headers.get("accept", ""):
            return StreamingResponse(_events(service, request.scope, body.question, state), media_type=EVENTS, headers=UNBUFFERED)
        query, answer = await run_while_listening(service, request, state)
        return JSONResponse(to_reply(body.question, answer, query).model_dump())

    return router


async def _events(service: Service, scope: Scope, question: str, state: dict[str, Any]) -> AsyncIterator[bytes]:
    query = Query(question, question)
    draft = Draft()
    try:
        async with aclosing(run_chain(service, scope, state)) as parts:
            async for part in parts:
                if "query" in part:
                    query = part["query"]
                    yield event("query", to_understood(query))
                if "passages" in part:
                    yield event("passages", [to_passage(passage).model_dump() for passage in part["passages"]])
                if "draft" in part:
                    draft += part["draft"]
                    if draft.model is not None:
                        yield event("draft", {"text": preview(draft)})
                if "answer" in part:
                    yield event("answer", to_reply(question, part["answer"], query))
    except Exception as error:
        yield event("error", explain(error))


def explain(error: Exception) -> ErrorReply:
    """What went wrong, for a stream whose status is sent already."""
    try:
        refusal = to_refusal(error)
    except Exception:
        log.exception("a question could not be answered")
        return ErrorReply(error=ErrorBody(code="internal", message=BROKEN))
    return ErrorReply(error=ErrorBody(code=refusal.code, message=str(refusal)))


def event(name: str, data: BaseModel | list[Any] | dict[str, Any]) -> bytes:
    """One event; JSON has no line breaks of its own."""
    told = data.model_dump() if isinstance(data, BaseModel) else data
    return f"event: {name}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()
