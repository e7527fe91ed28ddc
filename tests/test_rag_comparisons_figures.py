"""Numbers are read with their hedges and units, and what a quote's own numbers and words come to is held by it."""

import pytest

from rag.comparisons.figures import compare_figures
from rag.comparisons.quantities import in_unit, quantities_in
from rag.comparisons.reckoned import reckoned_quantities
from rag.comparisons.shares import shares_in
from rag.comparisons.statement import Statement
from rag.comparisons.units import factor_between

# language and sentence, language and quote
Told = tuple[str, str, str, str]

SAME: list[Told] = [
    ("es", "El paro bajó 0,6 puntos.", "es", "El paro bajó seis décimas."),
    ("en", "Warnings went unheeded for ten years.", "en", "Warnings were ignored for a decade."),
    ("en", "The vote came two weeks late.", "en", "The vote came a fortnight late."),
    ("de", "Der Umbau dauert sechs Monate.", "en", "The work takes half a year."),
    ("es", "La réplica llegó noventa minutos después.", "es", "La réplica llegó hora y media después."),
    ("fr", "Le contrat dure trente mois.", "fr", "Le contrat dure deux ans et demi."),
    ("de", "Zwei Boote werden verkauft.", "de", "Von den beiden Booten bleibt keines."),
    ("en", "Workers at two depots struck.", "en", "Workers at the Bexhow and Lint depots struck."),
    ("en", "He was found about 3.2 kilometres away.", "en", "He was found two miles away."),
    ("fr", "Le déficit se creuse de 23 millions.", "fr", "Le déficit atteint 94 millions d'euros, contre 71 millions l'an passé."),
    ("es", "La carta costará diez céntimos más.", "de", "Das Porto steigt von 85 auf 95 Cent."),
    ("de", "Zuletzt waren es 225 Millionen Euro.", "de", "Es sind 268 Millionen Euro, 43 Millionen mehr als zuletzt."),
    ("fr", "Ils volaient 900 heures.", "en", "They will fly 850 hours, fifty fewer than now."),
    ("en", "She performed 275 transplants.", "en", "She performed 214 kidney transplants and 61 liver transplants."),
    ("de", "48 Stellen fallen weg.", "de", "Von 480 Stellen fällt ein Zehntel weg."),
    ("en", "Thirty percent came from a levy.", "en", "Of every ten dollars, seven came from taxes and three from a levy."),
    ("fr", "Il touchera 60 000 euros.", "fr", "Il touchera 6 000 euros par hectare, pour dix hectares."),
    ("en", "Six percent said no.", "en", "94 percent said yes."),
    ("en", "About seven-tenths of it was found.", "en", "Roughly 70 percent of it was found."),
    ("fr", "Il reste chef pendant quatre ans.", "fr", "Il est élu pour quatre ans."),
    ("fr", "Le préjudice dépasse, avec plus de sept millions, la norme.", "fr", "Le préjudice est de 7,3 millions."),
    ("en", "It closed three years later.", "en", "It opened in 2019 and closed in 2022."),
    ("en", "There were 320 guests.", "en", "There were three hundred and twenty guests."),
]
OTHER: list[tuple[Told, str]] = [
    (("de", "Es werden 311 Millionen Euro.", "de", "Es sind 268 Millionen Euro, 43 Millionen mehr als zuletzt."), "other_number"),
    (("en", "The vote came three weeks late.", "en", "The vote came a fortnight late."), "other_number"),
    (("en", "The vote came two months late.", "en", "The vote came two weeks late."), "other_unit"),
    (("de", "49 Stellen fallen weg.", "de", "Von 480 Stellen fällt ein Zehntel weg."), "other_number"),
    (("fr", "Le préjudice est de plus de neuf millions.", "fr", "Le préjudice est de 7,3 millions."), "other_number"),
    (("en", "Some 60,000 homes lost power.", "en", "27,000 homes have no power, down from 90,000."), "other_number"),
    (("en", "She won in two sets.", "en", "She won 6-4, 7-5."), "other_number"),
    (("es", "Cuesta 48 millones de euros.", "es", "Cuesta 48 millones de coronas."), "other_unit"),
    (("de", "Der Speicher fasst 18.000 Kubikmeter.", "de", "Der Speicher fasst 18.000 Tonnen."), "other_unit"),
]


@pytest.mark.parametrize("told", SAME)
def test_a_number_that_the_quote_comes_to_is_no_other(told: Told) -> None:
    assert compare_figures(Statement(told[1], told[0]), Statement(told[3], told[2])) is None


@pytest.mark.parametrize(("told", "reason"), OTHER)
def test_another_number_or_unit_is_found(told: Told, reason: str) -> None:
    found = compare_figures(Statement(told[1], told[0]), Statement(told[3], told[2]))
    assert found is not None and found.reason == reason


def test_units_of_one_kind_have_a_rate_and_others_have_none() -> None:
    assert (factor_between("decade", "year"), factor_between("week", "day"), factor_between("euro", "dollar")) == (10.0, 7.0, None)
    (fortnight,) = quantities_in(Statement("3 fortnights", "en"))
    assert in_unit(fortnight, "week").values == (6.0,) and in_unit(fortnight, "metre") is fortnight


def test_nothing_is_reckoned_from_very_many_numbers_and_nothing_from_none() -> None:
    many = Statement(" ".join(f"{number} x," for number in range(10, 30)), "en")
    assert reckoned_quantities(many, list(quantities_in(many))) == []
    assert reckoned_quantities(Statement("", "en"), []) == []


def test_parts_are_read_with_how_many_of_them() -> None:
    assert [round(share.percent) for share in shares_in(Statement("drei Fünftel der Betriebe", "de"))][-1] == 60
