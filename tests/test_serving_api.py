"""The interface for programs, as a program uses it."""

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api import api_of, small_api
from tests.news import BRIDGE, DELEGATION, news_archive
from vectorstore import Archive

WHO = "Who leads the US delegation?"
WORDS = "The council of Kelmouth voted on Tuesday for a tram line to the harbour, which opens in two years. " * 3


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, TestClient]]:
    with small_api(tmp_path_factory.mktemp("api")) as pair:
        yield pair


@pytest.fixture(scope="module")
def client(served: tuple[Archive, TestClient]) -> TestClient:
    return served[1]


def read_events(text: str) -> list[tuple[str, Any]]:
    blocks = [block.split("\n", 1) for block in text.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


def wait_for_job(client: TestClient, id: str) -> dict[str, Any]:
    deadline = time.monotonic() + 60
    while (job := client.get(f"/v1/jobs/{id}").json())["ended"] is None:
        assert time.monotonic() < deadline, job
        time.sleep(0.02)
    found: dict[str, Any] = job
    return found


def test_an_answer_carries_its_quotes_and_how_the_question_was_read(client: TestClient) -> None:
    told = client.post("/v1/ask", json={"question": "Wer leitete die US-Delegation im Februar 2025?"}).json()
    (citation,) = told["citations"]
    assert DELEGATION.text[citation["start"] : citation["end"]] == citation["quote"]
    assert "Marco Rubio" in citation["quote"]
    assert (citation["published"], citation["source"]) == ("2025-02-13", "Hafenblatt")
    assert (told["understood"]["since"], told["understood"]["as_of"]) == (None, "2025-02-28")
    assert told["sentences"][0]["verdict"] == "supported"


@pytest.mark.parametrize(
    "way", [{"json": {"question": WHO, "stream": True}}, {"json": {"question": WHO}, "headers": {"accept": "text/event-stream"}}]
)
def test_a_stream_tells_each_step_and_ends_with_the_same_answer(client: TestClient, way: dict[str, Any]) -> None:
    whole = client.post("/v1/ask", json={"question": WHO}).json()
    reply = client.post("/v1/ask", **way)
    events = read_events(reply.text)
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert [name for name, _ in events] == ["query", "passages", "answer"]
    assert events[-1][1] == whole
    assert {passage["article_id"] for passage in events[1][1]} >= {whole["citations"][0]["article_id"]}


def test_a_question_may_go_on_from_earlier_ones(client: TestClient) -> None:
    history = [{"question": WHO, "answer": "Marco Rubio [1]"}]
    told = client.post("/v1/ask", json={"question": "and in February 2025?", "history": history}).json()
    assert "delegation" in told["understood"]["text"]


def test_limits_hold(client: TestClient) -> None:
    body = {"question": "What happened to the Harbour Bridge?", "languages": ["de"]}
    told = client.post("/v1/ask", json=body).json()
    assert all(citation["language"] == "de" for citation in told["citations"])
    found = client.get("/v1/search", params={"q": "bridge", "source": ["Town Gazette", "Hafenblatt"], "since": "2025-01-01"}).json()
    assert {passage["source"] for passage in found["passages"]} == {"Hafenblatt"}
    assert found["undated"] == 1


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({}, 422, "question: Field required"),
        ({"question": ""}, 422, "at least 1 character"),
        ({"question": " "}, 400, "1 to 2000 characters"),
        ({"question": "x" * 2001}, 422, "at most 2000 characters"),
        ({"question": 5}, 422, "valid string"),
        ({"question": ["a"]}, 422, "valid string"),
        ({"question": "a", "qestion": "b"}, 422, "qestion"),
        ({"question": "a", "since": "soon"}, 400, "write it as 2025-02-13"),
        ({"question": "a", "since": "2025-02-01", "until": "2025-01-01"}, 400, "not before until"),
        ({"question": "a", "history": [{"question": "b"}]}, 422, "answer"),
        ({"question": "a", "sources": "Hafenblatt"}, 422, "list"),
    ],
)
def test_a_wrong_request_is_told_what_to_do(client: TestClient, body: dict[str, Any], status: int, said: str) -> None:
    reply = client.post("/v1/ask", json=body)
    assert reply.status_code == status
    assert set(reply.json()["error"]) == {"code", "message"}
    assert said in reply.json()["error"]["message"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"question": "a"', b"\xff\xfe", b"[" * 100_000, b"null", b'"who"'])
def test_what_is_no_json_object_is_refused_in_the_same_shape(client: TestClient, content: bytes) -> None:
    reply = client.post("/v1/ask", content=content, headers={"content-type": "application/json"})
    assert reply.status_code in (400, 422)
    assert reply.json()["error"]["message"]


@pytest.mark.parametrize(
    ("content", "type", "said"),
    [
        ('{"question": "who"}', "application/x-www-form-urlencoded", "Content-Type: application/json"),
        ('["who"]', "application/json", "send a JSON object"),
        ('{"question": who}', "application/json", "it is no JSON (Expecting value at character 13)"),
    ],
)
def test_a_body_that_cannot_be_read_is_told_what_to_send(client: TestClient, content: str, type: str, said: str) -> None:
    reply = client.post("/v1/ask", content=content, headers={"content-type": type})
    assert (reply.status_code, said in reply.json()["error"]["message"]) == (422, True), reply.text


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("GET", "/v1/articles?sources=Hafenblatt", "no parameter 'sources'; it takes limit, offset, since, until, as_of, source,"),
        ("GET", "/v1/search?q=bridge&form=2025-01-01", "no parameter 'form'"),
        ("POST", "/v1/ask?since=2025-01-01", "no parameter 'since'; it takes none"),
    ],
)
def test_a_limit_with_a_typing_error_is_refused_and_not_passed_over(client: TestClient, method: str, path: str, said: str) -> None:
    reply = client.request(method, path, json={"question": WHO} if method == "POST" else None)
    assert (reply.status_code, said in reply.json()["error"]["message"]) == (400, True), reply.text
    # other programs' interface is other programs' affair
    assert client.get("/v1/models?api-version=1").status_code == 200


