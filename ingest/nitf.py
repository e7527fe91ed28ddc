"""NITF, the older format of news agencies: an article as a record."""

from xml.etree.ElementTree import Element, tostring

from ingest.agencies import split_byline, withdraw
from ingest.elements import language_of, text_of
from ingest.fragments import read_fragment
from ingest.records import Record


def nitf_record(root: Element, name: str) -> Record:
    """The fields of a `nitf` element, by the names of our records; what has no such name goes by its own.

    Raises:
        Unreadable: Its text was made to keep a parser busy.
    """
    content = root.find(".//body.content")
    hedline = root.find(".//hedline")
    byline = root.find(".//byline")
    fields = {
        "id": _value(root, "doc-id", "id-string"),
        "title": text_of(root.find(".//hl1")) or text_of(hedline) or text_of(root.find("./head/title")),
        "text": "\n\n".join(read_fragment(tostring(content, encoding="unicode"), name)) if content is not None else "",
        "source": _value(root, "pubdata", "name") or text_of(root.find(".//distributor")) or _value(root, "doc.copyright", "holder"),
        "authors": split_byline(text_of(byline.find("person")) or text_of(byline)) if byline is not None else [],
        "language": language_of(root) or next((given for part in root.iter("body") if (given := language_of(part))), ""),
        "section": _value(root, "pubdata", "position.section"),
        "published": _value(root, "date.issue", "norm")
        or _value(root, "story.date", "norm")
        or _value(root, "pubdata", "date.publication"),
        "updated": max((change.get("norm", "") for change in root.iter("revision-history")), default=""),
        "subtitle": text_of(root.find(".//hl2")) if hedline is not None and hedline.find("hl2") is not None else "",
        "dateline": text_of(root.find(".//dateline/location")),
        "version": _value(root, "du-key", "version"),
        "urgency": _value(root, "urgency", "ed-urg"),
        "slugline": _value(root, "du-key", "key"),
        "series": _value(root, "series", "series.name"),
        "keywords": ", ".join(keyword.get("key", "") for keyword in root.iter("keyword")),
        "subjects": ", ".join(_subject(subject) for subject in root.iter("tobject.subject")),
        "ednote": _value(root, "ed-msg", "info") or " ".join(text_of(note) for note in root.iter("note")),
        "correction": _value(root, "correction", "info"),
        "copyright": " ".join(filter(None, (_value(root, "doc.copyright", "year"), _value(root, "doc.copyright", "holder")))),
        "embargoed": _value(root, "date.release", "norm"),
        "status": _value(root, "docdata", "management-status"),
    }
    return withdraw({key: value for key, value in fields.items() if value or key == "text"})


def _value(root: Element, tag: str, attribute: str) -> str:
    element = next(root.iter(tag), None)
    return element.get(attribute, "").strip() if element is not None else ""


def _subject(subject: Element) -> str:
    told = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type", "tobject.subject.refnum")
    return next((value for name in told if (value := subject.get(name))), "")
