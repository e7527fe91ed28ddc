"""XML files by their root element."""

import pytest

from ingest.errors import IngestError
from ingest.item import Item
from ingest.read import read_item
from vectorstore import Article

TEXT = "The harbour stays closed. " * 20
PAGE = f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Harbour</title></head><body><p>{TEXT}</p></body></html>"


def read(xml: str) -> Article | IngestError:
    (found,) = read_item(Item("a.xml", "xml", xml.encode(), "/a.xml"))
    return found


def test_xhtml_is_read_as_a_page() -> None:
    found = read(f"<?xml version='1.0'?>{PAGE}")
    assert isinstance(found, Article) and (found.title, found.origin) == ("Harbour", "/a.xml")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<urlset/>", "XML with the root <urlset>: a sitemap; name its web address"),
        ("<NewsML/>", "XML with the root <NewsML>: NewsML 1, which is not read; NewsML-G2 and NITF are"),
        ("<svg/>", "XML with the root <svg>: which is neither NewsML-G2 nor NITF nor XHTML nor a feed"),
    ],
)
def test_other_kinds_say_what_to_do(xml: str, reason: str) -> None:
    assert str(read(xml)) == f"a.xml: {reason}"


def test_a_blank_text_is_no_fault() -> None:
    assert str(read("<nitf><body><body.content><p> </p></body.content></body></nitf>")) == "a.xml: its text is blank"
