"""What gave no article is not read again as it is, and the report says so."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest import IngestReport
from ingest import ingest as take_in
from ingest.ahead import Known, ReadAhead
from ingest.batches import Batches
from ingest.commands import commands
from ingest.crew import Readers
from ingest.embedder import Embedder
from ingest.errors import Unlucky
from ingest.item import Item
from ingest.known import program, recall
from ingest.pipeline import _take_in
from ingest.report import Event
from tests.doubles import open_with_hashes
from tests.hostile_server import Server, keeps, serves
from vectorstore import Archive

TEXT = "Two ports were shut on Monday as a storm moved in from the west, officials said on Tuesday. "
# a text, which is read without a process of its own
NO_ARTICLE = " * * * "
LOGIN = "<html><body><p>Please log in.</p></body></html>"

PLAIN = "text/plain; charset=utf-8"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article, and what is none in four ways."""
    files = tmp_path / "in"
    files.mkdir()
    (files / "a.txt").write_text(TEXT)
    (files / "none.txt").write_text(NO_ARTICLE)
    (files / "broken.json").write_text("{")
    (files / "blank.jsonl").write_text('{"text": " "}\n{"title": "no text"}\n')
    return files


def counts(report: IngestReport) -> tuple[int, int, int, int]:
    return report.new, len(report.skipped), len(report.failed), report.refused_before


class Counting:
    """Stands for the reading processes, and counts what they are given."""

    def __init__(self) -> None:
        self.read_items: list[str] = []

    def read(self, item: Item, source: str) -> Iterator[Unlucky]:
        self.read_items.append(item.target)
        yield Unlucky(item.target, "ended")

    def kill(self) -> None: ...

    def close(self) -> None: ...


def test_a_second_run_reads_nothing_again_and_gives_the_same_reasons(archive: Archive, folder: Path) -> None:
    first = take_in([folder], archive)
    assert counts(first) == (1, 2, 2, 0)
    second = take_in([folder], archive)
    assert counts(second) == (0, 2, 2, 4)
    assert second.unchanged == 1
    for before, now in zip((*first.skipped, *first.failed), (*second.skipped, *second.failed), strict=True):
        assert now == (before.target, f"refused before: {before.reason}")
    assert str(second).splitlines()[0] == "0 new, 0 updated, 1 unchanged, 2 skipped, 2 failed (4 of these refused before)"


def test_what_was_refused_is_not_given_to_any_reader(archive: Archive, folder: Path) -> None:
    (folder / "login.html").write_text(LOGIN)
    take_in([folder / "login.html"], archive)
    page = Item("login.html", "html", LOGIN.encode(), "login.html")
    reader = Counting()
    remembering: list[Callable[[bytes], Known | None]] = [partial(recall, archive), lambda digest: None]
    for remember in remembering:
        with ReadAhead([page], "", remember, Readers(lambda: reader, 1, 8)) as ahead:
            for entry in ahead:
                if entry.known is None:
                    list(ahead.read(entry))
    assert reader.read_items == ["login.html"]


def test_it_is_read_again_when_its_bytes_change(archive: Archive, folder: Path) -> None:
    take_in([folder], archive)
    (folder / "none.txt").write_text(TEXT * 2)
    (folder / "broken.json").write_text("[")
    assert counts(take_in([folder], archive)) == (1, 1, 2, 2)


