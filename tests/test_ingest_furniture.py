"""Lines of a page that are no part of its article."""

import pytest

from ingest.furniture import drop_furniture, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "1 Woche vor", "vor 3 Stunden", "vor einem Tag", "3 hours ago", "2 mins ago", "an hour ago", "il y a 2 jours", "hace 5 horas",
        "2 дня назад", "3天前",
        "Photo: A. Person / Shutterstock.com", "Foto: Imke Sund", "Crédit photo : Port de Saint-Brévan", "© Paper 2025",
        "A. Person/Getty Images",
        "JETZT LESEN AUCH ANDERE", "Lesen Sie auch: Was die Gespräche bedeuten", "Read more: Another storm", "À lire aussi : La criée",
        "Te puede interesar:",
        "Newsletter abonnieren", "Subscribe now", "S'abonner", "Suscríbete", "Folgen Sie uns auf unseren Kanälen",
        "Teilen auf: Facebook | X | WhatsApp | E-Mail", "Share this article", "Partager sur Facebook", "Compartir", "12 comments",
        "Anzeige", "ADVERTISEMENT", "Publicité", "Publicidad", "Lesezeit: 3 Min.", "4 min read", "|", "* * *", "—", "",
    ],
)  # fmt: skip
def test_furniture_is_known_in_several_languages(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by three per cent after the announcement on Monday.",
        "Share on the market of the two firms rose, the regulator said today.",
        "Newsletter verschickte die Partei nach eigenen Angaben seit März keine mehr.",
        "Vor 3 Stunden begann die Sitzung, sagte der Bürgermeister.",
        "Die Anzeige wurde am Montag erstattet.",
        "Copyright law is changing.",
        "Follow the money",
        "Damage in the north",
        "Krieg",
        "2025",
    ],
)
def test_prose_and_headings_stay(line: str) -> None:
    assert not is_furniture(line)


def test_the_order_of_what_stays_is_kept() -> None:
    assert drop_furniture(["b", "Anzeige", "a"]) == ["b", "a"]
