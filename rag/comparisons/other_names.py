"""Names in a sentence that its quote does not have, whatever their spelling and ending."""

import re
from collections.abc import Sequence

from rag.comparisons.capitals import FIELDS, OPENERS
from rag.comparisons.concepts import concepts_in, places_in
from rag.comparisons.names import TOKEN, bare, follows_place_word, is_near, is_role, names_in, neighbour, starts, tokens_of
from rag.comparisons.spellings import alike, is_of_place, same_name
from rag.comparisons.statement import Difference, Statement, same_language
from rag.comparisons.translated import TRANSLATED
from vectorstore.concepts import is_known
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

# what begins like a noun that is made of a verb: Abschluss, Verzug, Rückstand
PREFIXED = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|ent|mit|nach|ruck|uber|unter|ver|vor|wider|zer|eigen|selbst)(?=\w{4})"
    r"|be(?:sitz|zug|wahr|ruf|reich|stand|fund|schluss|weg|handl|arbeit|kannt)|er(?:folg|mangel|wart|satz)"
    r"|ge(?:sprach|wahr|schaft|richt|richts)"
)

# words between a word of an institution's name and another: Agencia Federal de Redes
NEAR = 2


def compare_names(claim: Statement, quote: Statement) -> Difference | None:
    """The first name of the sentence that neither the quote nor what stands around it has; initials and titles do not count.

    What may be a noun or the first word of a sentence is told only where nothing else is, and is not decisive.
    """
    foreign = [name for name in names_in(claim) if not _is_held(name, claim, quote)]
    sure = next((name for name in foreign if _is_sure(name, claim, quote)), None)
    if sure:
        return Difference("other_name", sure)
    unsure = next((name for name in foreign if not _is_beside_known(name, claim, quote)), None)
    return _compare_places(claim, quote) or (Difference("other_name", unsure, decisive=False) if unsure else None)


def _is_beside_known(name: str, claim: Statement, quote: Statement) -> bool:
    """Whether a German noun stands in a row with what the quote has too, or with a word of our vocabulary: der Bruder Beñat."""
    tokens = list(TOKEN.finditer(claim.text))
    at = next(place for place, token in enumerate(tokens) if bare(token[0]) == name)
    beside = [one for step in (-1, 1) if (one := neighbour(tokens, at, step, claim.text))]
    return claim.language == "de" and any(
        concepts_in(one, "de") or any(same_name(one, token) for token in tokens_of(quote.text)) for one in beside
    )


def _is_held(name: str, claim: Statement, quote: Statement) -> bool:
    """Whether the quote or its article has the name, or what it means, or may have it in words of another language."""
    crosses = not same_language(claim, quote)
    meant, held = places_in(name, claim.language), tokens_of(quote.text)
    places = places_in(quote.text, quote.language) | places_in(quote.around, quote.language)
    said = concepts_in(claim.text, claim.language)
    if meant & places or any(concept.name in places and fold(name) in words.split() for concept, words in said.items()):
        return True
    if any(
        same_name(name, token) or is_of_place(name, token) or (crosses and alike(name, token))
        for token in (*held, *tokens_of(quote.around))
    ):
        return True
    if _is_short(name, quote.text, quote.language) or _is_short(name, quote.around, quote.language) or _is_of_short(name, claim, held):
        return True
    return crosses and (_is_translated(name, claim) or not (meant or _has_another(claim, quote)))


def _is_translated(name: str, claim: Statement) -> bool:
    """Whether it is a common word of such names, or any that the dictionary knows beside one: the Federal Network Agency."""
    if fold(name) in TRANSLATED or fold(name) in FIELDS:
        return True
    tokens = tokens_of(claim.text)
    at = tokens.index(name)
    beside = (token for token in tokens[max(0, at - NEAR) : at + NEAR + 1] if token[:1].isupper())
    return is_known(name, claim.language) and any(fold(token) in TRANSLATED for token in beside)


