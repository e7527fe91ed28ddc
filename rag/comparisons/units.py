"""What a number counts, where it is a unit: money, time, length, weight, power, shares."""

import re

from vectorstore.later import compile_later

# a unit and all its names, folded, in four languages
_NAMES = {
    "percentage point": "percentage points?|prozentpunkte?n?|points? de pourcentage|points?(?= de pourcent)|puntos? porcentual(?:es)?",
    "percent": "%|percent|per cent|prozent|pour ?cent|por ciento|v\\. ?h\\.",
    "dollar": "dollars?|us-dollar|dolar(?:es)?|usd|\\$",
    "euro": "euros?|eur|€",
    "pound": "pounds?(?: sterling)?|pfund|livres?(?: sterling)?|libras?(?: esterlinas)?|gbp|£",
    "cent": "cents?|centimes?|centimos?|centavos?|pence|rappen",
    "franc": "francs?|franken|francos?|chf",
    "yen": "yens?|¥",
    "crown": "crowns?|kroner|kronor|kronen?|couronnes?|coronas?|nok|sek|dkk|czk",
    "rouble": "roubles?|rubles?|rubel|rublos?",
    "second": "seconds|sekunden?|secondes|segundos?",
    "minute": "minutes?|minuten?|minutos?",
    "hour": "hours?|stunden?|heures?|horas?|uhr",
    "day": "days?|tage?n?|jours?|dias?",
    "week": "weeks?|wochen?|semaines?|semanas?",
    "month": "months?|monate?n?|mois|mes(?:es)?",
    "year": "years?|jahre?n?s?|jahrige[rnms]?|ans?|annees?|anos?|year-old|years? old",
    "fortnight": "fortnights?|quinzaines?(?: de jours)?|quincenas?",
    "quarter": "quartale?n?|trimestres?",
    "half-year": "halbjahre?n?|semestres?|half-years?",
    "decade": "decades?|jahrzehnte?n?|decennies?|decadas?|decenios?",
    "century": "centur(?:y|ies)|jahrhunderte?n?|siecles?|siglos?",
    "cubic metre": "cubic met(?:re|er)s?|kubikmetern?|metres? cubes?|metros? cubicos?",
    "square metre": "square met(?:re|er)s?|quadratmetern?|metres? carres?|metros? cuadrados?",
    "square kilometre": "square kilomet(?:re|er)s?|quadratkilometern?|kilometres? carres?|kilometros? cuadrados?",
    "millimetre": "millimet(?:re|er)s?|millimetern?|milimetros?|mm",
    "centimetre": "centimet(?:re|er)s?|zentimetern?|centimetros?|cm",
    "metre": "met(?:re|er)s?|metern?|metros?|m",
    "kilometre": "kilomet(?:re|er)s?|kilometern?|kilometros?|km",
    "mile": "miles?|meilen?|milles|millas?",
    "foot": "feet|foot|pieds|pies",
    "hectare": "hectares?|hektar|hectareas?|ha",
    "kilogram": "kilo(?:gram)?s?|kilogramm|kilogrammes?|kilogramos?|kg",
    "gram": "grams?|gramm|grammes?|gramos?|g",
    "tonne": "ton(?:ne)?s?|tonnen?|toneladas?|t",
    "litre": "lit(?:re|er)s?|litern?|litros?|l",
    "watt": "watts?|vatios?|w",
    "kilowatt": "kilowatts?|kilovatios?|kw",
    "megawatt": "megawatts?|megavatios?|mw",
    "gigawatt": "gigawatts?|gigavatios?|gw",
    "megawatt hour": "megawatt[- ]?hours?|megawattstunden?|megawattheures?|megavatios? hora|mwh",
    "kilowatt hour": "kilowatt[- ]?hours?|kilowattstunden?|kilowattheures?|kilovatios? hora|kwh",
    "degree": "degrees?|grad|degres?|grados?|°c?",
}
# what stands between a number and its unit: "34-year-old", "quarante petites minutes", "millions of dollars", "millones de euros"
UNIT = compile_later(
    r"[\s\u00a0\u202f-]*(?:(?:de|d'|d’|of|us|full|more|weitere|petites|largos)[\s-]*)?(?:"
    + "|".join(f"(?P<u{place}>{names})" for place, names in enumerate(_NAMES.values()))
    # "71 millions l'an" are no litres
    + r")(?![\w'’])"
)
_ORDER = tuple(_NAMES)
# how many of the first of its kind one of each is: a decade is 120 months, whatever the months' days
_SCALES = (
    {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "fortnight": 1_209_600},
    {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200},
    {"millimetre": 1, "centimetre": 10, "metre": 1000, "kilometre": 1_000_000, "foot": 304.8, "mile": 1_609_344},
    {"gram": 1, "kilogram": 1000, "tonne": 1_000_000},
    {"watt": 1, "kilowatt": 1000, "megawatt": 1_000_000, "gigawatt": 1_000_000_000},
    {"kilowatt hour": 1, "megawatt hour": 1000},
    {"square metre": 1, "hectare": 10_000, "square kilometre": 1_000_000},
)
BEFORE = re.compile(r"(?P<sign>[$€£¥])\s?$")
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}


def unit_after(text: str, at: int) -> str | None:
    """The unit that begins at that place of a folded text."""
    found = UNIT.match(text, at)
    return _ORDER[int((found.lastgroup or "u0")[1:])] if found else None


def unit_end(text: str, at: int) -> int:
    """Where the unit ends that begins at that place; the place itself where none does."""
    found = UNIT.match(text, at)
    return found.end() if found else at


def factor_between(unit: str, other: str) -> float | None:
    """How many of the other unit one is; None where they measure different things, or exchange rates would be needed.

    >>> factor_between("fortnight", "week"), factor_between("decade", "year"), factor_between("tonne", "metre")
    (2.0, 10.0, None)
    """
    if unit == other:
        return 1.0
    return next((scale[unit] / scale[other] for scale in _SCALES if unit in scale and other in scale), None)


def unit_before(text: str, at: int) -> str | None:
    """The currency sign that ends at that place."""
    found = BEFORE.search(text[:at])
    return _SIGNS[found["sign"]] if found else None
