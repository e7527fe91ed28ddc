"""Two processes of `newsdesk serve` over one PostgreSQL and one Chroma server: whichever is asked, the same is said."""

import json
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from tests.news import BRIDGE, DELEGATION, FESTIVAL
from tests.serve_process import ServeProcess, serving
from tests.servers import ChromaServer, PostgresServer

PASSWORD = "correct horse battery"
ARTICLES = [
    {"text": each.text, "title": each.title, "url": each.url, "id": each.key, "source": each.source, "language": each.language}
    for each in (BRIDGE, DELEGATION, FESTIVAL)
]
# a busy machine takes its time
JOB_SECONDS = 180
QUESTIONS = (
    "Who leads the US delegation?",
    "Wer leitet die US-Delegation?",
    "Why was the Harbour Bridge closed?",
    "Who won the Oscars?",
)


def run(*arguments: str) -> str:
    ended = CliRunner().invoke(main, arguments, input=f"{PASSWORD}\n")
    assert ended.exit_code == 0, ended.output
    return ended.output


def ask(server: ServeProcess, key: str) -> tuple[list[Any], Any]:
    """What it says to the questions and finds for each; and the scores, which may differ in the last digits of a processor's sums."""
    said, scores = [], []
    for question in QUESTIONS:
        answer = server.call("POST", "/v1/ask", key, json={"question": question})
        found = server.call("GET", "/v1/search", key, params={"q": question})
        assert (answer.status_code, found.status_code) == (200, 200), answer.text + found.text
        passages = found.json()["passages"]
        scores += [passage.pop("score") for passage in passages]
        said += [answer.json(), passages]
    return said, pytest.approx(scores, abs=1e-3)


def wait_for_job(server: ServeProcess, key: str, id: str) -> dict[str, Any]:
    deadline = time.monotonic() + JOB_SECONDS
    while time.monotonic() < deadline:
        job: dict[str, Any] = server.call("GET", f"/v1/jobs/{id}", key).json()
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError("the job does not end")


def test_two_processes_are_one_server(
    tmp_path: Path, postgres: PostgresServer, chroma: ChromaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {
        "NEWS_DATABASE_URL": postgres.new_address(),
        "NEWS_CHROMA_URL": chroma.url,
        # else so small an archive would not ask the Chroma server
        "NEWS_EXACT_PASSAGES": "0",
        "NEWS_EMBEDDING": "bundled",
        "NEWS_MODEL": "none",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    # nothing is shared but the servers
    run("users", "add", "ada", "--role", "editor", "--archive", str(tmp_path / "shell"))
    key = run("keys", "add", "ada", "--archive", str(tmp_path / "shell")).split()[0]
    with serving((tmp_path / "one", {}), (tmp_path / "other", {})) as (one, other):
        assert [server.call("GET", "/v1/models").status_code for server in (one, other)] == [401, 401]

        ordered = one.call("POST", "/v1/ingest", key, json={"articles": ARTICLES})
        assert ordered.status_code == 202, ordered.text
        told = wait_for_job(other, key, ordered.json()["id"])
        assert (told["state"], told["new"], told["failed"]) == ("done", len(ARTICLES), [])
        assert one.call("GET", f"/v1/jobs/{told['id']}", key).json() == told

        said, scores = ask(one, key)
        assert (said, scores.expected) == ask(other, key)
        cited = said[0]["citations"][0]
        assert "Rubio" in cited["quote"]

        # what one takes out, the other does not say any more
        assert other.call("DELETE", f"/v1/articles/{cited['article_id']}", key).status_code == 204
        assert one.call("GET", f"/v1/articles/{cited['article_id']}", key).status_code == 404
        without, scores = ask(one, key)
        assert (without, scores.expected) == ask(other, key)
        assert without != said and cited["article_id"] not in json.dumps(without)

        id = run("keys", "list", "--archive", str(tmp_path / "shell")).split()[0]
        run("keys", "remove", id, "--archive", str(tmp_path / "shell"))
        assert [server.call("GET", "/v1/models", key).status_code for server in (one, other)] == [401, 401]
        assert {server.end() for server in (one, other)} <= {0, -signal.SIGTERM}
    assert not (tmp_path / "one" / "archive" / "catalogue.sqlite").exists()