def _is_sure(name: str, claim: Statement, quote: Statement) -> bool:
    """Whether a word is a name for certain.

    One that begins a sentence may be any word in front of a name, and in German any noun may: they are names where they stand for
    the name that the quote has there.
    """
    tokens = list(TOKEN.finditer(claim.text))
    at = next(place for place, token in enumerate(tokens) if bare(token[0]) == name)
    before, after = neighbour(tokens, at, -1, claim.text), neighbour(tokens, at, 1, claim.text)
    if any(letter.isupper() for letter in name[1:]):
        return True
    if fold(name) in FIELDS:
        return any(token[:1].isupper() and fold(token) in FIELDS - {fold(name)} for token in tokens_of(quote.text))
    if claim.language != "de":
        return not starts(tokens[at], claim.text) or (after != "" and _replaces(after, 1, claim, quote))
    if is_role(name, "de"):
        return False
    # "in Hamburg", but "in Hamburg Stellen", "aus Mangel" and "nach Abschluss"
    if is_near(name, claim.text) or (follows_place_word(tokens, at) and not PREFIXED.match(fold(name))):
        return True
    return any(_replaces(one, side, claim, quote) for one, side in ((before, -1), (after, 1)) if one)


def _replaces(beside: str, side: int, claim: Statement, quote: Statement) -> bool:
    """Whether the quote has another name beside this one: Anna Roth in the sentence, Maria Roth in the quote."""
    tokens = list(TOKEN.finditer(quote.text))
    mine = tokens_of(claim.text)
    for at, token in enumerate(tokens):
        other = neighbour(tokens, at, -side, quote.text) if same_name(beside, bare(token[0])) else ""
        if other and not is_role(other, quote.language) and fold(other) not in OPENERS and not any(same_name(other, word) for word in mine):
            return True
    return False


def _is_short(name: str, text: str, language: str) -> bool:
    """Whether initials stand for capital words of a text: WHO, and EZB for the Europäische Zentralbank."""
    return _spelled_out(name, text, language) is not None


def _is_of_short(name: str, claim: Statement, held: Sequence[str]) -> bool:
    """Whether a name of the sentence is a word of what the quote calls by its initials."""
    spelled = (_spelled_out(token, claim.text, claim.language) for token in held)
    return any(found is not None and name in found for found in spelled)


def _spelled_out(name: str, text: str, language: str) -> str | None:
    if not (name.isupper() and 2 <= len(name) <= 6 and name.isalpha()):
        return None
    # small words lie between; a German compound has a letter within
    inside = r"|\w*{}\w+" if language == "de" else ""
    rest = "".join(rf"(?:[\s-](?:[a-zà-ÿ’']{{1,3}}\s?){{0,2}}{letter}\w+{inside.format(letter.lower())})" for letter in name[1:])
    found = re.search(rf"\b{name[0]}\w+?{rest}", text)
    return found[0] if found else None


def _compare_places(claim: Statement, quote: Statement) -> Difference | None:
    """Countries of more than one word, and adjectives, which German and Spanish write small."""
    held = places_in(quote.text, quote.language) | places_in(quote.around, quote.language)
    tokens = tokens_of(quote.text)
    for concept, words in concepts_in(claim.text, claim.language).items():
        if concept.group == "place" and concept.name not in held and not any(same_name(words, token) for token in tokens):
            return Difference("other_name", words)
    return None


def _has_another(claim: Statement, quote: Statement) -> bool:
    """Whether the quote, in another language, has a name that the sentence lacks, so that one may stand for the other.

    A name that is made of words is translated, and then neither text has the other's. German writes every noun like a name.
    """
    if quote.language == "de":
        return True
    mine, first = tokens_of(claim.text), tokens_of(quote.text)[:1]
    theirs = [name for name in (*names_in(quote), *first) if fold(name) not in TRANSLATED and fold(name) not in FUNCTION_WORDS]
    return any(not any(same_name(name, token) or alike(name, token) for token in mine) for name in theirs)
