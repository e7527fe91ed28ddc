"""Newsletters out of e-mails and mailboxes."""

import base64
import io
import quopri

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.item import Item
from ingest.mail import LARGEST_MAIL_BYTES, read_mail, split_mailbox
from ingest.read import read_item
from vectorstore import Article

HARBOUR = (
    "The harbour of Kelmouth stays closed until Friday because the storm has torn two cranes from their rails. "
    "Captain Ida Brandt said on Tuesday that no ship would leave before the wind falls below force seven."
)
COUNCIL = (
    "The town council will vote on the new ferry contract next Monday. Mayor Tom Ellery asked for a second report on its "
    "costs, which have risen by a third since the spring, and promised to publish it before the vote."
)
PAGE = f"<html><body><h1>Morning brief</h1><p>{HARBOUR}</p><p>{COUNCIL}</p></body></html>"
HEAD = (
    "From: The Kelmouth Post <brief@kelmouth-post.example.org>\r\nTo: reader@reader.example\r\nSubject: Harbour closed until Friday\r\n"
    "Date: Thu, 13 Feb 2025 08:00:00 +0100\r\nMessage-ID: <brief-77@kelmouth-post.example.org>\r\nMIME-Version: 1.0\r\n"
)


def part(content: bytes | str, kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    body = content.encode() if isinstance(content, str) else content
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{more}\r\n".encode() + base64.encodebytes(body)


def multipart(kind: str, *parts: bytes, boundary: str = "b") -> bytes:
    body = b"".join(f"--{boundary}\r\n".encode() + each + b"\r\n" for each in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode() + body + f"--{boundary}--\r\n".encode()


def read(body: bytes, head: str = HEAD) -> Article:
    return read_mail(head.encode("utf-8", "surrogateescape") + body, "a.eml")


def test_a_newsletter_has_subject_sender_date_and_text() -> None:
    article = read(part(PAGE))
    assert article.text.endswith(f"{HARBOUR}\n\n{COUNCIL}")
    assert (article.title, article.source, article.key) == (
        "Harbour closed until Friday",
        "The Kelmouth Post",
        "brief-77@kelmouth-post.example.org",
    )
    assert article.published is not None
    assert (str(article.published), article.published.provenance) == ("2025-02-13T07:00:00Z", "given")
    assert (article.url, article.language, article.metadata["from"]) == (None, "en", "brief@kelmouth-post.example.org")


def test_a_newsletter_laid_out_in_tables_is_read_without_its_frame() -> None:
    rows = "".join(f"<tr><td style='padding:8px'><table><tr><td>{text}</td></tr></table></td></tr>" for text in (HARBOUR, COUNCIL))
    page = f"""<html><body><div style="display:none;max-height:0">Preheader that nobody sees in the letter itself</div>
      <table width="600"><tr><td><a href="https://x.example/v">View this email in your browser</a></td></tr>{rows}
      <tr><td>You are receiving this email because you signed up at our website.</td></tr>
      <tr><td><a href="https://x.example/u">Unsubscribe</a> from this list</td></tr></table></body></html>"""
    text = read(part(page)).text
    assert HARBOUR in text and COUNCIL in text
    for frame in ("Preheader", "browser", "receiving", "Unsubscribe"):
        assert frame not in text


def test_html_is_preferred_to_plain_text_and_nesting_does_not_matter() -> None:
    plain = part(HARBOUR + "\n\nThe plain text says so.", "text/plain; charset=utf-8")
    picture = part(b"\x89PNG", "image/png")
    inner = multipart("alternative", plain, multipart("related", part(PAGE), picture, boundary="r"), boundary="a")
    article = read(multipart("mixed", inner, part(b"%PDF", "application/pdf"), boundary="m"))
    assert COUNCIL in article.text and "plain text" not in article.text


def test_plain_text_stands_in_where_there_is_no_html_or_none_that_says_as_much() -> None:
    plain = part(f"{HARBOUR}\r\n\r\n{COUNCIL}", "text/plain; charset=utf-8")
    assert read(plain).text == f"{HARBOUR}\n\n{COUNCIL}"
    assert read(multipart("alternative", plain, part("<p>Read the letter in your browser.</p>"))).text == f"{HARBOUR}\n\n{COUNCIL}"


def test_long_links_between_words_go() -> None:
    body = f"View in your browser\n( https://click.example/x/y )\n\n{HARBOUR}\n\nMore: https://click.example/{'a' * 80}\n\n{COUNCIL}"
    text = read(part(body, "text/plain; charset=utf-8")).text
    assert "https://" not in text and HARBOUR in text and COUNCIL in text


def test_an_attachment_is_not_the_letter() -> None:
    attached = part(PAGE.replace("Kelmouth", "Elsewhere"), more="Content-Disposition: attachment; filename=a.html\r\n")
    assert "Elsewhere" not in read(multipart("mixed", attached, part(PAGE))).text


def test_a_forwarded_mail_gives_the_letter_in_it() -> None:
    inner = b"Content-Type: message/rfc822\r\n\r\n" + HEAD.encode() + part(PAGE)
    assert COUNCIL in read(multipart("mixed", inner)).text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16", "x-unknown", ""])
def test_every_usual_charset_is_read(charset: str) -> None:
    german = "Die Fähre über die Klarau fährt wieder, teilte die Stadtverwaltung von Klarenbrück am Dienstag mit. Fußgänger zahlen nichts."
    encoded = german.encode("cp1252" if charset in ("x-unknown", "") else charset)
    kind = f"text/plain; charset={charset}" if charset else "text/plain"
    assert read(part(encoded, kind)).text == german


def test_quoted_printable_and_bare_bytes_are_read() -> None:
    page = PAGE.replace("Kelmouth", "Kelmünd")
    head = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
    assert "Kelmünd" in read(f"{head}quoted-printable\r\n\r\n".encode() + quopri.encodestring(page.encode())).text
    assert "Kelmünd" in read(f"{head}8bit\r\n\r\n".encode() + page.encode()).text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?B?SMOkZmVu?= gesperrt", "Häfen gesperrt"),
        ("=?iso-8859-1?Q?H=E4fen_gesperrt?=", "Häfen gesperrt"),
        ("Häfen gesperrt", "Häfen gesperrt"),
        ("=?x-unknown?Q?abc?=", "abc"),
        ("=?utf-8?B?broken", "=?utf-8?B?broken"),
        ("a\r\n folded line", "a folded line"),
        ("x" * 5000, ""),
    ],
)
def test_a_subject_is_decoded_and_cut_down(subject: str, title: str) -> None:
    assert read(part(PAGE), HEAD.replace("Harbour closed until Friday", subject)).title.removeprefix("Morning brief") == title


