"""Whose reports a question asks for: "according to the Guardian", "laut Reuters", "in German papers", "dans la presse française".

Only papers that the archive has, by their whole name or "the Courier", with words that make them the source, and only languages that it
is written in. A paper that is named otherwise, "who owns the Guardian?", "the BBC's director", limits nothing, nor does anything when a
second one is named so beside it: better to miss a limit than to invent one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.outletnames import QUOTES, WORD, Mention, find_mentions
from rag.outletwords import OUTLET_WORDS, OutletWords
from rag.words import FUNCTION_WORDS, language_of
from vectorstore import fold

# a question so long tells a story of which a paper vouches for a part
MOST_ASKED = 30
RELATIVES = frozenset("that which who whose where der die das welche welcher qui que dont où quien cuyo donde".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Outlets:
    """What a question limits to, as the archive writes it, and where its words stand.

    Attributes:
        sources: Names of sources; empty for no limit.
        languages: ISO 639-1 codes; empty for no limit.
        places: Start and end of the words in the question, in order.
    """

    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sources or self.languages)


def find_outlets(question: str, keyed: dict[str, tuple[str, ...]], languages: Sequence[str]) -> Outlets:
    """What a question limits to; without anything where it does not.

    Args:
        keyed: The archive's sources as `key_sources` gives them.
        languages: Those that the archive is written in.
    """
    # one form of apostrophe, so that "l’" and "d’" are found; the length stays
    text = question.replace("’", "'").replace("\u00a0", " ")
    if len(WORD.findall(text)) > MOST_ASKED:
        return Outlets()
    language = language_of(text)
    tables = [OUTLET_WORDS[language]] if language is not None and language in OUTLET_WORDS else list(OUTLET_WORDS.values())
    sources, places = _find_sources(text, language, keyed, tables)
    codes, spots = _find_languages(text, languages, tables)
    return Outlets(sources, codes, tuple(sorted({*places, *spots})))


def without_outlets(question: str, outlets: Outlets) -> str:
    """The question without the words that name papers and languages; whole when nothing of matter is left."""
    text = question
    for start, end in reversed(outlets.places):
        text = f"{text[:start].rstrip(' ,')} {text[end:].lstrip(' ,')}"
    text = re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()))
    return text if any(fold(word) not in FUNCTION_WORDS for word in WORD.findall(text)) else question


def _find_sources(
    text: str, language: str | None, keyed: dict[str, tuple[str, ...]], tables: Sequence[OutletWords]
) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    mentions = list(find_mentions(text, language, keyed))
    for table in tables:
        cued = [place for place in (_place(text, mention, table) for mention in mentions) if place]
        cued += _joined(text, mentions, cued, table)
        # a paper that is named beside those that are asked for may be what the question is about
        if mentions and len(cued) == len(mentions):
            names = dict.fromkeys(name for mention in mentions for name in mention.sources)
            return tuple(names), cued
    return (), []


def _place(text: str, mention: Mention, table: OutletWords) -> tuple[int, int] | None:
    """Where the words stand that make a mention the source; None when there are none."""
    head, tail = text[: mention.start], text[mention.end :]
    opened = head.rstrip(QUOTES.replace("'", "")) if head[-1:] in tuple(QUOTES) else head
    tail_read = tail[1:] if tail[:1] in tuple(QUOTES) and head[-1:] in tuple(QUOTES) else tail
    closed = mention.end + len(tail) - len(tail_read)
    for before, after in table.around:
        found = re.search(rf"(?:{before})$", opened, re.IGNORECASE)
        said = re.match(after, tail_read, re.IGNORECASE)
        if found and said and not re.search(r"\b(?:its|their)\b", tail_read):
            return mention.start, closed
    if re.match(table.after, tail_read, re.IGNORECASE):
        return mention.start, closed + len(re.match(table.after, tail_read, re.IGNORECASE)[0])  # type: ignore[index]
    found = re.search(rf"(?<!\w)(?:{table.before})$", opened, re.IGNORECASE)
    if found is None or not _ends(tail_read, table) or _is_aside(text[: found.start()], tail_read):
        return None
    return found.start(), closed


def _is_aside(head: str, tail: str) -> bool:
    """Whether a paper vouches for a clause alone: "Which firm, known for its lamps according to the Guardian, was sold?"."""
    clause = head.rpartition(",")[2].split()
    opened_before = "," in head and bool(clause) and bool(WORD.search(tail))
    # "the service that, according to …"
    words = WORD.findall(head)
    return opened_before or (len(words) > 1 and words[-1].lower() in RELATIVES)


def _joined(text: str, mentions: Sequence[Mention], cued: Sequence[tuple[int, int]], table: OutletWords) -> list[tuple[int, int]]:
    """Places of names that follow one which is a source, or a chain of them: "according to Reuters and the Guardian"."""
    ends = {end for _, end in cued}
    found: list[tuple[int, int]] = []
    for mention in mentions:
        join = re.search(rf"(?:{table.joins})$", text[: mention.start], re.IGNORECASE)
        if join and join.start() in ends and mention.end not in ends and _ends(text[mention.end :], table):
            found.append((join.start(), mention.end))
            ends.add(mention.end)
    return found


def _ends(tail: str, table: OutletWords) -> bool:
    """Whether a name is whole: nothing follows that would make it part of another, "the Guardian Council", "BBC director"."""
    if not tail.strip() or re.match(r"\s*[,;:?!)]|\.(?!\w)", tail):
        return True
    following = re.match(r"\s+([^\W_]+)", tail)
    if following is None or re.match(table.belongs, tail.lstrip(), re.IGNORECASE):
        return False
    word = following[1]
    german = table is OUTLET_WORDS["de"]
    return word.isdigit() or (word == word.lower() and (german or fold(word) in FUNCTION_WORDS))


def _find_languages(text: str, languages: Sequence[str], tables: Sequence[OutletWords]) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    for table in tables:
        of_press = re.search(rf"\b(?:{table.topics})\b", text, re.IGNORECASE) is not None
        for code in languages:
            if code not in table.adjectives:
                continue
            press = table.press.format(adjective=table.adjectives[code])
            reads = (table.surely,) if of_press else (table.surely, table.reads)
            for before, after in (*((one, "") for one in reads), *table.tells):
                found = re.search(rf"({before})({press})(?={after})" if after else rf"({before})({press})", text, re.IGNORECASE)
                if found:
                    start = found.start(1) if before in reads else found.start(2)
                    return (code,), [(start, found.end(2))]
    return (), []
