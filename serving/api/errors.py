"""Errors as every route tells them: `{"error": {"code": …, "message": …}}`, with what to do next in the message."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from rag import ModelError
from serving.api.running import Left
from serving.jobs import TooManyJobs
from serving.turns import Busy
from vectorstore import ArchiveBusy, ArchiveError, ArticleNotFound

# a question takes a fraction of a second, or the time a model takes
RETRY_SECONDS = "2"
# of what was wrong with a request, so much is told
MOST_FAULTS = 3


class ErrorBody(BaseModel):
    code: str
    message: str


class ErrorReply(BaseModel):
    """Why a request was refused, and what to do next."""

    error: ErrorBody


class Refusal(Exception):
    """A request that is answered with this status, code and line."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})


def reply(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    body = ErrorReply(error=ErrorBody(code=code, message=" ".join(message.split())))
    return JSONResponse(body.model_dump(), status, dict(headers or {}))


def code_of(status: int) -> str:
    """The code of a status that no error of ours stands behind: `not_found`."""
    return HTTPStatus(status).phrase.lower().replace(" ", "_")


def to_refusal(error: Exception) -> Refusal:
    """What an error means to whoever asked; re-raises what is a fault of ours."""
    match error:
        case Refusal():
            return error
        case Busy():
            return Refusal(503, "busy", "too many questions at once; ask again in a moment", {"Retry-After": RETRY_SECONDS})
        case Left():
            # read by the log alone
            return Refusal(499, "left", "nobody waits for this answer any more")
        case TooManyJobs():
            return Refusal(503, "busy", "too many jobs wait; send this one again when some are done", {"Retry-After": "30"})
        case ArticleNotFound():
            return Refusal(404, "not_found", str(error))
        case ArchiveBusy():
            return Refusal(503, "archive_busy", str(error), {"Retry-After": "30"})
        case ArchiveError() | ModelError():
            return Refusal(503, "unavailable", str(error))
        case ValueError():
            return Refusal(400, "invalid", str(error))
        case _:
            raise error


def handle_errors(api: FastAPI) -> None:
    """Has every error of the API told in the one shape."""

    def refused(_: Request, error: Exception) -> JSONResponse:
        refusal = to_refusal(error)
        return reply(refusal.status, refusal.code, str(refusal), refusal.headers)

    def misread(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        return reply(
            422, "invalid", "; ".join(map(_describe, error.errors()[:MOST_FAULTS])) + "; see /v1/openapi.json for what is expected"
        )

    def unrouted(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        line = f"{error.detail}; see /v1/openapi.json for what there is"
        return reply(error.status_code, code_of(error.status_code), line, error.headers)

    for kind in (Refusal, Busy, Left, TooManyJobs, ArchiveError, ModelError, ValueError):
        api.add_exception_handler(kind, refused)
    api.add_exception_handler(RequestValidationError, misread)
    api.add_exception_handler(HTTPException, unrouted)


def _describe(fault: Mapping[str, Any]) -> str:
    """What pydantic found, with where; of a body that it could not read, what to send."""
    if fault["type"] == "json_invalid":
        return f"body: it is no JSON ({fault['ctx']['error']} at character {fault['loc'][-1]})"
    if fault["loc"] == ("body",):
        return "body: send a JSON object, with the header Content-Type: application/json"
    return f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}"
