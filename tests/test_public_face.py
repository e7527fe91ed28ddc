"""What other programs rely on: names, fields and shapes that stay."""

import inspect
import json
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner
from langchain_core.documents import Document
from langchain_core.runnables import Runnable

from ingest import IngestReport, ingest
from ingest.commands import commands as ingest_commands
from rag import Answer, Citation, ask, build_chain
from rag.commands import commands as rag_commands
from tests.doubles import HashEmbeddings, open_with_hashes
from vectorstore import Archive, SearchFilter, open_archive

FERRY = "The ferry Aurora left the harbour of Kelmouth on Tuesday. Captain Ida Brandt leads a crew of forty."
QUESTION = "Which captain leads the crew of forty?"
CITATION = [
    "quote",
    "start",
    "end",
    "article_id",
    "version",
    "title",
    "url",
    "source",
    "published",
    "language",
    "translation",
    "suspicious",
]


@pytest.fixture
def archive(tmp_path: Path):
    record = {
        "text": FERRY,
        "url": "https://paper.example.org/ferry",
        "title": "Ferry leaves",
        "published": "2025-02-13",
        "source": "Paper",
    }
    (tmp_path / "ferry.jsonl").write_text(json.dumps(record))
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "empty.txt").write_text("")
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as opened:
        yield opened


def test_ingest_reports_counts_and_reasons(archive: Archive, tmp_path: Path) -> None:
    report = ingest([tmp_path / "ferry.jsonl", tmp_path / "broken.json", tmp_path / "empty.txt"], archive)
    assert isinstance(report, IngestReport)
    assert (report.new, report.updated, report.unchanged) == (1, 0, 0)
    ((skipped, _),) = report.skipped
    ((failed, reason),) = report.failed
    assert (Path(skipped).name, Path(failed).name) == ("empty.txt", "broken.json")
    assert "JSON" in reason


def test_search_gives_documents_best_first_with_these_metadata(archive: Archive, tmp_path: Path) -> None:
    ingest([tmp_path / "ferry.jsonl"], archive)
    found = archive.search("ferry", filter=None, k=10)
    assert all(isinstance(passage, Document) for passage in found)
    assert set(found[0].metadata) == {
        *("article_id", "version", "index", "start", "end", "url", "title", "source", "language", "published", "score"),
    }
    scores = [passage.metadata["score"] for passage in found]
    assert scores == sorted(scores, reverse=True)


def test_a_filter_has_these_fields_and_until_is_exclusive(archive: Archive, tmp_path: Path) -> None:
    ingest([tmp_path / "ferry.jsonl"], archive)
    assert [field.name for field in fields(SearchFilter)] == ["since", "until", "as_of", "sources", "languages", "genres"]
    assert archive.search("ferry", SearchFilter(until="2025-02-13")) == []
    assert archive.search("ferry", SearchFilter(since="2025-02-13", until="2025-02-14"))


def test_the_chain_is_a_runnable_and_ask_gives_an_answer(archive: Archive, tmp_path: Path) -> None:
    ingest([tmp_path / "ferry.jsonl"], archive)
    chain = build_chain(archive, model=None)
    assert isinstance(chain, Runnable)
    answer = ask(chain, QUESTION, history=())
    assert isinstance(answer, Answer)
    assert {"text", "abstained", "reason", "citations"} <= {field.name for field in fields(answer)}
    assert [field.name for field in fields(Citation)] == CITATION
    (citation,) = answer.citations
    assert citation.quote == "Captain Ida Brandt leads a crew of forty."
    assert archive.get_article(citation.article_id, citation.version).article.text[citation.start : citation.end] == citation.quote
    assert (str(citation.published), citation.url, citation.source) == ("2025-02-13", "https://paper.example.org/ferry", "Paper")


@pytest.mark.parametrize(
    ("function", "parameters"),
    [
        (open_archive, ["path"]),
        (Archive.search, ["self", "text", "filter", "k"]),
        (ingest, ["targets", "archive"]),
        (build_chain, ["archive", "model"]),
        (ask, ["chain", "question", "history"]),
    ],
)
def test_the_first_parameters_keep_their_names(function: object, parameters: list[str]) -> None:
    assert callable(function)
    assert list(inspect.signature(function).parameters)[: len(parameters)] == parameters


def test_the_json_of_the_commands_has_these_names(tmp_path: Path, archive: Archive) -> None:
    archive.close()
    folder = str(tmp_path / "archive")
    run = CliRunner()
    report = run.invoke(ingest_commands, ["ingest", str(tmp_path / "ferry.jsonl"), "--archive", folder, "--json"], obj=open_with_hashes)
    assert json.loads(report.stdout) == {"new": 1, "updated": 0, "unchanged": 0, "skipped": [], "failed": [], "refused_before": 0}
    said = run.invoke(rag_commands, ["ask", QUESTION, "--archive", folder, "--model", "none", "--json"], obj=open_with_hashes)
    answer = json.loads(said.stdout)
    assert list(answer)[:9] == ["question", "answer", "abstained", "reason", "silence", "direct", "form", "points", "citations"]
    assert list(answer)[9:] == ["sentences", "understood", "model", "language", "usage"]
    assert list(answer["citations"][0]) == CITATION
    assert answer["citations"][0]["published"] == "2025-02-13"
