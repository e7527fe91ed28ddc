"""From a file to its articles, by its kind; whatever is in it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.item import Hints, Item
from ingest.read import read_file, read_item
from vectorstore import Article, Timestamp

SENTENCE = "Two ports were shut on Monday as a storm moved in from the west, officials said on 13 February 2025. "
PIECES = st.sampled_from(
    ["<p>", "</div>", "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":', "---\n",
     "title: x\n", "# ", "[a](b)", "**", "|", "\n\n",
     '{"text": "', '"}', "[", "]", "\\ud800", "&#0;", "<!--", "-->", "\x00", "é", "国家。", "\u202e", "13/02/2025",
     "By Jane Doe\n", SENTENCE, "2025-13-45", "1e999"]
)  # fmt: skip


@pytest.mark.parametrize("suffix", [".txt", ".MD", ".html", ".json", ".jsonl"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=30), noise=st.binary(max_size=20))
def test_any_content_gives_articles_or_reasons_of_one_line(tmp_path: Path, suffix: str, pieces: list[str], noise: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes("".join(pieces).encode() + noise)
    for result in read_file(path):
        if isinstance(result, Article):
            assert result.text.strip()
            result.text.encode()
            result.title.encode()
        else:
            assert isinstance(result, IngestError)
            assert "\n" not in result.reason
            assert "fault in the program" not in result.reason


def test_a_file_is_its_articles_origin_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SENTENCE)
    [article] = read_file(Path("a.txt"))
    assert isinstance(article, Article)
    assert article.origin == str(tmp_path / "a.txt")
    assert article.fetched is None


def test_the_given_source_stands_in_where_a_document_names_none(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for front, source in (("title: t", "My Paper"), ("source: The Paper", "The Paper")):
        path.write_text(f"---\n{front}\n---\n{SENTENCE}")
        [article] = read_file(path, "My Paper")
        assert isinstance(article, Article)
        assert article.source == source


SAID = Timestamp(1_739_404_800, "day", "feed")
LATER = Timestamp(1_739_500_000, "second", "feed")
HINTS = Hints("https://paper.example/a", "From the feed", "The Paper", "de", ("Jane Doe",), "World", SAID, LATER)


def read_one(item: Item) -> Article:
    [article] = read_item(item)
    assert isinstance(article, Article)
    return article


def test_hints_fill_what_the_item_does_not_say() -> None:
    article = read_one(Item("a.jsonl:1", "record", b'{"text": "1234 5678 9012"}', "a.jsonl", hints=HINTS))
    assert (article.url, article.title, article.source) == (HINTS.url, HINTS.title, HINTS.source)
    assert (article.authors, article.section, article.published, article.updated) == (("Jane Doe",), "World", SAID, LATER)


def test_hints_never_replace_what_the_item_says() -> None:
    record = (
        b'{"text": "Zwei H\xc3\xa4fen waren am Montag wegen eines Sturms geschlossen, sagte die Polizei.", "url": "https://a.example/b",'
        b'"title": "Sturm", "source": "Blatt", "authors": "A B", "section": "Welt", "published": "2025-02-01", "updated": "2025-02-02"}'
    )
    plain = read_one(Item("a.jsonl:1", "record", record, "a.jsonl"))
    hinted = read_one(Item("a.jsonl:1", "record", record, "a.jsonl", hints=HINTS))
    assert replace(hinted, published_otherwise=()) == plain
    assert hinted.published_otherwise == (SAID,)


def test_a_source_that_is_named_goes_before_the_host_that_is_not() -> None:
    item = Item("a.txt", "text", SENTENCE.encode(), "a.txt", url="https://paper.example/a")
    assert (read_one(item).source, read_one(item).url) == ("paper.example", "https://paper.example/a")
    hinted = Item("a.txt", "text", SENTENCE.encode(), "a.txt", url="https://paper.example/a", hints=Hints(source="The Paper"))
    assert read_one(hinted).source == "The Paper"


def test_a_text_without_a_date_has_that_of_its_agencys_or_press_releases_opening() -> None:
    opening = "KELMOUTH, Feb. 13, 2025 /PRNewswire/ -- "
    for text, published in ((opening + SENTENCE, "2025-02-13 text"), ("Paris, 13 February 2025 – " + SENTENCE, None)):
        for item in (Item("a.txt", "text", text.encode(), "a"), Item("a:1", "record", json.dumps({"text": text}).encode(), "a")):
            time = read_one(item).published
            assert (f"{time} {time.provenance}" if time else None) == published
    hinted = read_one(Item("a.txt", "text", (opening + SENTENCE).encode(), "a", hints=Hints(published=LATER)))
    assert hinted.published == LATER


def test_an_update_at_the_time_of_publication_is_none() -> None:
    hints = Hints(published=SAID, updated=SAID)
    assert read_one(Item("a.txt", "text", SENTENCE.encode() * 2, "a.txt", hints=hints)).updated is None


def test_hints_are_as_untrusted_as_the_item() -> None:
    hints = Hints(url="javascript:alert(1)", title="x\x1b[2J\ud800y", authors=("a\nb",))
    article = read_one(Item("a.txt", "text", (SENTENCE * 2).encode(), "a.txt", hints=hints))
    assert (article.url, article.authors) == (None, ("a b",))


def test_the_time_of_fetching_and_the_origin_are_the_items() -> None:
    item = Item("https://a.example/b", "text", SENTENCE.encode(), "https://a.example/b", fetched=LATER)
    assert (read_one(item).fetched, read_one(item).origin) == (LATER, "https://a.example/b")


@pytest.mark.parametrize(("words", "access"), [(300, "teaser"), (40, None)])
def test_a_page_of_far_fewer_words_than_the_feed_gave_is_a_teaser(words: int, access: str | None) -> None:
    item = Item("a", "text", SENTENCE.encode(), "a", "https://paper.example/a", hints=Hints(text="word " * words))
    [article] = read_item(item)
    assert isinstance(article, Article) and article.access == access
