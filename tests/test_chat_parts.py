"""Small parts of the page: chips, suggestions, the plot's table, what is taken away, changes between versions."""

from dataclasses import replace
from datetime import date

import pytest

from chat.changes import write_changes
from chat.chips import Chip, chosen_limits, describe_dates, implied_limits, without_limit, write_chips
from chat.conversation import Exchange, Found
from chat.sharing import to_markdown, to_text
from chat.suggestions import suggest
from chat.timing import axis_of, bin_of, picked_range, tabulate
from rag import Answer, Citation, Outlets, Period
from tests.news import BRIDGE
from vectorstore import SearchFilter, Timestamp, Version

DAY = 86_400
CITATION = Citation(
    "Marco Rubio and Steve Witkoff lead it.", 0, 38, "a1", 2, "Talks [in] Riad", "https://a.example.org/x", "Hafenblatt",
    Timestamp(1739404800, "day", "byline"), "en",
)  # fmt: skip


def found(*days: float, article: str = "b") -> tuple[Found, ...]:
    return tuple(Found(f"{article}{place}", f"Headline {place}", "P", int(day * DAY)) for place, day in enumerate(days))


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (SearchFilter(since="2025-02-01", until="2025-03-01"), "February 2025"),
        (SearchFilter(since="2024-12-01", until="2025-01-01"), "December 2024"),
        (SearchFilter(since="2024-01-01", until="2025-01-01"), "2024"),
        (SearchFilter(since="2025-02-03", until="2025-02-04"), "3 February 2025"),
        (SearchFilter(since="2025-02-03", until="2025-04-06"), "3 February 2025 – 5 April 2025"),
        (SearchFilter(since="2025-02-03"), "since 3 February 2025"),
        (SearchFilter(until=date(2025, 2, 3)), "until 2 February 2025"),
        (SearchFilter(as_of="2025-02-28"), "as of 28 February 2025"),
    ],
)
def test_dates_are_said_as_shortly_as_they_can_be(limits: SearchFilter, text: str) -> None:
    assert describe_dates(limits, "en") == text


def test_dates_are_said_in_the_readers_language() -> None:
    assert describe_dates(SearchFilter(since="2025-02-01", until="2025-03-01"), "de") == "Februar 2025"
    assert describe_dates(SearchFilter(since="2025-02-03"), "de") == "seit 3. Februar 2025"


def test_each_limit_goes_by_itself() -> None:
    answer = Answer("Yes.", period=Period(date(2025, 2, 1), date(2025, 3, 1), 0, 0, hard=True))
    exchange = Exchange("Why?", answer, ended=True, filter=SearchFilter(since="2025-02-03", sources=("P", "Q"), languages=("de",)))
    assert [chip.name for chip in implied_limits(exchange, "en")] == ["period"]
    assert [chip.name for chip in chosen_limits(exchange.filter, "en")] == ["dates", "source:P", "source:Q", "language:de"]
    assert chosen_limits(exchange.filter, "de")[-1] == Chip("language:de", "auf Deutsch")
    assert without_limit(exchange, "period") == Exchange("Why?", any_time=True, filter=exchange.filter)
    assert without_limit(exchange, "dates").filter == replace(exchange.filter, since=None)
    assert without_limit(exchange, "source:P").filter.sources == ("Q",)
    assert without_limit(exchange, "language:de").filter.languages == ()
    assert without_limit(exchange, "nonsense").filter == exchange.filter


def test_papers_and_languages_that_the_question_names_go_one_by_one() -> None:
    answer = Answer("Yes.", outlets=Outlets(("P", "Q"), ("de",)))
    exchange = Exchange("Why, according to P and Q, in German papers?", answer, ended=True, any_time=True)
    assert implied_limits(exchange, "en") == [Chip("sources", "P, Q"), Chip("languages", "in German")]
    assert without_limit(exchange, "sources") == Exchange(exchange.question, any_time=True, any_source=True)
    assert without_limit(exchange, "languages") == Exchange(exchange.question, any_time=True, any_language=True)
    assert without_limit(exchange, "sources").ignored == ("period", "sources")
    assert "any paper" in write_chips(without_limit(exchange, "sources"), "en", removable=True)


def test_people_in_the_quotes_and_headlines_on_their_topic_are_asked_about_next() -> None:
    answer = Answer("", citations=(CITATION,), language="en")
    others = (
        Found("b", "Bridge closed in Riad", "P", 1),
        Found("c", "Who leads the talks with Rubio", "P", 1),
        Found("a1", CITATION.title, "H", 1),
    )
    exchange = Exchange("Who leads the delegation?", answer, found=others)
    assert suggest(exchange, answer) == (
        "What is said about Marco Rubio?",
        "What is the latest on Steve Witkoff?",
        "Who leads the talks with Rubio",
    )