def test_a_route_that_is_not_there_says_where_to_look(client: TestClient) -> None:
    reply = client.get("/v1/nothing")
    assert (reply.status_code, reply.json()["error"]["code"]) == (404, "not_found")
    assert "/v1/openapi.json" in reply.json()["error"]["message"]
    assert client.delete("/v1/search").status_code == 405


def test_articles_are_listed_a_page_at_a_time(client: TestClient) -> None:
    first = client.get("/v1/articles", params={"limit": 2}).json()
    second = client.get("/v1/articles", params={"limit": 2, "offset": first["next"]}).json()
    titles = [article["title"] for article in (*first["articles"], *second["articles"])]
    assert titles == ["Harbour Bridge closed", "Gespräche in Riad", "Festival programme"]
    assert second["next"] is None
    assert first["articles"][0]["published_from"] == "json-ld"


def test_an_article_is_read_whole_in_each_version_with_what_changed(tmp_path: Path) -> None:
    with small_api(tmp_path) as (_, client):
        changed = BRIDGE.text.replace("nine weeks", "twelve weeks")
        record = {"url": BRIDGE.url, "title": BRIDGE.title, "text": changed, "source": BRIDGE.source}
        job = client.post("/v1/ingest", json={"articles": [record]}).json()
        assert wait_for_job(client, job["id"])["updated"] == 1
        now = client.get(f"/v1/articles/{BRIDGE.article_id}").json()
        before = client.get(f"/v1/articles/{BRIDGE.article_id}", params={"version": 1}).json()
    assert (now["version"], now["text"], now["current"]) == (2, changed, True)
    assert (before["version"], before["text"], before["current"], before["changes"]) == (1, BRIDGE.text, False, None)
    assert now["changes"] == {"added": ["Repairs will take twelve weeks."], "removed": ["Repairs will take nine weeks."]}


def test_an_unknown_article_is_not_found(client: TestClient) -> None:
    for reply in (
        client.get("/v1/articles/0000"),
        client.delete("/v1/articles/0000"),
        client.get(f"/v1/articles/{BRIDGE.article_id}?version=9"),
    ):
        assert (reply.status_code, reply.json()["error"]["code"]) == (404, "not_found")


def test_a_deleted_article_is_gone_and_says_nothing_more(tmp_path: Path) -> None:
    with small_api(tmp_path) as (_, client):
        assert client.delete(f"/v1/articles/{DELEGATION.article_id}").status_code == 204
        assert client.get(f"/v1/articles/{DELEGATION.article_id}").status_code == 404
        assert "Rubio" not in client.post("/v1/ask", json={"question": WHO}).text


def test_articles_and_files_are_taken_in_as_jobs(tmp_path: Path) -> None:
    with small_api(tmp_path / "archive") as (archive, client):
        sent = client.post("/v1/ingest", json={"articles": [{"id": 1, "title": "Tram", "text": WORDS}, {"id": 2}], "source": "Courier"})
        assert sent.status_code == 202
        job = wait_for_job(client, sent.json()["id"])
        assert (job["state"], job["new"]) == ("done", 1)
        assert job["failed"] == [{"target": "articles[1]", "reason": "has no text (a field `text` or `body`)"}]
        files = [("files", ("../../a.txt", WORDS.replace("tram", "bus").encode())), ("files", ("b.md", b"# Ferry\n\n" + WORDS.encode()))]
        job = wait_for_job(client, client.post("/v1/ingest/files", files=files, data={"source": "Courier"}).json()["id"])
        assert (job["state"], job["new"], job["failed"]) == ("done", 2, [])
        (refused,) = wait_for_job(client, client.post("/v1/ingest/files", files=[("files", ("c.txt", b""))]).json()["id"])["skipped"]
        assert refused == {"target": "c.txt", "reason": "empty file"}
        assert {version.article.source for version in archive.list_articles()} >= {"Courier"}
        assert client.get("/v1/jobs").json()[1]["id"] == job["id"]


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "file:///etc/passwd", "../data", "ftp://a.example/", "javascript:alert(1)", "feed:/etc/passwd", ""]
)
def test_nobody_names_a_file_of_the_server(client: TestClient, target: str) -> None:
    reply = client.post("/v1/ingest", json={"targets": [target]})
    assert reply.status_code == 400
    assert "no http or https address" in reply.json()["error"]["message"]


