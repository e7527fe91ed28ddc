"""Which of two versions is older."""

from datetime import date

import pytest

from ingest.versions import is_older
from vectorstore import Article, Timestamp


def article(published: int | date | None, updated: int | date | None = None) -> Article:
    def moment(time: int | date | None) -> Timestamp | None:
        return Timestamp.of_day(time, "given") if isinstance(time, date) else Timestamp(time, "second", "given") if time else None

    return Article(text="x", published=moment(published), updated=moment(updated))


@pytest.mark.parametrize(
    ("one", "two", "older"),
    [
        (article(100), article(200), True),
        (article(200), article(100), False),
        (article(100), article(100), False),
        (article(100), article(100, 200), True),
        (article(100, 300), article(100, 200), False),
        (article(None), article(100), False),
        (article(100), article(None), False),
        # a day says nothing about an hour of the same day
        (article(date(2025, 2, 13)), article(1_739_433_600), False),
        (article(date(2025, 2, 12)), article(1_739_433_600), True),
    ],
)
def test_an_article_is_older_when_its_own_dates_say_so(one: Article, two: Article, older: bool) -> None:
    assert is_older(one, two) is older
