"""A date that stands with another deed does not tell when the deed asked for was done."""

import pytest

from rag.owndates import own_dates


@pytest.mark.parametrize(
    ("question", "sentence", "language", "dates"),
    [
        ("Wann schließt die Brücke?", "Die 1964 gebaute Brücke schließt am 3. Mai.", "de", ["3. Mai"]),
        ("Wann wurde die Brücke gebaut?", "Die 1964 gebaute Brücke ist dicht.", "de", ["1964"]),
        ("When was the bridge built?", "Die 1964 gebaute Brücke ist dicht.", "de", ["1964"]),
        ("Wann starb Tesla?", "Im Jahr 1943 stellte das Gericht Patente wieder her.", "de", ["1943"]),
        ("When does the bridge close?", "The bridge, built in 1964, closes on 3 May.", "en", ["3 May"]),
        ("When was the bridge built?", "The bridge was built in 1964.", "en", ["1964"]),
        ("¿Cuándo entró en servicio la planta?", "La planta, prometida para 2019, entró ayer en servicio.", "es", []),
        ("¿Cuándo cierra el puente?", "El puente construido en 1964 cierra el 3 de mayo.", "es", ["3 de mayo"]),
        ("¿Cuándo se construyó el puente?", "El puente fue construido en 1964.", "es", ["1964"]),
        ("Quand ferme le pont ?", "Le pont construit en 1964 ferme le 3 mai.", "fr", ["3 mai"]),
        # what goes on until then began before
        ("When was the bridge closed?", "The bridge remains closed until April 2025.", "en", []),
        ("Wann endet die Sperrung?", "Die Brücke bleibt bis April 2025 gesperrt.", "de", ["April 2025"]),
        ("When does the bridge reopen?", "The bridge remains closed until April 2025.", "en", ["April 2025"]),
    ],
)
def test_a_date_belongs_to_the_deed_it_stands_with(question: str, sentence: str, language: str, dates: list[str]) -> None:
    assert [one.text for one in own_dates(question, sentence, language)] == dates
