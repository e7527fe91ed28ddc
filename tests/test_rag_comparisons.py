"""What a sentence has otherwise than its quote is found, and what is only said in other words is not."""

from datetime import date

import pytest

from rag.comparisons.compare import differences
from rag.comparisons.concepts import concepts_in
from rag.comparisons.mentions import mentions_in
from rag.comparisons.names import names_in
from rag.comparisons.quantities import quantities_in
from rag.comparisons.spellings import same_name
from rag.comparisons.statement import Statement


def reasons(claim: tuple[str, str], quote: tuple[str, str], published: date | None = None, around: str = "") -> list[str]:
    """Claim and quote are (language, text)."""
    found = differences(Statement(claim[1], claim[0]), Statement(quote[1], quote[0], around, published))
    return [difference.reason for difference in found]


@pytest.mark.parametrize(
    ("text", "language", "values", "unit"),
    [
        ("1,500 people", "en", 1500.0, None),
        ("1.500 Menschen", "de", 1500.0, None),
        ("2,5 Mio. Euro", "de", 2.5e6, "euro"),
        ("$3.5 billion", "en", 3.5e9, "dollar"),
        ("3 billions de francs", "fr", 3e12, "franc"),
        ("dos mil millones de euros", "es", 2e9, "euro"),
        ("vierunddreißig Jahre", "de", 34.0, "year"),
        ("quatre-vingt-douze minutes", "fr", 92.0, "minute"),
        ("forty-five per cent", "en", 45.0, "percent"),
        ("30 to 50 thousand tonnes", "en", 30_000.0, None),
    ],
)
def test_numbers_are_read_in_words_and_digits_with_their_units(text: str, language: str, values: float, unit: str | None) -> None:
    quantities = list(quantities_in(Statement(text, language)))
    assert any(values in quantity.values and quantity.unit in (unit, None) for quantity in quantities), quantities
    assert unit is None or any(quantity.unit == unit for quantity in quantities)


def test_a_number_a_unit_and_a_step_must_be_the_quote_s() -> None:
    quote = ("en", "Prices rose by 4 percent to 12 euros.")
    assert reasons(("en", "Prices rose by 4 percent."), quote) == []
    assert reasons(("en", "Prices rose by 5 percent."), quote) == ["other_number"]
    assert reasons(("en", "Prices rose to 12 dollars."), quote) == ["other_unit"]
    assert reasons(("de", "Die Preise stiegen auf 4 Prozent."), quote) == ["other_number"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 13 February 2025", {"year": 2025, "month": 2, "day": 13}),
        ("am 3. März", {"month": 3, "day": 3}),
        ("le 1er août", {"month": 8, "day": 1}),
        ("el 15 de mayo de 2024", {"year": 2024, "month": 5, "day": 15}),
        ("in May", {"month": 5}),
        ("Mittwochabend", {"weekday": 2}),
    ],
)
def test_days_are_read_in_four_languages(text: str, parts: dict[str, int]) -> None:
    (mention,) = mentions_in(text)
    assert mention.parts == parts


def test_may_and_march_are_verbs_too() -> None:
    assert list(mentions_in("They may march on")) == []


def test_a_weekday_is_a_day_by_the_date_of_the_article() -> None:
    quote = ("en", "The bridge was closed on Monday.")
    assert reasons(("en", "The bridge was closed on 10 March 2025."), quote, published=date(2025, 3, 11)) == []
    assert reasons(("en", "The bridge was closed on 12 March 2025."), quote, published=date(2025, 3, 11)) == ["other_date"]
    assert reasons(("en", "The bridge was closed on Tuesday."), quote) == ["other_date"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Putins", "Путин"), ("Poutine", "Putin"), ("Selenskyj", "Zelensky"), ("Gorbatschow", "Gorbachev"), ("Jelzin", "Yeltsin")],
)
def test_a_name_is_known_in_other_spellings(one: str, other: str) -> None:
    assert same_name(one, other) and same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Müller", "Möller"), ("Rubio", "Rubin"), ("Austria", "Australia"), ("Herrera", "Heredia")])