@pytest.fixture
def newer_lxml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Called, it installs another version of one of the libraries that read for us, as far as Python can tell."""

    def install() -> None:
        made = tmp_path / "site" / "lxml-999.dist-info"
        made.mkdir(parents=True)
        (made / "METADATA").write_text("Metadata-Version: 2.1\nName: lxml\nVersion: 999\n")
        monkeypatch.syspath_prepend(str(made.parent))
        program.cache_clear()

    yield install
    program.cache_clear()


def test_it_is_read_again_when_the_program_has_changed(archive: Archive, folder: Path, newer_lxml: Callable[[], None]) -> None:
    take_in([folder], archive)
    newer_lxml()
    assert counts(take_in([folder], archive)) == (0, 2, 2, 0)
    assert counts(take_in([folder], archive)) == (0, 2, 2, 4)


def test_it_is_read_again_when_that_is_asked_for(archive: Archive, folder: Path) -> None:
    take_in([folder], archive)
    assert counts(take_in([folder], archive, again=True)) == (0, 2, 2, 0)


def test_what_failed_by_bad_luck_is_tried_again(archive: Archive) -> None:
    item = Item("a.html", "html", b"<p>x", "a.html")
    reader = Counting()
    for _ in range(2):
        with (
            archive.writing(),
            Embedder() as embedder,
            ReadAhead([item], "", partial(recall, archive), Readers(lambda: reader, 1, 8)) as ahead,
        ):
            assert list(_take_in(ahead, archive, Batches(archive, embedder))) == [Event("a.html", "failed", "ended")]
    assert reader.read_items == ["a.html"] * 2


def test_a_deleted_article_is_not_read_again_until_it_may_come_back(archive: Archive, folder: Path) -> None:
    take_in([folder / "a.txt"], archive)
    (version,) = archive.list_articles()
    archive.delete(version.article_id)
    assert counts(take_in([folder / "a.txt"], archive)) == (0, 1, 0, 0)
    report = take_in([folder / "a.txt"], archive)
    assert counts(report) == (0, 1, 0, 1)
    assert f"newsdesk undelete {version.article_id}" in report.skipped[0].reason
    archive.undelete(version.article_id)
    assert counts(take_in([folder / "a.txt"], archive)) == (1, 0, 0, 0)


def take_page(archive: Archive, server: Server, again: bool = False) -> tuple[int, int, int, int]:
    return counts(take_in([server.url + "/a"], archive, allow_private=True, again=again))


def test_a_page_that_gave_no_article_is_not_sent_again(archive: Archive, server: Server) -> None:
    server.pages["/a"] = keeps(NO_ARTICLE, '"1"', PLAIN)
    assert take_page(archive, server) == (0, 1, 0, 0)
    assert take_page(archive, server) == (0, 1, 0, 1)
    assert server.headers[-1]["If-None-Match"] == '"1"'
    assert take_page(archive, server, again=True) == (0, 1, 0, 0)
    assert "If-None-Match" not in server.headers[-1]
    server.pages["/a"] = keeps(TEXT, '"2"', PLAIN)
    assert take_page(archive, server) == (1, 0, 0, 0)
    assert take_in([server.url + "/a"], archive, allow_private=True).unchanged == 1


def test_a_page_is_asked_for_anew_when_the_program_has_changed(archive: Archive, server: Server, newer_lxml: Callable[[], None]) -> None:
    server.pages["/a"] = keeps(NO_ARTICLE, '"1"', PLAIN)
    take_page(archive, server)
    newer_lxml()
    assert take_page(archive, server) == (0, 1, 0, 0)
    assert "If-None-Match" not in server.headers[-1]


def test_a_page_that_its_sitemap_says_is_as_it_was_is_refused_without_a_request(archive: Archive, server: Server) -> None:
    urls = f"<url><loc>{server.url}/a</loc><lastmod>2025-03-11</lastmod></url>"
    server.pages |= {
        "/sitemap.xml": serves(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>', "text/xml"),
        "/a": serves(NO_ARTICLE, PLAIN),
    }
    for before in (0, 1):
        assert counts(take_in([server.url + "/sitemap.xml"], archive, allow_private=True)) == (0, 1, 0, before)
    assert server.asked("/a") == 1


def test_what_robots_txt_forbids_is_asked_of_the_host_each_time(archive: Archive, server: Server) -> None:
    server.pages |= {"/robots.txt": serves("User-agent: *\nDisallow: /a", "text/plain"), "/a": serves(TEXT, PLAIN)}
    assert take_page(archive, server)[3] == take_page(archive, server)[3] == 0
    server.pages["/robots.txt"] = serves("", "text/plain")
    assert take_page(archive, server) == (1, 0, 0, 0)


def test_the_command_says_it_and_reads_again_when_told_to(folder: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, dict[str, object]]:
        result = CliRunner().invoke(
            commands, ["ingest", str(folder), "--archive", str(tmp_path / "b"), "--json", *arguments], obj=open_with_hashes
        )
        return result.exit_code, json.loads(result.stdout)

    assert run()[1]["refused_before"] == 0
    code, report = run()
    # what could not be read still has not been
    assert (code, report["refused_before"]) == (1, 4)
    assert run("--again")[1]["refused_before"] == 0
