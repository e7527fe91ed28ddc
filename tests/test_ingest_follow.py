"""Followed sources: when they are due, how it went, and the commands."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from ingest import IngestReport, follow_source, read_followed
from ingest.__main__ import main as ingest_main
from ingest.follow import find_follow, make_follow, note_run, run_follows
from ingest.follow_commands import commands
from ingest.report import Event, Tally
from tests.doubles import open_with_hashes
from tests.hostile_server import Server, keeps, serves, web_server
from vectorstore import Archive, Follow

TEXT = "The bridge of Kelmouth was closed on Monday.\n\nFerries run every ten minutes, and the fare is two euros."


def feed(*links: str) -> bytes:
    items = "".join(f"<item><title>T</title><link>{link}</link></item>" for link in links)
    return f'<rss version="2.0"><channel><title>C</title>{items}</channel></rss>'.encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with web_server({"/rss.xml": keeps(feed("/a"), '"1"', "text/xml"), "/a": serves(TEXT, "text/plain")}) as running:
        yield running


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "paper.example", "https://a:b@paper.example/", ""])
def test_an_address_that_cannot_be_fetched_is_not_followed(url: str) -> None:
    with pytest.raises(ValueError):
        make_follow(url, 900, 0)


def test_a_source_is_found_however_its_address_is_written() -> None:
    follow = make_follow("site:HTTPS://Paper.example:443/news/#top", 900, 7)
    assert (follow.url, follow.next_run) == ("site:https://paper.example/news/", 7)
    assert find_follow([follow], "site:https://paper.example/news/") == follow
    assert find_follow([follow], "https://paper.example/news/") is None


def test_a_source_that_fails_says_since_when_and_is_asked_less_and_less() -> None:
    follow = Follow("https://paper.example/rss", every_seconds=900)
    failed = Event(follow.url, "failed", "the server answers 503")
    first = note_run(follow, failed, now=1000)
    assert (first.failing_since, first.last_error, first.next_run) == (1000, "the server answers 503", 1900)
    later = note_run(first, failed, now=1000 + 36_000)
    assert (later.failing_since, later.next_run) == (1000, 37_000 + 36_000)
    assert note_run(first, failed, now=1000 + 10 * 86_400).next_run == 1000 + 11 * 86_400
    well = note_run(later, Event(follow.url, "unchanged"), now=80_000)
    assert (well.failing_since, well.last_error, well.last_result, well.next_run) == (None, "", "unchanged", 80_900)


def test_sources_are_read_and_how_it_went_is_kept(archive: Archive, server: Server) -> None:
    for path in ("/rss.xml", "/gone.xml"):
        archive.follows.put(make_follow(server.url + path, 900, 100, allow_private=True))
    tally = Tally()
    run_follows(archive, archive.follows.all(), 200, tally)
    assert (tally.report().new, len(tally.report().failed)) == (1, 1)
    by_url = {follow.url: follow for follow in archive.follows.all()}
    good, gone = by_url[server.url + "/rss.xml"], by_url[server.url + "/gone.xml"]
    assert (good.last_run, good.last_result, good.last_error, good.next_run) == (200, "read", "", 1100)
    assert (gone.failing_since, gone.last_error) == (200, "the server answers 404 Not Found")
    assert len(archive.list_articles()) == 1
    (again,) = run_follows(archive, [good], 1200, Tally())
    assert again.last_result == "unchanged: has not changed since it was fetched"


def test_sources_are_followed_and_read_from_python_too(archive: Archive, server: Server) -> None:
    made = follow_source(archive, server.url + "/rss.xml", "2h", allow_private=True)
    assert (made.every_seconds, archive.follows.all()) == (7200, [made])
    assert read_followed(archive).new == 1
    assert archive.follows.all()[0].last_result == "read"
    # not due for two hours, but named
    assert str(read_followed(archive)) == str(IngestReport())
    assert read_followed(archive, [made.url]).unchanged == 1
    with pytest.raises(ValueError, match="is not followed"):
        read_followed(archive, [server.url + "/gone.xml"])
    with pytest.raises(ValueError, match="no interval"):
        follow_source(archive, made.url, "often")


def test_a_source_that_is_removed_keeps_its_articles(archive: Archive, server: Server) -> None:
    archive.follows.put(make_follow(server.url + "/rss.xml", 900, 0, allow_private=True))
    run_follows(archive, archive.follows.all(), 0, Tally())
    assert archive.follows.remove(server.url + "/rss.xml")
    assert not archive.follows.remove(server.url + "/rss.xml")
    assert (archive.follows.all(), len(archive.list_articles())) == ([], 1)


def command(tmp_path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["follow", *arguments, "--archive", str(tmp_path / "archive")], obj=open_with_hashes)


def test_the_commands_add_list_run_and_remove(tmp_path: Path, server: Server) -> None:
    url = server.url + "/rss.xml"
    assert command(tmp_path, "add", url, "--every", "2h", "--allow-private").output.startswith(f"following {url}, every 2h; ")
    assert command(tmp_path, "list").output.startswith(f"{url} every 2h: not read yet")
    run = command(tmp_path, "run")
    assert (run.exit_code, run.output) == (0, "1 new, 0 updated, 0 unchanged, 0 skipped, 0 failed\n")
    (told,) = json.loads(command(tmp_path, "list", "--json").output)
    assert (told["url"], told["every_seconds"], told["last_result"], told["failing_since"]) == (url, 7200, "read", None)
    assert command(tmp_path, "run").output.startswith("nothing is due before")
    named = command(tmp_path, "run", url)
    assert (named.exit_code, named.output) == (0, "0 new, 0 updated, 1 unchanged, 0 skipped, 0 failed\n")
    assert "its articles stay" in command(tmp_path, "remove", url).output
    assert command(tmp_path, "run").output.startswith("nothing is followed")
    assert command(tmp_path, "list").output.startswith("nothing is followed")


def test_a_source_that_fails_says_so_in_the_list_and_in_status(tmp_path: Path, server: Server) -> None:
    command(tmp_path, "add", server.url + "/gone.xml", "--allow-private")
    run = command(tmp_path, "run")
    assert run.exit_code == 1
    assert "has failed since" in command(tmp_path, "list").output
    status = CliRunner().invoke(main, ["status", "--archive", str(tmp_path / "archive")])
    assert f"{server.url}/gone.xml has failed since" in status.output
    assert "404" in status.output


def test_it_goes_on_until_it_is_stopped(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    # a pause of our own would take as long
    monkeypatch.setattr("ingest.follow_commands.time.sleep", sleep)
    command(tmp_path, "add", server.url + "/rss.xml", "--every", "10s", "--allow-private")
    run = command(tmp_path, "run", "--every", "20s")
    assert (run.exit_code, pauses) == (0, [20, 20, 20])
    assert run.output.count("1 new") == 1
    assert run.output.endswith("stopped\n")


def test_what_is_not_followed_or_no_address_is_one_line(tmp_path: Path) -> None:
    command(tmp_path, "add", "https://paper.example/rss")
    missing = command(tmp_path, "run", "https://other.example/")
    assert (missing.exit_code, missing.output.count("\n")) == (1, 1)
    assert "is not followed" in missing.output
    assert command(tmp_path, "remove", "nonsense").exit_code == 1
    assert command(tmp_path, "add", "ftp://paper.example/").exit_code == 2
    assert command(tmp_path, "add", "https://paper.example/", "--every", "soon").exit_code == 2


def test_the_command_is_reached_both_ways(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "add" in CliRunner().invoke(main, ["follow", "--help"]).output
    monkeypatch.setattr("sys.argv", ["ingest", "follow", "--help"])
    with pytest.raises(SystemExit):
        ingest_main()
    assert "remove" in capsys.readouterr().out
