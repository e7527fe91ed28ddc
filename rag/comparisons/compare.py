"""A sentence and its quote -> every difference that code can find."""

from collections.abc import Callable

from rag.comparisons.agents import compare_agents
from rag.comparisons.attribution import compare_attribution
from rag.comparisons.bindings import compare_bindings
from rag.comparisons.days import compare_days
from rag.comparisons.degrees import compare_degrees
from rag.comparisons.figures import compare_figures
from rag.comparisons.modality import compare_modality
from rag.comparisons.negation import compare_negation
from rag.comparisons.other_names import compare_names
from rag.comparisons.quantifiers import compare_quantifiers
from rag.comparisons.replaced import compare_words
from rag.comparisons.roles import compare_roles
from rag.comparisons.ruled_out import compare_ruled_out
from rag.comparisons.statement import Difference, Statement
from rag.comparisons.things import compare_things

# what a reader should be told first comes first
COMPARISONS: tuple[Callable[[Statement, Statement], Difference | None], ...] = (
    compare_figures,
    compare_days,
    compare_names,
    compare_negation,
    compare_things,
    compare_attribution,
    compare_modality,
    compare_roles,
    compare_bindings,
    compare_agents,
    compare_quantifiers,
    compare_degrees,
    compare_ruled_out,
    compare_words,
)


def differences(claim: Statement, quote: Statement) -> list[Difference]:
    """At most one of each kind; none when nothing in the sentence is against the quote."""
    found = (compare(claim, quote) for compare in COMPARISONS)
    return [difference for difference in found if difference is not None]
