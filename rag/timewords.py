"""The words for times in English, German, French and Spanish: data.

All is matched against a text in lower case and without accents. A pattern names its parts in angle brackets, such as <MONTH>;
`rag.timepatterns` fills them in and `rag.timerules` says what each rule means. The longest match wins, in whatever order they stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One language.

    Attributes:
        months, weekdays, seasons, numbers: Alternatives for each, in order; weeks begin on Monday, seasons in spring, numbers at 1
        units: Of the calendar, in any number.
        days: Words for a day, with how far it is from today, first and last day.
        last, this, next: Which one of a unit.
        parts: Words for the first, second and last third of a month or year.
        ordinals: First to fourth.
        patterns: Rule and pattern, the language's grammar of time.
        frames: What stands before a time, by what it makes of it.
        latest: Asks for the newest.
        reporting: Asks for what was published, not for what happened.
        articles: May stand between a frame and its time.
        clause: Begins a clause that dates something else than what is asked for.
        habit: Beside a month without a year it may make of it that month of every year.
        state: Beside "today" it makes of that day the present age.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    numbers: tuple[str, ...]
    units: Mapping[str, str]
    days: Mapping[str, tuple[int, int]]
    last: str
    this: str
    next: str
    parts: tuple[str, str, str]
    ordinals: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    frames: Mapping[str, str]
    latest: str
    reporting: str
    articles: str
    clause: str
    habit: str
    state: str


# what all languages write alike
SHARED = (
    ("date", r"<YEAR>-(?P<month_number>0[1-9]|1[0-2])-<DAY>"),
    ("year", r"<YEAR>"),
    ("quarter", r"q ?(?P<quarter>[1-4])(?:[ /]<YEAR>)?"),
    ("half", r"h ?(?P<half>[12])[ /]<YEAR>"),
)
DAY_MONTH_YEAR = (
    ("date", r"<DAY>\. ?(?P<month_number>1[0-2]|0?[1-9])\.(?: ?<YEAR>)?"),
    ("date", r"<DAY>/(?P<month_number>1[0-2]|0?[1-9])/<YEAR>"),
)

ENGLISH = TimeWords(
    months=(
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    seasons=("spring", "summer", "autumn|fall", "winter"),
    numbers=(
        "one|a|an",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
    ),
    units={
        "hour": "hours?",
        "day": "days?",
        "weekend": "weekend",
        "week": "weeks?",
        "month": "months?",
        "quarter": "quarters?",
        "year": "years?",
        "decade": "decade",
    },
    days={
        "the day before yesterday": (-2, -2),
        "yesterday(?: morning| afternoon| evening)?": (-1, -1),
        "last night": (-1, 0),
        "today": (0, 0),
        "this (?:morning|afternoon|evening)": (0, 0),
        "tonight": (0, 0),
        "tomorrow": (1, 1),
    },
    last="last",
    this="this",
    next="next",
    parts=("early|(?:at )?the (?:beginning|start) of", "mid|(?:in )?the middle of", "late|(?:at )?the end of"),
    ordinals=("first|1st", "second|2nd", "third|3rd", "fourth|4th|last"),
    patterns=(
        ("date", r"(?:the )?<DAY>(?:st|nd|rd|th)?(?: of)? <MONTH>\.?(?:,? <YEAR>)?"),
        ("date", r"<MONTH>\.? (?:the )?<DAY>(?:st|nd|rd|th)?(?:,? <YEAR>)?(?![:%])"),
        # which of both is the month can be told only when one is none
        ("date", r"(?P<day>1[3-9]|2\d|3[01])/(?P<month_number>1[0-2]|0?[1-9])/<YEAR>"),
        ("date", r"(?P<month_number>1[0-2]|0?[1-9])/(?P<day>1[3-9]|2\d|3[01])/<YEAR>"),
        ("dates", r"(?:the )?<DAY1>(?:st|nd|rd|th)?(?: and | to | ?- ?)(?:the )?<DAY>(?:st|nd|rd|th)?(?: of)? <MONTH>(?:,? <YEAR>)?"),
        ("month", r"(?:<PART>[ -])?<MONTH>\.?(?:,? (?:of )?<YEAR>| (?:of )?<LAST> year| (?:of )?<THIS> year)?"),
        ("months", r"<MONTH1>(?: and | to | through | until | ?- ?)<MONTH>(?:,? (?:of )?<YEAR>)?"),
        ("year", r"(?:<PART>[ -])?(?:the year )?<YEAR>"),
        ("years", r"<YEAR1>(?: and | to | through | until | ?- ?)<YEAR>"),
        ("quarter", r"(?:the )?<ORDINAL> quarter (?:of )?<YEAR>"),
        ("quarter", r"q ?(?P<quarter>[1-4]) of <YEAR>"),
        ("half", r"(?:the )?<ORDINAL> half of <YEAR>"),
        ("season", r"(?:the )?<SEASON>(?: of)?(?: <YEAR>)?"),
        ("decade", r"the (?P<century>19|20)?(?P<decade>\d)0'?s"),
        ("decade", r"(?P<century>19|20)(?P<decade>\d)0'?s"),
        ("weekday", r"<WEEKDAY>"),
        ("days", r"<DAYS>"),
        ("shifted", r"(?:<LAST>|<THIS>|<NEXT>) (?:<UNIT>|<WEEKDAY>|<MONTH>|<SEASON>)"),
        ("ago", r"<NUMBER> <UNIT> ago"),
        ("rolling", r"(?:the )?(?:last|past) <NUMBER> <UNIT>"),
        ("rolling", r"the past <UNIT>"),
        ("weekend", r"(?:over|at|on) the weekend"),
        ("vague", r"(?:(?:the )?(?:last|past|recent)(?: few| couple of)?|recent) (?:days|weeks|months)"),
    ),
    frames={
        "in": r"in|during|throughout|within|over|from",
        "on": r"on|from",
        "since": r"since",
        "before": r"before|prior to",
        "after": r"after",
        "until": r"until|till|up to",
        "between": r"between|from",
        "as_of": r"as of|as at",
        "of": r"of",
    },
    latest=r"(?<!at the )latest|newest|most recent(?:ly)?|up-to-date",
    articles="the ",
    habit=r"do|does|can|could|would|should",
    clause=r"after|before|since|when|while|once",
    state=r"is|are|still|even|known|knows?|exists?|than",
    reporting=r"report(?:s|ed|ing)?|news|newspapers?|papers|articles?|headlines?|coverage|published?|wrote|written|write|stor(?:y|ies)|press",
)

GERMAN = TimeWords(
    months=(
        "januar|janner|jan",
        "februar|feber|feb",
        "marz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september|sept",
        "oktober|okt",
        "november|nov",
        "dezember|dez",
    ),
    weekdays=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag"),
    seasons=("fruhjahr|fruhling", "sommer", "herbst", "winter"),
    numbers=(
        "eine?[mnr]?",
        "zwei",
        "drei",
        "vier",
        "funf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwolf",
        "dreizehn",
        "vierzehn",
        "funfzehn",
    ),
    units={
        "hour": "stunden?",
        "day": "tage?n?",
        "weekend": "wochenende",
        "week": "wochen?",
        "month": "monate?[ns]?",
        "quarter": "quartale?n?s?",
        "half": "halbjahre?s?",
        "year": "jahre?[ns]?",
        "decade": "jahrzehnt",
    },
    days={
        "vorgestern": (-2, -2),
        "gestern(?: morgen| mittag| nachmittag| abend| nacht)?": (-1, -1),
        "(?:letzte|vergangene) nacht": (-1, 0),
        "heute(?! journal| show)(?: morgen| fruh| mittag| nachmittag| abend| nacht)?": (0, 0),
    },
    last="letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?",
    this="diese[nmrs]?|laufende[nmrs]?",
    next="nachste[nmrs]?|kommende[nmrs]?",
    parts=("(?:zu )?(?:anfang|beginn)(?: des)?", "mitte(?: des)?", "(?:zum )?ende(?: des)?"),
    ordinals=("1\\.|erste[nsr]?", "2\\.|zweite[nsr]?", "3\\.|dritte[nsr]?", "4\\.|vierte[nsr]?"),
    patterns=(
        *DAY_MONTH_YEAR,
        ("date", r"<DAY>\. ?<MONTH>\.?(?: <YEAR>)?"),
        ("dates", r"(?:dem )?<DAY1>\.?(?: und | bis | ?- ?)(?:dem |zum )?<DAY>\. ?<MONTH>(?: <YEAR>)?"),
        ("month", r"(?:<PART> )?<MONTH>\.?(?: <YEAR>| (?:des )?<LAST> jahres| (?:des )?<THIS> jahres)?"),
        ("months", r"<MONTH1>(?: und | bis | ?- ?)<MONTH>(?: <YEAR>)?"),
        ("year", r"(?:<PART> )?(?:jahre?s? )?<YEAR>"),
        ("years", r"(?:den jahren )?<YEAR1>(?: und | bis | ?- ?)<YEAR>"),
        ("quarter", r"<ORDINAL> (?:quartal|vierteljahr) (?:des jahres )?<YEAR>"),
        ("half", r"<ORDINAL> (?:halbjahr|jahreshalfte|halfte)(?: des jahres| von)? <YEAR>"),
        ("season", r"<SEASON>(?: des jahres)?(?: <YEAR>)?"),
        ("decade", r"(?P<century>19|20)?(?P<decade>\d)0er[n -]?(?:jahren?)?"),
        ("weekday", r"<WEEKDAY>"),
        ("days", r"<DAYS>"),
        ("shifted", r"(?:<LAST>|<THIS>|<NEXT>) (?:<UNIT>|<WEEKDAY>|<MONTH>|<SEASON>)"),
        ("ago", r"vor <NUMBER> <UNIT>"),
        ("rolling", r"(?:den )?(?:letzten|vergangenen) <NUMBER> <UNIT>"),
        ("rolling", r"seit <NUMBER> <UNIT>"),
        ("vague", r"(?:den )?(?:letzten|vergangenen|jungsten) (?:paar )?(?:tagen|wochen|monaten)"),
        ("weekend", r"am wochenende"),
    ),
    frames={
        "in": r"im|in|wahrend",
        "on": r"am",
        "since": r"seit|ab",
        "before": r"vor",
        "after": r"nach",
        "until": r"bis|bis zum",
        "between": r"zwischen|von|vom",
        "as_of": r"stand:?|stand vom",
        "of": r"von|vom|aus|des",
    },
    latest=r"neueste[nrsm]?|aktuell(?:e[nrsm]?|ste[nrsm]?)?|jungste[nrsm]?|das neueste",
    articles="de[mnrs] |das ",
    habit=r"kann|konnen|konnte|konnten|sollte|darf|durfen|beliebig\w*|erhaltlich|ublich\w*",
    clause=r"nachdem|bevor|seit|als|wahrend|wenn",
    state=r"ist|sind|noch|bekannt|genannt|existiert|lebt|leben|als|gibt",
    reporting=r"bericht(?:e|en|et|ete|eten|erstattung)?|meldung(?:en)?|gemeldet|nachricht(?:en)?|zeitung(?:en)?|artikel|schlagzeilen?|schrieb(?:en)?"
    r"|geschrieben|veroffentlicht|presse",
)

FRENCH = TimeWords(
    months=(
        "janvier|janv",
        "fevrier|fev",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet|juil",
        "aout",
        "septembre|sept",
        "octobre|oct",
        "novembre|nov",
        "decembre|dec",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    seasons=("printemps", "ete", "automne", "hiver"),
    numbers=(
        "une?",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
    ),
    units={
        "hour": "heures?",
        "day": "jours?",
        "weekend": "week-?end",
        "week": "semaines?",
        "month": "mois",
        "quarter": "trimestres?",
        "half": "semestres?",
        "year": "ans?|annees?",
        "decade": "decennie",
    },
    days={
        "avant-hier": (-2, -2),
        "hier(?: matin| soir| apres-midi)?": (-1, -1),
        "(?:la nuit derniere|cette nuit)": (-1, 0),
        "aujourd'hui": (0, 0),
        "ce (?:matin|soir)|cet apres-midi": (0, 0),
    },
    last="derniere?s?|passee?",
    this="cette|cet|ce",
    next="prochaine?",
    parts=("(?:au )?debut(?: de)?", "mi", "(?:a la )?fin(?: de)?"),
    ordinals=("1er|premiere?", "2e|2eme|deuxieme|second|seconde", "3e|3eme|troisieme", "4e|4eme|quatrieme|dernier"),
    patterns=(
        *DAY_MONTH_YEAR,
        ("date", r"(?:le )?(?P<day>1er|0?[1-9]|[12]\d|3[01]) <MONTH>\.?(?: <YEAR>)?"),
        ("dates", r"(?:le |du )?(?P<first_day>1er|0?[1-9]|[12]\d|3[01])(?: et | au | a | ?- ?)(?:le )?<DAY> <MONTH>(?: <YEAR>)?"),
        ("month", r"(?:<PART>[ -])?(?:le mois de |mois de |mois d')?<MONTH>\.?(?: <YEAR>| de l'(?:annee|an) <LAST>| de <THIS> annee)?"),
        ("months", r"<MONTH1>(?: et | a | au | ?- ?)<MONTH>(?: <YEAR>)?"),
        ("year", r"(?:<PART> )?(?:l'annee |l'an )?<YEAR>"),
        ("years", r"<YEAR1>(?: et | a | ?- ?)<YEAR>"),
        ("quarter", r"(?:le )?<ORDINAL> trimestre (?:de )?<YEAR>"),
        ("quarter", r"t ?(?P<quarter>[1-4]) <YEAR>"),
        ("half", r"(?:le )?<ORDINAL> (?:semestre|moitie) (?:de )?<YEAR>"),
        ("half", r"s ?(?P<half>[12]) <YEAR>"),
        ("season", r"(?:l'|le )?<SEASON>(?: de)?(?: <YEAR>)?"),
        ("decade", r"(?:les )?annees (?P<century>19|20)?(?P<decade>\d)0"),
        ("weekday", r"<WEEKDAY>"),
        ("days", r"<DAYS>"),
        ("shifted", r"(?:la |le |l')?(?:<UNIT>|<WEEKDAY>|<MONTH>|<SEASON>) (?:<LAST>|<NEXT>)"),
        ("shifted", r"<THIS> (?:<UNIT>|<SEASON>)(?:-ci)?"),
        ("ago", r"il y a <NUMBER> <UNIT>"),
        ("rolling", r"(?:ces|les|des) <NUMBER> (?:dernier|derniere)s <UNIT>"),
        ("rolling", r"(?:ces|les|des) (?:dernier|derniere)s <NUMBER> <UNIT>"),
        ("rolling", r"depuis <NUMBER> <UNIT>"),
        ("vague", r"(?:ces|les|des) (?:dernier|derniere)s (?:jours|semaines|mois)"),
    ),
    frames={
        "in": r"en|au|a la|a l'|a|au cours d[ue]|au cours de l'|pendant|durant|dans",
        "on": r"le|du|ce",
        "since": r"depuis|a partir d[eu]",
        "before": r"avant",
        "after": r"apres",
        "until": r"jusqu'au|jusqu'en|jusqu'a",
        "between": r"entre|de|du|d'",
        "as_of": r"en date du|en date de|a la date du|situation au|etat au",
        "of": r"de|du|d'",
    },
    latest=r"derni(?:ere|er)s? (?:nouvelles?|infos?|informations?|actualites?|articles?|developpements?|chiffres?|sondages?|depeches?)"
    r"|(?:le|la|les) plus recente?s?|plus recents?",
    articles="l[ea] |l'",
    habit=r"peut|peuvent|pourrait|faut|doit|doivent",
    clause=r"apres|avant|depuis|quand|lorsque|pendant",
    state=r"est|sont|encore|toujours|connue?s?|existe",
    reporting=r"rapporte[es]*|articles?|journaux|journal|presse|ecrite?s?|ecrivai(?:t|ent)|publie[es]*|paru[es]*|depeches?|nouvelles|actualites?",
)

SPANISH = TimeWords(
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre|setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    weekdays=("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
    seasons=("primavera", "verano", "otono", "invierno"),
    numbers=(
        "una?",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
    ),
    units={
        "hour": "horas?",
        "day": "dias?",
        "weekend": "fin de semana",
        "week": "semanas?",
        "month": "mes(?:es)?",
        "quarter": "trimestres?",
        "half": "semestres?",
        "year": "anos?",
        "decade": "decada",
    },
    days={
        "anteayer|antes de ayer|antier": (-2, -2),
        "ayer(?: por la (?:manana|tarde|noche))?": (-1, -1),
        "anoche": (-1, 0),
        "hoy": (0, 0),
        "esta (?:manana|tarde|noche)": (0, 0),
    },
    last="pasad[oa]",
    this="este|esta",
    next="proxim[oa]|que viene",
    parts=("(?:a )?(?:principios|comienzos|inicios) de", "(?:a )?mediados de", "(?:a )?(?:finales|fines) de"),
    ordinals=("primero?a?|1\\.?[ero]*", "segund[oa]|2\\.?o?", "tercero?a?|3\\.?[ero]*", "cuart[oa]|4\\.?o?|ultimo"),
    patterns=(
        *DAY_MONTH_YEAR,
        ("date", r"<DAY> de <MONTH>(?:,? del? <YEAR>)?"),
        ("dates", r"(?:el )?<DAY1>(?: y | al | a | ?- ?)(?:el )?<DAY> de <MONTH>(?: del? <YEAR>)?"),
        ("month", r"(?:<PART> )?(?:el mes de |mes de )?<MONTH>(?: (?:del? )?<YEAR>| del ano <LAST>| de <THIS> ano)?"),
        ("months", r"<MONTH1>(?: y | a | hasta | ?- ?)<MONTH>(?: del? <YEAR>)?"),
        ("year", r"(?:<PART> )?(?:el ano |el |ano )?<YEAR>"),
        ("years", r"<YEAR1>(?: y | a | hasta | ?- ?)<YEAR>"),
        ("quarter", r"(?:el )?<ORDINAL> trimestre del? (?:ano )?<YEAR>"),
        ("quarter", r"t ?(?P<quarter>[1-4]) (?:de )?<YEAR>"),
        ("half", r"(?:el |la )?<ORDINAL> (?:semestre|mitad) del? (?:ano )?<YEAR>"),
        ("season", r"(?:el |la )?<SEASON>(?: del?)?(?: <YEAR>)?"),
        ("decade", r"(?:los )?(?:anos|decada de(?: los)?) (?P<century>19|20)?(?P<decade>\d)0"),
        ("weekday", r"<WEEKDAY>"),
        ("days", r"<DAYS>"),
        ("shifted", r"(?:la |el )?(?:<UNIT>|<WEEKDAY>|<MONTH>|<SEASON>) (?:<LAST>|<NEXT>)"),
        ("shifted", r"(?:la |el )?(?:<LAST>|<THIS>|<NEXT>) (?:<UNIT>|<WEEKDAY>|<MONTH>|<SEASON>)"),
        ("ago", r"hace <NUMBER> <UNIT>"),
        ("rolling", r"(?:los|las) (?:ultim|pasad)[oa]s <NUMBER> <UNIT>"),
        ("rolling", r"(?:los|las) <NUMBER> (?:ultim|pasad)[oa]s <UNIT>"),
        ("rolling", r"(?:el|la) ultim[oa] <UNIT>"),
        ("rolling", r"desde hace <NUMBER> <UNIT>"),
        ("vague", r"(?:los|las) (?:ultim|pasad)[oa]s (?:dias|semanas|meses)"),
    ),
    frames={
        "in": r"en|durante|a|a lo largo de",
        "on": r"el|del|este",
        "since": r"desde|a partir del?",
        "before": r"antes de|antes del",
        "after": r"despues de|despues del|tras",
        "until": r"hasta",
        "between": r"entre|de|del|desde",
        "as_of": r"a fecha de|a fecha del|con fecha de",
        "of": r"de|del",
    },
    latest=r"ultimas? (?:noticias?|hora|novedades|informaciones|encuestas?|cifras?)|lo ultimo|mas recientes?"
    r"|ultimos (?:articulos|datos|acontecimientos)",
    articles="el |la ",
    habit=r"puede|pueden|podria|debe|deben|suele|suelen",
    clause=r"despues|antes|desde|cuando|mientras|tras",
    state=r"es|son|sigue|siguen|aun|todavia|conocid[oa]s?|conocen?|conoce|existe|dia",
    reporting=r"informo|informaron|informado|noticias?|articulos?|periodicos?|prensa|titulares"
    r"|publico|publicaron|publicad[oa]s?|escribio|escribieron",
)

LANGUAGES: Mapping[str, TimeWords] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
