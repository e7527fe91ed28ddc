"""The line with which an agency's text, or a press release, opens: where it was written, on which day, who delivers it."""

import re

from ingest.credits import SEVERAL
from ingest.datelines import PARTICLES
from ingest.dates import date_in_words, find_dates
from vectorstore import Timestamp

# "KELMOUTH, Feb. 13, 2025 /PRNewswire/ --", "Nordmünde (ots) –", "МОСКВА, 13 фев 2025 — РИА Новости."
DELIVERED = re.compile(
    r"\b(?:PR ?Newswire|Business ?Wire|Globe ?Newswire|ACCESS ?Newswire|EQS|news aktuell|ots|lifePR|pressebox)\b"
    rf"|[(/\[]\s?{SEVERAL}\s?[)/\]]|(?:[—–-]\s)?РИА Новости\b"
    r"|(?:新华社|新華社|法新社|路透社|美联社|共同社|塔斯社)[^，。]{0,20}[电電讯訊]",
    re.IGNORECASE,
)
# what parts the opening from the first sentence
END = re.compile(r"\s[-–—]|\.\s?[-–—]|--|[/)\]:：电電讯訊]")
LONGEST_OPENING, LONGEST_PLACE = 140, 40
FIRST_PARAGRAPHS = 2
# whoever delivers it, in brackets right before the dash: "(Continental Wire) --"
BRACKETED = re.compile(r"\s\((?:[^\W\d_][\w.&'-]*\s?){1,4}\)\s?(?:[—–-]|--)")
# words between the day and the end: "(Reuters)", "/PRNewswire", "— РИА Новости"
LONGEST_REST = 3
SMALL = PARTICLES | {"an", "am", "im", "bei", "ob"}
WORD = re.compile(r"[^\W\d_]+")


def opening_day(text: str, language: str, is_release: bool) -> Timestamp | None:
    """The day in the dateline of a text's first lines; only an agency's, or a press release's: a report may begin with the day it tells of.

    >>> str(opening_day("KELMOUTH, Feb. 13, 2025 /PRNewswire/ -- The ferry sails.", "en", False))
    '2025-02-13'
    >>> opening_day("Paris, 13 November 2015 – The café was full.", "en", False) is None
    True
    """
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()][:FIRST_PARAGRAPHS]
    return next((day for paragraph in paragraphs if (day := _day_in(paragraph[:LONGEST_OPENING], language, is_release))), None)


def _day_in(beginning: str, language: str, is_release: bool) -> Timestamp | None:
    found = next((one for one in find_dates(beginning, language) if one.year and one.day), None)
    if found is None or found.start > LONGEST_PLACE or not _is_place(beginning[: found.start]):
        return None
    end = END.search(beginning, found.end)
    delivered = DELIVERED.search(beginning)
    is_opening = end is not None and len(beginning[found.end : end.start()].split()) <= LONGEST_REST
    is_delivered = delivered or BRACKETED.match(beginning, found.end)
    return date_in_words(found, "text") if is_opening and (is_delivered or is_release) else None


def _is_place(text: str) -> bool:
    """Whether nothing but names stand there, and the small words between them."""
    return all(word[0].isupper() or word.upper() == word.lower() or word in SMALL for word in WORD.findall(DELIVERED.sub("", text)))
