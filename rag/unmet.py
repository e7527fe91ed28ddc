"""Papers and languages to search in of which the archive holds nothing: misspelled, mostly."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from vectorstore import Archive, SearchFilter, fold

# names told where none is alike
MOST_NAMES = 10


def name_unmet(archive: Archive, limits: SearchFilter) -> Iterator[str]:
    """A line for each paper and language that no article is of, with those that may be meant."""
    sources = [source for source, _ in archive.count_sources() if source] if limits.sources else []
    folded = {fold(source) for source in sources}
    for source in limits.sources:
        if fold(source) not in folded:
            yield f"no article here is of {source!r}; {_offer(source, sources)}"
    languages = [code for code, _ in archive.count_languages() if code != "und"] if limits.languages else []
    for language in limits.languages:
        if language not in languages:
            yield f"no article here is in {language!r}; there are {', '.join(languages[:MOST_NAMES]) or 'none'}"


def _offer(source: str, sources: Sequence[str]) -> str:
    """The papers whose names are nearest, else those with most articles."""
    folded = {fold(name): name for name in sources}
    if near := get_close_matches(fold(source), folded, n=3):
        return f"is it {' or '.join(repr(folded[name]) for name in near)}?"
    return f"there are {', '.join(sources[:MOST_NAMES]) or 'none'}" + (" and others" if len(sources) > MOST_NAMES else "")
