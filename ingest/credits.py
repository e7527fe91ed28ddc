"""Which news agencies an article credits: in its dateline, at its end, among its authors. What an agency was told is no credit."""

import re
from collections.abc import Iterable

# the usual name, and what else stands for it
KNOWN = {
    "dpa": "dpa(?:-[a-zäöü]+)?|dpa[ -]AFX|Deutsche Presse-Agentur",
    "AFP": "AFP|Agence France-Presse|Agencia AFP|АФП|فرانس برس|أ ف ب|法新社",
    "Reuters": "Reuters|Thomson Reuters|Рейтер|رويترز|路透社",
    "AP": "AP|The Associated Press|Associated Press|美联社",
    "EFE": "EFE|Agencia EFE|Efe",
    "TASS": "TASS|ТАСС|ИТАР-ТАСС|塔斯社",
    "Xinhua": "Xinhua|新华社|新華社|新华网",
    "APA": "APA",
    "Keystone-SDA": "Keystone-SDA|sda|SDA|ATS|Keystone-ATS",
    "epd": "epd",
    "KNA": "KNA",
    "SID": "SID|sid",
    "ANSA": "ANSA",
    "Europa Press": "Europa Press",
    "PA Media": "PA Media|Press Association",
    "Interfax": "Interfax|Интерфакс",
    "RIA Novosti": "RIA Novosti|РИА Новости",
    "Kyodo": "Kyodo|Kyodo News|共同社",
    "Yonhap": "Yonhap|연합뉴스",
    "Anadolu": "Anadolu(?: Agency| Ajansı)?|AA",
    "Lusa": "Lusa",
    "ANP": "ANP",
    "Belga": "Belga",
    "Ritzau": "Ritzau",
    "NTB": "NTB",
    "PAP": "PAP",
    "ČTK": "ČTK",
    "PTI": "PTI",
    "UPI": "UPI",
    "AAP": "AAP",
    "Bloomberg": "Bloomberg(?: News)?",
    "Ukrinform": "Ukrinform|Укринформ|Укрінформ",
    "WAFA": "WAFA|وفا",
    "SPA": "SPA|واس",
}
NAME = {name: re.compile(pattern) for name, pattern in KNOWN.items()}
ANY = "(?:" + "|".join(KNOWN.values()) + ")"
# "dpa/AFP", "dpa, AFP und Reuters", "dpa/lni": an editor's initials may follow
SEVERAL = rf"{ANY}(?:\s?(?:[/,;&+-]|und|and|et|y|e|i|и)\s?(?:{ANY}|[a-z]{{2,4}}))*"
PLACE = r"[^\W\d_][\w'’./\-\s,]{1,60}?"
DATELINES = (
    # BERLIN (dpa) -; PARIS, 3 mars (AFP) –; (Reuters) -; Berlin/Paris (dpa/AFP) .
    re.compile(rf"^(?:{PLACE},?\s{{0,2}})?[(\[](?P<names>{SEVERAL})[)\]]\s?(?:[-–—:.|]|\s)"),
    # МОСКВА, 13 февраля. /ТАСС/.
    re.compile(rf"^[^/\n]{{0,60}}/\s?(?P<names>{SEVERAL})\s?/"),
    # 新华社北京2月13日电
    re.compile(r"^[（(【]?(?P<names>新华社|新華社|法新社|路透社|美联社|共同社|塔斯社)\w{0,20}[电電讯訊]"),
    # WASHINGTON, Feb. 13 (Xinhua) --; dpa Berlin.; EFE.- ; Madrid, 13 feb (EFE).-
    re.compile(rf"^(?P<names>{ANY})(?:\s+[A-ZÄÖÜ][\w-]+)?\s?\.?[-–—]\s"),
)
# an agency that nobody knows shows itself by a dateline in capitals: KELMOUTH (Nordwire) -
UNKNOWN = re.compile(
    r"^[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я'’./ -]{2,40}(?:,[^()\n]{1,30})?\s\("
    r"(?P<name>[A-ZÀ-ÞА-Я][\w-]{2,20}(?: [A-Z][\w-]+)?)\)\s?[-–—]{1,2}\s"
)
CREDIT = r"(?:source|sources|quellen?|fuentes?|fonte|bron|источник|المصدر|来源|來源|credit|agency|agentur|agence|agencia)\s?[:：]\s?"
WITH = (
    r"(?:with|mit)\s(?:additional\s|zusätzlichem\s)?(?:reporting|material|files|input|informationen|agenturmaterial)\s(?:by|from|"
    r"von|der)\s(?:the\s)?|"
    r"avec\s(?:l['’])?|con\s(?:información|informaciones)\s(?:de|del)\s|from\s|nach\s(?:material|informationen)\s(?:von|der)\s|"
    r"по\s(?:материалам|данным)\s"
)
CLOSINGS = (
    # a last line that is the credit and nothing else: dpa/lni; © AFP; (dpa); Quelle: dpa; avec AFP
    re.compile(rf"^[\s(\[©®—–-]*(?:{CREDIT}|(?:{WITH}))?(?P<names>{SEVERAL})[\s)\].©]*(?:20\d\d)?\s*$", re.IGNORECASE),
    # … said the mayor. (Reuters)
    re.compile(rf"[.!?…”“\"»]\s?[(\[](?:{WITH})?(?P<names>{SEVERAL})[)\]]\.?$"),
    re.compile(rf"(?:^|[.!?]\s)[(\[]?(?:{WITH})(?P<names>{SEVERAL})\.?[)\]]?$", re.IGNORECASE),
)
# how one agency ends its texts without naming itself
REUTERS_CLOSING = re.compile(r"^[(\[]?Reporting by [^;]{3,200}; ?(?:[Ww]riting|[Ee]diting) by\b")
LONGEST_CLOSING = 200
LAST_PARAGRAPHS = 3


