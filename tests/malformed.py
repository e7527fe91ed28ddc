"""Malformed and hostile files of every kind that is read: promise I1. Each is a name, its bytes, and whether its words can be read."""

# ruff: noqa: E501

import gzip
import json
import os
import random
from collections.abc import Iterator
from typing import NamedTuple

from tests.test_ingest_mail import HEAD, NESTED, PAGE, mailbox, multipart, part
from tests.test_ingest_newsml import item
from tests.test_ingest_nitf import NITF
from tests.test_ingest_pdf import LINES, make_pdf
from tests.test_ingest_warc import record

NAME = "Tessandra Quillfeather"


class Malformed(NamedTuple):
    """A file; where `is_readable`, an article that holds NAME must come of it."""

    name: str
    data: bytes
    is_readable: bool


def malformed_files() -> Iterator[Malformed]:
    """The same files each time, but for random bytes of a fixed seed."""
    kinds = (_texts(), _markdown(), _pages(), _json(), _lines(), _pdf(), _web_archives(), _mails(), _xml(), _ninjs(), _tables())
    for number, (name, data, is_readable) in enumerate(entry for kind in kinds for entry in kind):
        yield Malformed(f"{number:03}-{name}", data, is_readable)


Entry = tuple[str, bytes, bool]


def words(about: str) -> str:
    """Two sentences that hold NAME, different for each file, so that no two are one article."""
    return (
        f"{NAME} told the council of Kelmouth on Tuesday how the matter of the {about} had been settled in the end. "
        f"The {about} will cost the harbour nothing, the town clerk added, although many had feared otherwise in the spring. "
        f"Nobody from the ports office wanted to speak about the {about} before the vote, which is to be held in two weeks."
    )


def html(about: str, head: str = "", more: str = "") -> str:
    return f"<html><head><title>{about}</title>{head}</head><body><h1>{about}</h1><p>{words(about)}</p>{more}</body></html>"


def _texts() -> Iterator[Entry]:
    noise = random.Random(7)
    yield "nul.txt", words("nul").replace(" ", " \0", 3).encode(), True
    yield "invalid.txt", words("invalid").encode() + b"\xff\xfe\xfa tail", True
    yield "surrogates.txt", words("surrogates").encode() + b"\xed\xa0\x80 tail", True
    yield "overlong.txt", words("overlong").encode() + b"\xc0\xaf tail", True
    yield "utf16.txt", words("utf16").encode("utf-16-be"), True
    yield "oddbyte.txt", words("oddbyte").encode("utf-16") + b"x", True
    yield "utf32.txt", words("utf32").encode("utf-32"), True
    yield "latin.txt", (words("latin") + " Ærø, Håkon, Zoë, Łódź".replace("Łódź", "")).encode("cp1252"), True
    yield (
        "invisible.txt",
        "\u200b\u202e\ufeff".join(words("invisible").split(" ", 1)).replace("\u200b\u202e\ufeff", " \u202e\u200b").encode(),
        True,
    )
    yield "escapes.txt", f"\x1b[31m{words('escapes')}\x1b[0m".encode(), True
    yield "returns.txt", words("returns").replace(". ", ".\r").encode(), True
    yield "formfeeds.txt", words("formfeeds").replace(". ", ".\f\x0b\u2028").encode(), True
    yield "marks.txt", (words("marks") + " a" + "\u0301" * 500_000).encode(), True
    yield "oneline.txt", (words("oneline") + " word" * 60_000).encode(), True
    yield "oneword.txt", (words("oneword") + " " + "a" * 300_000).encode(), True
    yield "private.txt", (words("private") + "\ue000\U000e0041\ufdd0\uffff").encode(), True
    yield "empty.txt", b"", False
    yield "blank.txt", b" \n\t\r\n " * 50, False
    yield "random.txt", noise.randbytes(50_000), False
    yield "zip.txt", b"PK\x03\x04" + words("zip").encode(), False
    yield "bomb.txt", gzip.compress(bytes(20_000_000)), False
    yield "zeros.txt", bytes(100_000), False