def test_a_named_list_is_the_source_and_the_sender_its_author() -> None:
    article = read(part(PAGE), HEAD.replace("The Kelmouth Post", "Ida Brandt") + "List-Id: Harbour Notes <notes.lists.example.org>\r\n")
    assert (article.source, article.authors) == ("Harbour Notes", ("Ida Brandt",))
    numbered = read(part(PAGE), HEAD + "List-Id: 4711 mc list <4711.list-id.example.org>\r\n")
    assert (numbered.source, numbered.metadata["list_id"]) == ("The Kelmouth Post", "4711 mc list <4711.list-id.example.org>")


@pytest.mark.parametrize(
    ("archived", "url"), [("<https://paper.example.org/brief/77>", "https://paper.example.org/brief/77"), ("<javascript:alert(1)>", None)]
)
def test_only_a_web_address_is_the_address_of_a_letter(archived: str, url: str | None) -> None:
    page = PAGE.replace("<body>", "<head><link rel=canonical href='https://other.example.org/story/1'></head><body>")
    assert read(part(page), HEAD + f"Archived-At: {archived}\r\n").url == url


def test_a_date_that_cannot_be_is_none() -> None:
    for date in ("Thu, 13 Feb 2125 08:00:00 +0100", "never", "Thu, 01 Jan 1970 00:00:00 +0000"):
        assert read(part(PAGE), HEAD.replace("Thu, 13 Feb 2025 08:00:00 +0100", date)).published is None


def test_letters_without_an_id_are_told_apart_by_their_heads() -> None:
    bare = HEAD.replace("Message-ID: <brief-77@kelmouth-post.example.org>\r\n", "")
    assert read(part(PAGE), bare).key == read(part(PAGE), bare).key
    assert read(part(PAGE), bare).key != read(part(PAGE), bare.replace("13 Feb", "14 Feb")).key


NESTED = b"".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n'.encode() for n in range(3000))


@pytest.mark.parametrize(
    "body",
    [
        NESTED + part(PAGE),
        b"Content-Type: message/rfc822\r\n\r\n" * 3000 + part(PAGE),
        multipart("mixed", part(b"\x89PNG", "image/png")),
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"!" * 1000,
        b"Content-Type: multipart/mixed\r\n\r\n" + part(PAGE),
        b"Content-Type: text/html; charset=" + b"a" * 100_000 + b"\r\n\r\nshort",
        b"From: " + b"(" * 100_000 + b"\r\n\r\nshort",
        b"\r\n",
        b"",
    ],
)
def test_a_hostile_or_empty_mail_is_one_line(body: bytes) -> None:
    readings = list(read_item(Item("a.eml", "mail", HEAD.encode() + body, "/a.eml")))
    assert all(
        isinstance(reading, Article) or (isinstance(reading, IngestError) and "fault in the program" not in str(reading))
        for reading in readings
    )
    assert len(readings) == 1


@pytest.mark.parametrize("data", [b"just words, no head", b"\0" * 1000, b"<html><p>page</p>"])
def test_what_is_no_mail_is_one_line(data: bytes) -> None:
    with pytest.raises((Unreadable, NotAnArticle), match="e-mail"):
        read_mail(data, "a.eml")


def mailbox(*mails: bytes) -> bytes:
    return b"".join(b"From brief@example.org Thu Feb 13 08:00:00 2025\n" + mail.replace(b"\r\n", b"\n") + b"\n\n" for mail in mails)


def split(data: bytes) -> list[Item]:
    return list(split_mailbox(io.BytesIO(data), "a.mbox", "/a.mbox"))


def test_a_mailbox_gives_its_mails_one_by_one() -> None:
    first, second = split(mailbox(HEAD.encode() + part(PAGE), HEAD.encode() + b"\n>From here on all is quiet.\n"))
    assert (first.target, first.kind, second.target) == ("a.mbox#1", "mail", "a.mbox#2")
    assert COUNCIL in read_mail(first.data, "a").text
    assert b"\nFrom here on" in second.data


def test_a_line_that_begins_with_from_amid_a_text_parts_nothing() -> None:
    assert len(split(mailbox(HEAD.encode() + b"\nWords\nFrom here on all is quiet.\n"))) == 1


def test_of_a_huge_attachment_only_the_beginning_is_kept() -> None:
    huge = multipart("mixed", part(PAGE), part(bytes(12_000_000), "application/zip"))
    first, second = split(mailbox(HEAD.encode() + huge, HEAD.encode() + part(PAGE)))
    assert len(first.data) <= LARGEST_MAIL_BYTES + 1_000_000
    assert COUNCIL in read_mail(first.data, "a").text and COUNCIL in read_mail(second.data, "a").text


def test_what_is_no_mailbox_is_one_line() -> None:
    with pytest.raises(Unreadable, match="not a mailbox"):
        split(b"words\n")
