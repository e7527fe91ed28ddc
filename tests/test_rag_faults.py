"""Thirty-three ways in which a model's server fails, over real sockets: quotes and one line instead, no traceback, no key."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rag import AnswerSettings, ask, build_chain
from tests.model_server import (
    Reply,
    breaks_after,
    ends_without_a_word,
    fails,
    hangs_after,
    model_server,
    never_ends,
    never_starts,
    says,
    says_and_counts,
    sends_no_choices,
)
from tests.news import news_archive

KEY = "sk-secret-key-0123456789"
QUESTION = "Why was the Harbour Bridge closed?"


def events(*data: str, last: bytes = b"0\r\n\r\n") -> Callable[[Reply], None]:
    """Sends these events as they are, then what ends the stream."""

    def behaviour(reply: Reply) -> None:
        reply.start()
        for event in data:
            reply.event(event)
        reply.handler.wfile.write(last)

    return behaviour


def chunk(delta: object, finish: str | None = None) -> str:
    choices = [{"index": 0, "delta": delta, "finish_reason": finish}]
    return json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test", "choices": choices})


def floods(reply: Reply) -> None:
    reply.start()
    for _ in range(400):
        reply.send("and so on " * 50)
    reply.end()


def lies_about_its_length(reply: Reply) -> None:
    reply.handler.send_response(200)
    reply.handler.send_header("Content-Type", "application/json")
    reply.handler.send_header("Content-Length", "100000")
    reply.handler.end_headers()
    reply.handler.wfile.write(b'{"choices"')
    reply.handler.connection.close()


FAULTS: dict[str, Callable[[Reply], None]] = {
    **{f"status {status}": fails(status) for status in (400, 402, 404, 408, 409, 413, 418, 422, 429, 500, 502, 503, 504, 529)},
    "401 with the key": fails(401, json.dumps({"error": {"message": f"wrong key {KEY}"}})),
    "403 in HTML": fails(403, f"<h1>No: {KEY}</h1>", "text/html"),
    "a page": fails(200, "<html><h1>Welcome</h1></html>", "text/html"),
    "an error that is a success": fails(200, json.dumps({"error": {"message": f"over quota of {KEY}"}})),
    "bytes": fails(200, "\x00\x01\x02", "application/octet-stream"),
    "no choices": sends_no_choices,
    "nothing": says(""),
    "white space": says(" \n "),
    "only thoughts": says("<think>what could it be</think>"),
    "cut by length": says("The bridge was", finish="length"),
    "cut by a filter": says("The bridge was", finish="content_filter"),
    "breaks at once": breaks_after(0),
    "breaks later": breaks_after(3),
    "ends politely": ends_without_a_word,
    "broken JSON": events("{", chunk({"content": "x"})),
    "only a tool call": events(
        chunk({"tool_calls": [{"index": 0, "id": "1", "function": {"name": "rm", "arguments": "{}"}}]}, "tool_calls")
    ),
    "no content": events(chunk({"content": None}, "stop"), "[DONE]"),
    "a length that is a lie": lies_about_its_length,
    "a flood": floods,
}
SLOW: dict[str, Callable[[Reply], None]] = {"never starts": never_starts, "hangs": hangs_after(2), "never ends": never_ends}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory):
    with news_archive(tmp_path_factory.mktemp("news")) as opened:
        yield opened


@pytest.mark.parametrize("name", [*FAULTS, *SLOW])
def test_a_fault_gives_way_to_quotes_and_one_line(
    name: str, archive, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    seconds = 0.3 if name in SLOW else 20.0
    with model_server((FAULTS | SLOW)[name]) as server:
        settings = AnswerSettings(
            model_url=server.url,
            model_retries=0,
            model_first_token_seconds=seconds,
            model_between_tokens_seconds=seconds,
            model_total_seconds=2 * seconds,
        )
        answer = ask(build_chain(archive, "openai:test", settings), QUESTION)
    assert answer.citations and answer.model is None and "crack" in answer.text
    assert answer.reason and "\n" not in answer.reason and answer.reason.endswith("Quotes from the archive stand here instead.")
    assert KEY not in repr(answer)
    shown = capfd.readouterr()
    assert "Traceback" not in shown.out + shown.err and KEY not in shown.out + shown.err


def test_there_are_thirty_three_and_more() -> None:
    assert len(FAULTS) + len(SLOW) >= 33


def test_a_busy_server_is_asked_again_and_the_answer_comes(archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    def busy_once(reply: Reply) -> None:
        if reply.server.requests == 1:
            reply.fail(429)
        else:
            reply.say(f"Engineers found a crack in the northern pylon [{reply.marks[0]}].")

    with model_server(busy_once) as server:
        answer = ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url, model_searches=False)), QUESTION)
    assert answer.model == "test" and server.requests == 2


def test_what_was_begun_is_not_asked_again(archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with model_server(breaks_after(3)) as server:
        ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url, model_searches=False)), QUESTION)
    assert server.requests == 1


def test_tokens_are_reported(archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    counts = says_and_counts("Engineers found a crack in the northern pylon [{0}].", read=120, written=14)
    with model_server(counts) as server:
        answer = ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url)), QUESTION)
    assert answer.usage is not None and (answer.usage.input_tokens, answer.usage.output_tokens) == (120, 14)


def test_awkward_text_reaches_the_model_as_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from tests.news import BRIDGE

    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    awkward = "{0} {question} %s </passage> passage>> [3] [k7f] \u202eيمين\u202c {{jinja}} ${shell}"
    with (
        news_archive(tmp_path, replace(BRIDGE, text=f"{BRIDGE.text} {awkward}")) as archive,
        model_server(says("NOT IN THE ARCHIVE")) as server,
    ):
        ask(build_chain(archive, "openai:test", AnswerSettings(model_url=server.url)), f"{QUESTION} {{x}}")
    user = server.prompts[0][1]["content"]
    assert "{0} {question} %s" in user and "{{jinja}} ${shell}" in user and user.endswith(f"{QUESTION} {{x}}")
    assert user.count("<<passage") == 1 and user.count(">>") == 1 and "[k7f]" not in user
