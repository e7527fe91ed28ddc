"""A question for how many is answered by nothing that counts something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from rag import ask, build_chain
from rag.counted import counts_other
from tests.news import BRIDGE, news_archive


@pytest.mark.parametrize(
    ("question", "quote", "language"),
    [
        ("How many people died?", "The storm left 4,100 homes without power.", "en"),
        ("How many people died?", "4,100 homes had no power. Five people were treated for minor injuries.", "en"),
        ("Wie viele Menschen starben?", "23.000 Haushalte waren ohne Strom.", "de"),
        ("Combien de personnes sont mortes ?", "Quelque 6 500 véhicules passent chaque jour.", "fr"),
        ("¿Cuántas personas murieron?", "Las llamas han quemado 3.900 hectáreas.", "es"),
        ("How many people were arrested?", "Bei dem Brand wurden 14 Menschen verletzt.", "de"),
        ("How many schools are closed?", "41 people were taken to hospital.", "en"),
        ("How many people died?", "Firefighters were called out 212 times.", "en"),
        ("¿Cuántas viviendas ardieron?", "El incendio ha causado dos muertos.", "es"),
        ("How many ships were hit?", "Eleven houses were hit.", "en"),
        ("How many people live in Pell?", "In Pell 212 people marched against the dam.", "en"),
        ("Wie viele Menschen leben in Tallau?", "In Tallau kamen 300 Menschen zum Fest.", "de"),
        ("Combien de personnes vivent à Orsanne ?", "À Orsanne, 40 personnes ont été évacuées.", "fr"),
        ("¿Cuántas personas viven en Moncada?", "En Moncada murieron dos personas.", "es"),
    ],
)
def test_another_thing_counted_is_told(question: str, quote: str, language: str) -> None:
    assert counts_other(question, quote, language)


@pytest.mark.parametrize(
    ("question", "quote", "language"),
    [
        ("How many people died?", "Nobody died; five people were hurt.", "en"),
        ("How many people died?", "Seven of the 214 passengers drowned.", "en"),
        ("How many people died?", "Le naufrage a fait dix-huit morts.", "fr"),
        ("Wie viele Menschen wurden verletzt?", "Die Zahl der Verletzten stieg auf 17.", "de"),
        ("How many passengers were hurt?", "The number of passengers hurt has risen to 23, Skerrow hospital said.", "en"),
        # what our vocabulary does not know may be what is asked for
        ("How many people live in Pell?", "Pell has a population of 41,000.", "en"),
        ("How many people live in Pell?", "Pell, a town of 41,000 on the coast, voted on Sunday.", "en"),
        ("Wie viele Menschen leben in Tallau?", "Tallau zählt 8.200 Einwohner.", "de"),
        ("¿Cuántas personas viven en Moncada?", "En Moncada viven 9.000 personas.", "es"),
        ("How many residents were evacuated?", "About 300 people were evacuated.", "en"),
        ("How many spectators watched?", "It was 3-1 in front of 8,400 spectators.", "en"),
        ("How many homes lost power?", "23,000 customers had no power.", "en"),
        ("Wie viele Menschen kamen in Algier ums Leben?", "Algier verlor 30.000 bis 50.000 Einwohner.", "de"),
        ("How many pounds of steam does it use?", "It uses 8.8 kg (19.4 lb) of steam.", "en"),
        ("How many jobs are cut?", "The firm lets 310 workers go.", "en"),
    ],
)
def test_what_may_count_the_thing_asked_for_stays(question: str, quote: str, language: str) -> None:
    assert not counts_other(question, quote, language)


def test_a_title_tells_of_what_the_number_is() -> None:
    assert not counts_other("How many people died?", "There were seven of them.", "en", "Seven dead in storm")
    assert counts_other("How many people died?", "There were seven of them.", "en", "Seven hurt in storm")


STORM = replace(
    BRIDGE, text="Storm Olga left 23,000 homes in Pell without power on Friday.", title="Storm Olga", url="https://a.example.org/1"
)
HURT = replace(STORM, text="After Storm Olga, five people were treated for injuries in Pell.", url="https://a.example.org/2")
DEAD = replace(STORM, text="Two men were killed in Pell when Storm Olga felled an oak.", url="https://a.example.org/3")
FIRE = replace(STORM, text="In the fire at Lund 31 people died.", title="Fire", url="https://a.example.org/4")
ASKED = "How many people died in Pell in Storm Olga?"


def test_the_sentence_with_the_thing_asked_is_quoted_or_none(tmp_path: Path) -> None:
    with news_archive(tmp_path / "told", STORM, HURT, DEAD, FIRE) as archive:
        assert ask(build_chain(archive), ASKED).citations[0].quote == DEAD.text
    with news_archive(tmp_path / "untold", STORM, HURT, FIRE) as archive:
        chain = build_chain(archive)
        assert ask(chain, ASKED).citations == (), "nor do the dead of another matter tell"
        assert ask(chain, "How many homes in Pell were without power after Storm Olga?").direct == ("23,000",)


def test_how_much_may_be_told_without_a_number_but_for_a_price(tmp_path: Path) -> None:
    told = "The lynx of Velm park eats as much as its keepers bring, for two hours a day."
    lynx = replace(STORM, text=told, title="Lynx", url="https://a.example.org/5")
    with news_archive(tmp_path, lynx) as archive:
        chain = build_chain(archive)
        assert ask(chain, "How much does the lynx of Velm park eat?").citations[0].quote == told
        assert ask(chain, "How much does the lynx of Velm park cost?").citations == ()


def test_an_age_and_how_long_something_took_are_quoted_where_they_are_told(tmp_path: Path) -> None:
    told = "The new dean greeted the crowd in Pell. Canon Ann Berg, 69, was chosen on Thursday. The vote on the dean took two days."
    dean = replace(STORM, text=told, title="Dean", url="https://a.example.org/6")
    with news_archive(tmp_path, dean) as archive:
        chain = build_chain(archive)
        assert ask(chain, "How old is the new dean in Pell?").direct == ("69",)
        assert ask(chain, "How long did the vote on the new dean in Pell take?").direct == ("two days",)