def _markdown() -> Iterator[Entry]:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    yield "aliases.md", f"---\n{bomb}---\n{words('aliases')}".encode(), False
    yield "object.md", f"---\nx: !!python/object/apply:os.system ['touch /tmp/pwned']\n---\n{words('object')}".encode(), False
    yield "notyaml.md", f"---\n: : [\n---\n{words('notyaml')}".encode(), False
    yield "unclosed.md", f"---\ntitle: Unclosed\n\n{words('unclosed matter')}".encode(), True
    yield "dates.md", f"---\ntitle: Dates\npublished: 9999-99-99\nupdated: [1]\n---\n{words('dates')}".encode(), True
    yield "twice.md", f"---\ntitle: One\ntitle: Two\n---\n{words('duplicate keys')}".encode(), True
    yield "numbers.md", f"---\ntitle: 5\nauthor: {{a: b}}\nurl: 7\n---\n{words('numbers')}".encode(), True
    yield "brackets.md", (words("brackets") + "\n\n" + "[" * 100_000).encode(), True
    yield "stars.md", (words("stars") + "\n\n" + "**_" * 50_000).encode(), True
    yield "quotes.md", (words("quotes") + "\n\n" + ">" * 50_000 + " deep").encode(), True
    yield "comment.md", f"{words('comment')}\n\n<!-- never closed".encode(), True
    yield "long.md", f"---\ntitle: {'x' * 30_000}\n---\n{words('long matter')}".encode(), False


