"""A question for a deed is answered by what tells of it, and of some deeds nobody tells in other words."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag import ask, build_chain
from rag.deeds import deed_asked, tells_of
from tests.news import BRIDGE, FESTIVAL, news_archive


@pytest.mark.parametrize(
    ("question", "told", "language"),
    [
        ("Who designed the bridge?", "The architect Ann Berg drew the bridge.", "en"),
        ("Wer hat die Brücke entworfen?", "L'architecte Ann Berg a signé le pont.", "fr"),
        ("Où est née Ann Berg ?", "Ann Berg, in Lagos geboren, leitet die Galerie.", "de"),
        ("¿Quién sustituye a Carl Lund?", "Ann Berg takes over from Carl Lund.", "en"),
        ("Quand ferme la centrale ?", "Das Kraftwerk geht am 31. März vom Netz.", "de"),
        ("When will the turbines start running?", "La mise en service est prévue en juin 2027.", "fr"),
        ("Wie viel verdient Ann Berg?", "Her salary is 90,000 pounds.", "en"),
        ("Who owns the ship?", "The owner, Oslo-based Fjordline Bulk, has begun an inquiry.", "en"),
        ("Wie viele Kinder hat Ann Berg?", "Elle a trois fils.", "fr"),
        ("¿De qué color es el barco?", "The white hull was scratched.", "en"),
        ("When did it close?", "Мост закрыли в мае.", "ru"),
    ],
)
def test_a_deed_is_known_in_four_languages_and_anything_may_tell_of_it_in_another(question: str, told: str, language: str) -> None:
    deed = deed_asked(question)
    assert deed is not None and tells_of(deed, told, language)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where did Ann Berg go to school?", "Ann Berg walked home from Pell."),
        ("Who was arrested?", "Prosecutor Carl Lund investigates."),
        ("Quel est le salaire de Ann Berg ?", "Ann Berg went home at midnight."),
    ],
)
def test_another_deed_is_told_from_the_one_asked(question: str, told: str) -> None:
    deed = deed_asked(question)
    assert deed is not None and not tells_of(deed, told, "en")


def test_a_question_without_a_deed_of_ours_has_none() -> None:
    assert deed_asked("Who chairs the board?") is None and deed_asked("Did the bridge close?") is None


DIRECTOR = replace(
    BRIDGE,
    text="The board chose Ann Berg, now curator at the Museum of Leiden. Berg, 41, born in Lagos, will open the stores of the gallery.",
    title="Gallery",
    url="https://a.example.org/1",
)


def test_the_sentence_with_the_deed_is_quoted_first(tmp_path: Path) -> None:
    with news_archive(tmp_path, DIRECTOR, FESTIVAL) as archive:
        assert "born in Lagos" in ask(build_chain(archive), "Where was Ann Berg born?").citations[0].quote


def test_nobody_who_is_known_for_something_else_answers(tmp_path: Path) -> None:
    with news_archive(tmp_path, DIRECTOR, FESTIVAL) as archive:
        chain = build_chain(archive)
        assert ask(chain, "Where did Ann Berg marry?").abstained
        assert ask(chain, "Wie heißt der Ehemann von Ann Berg?").abstained
        assert ask(chain, "Wie viel verdient Ann Berg?").abstained
        assert ask(chain, "Who was chosen by the board?").direct == ("Ann Berg",)


def test_a_passage_that_tells_of_the_deed_in_other_words_is_looked_for(tmp_path: Path) -> None:
    traffic = [
        replace(
            BRIDGE,
            text=f"Über die alte Brücke in Pell fahren {number} Autos am Tag.",
            title="Brücke",
            url=f"https://a.example.org/{number}",
            language="de",
        )
        for number in range(20, 32)
    ]
    shut = replace(traffic[0], text="Am 3. Mai wird die alte Brücke in Pell gesperrt.", title="Pell", url="https://a.example.org/3")
    with news_archive(tmp_path, *traffic, shut) as archive:
        answer = ask(build_chain(archive), "Wann schließt die alte Brücke in Pell?")
    assert answer.citations[0].quote == shut.text and answer.direct == ("3. Mai",)
