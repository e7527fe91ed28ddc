"""Notes of the editors on mistakes."""

import pytest

from ingest.corrections import find_corrections


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The bridge is 40 metres long, not 400.",
        "CORRECTION (March 4, 2025): The bridge is 40 metres long.",
        "Editor’s note: This story has been updated to correct the length of the bridge.",
        "An earlier version of this article misstated the length of the bridge.",
        "This article was amended on 4 March 2025 because it said 400 metres.",
        "Clarification: the mayor spoke before the vote.",
        "Korrektur: Die Brücke ist 40 Meter lang, nicht 400.",
        "Berichtigung vom 4. März: Die Brücke ist 40 Meter lang.",
        "Anm. d. Red.: In einer früheren Version dieses Artikels hieß es, die Brücke sei 400 Meter lang.",
        "In einer früheren Fassung des Artikels stand eine falsche Länge.",
        "Anmerkung der Redaktion: Wir haben das korrigiert.",
        "Richtigstellung – Die Brücke ist 40 Meter lang.",
        "Rectificatif : le pont mesure 40 mètres.",
        "Erratum. Le pont mesure 40 mètres et non 400.",
        "Une version précédente de cet article indiquait une autre longueur.",
        "Corrección: el puente mide 40 metros.",
        "Fe de errores: el puente mide 40 metros.",
        "Una versión anterior de esta noticia decía 400 metros.",
        "Errata corrige: il ponte è lungo 40 metri.",
        "Поправка: длина моста 40 метров.",
        "В предыдущей версии текста длина была указана неверно.",
        "更正：大桥长四十米。",
    ],
)
def test_a_note_is_kept_as_it_stands(note: str) -> None:
    assert find_corrections(["The bridge opens in May.", note, "It cost 3 million."]) == (note,)


@pytest.mark.parametrize(
    "line",
    [
        "Correction officers went on strike at the prison on Monday.",
        "The correction of the road took two years.",
        "Korrekturen am Haushalt lehnt der Minister ab.",
        "„Das haben die (die Gegner, Anm. d. Red.) nie gesagt“, sagte sie.",
        "An earlier version of the bill had failed in the Senate.",
        "La corrección del rumbo llegó tarde.",
        "Le ministre demande une rectification des comptes.",
        "Поправка к закону принята в третьем чтении.",
        "",
    ],
)
def test_a_sentence_about_corrections_is_none(line: str) -> None:
    assert find_corrections([line]) == ()


def test_a_heading_and_the_line_under_it_are_one_note_and_no_note_is_kept_twice() -> None:
    lines = ["Correction", "The bridge is 40 metres long.", "Correction The bridge is 40 metres long.", "The end."]
    assert find_corrections(lines) == ("Correction The bridge is 40 metres long.",)
