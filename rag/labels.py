"""What is written beside quotes, in the question's language: English, German, French, Spanish."""

from collections.abc import Mapping
from types import MappingProxyType

from rag.types import Note, Standing

Words = Mapping[str, str]

LANGUAGES = ("en", "de", "fr", "es")
# English, German, French, Spanish, as in LANGUAGES
_WRITTEN: Mapping[str, tuple[str, str, str, str]] = {
    "holds": ("In office", "Im Amt", "En fonction", "En el cargo"),
    "acting": ("Acting", "Kommissarisch", "Par intérim", "En funciones"),
    "appointed": (
        "Appointed, not yet in office",
        "Ernannt, noch nicht im Amt",
        "Nommé, pas encore en fonction",
        "Nombrado, aún no en el cargo",
    ),
    "expected": ("Expected", "Erwartet", "Attendu", "Previsto"),
    "denied": ("Denied", "Bestritten", "Démenti", "Desmentido"),
    "former": ("Before", "Zuvor", "Auparavant", "Antes"),
    "newest": ("Newest", "Neuester Stand", "Dernier état", "Lo más reciente"),
    "earlier": ("Earlier", "Früher", "Plus tôt", "Anterior"),
    "disagrees": ("The sources disagree", "Die Quellen widersprechen sich", "Les sources se contredisent", "Las fuentes se contradicen"),
    "contradicts": (
        "The archive says otherwise",
        "Das Archiv sagt etwas anderes",
        "Les archives disent autre chose",
        "El archivo dice otra cosa",
    ),
    "corrected": ("article corrected", "Artikel berichtigt", "article corrigé", "artículo corregido"),
    "opinion": ("opinion", "Meinung", "opinion", "opinión"),
    "satire": ("satire", "Satire", "satire", "sátira"),
    "press release": ("press release", "Pressemitteilung", "communiqué de presse", "nota de prensa"),
    "as of": ("as of {}", "Stand {}", "au {}", "a {}"),
    "sources": ("{} independent sources", "{} unabhängige Quellen", "{} sources indépendantes", "{} fuentes independientes"),
    "copies": ("copies: {}", "Abdrucke: {}", "copies : {}", "copias: {}"),
}
LABELS: Mapping[str, Words] = MappingProxyType(
    {language: {name: written[place] for name, written in _WRITTEN.items()} for place, language in enumerate(LANGUAGES)}
)


def labels_in(language: str | None) -> Words:
    """The words in a language; English for one that has none."""
    return LABELS.get(language or "en", LABELS["en"])


def label_standing(standing: Standing, language: str | None) -> str:
    """What stands before a quote; empty for one that only answers."""
    return labels_in(language).get(standing, "")


def label_note(note: Note, language: str | None) -> str:
    return labels_in(language)[note]
