"""Offices that no list knows, in questions and where a text gives one to somebody."""

from pathlib import Path

import pytest

from rag import ask, build_chain
from rag.unlisted import ask_for_given, office_asked
from tests.news import news_archive
from vectorstore import Article, Timestamp


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Who is the acting provost of Ravenholt University?", "provost"),
        ("Who is Morland's chief economist?", "chief economist"),
        ("Who is expected to become chief whip of the Harvest Party?", "chief whip"),
        ("Is Ann Berg still the abbess of Saldry Abbey?", "abbess"),
        ("Wer ist neue Inspekteurin des Heeres von Ostrau?", "inspekteurin"),
        ("Wer war vor Volker Lund Inspekteur des Heeres von Ostrau?", "inspekteur"),
        ("Qui est la bâtonnière de Grévoux ?", "batonniere"),
        ("Qui est l'administratrice de l'Agence des semences ?", "administratrice"),
        ("Solange Thiriet est-elle toujours bâtonnière de Grévoux ?", "batonniere"),
        ("¿Quién es el hermano mayor de la cofradía de Almenarilla?", "hermano mayor"),
        ("¿Sigue Ana Ruiz como hermana mayor de la cofradía de Almenarilla?", "hermana mayor"),
    ],
)
def test_a_question_names_its_office_between_the_verb_and_what_it_is_of(question: str, office: str) -> None:
    assert office_asked(question) == office


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Tarnby?",
        "Who is the chancellor of Varland?",
        "Who is Ann Berg?",
        "Who was the driver of the car?",
        "Who is the author of the Wexley report?",
        "Who was linked with Tarn City?",
        "Wer ist der Nachfolger von Carl Lund?",
        "Wer ist Präsidentin von Varland?",
        "Qui est le premier ministre de Varland ?",
        "¿Quién es la madre de Ana Ruiz?",
        "",
    ],
)
def test_what_the_lists_know_and_what_is_no_office_is_none(question: str) -> None:
    assert office_asked(question) == ""


@pytest.mark.parametrize(
    ("before", "sentence", "language", "asks"),
    [
        ("Ann Berg was named registrar of Aldry.", "Carl Lund retired.", "en", "is registrar of Aldry"),
        ("Die Stadt Kolmsee hat Anna Berg zur Baurätin gewählt.", "Carl Lund ging.", "de", "ist Baurätin von Stadt Kolmsee"),
        ("", "Paul Lefort, syndic de Montalban, part.", "fr", "est syndic de Montalban"),
        ("", "Ann Berg was elected mayor of Tarnby.", "en", ""),
        ("", "It rained.", "en", ""),
    ],
)
def test_an_office_given_is_put_as_a_question_asks_for_it(before: str, sentence: str, language: str, asks: str) -> None:
    assert ask_for_given(sentence, before, language) == asks


def article(key: str, day: int, text: str) -> Article:
    published = Timestamp(1_600_000_000 + day * 86_400, "day", "given")
    return Article(text=text, title="News", key=key, source="Fenmarch Weekly", language="en", published=published)


ELECTED = article("1", 0, "The sisters of Saldry Abbey have elected Honora Pell abbess. She follows Benedicta Crane.")
LATER = article("2", 400, "Honora Pell, the abbess of Saldry Abbey, said the dairy would open.")
CAR = article("3", 0, "The driver of the car at Saldry Abbey was not named, Honora Pell said.")


def test_holders_of_an_office_that_no_list_knows_stand_newest_first(tmp_path: Path) -> None:
    with news_archive(tmp_path, ELECTED, LATER) as archive:
        chain = build_chain(archive)
        answer = ask(chain, "Who is the abbess of Saldry Abbey?")
        assert [(point.standing, point.direct) for point in answer.points] == [
            ("holds", ("Honora Pell",)),
            ("former", ("Benedicta Crane",)),
        ]
        assert ask(chain, "Is Benedicta Crane still the abbess of Saldry Abbey?").form == "holders"
        assert ask(chain, "Who succeeded Benedicta Crane?").direct == ("Honora Pell",)


def test_a_word_that_no_text_gives_anybody_is_no_office(tmp_path: Path) -> None:
    with news_archive(tmp_path, CAR) as archive:
        assert ask(build_chain(archive), "Who is the steward of Saldry Abbey?").form != "holders"
