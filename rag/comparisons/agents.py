"""Who did it to whom, told in another voice: "X praised Y" against "X was praised by Y", "X sued Y" by the cases of German nouns."""

import re

from rag.comparisons.capitals import OPENERS
from rag.comparisons.concepts import concepts_in
from rag.comparisons.mentions import DAY_WORDS
from rag.comparisons.names import TOKEN
from rag.comparisons.spellings import alike, is_of_place, same_name
from rag.comparisons.statement import Difference, Statement, same_language
from rag.matching import COGNATE, match, terms_of, words_in
from vectorstore.terms import fold

# the participle, and who did it
PASSIVE = {
    "en": re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s)?(?P<did>\w+(?:ed|en|wn|t))\b[^.;,]*?\bby\b\s+(?P<by>[^.;,]+)"),
    "fr": re.compile(r"\b(?:été|est|sont|fut|était)\s+(?:\w+ment\s)?(?P<did>\w+[éiu]e?s?)\b[^.;,]*?\bpar\b\s+(?P<by>[^.;,]+)"),
    "es": re.compile(r"\b(?:fue|fueron|sido|es|son)\s+(?P<did>\w+(?:ad|id)[oa]s?)\b[^.;,]*?\bpor\b\s+(?P<by>[^.;,]+)"),
}
# Spanish says "a" before a name that something is done to: "venció a Chile"
AGAINST = re.compile(r"\b(?:against|gegen|contre|contra|(?-i:a(?= [A-ZÁÉÍÓÚÑ])))\b\s+(?P<whom>[^.;,]+)", re.IGNORECASE)
# who acts and who is acted on, by the article before a German noun
NOUN = re.compile(r"\b(?P<article>[Dd](?:er|ie|as|em|en))\s(?:[a-zäöüß]+\s)?(?P<noun>[A-ZÄÖÜ]\w+)")
ACTING, ACTED_ON = frozenset(("die", "das")), frozenset(("dem", "den"))
TURNED = re.compile(r"\b(?:von|vom|durch|wurden?|worden)\b")
# what stands behind the one who did it: when, where and why
BESIDE = re.compile(r"\s(?:on|in|at|after|over|during|for|dans|à|au|en|après|lors|pour|tras|durante)\s")
# l'Uruguay, d'Oxford
ELIDED = re.compile(r"^(?:[ldLD]|qu)['’](?=\w)")
ACTORS = frozenset(("institutions", "offices", "people"))


def compare_agents(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the one who acts by the sentence is acted on by the quote, and the other way round."""
    if (
        _turned_by_voice(claim, quote)
        or _turned_by_voice(quote, claim)
        or _against_each_other(claim, quote)
        or _turned_by_case(claim, quote)
    ):
        return Difference("other_roles")
    return None


def _turned_by_voice(passive: Statement, active: Statement) -> bool:
    """Whether the two whom the one text has in the passive voice stand in the same order in the other, which is active."""
    patterns = [PASSIVE.get(one.language) for one in (passive, active)]
    if patterns[0] is None or patterns[1] is None or patterns[1].search(active.text):
        return False
    found = patterns[0].search(passive.text)
    if found is None or not _does(found["did"], passive.language, active):
        return False
    patient = _first_actor(Statement(passive.text[: found.start()], passive.language), active)
    agent = _first_actor(Statement(BESIDE.split(found["by"])[0], passive.language), active)
    return patient is not None and agent is not None and patient < agent


def _does(did: str, language: str, other: Statement) -> bool:
    """Whether the other text has the same verb: a form of it, a cognate, or another word for it."""
    if set(concepts_in(did, language)) & set(concepts_in(other.text, other.language)):
        return True
    terms = terms_of(other.text, other.language)
    return any(match(word, terms) >= COGNATE for word in words_in(did))


def _first_actor(part: Statement, other: Statement) -> int | None:
    """Where in the other text the first name or office of a part stands; None where it has none of them."""
    tokens = [ELIDED.sub("", token) for token in TOKEN.findall(other.text)]
    bare = (ELIDED.sub("", token) for token in TOKEN.findall(part.text))
    names = [token for token in bare if token[:1].isupper() and len(token) > 2 and fold(token) not in OPENERS | DAY_WORDS]
    for name in names:
        for place, token in enumerate(tokens):
            if is_of_place(name, token) or (token[:1].isupper() and (same_name(name, token) or alike(name, token))):
                return place
    held = concepts_in(other.text, other.language)
    for concept in concepts_in(part.text, part.language):
        if concept.group in ACTORS and concept in held:
            word = held[concept].split()[0]
            return next((place for place, token in enumerate(tokens) if same_name(word, token)), None)
    return None


def _against_each_other(claim: Statement, quote: Statement) -> bool:
    """Whether whom the one text is against acts in the other, and the other way round."""
    mine, theirs = AGAINST.search(claim.text), AGAINST.search(quote.text)
    if mine is None or theirs is None:
        return False
    parts = [
        (Statement(mine["whom"], claim.language), Statement(quote.text[: theirs.start()], quote.language)),
        (Statement(theirs["whom"], quote.language), Statement(claim.text[: mine.start()], claim.language)),
    ]
    same = _first_actor(Statement(mine["whom"], claim.language), Statement(theirs["whom"], quote.language))
    return same is None and all(_first_actor(whom, acting) is not None for whom, acting in parts)


def _turned_by_case(claim: Statement, quote: Statement) -> bool:
    """ "Die Gewerkschaft warf dem Vorstand vor" against "der Vorstand warf der Gewerkschaft vor"."""
    if not same_language(claim, quote) or claim.language != "de" or TURNED.search(claim.text) or TURNED.search(quote.text):
        return False
    mine, theirs = ({found["noun"]: found["article"].lower() for found in NOUN.finditer(one.text)} for one in (claim, quote))
    shared = mine.keys() & theirs.keys()
    lowered = any(theirs[noun] in ACTING and mine[noun] == "der" for noun in shared)
    raised = any(theirs[noun] in ACTED_ON and mine[noun] == "der" for noun in shared)
    return lowered and raised
