"""A page pasted as text: its title, the lines under it, its body."""

import re
from dataclasses import dataclass, field, replace

from ingest.clean import LONGEST_NAME, clean_line
from ingest.dates import find_dates, publication_day
from ingest.furniture import is_furniture
from ingest.papers import find_address, find_paper, is_masthead, paper_of_office
from vectorstore import Timestamp

# the lines between title and text; an article without prose must not be eaten up
LONGEST_HEADER = 25
LONGEST_TITLE_LINE = 200
PROSE_LETTERS = 100
PROSE_WORDS = 6
IDEOGRAPHS_PER_SENTENCE = 12
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'»”“’)\]]*$")
PARTS = re.compile(r"\s*[|•·–—]\s*|\s+[-/]\s+|;\s+")
BY = re.compile(r"^(?:by|von|par|por|di|da|door|av|автор:?|от|text:|autor(?:in)?:?|author:?|auteur:?|بقلم:?|كتب:?)\s+", re.IGNORECASE)
AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b)\s*")
NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?: (?:de|del|della|der|den|di|da|dos|du|van|von|la|le|el|al|bin|ibn|zu|[^\W\d_][\w.'’-]*))+$")
PARTICLES = frozenset({"de", "del", "della", "der", "den", "di", "da", "dos", "du", "van", "von", "la", "le", "el", "al", "bin", "ibn"})
UPDATED = re.compile(
    r"updated?|modified|aktualisiert|geändert|mise? à jour|modifié|actualizad[oa]|aggiornat[oa]|atualizad[oa]|обновлен|оновлен|更新",
    re.IGNORECASE,
)
# a line about when the page was published says so, or says hardly anything else
LABEL = re.compile(
    r"^(?:first |last |zuletzt |dernière )?(?:published|posted|updated?|modified|date|veröffentlicht|"
    r"erstellt|aktualisiert|geändert|stand|datum|"
    r"publiée?|mise? à jour|modifiée?|publicad[oa]|actualizad[oa]|fecha|pubblicato|aggiornato|atualizado|data|опубликовано|обновлено|дата|"
    r"gepubliceerd|opublikowano|نشر|تاريخ|发布|公開|更新)\b",
    re.IGNORECASE,
)
LONGEST_DATE_LINE = 80
BESIDE_DATE = re.compile(
    r"^(?:[\W\d_]|\b(?:h|on|at|am|um|uhr|vom|den|le|à|el|a|las|il|alle|em|às|в|года?|г|年|"
    r"mon|tue|wed|thu|fri|sat|sun|\w+day|\w+tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"pm|utc|gmt|cet|cest|mez|mesz|est|edt|et|pst|pdt|bst|ist)\b)*$",
    re.IGNORECASE,
)
# "Nordmünde, 4. November 2025"
PLACE = re.compile(r"^[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2}\s?,\s*(?:den |le |el |a )?$")
# "Von der Redaktion"
ARTICLE_WORD = re.compile(r"^(?:der|die|unserer?|the|our|la|le|notre|nuestr[oa]) ")
OFFICE = re.compile(
    r"redaktion|rédaction|redacci[oó]n|redazione|редакци|staff|newsroom|desk|agenc|agentur|reporter|correspond|korrespond", re.IGNORECASE
)
# 滨江时报 记者 沈若岚; 记者：沈若岚
REPORTER = re.compile(r"^(?P<paper>[\u3400-\u9fff]{2,12}\s+)?(?:本报记者|记者|文|撰文|作者)[\s:：/／]+(?P<name>[\u3400-\u9fff·]{2,8})$")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows. `body` holds its paragraphs without furniture and without what the header said."""

    title: str = ""
    body: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    section: str | None = None
    published: Timestamp | None = None
    updated: Timestamp | None = None
    kept: tuple[str, ...] = field(default=())
    """Header lines that were not understood; they are part of the body."""


def read_page(paragraphs: list[str], language: str) -> Page:
    """Title, header and body out of a page's paragraphs.

    `language` decides how 03/04/2025 is read. A page that begins with prose has no title.
    """
    title_at = _find_title(paragraphs)
    start = 0 if title_at is None else title_at + 1
    page = Page(title=clean_line(paragraphs[title_at]) if title_at is not None else "")
    if title_at is not None:
        # a section or the paper's name often stands above the title
        for line in paragraphs[:title_at]:
            page = _read_header_line(page, line, language)
    end = start if title_at is None else _find_prose(paragraphs, start)
    for line in paragraphs[start:end]:
        page = _read_header_line(page, line, language)
    page = _name_author(page)
    rest = [paragraph for paragraph in paragraphs[end:] if not is_furniture(paragraph)]
    return replace(page, body=(*page.kept, *rest), kept=())


def is_prose(line: str) -> bool:
    """Whether a line is a sentence of the article rather than a heading or a label."""
    ideographs = len(IDEOGRAPH.findall(line))
    if ideographs >= IDEOGRAPHS_PER_SENTENCE:
        return bool(SENTENCE_END.search(line)) or ideographs >= PROSE_LETTERS // 2
    ends = bool(SENTENCE_END.search(line)) and len(line.split()) >= PROSE_WORDS
    return ends or len(line) > PROSE_LETTERS * 2 or (len(line) > PROSE_LETTERS and "," in line)


def _find_title(paragraphs: list[str]) -> int | None:
    """The first line that can be one; a short line above a longer heading is its section."""
    for at, line in enumerate(paragraphs[:LONGEST_HEADER]):
        if (
            is_furniture(line)
            or is_masthead(line)
            or is_date_line(line)
            or (BY.match(line) and not is_prose(line) and _read_name(BY.sub("", line)))
        ):
            continue
        if len(line) > LONGEST_TITLE_LINE or (at + 1 == len(paragraphs) and is_prose(line)):
            return None
        following = next((later for later in paragraphs[at + 1 : LONGEST_HEADER] if not is_furniture(later)), "")
        is_label = len(line.split()) <= 2 and not IDEOGRAPH.search(line)
        if is_label and len(following.split()) >= 4 and not is_prose(following) and not is_date_line(following) and not BY.match(following):
            continue
        return at
    return None


def _find_prose(paragraphs: list[str], start: int) -> int:
    last = min(len(paragraphs), start + LONGEST_HEADER)
    found = next((at for at in range(start, last) if is_prose(paragraphs[at]) and not is_furniture(paragraphs[at])), None)
    # without any prose, only the lines that are surely header are read as such
    return start if found is None else found


def _read_header_line(page: Page, line: str, language: str) -> Page:
    if is_furniture(line):
        return page
    parts = [part for part in PARTS.split(line) if part]
    is_mixed = len(parts) > 1 and (BY.match(line) or any(is_date_line(part) for part in parts))
    if is_mixed and not REPORTER.match(line):
        for part in parts:
            page = _read_header_line(page, part, language)
        return page
    if is_date_line(line):
        return _add_date(page, line, language)
    if url := find_address(line):
        return replace(page, url=page.url or url)
    if reporter := REPORTER.match(line):
        paper = find_paper((reporter["paper"] or "").strip())
        return replace(page, authors=page.authors or (reporter["name"],), source=page.source or paper)
    if (by := BY.match(line)) and (names := _read_names(line[by.end() :])):
        paper = next(filter(None, map(paper_of_office, names)), "")
        return replace(_add_date(page, line, language), authors=page.authors or names, source=page.source or paper)
    if not page.source and (paper := find_paper(line, page.title)):
        return replace(page, source=paper)
    if len(line.split()) <= 2 and len(line) <= 40 and page.section is None and not _read_name(line) and not SENTENCE_END.search(line):
        return replace(page, section=clean_line(line, LONGEST_NAME))
    return replace(page, kept=(*page.kept, line))


def _add_date(page: Page, line: str, language: str) -> Page:
    day = publication_day(line, language)
    if day is None:
        return page
    label = UPDATED.search(line)
    # "24.10.2025, last updated at 9 pm" is of that day all the same
    if label and not any(date.end <= label.start() for date in find_dates(line, language)):
        return replace(page, updated=page.updated or day)
    return replace(page, published=page.published or day)


def is_date_line(line: str) -> bool:
    """Whether a line is there for its date; which date, and whether it can be read, does not matter here."""
    if len(line) > LONGEST_DATE_LINE or is_prose(line):
        return False
    # day first, so that 03/04/2025 is seen as a date even where it cannot be read
    found = [date for date in find_dates(line, "de") if date.day and date.year]
    if not found:
        return False
    before, after = line[: found[0].start], line[found[-1].end :]
    if LABEL.match(line) or (not before.strip() and after.lstrip().startswith(",")) or (PLACE.match(before) and not after.strip(" .")):
        return True
    rest = line
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.end :]
    return bool(BESIDE_DATE.match(" ".join(rest.split())))


def _read_names(text: str) -> tuple[str, ...]:
    # "By Jane Doe in Paris, 13 February 2025"
    found = next(find_dates(text, "de"), None)
    text = (text[: found.start] if found else text).strip(" ,;.|")
    if not text or len(text) > LONGEST_NAME:
        return ()
    is_office = bool(OFFICE.search(text))
    if is_office:
        text = ARTICLE_WORD.sub("", text)
    names = [name for part in AND.split(text) if (name := _read_name(part, is_announced=True))]
    return tuple(names) or ((clean_line(text, LONGEST_NAME),) if is_office else ())


def _read_name(text: str, is_announced: bool = False) -> str | None:
    """A person's name: two to five words, each with a capital but the particles.

    In scripts without capitals only a line that announces a name (`is_announced`) can be told from a heading.
    """
    text = text.strip()
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 60 or not NAME.match(text):
        return None
    has_capitals = all(word in PARTICLES or word[:1].isupper() for word in words)
    is_caseless = text.lower() == text.upper()
    return clean_line(text, LONGEST_NAME) if has_capitals or (is_announced and is_caseless) else None


def _name_author(page: Page) -> Page:
    """The first line that is a name and nothing else, when no line says whose text it is."""
    if page.authors:
        return page
    # a heading can look like a name: only a line before all other unread ones counts, and not in capitals
    first = page.kept[0] if page.kept else ""
    name = None if first.isupper() else _read_name(first)
    return replace(page, authors=(name,), kept=page.kept[1:]) if name else page
