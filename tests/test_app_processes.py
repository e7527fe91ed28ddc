"""Several processes over one PostgreSQL and one Chroma server: one ingests, the others ask, and all answer alike."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import ingest
from rag import ask, build_chain
from tests.doubles import HashEmbeddings
from tests.servers import ChromaServer, PostgresServer
from vectorstore import Archive, open_archive

ROOT = Path(__file__).parent.parent
QUESTIONS = (
    "who leads the US delegation?",
    "Why was the harbour bridge closed?",
    "Was ist mit der Klarwasserbrücke?",
    "What happened at the port last week?",
    "¿Quién ganó las elecciones?",
    "Who won the Oscars?",
)

ASKER = """
import json, sys
from tests.doubles import HashEmbeddings
from tests.test_app_processes import answer
from vectorstore import open_archive
with open_archive(sys.argv[1], embeddings=HashEmbeddings()) as archive:
    for line in sys.stdin:
        print(json.dumps(answer(archive, line.strip())), flush=True)
"""
INGESTER = """
import sys
from ingest import ingest
from tests.doubles import HashEmbeddings
from vectorstore import open_archive
with open_archive(sys.argv[1], embeddings=HashEmbeddings()) as archive:
    ingest(["samples"], archive)
"""


def answer(archive: Archive, question: str) -> dict[str, object]:
    given = ask(build_chain(archive, None), question)
    return {"text": given.text, "quotes": [(citation.quote, citation.article_id, citation.version) for citation in given.citations]}


class Asker:
    """Another process that answers."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", ASKER, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)

    def ask(self, question: str) -> dict[str, object]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{question}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the process has ended"
        answered: dict[str, object] = json.loads(line)
        return answered

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(60) == 0


def test_two_processes_answer_alike_while_and_after_a_third_ingests(
    tmp_path: Path, postgres: PostgresServer, chroma: ChromaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = answers_from_a_folder(tmp_path / "compared")
    monkeypatch.setenv("NEWS_DATABASE_URL", postgres.new_address())
    monkeypatch.setenv("NEWS_CHROMA_URL", chroma.url)
    monkeypatch.setenv("NEWS_EXACT_PASSAGES", "0")
    folders = tmp_path / "one", tmp_path / "other"
    ingesting = subprocess.Popen([sys.executable, "-c", INGESTER, str(folders[0])], cwd=ROOT)
    askers = [Asker(folder) for folder in folders]
    asked = 0
    while ingesting.poll() is None or not asked:
        for asker in askers:
            assert asker.ask(QUESTIONS[asked % len(QUESTIONS)])["text"]
        asked += 1
    assert ingesting.returncode == 0
    answers = [[asker.ask(question) for question in QUESTIONS] for asker in askers]
    for asker in askers:
        asker.end()
    assert answers[0] == answers[1]
    assert any(answered["quotes"] for answered in answers[0])
    assert answers[0] == compared


def answers_from_a_folder(folder: Path) -> list[dict[str, object]]:
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        ingest([str(ROOT / "samples")], archive)
        return [json.loads(json.dumps(answer(archive, question))) for question in QUESTIONS]