def _pages() -> Iterator[Entry]:
    deep = '{"@graph":' * 3000 + "1" + "}" * 3000
    yield "attributes.html", f"<p {' '.join(f'a{n}=1' for n in range(60_000))}>{words('attributes')}</p>".encode(), False
    yield "elements.html", f"<p>{words('elements')}</p>{'<p>x</p>' * 40_000}".encode(), False
    yield "large.html", f"<p>{words('large')}</p>{'<!-- x -->' * 600_000}".encode(), False
    yield "nesting.html", html("nesting", more="<div>" * 20_000).encode(), True
    yield "tables.html", html("tables", more="<table><tr><td>" * 500).encode(), True
    yield "unclosed.html", f"<html><body><p>{words('unclosed tags')}<b><i><td>".encode(), True
    yield "nobody.html", f"<p>{words('nobody')}".encode(), True
    yield "cut.html", html("cut page", more="<p class='x").encode(), True
    yield "script.html", html("open script", more="<script>while(1){}").encode(), True
    yield "comment.html", html("open comment", more="<!-- never closed").encode(), True
    yield "lies.html", html("lies", head="<meta charset=iso-2022-jp>").encode(), True
    yield "nocharset.html", html("nocharset", head="<meta charset=rot13>").encode("cp1252"), True
    yield "nul.html", html("nul tags").replace("<p>", "<p\0>").encode(), True
    yield "references.html", html("references", more="<p>&#0;&#xD800;&#x110000;&#99999999999;&bogus;</p>").encode(), True
    yield "entities.html", ('<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + html("entities", more="<p>&b;</p>")).encode(), True
    yield "jsonld.html", html("jsonld", head='<script type="application/ld+json">{"@type":"NewsArticle",</script>').encode(), True
    yield "deepjsonld.html", html("deepjsonld", head=f'<script type="application/ld+json">{deep}</script>').encode(), True
    yield (
        "typesjsonld.html",
        html(
            "types",
            head='<script type="application/ld+json">{"@type":"NewsArticle","headline":[1],"author":{"name":{}},"datePublished":{}}</script>',
        ).encode(),
        True,
    )
    yield "canonical.html", html("canonical", head="<link rel=canonical href='javascript:alert(1)'>").encode(), True
    yield "refresh.html", html("refresh", head="<meta http-equiv=refresh content='0;url=file:///etc/passwd'>").encode(), True
    yield "picture.html", html("picture", more=f"<img src='data:image/png;base64,{'A' * 2_000_000}'>").encode(), True
    yield "empty.html", b"<html></html>", False
    yield "scripts.html", b"<html><body><script>document.write('x')</script></body></html>", False
    yield "image.html", b"\x89PNG\r\n\x1a\n" + bytes(2000), False


def _json() -> Iterator[Entry]:
    yield "cut.json", json.dumps({"text": words("cut")})[:-5].encode(), False
    yield "deep.json", b"[" * 200_000, False
    yield "deeprecord.json", ('{"text": "x", "more": ' + "[" * 50_000 + "]" * 50_000 + "}").encode(), False
    yield "number.json", b"5", False
    yield "null.json", b"null", False
    yield "list.json", json.dumps([None, 3, [], {}, {"text": 5}, {"text": words("list")}, "x"]).encode(), True
    yield "infinity.json", f'{{"text": {json.dumps(words("infinity"))}, "score": NaN, "size": -Infinity}}'.encode(), True
    yield "twice.json", f'{{"text": "no", "text": {json.dumps(words("twice"))}}}'.encode(), True
    yield "surrogate.json", f'{{"text": {json.dumps(words("surrogate"))[:-1]} \\ud800", "title": "\\udfff"}}'.encode(), True
    yield "huge.json", f'{{"text": {json.dumps(words("huge number"))}, "size": {"9" * 10_000}}}'.encode(), False
    yield "mark.json", json.dumps({"text": words("mark")}).encode("utf-8-sig"), True
    yield "utf16.json", json.dumps({"text": words("wide json")}).encode("utf-16"), True
    yield "latin.json", json.dumps({"text": words("latin json") + " Zoë über Ærø"}, ensure_ascii=False).encode("cp1252"), True
    yield "comma.json", f'{{"text": {json.dumps(words("comma"))},}}'.encode(), False
    yield (
        "wrong.json",
        json.dumps({"text": words("wrong types"), "url": 5, "title": [], "authors": {"a": 1}, "published": [], "source": None}).encode(),
        True,
    )
    yield "dates.json", json.dumps({"text": words("json dates"), "published": "9999-12-31T99:99:99Z", "updated": 10**30}).encode(), True
    yield "link.json", json.dumps({"text": words("link"), "url": "javascript:alert(1)"}).encode(), True
    yield "key.json", json.dumps({"text": words("key"), "id": "k" * 1_000_000, "x" * 100_000: 1}).encode(), True
    yield "fields.json", json.dumps({"text": words("fields"), **{f"f{n}": n for n in range(5000)}}).encode(), True
    yield "empty.json", b"[]", False
    yield "lc.json", json.dumps({"text": words("lc"), "lc": 1, "type": "constructor", "id": ["os", "system"], "kwargs": {}}).encode(), True


def _lines() -> Iterator[Entry]:
    good = json.dumps({"text": words("lines")}).encode()
    yield "bad.jsonl", b"{\n" + good.replace(b"lines", b"bad line") + b"\n\xff\xfe\n[]\n5\n", True
    yield "returns.jsonl", b"\r\n\r\n" + good.replace(b"lines", b"returning line") + b"\r\n", True
    yield "cut.jsonl", good.replace(b"lines", b"cut line") + b'\n{"text": "cut', True
    yield "giant.jsonl", b'{"text": "' + b"x" * 10_100_000 + b'"}\n' + good.replace(b"lines", b"giant line"), True
    yield "binary.jsonl", os.urandom(0) + bytes(5000), False


def _pdf() -> Iterator[Entry]:
    whole = make_pdf((*LINES[:3], f"{NAME} told the council of the harbour on Tuesday how it had been settled in the end."))
    yield "whole.pdf", whole, True
    yield "tail.pdf", whole + b"\0" * 5000, True
    yield "noxref.pdf", whole.replace(b"startxref", b"startxxxx"), True
    yield "cut.pdf", whole[: len(whole) // 3], False
    yield "loop.pdf", whole.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), False
    yield "head.pdf", b"%PDF-1.7\n" + bytes(1000), False
    yield "words.pdf", words("words").encode(), False


def _web_archives() -> Iterator[Entry]:
    def page(about: str) -> bytes:
        return record(html(about).encode(), url=f"https://paper.example.org/{about.replace(' ', '-')}")

    yield "rubbish.warc", page("rubbish") + b"rubbish" * 100, True
    yield "cut.warc", page("cut archive") + page("lost")[:-200], True
    yield "cut.warc.gz", gzip.compress(page("cut gzip")) + gzip.compress(page("lost gzip"))[:-50], True
    broken = bytearray(gzip.compress(page("broken member")))
    broken[60:80] = bytes(20)
    yield "broken.warc.gz", bytes(broken) + gzip.compress(page("after broken")), True
    yield "length.warc", page("length") + record(b"<p>x", length=-1) + page("more"), True
    yield "lies.warc", page("lying length") + record(b"<p>x", length=10**15), True
    yield (
        "bomb.warc",
        record(gzip.compress(bytes(50_000_000)), headers="Content-Type: text/html\r\nContent-Encoding: gzip\r\n") + page("after bomb"),
        True,
    )
    yield "heads.warc", b"WARC/1.0\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n" + page("after heads"), True
    yield "address.warc", record(html("strange address").encode(), url="javascript:alert(1)"), True
    yield "revisits.warc", record(b"", kind="revisit") * 100, False
    yield "zeros.warc", bytes(100_000), False
    yield "words.warc.gz", gzip.compress(words("no archive").encode()), False


def _mails() -> Iterator[Entry]:
    def head(about: str) -> bytes:
        return HEAD.replace("brief-77", about).encode()

    def page(about: str) -> str:
        return PAGE.replace("</body>", f"<p>{words(about)}</p></body>")

    yield "parts.eml", head("parts") + NESTED + part(page("parts")), False
    yield "charset.eml", head("charset") + part(page("charset"), "text/html; charset=x-nothing"), True
    yield "base64.eml", head("base64") + part(page("base64")).replace(b"PGh0", b"!!PGh0", 1), True
    yield "boundary.eml", head("boundary") + multipart("mixed", part(page("boundary"))).replace(b"--b--", b""), True
    yield (
        "encoding.eml",
        head("encoding") + b"Content-Type: text/html\r\nContent-Transfer-Encoding: x-none\r\n\r\n" + page("encoding").encode(),
        True,
    )
    yield "heads.eml", b"X: y\r\n" * 50_000 + head("heads") + part(page("heads")), True
    yield "from.eml", head("from").replace(b"From: The", b"From: " + b"(" * 50_000) + part(page("from")), True
    yield "cut.eml", (head("cutmail") + part(page("cut mail") + "<p>" + "x " * 3000))[:-900], True
    yield "attached.eml", head("attached") + multipart("mixed", part(page("attached")), part(bytes(3_000_000), "application/zip")), True
    yield "words.eml", words("no mail").encode(), False
    yield "empty.eml", head("empty"), False
    yield "cut.mbox", mailbox(head("mbox") + part(page("mailbox")), head("mbox2") + part(page("lost mail")))[:-400], True
    yield "line.mbox", mailbox(head("line") + part(page("line"))) + b"From x\n" + b"x" * 3_000_000, True
    yield "words.mbox", words("no mailbox").encode(), False


def _xml() -> Iterator[Entry]:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>"
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    web = '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'
    parameter = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;]>'
    swelling = f'<!DOCTYPE x [<!ENTITY a "{"a" * 60_000}">]>'
    bare_nitf = NITF[NITF.index("<nitf") :]
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&a;</p></body></html>'
    for kind, document in (("newsml", item()), ("nitf", bare_nitf), ("xhtml", page)):
        for trick, prefix in (("laughs", laughs), ("outside", outside), ("web", web), ("parameter", parameter), ("swelling", swelling)):
            yield (
                f"{trick}-{kind}.xml",
                (prefix + document.replace("harbour", "&a;" * (5000 if trick == "swelling" else 1))).encode(),
                False,
            )
        yield f"cut-{kind}.xml", document[: len(document) // 2].encode(), False
    body = f"<inlineXML><html><body><p>{words('newsml')}</p></body></html></inlineXML>"
    yield "control.xml", item(body.replace("newsml", "\x02control"), guid="control").encode(), True
    yield "dates.xml", item(body.replace("newsml", "bad dates"), guid="dates", created="never").encode(), True
    yield "types.xml", f"<newsItem><contentSet>{body.replace('newsml', 'bare item')}</contentSet></newsItem>".encode(), True
    yield (
        "charset.xml",
        ('<?xml version="1.0" encoding="utf-8"?>' + item(body.replace("newsml", "wrong charset é"), guid="charset")).encode("cp1252"),
        True,
    )
    yield "doctype.xml", NITF.replace("Two cranes", words("doctype")).replace("nw-2025-77", "doctype").encode(), True
    yield (
        "wide.xml",
        ('<?xml version="1.0" encoding="utf-16"?>' + item(body.replace("newsml", "wide xml"), guid="wide")).encode("utf-16"),
        True,
    )
    yield (
        "include.xml",
        item(
            body.replace("<p>", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/><p>').replace(
                "newsml", "include"
            ),
            guid="include",
        ).encode(),
        True,
    )
    yield "deep.xml", b"<newsItem>" + b"<a>" * 100_000, False
    yield "many.xml", b"<newsItem>" + b"<a/>" * 150_000 + b"</newsItem>", False
    yield "root.xml", b"<svg/>", False
    yield "words.xml", words("no xml").encode(), False


def _ninjs() -> Iterator[Entry]:
    base = {"uri": "urn:x:1", "versioncreated": "2025-02-13T08:00:00Z", "type": "text"}
    yield (
        "types.json",
        json.dumps({**base, "body_html": f"<p>{words('ninjs types')}</p>", "headline": {}, "subject": 5, "byline": [1]}).encode(),
        True,
    )
    yield "bodies.json", json.dumps({**base, "uri": "urn:x:2", "bodies": [5, {}, {"value": words("bodies")}]}).encode(), True
    yield (
        "script.json",
        json.dumps({**base, "uri": "urn:x:3", "body_xhtml": f"<p>{words('ninjs script')}</p><script>x()</script>"}).encode(),
        True,
    )
    yield "bomb.json", json.dumps({**base, "uri": "urn:x:4", "body_html": "<b></b>" * 50_000}).encode(), False
    yield "picture.json", json.dumps({**base, "uri": "urn:x:5", "type": "picture", "renditions": {}}).encode(), False


def _tables() -> Iterator[Entry]:
    yield "nul.csv", f'id,text\nn1,"{words("nul table")}"\n\0,\0\n'.encode(), True
    yield "ragged.csv", f'id,text\n1\n2,"{words("ragged")}",c,d,e\n,,,,\n'.encode(), True
    yield "quote.csv", f'id,text\nq1,"{words("quoted table")}"\nq2,"never closed\n'.encode() + b"x\n" * 2000, True
    yield "wide.csv", f'id,text\nw1,"{words("wide table")}"\n'.encode("utf-16"), True
    yield "latin.csv", f'id;text\nl1;"{words("latin table")} Zoë über Ærø"\n'.encode("cp1252"), True
    yield "head.csv", f'"id","text","text"\nh1,x,"{words("twice named")}"\n'.encode(), True
    yield "giant.csv", b"id,text\n1," + b"x" * 10_100_000, False
    yield "nohead.csv", words("no head").encode(), False
    yield "zip.csv", b"PK\x03\x04" + bytes(100), False
    yield "empty.csv", b"", False
    yield "head.parquet", b"PAR1" + bytes(100) + b"PAR1", False
    yield "words.parquet", words("no parquet").encode(), False
