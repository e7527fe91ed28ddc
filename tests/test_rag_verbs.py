"""The forms of a verb are one word where answers are looked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag import ask, build_chain
from rag.matching import match, terms_of, words_in
from tests.news import DELEGATION, news_archive


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Warum trat Pryce zurück?", "Pryce ist am Montag zurückgetreten.", "de"),
        ("Warum trat Pryce zurück?", "Dass er zurücktrat, überraschte niemanden.", "de"),
        ("Wann ist Pryce zurückgetreten?", "Pryce trat nach langem Streit zurück.", "de"),
        ("Wer kündigte den Streik an?", "Der Streik wurde am Freitag angekündigt.", "de"),
        ("Wo fand das Treffen statt?", "Das Treffen hat in Tallau stattgefunden.", "de"),
        ("Wer übernahm die Werft?", "Ein Konzern hat die Werft übernommen.", "de"),
        ("Wer gewann die Wahl?", "Die Wahl hat Berg gewonnen.", "de"),
        ("Who began the strike?", "The crews have begun it.", "en"),
        ("Qui a élu le maire ?", "Le conseil doit élire le maire.", "fr"),
        ("¿Quién puso la bomba?", "La bomba fue puesta por otro.", "es"),
    ],
)
def test_a_verb_is_found_in_its_other_forms(question: str, sentence: str, language: str) -> None:
    terms = terms_of(sentence, language)
    verb = next(word for word in words_in(question) if word.written.islower())
    assert match(verb, terms) == 1.0, verb.written


def test_a_particle_is_no_word_of_its_own() -> None:
    assert [word.written for word in words_in("Warum trat Alan Pryce zurück?")] == ["zurücktrat", "Alan", "Pryce"]
    # but what stands before a noun is
    assert "zurück" not in [word.written for word in words_in("Wann kommt die Fähre?")]


@pytest.mark.parametrize(("one", "other"), [("Gericht", "richtet"), ("Gebiet", "bietet"), ("angeln", "ansieht")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert terms_of(one, "de").words.isdisjoint(terms_of(other, "de").words)


def test_a_parted_verb_is_answered(tmp_path: Path) -> None:
    told = "Alan Pryce, der Chef der Hafenbehörde, ist am Dienstag zurückgetreten, weil ihm Geld aus der Kasse fehlte."
    pryce = replace(DELEGATION, text=told, title="Hafen", url="https://hafenblatt.example.org/pryce")
    with news_archive(tmp_path, DELEGATION, pryce) as archive:
        assert [one.quote for one in ask(build_chain(archive), "Warum trat Alan Pryce zurück?").citations] == [told]
