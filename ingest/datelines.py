"""Lines that stand by a title for their date: which are, and what they say."""

import re
from itertools import islice, zip_longest

from ingest.clocks import names_clock
from ingest.credits import SEVERAL
from ingest.dates import FoundDate, date_in_words, day_and_month, day_of, find_dates, moment_of
from ingest.datewords import BESIDE, BY, OTHER_THING, PLAIN, SAYS_PUBLISHED, SOURCE, UPDATE, WEEKDAYS
from vectorstore import Timestamp

# where an element ends and the next begins in the same line; no text has this character
BOUNDARY = "\ue000"
LONGEST_LINE = 160
LONGEST_PART = 4
# "This story was originally published …"
OF_ITSELF = frozenset(
    (
        "this",
        "story",
        "article",
        "post",
        "piece",
        "originally",
        "first",
        "dieser",
        "artikel",
        "beitrag",
        "zuerst",
        "cet",
        "este",
        "artículo",
    )
)
LONGEST_SENTENCE = 8
# how a sentence of the article about itself begins
ABOUT_ITSELF = re.compile(
    r"^\W*(?:this (?:article|story|post|piece|page|column|item)|dieser (?:artikel|beitrag|text)|diese (?:meldung|nachricht|seite)|"
    r"dit (?:bericht|artikel|stuk|verhaal)|(?:cet|ce) (?:article|texte|billet)|"
    r"est[ea] (?:artículo|texto|noticia|nota|artigo|matéria|notícia)|quest[oa] (?:articolo|notizia|pezzo|testo)|"
    r"(?:ten|niniejszy) (?:artykuł|tekst)|(?:эта|данная) (?:статья|новость|заметка)|(?:этот|данный) (?:материал|текст)|"
    r"den här (?:artikeln|texten|nyheten)|denne (?:artikkelen|artiklen|artikel|saken))\b",
    re.IGNORECASE,
)
LONGEST_NAME = 5
PARTS = re.compile(rf"([|·•;,.，。、—–/()（）\[\]\n>]|\s-\s|{BOUNDARY})")
FIGURES = re.compile(r"\d[^\s|,]*")
# with the marks on and between letters, which count as none
WORD = re.compile(
    "(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
    # the scripts of India, but their figures
    "|(?!\\d)[\u0900-\u0dff])+"
)
PLACE_AFTER = re.compile(r"\x00.*\d{1,2}[:.]\d\d(?!\d)[^|,\d]*[|,]\s*[^\W\d_]+\s+[^\W\d_]+[^|,]*$")
# "on 13 February 2025 by Jane Doe"
NAMED = re.compile(r"\s((?:by|von|par|por|di|door|av|af|od|oleh)\s)(?=[A-ZÀ-Þ])")
# who delivered the text: "EFE Aldera 1 may 2026"
AGENCY = re.compile(rf"\W*{SEVERAL}\b")
LABEL = re.compile(r"\w\s*[:：]")
# how often it was read, in whatever language: "Wyświetleń: 1204"
COUNTER = re.compile(r"\W*[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s?[:：]\s?\d[\d.,\u00a0]*\W*$")
# "Text: Jane Doe. Published on 13 February 2025. It first appeared in our issue 62."; not "Feb. 13"
SENTENCES = re.compile(r"(?<=[^\W\d_]{5}[.!?])\s+|(?<=\d{4}[.!?])\s+")
PARTICLES = frozenset({"de", "del", "della", "der", "den", "di", "da", "dos", "du", "van", "von", "la", "le", "el", "al", "bin", "ibn"})
DATE = "\x00"
# 13.2.25, where nothing else is; 13/2/25
SHORT_YEAR = re.compile(r"(?<![\d./])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>\d\d)(?![\d.:/])")
# 25-05-19, 25.05.19, where years are written first
YEAR_FIRST = frozenset({"ja", "ko"})
SHORT_YEAR_FIRST = re.compile(r"(?<![\d./-])(?P<year>\d\d)(?P<mark>[./-])(?P<first>\d{1,2})(?P=mark)(?P<second>\d{1,2})(?![\d:/-])")
# what a date is of that is not the publication, where it stands right before it
OTHER_DAY = re.compile(
    r"\b(?:ends?|expires?|until|since|deadline|starts?|begins?|valid|registered|from our issue of|"
    r"bis|endet|beginnt|gültig|(?<!online )seit|jusqu.?au|(?<!en ligne )depuis|"
    r"hasta|desde|fino al|até|до)(?:\s+(?:on|from|am|zum|dem|den|le|el|il|the))?[\s:]*$",
    re.IGNORECASE,
)
# of something that has numbers: "Artikelnr. 2026-11-02"
NUMBER = re.compile(r"(?:nr|nummer|number|№|\b(?:no|num|ref|az|id))\.?[\s:#]*$", re.IGNORECASE)
# the state in which a text is
STAND = re.compile(r"\bStand\b[\s:]*$")
# "am 13.02.2025 aktualisiert", 2025.02.13 수정: in some languages the word comes last
LAST_UPDATE = re.compile(
    r"^[^\d|]*(?:\d{1,2}[:.]\d\d[^\d|]*)?(?:aktualisiert|geändert|bearbeitet|updated|bijgewerkt|수정|更新|güncellendi)\W*(?:$|[)\]|])",
    re.IGNORECASE,
)


