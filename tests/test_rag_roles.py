"""Who holds an office: newest first, earlier ones below, acting and appointed told apart."""

from pathlib import Path

import pytest

from rag import Answer, ask, build_chain
from rag.offices import asks_for_holder
from rag.standings import claims_in
from tests.news import news_archive
from vectorstore import Article, SearchFilter, Timestamp

DAY = 86_400
FIRST = Article(
    text="Hanna Lindqvist was elected mayor of Veldrup. She replaces Oskar Dahl, who did not stand again.",
    title="New mayor",
    key="1",
    source="Veldrup Echo",
    language="en",
    published=Timestamp(1_600_000_000, "day", "given"),
)
LAST = Article(
    text="Hanna Lindqvist, mayor of Veldrup, resigned on Friday. Her deputy Peter Mossberg is acting mayor of Veldrup.",
    title="Mayor resigns",
    key="2",
    source="Coast Herald",
    language="en",
    published=Timestamp(1_600_000_000 + 400 * DAY, "day", "given"),
)


def ask_about(folder: Path, question: str, *articles: Article, as_of: str | None = None) -> Answer:
    with news_archive(folder, *articles) as archive:
        if as_of is None:
            return ask(build_chain(archive), question)
        answer: Answer = build_chain(archive).invoke({"question": question, "filter": SearchFilter(as_of=as_of)})["answer"]
        return answer


