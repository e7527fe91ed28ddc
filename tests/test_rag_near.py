"""Whether passages answer at all: how far a question is above the threshold of silence."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from rag.extractive import how_near
from rag.near import years_held
from rag.question import make_query
from tests.news import BRIDGE, DELEGATION, news_archive
from vectorstore import Article


def nearness(folder: Path, question: str) -> float:
    with news_archive(folder) as archive:
        query = make_query(question)
        return how_near(archive, query, archive.search(query.text))


@pytest.mark.parametrize(
    ("answered", "not_answered"),
    [
        ("Why was the Harbour Bridge closed?", "Why was the Opera House of Tromsø closed?"),
        ("Wer leitet die US-Delegation?", "Wer leitet die Feuerwehr von Oldenburg?"),
    ],
)
def test_what_answers_is_above_the_threshold_and_the_rest_below(tmp_path: Path, answered: str, not_answered: str) -> None:
    assert nearness(tmp_path / "one", answered) > 0 > nearness(tmp_path / "two", not_answered)


def test_a_year_that_nothing_names_and_an_empty_search_are_as_far_as_can_be(tmp_path: Path) -> None:
    assert nearness(tmp_path / "one", "Why was the Harbour Bridge closed in 1997?") == -math.inf
    with news_archive(tmp_path / "two") as archive:
        assert how_near(archive, make_query("Why was the Harbour Bridge closed?"), []) == -math.inf


def test_a_year_is_held_by_text_title_or_date(tmp_path: Path) -> None:
    articles = (replace(BRIDGE, title="The works of 1998"), DELEGATION)
    with news_archive(tmp_path, *articles) as archive:
        passages = archive.search("Why was the Harbour Bridge closed?")
    assert years_held("Was it closed in 1998 or 2025?", passages) and not years_held("Was it closed in 1999?", passages)
    assert years_held("Was it closed?", [])


def test_other_words_for_the_time_of_a_course_do_not_take_it_away(tmp_path: Path) -> None:
    plain, course = "the closed Harbour Bridge and its crack", "How did the closed Harbour Bridge and its crack develop?"
    assert nearness(tmp_path / "one", course) == pytest.approx(nearness(tmp_path / "two", plain), abs=2.0)


ELECTED = Article(
    text="The council of Skarvik elected Ingunn Haugland mayor by 19 votes to 12.", title="Vote", key="9", source="Post", language="en"
)
STEPS_DOWN = Article(
    text="Ingunn Haugland stepped down as mayor of Skarvik because of her health.", title="Gone", key="8", source="Post", language="en"
)


def test_why_somebody_did_something_is_not_told_by_what_else_they_did(tmp_path: Path) -> None:
    question = make_query("Why did Ingunn Haugland resign?")
    with news_archive(tmp_path / "one", ELECTED) as archive:
        assert how_near(archive, question, archive.search(question.text)) == -math.inf
    with news_archive(tmp_path / "two", STEPS_DOWN) as archive:
        assert how_near(archive, question, archive.search(question.text)) > -math.inf


@pytest.mark.parametrize(
    "question",
    [
        "Why did mayor Pilar Mainar resign?",
        "Warum trat Bürgermeisterin Pilar Mainar zurück?",
        "Pourquoi la maire Pilar Mainar a-t-elle démissionné ?",
        "¿Por qué dimitió la alcaldesa Pilar Mainar?",
        "When was Pilar Mainar arrested?",
    ],
)
def test_across_languages_an_election_tells_of_no_resignation(tmp_path: Path, question: str) -> None:
    elected = Article("Pilar Mainar fue elegida el sábado alcaldesa de Alcor por once concejales.", key="7", source="Diario", language="es")
    query = make_query(question)
    with news_archive(tmp_path / "one", elected) as archive:
        assert how_near(archive, query, archive.search(query.text)) == -math.inf
    gone = replace(elected, text="Pilar Mainar dimitió el sábado como alcaldesa de Alcor y fue detenida el lunes.", key="6")
    with news_archive(tmp_path / "two", elected, gone) as archive:
        assert how_near(archive, query, archive.search(query.text)) > -math.inf


def test_across_languages_a_word_that_nobody_knows_tells_nothing(tmp_path: Path) -> None:
    query = make_query("Why did Pilar Mainar giggle?")
    with news_archive(tmp_path, Article("Pilar Mainar fue elegida el sábado alcaldesa.", key="7", language="es")) as archive:
        assert how_near(archive, query, archive.search(query.text)) > -math.inf


@pytest.mark.parametrize(
    ("question", "told", "untold", "language"),
    [
        (
            "What was Alan Pryce accused of?",
            "Alan Pryce has resigned after questions about a contract.",
            "Alan Pryce has opened the new pier.",
            "en",
        ),
        ("Was wird Uwe Petersen vorgeworfen?", "Uwe Petersen steht im Verdacht der Untreue.", "Uwe Petersen eröffnete das Museum.", "de"),
        ("¿De qué está acusada Pilar Mainar?", "Pilar Mainar es sospechosa de fraude.", "Pilar Mainar abrió la biblioteca.", "es"),
    ],
)
def test_an_accusation_is_told_in_other_words_or_not_at_all(tmp_path: Path, question: str, told: str, untold: str, language: str) -> None:
    query = make_query(question)
    near = []
    for place, text in enumerate((told, untold)):
        with news_archive(tmp_path / str(place), Article(text, key="1", language=language)) as archive:
            near.append(how_near(archive, query, archive.search(query.text)))
    assert near[0] > -math.inf == near[1]


def test_what_is_told_in_other_words_counts_as_told(tmp_path: Path) -> None:
    text = "La navigatrice Solène Garrec a remporté dimanche la Route du Sel. La mer était calme."
    sail = replace(BRIDGE, text=text, title="Voile", language="fr", url="https://voile.example.org")
    with news_archive(tmp_path, sail, DELEGATION) as archive:
        won, painted = (make_query(f"Quand Solène Garrec a-t-elle {verb} la Route du Sel ?") for verb in ("gagné", "peint"))
        near = [how_near(archive, query, archive.search(query.text)) for query in (won, painted)]
    assert near[0] > near[1]
