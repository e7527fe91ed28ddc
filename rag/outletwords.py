"""How a question says whose reports it wants, in English, German, French and Spanish: patterns around the name of a paper."""

from collections.abc import Mapping
from dataclasses import dataclass

# letters that may stand before a name and belong to it or not
ARTICLES = frozenset("the der die das dem den le la les l el los las".split())  # noqa: SIM905
# German writes these like names; as papers they need their own article with a capital, quotation marks, or a bare "laut"
GERMAN_NOUNS = frozenset("welt zeit bild stern post focus standard kurier woche tag presse anzeiger bote".split())  # noqa: SIM905
# these mean everybody who reports, so that not even "laut" makes one paper of them
EVERYBODY = frozenset("presse press prensa news nachrichten zeitung zeitungen medien media".split())  # noqa: SIM905
# what papers are called by alone, with their article: "the Courier" is The Harbour Courier where no other paper has that word
_TITLES = (
    "argus chronicle courier dispatch echo examiner gazette guardian herald journal ledger mail mercury observer post record recorder "
    "register reporter review sentinel star telegraph times tribune anzeiger bote kurier tageblatt courrier depeche figaro progres "
    "correo faro heraldo voz"
)
TITLES = frozenset(_TITLES.split())


@dataclass(frozen=True, slots=True)
class OutletWords:
    """Regular expressions of one language, in lower case.

    Attributes:
        before: What stands before a name, or its article, that makes it the source: "according to". What follows must not belong to it.
        around: Before and after it: "did … report".
        after: After it: "… zufolge".
        joins: Between two names.
        belongs: After a name, makes it part of another one: "the Guardian of the Child".
        press: What stands for the papers of a language, `{adjective}` for it.
        reads: What stands before that.
        surely: The same where a verb of reporting stands before it.
        tells: The same, with what follows: "do … write".
        topics: Words that make the press itself the matter of what `reads` introduces.
        adjectives: Of languages, by ISO 639-1 code.
    """

    before: str
    around: tuple[tuple[str, str], ...]
    after: str
    joins: str
    belongs: str
    press: str
    reads: str
    surely: str
    tells: tuple[tuple[str, str], ...]
    topics: str
    adjectives: Mapping[str, str]


# "the newspaper", which may stand between
_KIND = r"(?:(?:the )?(?:news ?)?(?:agency|paper|newspaper|site|magazine|broadcaster|daily|weekly) )?"
_SORTE = r"(?:(?:(?:der|die|das|dem|den) )?(?:(?:tages|wochen)?zeitung|(?:nachrichten)?magazin|(?:nachrichten)?agentur|sender|portal) )?"
_GENRE = r"(?:(?:le |la |l')?(?:journal|quotidien|magazine|agence|site) )?"
_TIPO = r"(?:(?:el |la )?(?:diario|periódico|semanario|agencia|sitio) )?"

ENGLISH = OutletWords(
    before=r"(?:according to|(?:as )?(?:reported|published|written|printed) (?:by|in|on)|(?:articles?|reports?|stories|reporting|coverage)"
    rf" (?:by|from|in)) {_KIND}",
    around=(
        (r"\b(?:did|does|do|has|have|had) ", r" (?:say|said|write|written|report|reported|publish|published|print|printed)\b"),
        (r"\bas ", r" (?:says|said|writes|wrote|reports|reported|has reported)\b"),
    ),
    after=r"(?!)",
    joins=r"(?: and| or|,|, and| &) (?:in |by |to )?",
    belongs=r"of (?!\d|last|this)|as (?!of)",
    press=r"{adjective}(?:[- ]language)? (?:papers|newspapers|press|media|outlets|articles)\b",
    reads=r"\b(?:in|by|from|according to) (?:the )?",
    surely=r"(?:(?<=written )|(?<=said )|(?<=reported )|(?<=published )|(?<=printed ))(?:in|by) (?:the )?",
    tells=((r"\b(?:do|does|did|have|has|had) (?:the )?", r" (?:say|said|write|written|report|reported|publish|published)\b"),),
    topics=r"cris[ie]s|strikes?|jobs?|lay-?offs?|own\w*|freedom|censor\w*|journalists?|reporters?|editors?|employ\w*|sold|sell\w*|buy\w*"
    r"|bought|future|merge\w*|takeover|subscri\w*|readers?|circulation|subsid\w*|law|trust|bankrupt\w*|market|advertis\w*",
    adjectives={
        "ar": "arabic", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
        "fr": "french", "he": "hebrew", "hu": "hungarian", "it": "italian", "ja": "japanese", "nl": "dutch", "no": "norwegian",
        "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
        "zh": "chinese",
    },
)  # fmt: skip

