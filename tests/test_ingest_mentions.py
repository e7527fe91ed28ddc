"""The times that a text speaks about."""

from datetime import date

from ingest.mentions import MOST_MENTIONS, find_mentions
from vectorstore import Timestamp

PUBLISHED = Timestamp.of_day(date(2025, 1, 13), "given")


def test_a_date_without_a_year_is_near_the_publication() -> None:
    times = find_mentions("Das war am 30. Dezember. Am 12. Februar geht es weiter.", "de", PUBLISHED)
    assert [str(time) for time in times] == ["2024-12-30", "2025-02-12"]


def test_without_a_publication_date_a_year_is_not_invented() -> None:
    assert find_mentions("Das war am 30. Dezember.", "de", None) == ()


def test_a_date_half_a_year_away_could_be_two_and_is_left_out() -> None:
    assert find_mentions("Am 13. Juli ist es so weit.", "de", PUBLISHED) == ()


def test_the_past_beyond_any_publication_counts() -> None:
    assert [str(time) for time in find_mentions("The war ended on 8 May 1945.", "en", PUBLISHED)] == ["1945-05-08"]


def test_each_time_counts_once_and_is_known_to_come_from_the_text() -> None:
    times = find_mentions("2025-01-01, 1 January 2025", "en", PUBLISHED)
    assert [(str(time), time.provenance) for time in times] == [("2025-01-01", "text")]


def test_a_calendar_is_cut_off() -> None:
    assert len(find_mentions(" ".join(f"1.1.{year}" for year in range(1800, 2100)), "de", None)) == MOST_MENTIONS
