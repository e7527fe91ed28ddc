"""A request's body is counted as it comes, whatever its headers say of it."""

from collections.abc import Sequence

import pytest
from starlette.types import Message, Receive, Scope, Send

from serving.bodies import Body

CAP = 10


async def run(parts: Sequence[bytes], length: str | None = None, *, answers_first: bool = False) -> tuple[list[int], bytes]:
    """The states that were sent and what the application read, of a body that comes in these parts."""
    sent: list[Message] = []
    read = bytearray()
    coming = iter([{"type": "http.request", "body": part, "more_body": at < len(parts) - 1} for at, part in enumerate(parts)])

    async def receive() -> Message:
        return next(coming)

    async def send(message: Message) -> None:
        sent.append(message)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if answers_first:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise RuntimeError("the body broke off")
            read.extend(message["body"])
            if not message["more_body"]:
                break
        if not answers_first:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    headers = [] if length is None else [(b"content-length", length.encode("latin-1"))]
    await Body(receive, send, CAP).run(application, {"type": "http", "method": "POST", "headers": headers})
    return [message["status"] for message in sent if message["type"] == "http.response.start"], bytes(read)


async def test_a_body_up_to_the_cap_arrives_whole() -> None:
    assert await run([b"12345", b"67890"], "10") == ([200], b"1234567890")
    assert await run([b""]) == ([200], b"")


async def test_one_that_says_it_is_larger_is_not_read_at_all() -> None:
    assert await run([b"1"], "11") == ([413], b"")


@pytest.mark.parametrize("length", ["-1", "1e3", "²", "", "10, 10", "ten"])
async def test_a_length_that_is_none_is_refused(length: str) -> None:
    assert await run([b"1"], length) == ([413], b"")


@pytest.mark.parametrize("length", [None, "3"], ids=["unsaid", "a lie"])
async def test_one_that_grows_beyond_the_cap_is_told_so_and_not_the_application_s_complaint(length: str | None) -> None:
    assert await run([b"12345", b"67890", b"1"], length) == ([413], b"1234567890")


async def test_an_answer_that_has_begun_is_not_followed_by_another() -> None:
    assert (await run([b"12345", b"678901"], answers_first=True))[0] == [200]


async def test_an_application_s_own_fault_is_not_hidden() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError

    async def nothing(*_: object) -> Message:
        return {"type": "http.request", "body": b""}

    with pytest.raises(ZeroDivisionError):
        await Body(nothing, nothing, CAP).run(broken, {"type": "http", "headers": []})  # type: ignore[arg-type]
