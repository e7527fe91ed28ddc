"""Why? The reason often stands in a sentence after the one that tells what happened: it is quoted, too."""

from collections.abc import Sequence
from dataclasses import replace

from rag.comparisons.statement import Statement
from rag.comparisons.tellings import DENIED, is_told_by_someone
from rag.fitness import fits
from rag.scored import Scored
from vectorstore.later import compile_later

# sentences after the one that tells what happened
LOOKED_AT = 4
# "after only eight months", "over 300 people", "nach Angaben": no reasons
_WHILE = (
    r"\s(?:\d[\d.,]*|(?:[\w'’-]+\s){0,3}(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|stunden?|tag\w*|wochen?|monat\w*"
    r"|jahr\w*|minuten?|heures?|jours?|semaines?|mois|ans?|années?|horas?|días?|semanas?|mes(?:es)?|años?|angaben|informationen))\b"
)
# beside the words by which `fitness` knows a reason
_GROUND = compile_later(
    rf"(?i)\b(?:after(?!{_WHILE})|over(?!{_WHILE})|reasons?|blam\w+|nachdem|nach(?!{_WHILE})|um\b[^.;]*\bzu|grund|gründe"
    r"|begründ\w+|forc(?:ed|ing)|zwang(?:en)?|gezwungen|contrain\w+|forcé\w*|oblig\w+|forz\w+"
    rf"|après(?!{_WHILE})|raisons?|motifs?|tras(?!{_WHILE})|motivos?|razón|caus\w+|ursache)\b"
)


def with_reason(chosen: Sequence[Scored], ranked: Sequence[Scored], most: int) -> list[Scored]:
    """The sentences chosen for "why …?", and after the best, where it gives no reason, the one of its passage that seems to.

    One right behind it, or before, is joined to it, another is quoted by itself.
    """
    if not chosen or _gives_reason(chosen[0].quote):
        return list(chosen)
    best = chosen[0]
    end = best.quoted.end
    after = sorted((one for one in ranked if one.sentence.passage.id == best.sentence.passage.id), key=lambda one: one.sentence.span)
    following = [one for one in after if one.sentence.span.start >= end][:LOOKED_AT]
    # "Gusts forced the organisers to clear the stage. The concert was put off."
    before = [
        one for one in after if best.before is not None and one.sentence.span == best.before.span and _GROUND.search(one.sentence.text)
    ]
    if not following and not before:
        return list(chosen)
    language = best.sentence.language
    told = [one for one in following if fits("why", one.sentence.text, frozenset())]
    reason = [*told, *before, *(one for one in following if _explains(one.sentence.text, language)), *following][0]
    others = [one for one in chosen[1:] if reason.quote not in one.quote and one.quote not in reason.quote]
    if (reason in before or reason is following[0]) and best.joined is None and not best.quote.count("\n"):
        return [replace(best, joined=reason.sentence.span), *others][:most]
    return [best, reason, *others][:most]


def _gives_reason(quote: str) -> bool:
    return bool(fits("why", quote, frozenset())) or _GROUND.search(quote) is not None


def _explains(sentence: str, language: str) -> bool:
    """Whether somebody tells why in it."""
    known = language in DENIED
    return _GROUND.search(sentence) is not None or (known and is_told_by_someone(Statement(sentence, language)))