GERMAN = OutletWords(
    before=r"(?:laut|nach (?:angaben|informationen|berichten|einem bericht)(?: von)?"
    r"|(?:artikeln?|berichte?n?|meldung(?:en)?)(?: von| vom| aus| in| im)?"
    rf"|(?:schreibt|schrieb|berichtet|berichtete|meldet|meldete)) {_SORTE}",
    around=(
        (rf"\b(?:hat|haben) {_SORTE}", r" [^,;]*\b(?:berichtet|geschrieben|gemeldet|veröffentlicht)\b"),
        (rf"\bwie {_SORTE}", r" (?:berichtet|berichtete|schreibt|schrieb|meldet|meldete)\b"),
        (rf"\b(?:steht|stand) i[nm] {_SORTE}", r"(?= (?:über|zu|zum|zur|von|vom)\b)"),
    ),
    after=r" zufolge\b",
    joins=r"(?: und| oder|,| sowie) ",
    belongs=r"(?!)",
    press=r"{adjective}(?:sprachige)?(?:[nrsm]|e[nrsm]?)? (?:zeitungen|presse|medien|blättern?|zeitung|artikeln?|berichten?)\b",
    reads=r"\b(?:in|laut|aus|nach) (?:der |den )?",
    surely=r"(?:(?<=steht )|(?<=stand )|(?<=stehen ))in (?:der |den )?",
    tells=(
        (r"\b(?:schreibt|schreiben|schrieben|berichtet|berichten|berichteten|melden|meldet|sagen|sagt) (?:die )?", r""),
        (r"\b(?:hat|haben) (?:die )?", r"\b[^,;]*\b(?:berichtet|geschrieben|gemeldet)\b"),
    ),
    topics=r"krise|streik\w*|arbeitsplätze\w*|stellen\w*|gehör\w*|besitz\w*|eigentümer\w*|pressefreiheit|zensur\w*|journalist\w*|redakt\w*"
    r"|verkauf\w*|kauf\w*|zukunft|fusion\w*|auflage\w*|abonn\w*|leser\w*|förder\w*|gesetz\w*|vertrau\w*|insolven\w*|anzeigen\w*",
    adjectives={
        "ar": "arabisch", "cs": "tschechisch", "da": "dänisch", "de": "deutsch", "el": "griechisch", "en": "englisch", "es": "spanisch",
        "fi": "finnisch", "fr": "französisch", "he": "hebräisch", "hu": "ungarisch", "it": "italienisch", "ja": "japanisch",
        "nl": "niederländisch", "no": "norwegisch", "pl": "polnisch", "pt": "portugiesisch", "ro": "rumänisch", "ru": "russisch",
        "sv": "schwedisch", "tr": "türkisch", "uk": "ukrainisch", "zh": "chinesisch",
    },
)  # fmt: skip

