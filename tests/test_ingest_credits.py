"""Which agencies an article credits."""

import pytest

from ingest.credits import find_agencies

STORY = "The council met on Tuesday. It voted for a new tram line."


@pytest.mark.parametrize(
    ("authors", "text", "names"),
    [
        ([], f"BERLIN (dpa) - {STORY}", ("dpa",)),
        ([], f"Berlin/Paris (dpa/AFP) – {STORY}", ("dpa", "AFP")),
        ([], f"PARIS, 3 mars (AFP) – {STORY}", ("AFP",)),
        ([], f"LONDON, Feb 13 (Reuters) - {STORY}", ("Reuters",)),
        ([], f"(Reuters) - {STORY}", ("Reuters",)),
        ([], f"WASHINGTON (AP) — {STORY}", ("AP",)),
        ([], f"Madrid, 13 feb (EFE).- {STORY}", ("EFE",)),
        ([], f"BEIJING, Feb. 13 (Xinhua) -- {STORY}", ("Xinhua",)),
        ([], "МОСКВА, 13 февраля. /ТАСС/. Совет проголосовал за трамвай.", ("TASS",)),
        ([], "新华社北京2月13日电 市政府决定修建电车。", ("Xinhua",)),
        ([], f"KELMOUTH (Nordwire) - {STORY}", ("Nordwire",)),
        ([], f"{STORY}\n\ndpa/lni", ("dpa",)),
        ([], f"{STORY}\n\n© AFP", ("AFP",)),
        ([], f"{STORY}\n\n(dpa, AFP und Reuters)", ("dpa", "AFP", "Reuters")),
        ([], f"{STORY}\n\nQuelle: dpa", ("dpa",)),
        ([], f"{STORY}\n\n(avec AFP)", ("AFP",)),
        ([], f"{STORY}\n\nCon información de EFE", ("EFE",)),
        ([], f"{STORY}\n\nMit Material von dpa und AFP", ("dpa", "AFP")),
        ([], f"{STORY} (Reuters)", ("Reuters",)),
        ([], f"{STORY}\n\nReporting by Jane Doe; Editing by John Roe", ("Reuters",)),
        ([], f"KELMOUTH (Nordwire) - {STORY}\n\nReporting by Jane Doe; editing by John Roe", ("Nordwire",)),
        (["Reuters"], STORY, ("Reuters",)),
        (["Le Monde avec AFP"], STORY, ("AFP",)),
        (["Jane Doe (AP)"], STORY, ("AP",)),
        (["Agencia EFE"], f"{STORY}\n\nEFE", ("EFE",)),
    ],
)
def test_a_credit_stands_in_the_dateline_at_the_end_or_among_the_authors(authors: list[str], text: str, names: tuple[str, ...]) -> None:
    assert find_agencies(authors, text) == names


@pytest.mark.parametrize(
    "text",
    [
        f"The minister told Reuters that he would stay. {STORY}",
        f"{STORY}\n\n„Wir bleiben“, sagte sie der Deutschen Presse-Agentur dpa am Abend.",
        "The tram company (TCK) - once private - was bought by the council.",
        f"{STORY}\n\nEl alcalde habló con EFE durante una hora.",
        f"Aa Berge is a village. {STORY}",
        STORY,
    ],
)
def test_what_an_agency_was_told_is_no_credit(text: str) -> None:
    assert find_agencies(["Jane Doe"], text) == ()
