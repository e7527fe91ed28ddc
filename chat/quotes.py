"""An answer of quotes -> HTML: the direct answer, then each quote with its origin; days in order, or accounts side by side."""

from chat.escape import escape, escape_line
from chat.languages import language_attribute
from chat.markup import write_spans
from chat.prose import write_inline, write_mark
from chat.texts import say
from rag import Answer, Citation, Placed, place_quotes, write_date, write_origin


def write_quotes(number: int, answer: Answer, language: str) -> str:
    """The quotes of the `number`th answer, in the form that its points have to each other."""
    placed = list(place_quotes(answer.citations, answer.points, answer.language))
    quotes = [_quote(number, one, answer.citations[one.point.number - 1], answer.language, language) for one in placed]
    if answer.form in ("timeline", "development", "holders") and len(quotes) > 1:
        return f'<ol class="timeline">{"".join(f"<li>{quote}</li>" for quote in quotes)}</ol>'
    if answer.form == "dispute" and len(quotes) > 1:
        # accounts that differ are read across, below what is said of all of them
        return f'<div class="dispute">{"".join(quotes)}</div>'
    return "".join(quotes)


def write_facts(answer: Answer, language: str) -> str:
    """As of when, from how many sources: the line above an answer; empty for silence."""
    if not answer.citations or answer.abstained:
        return ""
    dated = [citation.published for citation in answer.citations if citation.published is not None]
    facts = [say("fact_as_of", language, day=write_date(max(dated, key=lambda time: time.seconds), language))] if dated else []
    count = max([_sources(answer), *(point.sources for point in answer.points)])
    facts.append(say("fact_source", language) if count == 1 else say("fact_sources", language, count=count))
    if copies := sum(point.copies for point in answer.points):
        facts.append(say("fact_copies", language, count=copies))
    return f'<p class="facts">{write_spans(facts)}</p>'


def _sources(answer: Answer) -> int:
    # an article whose paper is not known counts by itself
    return len({citation.source or citation.article_id for citation in answer.citations})


def _quote(number: int, placed: Placed, citation: Citation, asked_in: str | None, language: str) -> str:
    tongue = language_attribute(citation.language)
    parts = [_head(head) for head in placed.heads]
    parts.append(f'<p class="words" dir="auto"{tongue}>“{escape_line(citation.quote)}”</p>')
    if citation.translation:
        label = escape_line(say("translation", language))
        parts.append(f'<p class="translation" dir="auto">{escape_line(citation.translation)} <span class="label">{label}</span></p>')
    if citation.suspicious:
        parts.append(f'<p class="warning">{escape_line(say("suspicious", language))}</p>')
    origin = escape_line(write_origin(citation, placed.point, asked_in or language))
    parts.append(f'<p class="origin">{origin} {write_mark(number, placed.point.number, language)}</p>')
    return f'<blockquote class="{escape(placed.point.standing)}">{"".join(parts)}</blockquote>'


def _head(head: str) -> str:
    """What a quote is there for, small, and below it the direct answer, which stands out."""
    before, _, direct = head.partition("**")
    label = before.strip().removesuffix(":")
    parts = [f"<span>{write_inline(label)}</span>" if label else ""]
    if direct:
        parts.append(f"<strong>{escape_line(direct.replace('**', ''))}</strong>")
    return f'<p class="head" dir="auto">{"".join(parts)}</p>'
