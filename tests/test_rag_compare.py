"""Developments, disputes, timelines, false premises and notes, through answers."""

from dataclasses import replace
from pathlib import Path

from tests.asking import ask_about
from tests.news import BRIDGE
from vectorstore import Article, Timestamp

HOUR = 3600
MORNING = Timestamp(1743577200, "second", "json-ld")


def report(text: str, source: str, hours: int, published: Timestamp = MORNING) -> Article:
    return Article(
        text=text,
        title="Ferry",
        key=text[:40],
        source=source,
        language="en",
        published=replace(published, seconds=published.seconds + hours * HOUR),
    )


FIRST = report("On the ferry Corvina 9 passengers were injured, the coastguard said.", "Ferry Log", 0)
LATER = report("On the ferry Corvina 23 passengers were injured, the hospital said in the evening.", "Skerrow Star", 10)
SAME_TIME = report("On the ferry Corvina 14 passengers were injured, the owner said.", "Owner News", 1)


def test_a_later_report_is_a_development_newest_first(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "How many passengers were injured on the ferry Corvina?", FIRST, LATER)
    assert answer.form == "development"
    assert [(point.standing, point.direct) for point in answer.points] == [("newest", ("23",)), ("earlier", ("9",))]
    assert answer.text.startswith("Newest (as of 2 April 2025): **23**\n")


def test_sources_of_one_time_disagree(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "How many passengers were injured on the ferry Corvina?", FIRST, SAME_TIME)
    assert answer.form == "dispute"
    assert {point.standing for point in answer.points} == {"disagrees"}
    assert {citation.source for citation in answer.citations} == {"Ferry Log", "Owner News"}


def test_a_denial_disputes_what_was_said_days_before(tmp_path: Path) -> None:
    claim = report("Corinne Vale has resigned as finance director, the opposition said.", "Front Page", 0)
    denial = report("Corinne Vale denied that she has resigned as finance director.", "Mail", 60)
    assert ask_about(tmp_path, "Has Corinne Vale resigned as finance director?", claim, denial).form == "dispute"


def test_reports_that_agree_are_an_answer_with_the_number_in_bold(tmp_path: Path) -> None:
    again = report("Police say 9 passengers were injured on the ferry Corvina.", "Port Police", 2)
    answer = ask_about(tmp_path, "How many passengers were injured on the ferry Corvina?", FIRST, again)
    assert (answer.form, answer.direct) == ("quotes", ("9",))


def test_numbers_of_other_matters_that_share_a_name_are_no_dispute(tmp_path: Path) -> None:
    other = report(
        "The ferry Corvina was built in Kiel and has 4 decks, 2 bars and a garage for 180 cars, its owner said.", "Owner News", 1
    )
    answer = ask_about(tmp_path, "How many passengers were injured on the ferry Corvina?", FIRST, other)
    assert answer.form == "quotes" and answer.direct == ("9",)


def test_german_nouns_are_no_names_that_every_report_must_hold(tmp_path: Path) -> None:
    morning = replace(report("Beim Brand in Lindhorst wurden zwölf Menschen verletzt, sagt die Feuerwehr.", "Hafenblatt", 0), language="de")
    evening = replace(report("Die Zahl der Verletzten beim Brand in Lindhorst ist auf 17 gestiegen.", "Hafenblatt", 10), language="de")
    answer = ask_about(tmp_path, "Wie viele Menschen wurden beim Brand in Lindhorst verletzt?", morning, evening)
    assert answer.form == "development"
    assert [point.direct for point in answer.points] == [("17",), ("zwölf",)]


def test_a_course_of_events_is_dated_oldest_first(tmp_path: Path) -> None:
    events = [
        report("The Oldbury strike began on Monday.", "A", 0),
        report("The Oldbury strike spread to the port.", "B", 48),
        report("The Oldbury strike ended with a deal.", "C", 96),
    ]
    answer = ask_about(tmp_path, "How did the Oldbury strike develop?", *reversed(events))
    assert answer.form == "timeline"
    assert [citation.source for citation in answer.citations] == ["A", "B", "C"]


def test_a_false_premise_is_met_with_the_quote_that_contradicts_it(tmp_path: Path) -> None:
    refused = report("The council rejected the Northfield stadium by 31 votes to 12.", "City Ledger", 0)
    answer = ask_about(tmp_path, "Why did the council approve the Northfield stadium?", refused)
    assert answer.abstained and answer.silence is not None and answer.silence.kind == "contradicted"
    assert [point.standing for point in answer.points] == ["contradicts"]
    assert answer.text.startswith("The archive says otherwise\n“The council rejected")


def test_opinion_and_corrections_are_named(tmp_path: Path) -> None:
    opinion = replace(BRIDGE, genre="opinion", corrections=("An earlier version named another pylon.",))
    answer = ask_about(tmp_path, "Why was the Harbour Bridge closed?", opinion)
    assert answer.points[0].notes == ("corrected", "opinion")
    assert answer.silence is not None and answer.silence.kind == "only opinion" and answer.abstained
    assert answer.text.splitlines()[0].endswith("article corrected, opinion [1]")


def test_one_report_beside_an_opinion_is_an_answer_without_reservation(tmp_path: Path) -> None:
    opinion = replace(
        BRIDGE, genre="opinion", url="https://courier.example.org/comment", text="I think the Harbour Bridge was closed too late."
    )
    assert ask_about(tmp_path, "Why was the Harbour Bridge closed?", BRIDGE, opinion).silence is None


def test_one_day_told_more_and_less_exactly_is_no_development(tmp_path: Path) -> None:
    long = report("The museum in Oldbury opens on 1 July 2025, the council said.", "Council News", 0)
    short = report("The museum in Oldbury opens on 1 July, its director said.", "Oldbury Star", 48)
    other = report("The museum in Oldbury opens on 9 August, its director said.", "Oldbury Star", 96)
    assert ask_about(tmp_path / "same", "When does the museum in Oldbury open?", long, short).form == "quotes"
    answer = ask_about(tmp_path / "other", "When does the museum in Oldbury open?", long, short, other)
    assert (answer.form, answer.direct) == ("development", ("9 August",))


def test_numbers_of_different_things_are_no_development(tmp_path: Path) -> None:
    board = report("The ferry Corvina began to list off Skerrow with 214 people on board.", "Ferry Log", 0)
    died = report("Seven people died when the ferry Corvina sank off Skerrow.", "Skerrow Star", 10)
    answer = ask_about(tmp_path, "How many people were on board the ferry Corvina?", board, died)
    assert (answer.form, answer.direct) == ("quotes", ("214",))


def test_a_development_is_told_across_languages(tmp_path: Path) -> None:
    died = report("Seven people died when the ferry Corvina sank off Skerrow.", "Skerrow Star", 0)
    more = replace(report("Die Zahl der Toten der Fähre Corvina vor Skerrow ist auf zwölf gestiegen.", "Hafenblatt", 40), language="de")
    answer = ask_about(tmp_path, "How many people died on the ferry Corvina?", died, more)
    assert [point.direct for point in answer.points] == [("zwölf",), ("Seven",)]
