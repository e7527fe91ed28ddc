"""XML as trees, without anything that an attacker could make of it."""

import pytest

from ingest.elements import DEEPEST, language_of, parse_elements, text_of
from ingest.errors import Unreadable

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>"
SWELLING = f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>'


@pytest.mark.parametrize(
    "document",
    [
        f"{LAUGHS}<nitf>&j;</nitf>",
        f"{SWELLING}<nitf>{'&a;' * 10_000}</nitf>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:1/">]><nitf>&a;</nitf>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd">%a;]><nitf/>',
        '<!DOCTYPE x [<!ENTITY a PUBLIC "p" "http://127.0.0.1:1/">]><nitf>&a;</nitf>',
        '<!DOCTYPE x [<!NOTATION n SYSTEM "x"><!ENTITY a SYSTEM "a.gif" NDATA n>]><nitf/>',
        "<nitf>&undeclared;</nitf>",
        "<a>" * (DEEPEST + 1) + "</a>" * (DEEPEST + 1),
        "<a>" * 1_000_000,
        f"<a>{'<b/>' * 100_001}</a>",
        "<a><b></a>",
        "<a",
        "words",
        "   ",
        "<a x='1' x='2'/>",
        "<?xml version='1.0' encoding='rot13'?><a>",
    ],
)
def test_a_hostile_document_is_one_line(document: str) -> None:
    with pytest.raises(Unreadable, match=r"^a\.xml: [^\n]+$"):
        parse_elements(document.encode(), "a.xml")


def test_a_doctype_is_passed_over_and_its_file_is_not_fetched() -> None:
    document = '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://127.0.0.1:1/nitf.dtd"><nitf>a&eacute;&amp;&#228;</nitf>'
    assert text_of(parse_elements(document.encode(), "a.xml")) == "aé&ä"


def test_an_xinclude_is_an_element_like_any_other() -> None:
    document = '<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/>text</a>'
    assert text_of(parse_elements(document.encode(), "a.xml")) == "text"


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "shift_jis", "gb18030", "euc-kr", "koi8-r"]
)
def test_a_document_is_read_in_the_charset_that_it_declares(charset: str) -> None:
    word = {"shift_jis": "港は閉鎖", "gb18030": "港口关闭", "euc-kr": "항구 폐쇄", "koi8-r": "Порт закрыт"}.get(
        charset, "Hafen geschlössen"
    )
    document = f'<?xml version="1.0" encoding="{charset.removesuffix("-sig")}"?><a xml:lang="de">{word * 20}</a>'
    root = parse_elements(document.encode(charset), "a.xml")
    assert text_of(root) == word * 20
    assert language_of(root) == "de"


def test_namespaces_and_control_characters_are_left_out() -> None:
    root = parse_elements(b'<x:a xmlns:x="urn:x"><x:b>one\x02 two</x:b></x:a>', "a.xml")
    assert (root.tag, text_of(root.find("b")), text_of(None)) == ("a", "one two", "")
