"""The benchmarks of memory: what they write can be read, and what grows is seen."""

from pathlib import Path

from benchmarks.soak import Held, describe, question
from benchmarks.webarchive import write_web_archive
from ingest.item import Item
from ingest.warc import split_warc
from vectorstore.runtime import TEXT_STEPS, TOKEN_STEPS, round_up


def test_a_generated_web_archive_has_the_pages_that_it_says(tmp_path: Path) -> None:
    pages = write_web_archive(tmp_path / "a.warc", 1_000_000)
    with (tmp_path / "a.warc").open("rb") as file:
        found = [item for item in split_warc(file, "a.warc", "/a.warc") if isinstance(item, Item)]
    assert len(found) == pages >= 2
    assert len({item.url for item in found}) == pages


def test_memory_that_grows_is_no_flat_memory() -> None:
    flat = describe([Held(asked, 500.0, 9, 30) for asked in range(100, 1100, 100)], 0, 1000)
    assert (flat["furthest from the median, %"], flat["last third beside the first, %"]) == (0.0, 0.0)
    growing = describe([Held(asked, 500.0 + asked, 9, 30) for asked in range(100, 1100, 100)], 0, 1000)
    assert growing["last third beside the first, %"] > 50


def test_no_two_questions_are_alike_until_every_town_was_asked_about_in_every_way() -> None:
    assert len({question(number, 30) for number in range(300)}) == 300


def test_few_shapes_are_asked_for_and_each_holds_what_is_put_in() -> None:
    assert [round_up(number, TOKEN_STEPS) for number in (1, 8, 9, 64, 65, 129, 257)] == [8, 8, 16, 64, 80, 144, 288]
    assert [round_up(number, TEXT_STEPS) for number in (1, 2, 3, 4, 5, 8, 9)] == [1, 2, 3, 4, 6, 8, 12]
