"""Newsletters: articles out of e-mails, and e-mails out of mailboxes."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from ingest.clean import LONGEST_NAME, clean_line
from ingest.dates import read_date
from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.files import decode_document
from ingest.html import read_html
from ingest.item import Item
from ingest.mailings import drop_mailing
from ingest.mentions import find_mentions
from ingest.paragraphs import join_paragraphs
from ingest.plain import read_plain
from vectorstore import Article
from vectorstore.addresses import clean_url

# the text of a newsletter stands at its beginning, attachments after it
LARGEST_MAIL_BYTES = 10_000_000
# Python's parser of addresses takes minutes for a long one that is made for it
LONGEST_HEADER = 2000
LONGEST_LINE_BYTES = 1_000_000
NO_BASE64 = re.compile("[^A-Za-z0-9+/]")
SEPARATOR = b"From "


def split_mailbox(file: BinaryIO, name: str, origin: str) -> Iterator[Item]:
    """The e-mails of an mbox file, one by one; of a large one its beginning, without most of its attachments.

    The standard library's `mailbox` reads the whole file first, and opens it for writing.
    """
    mail = bytearray()
    number, after_blank = 0, True
    while line := file.readline(LONGEST_LINE_BYTES):
        if after_blank and line.startswith(SEPARATOR):
            if mail.strip():
                yield Item(f"{name}#{number}", "mail", bytes(mail), f"{origin}#{number}")
            mail.clear()
            number += 1
        elif number and len(mail) < LARGEST_MAIL_BYTES:
            # a line of the text that looked like a separator was quoted
            mail += line[1:] if line.startswith(b">" + SEPARATOR) else line
        after_blank = line in (b"\n", b"\r\n")
    if mail.strip():
        yield Item(f"{name}#{number}", "mail", bytes(mail), f"{origin}#{number}")
    if number == 0:
        raise Unreadable(name, "not a mailbox: its first line does not begin with `From `")


def read_mail(data: bytes, name: str) -> Article:
    """The article of an e-mail: its HTML as a page shows it, else its plain text; its subject, sender and date.

    It is known by its Message-ID, so that the same mail out of two mailboxes is one article.

    Raises:
        NotAnArticle: It holds next to no text.
        Unreadable: It is no e-mail, or nested beyond all sense.
    """
    mail = _parse(data[:LARGEST_MAIL_BYTES], name)
    article = _read_body(mail, name)
    published = read_date(_header(mail, "Date"), "given", article.language) or article.published
    sender, address = parseaddr(_header(mail, "From"))
    mailing_list = clean_line(parseaddr(_header(mail, "List-Id"))[0], LONGEST_NAME)
    # many list names are numbers that a program gave
    list_name = "" if any(character.isdigit() for character in mailing_list) else mailing_list
    sender = clean_line(sender, LONGEST_NAME)
    rest = {"from": clean_line(address, LONGEST_NAME), "list_id": clean_line(_header(mail, "List-Id"), LONGEST_NAME)}
    return replace(
        article,
        title=clean_line(_header(mail, "Subject")) or article.title,
        # a page's own address is not that of the mail, which may only claim it
        url=clean_url(_header(mail, "Archived-At").strip(" <>")),
        key=_find_key(mail),
        source=list_name or sender or address.rpartition("@")[2],
        authors=(sender,) if list_name and sender and sender != list_name else (),
        published=published,
        updated=None,
        mentioned=find_mentions(article.text, article.language, published),
        metadata={key: value for key, value in rest.items() if value},
    )


def _parse(data: bytes, name: str) -> EmailMessage:
    try:
        mail = message_from_bytes(data, policy=policy.default)
    except (MessageError, ValueError, RecursionError, LookupError) as error:
        raise Unreadable(name, f"not an e-mail that can be read ({type(error).__name__})") from error
    if not _header(mail, "From") and not _header(mail, "Date") and not _header(mail, "Subject"):
        raise Unreadable(name, "not an e-mail: it has no subject, sender or date")
    return mail


def _header(mail: EmailMessage, name: str) -> str:
    """A header as text; empty where there is none, or none that can be read."""
    raw = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), "")
    if len(raw) > LONGEST_HEADER:
        return ""
    # letters that should have been encoded: UTF-8 today, Windows' Latin once
    written = str(raw).encode("utf-8", "surrogateescape")
    try:
        text = written.decode()
    except UnicodeDecodeError:
        text = written.decode("cp1252", "replace")
    try:
        return str(policy.default.header_fetch_parse(name, text))
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        # Python's parser of headers stumbles over some that are made for it
        return text


def _read_body(mail: EmailMessage, name: str) -> Article:
    """The better of the HTML and the plain text: HTML, unless most of the text is lost with its layout."""
    html, plain = _find_part(mail, "html"), _find_part(mail, "plain")
    shown = None
    if html is not None:
        try:
            shown = _without_mailing(read_html(_bytes(html), name, html.get_content_charset()), name)
        except IngestError:
            if plain is None:
                raise
    if plain is None:
        if shown is None:
            raise NotAnArticle(name, "an e-mail without text")
        return shown
    try:
        written = _without_mailing(read_plain(decode_document(_bytes(plain), name, plain.get_content_charset()), name), name)
    except IngestError:
        if shown is None:
            raise
        return shown
    return shown if shown is not None and len(shown.text) * 2 > len(written.text) else written


def _find_part(mail: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of a kind of text that is no attachment, outermost first, into mails that were forwarded whole."""
    parts = [part for part in mail.walk() if part.get_content_type() == f"text/{kind}" and not part.is_attachment()]
    return next((part for part in parts if isinstance(part, EmailMessage)), None)


def _bytes(part: EmailMessage) -> bytes:
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
        # cut off or broken, Python's own decoder gives it back undecoded
        letters = NO_BASE64.sub("", str(part.get_payload()))
        letters = letters[:-1] if len(letters) % 4 == 1 else letters
        return base64.b64decode(letters + "=" * (-len(letters) % 4))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _without_mailing(article: Article, name: str) -> Article:
    kept = drop_mailing(article.text.split("\n\n"))
    if not kept:
        raise NotAnArticle(name, "an e-mail of nothing but its frame")
    return replace(article, text=join_paragraphs(kept))


def _find_key(mail: EmailMessage) -> str:
    if given := clean_line(_header(mail, "Message-ID").strip(" <>")):
        return given
    told = "|".join(_header(mail, name) for name in ("Date", "From", "Subject"))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
