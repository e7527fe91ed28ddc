"""Whose turn it is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from serving.turns import Busy, Turns


@asynccontextmanager
async def turn(turns: Turns, caller: str) -> AsyncIterator[None]:
    await turns.take(caller)
    try:
        yield
    finally:
        turns.give_back()


async def ask(turns: Turns, caller: str, served: list[str]) -> None:
    async with turn(turns, caller):
        served.append(caller)
        await asyncio.sleep(0)


async def test_one_who_asks_much_does_not_keep_the_others_waiting() -> None:
    turns, served = Turns(at_once=1), []
    asked = [asyncio.create_task(ask(turns, caller, served)) for caller in ["a"] * 6 + ["b", "c", "b"]]
    await asyncio.gather(*asked)
    assert served == ["a", "a", "b", "c", "a", "b", "a", "a", "a"]


async def test_no_more_are_served_at_once_than_were_set() -> None:
    turns, now, most = Turns(at_once=3), 0, 0

    async def work(caller: str) -> None:
        nonlocal now, most
        async with turn(turns, caller):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.001)
            now -= 1

    await asyncio.gather(*(work(str(number % 4)) for number in range(20)))
    assert (now, most) == (0, 3)


async def test_who_finds_no_room_to_wait_is_told_at_once() -> None:
    turns, served = Turns(at_once=1, waiting=2), []
    asked = [asyncio.create_task(ask(turns, "a", served)) for _ in range(5)]
    results = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(result) for result in results].count(Busy) == 2
    assert len(served) == 3


async def test_a_turn_of_someone_who_left_goes_to_the_next() -> None:
    turns, served = Turns(at_once=1), []
    async with turn(turns, "first"):
        waiting = [asyncio.create_task(ask(turns, caller, served)) for caller in ("left", "stayed")]
        await asyncio.sleep(0)
        waiting[0].cancel()
    await asyncio.wait_for(waiting[1], 5)
    with pytest.raises(asyncio.CancelledError):
        await waiting[0]
    async with asyncio.timeout(5), turn(turns, "last"):
        assert served == ["stayed"]
