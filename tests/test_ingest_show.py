"""Articles and the state of an archive, told to readers and to programs."""

from dataclasses import replace

import pytest

from ingest.show import article_json, article_text, changes_text, follow_json, follow_line, list_line, status_json, status_text, title_line
from tests.news import BRIDGE, FESTIVAL
from vectorstore import ArchiveStatus, Article, Changes, Cluster, Follow, Timestamp, Version

HOSTILE = Article(text="Words.\x1b[2J\u202eshown backwards", title="One\ntwo\t\x1b]0;title\x07three", source="A\nB", language="en")
ALONE = Cluster("c", ("a",), ("",), ())


def version(article: Article, number: int = 1, *, current: bool = True) -> Version:
    return Version("a1b2", number, article, 0, current)


def test_a_line_of_the_list_has_five_cells_and_says_what_is_unknown() -> None:
    assert list_line(version(BRIDGE)) == "a1b2\t2025-03-10\ten\tThe Harbour Courier\tHarbour Bridge closed"
    assert list_line(version(Article(text="Words."))) == "a1b2\tundated\tund\t-\t(no title)"


@pytest.mark.parametrize("tell", [list_line, title_line, lambda shown: article_text(shown, 1)], ids=["list", "title", "article"])
def test_what_an_article_holds_cannot_steer_a_terminal(tell) -> None:
    told = tell(version(HOSTILE))
    assert not {"\x1b", "\x07", "\u202e"} & set(told)


def test_a_title_cannot_make_cells_or_lines_of_its_own() -> None:
    assert list_line(version(HOSTILE)).count("\t") == 4
    assert "\n" not in list_line(version(HOSTILE))


def test_an_article_is_told_whole_with_where_its_date_was_read() -> None:
    shown = article_text(version(replace(BRIDGE, genre="opinion", corrections=("Nine weeks, not six.",))), 3)
    assert shown.startswith("Harbour Bridge closed\n") and shown.endswith(f"\n\n{BRIDGE.text}")
    facts = dict(line.split(maxsplit=1) for line in shown.split("\n\n")[0].splitlines()[1:] if len(line.split(maxsplit=1)) == 2)
    assert facts["published"] == "2025-03-10 (json-ld, exact to the day)"
    assert (facts["updated"], facts["genre"], facts["corrected"], facts["version"]) == (
        "unknown",
        "opinion",
        "Nine weeks, not six.",
        "1 of 3",
    )
    assert "genre" not in article_text(version(FESTIVAL), 1), "what nothing says is no line"
    assert "2 of 3, not the current one" in article_text(version(FESTIVAL, 2, current=False), 3)


def test_copies_and_other_dates_are_told_where_there_are_some() -> None:
    disputed = replace(BRIDGE, published_otherwise=(Timestamp(1741651200, "day", "url"),))
    shown = article_text(version(disputed), 1, [version(FESTIVAL)])
    assert "dated also  2025-03-11 (url, exact to the day)" in shown
    assert "copy        a1b2 “Festival programme” (Town Gazette, undated)" in shown


def test_changes_are_told_sentence_by_sentence() -> None:
    assert changes_text(version(BRIDGE), Changes(None)) == "version 1 is the first"
    told = changes_text(version(BRIDGE, 2), Changes(1, ("It takes ten weeks.",), ("It takes nine weeks.",), ("Old", "New")))
    assert told.splitlines() == ["version 2 against version 1", "- Old", "+ New", "- It takes nine weeks.", "+ It takes ten weeks."]
    assert changes_text(version(BRIDGE, 2), Changes(1)).endswith("the same sentences")


def test_a_program_gets_the_same_keys_for_every_article_and_its_text_only_when_one_is_asked_for() -> None:
    full, bare = (article_json(version(article), ALONE, 2) for article in (BRIDGE, Article(text="Words.")))
    listed = article_json(version(BRIDGE), ALONE)
    assert full.keys() == bare.keys() and listed.keys() < full.keys()
    assert (full["published"], full["provenance"]) == ("2025-03-10", {"published": "json-ld", "updated": None})
    assert (bare["published"], bare["url"], bare["source"]) == (None, "", "")
    assert "text" not in listed


STATUS = ArchiveStatus(
    articles=3, versions=4, passages=9, newest=None, undated=1, size_bytes=2_500_000, generation=7, follows=(),
    sources=(("Courier", 2), ("", 1)), languages=(("en", 3),), engines=(("words", "tantivy"),),
    embedding="", runtime="", vectors="ready", vectors_path=None,
)  # fmt: skip
FEED = Follow("https://paper.example.org/feed", 900)


def test_the_state_is_a_line_for_each_fact_and_failing_sources_are_named() -> None:
    lines = dict(line.split(maxsplit=1) for line in status_text(STATUS).splitlines())
    assert (lines["articles"], lines["sources"], lines["newest"]) == (
        "3 in 4 versions, 9 passages",
        "Courier 2, unknown 1",
        "undated, 1 undated",
    )
    assert (lines["size"], lines["embedding"], lines["engines"]) == ("2.5 MB", "chosen with the first article", "words: tantivy")
    failing = replace(FEED, failing_since=60, last_error="404")
    told = status_text(replace(STATUS, follows=(FEED, failing)))
    assert "2 sources" in told and "1 source\n" in status_text(replace(STATUS, follows=(failing,)))
    assert told.count("failing") == 1 and "has failed since" in told and "404" in told
    assert status_json(replace(STATUS, follows=(failing,)))["generation"] == 7


def test_a_followed_source_says_how_it_stands_and_when_it_is_next() -> None:
    assert "every 15m: not read yet" in follow_line(FEED)
    assert "2 new" in follow_line(replace(FEED, last_run=60, last_result="2 new"))
    assert "404" in follow_line(replace(FEED, failing_since=60, last_error="404"))
    assert follow_json(replace(FEED, failing_since=None))["failing_since"] is None
    assert follow_json(replace(FEED, failing_since=60))["failing_since"] == "1970-01-01T00:01:00Z"
