"""Which of the ranked sentences are quoted: the best, what is nearly as likely, and what confirms it."""

from collections.abc import Sequence
from dataclasses import replace

from rag.matching import Word
from rag.scored import Scored

# a sentence this much less likely is not quoted: half a keeps .959 of what all three would hold, in two quotes instead of three
WORTH_QUOTING = 4.0
# One that leans on a sentence quoted already is said in the same quote when it is hardly less likely: "She was elected in May. She is
# the first woman …". On half a the first quote then holds the answer in .885 / .833 instead of .832 / .800, for eight words more.
WORTH_JOINING = 3.0
# another article is quoted beside it when its sentence holds nearly as much of the question's words, which is what confirms
WORTH_CONFIRMING, NEARLY_HELD = 7.0, 0.75


def choose_sentences(ranked: Sequence[Scored], words: Sequence[Word], most: int) -> list[Scored]:
    """The best, and others nearly as likely; a copied sentence, and one that a quote holds already, counts once.

    One whose quote reaches into another's is quoted in one piece with it, or not at all.

    One of another article also holds the rarest word of the question that the best one holds: what they share is what was asked.
    """
    if not ranked:
        return []
    needed = rarest(ranked[0], words)
    chosen: list[Scored] = []
    for one in ranked:
        if not is_worth_quoting(one, ranked[0], needed):
            continue
        place = next((place for place, other in enumerate(chosen) if _repeats(one, other)), None)
        if place is None:
            chosen.append(one)
        elif _is_joined(one, chosen[place]):
            chosen[place] = replace(chosen[place], joined=one.quoted)
    return chosen[:most]


def rarest(best: Scored, words: Sequence[Word]) -> set[str]:
    """The rarest words of the question that a sentence holds."""
    held = [word for word in words if word.written in best.words]
    most = max((word.weight for word in held), default=0.0)
    return {word.written for word in held if word.weight == most}


def is_worth_quoting(one: Scored, best: Scored, needed: set[str]) -> bool:
    """Whether a sentence is nearly as likely as the best one, or confirms it; `needed` as `rarest` gives them."""
    behind = best.score - one.score
    if one.sentence.article_id == best.sentence.article_id:
        return behind <= WORTH_QUOTING
    confirms = behind <= WORTH_CONFIRMING and one.likeness["held before"] >= NEARLY_HELD * best.likeness["held before"]
    return (behind <= WORTH_QUOTING or confirms) and (not needed or not needed.isdisjoint(one.words))


def _repeats(one: Scored, other: Scored) -> bool:
    return one.quote in other.quote or other.quote in one.quote or _overlap(one, other)


def _overlap(one: Scored, other: Scored) -> bool:
    same = one.sentence.passage.id == other.sentence.passage.id
    return same and one.quoted.start < other.quoted.end and other.quoted.start < one.quoted.end


def _is_joined(one: Scored, other: Scored) -> bool:
    """Whether a sentence goes into the quote of one that is nearly as likely; once, so that a quote stays short."""
    return _overlap(one, other) and one.quote not in other.quote and other.joined is None and other.score - one.score <= WORTH_JOINING
