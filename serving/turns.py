"""Whose turn it is: so many questions are answered at once, and those who ask much do not keep the others waiting."""

import asyncio
from collections import deque


class Busy(Exception):
    """Too many wait already; the asker is better told at once."""


class Turns:
    """Used in one event loop. Callers who wait take turns, whoever came first; questions of one caller come in their order.

    Args:
        at_once: Questions that are answered side by side.
        waiting: Questions that may wait, of all callers together.
    """

    def __init__(self, at_once: int = 8, waiting: int = 256) -> None:
        self._free = at_once
        self._room = waiting
        # callers in the order of their turns, each with those of its questions that wait
        self._lines: dict[str, deque[asyncio.Future[None]]] = {}

    async def take(self, caller: str) -> None:
        """Waits until it is the caller's turn, which `give_back` ends. Raises Busy when there is no room to wait."""
        if self._free:
            self._free -= 1
            return
        if sum(map(len, self._lines.values())) >= self._room:
            raise Busy
        called: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._lines.setdefault(caller, deque()).append(called)
        try:
            await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled():
                # the turn came as the caller left
                self.give_back()
            raise

    def give_back(self) -> None:
        """Ends a turn; the next is the caller's who waits longest."""
        while self._lines:
            caller = next(iter(self._lines))
            line = self._lines.pop(caller)
            called = line.popleft()
            if line:
                # to the end of those who wait
                self._lines[caller] = line
            if not called.done():
                called.set_result(None)
                return
        self._free += 1
