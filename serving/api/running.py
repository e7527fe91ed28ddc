"""The chain run for a request: its steps as they come, in a thread of its own, ended when the asker leaves."""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, MutableMapping
from contextlib import aclosing
from typing import Any

from starlette.types import Scope

from rag import Answer, Query
from serving.caller import caller_of
from serving.service import Chain, Service

State = dict[str, Any]
TIMES_KEY = "newsdesk.times"
STEPS = frozenset(("query", "passages", "draft", "answer"))


async def run_chain(service: Service, scope: Scope, state: State) -> AsyncGenerator[State, None]:
    """What each step of the chain adds, when it is the caller's turn. Whatever the chain raises, and `turns.Busy`, is raised.

    Closing the iterator stops the model. The seconds of each step are noted for the log.
    """
    async with service.turns.turn(caller_of(scope).name), aclosing(_in_thread(service.chain, state)) as parts:
        started = time.perf_counter()
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


async def _in_thread(chain: Chain, state: State) -> AsyncGenerator[State, None]:
    loop = asyncio.get_running_loop()
    stop = threading.Event()
    told: asyncio.Queue[State | Exception | None] = asyncio.Queue()

    def tell(part: State | Exception | None) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(told.put_nowait, part)

    def work() -> None:
        # to its end, which `stop` brings near: LangChain's streams hold up whoever closes them
        try:
            for part in chain.stream({**state, "stop": stop}):
                tell(part)
        except Exception as error:  # raised where the answer is waited for
            tell(error)
        else:
            tell(None)

    threading.Thread(target=work, name="answer", daemon=True).start()
    try:
        while (part := await told.get()) is not None:
            if isinstance(part, Exception):
                raise part
            yield part
    finally:
        stop.set()
