"""Questions about how things stand now: of two passages that fit alike, the newer one is more likely still true."""

import math
import re
from collections.abc import Sequence

from langchain_core.documents import Document

from rag.types import Query
from vectorstore.terms import fold

# Who holds an office or leads, in the present tense, and whether something is so still. "Who won" and "what is a monsoon" ask for no state
# that changes. Folded, as the question is.
_STATE = re.compile(
    r"""
    \bwho\b.{0,40}?\b(?:is\ (?:the|now|currently)|leads|heads|chairs|runs|owns|governs|commands|holds|represents|coaches|succeeds)\b
    | \b(?:is|are|does|do)\b.*\b(?:still|currently|nowadays)\b | \bhow\ (?:many|much)\b.*\b(?:is|are)\b.*\b(?:now|currently)\b
    | \bwer\ (?:ist|leitet|fuhrt|regiert|besitzt|vertritt|trainiert|steht)\b(?!.*\bworden\b)
    | \b(?:ist|sind|hat|gilt)\b.*\b(?:noch|immer\ noch|derzeit|zurzeit)\b
    | \bqui\ (?:est|dirige|preside|gouverne|possede|represente|commande)\b | \b(?:est|sont|dirige)\b.*\b(?:encore|toujours|actuellement)\b
    | \bquien(?:es)?\ (?:es|dirige|lidera|preside|gobierna|representa|manda)\b
    | \b(?:es|esta|sigue|siguen)\b.*\b(?:todavia|aun|siendo|actualmente)\b
    """,
    re.VERBOSE,
)
# what the newest may gain on a passage that is older by many years, as a share of the question's weight: it parts near ties, no more
MOST = 0.05
# the age at which half of it is gone: about the term of what changes often
HALF_LIFE_SECONDS = 365 * 86_400
# what a passage must have of the best one's score to be about the same thing; what has less only shares a word with the question
RELEVANT = 0.5


def newest_first(passages: Sequence[Document]) -> list[Document]:
    """The passages that are about as relevant as the best, newest first and undated last, then the others as they were."""
    least = RELEVANT * max((passage.metadata["score"] for passage in passages), default=0.0)
    relevant = [passage for passage in passages if passage.metadata["score"] >= least]
    rest = [passage for passage in passages if passage.metadata["score"] < least]
    return sorted(relevant, key=lambda passage: -passage.metadata.get("published", float("-inf"))) + rest


def asks_for_now(query: Query) -> bool:
    """Whether a question asks how something stands now, and says no time of its own.

    >>> [asks_for_now(Query(text, text)) for text in ("Who leads the US delegation?", "Is the bridge still closed?", "Who won the race?")]
    [True, True, False]
    """
    return query.period is None and not query.filter.is_dated and _STATE.search(fold(query.question)) is not None


def prefer_recent(passages: Sequence[Document]) -> list[Document]:
    """The passages in order of score and, mildly, of publication; the undated count as the oldest of them."""
    dates = [passage.metadata["published"] for passage in passages if "published" in passage.metadata]
    if not dates:
        return list(passages)
    newest, oldest = max(dates), min(dates)

    def worth(passage: Document) -> float:
        age = float(newest - passage.metadata.get("published", oldest))
        return float(passage.metadata["score"] + MOST * math.exp2(-age / HALF_LIFE_SECONDS))

    return sorted(passages, key=lambda passage: -worth(passage))
