"""What happened, in order: one dated quote of each article, oldest first."""

import re
from collections.abc import Sequence

from rag.evidence import cite
from rag.notes import UNSURE
from rag.scored import Scored
from rag.types import Citation, Draft, Point
from rag.words import words_of
from vectorstore import Archive
from vectorstore.terms import WORD, fold

# on folded words: "what happened", "how did … develop", in four languages
_ASKS = re.compile(
    r"\b(?:what (?:has |have )?happen\w*|how (?:did|has|have|does|is) .*\b(?:develop\w*|evolv\w*|unfold\w*|chang\w*)|timeline|chronology"
    r"|was (?:ist |alles )?(?:geschah|geschehen|passiert\w*)|was ist .*\b(?:geschehen|passiert)|wie (?:hat"
    r"|haben) sich .*\bentwickel\w*|wie entwickel\w*|chronologie|ablauf"
    r"|que s est il passe|que s est passe|comment .*\b(?:evolu\w*|developp\w*|deroul\w*)|que (?:ha pasado|paso|ocurrio|ha ocurrido"
    r"|sucedio)"
    r"|como .*\b(?:evoluciona\w*|desarroll\w*)|cronologia)\b"
)
# they ask for the course, and no report has to hold them
_FORM = re.compile(
    r"happen\w*|develop\w*|evolv\w*|unfold\w*|timeline|chronolog\w*|geschah|geschehen|passiert\w*|entwickel\w*|ablauf|evolu\w*|deroul\w*|developp\w*"
    r"|passe|pasado|paso|ocurri\w*|sucedi\w*|desarroll\w*|cronologia"
)
MOST_POINTS = 6
# a sentence that tells of the same thing holds this much of the question's words of what the best one holds
SAME_MATTER = 0.6


def asks_for_timeline(question: str) -> bool:
    """Whether a question asks for a course of events.

    >>> [asks_for_timeline(text) for text in ("How did the strike develop?", "Was geschah in Tallau?", "Who won?")]
    [True, True, False]
    """
    return _ASKS.search(" ".join(words_of(question))) is not None


def subject_of(question: str) -> str:
    """The question without the words that only ask for a course of events; all of it when nothing else is left.

    >>> subject_of("How did the strike in Oldbury develop?")
    'How did the strike in Oldbury'
    """
    kept = [word for word in WORD.findall(question) if not _FORM.fullmatch(fold(word))]
    return " ".join(kept) or question


def write_timeline(archive: Archive, ranked: Sequence[Scored]) -> Draft | None:
    """The best sentence of each article on the matter, by the articles' dates; undated ones last. None for fewer than two.

    What opinion and satire tell is no event; where nothing else tells, there is no timeline.
    """
    if not ranked:
        return None
    found: dict[str, Citation] = {}
    for one in ranked:
        if (
            one.sentence.passage.metadata.get("genre") not in UNSURE
            and len(found) < MOST_POINTS
            and one.sentence.article_id not in found
            and _is_on_it(one, ranked[0])
        ):
            citation = cite(archive, one.sentence.passage, one.quoted)
            if citation is not None:
                found[one.sentence.article_id] = citation
    if len(found) < 2:
        return None
    quotes = sorted(
        found.values(), key=lambda citation: (citation.published is None, citation.published.seconds if citation.published else 0)
    )
    return Draft(quotes=tuple(quotes), points=tuple(Point(number, "event") for number in range(1, len(quotes) + 1)), form="timeline")


def _is_on_it(one: Scored, best: Scored) -> bool:
    return (
        one.likeness["around"] >= SAME_MATTER * best.likeness["around"]
        and one.likeness["held before"] >= 0.5 * best.likeness["held before"]
    )
