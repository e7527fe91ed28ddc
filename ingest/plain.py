"""Articles out of plain text files."""

from ingest.addresses import host_name
from ingest.clean import clean_text
from ingest.errors import NotAnArticle
from ingest.language import find_language
from ingest.mentions import find_mentions
from ingest.pages import Page, read_page
from ingest.paragraphs import join_paragraphs, split_paragraphs
from vectorstore import Article
from vectorstore.addresses import clean_url

# a brief of one sentence is an article; a label or a test is not
FEWEST_CHARACTERS = 40
FEWEST_IDEOGRAPHS = 15


def read_plain(text: str, name: str) -> Article:
    """The article of a page that was pasted as text; `name` is what the reader calls the file.

    Raises:
        NotAnArticle: Nothing or next to nothing is left without page furniture.
    """
    text = clean_text(text)
    language = find_language(text)
    page = read_page(split_paragraphs(text), language)
    return make_article(page, language, name)


def make_article(page: Page, language: str, name: str) -> Article:
    """An article out of what a page shows."""
    body = join_paragraphs(list(page.body))
    fewest = FEWEST_CHARACTERS if body.isascii() or language not in ("zh", "ja", "ko", "th") else FEWEST_IDEOGRAPHS
    if len(body) < fewest:
        raise NotAnArticle(name, f"too short for an article: {len(body)} characters of text")
    url = clean_url(page.url)
    return Article(
        text=body,
        title=page.title,
        url=url,
        source=page.source or (host_name(url) if url else ""),
        language=language,
        authors=page.authors,
        section=page.section,
        published=page.published,
        updated=page.updated,
        mentioned=find_mentions(body, language, page.published),
    )