def test_a_name_that_differs_in_letters_is_another(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_names_are_told_from_nouns() -> None:
    assert list(names_in(Statement("Bürgermeisterin Anke Rüther sprach in Kassel über die Lage.", "de"))) == ["Anke", "Rüther", "Kassel"]
    assert list(names_in(Statement("On Monday the BBC met Mr McKay in New York.", "en"))) == ["BBC", "McKay", "New", "York"]


def test_names_may_stand_around_the_quote_but_not_be_others() -> None:
    quote = ("en", "She opened the museum.")
    assert reasons(("en", "The mayor, Ingrid Solberg, opened the museum."), quote, around="Solberg, Ingrid in Bergen") == []
    assert "other_name" in reasons(("en", "The mayor, Ingrid Nyberg, opened the museum."), quote, around="Solberg, Ingrid in Bergen")
    assert reasons(("de", "Großbritannien und die Türkei einigten sich."), ("en", "Britain and Turkey agreed.")) == []


@pytest.mark.parametrize(
    ("claim", "quote", "reason"),
    [
        (("en", "The council did not approve the line."), ("en", "The council approved the line."), "other_negation"),
        (("de", "Der Rat billigte die Linie."), ("en", "The council rejected the line."), "other_negation"),
        (("en", "The museum will be open."), ("fr", "Le musée sera fermé."), "other_negation"),
        (("en", "The vaccine will arrive."), ("en", "The vaccine could arrive."), "other_modality"),
        (("de", "Die Firma hat Stellen gestrichen."), ("de", "Die Firma will Stellen streichen."), "other_modality"),
        (("en", "Drivers must use the tunnel."), ("es", "Los conductores pueden usar el túnel."), "other_modality"),
        (("en", "Data was stolen."), ("en", "The company denies that data was stolen."), "other_attribution"),
        (("fr", "Le ministre a menti."), ("fr", "L'opposition affirme que le ministre a menti."), "other_attribution"),
        (("en", "According to the police, it burned."), ("de", "Laut Feuerwehr hat es gebrannt."), "other_claimant"),
        (("en", "The governor spoke."), ("es", "La alcaldesa habló."), "other_word"),
        (("en", "The trees were cut by the tenants."), ("en", "The trees were cut by the gardeners."), "other_word"),
        (("en", "Norvik accused Kestrel."), ("en", "Kestrel accused Norvik."), "other_roles"),
        (
            ("en", "Bus drivers will strike on Friday."),
            ("en", "The union of bus drivers called off the strike on Friday."),
            "other_negation",
        ),
        (("en", "There is a shortage of nurses."), ("en", "There is no shortage of nurses."), "other_negation"),
        (("de", "Sie sagt, sie habe davon gewusst."), ("de", "Sie bestreitet, davon gewusst zu haben."), "other_attribution"),
        (("en", "Harlow Steel closed its furnace."), ("en", "Harlow Steel said it would close its furnace."), "other_modality"),
        (("en", "Lena Hart has resigned."), ("en", "Lena Hart, who resigned as mayor in 2019, will resign in May."), "other_modality"),
        (("en", "The plant has closed."), ("de", "Das Werk wurde 1931 eröffnet und soll im Mai schließen."), "other_modality"),
        (("en", "Lena Hart has resigned."), ("de", "Es ist möglich, dass Lena Hart zurückgetreten ist."), "other_modality"),
        (("en", "The firm has closed its plant."), ("en", "The firm will close its plant and cut 310 jobs."), "other_modality"),
        (("en", "It will take two years."), ("en", "The analysts said it would take two years."), "other_attribution"),
        (("en", "The bank will cut jobs."), ("en", "Analysts expect the bank to cut jobs."), "other_attribution"),
        (("es", "El ministro descarta dimitir."), ("fr", "Le ministre n'exclut pas de démissionner."), "other_negation"),
        (("fr", "Deux skieurs ont été retrouvés morts."), ("fr", "Deux skieurs ont été retrouvés vivants."), "other_word"),
        (("de", "Sie schlafen besser."), ("es", "Duermen peor."), "other_negation"),
        (("en", "The oil came from the ship."), ("en", "Officials investigate whether the oil came from the ship."), "other_modality"),
        (("de", "Der Umsatz stieg im zweiten Quartal."), ("fr", "Les ventes ont progressé au premier trimestre."), "other_date"),
        (("es", "El acusado vendió los datos."), ("es", "Según la Fiscalía, el acusado vendió los datos."), "other_attribution"),
        (("es", "Reanudó sus vuelos."), ("fr", "La compagnie a suspendu ses vols."), "other_negation"),
    ],
)
def test_what_is_said_otherwise_is_found(claim: tuple[str, str], quote: tuple[str, str], reason: str) -> None:
    assert reason in reasons(claim, quote)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        (("en", "The museum will not open before 2 October."), ("en", "The museum will stay closed until 2 October.")),
        (("en", "Kestrel was accused by Norvik."), ("en", "Norvik accused Kestrel.")),
        (("en", "Norvik will sell ships to Kestrel."), ("en", "Kestrel will buy ships from Norvik.")),
        (("en", "Homes had no power."), ("en", "The storm left homes without power.")),
        (
            ("de", "Der Impfstoff könnte im Mai da sein, sagt die Ministerin."),
            ("en", "The vaccine may be there in May, the minister says."),
        ),
        (("en", "Lena Hart has resigned."), ("en", "Lena Hart resigned on Tuesday and will leave at the end of May.")),
        (
            ("en", "Finance minister Lena Hart has resigned."),
            ("de", "Finanzministerin Lena Hart trat am Montag nach langem Streit zurück, ihr Nachfolger soll am Freitag kommen."),
        ),
        (("de", "Lena Hart ist zurückgetreten."), ("fr", "Lena Hart a démissionné lundi et sera remplacée par Luc Tanguy.")),
        (("en", "The council has closed the bridge."), ("es", "El consejo cerró el puente y lo abrirá en junio.")),
        (("es", "Él dimitió como entrenador."), ("en", "He stepped down as coach.")),
        (("en", "Harlow Steel plans to shut its furnace."), ("en", "Harlow Steel, which is old, said it would close its furnace.")),
        (("en", "Harlow Steel employs 2,300 people."), ("en", "Harlow Steel, which employs 2,300 people, said on Monday that it hoped.")),
        (("en", "The beds are empty because of a shortage of nurses."), ("en", "The beds are empty because there are not enough nurses.")),
        (("de", "Sie sagt, sie habe davon nichts gewusst."), ("de", "Sie bestreitet, davon gewusst zu haben.")),
        (("de", "Das Konzert fällt aus."), ("de", "Das für Samstag geplante Konzert wurde abgesagt.")),
        (("en", "The bridge is due to open in June."), ("en", "The bridge is expected to open in June.")),
        (
            ("en", "The company's profit rose to 48 million euros."),
            ("en", "The company reported a profit of 48 million euros, up from 31."),
        ),
        (("es", "Beatriz Olmedo está al frente del museo."), ("es", "Beatriz Olmedo dirige el museo.")),
        (("de", "Annika Sörensen ist seit Januar Leiterin der Stiftung."), ("de", "Annika Sörensen leitet seit Januar die Stiftung.")),
        (("en", "A pay rise of 4.5 percent was agreed to."), ("en", "The company agreed to raise pay by 4.5 percent.")),
        (("fr", "Elle n'a pas accepté le prix."), ("fr", "Elle a refusé le prix.")),
        (("es", "El ministro no descarta dimitir."), ("fr", "Le ministre n'exclut pas de démissionner.")),
        (("en", "The army was asked by the mayor of Teller Bay for help."), ("en", "The mayor of Teller Bay asked the army for help.")),
        (("en", "The court ruled that Ochoa must testify."), ("es", "Ochoa deberá declarar, decidió el juez, según el tribunal.")),
        (("de", "Rivas und Luna erhalten den Preis."), ("es", "Rivas y Luna recibirán el premio.")),
        (("es", "Uruguay venció a Chile."), ("es", "La selección uruguaya derrotó a Chile.")),
        (("en", "The Federal Network Agency approved the line."), ("de", "Die Bundesnetzagentur hat die Leitung genehmigt.")),
        (("es", "Es un parque eólico de 90 MW."), ("es", "Es un parque eólico de 90 megavatios.")),
        (("fr", "Elle a promis 45 M€."), ("fr", "Elle a promis 45 millions d'euros.")),
        (("de", "Der Preis fiel um neun Prozent auf 187 Euro."), ("fr", "Le prix a chuté de 9 % en une semaine, à 187 euros.")),
        (("en", "The mayor apologised."), ("en", "The mayor said she was sorry.")),
    ],
)
def test_what_is_said_in_other_words_is_let_be(claim: tuple[str, str], quote: tuple[str, str]) -> None:
    assert reasons(claim, quote) == []


def test_a_word_of_the_vocabulary_is_known_in_its_forms_and_compounds() -> None:
    named = {concept.name for concept in concepts_in("Das Amtsgericht verurteilte die Bürgermeisterin aus der Türkei.", "de")}
    assert {"court", "mayor", "turkey", "convict"} <= named
    assert concepts_in("anything", "xx") == {}
