"""Articles out of JSON and JSON Lines."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.read import read_file
from ingest.records import read_record
from vectorstore import Article

TEXT = "Two ports were shut on Monday as a storm moved in."


def read_lines(tmp_path: Path, *lines: object) -> list[Article | IngestError]:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return list(read_file(path))


def test_every_documented_field_is_read() -> None:
    article = read_record(
        {
            "text": "First line.\nSecond line.", "id": 7, "url": "https://paper.example/a", "title": " Storm\ncloses ports ",
            "published": "2025-02-13T09:00:00+01:00",
            "updated": "2025-02-14", "source": "The Paper", "authors": ["Jane Doe", "Ali Khan"], "language": "en-GB", "section": "Weather",
            "pages": 3, "tags": ["a", "ä"], "note": "x", "nothing": None,
        },
        "a.jsonl:1",
    )  # fmt: skip
    assert article == Article(
        text="First line.\n\nSecond line.", key="7", url="https://paper.example/a", title="Storm closes ports", published=article.published,
        updated=article.updated, source="The Paper", authors=("Jane Doe", "Ali Khan"), language="en", section="Weather",
        metadata={"pages": "3", "tags": '["a", "ä"]', "note": "x"},
    )  # fmt: skip
    assert (str(article.published), str(article.updated)) == ("2025-02-13T08:00:00Z", "2025-02-14")


def test_body_stands_for_text_and_one_author_for_a_list() -> None:
    article = read_record({"body": TEXT, "authors": "Jane Doe"}, "a.jsonl:1")
    assert (article.text, article.authors) == (TEXT, ("Jane Doe",))


def test_a_date_that_cannot_be_read_is_kept_as_it_was_written() -> None:
    article = read_record({"text": TEXT, "published": "last Tuesday"}, "a.jsonl:1")
    assert (article.published, article.metadata) == (None, {"published": "last Tuesday"})


def test_an_address_that_could_do_harm_is_not_kept() -> None:
    article = read_record({"text": TEXT, "url": "javascript:alert(1)", "id": "a1"}, "a.jsonl:1")
    assert (article.url, article.key) == (None, "a1")


def test_the_source_is_the_host_where_none_is_named() -> None:
    assert read_record({"text": TEXT, "url": "https://www.paper.example/a"}, "a.jsonl:1").source == "paper.example"
    assert read_record({"text": TEXT}, "a.jsonl:1", source="The Paper").source == "The Paper"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, "has no text (a field `text` or `body`)"),
        ({"text": 5}, "text is a number, not text"),
        ({"text": [TEXT], "body": TEXT}, "text is a list, not text"),
        ({"body": {"a": 1}}, "body is an object, not text"),
    ],
)
def test_a_record_whose_text_is_none_is_one_line(record: dict[str, object], reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_record(record, "a.jsonl:1")
    assert str(caught.value) == f"a.jsonl:1: {reason}"


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("title", ["a"], '["a"]'),
        ("authors", {"name": "Jané"}, '{"name": "Jané"}'),
        ("authors", [1], "[1]"),
        ("id", True, "true"),
        ("url", 7, "7"),
        ("source", 1.5, "1.5"),
        ("section", {}, "{}"),
        ("language", ["de"], '["de"]'),
        ("published", {"year": 2025}, '{"year": 2025}'),
    ],
)
def test_a_field_of_a_wrong_type_is_kept_as_text_and_costs_nothing_else(name: str, value: object, kept: str) -> None:
    without = read_record({"text": TEXT}, "a.jsonl:1")
    assert read_record({"text": TEXT, name: value}, "a.jsonl:1") == replace(without, metadata={name: kept})


def test_bad_lines_do_not_stop_the_rest(tmp_path: Path) -> None:
    lines = [
        '{"text": "cut',
        "[1, 2]",
        "nonsense",
        '{"text": ""}',
        "",
        "[" * 100_000,
        '{"text": "x", "id": ' + "9" * 10_000 + "}",
        {"text": TEXT},
    ]
    results = read_lines(tmp_path, *lines)
    assert [type(result) for result in results] == [Unreadable, Unreadable, Unreadable, NotAnArticle, Unreadable, Unreadable, Article]
    assert [result.target.rsplit(":", 1)[1] for result in results if isinstance(result, IngestError)] == ["1", "2", "3", "4", "6", "7"]


def test_bytes_that_are_no_utf8_spoil_their_line_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n' + json.dumps({"text": TEXT}).encode())
    assert [type(result) for result in read_file(path)] == [Unreadable, Article]


def test_a_json_file_holds_one_record_or_a_list(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": TEXT}))
    [article] = read_file(path)
    assert isinstance(article, Article)
    # the file is one article: changed, it is a new version of it
    assert article.origin == str(path)
    path.write_text(json.dumps([{"text": TEXT}, {}, {"text": TEXT, "id": "b"}]))
    first, second, third = read_file(path)
    assert isinstance(first, Article) and first.origin is None
    assert isinstance(second, Unreadable) and second.target == f"{path}[2]"
    assert isinstance(third, Article) and third.key == "b"


@pytest.mark.parametrize(
    ("content", "kind"),
    [('{"text": "cut', Unreadable), ("[]", NotAnArticle), ("5", Unreadable), ("", NotAnArticle), ("[" * 200_000, Unreadable)],
)
def test_a_json_file_without_records_is_one_line(tmp_path: Path, content: str, kind: type[IngestError]) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    [error] = read_file(path)
    assert type(error) is kind
    assert "\n" not in str(error)


def test_an_empty_file_of_lines_is_skipped(tmp_path: Path) -> None:
    assert [type(result) for result in read_lines(tmp_path, "", "  ")] == [NotAnArticle]
