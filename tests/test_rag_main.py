"""The command line says what the chain answers, for people and for programs."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rag import ask, build_chain
from rag.__main__ import main
from rag.commands import commands
from tests.doubles import open_with_hashes
from tests.model_server import Reply, model_server, says, says_and_counts
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive
from tests.test_public_face import CITATION

Run = Callable[..., Result]
QUESTION = "Wer leitet die US-Delegation?"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `ask` on an archive in which one title and one source try to drive the terminal."""
    monkeypatch.setenv("NEWS_MODEL", "none")
    trap = replace(BRIDGE, title="Bridge \x1b[31mclosed", source="Courier\x07")
    with news_archive(tmp_path, trap, DELEGATION, FESTIVAL):
        pass

    def run(*arguments: str, text: str | None = None) -> Result:
        return CliRunner().invoke(commands, ["ask", "--archive", str(tmp_path), *arguments], input=text, obj=open_with_hashes)

    return run


def test_a_question_is_answered_with_quote_source_and_date(run: Run) -> None:
    result = run(QUESTION)
    assert result.exit_code == 0
    assert "Steve Witkoff.” — Hafenblatt, 13. Februar 2025 [1]" in result.stdout
    assert "https://hafenblatt.example.org/riad" in result.stdout


def test_json_holds_what_python_gets(run: Run, tmp_path: Path) -> None:
    result = json.loads(run(QUESTION, "--json").stdout)
    with open_with_hashes(tmp_path) as archive:
        answer = ask(build_chain(archive), QUESTION)
    assert list(result)[:5] == ["question", "answer", "abstained", "reason", "silence"]
    assert (result["question"], result["answer"], result["abstained"], result["reason"]) == (QUESTION, answer.text, False, None)
    assert list(result["citations"][0]) == CITATION
    assert result["citations"][0]["quote"] == answer.citations[0].quote
    assert result["citations"][0]["published"] == "2025-02-13"


def test_an_unknown_date_is_null(run: Run) -> None:
    assert json.loads(run("What do festival tickets cost?", "--json").stdout)["citations"][0]["published"] is None


def test_silence_is_no_error_and_gives_its_reason(run: Run) -> None:
    result = run("Who won the Oscars?")
    assert result.exit_code == 0
    assert "does not answer" in result.stdout and result.stderr.strip()


def test_articles_without_a_date_that_a_date_leaves_out_are_counted(run: Run) -> None:
    assert "1 Artikel ohne bekanntes Datum" in run(QUESTION, "--since", "2025-01-01").stderr
    assert "publication date" not in run(QUESTION).stderr


def test_filters_reach_the_search(run: Run) -> None:
    assert "Rubio" not in run(QUESTION, "--source", "Town Gazette").stdout
    assert "Rubio" not in run(QUESTION, "--language", "en").stdout
    assert "Rubio" not in run(QUESTION, "--until", "2025-02-13").stdout
    assert "Rubio" not in run(QUESTION, "--as-of", "2025-02-12").stdout
    assert "Rubio" in run(QUESTION, "--as-of", "2025-02-13", "--source", "hafenblatt", "--language", "de").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--since", "yesterday", "Who?"],
        ["--since", "2025-02-02", "--until", "2025-02-01", "Who?"],
        [""],
        ["--json"],
        ["x" * 2001],
        ["--nope"],
    ],
)
def test_wrong_usage_ends_with_two(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_an_archive_that_cannot_be_opened_ends_with_one_and_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = CliRunner().invoke(commands, ["ask", "--archive", str(tmp_path / "file"), "Who?"])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


def test_a_model_that_cannot_be_loaded_is_named_and_quotes_are_shown(run: Run) -> None:
    result = run(QUESTION, "--model", "nonsense:x")
    assert result.exit_code == 0 and "Rubio" in result.stdout
    assert "nonsense:x" in result.stderr


def test_articles_cannot_drive_the_terminal(run: Run) -> None:
    result = run("Why was the Harbour Bridge closed?")
    assert "Bridge [31mclosed" in result.stdout
    assert "\x1b" not in result.output and "\x07" not in result.output


def answers_and_translates(reply: Reply) -> None:
    if "Translate each numbered quote" in reply.prompt:
        reply.say("1. The White House put four men at the head of the delegation.")
    else:
        says("Marco Rubio leads the US delegation [{0}]. He was late.")(reply)


def test_below_what_a_model_wrote_stand_quote_source_date_and_translation(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with model_server(answers_and_translates) as server:
        monkeypatch.setenv("NEWS_MODEL_URL", server.url)
        monkeypatch.setenv("NEWS_MODEL_TRANSLATES", "true")
        result = run("Who leads the US delegation?", "--model", "openai:test")
    assert result.stdout.startswith("Marco Rubio leads the US delegation. [1] He was late.")
    assert "Steve Witkoff.” — Hafenblatt, 13 February 2025\n" in result.stdout
    assert "    “The White House put four men at the head of the delegation.” (translated by the model)" in result.stdout
    assert "not in the sources: " not in result.stdout


def test_what_a_model_cost_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # one question to it, not another one for the search
    monkeypatch.setenv("NEWS_MODEL_SEARCHES", "false")
    with model_server(says_and_counts("Marco Rubio leitet die US-Delegation [{0}].", read=120, written=9)) as server:
        monkeypatch.setenv("NEWS_MODEL_URL", server.url)
        result = run(QUESTION, "--model", "openai:test")
        told = json.loads(run(QUESTION, "--model", "openai:test", "--json").stdout)
    assert "Das Modell hat 120 Token gelesen und 9 geschrieben." in result.stderr
    assert told["usage"] == {"input_tokens": 120, "output_tokens": 9}


def test_a_conversation_understands_follow_ups(run: Run) -> None:
    result = run(text=f"{QUESTION}\nUnd wer noch?\n\n")
    assert result.exit_code == 0
    assert result.stdout.count("“Mit der Leitung der US-Delegation") == 2


def test_a_conversation_goes_on_after_a_question_that_is_too_long(run: Run) -> None:
    result = run(text=f"{'x' * 2001}\n{QUESTION}\n")
    assert result.exit_code == 0
    assert "2001" in result.stderr and "Steve Witkoff" in result.stdout


def test_the_command_s_name_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["ask", "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
        shown = capsys.readouterr().out
        assert "Usage: python -m rag [OPTIONS] [QUESTION]" in shown
        assert "Answer QUESTION" in shown and "--since" in shown
    with pytest.raises(SystemExit):
        main(["--since", "never", "Who?"])
    assert "'never' is not a date" in capsys.readouterr().err


def test_where_there_is_no_archive_none_is_made(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["ask", "--archive", str(tmp_path / "typo"), "Who?"])
    assert result.exit_code == 1
    assert f"there is no archive at {tmp_path / 'typo'}; `newsdesk ingest" in result.stderr and result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
