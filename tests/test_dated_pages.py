"""The labelled pages: when each was published, and where that was read."""

import json
from pathlib import Path

import pytest

from ingest.dates import read_date
from ingest.errors import NotAnArticle
from ingest.item import Hints, Item
from ingest.read import read_item
from tests.dated_pages import FIRST, SECOND, Dated
from tests.dated_pages_eighth import EIGHTH
from tests.dated_pages_fifth import FIFTH
from tests.dated_pages_fourth import FOURTH
from tests.dated_pages_ninth import NINTH
from tests.dated_pages_seventh import SEVENTH
from tests.dated_pages_sixth import SIXTH
from tests.dated_pages_third import THIRD
from vectorstore import Article, Timestamp

PAGES = (*FIRST, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH, *SEVENTH, *EIGHTH, *NINTH)
# written by people who had not read the code; of these only the publication is labelled
WHOLE = [json.loads(line) for line in (Path(__file__).parent / "dated_pages_whole.jsonl").read_text(encoding="utf-8").split("\n") if line]
# known failures, that stay undated
HARD = (
    # a name right before a date could as well be that of an event
    "<span>Maija Perälä</span> <span>12. maaliskuuta 2022</span>",
    # a label that is not known could as well say what else is on that day
    "Kamerstuk: Persbericht | 17-09-2019",
)


def read(page: Dated) -> Article:
    hints = Hints(published=read_date(page.hint, "feed") if page.hint else None)
    (article,) = read_item(Item("page.html", "html", page.html.encode(), "page.html", hints=hints))
    assert isinstance(article, Article)
    return article


def as_written(time: Timestamp | None) -> str | None:
    return str(time) if time else None


def is_hard(page: Dated) -> bool:
    return any(part in page.html for part in HARD)


CERTAIN = [page for page in PAGES if not is_hard(page)]


@pytest.mark.parametrize("page", CERTAIN, ids=[f"{page.kind}-{number}" for number, page in enumerate(CERTAIN)])
def test_a_page_is_dated_as_it_says_and_no_date_is_invented(page: Dated) -> None:
    article = read(page)
    assert (as_written(article.published), as_written(article.updated)) == (page.published, page.updated)
    if page.provenance:
        assert article.published and article.published.provenance == page.provenance


@pytest.mark.parametrize("page", WHOLE, ids=[page["id"] for page in WHOLE])
def test_a_page_with_all_that_surrounds_it_is_dated_as_it_says(page: dict[str, str]) -> None:
    (reading,) = read_item(Item(page["url"], "html", page["html"].encode(), page["url"], url=page["url"]))
    if isinstance(reading, NotAnArticle):
        # a form, an address
        assert page["published"] is None
    else:
        assert isinstance(reading, Article)
        assert as_written(reading.published) == page["published"]


def test_what_other_places_say_is_kept_beside_the_date_that_was_chosen() -> None:
    conflicts = [page for page in FIRST if page.kind == "conflict"]
    kept = [[f"{time} {time.provenance}" for time in read(page).published_otherwise] for page in conflicts]
    assert kept[0] == ["2024-02-13T08:00:00Z meta"]
    assert kept[1] == ["2025-02-20 meta", "2025-02-01 url"]
    assert kept[2] == ["2020-01-01 time"]
    assert kept[10] == []
    assert kept[11] == []


def test_a_feed_that_disagrees_with_the_page_is_kept_too() -> None:
    feeds = [page for page in FIRST if page.kind == "feed"]
    assert [str(time) for time in read(feeds[4]).published_otherwise] == []
    late = next(page for page in SECOND if page.hint and page.provenance == "feed")
    assert [f"{time} {time.provenance}" for time in read(late).published_otherwise] == ["2025-02-01 time"]


def test_what_is_too_hard_stays_unknown() -> None:
    hard = [page for page in PAGES if is_hard(page)]
    assert [read(page).published for page in hard] == [None] * len(HARD)


def test_every_provenance_every_conflict_and_no_date_are_there() -> None:
    assert len(PAGES) >= 120
    assert {page.provenance for page in PAGES} >= {"json-ld", "meta", "feed", "time", "url", "byline", None}
    assert sum(page.published is None for page in PAGES) >= 30
