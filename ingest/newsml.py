"""NewsML-G2, what news agencies deliver: the text items of a message as records."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, tostring

from ingest.agencies import split_byline, withdraw
from ingest.elements import language_of, text_of
from ingest.errors import IngestError, NotAnArticle
from ingest.fragments import read_fragment
from ingest.nitf import nitf_record
from ingest.records import Record

# items without words of their own
OTHERS = {
    "packageItem": "a package, which only refers to other items",
    "conceptItem": "an item of a vocabulary",
    "knowledgeItem": "an item of a vocabulary",
    "planningItem": "a plan of coverage",
    "catalogItem": "a list of vocabularies",
}
ROOTS = ("newsMessage", "newsItem", *OTHERS)


def newsml_records(root: Element, name: str) -> Iterator[tuple[str, Record] | IngestError]:
    """Each item of a message, or the one item, with what the reader calls it; or why it gives none."""
    items = [item for item_set in root.iter("itemSet") for item in item_set] if root.tag == "newsMessage" else [root]
    if not items:
        yield NotAnArticle(name, "a message without items")
    for item in items:
        place = f"{name}: {item.get('guid', '')}" if len(items) > 1 else name
        try:
            yield place, _read_item(item, place)
        except IngestError as error:
            yield error


def _read_item(item: Element, name: str) -> Record:
    if item.tag != "newsItem":
        raise NotAnArticle(name, OTHERS.get(item.tag, f"an item of another kind ({item.tag[:40]})"))
    body = _read_body(item, name)
    status = _code(item.find("./itemMeta/pubStatus"))
    if not body.get("text") and status not in ("canceled", "withheld"):
        kind = _code(item.find("./itemMeta/itemClass")) or "other"
        raise NotAnArticle(name, f"an item of the class {kind[:40]!r} that holds no text")
    # what the item says goes before what its text says of itself
    told = {**body, **_read_content(item.find("contentMeta")), **_read_meta(item.find("itemMeta")), **_read_rights(item)}
    told |= _filled({"id": item.get("guid"), "version": item.get("version"), "status": status})
    told.setdefault("source", told.get("copyright_holder") or told.get("creditline") or "")
    told.setdefault("language", language_of(item))
    told.setdefault("published", told.get("updated", ""))
    return withdraw(_filled(told))


def _filled(fields: Record) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}


def _read_meta(meta: Element | None) -> dict[str, Any]:
    if meta is None:
        return {}
    return _filled(
        {
            "source": _name(meta.find("provider")),
            "published": text_of(meta.find("firstCreated")),
            "updated": text_of(meta.find("versionCreated")),
            "embargoed": text_of(meta.find("embargoed")),
            "ednote": " ".join(text_of(note) for note in meta.findall("edNote")),
            "signal": ", ".join(_code(signal) for signal in meta.findall("signal")),
            "service": ", ".join(_name(service) for service in meta.findall("service")),
        }
    )


def _read_content(content: Element | None) -> dict[str, Any]:
    if content is None:
        return {}
    headlines = content.findall("headline")
    main = [headline for headline in headlines if "sub" not in headline.get("role", "").lower()] or headlines
    by = [text_of(by) for by in content.findall("by")] or [_name(creator) for creator in content.findall("creator") if _is_person(creator)]
    language = content.find("language")
    return _filled(
        {
            "title": text_of(main[0]) if main else "",
            "authors": [author for names in by for author in split_byline(names)],
            "language": language.get("tag", "") if language is not None else "",
            "published": text_of(content.find("contentCreated")),
            "slugline": text_of(content.find("slugline")),
            "urgency": text_of(content.find("urgency")),
            "genre": ", ".join(_name(genre) for genre in content.findall("genre")),
            "subjects": ", ".join(_name(subject) for subject in content.findall("subject")),
            "keywords": ", ".join(text_of(keyword) for keyword in content.findall("keyword")),
            "located": ", ".join(_name(place) for place in content.findall("located")),
            "dateline": text_of(content.find("dateline")),
            "creditline": text_of(content.find("creditline")),
            "description": text_of(content.find("description")),
        }
    )


def _read_rights(item: Element) -> dict[str, Any]:
    return _filled(
        {
            "copyright_holder": _name(item.find("./rightsInfo/copyrightHolder")),
            "copyright": text_of(item.find("./rightsInfo/copyrightNotice")),
            "usage": text_of(item.find("./rightsInfo/usageTerms")),
        }
    )


def _read_body(item: Element, name: str) -> Record:
    """The first of the renditions that holds text."""
    for part in item.iterfind("./contentSet/*"):
        if part.tag == "inlineXML" and (nitf := next(part.iter("nitf"), None)) is not None:
            record = nitf_record(nitf, name)
        elif part.tag == "inlineXML":
            body = next(part.iter("body"), part)
            record = {"text": "\n\n".join(read_fragment(tostring(body, encoding="unicode"), name))}
        elif part.tag == "inlineData" and part.get("contenttype", "text/plain").startswith("text/html"):
            record = {"text": "\n\n".join(read_fragment(part.text or "", name))}
        elif part.tag == "inlineData" and part.get("contenttype", "text/plain").startswith("text/"):
            record = {"text": part.text or ""}
        else:
            continue
        if str(record.get("text", "")).strip():
            return record
    return {}


def _code(element: Element | None) -> str:
    """`canceled` of `stat:canceled`."""
    code = (element.get("qcode") or element.get("uri") or element.get("literal") or "") if element is not None else ""
    return code.rpartition("/")[2].rpartition(":")[2].strip()


def _name(element: Element | None) -> str:
    if element is None:
        return ""
    return text_of(element.find("name")) or element.get("literal", "").strip() or text_of(element.find("definition")) or _code(element)


def _is_person(creator: Element) -> bool:
    return "organi" not in creator.get("type", "").lower() and creator.find("name") is not None
