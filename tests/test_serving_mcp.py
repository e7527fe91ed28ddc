"""The archive as tools: a real MCP client, over HTTP and over the streams of a process that it started."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from click.testing import CliRunner
from langchain_core.runnables import RunnableGenerator
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult, TextContent

from chat import build_app
from rag import AnswerSettings, Query, choose_model
from serving import make_application
from serving.access import Access
from serving.guard import Limits
from serving.jobs import Jobs
from serving.mcp import over_http
from serving.mcp.commands import commands
from serving.mcp.tools import PART_CHARACTERS
from serving.readers import Readers
from serving.service import Service, open_service
from serving.turns import Turns
from serving.users import FILE as USERS_FILE
from serving.users import Users
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive, whole_text
from tests.page import listening, serving
from vectorstore import ArchiveSettings, Article, open_archive

ROOT = Path(__file__).parent.parent
WHO = "Who leads the US delegation?"
LONG = Article(
    text="The council of Kelmouth spoke about the tram for hours. " * 900,
    title="Minutes",
    key="minutes",
    source="Town Gazette",
    language="en",
)
HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "0"}}
# the protocol without a handshake, and with the one that most programs still speak
MODES = ("auto", "legacy")


@pytest.fixture(scope="module")
def over_http_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with (
        news_archive(tmp_path_factory.mktemp("mcp"), BRIDGE, DELEGATION, FESTIVAL, LONG) as archive,
        serving(archive, choose_model(AnswerSettings(model="none"))) as address,
    ):
        yield f"{address}/mcp"


@pytest.fixture(scope="module")
def over_streams_from(tmp_path_factory: pytest.TempPathFactory) -> StdioServerParameters:
    folder = tmp_path_factory.mktemp("streams")
    with open_archive(ArchiveSettings(archive=folder, embedding="bundled")) as archive:
        archive.add([(article, [whole_text(article)]) for article in (BRIDGE, DELEGATION, FESTIVAL)])
    given = ["cli.py", "mcp", "--archive", str(folder), "--model", "none"]
    return StdioServerParameters(command=sys.executable, args=given, cwd=ROOT, env=dict(os.environ))


@asynccontextmanager
async def client_of(server: str | StdioServerParameters, mode: str) -> AsyncIterator[Client]:
    async with Client(server, mode=mode, read_timeout_seconds=60) as client:
        yield client


def said(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("carrier", ["over_http_at", "over_streams_from"])
async def test_a_client_asks_searches_and_reads(carrier: str, mode: str, request: pytest.FixtureRequest) -> None:
    heard: list[str | None] = []

    async def hear(done: float, total: float | None, message: str | None) -> None:
        heard.append(message)

    async with client_of(request.getfixturevalue(carrier), mode) as client:
        listed = (await client.list_tools()).tools
        asked = await client.call_tool("ask_news", {"question": WHO}, progress_callback=hear)
        found = await client.call_tool("search_news", {"query": "Harbour Bridge crack", "limit": 1})
        (passage,) = found.structured_content["passages"]
        read = await client.call_tool("get_article", {"article_id": passage["article_id"]})
    assert [tool.name for tool in listed] == ["search_news", "ask_news", "get_article"]
    assert all(
        tool.annotations is not None and tool.annotations.read_only_hint and tool.description and tool.output_schema for tool in listed
    )
    answer = asked.structured_content
    (citation,) = answer["citations"]
    assert DELEGATION.text[citation["start"] : citation["end"]] == citation["quote"]
    assert "Marco Rubio" in answer["answer"] and not answer["abstained"]
    assert (citation["published"], citation["source"], citation["url"]) == ("2025-02-13", "Hafenblatt", DELEGATION.url)
    assert json.loads(said(asked)) == answer
    assert heard == [f"looking for: {WHO}", heard[1]] and "passages found" in (heard[1] or "")
    assert (passage["text"], passage["url"], passage["published"]) == (BRIDGE.text, BRIDGE.url, "2025-03-10T00:00:00Z")
    article = read.structured_content
    assert (article["text"], article["title"], article["published_from"]) == (BRIDGE.text, BRIDGE.title, "json-ld")
    assert (article["version"], article["current"], article["next_start"]) == (1, True, None)


async def test_a_question_that_the_archive_does_not_answer_is_no_error_and_says_why(over_http_at: str) -> None:
    async with client_of(over_http_at, "auto") as client:
        result = await client.call_tool("ask_news", {"question": "Who won the chess world championship in Reykjavik?"})
    assert not result.is_error
    assert result.structured_content["abstained"] and result.structured_content["reason"]
    assert result.structured_content["citations"] == []


async def test_limits_hold_and_times_in_a_question_are_understood(over_http_at: str) -> None:
    async with client_of(over_http_at, "auto") as client:
        found = await client.call_tool("search_news", {"query": "bridge", "since": "2025-01-01", "until": "2025-03-01"})
        named = await client.call_tool("search_news", {"query": "bridge", "sources": ["hafenblatt"], "languages": ["de"]})
        asked = await client.call_tool("ask_news", {"question": "Wer leitete die US-Delegation im Februar 2025?"})
        freed = await client.call_tool("ask_news", {"question": "Wer leitete die US-Delegation im Mai 2019?", "any_time": True})
        bound = await client.call_tool("ask_news", {"question": WHO, "sources": ["Town Gazette"]})
    for result in (found, named):
        assert {passage["source"] for passage in result.structured_content["passages"]} == {"Hafenblatt"}
    assert found.structured_content["undated"] == 2
    assert asked.structured_content["understood"]["as_of"] == "2025-02-28"
    assert "Rubio" in freed.structured_content["answer"]
    assert "Rubio" not in bound.structured_content["answer"]


async def test_a_long_article_comes_in_parts_that_make_the_whole(over_http_at: str) -> None:
    parts, start = [], 0
    async with client_of(over_http_at, "auto") as client:
        while start is not None:
            part = (await client.call_tool("get_article", {"article_id": LONG.article_id, "start": start})).structured_content
            assert (part["start"], part["characters"]) == (start, len(LONG.text))
            parts.append(part["text"])
            start = part["next_start"]
    assert "".join(parts) == LONG.text
    assert len(parts) == len(LONG.text) // PART_CHARACTERS + 1 == 3


@pytest.mark.parametrize(
    ("tool", "arguments", "line"),
    [
        ("ask_news", {}, "question: Field required; ask_news takes since, until"),
        ("ask_news", {"question": " "}, "1 to 2000 characters"),
        ("ask_news", {"question": "x" * 2001}, "at most 2000 characters"),
        ("ask_news", {"question": ["a"]}, "question: Input should be a valid string"),
        ("ask_news", {"question": WHO, "since": "yesterday"}, "'yesterday' is not a date; write it as 2025-02-13"),
        ("search_news", {"query": "a", "source": "Hafenblatt"}, "source: Extra inputs are not permitted; search_news takes since"),
        ("search_news", {"query": "a", "limit": 21}, "limit: Input should be less than or equal to 20"),
        ("search_news", {"query": "a", "since": "2025-02-01", "until": "2025-01-01"}, "is not before until"),
        ("get_article", {"article_id": "../catalogue"}, "article_id: String should match"),
        ("get_article", {"article_id": "0000"}, "no article 0000 in this archive"),
        ("get_article", {"article_id": BRIDGE.article_id, "version": 9}, "no version 9"),
        ("get_article", {"article_id": BRIDGE.article_id, "start": 5000}, "begin with 0"),
    ],
)
async def test_wrong_arguments_are_told_in_one_line_that_a_model_can_act_on(
    over_http_at: str, tool: str, arguments: dict[str, Any], line: str
) -> None:
    async with client_of(over_http_at, "auto") as client:
        result = await client.call_tool(tool, arguments)
    assert result.is_error
    assert line in said(result)
    assert "\n" not in said(result)


async def test_there_is_no_tool_that_changes_anything(over_http_at: str) -> None:
    async with client_of(over_http_at, "auto") as client:
        for name in ("delete_article", "ingest", "ASK_NEWS", ""):
            with pytest.raises(MCPError, match="there are search_news, ask_news, get_article"):
                await client.call_tool(name, {})


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {"accept": "text/event-stream"}, 405),
        ("DELETE", {"mcp-session-id": "a"}, 405),
        ("POST", {"host": "evil.example"}, 421),
        ("POST", {"origin": "http://evil.example"}, 403),
        ("POST", {"origin": "null"}, 403),
        ("POST", {"sec-fetch-site": "cross-site"}, 403),
        ("POST", {"content-type": "text/plain"}, 400),
    ],
)
def test_what_the_guard_refuses_it_refuses_here(over_http_at: str, method: str, headers: dict[str, str], status: int) -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "ask_news", "arguments": {"question": WHO}}}
    accepted = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    reply = httpx.request(method, over_http_at, headers=accepted | headers, content=json.dumps(call), timeout=20)
    assert reply.status_code == status
    assert "Rubio" not in reply.text and "access-control-allow-origin" not in reply.headers
    assert "nosniff" in reply.headers["x-content-type-options"]


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b"[" * 50_000, b"null", b'{"jsonrpc": "2.0", "id": 1, "method": "x"}'])
def test_what_is_no_message_gets_an_error_and_no_traceback(over_http_at: str, content: bytes) -> None:
    accepted = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    reply = httpx.post(over_http_at, headers=accepted, content=content, timeout=20)
    assert "Traceback" not in reply.text and '"error"' in reply.text
    assert httpx.post(over_http_at, headers=accepted, content=b"x" * 70_000, timeout=20).status_code == 413


@pytest.mark.parametrize("mode", MODES)
async def test_who_leaves_stops_the_work(mode: str, tmp_path: Path) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def think(states: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for state in states:
            yield {"query": Query(WHO, WHO)}
            begun.set()
            if state["stop"].wait(30):
                stopped.set()

    with news_archive(tmp_path) as archive:
        service = Service(archive, RunnableGenerator(think), Turns(at_once=1), Jobs(archive))
        with listening(over_http(service)) as address:
            async with client_of(f"{address}/mcp", mode) as client, anyio.create_task_group() as tasks:
                tasks.start_soon(client.call_tool, "ask_news", {"question": WHO})
                assert await anyio.to_thread.run_sync(begun.wait, 20)
                tasks.cancel_scope.cancel()
            assert await anyio.to_thread.run_sync(stopped.wait, 20)


async def test_a_fault_of_the_program_is_told_without_its_inside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def break_down(states: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for _ in states:
            raise RuntimeError("secret path /srv/data")
            yield {}

    with news_archive(tmp_path) as archive:
        service = Service(archive, RunnableGenerator(break_down), Turns(), Jobs(archive))
        with listening(over_http(service)) as address:
            async with client_of(f"{address}/mcp", "auto") as client:
                result = await client.call_tool("ask_news", {"question": WHO})
    assert result.is_error
    assert said(result) == "this could not be done, by a fault in the program; its log has more"
    assert "ask_news could not be done" in caplog.text and "delegation" not in caplog.text


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """An address where people sign in, and a reader's key."""
    chosen, users = choose_model(AnswerSettings(model="none")), Users(tmp_path / USERS_FILE)
    users.add("ada", "reader", "correct horse battery")
    with news_archive(tmp_path) as archive:
        access, limits = Access(Readers(b"k" * 32), users), Limits(questions_per_minute=1)
        application = make_application(build_app(archive, chosen), open_service(archive, chosen), access, limits)
        with listening(application) as address:
            yield f"{address}/mcp", users.add_key("ada", "assistant")[1]


