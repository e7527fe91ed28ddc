"""ninjs, the JSON of news agencies, in its versions 1 to 3: an article as a record."""

from collections.abc import Iterator, Mapping
from typing import Any

from ingest.agencies import split_byline, withdraw
from ingest.errors import NotAnArticle
from ingest.fragments import read_fragment

# version 3 writes `versionCreated` for `versioncreated`, and 2 began to list headlines and bodies
MARKS = frozenset(
    ("versioncreated", "pubstatus", "representationtype", "bodies", "headlines", "bodytext", "bodyxhtml", "bodyhtml", "renditions")
)
BODIES = ("bodyxhtml", "bodyhtml", "bodytext")
KEPT = {
    "version": "version",
    "pubstatus": "status",
    "urgency": "urgency",
    "slugline": "slugline",
    "located": "located",
    "embargoed": "embargoed",
    "ednote": "ednote",
    "copyrightnotice": "copyright",
    "copyrightholder": "copyright_holder",
    "usageterms": "usage",
    "profile": "profile",
}
LISTS = {"genres": "genre", "genre": "genre", "subjects": "subjects", "subject": "subjects", "keywords": "keywords", "keyword": "keywords"}

Fields = Mapping[str, Any]  # what json.loads gives


def is_ninjs(value: Fields) -> bool:
    """Whether an object is an item of ninjs rather than a record of ours."""
    return isinstance(value.get("uri"), str) and not {"text", "body"} & value.keys() and bool(MARKS & _fold(value).keys())


def ninjs_record(value: Fields, name: str) -> Fields:
    """The fields of an item, by the names of our records; what has no such name goes by its own.

    Raises:
        NotAnArticle: It holds no text: a picture, a package.
        Unreadable: Its text was made to keep a parser busy.
    """
    item = _fold(value)
    text = _read_text(item, name)
    if not text and item.get("pubstatus") not in ("canceled", "withheld"):
        raise NotAnArticle(name, f"an item of the type {str(item.get('type', 'other'))[:40]!r} that holds no text")
    sources = list(_names(item.get("infosources") or item.get("infosource"), role="provider"))
    fields = {
        "id": item["uri"],
        "title": _main(item.get("headlines")) or item.get("headline") or item.get("title"),
        "text": text,
        "source": sources[0] if sources else item.get("provider") or item.get("source") or item.get("copyrightholder"),
        "authors": split_byline(str(item.get("by") or item.get("byline") or "")),
        "language": item.get("language"),
        "published": item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated"),
        "updated": item.get("versioncreated"),
        **{ours: item.get(theirs) for theirs, ours in KEPT.items()},
    }
    for theirs, ours in LISTS.items():
        fields[ours] = fields.get(ours) or ", ".join(_names(item.get(theirs)))
    return withdraw({key: entry for key, entry in fields.items() if entry})


def _fold(value: Fields) -> dict[str, Any]:
    return {str(key).replace("_", "").lower(): entry for key, entry in value.items()}


def _read_text(item: Fields, name: str) -> str:
    for kind, written in _bodies(item):
        text = "\n\n".join(read_fragment(written, name)) if "html" in kind else written
        if text.strip():
            return text
    return ""


def _bodies(item: Fields) -> Iterator[tuple[str, str]]:
    """Each rendition of the text with its kind, markup first: it tells the paragraphs."""
    for kind in BODIES:
        if isinstance(written := item.get(kind), str):
            yield kind, written
    listed = item.get("bodies")
    bodies = [_fold(body) for body in (listed if isinstance(listed, list) else []) if isinstance(body, dict)]
    texts = [(str(body.get("contenttype") or "text/plain"), body["value"]) for body in bodies if isinstance(body.get("value"), str)]
    yield from sorted(texts, key=lambda text: "html" not in text[0])


def _main(headlines: object) -> str:
    listed = [_fold(headline) for headline in headlines if isinstance(headline, dict)] if isinstance(headlines, list) else []
    main = [headline for headline in listed if "sub" not in str(headline.get("role", "")).lower()] or listed
    return str(main[0].get("value") or "") if main else ""


def _names(value: object, role: str = "") -> Iterator[str]:
    """The names of a list of objects or words; those of a role first."""
    entries = value if isinstance(value, list) else [value]
    for entry in sorted(entries, key=lambda entry: not (isinstance(entry, dict) and str(entry.get("role", "")) == role)):
        name = (entry.get("name") or entry.get("literal") or entry.get("code")) if isinstance(entry, dict) else entry
        if isinstance(name, str) and name:
            yield name
