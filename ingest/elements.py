"""XML documents as trees of elements: nothing is looked up, loaded or multiplied."""

import io
import re
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, iterparse

from ingest.errors import Unreadable
from ingest.files import decode_document

# no message of an agency is nested deeper or has more; a file of 50 MB could
DEEPEST = 200
MOST_ELEMENTS = 100_000
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""")
DECLARATION = re.compile(r"^\s*<\?xml\b.{0,200}?\?>", re.DOTALL)
# XML forbids these even as references; agencies send them all the same
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# letters by their names, as the DTDs that are not loaded declare them
NAMED = {name.rstrip(";"): letters for name, letters in html5.items()}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_elements(data: bytes, name: str) -> Element:
    """The root of a document; elements are named without their namespaces.

    A DOCTYPE is passed over: its entities and external references are neither declared nor fetched.

    Raises:
        Unreadable: It is no XML, declares entities, or is nested or branched beyond all sense.
    """
    declared = DECLARED.match(data)
    text = decode_document(data, name, declared.group(1).decode("ascii") if declared else None)
    text = FORBIDDEN.sub("", DECLARATION.sub("", text)).strip()
    parser = DefusedXMLParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.entity.update(NAMED)
    root: Element | None = None
    depth = count = 0
    try:
        for event, element in iterparse(io.BytesIO(text.encode()), events=("start", "end"), parser=parser):
            if event == "end":
                depth -= 1
                continue
            root = element if root is None else root
            element.tag = element.tag.rpartition("}")[2]
            depth, count = depth + 1, count + 1
            if depth > DEEPEST:
                raise Unreadable(name, f"XML nested deeper than {DEEPEST} elements")
            if count > MOST_ELEMENTS:
                raise Unreadable(name, f"XML of more than {MOST_ELEMENTS} elements")
    except DefusedXmlException as error:
        raise Unreadable(name, "XML that declares entities or refers to other files, which is not read") from error
    except ParseError as error:
        line, column = error.position
        raise Unreadable(name, f"not XML: {str(error).split(':')[0]} (line {line}, column {column + 1})") from error
    if root is None:
        raise Unreadable(name, "not XML: no element")
    return root


def text_of(element: Element | None) -> str:
    """All the words in an element, on one line; empty for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def language_of(element: Element) -> str:
    """The language that an element declares; empty when it declares none."""
    return element.get(LANGUAGE) or element.get("lang") or ""
