"""Settings from the environment, and moments of a filter."""

import pytest

from ingest.settings import WebSettings
from rag import AnswerSettings
from serving import ServingSettings
from vectorstore import ArchiveSettings, SearchFilter, SettingInvalid, read_settings


@pytest.mark.parametrize(
    ("kind", "variable", "value"),
    [
        (ArchiveSettings, "NEWS_HUB_TIMEOUT_SECONDS", "abc"),
        (WebSettings, "NEWS_ALLOW_PRIVATE", "http://wiki.intern/"),
        (WebSettings, "NEWS_USER_AGENT", "two\nlines"),
        (AnswerSettings, "NEWS_PASSAGES", "0"),
        (AnswerSettings, "NEWS_CAUTION", "nan"),
        (ServingSettings, "NEWS_PORT", "99999"),
    ],
)
def test_a_bad_value_is_one_line_that_names_the_variable(kind: type, variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingInvalid, match=variable) as raised:
        read_settings(kind)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("day", ["2025-02-13", "20250213", "2025-W07-4"])
def test_a_day_is_a_whole_day_however_it_is_written(day: str) -> None:
    assert SearchFilter(as_of=day).as_of_seconds == 1739404800 + 86_400


@pytest.mark.parametrize("moment", ["yesterday", "2025-13-01", "13.02.2025", ""])
def test_what_is_no_moment_is_refused_with_an_example(moment: str) -> None:
    with pytest.raises(ValueError, match="2025-02-13T08:00:00"):
        SearchFilter(since=moment)


def test_since_is_before_until() -> None:
    with pytest.raises(ValueError, match="not before"):
        SearchFilter(since="2025-02-13", until="2025-02-13")
