"""The commands that fill and keep an archive."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from ingest.commands import commands
from tests.doubles import open_with_hashes

STORM = "Two ports were shut on Monday as a storm moved in from the west, officials said."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles, which is where the commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWS_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.delenv("NEWS_EMBEDDING", raising=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"Storm closes ports\n\nBy Jane Doe\n13 February 2025\n\n{STORM}\n")
    (tmp_path / "in" / "b.jsonl").write_text(json.dumps({"text": STORM + "\x1b[2J", "title": "\x1b]0;b\x07", "id": "b", "x": "\x1b[31m"}))
    return tmp_path


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(commands, arguments, obj=open_with_hashes, input=typed)


def ids() -> list[str]:
    return [article["article_id"] for article in json.loads(run("list", "--json").stdout)]


def test_ingest_is_meant_when_no_command_is_named() -> None:
    for arguments in (["in"], ["ingest", "in"], ["--json", "in"]):
        result = run(*arguments)
        assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == {"new": 0, "updated": 0, "unchanged": 2, "skipped": [], "failed": [], "refused_before": 0}


def test_the_report_is_printed_and_no_bar_where_there_is_no_terminal() -> None:
    result = run("in")
    assert result.stdout == "2 new, 0 updated, 0 unchanged, 0 skipped, 0 failed\n"
    assert result.stderr == ""


def test_a_failure_is_exit_code_1_and_a_skip_alone_is_not(folder: Path) -> None:
    (folder / "in" / "empty.txt").write_text("")
    assert run("in").exit_code == 0
    result = run("in", "gone.txt")
    assert result.exit_code == 1
    assert "gone.txt: no such file or folder" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["ingest"], ["show"], ["list", "--nonsense"], ["--nonsense"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_file_called_like_a_command_is_reached_by_its_path(folder: Path) -> None:
    (folder / "list").mkdir()
    (folder / "list" / "c.txt").write_text(STORM + STORM)
    assert "1 new" in run("./list").stdout


def test_the_archive_is_where_the_option_says(folder: Path) -> None:
    run("in", "--archive", "elsewhere")
    assert (folder / "elsewhere").exists()
    assert len(json.loads(run("list", "--json", "--archive", "elsewhere").stdout)) == 2
    assert not (folder / "archive").exists()


def test_list_shows_the_newest_first_and_the_undated_last() -> None:
    run("in")
    dated, undated = run("list").stdout.splitlines()
    assert dated.split("\t")[1:] == ["2025-02-13", "en", "-", "Storm closes ports"]
    assert undated.split("\t")[1:3] == ["undated", "en"]
    assert len(run("list", "--limit", "1").stdout.splitlines()) == 1


def test_show_tells_everything_and_control_characters_never_reach_the_terminal() -> None:
    run("in")
    for article_id in ids():
        shown = run("show", article_id)
        assert shown.exit_code == 0
        assert STORM in shown.stdout
        assert "\x1b" not in shown.stdout
    first = run("show", ids()[0]).stdout
    assert "2025-02-13 (byline, exact to the day)" in first
    assert "Jane Doe" in first
    assert "1 of 1" in first


def test_show_gives_programs_the_text_and_the_times(folder: Path) -> None:
    run("in")
    (folder / "in" / "a.txt").write_text(f"Storm closes ports\n\n13 February 2025\n\n{STORM} Nobody was hurt.\n")
    run("in")
    shown = json.loads(run("show", ids()[0], "--version", "1", "--json").stdout)
    assert (shown["version"], shown["versions"], shown["current"], shown["text"]) == (1, 2, False, STORM)
    assert (shown["published"], shown["provenance"]["published"]) == ("2025-02-13", "byline")


def test_list_and_show_name_the_copies_of_an_article(folder: Path) -> None:
    story = f"{STORM} " + "Harbour master Ida Brandt said that forty ships are waiting outside, two of them with fruit for the market. "
    (folder / "in" / "a.txt").write_text(f"Storm closes ports\n\n13 February 2025\n\n{story}\n")
    (folder / "in" / "b.jsonl").write_text(json.dumps({"text": story, "title": "Ports shut", "id": "b", "source": "Gazette"}))
    run("in")
    first, second = (json.loads(run("show", id, "--json").stdout) for id in ids())
    assert first["cluster"] == second["cluster"] == first["article_id"]
    assert (first["copies"], second["copies"]) == ([second["article_id"]], [first["article_id"]])
    assert [article["cluster"] for article in json.loads(run("list", "--json").stdout)] == [first["cluster"]] * 2
    assert "“Ports shut” (Gazette, undated)" in run("show", first["article_id"]).stdout


def test_no_address_is_empty_text_as_in_an_answers_citations() -> None:
    run("in")
    assert [article["url"] for article in json.loads(run("list", "--json").stdout)] == ["", ""]
    assert json.loads(run("show", ids()[0], "--json").stdout)["url"] == ""


@pytest.mark.parametrize("arguments", [["show", "nonsense"], ["delete", "nonsense", "--yes"]])
def test_an_unknown_id_is_one_line_and_exit_code_1(arguments: list[str]) -> None:
    run("in")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_delete_asks_first() -> None:
    run("in")
    first, second = ids()
    asked = run("delete", first, typed="n\n")
    unasked = run("delete", first)
    assert (asked.exit_code, unasked.exit_code) == (1, 1)
    assert unasked.stderr.splitlines()[-1] == asked.stderr.splitlines()[-1] == "nothing was deleted; --yes says that it is meant"
    assert "Delete “Storm closes ports” (2025-02-13) with all its versions? [y/N]" in asked.stderr
    assert ids() == [first, second]
    assert run("delete", first, typed="y\n").exit_code == 0
    assert run("delete", second, "--yes", "--json").stdout == f'{{"deleted": "{second}"}}\n'
    assert ids() == []


def test_a_folder_does_not_bring_a_deleted_article_back_until_that_is_allowed() -> None:
    run("in")
    first, _ = ids()
    assert "newsdesk undelete" in run("delete", first, "--yes").stdout
    again = run("in")
    assert "0 new, 0 updated, 1 unchanged, 1 skipped" in again.stdout
    assert f"`newsdesk undelete {first}` lets it come back" in again.stdout
    assert run("undelete", first).exit_code == 0
    assert run("undelete", first).exit_code == 1
    assert "1 new" in run("in").stdout


def test_show_tells_what_a_version_changed(folder: Path) -> None:
    run("in")
    (folder / "in" / "a.txt").write_text(f"Storm closes ports\n\n13 February 2025\n\n{STORM} Nobody was hurt.\n")
    run("in")
    assert run("show", ids()[0], "--changes").stdout == "version 2 against version 1\n+ Nobody was hurt.\n"
    assert json.loads(run("show", ids()[0], "--changes", "--json").stdout)["added"] == ["Nobody was hurt."]
    assert run("show", ids()[0], "--version", "1", "--changes").stdout == "version 1 is the first\n"


def test_a_counter_of_views_or_a_link_to_more_is_no_new_version(folder: Path) -> None:
    for views, more in ((12, "Read more: Ferry late"), (1345, "Read more: Fog at sea")):
        (folder / "in" / "a.txt").write_text(
            f"Storm closes ports\n\n13 February 2025\n\n{STORM}\n\n{views} views\n\nShared {views} times\n\n{more}\n"
        )
        last = run("in")
    assert "0 new, 0 updated, 2 unchanged" in last.stdout


def test_status_tells_what_the_archive_holds() -> None:
    run("in")
    status = json.loads(run("status", "--json").stdout)
    assert (status["articles"], status["newest"], status["undated"], status["languages"]) == (2, "2025-02-13", 1, {"en": 2})
    assert "2 in 2 versions" in run("status").stdout


def test_an_archive_that_cannot_be_used_is_one_line(folder: Path) -> None:
    (folder / "file").write_text("x")
    for arguments in (["in"], ["list"], ["status"]):
        result = run(*arguments, "--archive", "file")
        assert result.exit_code == 1, arguments
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["list"], ["show", "x"], ["status"], ["delete", "x", "--yes"], ["reindex"]])
def test_a_slip_in_the_archives_name_makes_no_archive(folder: Path, arguments: list[str]) -> None:
    result = run(*arguments, "--archive", "typo")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: there is no archive at typo; `newsdesk ingest TARGET --archive typo` makes one\n"
    assert not (folder / "typo").exists()


def test_no_archive_is_made_among_other_files(folder: Path) -> None:
    result = run("in", "--archive", "in")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: in holds other files and no archive; name an empty or a new folder with --archive\n"
    assert sorted(file.name for file in (folder / "in").iterdir()) == ["a.txt", "b.jsonl"]
    (folder / "empty").mkdir()
    assert run("in", "--archive", "empty").exit_code == 0


def test_a_model_that_cannot_be_had_is_the_error_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_EMBEDDING", "nonsense/model")
    (folder / "in" / "0.txt").write_text("")
    result = CliRunner().invoke(commands, ["in"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nonsense/model" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_usage_names_the_command_as_it_was_called() -> None:
    for arguments in (["--nonsense"], ["ingest"]):
        told = CliRunner().invoke(commands, arguments, prog_name="python -m ingest").stderr
        assert told.startswith("Usage: python -m ingest [OPTIONS] TARGET...\nTry 'python -m ingest --help' for help.\n")
    assert CliRunner().invoke(main, ["ingest"], prog_name="newsdesk").stderr.startswith("Usage: newsdesk ingest [OPTIONS] TARGET...\n")
