"""The chain run for a request: its steps as they come, in a thread of its own, ended when the asker leaves."""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Callable, MutableMapping
from contextlib import aclosing, suppress
from contextvars import copy_context
from typing import Any, NoReturn

from fastapi import Request
from starlette.types import Scope

from rag import Answer, Query
from serving.caller import caller_of
from serving.service import Chain, Service

State = dict[str, Any]


class Left(Exception):
    """Nobody waits for the answer any more."""


class Failed(Exception):
    """An answer to a question that was in order came to nothing, by a fault of ours."""


# seconds of each step, and a list that ends with the Unix time in nanoseconds that they are counted from
TIMES_KEY, BEGUN_KEY = "newsdesk.times", "newsdesk.begun"
STEPS = frozenset(("query", "passages", "draft", "answer"))


async def run_chain(service: Service, scope: Scope, state: State) -> AsyncGenerator[State, None]:
    """What each step of the chain adds, when it is the caller's turn. Whatever the chain raises, and `turns.Busy`, is raised.

    Closing the iterator stops the model. The seconds of each step are noted for the log.
    """
    await service.turns.take(caller_of(scope).name)
    # a turn lasts as long as its work: who asks and leaves at once, again and again, gets no more of the machine than who stays
    async with aclosing(_in_thread(service.chain, state, service.turns.give_back)) as parts:
        started = time.perf_counter()
        scope.setdefault(BEGUN_KEY, []).append(time.time_ns())
        times: MutableMapping[str, float] = scope.setdefault(TIMES_KEY, {})
        async for part in parts:
            for step in STEPS & part.keys():
                times[step] = round(time.perf_counter() - started, 4)
            yield part


async def run_whole(service: Service, scope: Scope, state: State) -> tuple[Query, Answer]:
    """The query as it was understood, and the answer; otherwise as `run_chain`."""
    whole: State = {}
    async with aclosing(run_chain(service, scope, state)) as parts:
        async for part in parts:
            whole |= {step: value for step, value in part.items() if step in ("query", "answer")}
    return whole["query"], whole["answer"]


async def run_while_listening(service: Service, request: Request, state: State) -> tuple[Query, Answer]:
    """As `run_whole`, as long as the asker waits for it. Raises Left when it does not."""
    asked = asyncio.ensure_future(run_whole(service, request.scope, state))
    left = asyncio.ensure_future(_wait_until_left(request))
    try:
        await asyncio.wait((asked, left), return_when=asyncio.FIRST_COMPLETED)
        return asked.result() if asked.done() else left.result()
    finally:
        for task in (asked, left):
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task


async def _wait_until_left(request: Request) -> NoReturn:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    raise Left


async def _in_thread(chain: Chain, state: State, ended: Callable[[], None]) -> AsyncGenerator[State, None]:
    """What the chain tells; `ended` is called when its thread has ended, which may be later than the iterator is closed."""
    loop = asyncio.get_running_loop()
    stop = threading.Event()
    told: asyncio.Queue[State | Exception | None] = asyncio.Queue()

    def call(work: Callable[..., None], *arguments: object) -> None:
        # the loop ends before this thread when the server does
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(work, *arguments)

    def work() -> None:
        # to its end, which `stop` brings near: a step that runs cannot be broken off
        is_understood = False
        try:
            for part in chain.stream({**state, "stop": stop}):
                is_understood |= "query" in part
                call(told.put_nowait, part)
        except ValueError as error:
            # what is wrong with a question is found before it is searched for
            fault = Failed("the answer failed")
            fault.__cause__ = error
            call(told.put_nowait, fault if is_understood else error)
        except Exception as error:  # raised where the answer is waited for
            call(told.put_nowait, error)
        else:
            call(told.put_nowait, None)
        finally:
            call(ended)

    # what traces programs, such as the callbacks of LangChain, finds there what the request has set
    threading.Thread(target=copy_context().run, args=(work,), name="answer", daemon=True).start()
    try:
        while (part := await told.get()) is not None:
            if isinstance(part, Exception):
                raise part
            yield part
    finally:
        stop.set()