def test_after_silence_nothing_that_was_merely_found_is_offered() -> None:
    answer = Answer("", abstained=True, language="en")
    assert suggest(Exchange("Who won the Oscars?", answer, found=found(1, 2)), answer) == ()


def test_nobody_is_asked_about_whom_the_question_names_and_offices_are_no_names() -> None:
    quote = "Die Leitung haben Außenminister Marco Rubio und Nationale Sicherheitsberater."
    answer = Answer("", citations=(replace(CITATION, quote=quote, language="de"),), language="de")
    assert suggest(Exchange("Wer ist Rubio?", answer), answer) == ()
    assert suggest(Exchange("Wer leitet das?", answer), answer) == ("Was wird über Marco Rubio gesagt?",)


def test_the_plots_table_has_each_dated_passage_and_whether_it_is_quoted() -> None:
    exchange = Exchange(
        "Why?", Answer("", citations=(replace(CITATION, article_id="b1"),)), found=(*found(10, 400), Found("c", "", "", None))
    )
    table = tabulate(exchange, "en")
    assert table is not None
    assert list(table["kind"]) == ["found", "quoted"]
    assert list(table["passages"]) == [1, 1]
    assert (bin_of(exchange), axis_of(exchange, "de")) == ("10d", "%m/%Y")


def test_one_day_is_no_plot() -> None:
    assert tabulate(Exchange("Why?", Answer(""), found=found(10, 10.5)), "en") is None
    assert tabulate(Exchange("Why?", Answer("")), "en") is None
    near = Exchange("Why?", Answer(""), found=found(10, 12))
    assert (bin_of(near), axis_of(near, "de"), axis_of(near, "fr")) == ("1d", "%d.%m.", "%d/%m")


def test_a_picked_stretch_is_whole_days() -> None:
    assert picked_range(1.5 * DAY, 3.2 * DAY) == SearchFilter(since="1970-01-02", until="1970-01-05")
    assert picked_range(3 * DAY, 1 * DAY) == SearchFilter(since="1970-01-02", until="1970-01-05")


@pytest.mark.parametrize("picked", [("a", "b"), (None, 5), (float("nan"), 1.0), (1e30, 2e30), ([], {})])
def test_what_is_no_stretch_picks_nothing(picked: tuple[object, object]) -> None:
    assert picked_range(*picked) is None


def test_an_answer_is_taken_away_with_its_sources() -> None:
    text = to_text(Exchange("Who leads?", Answer("**Rubio** [1]", citations=(CITATION,)), ended=True))
    assert text.splitlines()[:3] == ["Who leads?", "", "Rubio [1]"]
    assert text.endswith(
        "[1] “Marco Rubio and Steve Witkoff lead it.”, Talks [in] Riad, Hafenblatt, 13 February 2025, https://a.example.org/x, "
        "article a1, version 2"
    )
    assert to_text(Exchange("Who?", note="stopped", ended=True)) == ""


def test_markdown_obeys_nothing_foreign() -> None:
    trap = replace(CITATION, quote="![x](http://evil.example/p.png) <b>*bold*</b>", title="# heading", url="javascript:alert(1)")
    shared = to_markdown((Exchange("Why [this](http://evil.example)?", Answer("**Yes** *no* [1]", citations=(trap,)), ended=True),))
    assert "# Why \\[this\\]" in shared
    assert "**Yes** \\*no\\*" in shared
    assert "!\\[" not in shared.replace("\\!\\[", "")
    assert "javascript:" not in shared
    assert "[^1]: “\\!\\[x\\]" in shared
    assert to_markdown((Exchange("Why?"),)) == ""


def test_footnotes_are_numbered_on_through_a_conversation() -> None:
    answered = Exchange("Who leads?", Answer("Rubio [1]", citations=(CITATION,)), ended=True)
    shared = to_markdown((answered, Exchange("Stopped?", note="stopped", ended=True), answered))
    assert [line.split(":")[0] for line in shared.splitlines() if line.startswith("[^")] == ["[^1]", "[^2]"]
    assert "Rubio [^2]" in shared and "Stopped" not in shared


def test_changes_name_what_went_and_what_came() -> None:
    after = replace(BRIDGE, text=BRIDGE.text.replace("nine weeks", "six months"))
    first = Version("a", 1, BRIDGE, 0, False)
    assert write_changes(first, Version("a", 2, after, 0, True)) == (
        '<ul class="changes"><li><del dir="auto">Repairs will take nine weeks.</del></li>'
        '<li><ins dir="auto">Repairs will take six months.</ins></li></ul>'
    )
    assert write_changes(first, Version("a", 2, replace(BRIDGE, source="Other"), 0, True)) == ""
