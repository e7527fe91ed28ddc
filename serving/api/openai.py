"""`/v1/chat/completions` and `/v1/models`: the archive as a model, for programs that speak OpenAI's interface."""

import asyncio
import json
import re
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.types import Scope

from rag import Answer, Citation, Query, Turn
from rag.messages import ENGLISH, MESSAGES, say
from rag.question import check_question
from serving.api.asking import EVENT_SCHEMA, EVENTS, UNBUFFERED, explain
from serving.api.errors import Refusal
from serving.api.running import run_while_listening, run_whole
from serving.api.shapes import to_reply
from serving.service import Service

MODEL: Final = "newsdesk"
# as an answer of ours ends in any of its languages
LISTED: Final = re.compile(rf"\n\n(?:{'|'.join(re.escape(say('sources_below', language)) for language in MESSAGES)})\n\[1\] ")
# how often a reader's program is told that the answer is still being made
PULSE_SECONDS = 5.0
# the answer goes out in pieces of about so many characters
PIECE = 200
MOST_TURNS = 30
LONGEST_ANSWER = 20_000


class Part(BaseModel):
    model_config = ConfigDict(extra="allow")
    type: str = "text"
    text: str = ""


class Message(BaseModel):
    model_config = ConfigDict(extra="allow")
    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def words(self) -> str:
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class CompletionBody(BaseModel):
    """A conversation. The last message of the user is the question; what a system message says changes nothing."""

    # clients send much that has no meaning here: temperature, tools, …
    model_config = ConfigDict(extra="allow")
    messages: Annotated[list[Message], Field(min_length=1, max_length=500)]
    model: Annotated[str, Field(max_length=200)] = MODEL
    stream: bool = False


def openai_routes(service: Service) -> APIRouter:
    router = APIRouter(tags=["OpenAI"])

    @router.get("/models", summary="The one model there is")
    def models() -> dict[str, Any]:
        """The archive, as a model."""
        return {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": "newsdesk"}]}

    @router.post("/chat/completions", responses={200: {"content": {EVENTS: {"schema": EVENT_SCHEMA}}}}, summary="Ask as a model is asked")
    async def complete(body: CompletionBody, request: Request) -> Any:
        """The checked answer, its sources listed below it; quotes as annotations, and everything in `message.newsdesk`.

        A stream brings the same once it is checked, and comments until then: words that no quote proves are never sent.
        """
        question, history = read_messages(body.messages)
        state = {"question": question, "history": history}
        if body.stream:
            return StreamingResponse(_chunks(service, request.scope, question, state), media_type=EVENTS, headers=UNBUFFERED)
        query, answer = await run_while_listening(service, request, state)
        return JSONResponse(to_completion(question, query, answer))

    return router


def read_messages(messages: list[Message]) -> tuple[str, list[Turn]]:
    """The question and the turns before it, oldest first.

    Raises:
        Refusal: The last word is not the user's.
        ValueError: As `check_question`.
    """
    spoken = [message for message in messages if message.role in ("user", "assistant")]
    if not spoken or spoken[-1].role != "user":
        raise Refusal(400, "invalid", "the last message must be the user's question; send it with the role user")
    turns: list[Turn] = []
    asked = ""
    for message in spoken[:-1]:
        if message.role == "user":
            asked = message.words
        elif asked:
            turns.append(Turn(asked, without_sources(message.words)[:LONGEST_ANSWER]))
            asked = ""
    return check_question(spoken[-1].words), turns[-MOST_TURNS:]


def to_completion(question: str, query: Query, answer: Answer) -> dict[str, Any]:
    told = {"newsdesk": to_reply(question, answer, query).model_dump()}
    message = {"role": "assistant", "content": write_content(answer), "refusal": None, "annotations": annotate(answer), **told}
    usage = _usage(answer)
    return {
        **_head("chat.completion"),
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": usage,
    }


def write_content(answer: Answer) -> str:
    """The answer, and below it a line for each source that its marks count."""
    lines = [
        " ".join(filter(None, (f"[{number}]", _line(citation.title), _where(citation), citation.url)))
        for number, citation in enumerate(answer.citations, 1)
    ]
    return "\n\n".join([answer.text, *(["\n".join([say("sources_below", answer.language or ENGLISH), *lines])] if lines else [])])


def without_sources(text: str) -> str:
    """An answer of ours as it was before its sources were listed: they are no words of the conversation."""
    return LISTED.split(text, maxsplit=1)[0]


def annotate(answer: Answer) -> list[dict[str, Any]]:
    """An annotation for each quote that proves a sentence, from the sentence's start to its end in the content.

    What OpenAI's form has no name for (quote, article, version, date) stands beside it, under `newsdesk`.
    """
    made: list[dict[str, Any]] = []
    for sentence in answer.sentences:
        for number in sentence.citations:
            citation = answer.citations[number - 1]
            cited = {"url": citation.url, "title": citation.title, "start_index": sentence.start, "end_index": sentence.end}
            proof = {"number": number, "quote": citation.quote, "article_id": citation.article_id, "version": citation.version}
            proof |= {"source": citation.source, "published": None if citation.published is None else str(citation.published)}
            made.append({"type": "url_citation", "url_citation": cited, "newsdesk": proof})
    return made


async def _chunks(service: Service, scope: Scope, question: str, state: dict[str, Any]) -> AsyncIterator[bytes]:
    head = _head("chat.completion.chunk")
    yield _chunk(head, {"role": "assistant", "content": ""})
    task = asyncio.ensure_future(run_whole(service, scope, state))
    try:
        while not (await asyncio.wait([task], timeout=PULSE_SECONDS))[0]:
            yield b": searching and writing\n\n"
        query, answer = await task
    except Exception as error:
        yield f"data: {explain(error).model_dump_json()}\n\n".encode()
        return
    finally:
        # whoever leaves stops the work
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task
    content = write_content(answer)
    for start in range(0, len(content), PIECE):
        yield _chunk(head, {"content": content[start : start + PIECE]})
    yield _chunk(head, {"annotations": annotate(answer), "newsdesk": to_reply(question, answer, query).model_dump()})
    yield _chunk(head, {}, "stop")
    yield _data({**head, "choices": [], "usage": _usage(answer)})
    yield b"data: [DONE]\n\n"


def _head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{secrets.token_hex(12)}", "object": kind, "created": int(time.time()), "model": MODEL}


def _chunk(head: dict[str, Any], delta: dict[str, Any], finish: str | None = None) -> bytes:
    return _data({**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def _data(value: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n".encode()


def _usage(answer: Answer) -> dict[str, int]:
    read, written = (answer.usage.input_tokens, answer.usage.output_tokens) if answer.usage else (0, 0)
    return {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}


def _line(text: str) -> str:
    return " ".join(text.split())


def _where(citation: Citation) -> str:
    """The paper and the day in brackets, as far as they are known."""
    known = [_line(citation.source), "" if citation.published is None else str(citation.published)[:10]]
    return f"({', '.join(filter(None, known))})" if any(known) else ""