@pytest.mark.parametrize("name", ["a.exe", ".env", "noending", ".."])
def test_files_of_no_known_format_are_refused(client: TestClient, name: str) -> None:
    reply = client.post("/v1/ingest/files", files=[("files", (name, b"x" * 300))])
    assert (reply.status_code, reply.json()["error"]["code"]) == (400, "invalid")


def test_an_address_inside_is_not_fetched_for_anyone(client: TestClient) -> None:
    job = wait_for_job(client, client.post("/v1/ingest", json={"targets": ["http://127.0.0.1:1/a"]}).json()["id"])
    assert (job["state"], job["new"], len(job["failed"])) == ("done", 0, 1)


def test_where_nobody_signs_in_nothing_is_written_over_the_network(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive, api_of(archive, may_write=False) as client:
        for reply in (
            client.post("/v1/ingest", json={"articles": [{"text": WORDS}]}),
            client.post("/v1/ingest/files", files=[("files", ("a.txt", WORDS.encode()))]),
            client.delete(f"/v1/articles/{BRIDGE.article_id}"),
        ):
            assert (reply.status_code, reply.json()["error"]["code"]) == (403, "read_only")
        assert client.post("/v1/ask", json={"question": WHO}).status_code == 200
        assert len(archive.list_articles()) == 3


def test_pages_of_other_servers_have_no_access(client: TestClient) -> None:
    for headers in ({"origin": "http://evil.example"}, {"host": "evil.example"}, {"sec-fetch-site": "cross-site"}):
        reply = client.post("/v1/ask", json={"question": WHO}, headers=headers)
        assert reply.status_code in (403, 421)
        assert "access-control-allow-origin" not in reply.headers


def test_a_body_that_is_too_large_is_cut_off(client: TestClient) -> None:
    assert client.post("/v1/ask", content=b'{"question": "' + b"x" * 5_000_000 + b'"}').status_code == 413
    assert client.post("/v1/ingest/files", files=[("files", ("a.txt", b"x" * 300_000))]).status_code == 413


def test_the_description_names_every_route(client: TestClient) -> None:
    described = client.get("/v1/openapi.json").json()
    assert set(described["paths"]) == {
        *("/ask", "/search", "/articles", "/articles/{article_id}", "/ingest", "/ingest/files", "/jobs", "/jobs/{job_id}"),
        *("/models", "/chat/completions"),
    }
    assert described["servers"] == [{"url": "/v1"}]


def test_health_readiness_and_figures_are_told(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() | {"generation": 0} == {
        "status": "ready", "articles": 3, "generation": 0, "vectors": "ready", "embedding": "hash", "model": None,
    }  # fmt: skip
    client.post("/v1/ask", json={"question": WHO})
    figures = client.get("/metrics").text
    assert 'newsdesk_requests_total{method="POST",route="/v1/ask",status="200"}' in figures
    assert 'newsdesk_step_seconds_count{step="answer"}' in figures
    assert "newsdesk_articles 3.0" in figures


def test_each_request_is_a_line_of_json_without_a_word_of_the_question(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with small_api(tmp_path) as (archive, _), api_of(archive, logs=True) as client, caplog.at_level(logging.INFO, "newsdesk.requests"):
        client.post(
            "/v1/ask", json={"question": f"{WHO}\nX-Forged: line"}, headers={"x-request-id": "a-1", "authorization": "Bearer geheim"}
        )
        client.get("/v1/articles/abc%0A{}", headers={"x-request-id": "b 2"})
    lines = [json.loads(record.getMessage()) for record in caplog.records]
    assert [(line["request"] == "a-1", line["route"], line["status"]) for line in lines] == [(True, "/v1/ask", 200), (False, "other", 404)]
    assert list(lines[0]["steps"]) == ["query", "passages", "draft", "answer"]
    assert "delegation" not in caplog.text and "geheim" not in caplog.text and "Forged" not in caplog.text


def test_an_article_without_an_address_has_null_for_one_everywhere(client: TestClient) -> None:
    told = client.post("/v1/ask", json={"question": "How much do tickets for the summer festival cost?"}).json()
    found = client.get("/v1/search", params={"q": "festival tickets", "source": "Town Gazette"}).json()
    whole = client.get(f"/v1/articles/{told['citations'][0]['article_id']}").json()
    assert [told["citations"][0]["url"], found["passages"][0]["url"], whole["url"]] == [None] * 3
