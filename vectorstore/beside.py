"""Work that goes on beside one's own, on threads that stay for the next: to start one takes a tenth of a search."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import copy_context
from typing import TypeVar

Result = TypeVar("Result")

# of one kind at a time; more wait
MOST = 32
_pools: dict[str, ThreadPoolExecutor] = {}
# a forked process has none of the threads
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_pools.clear)


@contextmanager
def beside(kind: str, work: Callable[[], Result]) -> Iterator["Future[Result]"]:
    """Has `work` done beside what is done meanwhile, in the same context, and leaves when both are done.

    Args:
        kind: Work of one kind never waits for more of its own kind: with all threads taken, it would for ever.
    """
    pool = _pools.get(kind) or _pools.setdefault(kind, ThreadPoolExecutor(MOST, f"newsdesk-{kind}"))
    future = pool.submit(copy_context().run, work)
    try:
        yield future
    finally:
        # what it uses may be closed afterwards, also when the other work has failed
        wait((future,))
