"""Times are told from numbers, verbs and names, and what a quote's own words lead to is held by it."""

from datetime import date

import pytest

from rag.comparisons.days import compare_days
from rag.comparisons.mentions import mentions_in
from rag.comparisons.reckoned_days import reckoned_days
from rag.comparisons.statement import Statement

# language and sentence, language and quote
Told = tuple[str, str, str, str]

SAME: list[Told] = [
    ("en", "She had more cash at the end of March.", "en", "She ended March with more cash."),
    ("de", "Das Ticket kostet ab August 58 Euro.", "de", "Der Preis von 58 Euro gilt ab August."),
    ("fr", "Le camion porte dix-sept tonnes, sept de plus.", "fr", "Le camion porte 17 tonnes."),
    ("es", "Vendió en junio 3.200 millones.", "es", "En junio vendió 3.200 millones."),
    (
        "fr",
        "La loi vaut depuis le 1er juillet 2023.",
        "fr",
        "Votée le 3 février 2022, la loi vaut depuis le 1er juillet de l'année suivante.",
    ),
    ("en", "The law came into force on 1 July 2022.", "en", "Passed on 3 February 2022, the law came into force on 1 July."),
    ("en", "In 2023 it was lower.", "de", "2024 lag es höher als im Vorjahr."),
    ("es", "Creció entre enero y junio.", "es", "Creció en el primer semestre."),
    ("de", "Von April bis Juni sank der Umsatz.", "en", "Revenue fell in the second quarter."),
    ("fr", "On peut s'inscrire à partir du 20 mars.", "fr", "Les listes sont ouvertes du 20 au 27 mars."),
    ("de", "Die Messe beginnt am 3. Mai.", "de", "Die Messe dauert vom 3. bis 7. Mai."),
    ("en", "It ran until March 27.", "en", "It ran from March 20 to 27."),
    ("fr", "Lomarre a voté le 14 janvier.", "fr", "Ratifié le 9 janvier par Brennec et le 14 par Lomarre."),
    ("de", "Die Frist endete am 18. Oktober.", "de", "Am 17. Oktober, einen Tag vor Ablauf der Frist, kam der Antrag."),
    ("en", "The vote was held on 3 May.", "en", "The vote was held two weeks later than planned, on 17 May."),
    ("es", "Se entregará antes de 2030.", "fr", "Il sera livré d'ici à 2029."),
    ("en", "The port opens in December.", "de", "Der Hafen öffnet zum Jahresende."),
    ("de", "Am 31. Dezember endet der Vertrag.", "en", "The contract ends on New Year's Eve."),
]
OTHER: list[tuple[Told, str]] = [
    (
        (
            "fr",
            "La loi vaut depuis le 1er juillet 2022.",
            "fr",
            "Votée le 3 février 2022, elle vaut depuis le 1er juillet de l'année suivante.",
        ),
        "1er",
    ),
    (("en", "It fell in May.", "en", "It fell in the second quarter."), "May"),
    (("de", "Er endet am 22. Mai 2031.", "de", "Der Vertrag, unterzeichnet am 22. Mai, läuft bis Ende 2031."), "22. Mai"),
    (("en", "The vote was held on 4 May.", "en", "The vote was held two weeks later than planned, on 17 May."), "4 May"),
    (("es", "Se entregará antes de 2031.", "fr", "Il sera livré d'ici à 2029."), "2031"),
    (("fr", "Lomarre a voté le 15 janvier.", "fr", "Ratifié le 9 janvier par Brennec et le 14 par Lomarre."), "15"),
    (("en", "In 2022 it was lower.", "de", "2024 lag es höher als im Vorjahr."), "2022"),
]


@pytest.mark.parametrize("told", SAME)
def test_a_time_that_the_quote_leads_to_is_no_other(told: Told) -> None:
    assert compare_days(Statement(told[1], told[0]), Statement(told[3], told[2])) is None


@pytest.mark.parametrize(("told", "words"), OTHER)
def test_another_time_is_found(told: Told, words: str) -> None:
    found = compare_days(Statement(told[1], told[0]), Statement(told[3], told[2]))
    assert found is not None and found.found.startswith(words)


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("fr", "sept enquêtes", []),
        ("fr", "le 12 sept. 2020", [{"year": 2020, "month": 9, "day": 12}]),
        ("en", "on March 5", [{"month": 3, "day": 5}]),
        ("en", "in March 12 euros were paid", [{"month": 3}]),
        ("es", "en mayo 15 personas", [{"month": 5}]),
        ("es", "El alcalde Julio Peña habló.", []),
        ("en", "Minister June Cole spoke in June.", [{"month": 6}]),
        ("en", "They march, and she ended March with a loss.", [{"month": 3}]),
    ],
)
def test_a_month_is_told_from_what_is_written_like_one(language: str, text: str, parts: list[dict[str, int]]) -> None:
    assert [mention.parts for mention in mentions_in(text, language)] == parts


def test_what_is_reckoned_has_no_words_and_clashes_with_nothing() -> None:
    quote = Statement("Am 31. Dezember 2024, einen Tag vor Ablauf der Frist.", "de")
    found = list(reckoned_days(quote, list(mentions_in(quote.text, "de")), quote, []))
    assert {(one.year, one.month, one.day) for one in found} == {(2024, 12, 30), (2025, 1, 1)} and not any(one.words for one in found)
    assert compare_days(Statement("She left on Monday.", "en"), Statement("She left.", "en", published=date(2025, 3, 10))) is None
