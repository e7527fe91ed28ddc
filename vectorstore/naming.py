"""The papers that a question names: "according to The Verge", "laut Hafenblatt"."""

import re
from collections.abc import Iterable

# shorter names stand in too many words' places
SHORTEST = 3


def named_sources(question: str, sources: Iterable[str]) -> list[str]:
    """Those of the sources whose whole name stands in the question, written as the source writes it.

    Capital letters count: "the age of the ferry" names no paper, "The Age" does.

    >>> named_sources("Did The Age and TechCrunch agree?", ["The Age", "TechCrunch", "Age of Sail", "Wired"])
    ['The Age', 'TechCrunch']
    """
    # a pattern is made only for a name that is there at all
    there = (source for source in sources if len(source) >= SHORTEST and source in question)
    return [source for source in there if re.search(rf"(?<!\w){re.escape(source)}(?!\w)", question)]