FRENCH = OutletWords(
    before=rf"(?:selon|d'après|(?:rapporté|publié|écrit|annoncé)e?s? (?:par|dans)|articles? (?:de|du|dans)) {_GENRE}",
    around=(
        (
            rf"\b(?:que (?:dit|disait|écrit|écrivait|rapporte|rapportait|publie)|qu'(?:écrit|a écrit|a publié|a rapporté|a dit)) {_GENRE}",
            r"(?= (?:de|du|des|sur|à|au|aux|dans|d'|l')\b|\s*[?,.]|$)",
        ),
        (rf"\b(?:que|qu'|comme) ?{_GENRE}", r" (?:a|ont)(?:-t-(?:il|elle|ils|elles))? (?:écrit|rapporté|publié|dit)\b"),
        (rf"\bcomme (?:l'écrit|l'a écrit|le rapporte|le dit) {_GENRE}", r"(?=\s*[?,.]|$)"),
    ),
    after=r"(?!)",
    joins=r"(?: et| ou|,) (?:dans |selon )?",
    belongs=r"(?:de|du|des) (?!\d)",
    press=r"(?:presse|journaux|quotidiens|médias|articles)(?: de langue)? {adjective}(?:e|s|es)?\b",
    reads=r"\b(?:dans|selon|d'après|par) (?:la |les |des )?",
    surely=r"(?<=lit-on )dans (?:la |les |des )?",
    tells=((r"\b(?:que|qu')(?: ?)(?:dit|disent|écrit|écrivent|rapporte|rapportent|publie|publient) (?:la |les )?", r""),),
    topics=r"crise|grèves?|emplois?|licenci\w*|propriétaires?|appartien\w*|possèd\w*|liberté|censure\w*|journalistes?|rédact\w*|vend\w*|vente"
    r"|rachat|rachet\w*|avenir|fusion\w*|abonn\w*|lecteurs?|aides?|loi|confiance|faillite|publicité",
    adjectives={
        "ar": "arabe", "cs": "tchèque", "da": "danois", "de": "allemand", "el": "grec(?:que)?", "en": "anglais", "es": "espagnol",
        "fi": "finlandais", "fr": "français", "he": "hébreu", "hu": "hongrois", "it": "italien(?:ne)?", "ja": "japonais",
        "nl": "néerlandais", "no": "norvégien(?:ne)?", "pl": "polonais", "pt": "portugais", "ro": "roumain", "ru": "russe",
        "sv": "suédois", "tr": "tur(?:c|que)", "uk": "ukrainien(?:ne)?", "zh": "chinois",
    },
)  # fmt: skip

SPANISH = OutletWords(
    before=rf"(?:según|de acuerdo con|(?:publicado|escrito|informado)s? (?:por|en)|artículos? (?:de|del|en)) {_TIPO}",
    around=(
        (
            r"\bqué (?:dice|dijo|escribe|escribió|informa|informó|publica|publicó|cuenta|ha dicho|ha escrito|ha publicado)"
            rf" {_TIPO}",
            r"(?= (?:de|del|sobre|acerca|en|a|al)\b|\s*[?,.]|$)",
        ),
        (rf"\bcomo {_TIPO}", r" (?:informa|informó|escribe|escribió|publica|publicó)\b"),
    ),
    after=r"(?!)",
    joins=r"(?: y| e| o|,) (?:según |en )?",
    belongs=r"(?:de|del) (?!\d)",
    press=r"(?:prensa|periódicos|diarios|medios|artículos)(?: en)? {adjective}(?:a|s|as|es)?\b",
    reads=r"\b(?:en|según|por) (?:la |los )?",
    surely=r"(?:(?<=se lee )|(?<=escribe )|(?<=publica ))en (?:la |los )?",
    tells=((r"\bqué (?:dicen?|escriben?|publican?|informan?|cuentan?|han? publicado|han? escrito) (?:la |los )?", r""),),
    topics=r"crisis|huelgas?|empleos?|despid\w*|dueñ\w*|propiet\w*|pertenec\w*|libertad|censura\w*|periodistas?|redact\w*|vend\w*|venta"
    r"|compr\w*|futuro|fusi\w*|suscri\w*|lectores|ayudas?|ley|confianza|quiebra|publicidad",
    adjectives={
        "ar": "árab(?:e|es)", "cs": "chec[oa]", "da": "danes", "de": "alem(?:á|a)n", "el": "grieg[oa]", "en": "ingl(?:é|e)s",
        "es": "español", "fi": "finland(?:é|e)s", "fr": "franc(?:é|e)s", "he": "hebre[oa]", "hu": "húngar[oa]", "it": "italian[oa]",
        "ja": "japon(?:é|e)s", "nl": "neerland(?:é|e)s", "no": "norueg[oa]", "pl": "polac[oa]", "pt": "portugu(?:é|e)s", "ro": "ruman[oa]",
        "ru": "rus[oa]", "sv": "suec[oa]", "tr": "turc[oa]", "uk": "ucrani?an[oa]", "zh": "chin[oa]",
    },
)  # fmt: skip

OUTLET_WORDS: Mapping[str, OutletWords] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