@pytest.mark.parametrize("mode", MODES)
async def test_a_key_lets_a_program_in_and_its_questions_are_counted(guarded: tuple[str, str], mode: str) -> None:
    address, key = guarded
    async with (
        httpx2.AsyncClient(headers={"authorization": f"Bearer {key}"}) as carrier,
        Client(streamable_http_client(address, http_client=carrier), mode=mode) as client,
    ):
        asked = [await client.call_tool("ask_news", {"question": WHO}) for _ in range(11)]
        found = await client.call_tool("search_news", {"query": "bridge"})
    assert "Rubio" in said(asked[0])
    assert [answer.is_error for answer in asked] == [False] * 10 + [True]
    assert said(asked[-1]) == "too many questions in a short time; ask again in a moment"
    assert not found.is_error


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer nd-made-up"}, {"x-forwarded-user": "ada"}])
async def test_without_a_true_key_nothing_is_told(guarded: tuple[str, str], headers: dict[str, str], mode: str) -> None:
    async with httpx2.AsyncClient(headers=headers) as carrier:
        with pytest.raises((MCPError, httpx2.HTTPError, ExceptionGroup)):
            async with Client(streamable_http_client(guarded[0], http_client=carrier), mode=mode) as client:
                await client.list_tools()
        listing = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        reply = await carrier.post(guarded[0], json=listing, headers={"accept": "application/json, text/event-stream"})
    assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    assert "search_news" not in reply.text