def find_agencies(authors: Iterable[str], text: str) -> tuple[str, ...]:
    """The usual names of the agencies that an article credits, in order, each once.

    >>> find_agencies([], "BERLIN (dpa/AFP) - Der Bundestag hat am Freitag beschlossen, was er wollte.")
    ('dpa', 'AFP')
    >>> find_agencies([], "The minister told Reuters that he would stay.")
    ()
    """
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    found: dict[str, None] = {}
    for author in authors:
        found |= dict.fromkeys(_names_of_author(author))
    for paragraph in paragraphs[:3]:
        found |= dict.fromkeys(_dateline(paragraph.strip()))
    for paragraph in paragraphs[-LAST_PARAGRAPHS:]:
        found |= dict.fromkeys(_closing(paragraph.strip()))
    if not found and any(REUTERS_CLOSING.match(paragraph.strip()) for paragraph in paragraphs[-LAST_PARAGRAPHS:]):
        return ("Reuters",)
    return tuple(found)


def _names_of_author(author: str) -> list[str]:
    """ "dpa", "Le Monde avec AFP", "Jane Doe (Reuters)", "AFP/Paris"."""
    whole = _known(author.strip())
    if whole:
        return [whole]
    match = re.search(rf"(?:[(\[]|\b(?:avec|mit|with|con|/|and|und|et|y)\s|^)(?P<names>{SEVERAL})[)\]]?(?:$|[/,\s])", author)
    return _split(match["names"]) if match and not re.search(rf"^{ANY}\s+[A-Z][a-z]+$", author) else []


def _dateline(paragraph: str) -> list[str]:
    match = next((match for pattern in DATELINES if (match := pattern.match(paragraph[:160]))), None)
    if match:
        return _split(match["names"])
    unknown = UNKNOWN.match(paragraph[:160])
    return [unknown["name"]] if unknown else []


def _closing(paragraph: str) -> list[str]:
    end = paragraph[-LONGEST_CLOSING:]
    for pattern in CLOSINGS:
        if match := pattern.search(end):
            return _split(match["names"])
    return []


def _split(names: str) -> list[str]:
    parts = re.split(r"\s?(?:[/,;&+]|\b(?:und|and|et|y|e|i|и)\b)\s?", names)
    return [known for part in parts if (known := _known(part.strip()))]


def _known(name: str) -> str | None:
    return next((usual for usual, pattern in NAME.items() if pattern.fullmatch(name)), None)
