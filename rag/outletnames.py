"""The names of papers: by which words the archive's sources are known, and where a question says them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.outletwords import ARTICLES, EVERYBODY, GERMAN_NOUNS, TITLES
from vectorstore import fold

WORD = re.compile(r"[^\W_]+")
# nobody asks by a longer name, and shorter ones stand in too many words' places
MOST_WORDS, SHORTEST = 8, 2
DOMAIN = re.compile(r"(?:www\.)?([\w-]{4,})(?:\.[a-z]{2,3})?\.[a-z]{2,6}", re.IGNORECASE)
QUOTES = "\"'“”„«»‚‘’"


@dataclass(frozen=True, slots=True)
class Mention:
    """A paper's name in a question, with its article; `end` is past it, `sources` are those of that name."""

    start: int
    end: int
    key: str
    sources: tuple[str, ...]


def key_sources(sources: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The archive's sources by the words of their names, folded, without an article at the front; a site also by its domain's, and a
    paper by the one of TITLES that no other has.

    >>> key_sources(["The Guardian", "theguardian.com", "guardian", ""])
    {'guardian': ('The Guardian', 'theguardian.com', 'guardian'), 'theguardian com': ('theguardian.com',)}
    """
    keyed: dict[str, list[str]] = {}
    for source in sources:
        for key in dict.fromkeys(_keys_of(source)):
            if len(key) >= SHORTEST:
                keyed.setdefault(key, []).append(source)
    titled: dict[str, list[str]] = {}
    for source in sources:
        for title in TITLES.intersection(fold(word) for word in WORD.findall(source)):
            titled.setdefault(title, []).append(source)
    short = {title: tuple(found) for title, found in titled.items() if len(found) == 1 and title not in keyed}
    return short | {key: tuple(names) for key, names in keyed.items()}


def find_mentions(text: str, language: str | None, keyed: dict[str, tuple[str, ...]]) -> Iterator[Mention]:
    """Names of papers, the longest at each place."""
    words = list(WORD.finditer(text))
    # whoever writes no capitals at all writes none in names; in French and Spanish they alone tell "Le Monde" from the world
    small = text == text.lower() and language not in ("fr", "es")
    at = 0
    while at < len(words):
        for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
            part = words[at : at + length]
            key = " ".join(fold(word[0]) for word in part)
            if key in keyed and _is_name(text, part, key, language, small):
                has_article = at > 0 and words[at - 1][0].lower() in ARTICLES and part[0].start() - words[at - 1].end() == 1
                if not has_article and key in TITLES and key not in set().union(*map(_keys_of, keyed[key])):
                    continue
                first = at - 1 if has_article else at
                yield Mention(words[first].start(), part[-1].end(), key, keyed[key])
                at += length
                break
        else:
            at += 1


def _is_name(text: str, words: Sequence[re.Match[str]], key: str, language: str | None, small: bool) -> bool:
    start, end = words[0].start(), words[-1].end()
    quoted = text[start - 1 : start] in tuple(QUOTES) and text[end : end + 1] in tuple(QUOTES)
    before = WORD.findall(text[:start])[-1:] or [""]
    titled = before[0].lower() in ARTICLES and before[0][:1].isupper() and len(WORD.findall(text[:start])) > 1
    if key in EVERYBODY:
        return quoted or titled
    if key in GERMAN_NOUNS and language in ("de", None):
        return quoted or titled or before[0].lower() == "laut"
    return words[0][0] != words[0][0].lower() or words[0][0].upper() == words[0][0].lower() or small


def _keys_of(source: str) -> Iterator[str]:
    words = fold(source).replace("'", " ")
    yield _bare(" ".join(WORD.findall(words)))
    site = DOMAIN.fullmatch(source.strip())
    if site:
        name = fold(site[1]).replace("-", " ")
        yield name[3:] if name.startswith("the") and len(name) > 7 else name


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in ARTICLES and rest else name
