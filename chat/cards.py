"""Citations -> cards that open the cited version's text with the quote marked."""

from collections.abc import Sequence

from chat.conversation import Conversation, Exchange
from chat.escape import escape, escape_line
from chat.languages import language_name
from chat.messages import card_id
from rag import Citation, write_date
from vectorstore import Archive, ArchiveError, ArticleNotFound, Provenance, Version
from vectorstore.addresses import clean_url

EMPTY = '<p class="hint">The articles that prove an answer appear here. Open one to read the quote where it stands.</p>'
NOTHING = '<p class="hint">No article stands behind this reply.</p>'
# a text is shown whole up to here; of a longer one this much before and after the quote
LONGEST_TEXT, AROUND_QUOTE = 40_000, 15_000

PROVENANCE: dict[Provenance, str] = {
    "json-ld": "Date from the page's own data",
    "meta": "Date from the page's own data",
    "feed": "Date from the feed",
    "url": "Date from the address",
    "byline": "Date from the byline",
    "given": "Date as given with the article",
    "text": "Date from the text",
    "file": "Date from the file",
}


def to_cards(archive: Archive, conversation: Conversation) -> str:
    """The cards of the last answer, and below them, folded, those of earlier ones."""
    answered = [(number, exchange) for number, exchange in enumerate(conversation, start=1) if exchange.ended]
    if not answered:
        return EMPTY
    *earlier, (number, last) = answered
    groups = [_group(archive, number, _citations(last)) or NOTHING]
    groups += [_earlier(archive, place, exchange) for place, exchange in reversed(earlier) if _citations(exchange)]
    return "".join(groups)


def _citations(exchange: Exchange) -> Sequence[Citation]:
    return exchange.answer.citations if exchange.answer is not None else ()


def _earlier(archive: Archive, number: int, exchange: Exchange) -> str:
    cards = _group(archive, number, _citations(exchange))
    return f'<details class="earlier"><summary><span dir="auto">{escape_line(exchange.question)}</span></summary>{cards}</details>'


def _group(archive: Archive, number: int, citations: Sequence[Citation]) -> str:
    return "".join(_card(archive, card_id(number, place), place, citation) for place, citation in enumerate(citations, start=1))


def _card(archive: Archive, name: str, place: int, citation: Citation) -> str:
    language = "" if citation.language == "und" else f' lang="{escape(citation.language)}"'
    return (
        f'<details class="card" id="{name}"><summary><span class="number" aria-hidden="true">{place}</span><span class="head">'
        f'<span class="title" dir="auto"{language}>{escape_line(citation.title) or "Without a title"}</span>'
        f'<span class="facts">{_facts(citation)}</span>'
        f'<span class="quote" dir="auto"{language}>“{escape_line(citation.quote)}”</span>'
        f"</span></summary>{_article(archive, citation, language)}</details>"
    )


def _facts(citation: Citation) -> str:
    facts = (citation.source or "source unknown", _date(citation), language_name(citation.language))
    return "".join(f"<span>{escape_line(fact)}</span>" for fact in facts if fact)


def _date(citation: Citation) -> str:
    return "date unknown" if citation.published is None else write_date(citation.published)


def _article(archive: Archive, citation: Citation, language: str) -> str:
    """The text of the version that was cited, which may be gone by now."""
    try:
        version = archive.get_article(citation.article_id, citation.version)
        current = archive.get_article(citation.article_id)
    except ArticleNotFound:
        return '<p class="note">This article has since been deleted from the archive.</p>'
    except ArchiveError as error:
        return f'<p class="note">{escape_line(str(error))}</p>'
    return (
        f'<div class="text" tabindex="0" role="region" aria-label="Text of the article" dir="auto"{language}>'
        f"{_marked(version.article.text, citation)}</div>"
        f'<p class="footer">{_footer(version, current, citation)}</p>'
    )


def _marked(text: str, citation: Citation) -> str:
    start, end = citation.start, citation.end
    if text[start:end] != citation.quote:
        return escape(text[:LONGEST_TEXT])
    first, last = 0, len(text)
    if len(text) > LONGEST_TEXT:
        first, last = max(0, start - AROUND_QUOTE), min(len(text), end + AROUND_QUOTE)
    before = ("… " if first else "") + text[first:start]
    after = text[end:last] + (" …" if last < len(text) else "")
    return f"{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}"


def _footer(version: Version, current: Version, citation: Citation) -> str:
    parts: list[str] = []
    if citation.published is not None:
        parts.append(PROVENANCE[citation.published.provenance])
    if version.number != current.number:
        parts.append(f"Version {version.number}; the article has changed since, to version {current.number}")
    elif current.number > 1:
        parts.append(f"Version {version.number}, the current one")
    lines = [escape_line(part) for part in parts]
    if link := clean_url(citation.url):
        lines.append(f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer nofollow">Open the original</a>')
    return "".join(f"<span>{line}</span>" for line in lines)
