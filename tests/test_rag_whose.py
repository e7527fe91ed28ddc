"""Who leads one land's or party's body is not told by who leads another's."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag import ask, build_chain
from rag.whose import is_of_others
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive

GERMAN = "Die US-Delegation in den Verhandlungen mit Russland sollen vier Männer leiten: Marco Rubio und drei andere."


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Who leads the Russian delegation?", GERMAN, "de"),
        ("Wer leitet die russische Delegation?", GERMAN, "de"),
        ("Who leads the delegation of Ukraine?", GERMAN, "de"),
        ("Who leads the European delegation in Oslo?", "The Norwegian delegation is led by the state secretary Kari Lund.", "en"),
        ("Qui dirige la délégation russe ?", "La délégation américaine est dirigée par Marco Rubio.", "fr"),
        ("¿Quién dirige la delegación rusa?", "La delegación de Estados Unidos la encabeza Marco Rubio.", "es"),
        ("Wer führt die SPD-Fraktion?", "Die CDU-Fraktion wird von Jens Ott geführt.", "de"),
        ("Who leads the Labour group?", "The Conservative group is led by Jens Ott.", "en"),
    ],
)
def test_another_body_is_told_by_whose_it_is(question: str, sentence: str, language: str) -> None:
    assert is_of_others(question, sentence, language)


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Who leads the US delegation?", GERMAN, "de"),
        ("Who leads the American delegation?", "La delegación de Estados Unidos la encabeza Marco Rubio.", "es"),
        ("Qui dirige la délégation américaine ?", "The US delegation is led by Marco Rubio.", "en"),
        # whose it is, is not asked or not said
        ("Who leads the delegation?", "The Norwegian delegation is led by Kari Lund.", "en"),
        ("Who leads the Norwegian delegation?", "The delegation, led by Kari Lund, met the US delegation.", "en"),
        ("Who is the director of the Kunsthalle Nordmünde?", "Der Stiftungsrat der Kunsthalle wählte Adaeze Okonkwo.", "de"),
        ("Wer führt die SPD-Fraktion?", "Die SPD-Fraktion wird von Jens Ott geführt.", "de"),
    ],
)
def test_the_body_asked_for_and_one_that_may_be_it_stay(question: str, sentence: str, language: str) -> None:
    assert not is_of_others(question, sentence, language)


@pytest.mark.parametrize("question", ["Who leads the Russian delegation?", "Wer leitet die russische Delegation?"])
def test_who_leads_another_delegation_is_met_with_silence(tmp_path: Path, question: str) -> None:
    both = replace(DELEGATION, text=f"{DELEGATION.text} Die Gespräche mit Russland hat Moskau bestätigt.")
    with news_archive(tmp_path, both, BRIDGE, FESTIVAL) as archive:
        chain = build_chain(archive)
        assert ask(chain, question).citations == ()
        assert "Marco Rubio" in ask(chain, "Who leads the US delegation?").direct


def test_the_coach_of_whom_nobody_tells_is_not_looked_for_in_a_match(tmp_path: Path) -> None:
    text = "Der FC Wellerode und der TSV Andal trennten sich 2:2. Lars Hinrichs traf für Wellerode doppelt."
    match = replace(DELEGATION, text=text, title="Remis im Derby", url="https://hafenblatt.example.org/derby")
    with news_archive(tmp_path, match) as archive:
        assert ask(build_chain(archive), "Wer trainiert den FC Wellerode?").abstained
