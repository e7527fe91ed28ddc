"""Citations -> cards, one for each article, that open its text with the quotes marked."""

from dataclasses import dataclass
from typing import Literal

from chat.conversation import Conversation, Exchange
from chat.escape import escape_line
from chat.languages import language_attribute, language_name
from chat.markup import clean, write_spans
from chat.prose import card_id
from chat.reading import Quoted, describe_date, name_source, write_badges, write_footer, write_text, write_title
from chat.texts import say
from rag import Citation
from vectorstore import Archive, ArchiveError, ArticleNotFound

Order = Literal["best", "newest"]


@dataclass(frozen=True, slots=True)
class Card:
    """The citations of one version of an article, with their numbers."""

    citations: tuple[tuple[int, Citation], ...]

    @property
    def first(self) -> Citation:
        return self.citations[0][1]


def to_cards(archive: Archive, conversation: Conversation, language: str, order: Order = "best") -> str:
    """The cards of the last answer, and below them, folded, those of earlier ones."""
    answered = [(number, exchange) for number, exchange in enumerate(conversation, start=1) if exchange.ended]
    if not answered:
        return clean(_hint("evidence_empty", language))
    *earlier, (number, last) = answered
    groups = [_group(archive, number, last, language, order) or _hint("evidence_none", language)]
    groups += [_earlier(archive, place, exchange, language, order) for place, exchange in reversed(earlier)]
    return clean("".join(groups))


def group_citations(exchange: Exchange, order: Order) -> list[Card]:
    """A card for each article, best first as the answer has them, or newest first with undated last."""
    answer = exchange.answer
    if answer is None:
        return []
    groups: dict[tuple[str, int], list[tuple[int, Citation]]] = {}
    for number, citation in enumerate(answer.citations, start=1):
        groups.setdefault((citation.article_id, citation.version), []).append((number, citation))
    cards = [Card(tuple(group)) for group in groups.values()]
    if order == "newest":
        cards.sort(key=lambda card: -card.first.published.seconds if card.first.published else float("inf"))
    return cards


def _group(archive: Archive, number: int, exchange: Exchange, language: str, order: Order) -> str:
    return "".join(_card(archive, number, card, language) for card in group_citations(exchange, order))


def _earlier(archive: Archive, number: int, exchange: Exchange, language: str, order: Order) -> str:
    cards = _group(archive, number, exchange, language, order)
    if not cards:
        return ""
    return f'<details class="earlier"><summary><span dir="auto">{escape_line(exchange.question)}</span></summary>{cards}</details>'


def _card(archive: Archive, number: int, card: Card, language: str) -> str:
    citation = card.first
    tongue = language_attribute(citation.language)
    numbers = "".join(
        f'<span class="number" id="{card_id(number, place)}" aria-hidden="true">{place}</span>' for place, _ in card.citations
    )
    quotes = "".join(f'<span class="quote" dir="auto"{tongue}>“{escape_line(quote.quote)}”</span>' for _, quote in card.citations)
    badges, inside = _inside(archive, number, card, language)
    return (
        f'<details class="card"><summary><span class="numbers">{numbers}</span><span class="heading">'
        f'<span class="title" dir="auto"{tongue}>{write_title(citation.title, language)}</span>'
        f'<span class="facts">{_facts(citation, language)}{badges}</span>{quotes}</span></summary>{inside}</details>'
    )


def _facts(citation: Citation, language: str) -> str:
    facts = [
        name_source(citation.source, language),
        describe_date(citation.published, language),
        language_name(citation.language, language),
    ]
    if citation.version > 1:
        facts.append(say("version", language, number=citation.version))
    return write_spans(facts)


def _inside(archive: Archive, number: int, card: Card, language: str) -> tuple[str, str]:
    """Badges, and the text of the version that was cited, which may be gone by now."""
    citation = card.first
    try:
        version = archive.get_article(citation.article_id, citation.version)
        footer = write_footer(archive, version, language)
    except ArticleNotFound:
        return "", f'<p class="note">{escape_line(say("deleted", language))}</p>'
    except ArchiveError as error:
        return "", f'<p class="note">{escape_line(str(error))}</p>'
    text = version.article.text
    marks = [
        Quoted(card_id(number, place).replace("source", "quote"), quote.start, quote.end)
        for place, quote in card.citations
        if text[quote.start : quote.end] == quote.quote
    ]
    return write_badges(archive, version, language), write_text(version, marks, language) + footer


def _hint(name: str, language: str) -> str:
    return f'<p class="hint">{escape_line(say(name, language))}</p>'
