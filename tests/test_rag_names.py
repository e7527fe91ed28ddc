"""People's names are found by how they are written; towns, banks and months are none."""

import pytest

from rag.names import find_persons


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Vier Männer: Minister Marco Rubio, CIA-Direktor John Ratcliffe, der Berater Mike Waltz und der Gesandte Steve Witkoff.",
            ["Marco Rubio", "John Ratcliffe", "Mike Waltz", "Steve Witkoff"],
        ),
        ("Mit der Leitung der US-Delegation beauftragte das Weiße Haus Marco Rubio.", ["Marco Rubio"]),
        ("Zur Bürgermeisterin von Tallau wurde Birgit Asmussen gewählt.", ["Birgit Asmussen"]),
        ("Kommissionspräsidentin von der Leyen kam mit Uwe Tietjen von der Feuerwehr.", ["von der Leyen", "Uwe Tietjen"]),
        ("La maire, Claire Fontaubert, et Yann Le Goff du port.", ["Claire Fontaubert", "Yann Le Goff"]),
        ("La rectora de la Universidad de Ribaseca, Elena Quiroga, habló.", ["Elena Quiroga"]),
        ("Harrow Bank's chairman Gareth Penhale stayed on Monday in New York.", ["Gareth Penhale"]),
        ("Nach dem Rücktritt von Jens Petersen kam die Rede der Kanzlerin von Bad Tallau.", ["Jens Petersen"]),
        ("Mayor Lindqvist met the White House in March.", ["Lindqvist"]),
        ("Seven died on the ferry Astrid Maersk, said Mayor Jonas Tveit.", ["Jonas Tveit"]),
        ("Die Fähre Astrid Maersk und le roman Emma Bovary; after the storm Mayor Ann Berg", ["Ann Berg"]),
        ("La Suissesse Lena Aubert bat l'Espagnole Irene Solano et the Dutchman Piet Roos.", ["Lena Aubert", "Irene Solano", "Piet Roos"]),
        ("She leaves to run the National Gallery and the Cresset Maritime Centre.", []),
        ("Mayor Ann Berg Friday opened a study zum Schlaf von Jugendlichen.", ["Ann Berg"]),
        ("Sie siegt mit 2.870 Stimmen Vorsprung.", []),
        ("", []),
    ],
)
def test_people_are_found_without_their_titles(text: str, names: list[str]) -> None:
    found = find_persons(text)
    assert [person.text for person in found] == names
    assert all(text[person.span.start : person.span.end] == person.text for person in found)
