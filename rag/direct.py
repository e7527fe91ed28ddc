"""The answer itself, in the words of a quote: the names, the number, the date. Empty unless it is certain."""

from datetime import date

from rag.amounts import ends_before, with_year
from rag.asked import asked_amount, asked_date, asked_names, with_first_day, with_unit
from rag.kinds import Kind
from rag.words import asks_ahead

# a longer list of names says that the quote is about more than the question
MOST_NAMES = 5


def direct_answer(kind: Kind, question: str, quote: str, language: str, published: date | None = None) -> tuple[str, ...]:
    """Parts of the quote, in order, which the question asks for and did not say; empty where that is not certain.

    Args:
        published: The quote's day: what was past then is not to come.

    >>> direct_answer("who", "Who won?", "Mira Kovac won, half a point ahead of Levan Abashidze.", "en")
    ('Mira Kovac',)
    """
    if kind == "who":
        names = tuple(dict.fromkeys(person.text for person in asked_names(question, quote, language)))
        return names if len(names) <= MOST_NAMES else ()
    if kind == "when":
        found = asked_date(question, quote, language)
        if found is None or (published and asks_ahead(question) and ends_before(with_year(found.value, published), published)):
            return ()
        return (with_first_day(question, quote, found),)
    if kind in ("how many", "how much"):
        amount = asked_amount(question, quote, language)
        return () if amount is None else (with_unit(quote, amount),)
    return ()
