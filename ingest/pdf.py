"""Articles out of PDF files, with the extra `pdf`."""

import io
import logging
from dataclasses import replace

from ingest.clean import LONGEST_NAME, clean_line, clean_text
from ingest.errors import NotAnArticle, Unreadable
from ingest.language import find_language
from ingest.pages import Page, read_page
from ingest.paragraphs import split_paragraphs
from ingest.plain import make_article
from vectorstore import Article

# an article, not a book: some files of a few kB claim millions of pages
MOST_PAGES = 500


def read_pdf(data: bytes, name: str) -> Article:
    """The article of a PDF file, read like a pasted page.

    Raises:
        NotAnArticle: It holds next to no text: scanned pages, for example.
        Unreadable: It is damaged or locked, or pypdf is not installed.
    """
    try:
        import pypdf
    except ImportError as error:
        raise Unreadable(name, "reading PDF needs a package more: pip install 'newsdesk[pdf]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if not data.lstrip()[:5].startswith(b"%PDF"):
        raise Unreadable(name, "not a PDF file, whatever its name says")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(name, "a PDF file that is locked by a password")
        pages = [reader.pages[number].extract_text() for number in range(min(len(reader.pages), MOST_PAGES))]
        given = reader.metadata
        title, author = (given.title or "", given.author or "") if given else ("", "")
    except Unreadable:
        raise
    except Exception as error:  # pypdf lets errors of every kind out of damaged files
        raise Unreadable(name, f"a damaged PDF file ({type(error).__name__})") from error
    text = clean_text("\n\n".join(pages))
    if not text.strip():
        raise NotAnArticle(name, "a PDF file without text; scanned pages need text recognition first")
    language = find_language(text)
    page = read_page(split_paragraphs(text), language)
    return make_article(_add_metadata(page, title, author), language, name)


def _add_metadata(page: Page, title: str, author: str) -> Page:
    # the date of a PDF file is the day it was made, not of publication; titles like "Microsoft Word - x.doc" are file names
    good_title = clean_line(title) if " " in title.strip() and not title.lower().startswith("microsoft") else ""
    name = clean_line(author, LONGEST_NAME)
    return replace(page, title=page.title or good_title, authors=page.authors or ((name,) if " " in name else ()))