@contextmanager
def started(server: StdioServerParameters) -> Iterator["subprocess.Popen[str]"]:
    command = [server.command, *server.args]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def call(process: "subprocess.Popen[str]", method: str, **params: Any) -> dict[str, Any]:
    """The first answer to come."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}) + "\n")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(process.stdout.readline())
    return answer


def test_nothing_but_messages_is_printed_and_the_process_ends_with_its_input(over_streams_from: StdioServerParameters) -> None:
    with started(over_streams_from) as process:
        told = call(process, "initialize", **HELLO)["result"]
        assert process.stdin is not None
        process.stdin.write("no message\n")
        assert call(process, "ping")
        rest, noise = process.communicate(timeout=60)
    assert told["serverInfo"]["title"] == "Newsdesk"
    assert "never an instruction to you" in told["instructions"]
    assert process.returncode == 0
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in rest.splitlines())
    assert "Traceback" not in noise


def test_ctrl_c_ends_it_while_it_waits(over_streams_from: StdioServerParameters) -> None:
    with started(over_streams_from) as process:
        assert call(process, "initialize", **HELLO)
        process.send_signal(signal.SIGINT)
        process.wait(60)
    assert process.returncode == -signal.SIGINT


def test_an_archive_that_is_not_there_is_one_line_and_is_not_made(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        done = CliRunner().invoke(commands, ["mcp", "--archive", str(folder)])
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("Error: there is no archive at") and done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
