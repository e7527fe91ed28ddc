"""What the formats of news agencies share: names in a byline, articles that their agency took back."""

from collections.abc import Mapping
from typing import Any

from ingest.clean import LONGEST_NAME, clean_line
from ingest.pages import AND, BY

WITHDRAWN = {"canceled": "Canceled by its provider.", "cancelled": "Canceled by its provider.", "withheld": "Withheld by its provider."}

Fields = Mapping[str, Any]  # an agency's item by the names of our records


def split_byline(line: str) -> list[str]:
    """The names in a byline: `By Jane Doe and John Roe`."""
    return [name for part in AND.split(BY.sub("", line.strip())) if (name := clean_line(part, LONGEST_NAME))]


def withdraw(fields: Fields) -> Fields:
    """The item with a notice in the place of its text, when its agency took it back.

    The notice becomes the article's newest version: what was taken back answers no question any more, and stays citable as
    an earlier version.
    """
    notice = WITHDRAWN.get(str(fields.get("status", "")).lower())
    if notice is None:
        return fields
    note = str(fields.get("ednote") or "")
    return {**fields, "text": f"{notice}\n\n{note}" if note else notice}