def byline_times(line: str, language: str) -> tuple[Timestamp | None, Timestamp | None]:
    """Publication and update in a line near the title: a date counts as the update where such a word stands before it.

    >>> [str(time) for time in byline_times("Feb. 13, 2025 | Updated Feb. 14, 2025", "en")]
    ['2025-02-13', '2025-02-14']
    """
    line = line.replace(BOUNDARY, " ")
    published = updated = None
    end = 0
    dates = list(find_dates(line, language))
    is_clock_first = bool(dates) and names_clock(line[: dates[0].start])
    for found, following in zip_longest(dates, dates[1:]):
        before, after = line[end : found.start], line[found.end : following.start if following else None]
        day = moment_of(found, before if is_clock_first else "", "" if is_clock_first else after, "byline", language)
        if UPDATE.search(before) or STAND.search(before) or LAST_UPDATE.search(line[found.end :]):
            updated = updated or day
        elif not (OTHER_DAY.search(before) or NUMBER.search(before)):
            published = published or day
        end = found.end
    if not end and (short := _short_year(language).search(line)):
        published = _read_short(short, language)
    return published, updated


def _short_year(language: str) -> re.Pattern[str]:
    return SHORT_YEAR_FIRST if language[:2] in YEAR_FIRST else SHORT_YEAR


def _read_short(short: re.Match[str], language: str) -> Timestamp | None:
    first, second, year = (int(short[name]) for name in ("first", "second", "year"))
    if language[:2] in YEAR_FIRST:
        pair: tuple[int, int] | None = (second, first)
    else:
        pair = (first, second) if short["mark"] == "." else day_and_month(first, second, language)
    return date_in_words(FoundDate(*short.span(), 2000 + year, pair[1], pair[0]), "byline") if pair else None


def is_there_for_its_date(line: str, language: str) -> bool:
    """Whether a line says when its article was published or updated, and next to nothing else: a place, a name, a clock.

    >>> is_there_for_its_date("By Jane Doe, Kelmouth, 13 February 2025 at 8:00 am", "en")
    True
    >>> is_there_for_its_date("The storm of 13 February 2025 broke the pier", "en")
    False
    """
    if len(line) > LONGEST_LINE:
        return False
    rest = NAMED.sub(r" | \1", BESIDE.sub(" ", line))
    days = [found for found in find_dates(rest.replace(BOUNDARY, " "), language) if found.day and day_of(found, "byline")]
    spans = [(found.start, found.end) for found in days] or [short.span() for short in islice(_short_year(language).finditer(rest), 1)]
    for start, end in reversed(spans):
        rest = rest[:start] + DATE + rest[end:]
    is_sentence = rest.endswith(".") and len(WORD.findall(rest)) > LONGEST_SENTENCE and not ABOUT_ITSELF.match(rest)
    if is_sentence or OTHER_THING.search(rest):
        return False
    parts = PARTS.split(SOURCE.sub(", ", rest))
    if any(word.lower() in WEEKDAYS for word in WORD.findall(rest)) and PLACE_AFTER.search(rest):
        # who names the day of the week, the hour and then a place announces something
        return False
    return bool(spans) and all(_belongs(parts, place) for place in range(0, len(parts), 2))


def dated_part(line: str, language: str) -> str | None:
    """The line, or the one of its sentences that says so, when it is there for its date; else None."""
    if is_there_for_its_date(line, language):
        return line
    sentences = [sentence for sentence in SENTENCES.split(line) if SAYS_PUBLISHED.search(sentence)] if len(line) <= LONGEST_LINE else []
    return next((sentence for sentence in sentences if is_there_for_its_date(sentence, language)), None)


def _belongs(parts: list[str], place: int) -> bool:
    """Whether a part of a line is the date, or may stand beside it; what comes right before the date must not say that it is another's."""
    part = parts[place]
    words = [word for word in WORD.findall(FIGURES.sub(" ", part)) if word.lower() not in PLAIN]
    if not words or (DATE not in part and COUNTER.match(part)):
        return True
    if SAYS_PUBLISHED.search(part) or UPDATE.search(part):
        return sum(word.lower() not in OF_ITSELF for word in words) <= LONGEST_PART
    if by := BY.match(part) or AGENCY.match(part):
        return len(WORD.findall(part[by.end() :].split(DATE)[0])) <= LONGEST_NAME
    if LABEL.search(FIGURES.sub(" ", part)):
        # "Where:", "Deadline:"
        return False
    return DATE not in part and not _leads(parts, place) and (len(WORD.findall(part)) == 1 or _is_name(words))


def _leads(parts: list[str], place: int) -> bool:
    """Whether nothing but the border of an element parts it from the date behind it, and nothing says what the date is of."""
    if len(parts) <= place + 2 or parts[place + 1] != BOUNDARY or DATE not in parts[place + 2]:
        return False
    is_by = place >= 2 and BY.fullmatch(parts[place - 2])
    return not (is_by or SAYS_PUBLISHED.search(parts[place + 2]) or UPDATE.search(parts[place + 2]))


def _is_name(words: list[str]) -> bool:
    """Of a person, a place, a paper; in scripts without capitals anything short."""
    return len(words) <= LONGEST_NAME and all(word[0].isupper() or word.upper() == word.lower() or word in PARTICLES for word in words)
