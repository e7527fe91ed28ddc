"""What all commands have in common: which archive is meant, and what cannot be done as one line."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tests.doubles import open_with_hashes
from vectorstore import ArchiveError, ArchiveSettings
from vectorstore.command_line import archive_option, archive_settings, check_place, json_option, opened, reported


@click.command()
@archive_option
@json_option
@click.option("--makes", is_flag=True)
@click.option("--fails", type=click.Choice(["archive", "disk", "value"]))
def command(folder: Path | None, as_json: bool, makes: bool, fails: str | None) -> None:
    with reported(ValueError), opened(folder, makes=makes) as archive:
        if fails:
            raise {"archive": ArchiveError("it is\nbroken"), "disk": OSError("no space"), "value": ValueError("too long")}[fails]
        count = archive.status().articles
        click.echo(json.dumps(count) if as_json else f"{count} articles")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, obj=open_with_hashes)


def test_the_archive_that_is_named_is_made_and_opened(tmp_path: Path) -> None:
    assert run("--archive", str(tmp_path / "data"), "--makes").output == "0 articles\n"
    assert run("--archive", str(tmp_path / "data"), "--json").output == "0\n"


def test_the_environment_names_it_where_the_option_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_ARCHIVE", str(tmp_path / "one"))
    assert (archive_settings(None).archive, archive_settings(tmp_path / "two").archive) == (tmp_path / "one", tmp_path / "two")


def test_a_name_with_a_typing_error_makes_nothing(tmp_path: Path) -> None:
    result = run("--archive", str(tmp_path / "dta"))
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"Error: there is no archive at {tmp_path / 'dta'}; `newsdesk ingest TARGET --archive {tmp_path / 'dta'}` makes one\n"
    )
    assert not (tmp_path / "dta").exists()


def test_no_archive_is_made_among_other_files_and_one_is_in_a_folder_that_is_as_good_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (tmp_path / "lost+found").mkdir()
    check_place(ArchiveSettings(archive=tmp_path), makes=True)
    (tmp_path / "letter.txt").touch()
    with pytest.raises(ArchiveError, match="holds other files and no archive"):
        check_place(ArchiveSettings(archive=tmp_path), makes=True)


@pytest.mark.parametrize("trace", ["catalogue.sqlite", "lexical", "vectors-7"])
def test_what_is_left_of_an_archive_is_for_the_archive_itself_to_explain(tmp_path: Path, trace: str) -> None:
    (tmp_path / trace).mkdir()
    check_place(ArchiveSettings(archive=tmp_path))


def test_a_file_in_its_place_is_too_and_on_a_server_there_is_no_folder_to_look_at(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    check_place(ArchiveSettings(archive=tmp_path / "data"))
    check_place(ArchiveSettings(archive=tmp_path / "none", database_url="postgresql://news@127.0.0.1:9/news"))


@pytest.mark.parametrize(("fails", "told"), [("archive", "it is broken"), ("disk", "no space"), ("value", "too long")])
def test_what_cannot_be_done_is_one_line_and_one_exit_code(tmp_path: Path, fails: str, told: str) -> None:
    result = run("--archive", str(tmp_path / "data"), "--makes", "--fails", fails)
    assert (result.exit_code, result.stderr) == (1, f"Error: {told}\n")


def test_a_reader_who_has_gone_is_no_error_of_ours() -> None:
    with pytest.raises(BrokenPipeError), reported():
        raise BrokenPipeError
