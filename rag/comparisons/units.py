"""What a number counts, where it is a unit: money, time, length, weight, power, shares."""

import re

# a unit and all its names, folded, in four languages
_NAMES = {
    "percentage point": "percentage points?|prozentpunkte?n?|points? de pourcentage|points?(?= de pourcent)|puntos? porcentual(?:es)?",
    "percent": "%|percent|per cent|prozent|pour ?cent|por ciento|v\\. ?h\\.",
    "dollar": "dollars?|us-dollar|dolar(?:es)?|usd|\\$",
    "euro": "euros?|eur|€",
    "pound": "pounds?(?: sterling)?|pfund|livres?(?: sterling)?|libras?(?: esterlinas)?|gbp|£",
    "franc": "francs?|franken|francos?|chf",
    "yen": "yens?|¥",
    "crown": "crowns?|kroner|kronor|kronen?|couronnes?|coronas?|nok|sek|dkk",
    "rouble": "roubles?|rubles?|rubel|rublos?",
    "second": "seconds|sekunden?|secondes|segundos?",
    "minute": "minutes?|minuten?|minutos?",
    "hour": "hours?|stunden?|heures?|horas?|uhr",
    "day": "days?|tage?n?|jours?|dias?",
    "week": "weeks?|wochen?|semaines?|semanas?",
    "month": "months?|monate?n?|mois|mes(?:es)?",
    "year": "years?|jahre?n?s?|jahrige[rnms]?|ans?|annees?|anos?|year-old|years? old",
    "century": "centur(?:y|ies)|jahrhunderte?n?|siecles?|siglos?",
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
    "kilowatt hour": "kilowatt[- ]?hours?|kilowattstunden?|kilowattheures?|kilovatios? hora|kwh",
    "degree": "degrees?|grad|degres?|grados?|°c?",
}
# what stands between a number and its unit: "34-year-old", "quarante petites minutes", "millions of dollars", "millones de euros"
UNIT = re.compile(
    r"[\s\u00a0\u202f-]*(?:(?:de|d'|d’|of|us|full|more|weitere|petites|largos)[\s-]*)?(?:"
    + "|".join(f"(?P<u{place}>{names})" for place, names in enumerate(_NAMES.values()))
    + r")(?!\w)"
)
_ORDER = tuple(_NAMES)
BEFORE = re.compile(r"(?P<sign>[$€£¥])\s?$")
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}


def unit_after(text: str, at: int) -> str | None:
    """The unit that begins at that place of a folded text."""
    found = UNIT.match(text, at)
    return _ORDER[int((found.lastgroup or "u0")[1:])] if found else None


def unit_before(text: str, at: int) -> str | None:
    """The currency sign that ends at that place."""
    found = BEFORE.search(text[:at])
    return _SIGNS[found["sign"]] if found else None
