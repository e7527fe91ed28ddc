"""A thing in a sentence where its quote has another of the same kind: a governor for a mayor, a flood for a fire."""

from rag.comparisons.concepts import Concept, concepts_in
from rag.comparisons.roles import turned_round
from rag.comparisons.statement import Difference, Statement


def compare_things(claim: Statement, quote: Statement) -> Difference | None:
    """The first word of the sentence whose thing the quote has not, while it has another that excludes it."""
    said, held = concepts_in(claim.text, claim.language), concepts_in(quote.text, quote.language)
    for concept, word in said.items():
        if concept.sign or concept.group == "synonyms" or concept in held:
            continue
        # opposites are weighed together with negations
        others = [other for other in held if other.group == concept.group and other not in said]
        if concept.group == "deals" and turned_round(claim, quote):
            continue
        if others and not _is_part_of(concept, others, held):
            return Difference("other_word", word)
    return None


def _is_part_of(concept: Concept, others: list[Concept], held: dict[Concept, str]) -> bool:
    """Whether the word for it in the quote may be read as this thing too: one word, two things."""
    return any(concept.name in held[other] for other in others)
