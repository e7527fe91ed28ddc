"""Of whose body a text tells: the US delegation is not the Russian one, nor the SPD's group the CDU's."""

import re
from collections.abc import Iterator, Sequence

from rag.comparisons.concepts import US, places_in
from rag.evidence import Sentence
from rag.matching import Word, match, terms_of, words_in
from rag.offices import asks_for_holder
from rag.officewords import LEADER
from rag.scored import Scored
from rag.standings import is_standing_word
from rag.titles import is_office_word, offices_in, shares_office
from rag.words import language_of
from vectorstore.terms import WORD, fold

# characters before a sentence that may name what it goes on about
AROUND = 200
# "delegation of the Ukraine", "Delegation aus Kiew", "délégation de la Russie": what stands behind says whose it is
_OF = re.compile(
    r"\s(?:of|from|for|der|des|von|vom|aus|de|du|d['’]|del)\s?(?:(?:the|la|las|los|les|el|den)\s|l['’])?(?P<whose>[^\W\d_]+(?: [^\W\d_]+)?)"
)
# the adjective follows in French and Spanish: "délégation russe"
_NEXT = re.compile(r"\s(?P<whose>[^\W\d_]+)")
_BEFORE = re.compile(r"(?P<whose>(?:[^\W\d_]+\s)?[^\W\d_]+)[\s-]\Z")


def keep_theirs(ranked: Sequence[Scored], question: str) -> list[Scored]:
    """Asked who leads a body of some land or party, the sentences that tell of no other's; none where only others are told of."""
    if not asks_for_holder(question):
        return list(ranked)
    office = offices_in(question) - {LEADER}
    ranked = [one for one in ranked if _may_name(office, one.sentence)] if office else ranked
    own = [one for one in ranked if not is_of_others(question, one.sentence.text, one.sentence.language)]
    told = len(own) == len(ranked) or any(_names_body(question, one) for one in own)
    return own if told else []


def _may_name(office: frozenset[str], sentence: Sentence) -> bool:
    """Whether a sentence, with its title and the one before, names the office asked for, or in a language whose words we lack anything."""
    if sentence.language not in ("en", "de", "fr", "es"):
        return True
    before = sentence.passage.page_content[max(0, sentence.span.start - AROUND) : sentence.span.start]
    told = offices_in(f"{sentence.passage.metadata['title']} {before} {sentence.text}")
    return LEADER in told or shares_office(office, told)


def is_of_others(question: str, sentence: str, language: str) -> bool:
    """Whether a sentence tells of a body that the question asks for, each time of another land's or party's.

    >>> is_of_others("Who leads the Russian delegation?", "The US delegation met theirs.", "en")
    True
    """
    asked_in = language_of(question) or language
    for head, asked in _heads(question, asked_in):
        told = [whose for word, whose in _each_word(sentence, language) if match(head, terms_of(word, language))]
        if asked and told and all(whose and whose.isdisjoint(asked) for whose in told):
            return True
    return False


def _heads(question: str, language: str) -> Iterator[tuple[Word, frozenset[str]]]:
    """The question's words that may be a body, with whose it is."""
    whose_by_word = dict(_each_word(question, language))
    for word in words_in(question):
        is_name = word.written[:1].isupper() and language != "de"
        if not (is_name or is_office_word(word.written) or is_standing_word(word.written) or places_in(word.written, language)):
            yield word, whose_by_word.get(word.written, frozenset())


def _names_body(question: str, one: Scored) -> bool:
    language = one.sentence.language
    terms = terms_of(one.sentence.text, language)
    return any(match(head, terms) for head, asked in _heads(question, language_of(question) or language) if asked)


def _each_word(text: str, language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each word of a text and by whom it is marked as theirs: lands by their names in our vocabulary, parties as they are written."""
    text = US.sub("USA", text)
    for found in WORD.finditer(text):
        before, of, following = _BEFORE.search(text[: found.start()]), _OF.match(text, found.end()), _NEXT.match(text, found.end())
        parts = [part["whose"] for part in (before, of, following if language in ("fr", "es") else None) if part]
        whose = {land for part in parts for land in places_in(part, language)}
        yield found[0], frozenset(whose | _party(text[: found.start()], language))


def _party(before: str, language: str) -> set[str]:
    """ "SPD" before "-Fraktion", "Labour" before " group"."""
    found = re.search(r"\b([A-ZÄÖÜ][\w]+)-\Z" if language == "de" else r"\b(?<!^)([A-Z]\w+) \Z", before)
    return {fold(found[1])} if found and language in ("de", "en") and not places_in(found[1], language) else set()
