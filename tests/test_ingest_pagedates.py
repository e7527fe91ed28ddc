"""Of all that a page says of its date, the place that is trusted most decides, and who says otherwise is kept."""

import pytest

from ingest.jsonld import LinkedData
from ingest.markup import Markup
from ingest.pagedates import Times, choose_publication, disagree, find_times
from vectorstore import Timestamp
from vectorstore.article import Precision, Provenance

ADDRESS = "https://paper.example.org/2025/03/11/bridge"


def times(
    linked: LinkedData | None = None, markup: Markup | None = None, url: str | None = None, opening: Timestamp | None = None
) -> Times:
    return find_times(linked or LinkedData(), markup or Markup(), url, "en", opening)


def told(times: Times) -> tuple[str | None, str | None]:
    return (str(times.published) if times.published else None, str(times.updated) if times.updated else None)


def stamp(day: str, precision: Precision = "day", provenance: Provenance = "meta") -> Timestamp:
    from datetime import UTC, datetime

    return Timestamp(int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()), precision, provenance)


def test_a_page_that_says_nothing_has_no_date() -> None:
    assert times() == Times(None, None)


def test_linked_data_stands_before_meta_tags_and_these_before_what_readers_see() -> None:
    linked = LinkedData(published="2025-03-12T09:30:00+01:00")
    markup = Markup(published=("2025-03-11T09:00:00Z",), times=("2025-03-10T09:00:00Z",), bylines=("Published 9 March 2025",))
    first, second, third = times(linked, markup, ADDRESS), times(None, markup), times(None, Markup(bylines=markup.bylines))
    assert [found.published.provenance for found in (first, second, third) if found.published] == ["json-ld", "meta", "byline"]
    assert told(first)[0] == "2025-03-12T08:30:00Z"


def test_who_names_another_day_is_kept_once_for_each_kind_of_place() -> None:
    markup = Markup(published=("2025-03-11T09:00:00Z", "2025-03-07", "2025-03-06"), times=("2025-03-11",))
    found = times(LinkedData(published="2025-03-11T10:00:00Z"), markup, "https://paper.example.org/2025/02/01/bridge")
    assert [(str(one), one.provenance) for one in found.otherwise] == [("2025-03-07", "meta"), ("2025-02-01", "url")]


def test_a_date_that_cannot_be_is_passed_over() -> None:
    assert told(times(LinkedData(published="0000-00-00"), Markup(published=("1970-01-01", "2025-03-11")))) == ("2025-03-11", None)


def test_midnight_and_a_clock_without_a_zone_are_a_day() -> None:
    assert told(times(LinkedData(published="2025-03-11T00:00:00+01:00"))) == ("2025-03-11", None)
    assert told(times(LinkedData(published="2025-03-11T09:30:00"))) == ("2025-03-11", None)


def test_a_clock_without_a_zone_is_a_moment_where_another_place_tells_its_zone() -> None:
    known = times(LinkedData(published="2025-03-11T09:30:00"), Markup(published=("2025-03-11T09:30:12+01:00",)))
    assert told(known)[0] == "2025-03-11T08:30:12Z"
    # another clock is no other zone
    assert told(times(LinkedData(published="2025-03-11T09:30:00"), Markup(published=("2025-03-11T09:41:00+01:00",))))[0] == "2025-03-11"


def test_an_update_is_one_only_when_it_is_later_than_the_publication() -> None:
    same = LinkedData(published="2025-03-11T09:00:00Z", updated="2025-03-11T09:00:00Z")
    assert told(times(same)) == ("2025-03-11T09:00:00Z", None)
    assert told(times(same, Markup(updated=("2025-03-12T07:00:00Z",)))) == ("2025-03-11T09:00:00Z", "2025-03-12T07:00:00Z")
    assert told(times(None, Markup(updated=("2025-03-12T07:00:00Z",)))) == (None, "2025-03-12T07:00:00Z")


def test_the_text_opening_stands_before_a_month_in_the_address_and_behind_a_day_in_it() -> None:
    opening = stamp("2025-03-09", provenance="text")
    day, month = times(None, None, ADDRESS, opening), times(None, None, "https://paper.example.org/2025/02/bridge", opening)
    assert [found.published and found.published.provenance for found in (day, month)] == ["url", "text"]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (stamp("2025-03-11"), stamp("2025-03-12"), False),  # of one moment, in two zones
        (stamp("2025-03-11"), stamp("2025-03-13"), True),
        (stamp("2025-03-01", "month"), stamp("2025-03-31"), False),
        (stamp("2025-03-01", "month"), stamp("2025-04-01"), True),
    ],
)
def test_days_disagree_whatever_their_zones_and_a_month_holds_its_days(one: Timestamp, other: Timestamp, apart: bool) -> None:
    assert disagree(one, other) is disagree(other, one) is apart


def test_what_is_said_twice_in_one_kind_of_place_is_no_disagreement() -> None:
    assert choose_publication([None, stamp("2025-03-11"), stamp("2025-03-20")]) == (stamp("2025-03-11"), ())
    assert choose_publication([None]) == (None, ())
