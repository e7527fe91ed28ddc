"""From an article to passages: whole sentences, packed to what the embedding model reads at once."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vectorstore import Article, PassageEmbeddings, Span, split_sentences

# longer passages blur: one vector stands for too many facts
MOST_TOKENS = 256
# a word without spaces is one unknown token to some models, however long it is
MOST_CHARACTERS = 2000
# special tokens at both ends, and joints that a tokenizer counts differently
SPARE_TOKENS = 6
JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a piece of one that is too long, with its size and whether a new paragraph begins with it."""

    span: Span
    tokens: int
    opens: bool


def split_article(article: Article, embeddings: PassageEmbeddings) -> list[Span]:
    """Passages in order: spans of `article.text`, without white space at their ends and without overlap.

    Every sentence is in exactly one passage. A passage ends with a paragraph where that leaves it at least half full.
    """
    budget = max(8, min(embeddings.max_tokens, MOST_TOKENS) - SPARE_TOKENS - _prompt_tokens(embeddings))
    units = _make_units(article, embeddings, budget)
    return list(_pack(units, budget))


def _make_units(article: Article, embeddings: PassageEmbeddings, budget: int) -> list[Unit]:
    text = article.text
    spans = [piece for span in split_sentences(text, article.language) for piece in _cut(text, span, MOST_CHARACTERS)]
    counts = embeddings.count_tokens([text[span.start : span.end] for span in spans])
    units: list[Unit] = []
    end = 0
    for span, tokens in zip(spans, counts, strict=True):
        unit = Unit(span, tokens, opens=not units or "\n\n" in text[end : span.start])
        end = span.end
        units += [unit] if tokens <= budget else _divide(text, unit, embeddings, budget)
    return units


def _divide(text: str, unit: Unit, embeddings: PassageEmbeddings, budget: int) -> list[Unit]:
    """Pieces of a unit, each within the budget; every round halves what is still too long."""
    pieces = [unit]
    while too_long := [piece for piece in pieces if _divisible(piece, budget)]:
        halves = [half for piece in too_long for half in _cut(text, piece.span, (piece.span.end - piece.span.start + 1) // 2)]
        counts = embeddings.count_tokens([text[span.start : span.end] for span in halves])
        kept = [piece for piece in pieces if not _divisible(piece, budget)]
        made = [Unit(span, tokens, opens=False) for span, tokens in zip(halves, counts, strict=True)]
        if len(made) == len(too_long):  # one letter with more marks than the budget
            break
        pieces = sorted(kept + made, key=lambda piece: piece.span.start)
    pieces[0] = replace(pieces[0], opens=unit.opens)
    return pieces


def _divisible(unit: Unit, budget: int) -> bool:
    return unit.tokens > budget and unit.span.end - unit.span.start > 1


def _cut(text: str, span: Span, longest: int) -> Iterator[Span]:
    """Pieces of at most `longest` characters, parted at white space where there is any, never inside a letter."""
    start, end = span
    while end - start > longest:
        at = max(text.rfind(blank, start + longest // 2, start + longest) for blank in " \n")
        if at < 0:
            at = _letter_start(text, start + longest, start)
        yield Span(start, len(text[start:at].rstrip()) + start)
        start = at + len(text[at:end]) - len(text[at:end].lstrip()) if text[at].isspace() else at
    if start < end:
        yield Span(start, end)


def _letter_start(text: str, at: int, start: int) -> int:
    """The nearest place before `at` where a letter with all its marks begins; `at` when there is none nearby."""
    for place in range(at, max(start, at - 64), -1):
        is_mark = unicodedata.category(text[place]).startswith("M") or text[place] in JOINERS or "\U0001f3fb" <= text[place] <= "\U0001f3ff"
        if not is_mark and text[place - 1] not in JOINERS:
            return place
    return at


def _pack(units: list[Unit], budget: int) -> Iterator[Span]:
    start = 0
    while start < len(units):
        end, tokens = start, 0
        while end < len(units) and (end == start or _fits(units, start, end, tokens, budget)):
            tokens += units[end].tokens
            end += 1
        if end < len(units):
            end = _last_paragraph_end(units, start, end, budget)
        yield Span(units[start].span.start, units[end - 1].span.end)
        start = end


def _fits(units: list[Unit], start: int, end: int, tokens: int, budget: int) -> bool:
    return tokens + units[end].tokens <= budget and units[end].span.end - units[start].span.start <= MOST_CHARACTERS


def _last_paragraph_end(units: list[Unit], start: int, end: int, budget: int) -> int:
    """Where the passage ends best: before the last paragraph that begins in its second half, else where it is full."""
    tokens = sum(unit.tokens for unit in units[start:end])
    for at in range(end, start, -1):
        if units[at].opens:
            return at
        tokens -= units[at - 1].tokens
        if tokens < budget // 2:
            break
    return end


def _prompt_tokens(embeddings: PassageEmbeddings) -> int:
    prompt = embeddings.identity.document_prompt
    return embeddings.count_tokens([prompt])[0] if prompt else 0
