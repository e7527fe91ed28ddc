"""Why a target gave no article, in the page's language: the reasons of ingest that a reader meets most; the others stay in English."""

import re
from collections.abc import Mapping
from functools import cache

# As ingest writes them, `{what}` standing for anything; a test holds that it does. Where a command's option is named the page has a field.
REASONS: Mapping[str, Mapping[str, str]] = {
    "refused before: {why}": {"de": "schon früher abgelehnt: {why}", "fr": "déjà refusé : {why}", "es": "ya rechazado antes: {why}"},
    "empty file": {"de": "leere Datei", "fr": "fichier vide", "es": "archivo vacío"},
    "an empty page": {"de": "eine leere Seite", "fr": "une page vide", "es": "una página vacía"},
    "a page without any content": {"de": "eine Seite ohne Inhalt", "fr": "une page sans contenu", "es": "una página sin contenido"},
    "too short for an article: {count} characters of text": {
        "de": "zu kurz für einen Artikel: {count} Zeichen Text",
        "fr": "trop court pour un article : {count} caractères de texte",
        "es": "demasiado corto para un artículo: {count} caracteres de texto",
    },
    "not text, or in a charset that cannot be told; save it as UTF-8": {
        "de": "kein Text oder in einer unbekannten Kodierung; speichern Sie die Datei als UTF-8",
        "fr": "pas du texte, ou dans un codage inconnu ; enregistrez-le en UTF-8",
        "es": "no es texto o su codificación se desconoce; guárdelo como UTF-8",
    },
    "a binary file, whatever its name says": {
        "de": "keine Textdatei, anders als ihr Name sagt",
        "fr": "un fichier binaire, quoi que dise son nom",
        "es": "un archivo binario, diga lo que diga su nombre",
    },
    "not a PDF file, whatever its name says": {
        "de": "keine PDF-Datei, anders als ihr Name sagt",
        "fr": "pas un fichier PDF, quoi que dise son nom",
        "es": "no es un PDF, diga lo que diga su nombre",
    },
    "a PDF file that is locked by a password": {
        "de": "eine PDF-Datei, die ein Passwort verschließt",
        "fr": "un PDF verrouillé par un mot de passe",
        "es": "un PDF protegido con contraseña",
    },
    "a PDF file without text; scanned pages need text recognition first": {
        "de": "eine PDF-Datei ohne Text; eingescannte Seiten brauchen erst eine Texterkennung",
        "fr": "un PDF sans texte ; des pages numérisées demandent d'abord une reconnaissance de texte",
        "es": "un PDF sin texto; las páginas escaneadas necesitan antes un reconocimiento de texto",
    },
    "a damaged PDF file ({error})": {
        "de": "eine beschädigte PDF-Datei ({error})",
        "fr": "un PDF endommagé ({error})",
        "es": "un PDF dañado ({error})",
    },
    "not a mailbox: its first line does not begin with `From `": {
        "de": "kein Postfach: die erste Zeile beginnt nicht mit „From “",
        "fr": "pas une boîte aux lettres : la première ligne ne commence pas par « From »",
        "es": "no es un buzón: la primera línea no empieza por «From»",
    },
    "not an e-mail: it has no subject, sender or date": {
        "de": "keine E-Mail: sie hat weder Betreff noch Absender noch Datum",
        "fr": "pas un courriel : ni objet, ni expéditeur, ni date",
        "es": "no es un correo: no tiene asunto, remitente ni fecha",
    },
    "an e-mail without text": {"de": "eine E-Mail ohne Text", "fr": "un courriel sans texte", "es": "un correo sin texto"},
    "not JSON: {error}": {"de": "kein JSON: {error}", "fr": "pas du JSON : {error}", "es": "no es JSON: {error}"},
    "has no text (a field `text` or `body`)": {
        "de": "hat keinen Text (ein Feld `text` oder `body`)",
        "fr": "n'a pas de texte (un champ `text` ou `body`)",
        "es": "no tiene texto (un campo `text` o `body`)",
    },
    "no column is called text or body; call one so, or name it with --columns text=NAME. Its columns: {columns}": {
        "en": "no column is called text or body; name it above as text=NAME. Its columns: {columns}",
        "de": "keine Spalte heißt text oder body; nennen Sie sie oben als text=NAME. Die Spalten: {columns}",
        "fr": "aucune colonne ne s'appelle text ou body ; nommez-la ci-dessus : text=NOM. Les colonnes : {columns}",
        "es": "ninguna columna se llama text o body; indíquela arriba como text=NOMBRE. Sus columnas: {columns}",
    },
    "has no column {column}; its columns: {columns}": {
        "de": "hat keine Spalte {column}; die Spalten: {columns}",
        "fr": "n'a pas de colonne {column} ; ses colonnes : {columns}",
        "es": "no tiene la columna {column}; sus columnas: {columns}",
    },
    "a broken record of a web archive: {error}": {
        "de": "ein beschädigter Eintrag eines Webarchivs: {error}",
        "fr": "un enregistrement abîmé d'une archive web : {error}",
        "es": "un registro dañado de un archivo web: {error}",
    },
    "not a web archive (WARC), whatever its name says": {
        "de": "kein Webarchiv (WARC), anders als der Name sagt",
        "fr": "pas une archive web (WARC), quoi que dise son nom",
        "es": "no es un archivo web (WARC), diga lo que diga su nombre",
    },
    "deleted on {day}; `newsdesk undelete {id}` lets it come back": {
        "de": "am {day} gelöscht; `newsdesk undelete {id}` lässt ihn wieder zu",
        "fr": "supprimé le {day} ; `newsdesk undelete {id}` le laisse revenir",
        "es": "borrado el {day}; `newsdesk undelete {id}` permite que vuelva",
    },
    "did not come within {seconds} seconds": {
        "de": "kam nicht innerhalb von {seconds} Sekunden",
        "fr": "n'est pas arrivé en {seconds} secondes",
        "es": "no llegó en {seconds} segundos",
    },
    "the server does not answer": {"de": "der Server antwortet nicht", "fr": "le serveur ne répond pas", "es": "el servidor no responde"},
    "no connection to the server{detail}": {
        "de": "keine Verbindung zum Server{detail}",
        "fr": "pas de connexion au serveur{detail}",
        "es": "sin conexión con el servidor{detail}",
    },
    "the server answers {status}": {
        "de": "der Server antwortet: {status}",
        "fr": "le serveur répond : {status}",
        "es": "el servidor responde: {status}",
    },
    "the site's robots.txt forbids it to robots": {
        "de": "die robots.txt der Website verbietet es Programmen",
        "fr": "le robots.txt du site l'interdit aux robots",
        "es": "el robots.txt del sitio lo prohíbe a los robots",
    },
    "{kind}, of which no article is read": {
        "de": "{kind}, woraus kein Artikel gelesen wird",
        "fr": "{kind}, dont aucun article n'est lu",
        "es": "{kind}, de lo que no se lee ningún artículo",
    },
    "an address of {network}, which is not fetched from; {how}": {
        "en": "an address of {network}, which is not fetched from; if the host is yours, name it in NEWS_ALLOW_PRIVATE",
        "de": "eine Adresse, von der nicht geholt wird ({network}); ist es Ihr eigener Rechner, nennen Sie ihn in NEWS_ALLOW_PRIVATE",
        "fr": "une adresse d'où rien n'est pris ({network}) ; si l'hôte est à vous, nommez-le dans NEWS_ALLOW_PRIVATE",
        "es": "una dirección de la que no se descarga ({network}); si el servidor es suyo, póngalo en NEWS_ALLOW_PRIVATE",
    },
}


def translate_reason(reason: str, language: str) -> str:
    """A reason of ingest in that language, as it is where it is none of ours.

    >>> translate_reason("refused before: empty file", "de")
    'schon früher abgelehnt: leere Datei'
    """
    for written, (pattern, texts) in zip(REASONS, _patterns(), strict=True):
        if found := pattern.fullmatch(reason):
            values = found.groupdict()
            if "why" in values:
                values["why"] = translate_reason(values["why"], language)
            return texts.get(language, written).format(**values)
    return reason


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    return tuple((re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(written))), texts) for written, texts in REASONS.items())