def test_the_newest_holder_stands_first_and_earlier_ones_below(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who is the mayor of Veldrup?", FIRST, LAST)
    assert answer.form == "holders"
    assert [(point.standing, point.direct) for point in answer.points] == [
        ("acting", ("Peter Mossberg",)),
        ("former", ("Hanna Lindqvist",)),
        ("former", ("Oskar Dahl",)),
    ]
    assert answer.direct == ("Peter Mossberg",)
    assert answer.text.startswith("Acting: **Peter Mossberg**\n")
    assert all(name in answer.citations[point.number - 1].quote for point in answer.points for name in point.direct)


def test_as_of_an_earlier_day_the_earlier_holder_is_in_office(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who is the mayor of Veldrup?", FIRST, LAST, as_of="2020-12-31")
    assert (answer.points[0].standing, answer.direct) == ("holds", ("Hanna Lindqvist",))
    assert answer.text.startswith("Latest known (as of 13 September 2020): **Hanna Lindqvist**")


def test_a_question_for_who_came_before_has_them_first(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who was mayor of Veldrup before Peter Mossberg?", FIRST, LAST)
    assert (answer.points[0].standing, answer.direct) == ("former", ("Hanna Lindqvist",))


@pytest.mark.parametrize(
    ("sentence", "standings"),
    [
        ("Mayor Ann Berg spoke.", ["holds"]),
        ("Former mayor Ann Berg spoke.", ["former"]),
        ("Ann Berg, the mayor, has resigned.", ["former"]),
        ("Ann Berg, the mayor, denied that she has resigned.", ["holds"]),
        ("Ann Berg is acting mayor.", ["acting"]),
        ("Ann Berg is expected to become mayor.", ["expected"]),
        ("Ann Berg was appointed mayor; she takes office on 1 May.", ["appointed"]),
        ("Ann Berg replaces Carl Lund as mayor.", ["holds", "former"]),
        ("Bisherige Bürgermeisterin ist Ann Berg.", ["former"]),
        ("Bürgermeisterin Ann Berg ist zurückgetreten, kommissarisch leitet Carl Lund das Amt.", ["former", "acting"]),
        ("La maire Ann Berg succède à Carl Lund.", ["holds", "former"]),
        ("Carl Lund es alcalde en funciones.", ["acting"]),
    ],
)
def test_a_sentence_tells_the_standing_of_whom_it_names(sentence: str, standings: list[str]) -> None:
    assert [claim.standing for claim in claims_in(sentence)] == standings


def test_a_question_about_a_person_asks_for_no_holder() -> None:
    assert not asks_for_holder("Who is Marco Rubio?")
    assert not asks_for_holder("Who won the race?")
    assert asks_for_holder("Qui est le maire d'Orsanne ?")


def test_who_held_the_office_in_a_year_stands_before_who_held_it_earlier(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who was mayor of Veldrup in 2020?", FIRST, LAST)
    assert [(point.standing, point.direct) for point in answer.points] == [("holds", ("Hanna Lindqvist",)), ("former", ("Oskar Dahl",))]


def test_who_came_before_somebody_is_not_who_came_after(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who was mayor of Veldrup before Hanna Lindqvist?", FIRST, LAST)
    assert (answer.points[0].standing, answer.direct) == ("former", ("Oskar Dahl",))


def test_a_follow_up_that_asks_when_is_not_answered_by_whom(tmp_path: Path) -> None:
    with news_archive(tmp_path, FIRST, LAST) as archive:
        answer = ask(build_chain(archive), "And when?", history=[("Who is the mayor of Veldrup?", "Peter Mossberg")])
    assert answer.form != "holders"


def test_who_succeeded_somebody_needs_no_office_in_the_question(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who succeeded Oskar Dahl?", FIRST, LAST)
    assert answer.form == "holders"
    assert [(point.standing, point.direct[0]) for point in answer.points] == [
        ("former", "Hanna Lindqvist"),
        ("acting", "Peter Mossberg"),
        ("former", "Oskar Dahl"),
    ]


def test_who_only_appoints_or_pays_follows_nobody(tmp_path: Path) -> None:
    said = {"source": "Nordwire", "published": Timestamp(1_760_000_000, "day", "given")}
    text = "Ann Berg est Premier ministre. L'Élysée a annoncé que Carl Lund l'avait chargée de former un gouvernement."
    minister = Article(
        text=f"{text} Le Premier ministre Paul Roux avait démissionné.", title="Premier ministre", key="5", language="fr", **said
    )
    answer = ask_about(tmp_path / "minister", "Qui succède à Paul Roux ?", minister)
    assert answer.direct == ("Ann Berg",) and all(point.direct != ("Carl Lund",) for point in answer.points)
    text = "Die Galerie in Pell wählte Ann Berg. Sie folgt als Direktorin auf Carl Lund. Den Eintritt bezahlt die Reederei Clausen."
    gallery = Article(text=f"{text} Ihre Schau gilt der Malerin Thea Ivens.", title="Galerie in Pell", key="6", language="de", **said)
    answer = ask_about(tmp_path / "gallery", "Wer ersetzt Carl Lund als Direktorin der Galerie in Pell?", gallery)
    assert {name for point in answer.points for name in point.direct} <= {"Ann Berg", "Carl Lund"} and answer.direct == ("Ann Berg",)


@pytest.mark.parametrize("question", ["Who leads the American delegation?", "Qui dirige la délégation américaine ?"])
def test_a_land_is_known_by_each_language_s_name_for_it(question: str, tmp_path: Path) -> None:
    german = Article(
        text="Die US-Delegation sollen zwei Männer leiten: Außenminister Marco Rubio und der Gesandte Steve Witkoff. Danach sprach Trump.",
        title="Gespräche in Riad",
        key="3",
        source="Elbkurier",
        language="de",
        published=Timestamp(1_739_400_000, "day", "given"),
    )
    answer = ask_about(tmp_path, question, german)
    assert (answer.form, answer.direct) == ("holders", ("Marco Rubio", "Steve Witkoff"))


ELECTED = Article(
    text="Nora Feld was elected mayor of Veldrup on Sunday, ahead of Carl Lund.",
    title="Run-off",
    key="9",
    source="Coast Herald",
    language="en",
    published=Timestamp(1_600_000_000 + 460 * DAY, "day", "given"),
)


def test_whether_somebody_is_still_in_office_is_answered_by_who_is(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Is Hanna Lindqvist still the mayor of Veldrup?", FIRST, LAST)
    assert (answer.points[0].standing, answer.direct) == ("acting", ("Peter Mossberg",))
    assert ("former", ("Hanna Lindqvist",)) in [(point.standing, point.direct) for point in answer.points]


def test_who_only_lost_an_election_was_never_in_office(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who is the mayor of Veldrup?", LAST, ELECTED)
    assert answer.direct == ("Nora Feld",)
    assert all("Carl Lund" not in point.direct for point in answer.points)


def test_a_successor_is_found_who_is_named_without_the_one_before(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who succeeded Peter Mossberg?", FIRST, LAST, ELECTED)
    assert (answer.points[0].standing, answer.direct) == ("holds", ("Nora Feld",))


def test_who_acted_is_asked_for_by_that_word(tmp_path: Path) -> None:
    answer = ask_about(tmp_path, "Who was acting mayor of Veldrup?", LAST, ELECTED)
    assert answer.direct == ("Peter Mossberg",)
