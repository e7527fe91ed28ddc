"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator

from vectorstore.abbreviations import goes_on
from vectorstore.article import Article, Span

# sentencex does not end a paragraph at "\n \n"; a paragraph is also the widest reach of a quotation mark that never closes
PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*)*")
# sentencex compares every pair of quotation marks of what it is given: 100,000 in one paragraph take seconds
LONGEST_PARAGRAPH = 20_000


def split_sentences(text: str, language: str = "und") -> list[Span]:
    """Sentences in order, without the white space around them; together they hold every other character.

    `language` is an ISO 639-1 code; its abbreviations do not end a sentence. One that is not known is read by English rules.

    >>> [(span.start, span.end) for span in split_sentences("Dr. No left. He ran.", "en")]
    [(0, 12), (13, 20)]
    """
    code = _known(language)
    spans: list[Span] = []
    for offset, paragraph in _paragraphs(text):
        within: list[Span] = []
        for span in _cut(code, text, offset, paragraph):
            if within and goes_on(text, within[-1].start, within[-1].end, span.start, code):
                span = Span(within.pop().start, span.end)
            within.append(span)
        spans += within
    return spans


def read_sentences(article: Article) -> list[str]:
    """Those of its text, in order."""
    return [article.text[span.start : span.end] for span in split_sentences(article.text, article.language)]


def _cut(code: str, text: str, offset: int, paragraph: str) -> Iterator[Span]:
    """What sentencex makes of a paragraph that begins at `offset`."""
    import sentencex

    for found in sentencex.get_sentence_boundaries(code, paragraph):
        start, end = offset + found["start_index"], offset + found["end_index"]
        stretch = text[start:end]
        if stretch.strip():
            yield Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for found in PARAGRAPH.finditer(text):
        for at in range(found.start(), found.end(), LONGEST_PARAGRAPH):
            yield at, text[at : min(at + LONGEST_PARAGRAPH, found.end())]


def _known(language: str) -> str:
    # "und", "", "zh-Hant" and what a file's author typed: sentencex wants a code of letters
    code = language.split("-")[0].lower()
    return code if code.isalpha() and code.isascii() and code != "und" else "en"
