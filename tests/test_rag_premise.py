"""What a question takes for true and the archive contradicts, unless another report affirms it."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag import Answer, ask, build_chain
from tests.news import BRIDGE, news_archive
from vectorstore import Article


def report(text: str, language: str = "en", number: int = 1) -> Article:
    return replace(BRIDGE, text=text, title="Report", url=f"https://p{number}.example.org/a", source=f"P{number}", language=language)


def asked(folder: Path, question: str, *articles: Article) -> Answer:
    with news_archive(folder, *articles) as archive:
        return ask(build_chain(archive), question)


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("Why did the council approve the Northfield stadium?", "The council rejected the Northfield stadium by 31 votes to 12.", "en"),
        ("Warum wurde die Elbbrücke in Tallau gesperrt?", "Die Elbbrücke in Tallau wurde nicht gesperrt, sagte das Amt.", "de"),
        ("Pourquoi le théâtre d'Orsanne a-t-il fermé ?", "Le théâtre d'Orsanne n'a pas fermé, a dit le maire.", "fr"),
        ("¿Por qué cerró el museo de Moncada?", "El museo de Moncada no cerró, dijo el director.", "es"),
    ],
)
def test_the_contrary_is_the_answer(tmp_path: Path, question: str, text: str, language: str) -> None:
    answer = asked(tmp_path, question, report(text, language))
    assert answer.silence is not None and answer.silence.kind == "contradicted" and answer.abstained
    assert [point.standing for point in answer.points] == ["contradicts"] and answer.citations[0].quote in text


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("Why did mayor Pilar Mainar resign?", "Pilar Mainar no ha dimitido como alcaldesa de Alcor, dijo su portavoz.", "es"),
        ("Wann trat Pilar Mainar als Bürgermeisterin zurück?", "Pilar Mainar no ha dimitido como alcaldesa, dijo su portavoz.", "es"),
        ("Pourquoi Uwe Petersen a-t-il démissionné ?", "Landrat Uwe Petersen trat am Montag nicht zurück, sagte sein Büro.", "de"),
        ("¿Por qué cierra la escuela de Kerbrat?", "L'école de Kerbrat ne fermera pas à la rentrée.", "fr"),
    ],
)
def test_the_contrary_is_the_answer_across_languages(tmp_path: Path, question: str, text: str, language: str) -> None:
    answer = asked(tmp_path, question, report(text, language))
    assert answer.silence is not None and answer.silence.kind == "contradicted" and answer.citations[0].quote == text


def test_a_premise_that_another_report_affirms_is_not_refused(tmp_path: Path) -> None:
    approved = report("The council approved the Northfield stadium, because the city needs one.", number=2)
    rejected = report("The council rejected the Northfield stadium by 31 votes to 12.")
    answer = asked(tmp_path, "Why did the council approve the Northfield stadium?", rejected, approved)
    assert answer.silence is None and "because the city needs one" in answer.text


def test_a_question_whether_something_is_so_takes_nothing_for_true(tmp_path: Path) -> None:
    answer = asked(
        tmp_path,
        "Did the council approve the Northfield stadium?",
        report("The council rejected the Northfield stadium by 31 votes to 12."),
    )
    assert answer.silence is None and "rejected" in answer.citations[0].quote


def test_what_is_said_of_another_thing_contradicts_nothing(tmp_path: Path) -> None:
    answer = asked(
        tmp_path,
        "Why did the council approve the Northfield stadium?",
        report("The council rejected the Eastbury library by 31 votes to 12."),
    )
    assert answer.silence is None or answer.silence.kind != "contradicted"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When will the Northfield bridge reopen?", "The Northfield bridge will stay shut until 12 October."),
        ("Wann öffnet die Elbbrücke in Tallau wieder?", "Die Elbbrücke in Tallau bleibt bis zum 12. Oktober gesperrt."),
        (
            "Who scored the winning goal in the Euro 2024 final?",
            "Spain beat England in the final of Euro 2024 and did not wait.",
        ),
        ("Why did Colin Farrow lose the election?", "Agnes Whitlock was elected on Thursday. She beat the incumbent, Colin Farrow."),
    ],
)
def test_what_ends_on_a_day_and_who_is_beaten_is_no_contradiction(tmp_path: Path, question: str, text: str) -> None:
    answer = asked(tmp_path, question, report(text, "de" if question.startswith("Wann") else "en"))
    assert answer.silence is None or answer.silence.kind != "contradicted"
    won = asked(tmp_path / "won", "Why did Agnes Whitlock lose?", report("Agnes Whitlock beat the incumbent, Colin Farrow.", "en"))
    assert won.silence is not None and won.silence.kind == "contradicted"


def test_what_was_opened_must_be_what_is_said_to_have_closed(tmp_path: Path) -> None:
    text = "La alcaldesa abrió un grifo en la plaza de Cala Honda y bebió un vaso de agua."
    tap = Article(text=text, title="Agua", key="tap", source="El Faro", language="es", published=None)
    with news_archive(tmp_path, tap) as archive:
        answer = ask(build_chain(archive), "¿Por qué cerró el restaurante de Cala Honda?")
    assert answer.silence is None or answer.silence.kind != "contradicted"
