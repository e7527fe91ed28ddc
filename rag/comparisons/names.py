"""Names in a sentence that its quote does not have, whatever their spelling and ending."""

import re
from collections.abc import Iterator, Sequence

from rag.comparisons.capitals import FIELDS, OPENERS, ROLE_ENDINGS, STATE, TITLES
from rag.comparisons.concepts import LANGUAGES, concepts_in
from rag.comparisons.mentions import DAY_WORDS
from rag.comparisons.numberwords import number_words
from rag.comparisons.spellings import alike, is_of_place, same_name
from rag.comparisons.statement import Difference, Statement, same_language
from rag.comparisons.translated import TRANSLATED
from rag.comparisons.units import unit_after
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+")
OWNED = re.compile(r"['’]s?$")
# l'Allemagne, d'Oxford, jusqu'Arles
ELIDED = re.compile(r"^(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)", re.IGNORECASE)
# Asked, Leading and Recently stand in front of names
PARTICIPLE = re.compile(r"(?:ing|ed|ly)$")
ROMAN = re.compile(r"[IVXL]+")
ROUND = re.compile(r"mill\w+|billion\w*|trillion\w*|mio|mrd|tausend\w*|hundert\w*|dutzend\w*|prozent\w*")
# German nouns that no name ends in, and those that stand without an article behind a preposition
NOUN = re.compile(
    r".(?:ung|heit|keit|schaft|tion|ismus|nis|tat|ungen|heiten|keiten|schaften|tionen)$|^(?:folge|haft|kraft|zukunft|gefahr|angaben|sicht"
    r"|ansicht|anspruch|betrieb|frage|not|betracht|rente|teilen|kurze|bedarf|hause|zeiten|fallen|grund|beginn|ende|anfang|mitte)$"
)
# what begins like a noun that is made of a verb: Abschluss, Verzug, Rückstand
PREFIXED = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|ent|mit|nach|ruck|uber|unter|ver|vor|wider|zer|eigen|selbst)(?=\w{4})"
    r"|be(?:sitz|zug|wahr|ruf|reich|stand|fund|schluss|weg|handl|arbeit|kannt)|er(?:folg|mangel|wart|satz)|ge(?:sprach|wahr|schaft|richt|richts)"
)
# a place stands behind these; with an article behind them a noun does
PLACE_WORDS = frozenset(("in", "aus", "nach", "bei"))
NEAR_PLACE = r"\b(?:unweit|nahe|nähe|(?:nörd|süd|öst|west)lich|außerhalb)\s(?:von\s)?"


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
    at = next(place for place, token in enumerate(tokens) if _bare(token[0]) == name)
    beside = [one for step in (-1, 1) if (one := _neighbour(tokens, at, step, claim.text))]
    return claim.language == "de" and any(
        concepts_in(one, "de") or any(same_name(one, token) for token in tokens_of(quote.text)) for one in beside
    )


def _is_held(name: str, claim: Statement, quote: Statement) -> bool:
    """Whether the quote or its article has the name, or what it means, or may have it in words of another language."""
    crosses = not same_language(claim, quote)
    meant, held = _places(name, claim.language), tokens_of(quote.text)
    places = _places(quote.text, quote.language) | _places(quote.around, quote.language)
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
    return crosses and (fold(name) in TRANSLATED or fold(name) in FIELDS or not (meant or _has_another(claim, quote)))


def _is_sure(name: str, claim: Statement, quote: Statement) -> bool:
    """Whether a word is a name for certain.

    One that begins a sentence may be any word in front of a name, and in German any noun may: they are names where they stand for
    the name that the quote has there.
    """
    tokens = list(TOKEN.finditer(claim.text))
    at = next(place for place, token in enumerate(tokens) if _bare(token[0]) == name)
    before, after = _neighbour(tokens, at, -1, claim.text), _neighbour(tokens, at, 1, claim.text)
    if any(letter.isupper() for letter in name[1:]):
        return True
    if fold(name) in FIELDS:
        return any(token[:1].isupper() and fold(token) in FIELDS - {fold(name)} for token in tokens_of(quote.text))
    if claim.language != "de":
        return not _starts(tokens[at], claim.text) or (after != "" and _replaces(after, 1, claim, quote))
    if _is_role(name, "de"):
        return False
    # "in Hamburg", but "in Hamburg Stellen", "aus Mangel" and "nach Abschluss"
    if _is_near(name, claim.text) or (_follows_place_word(tokens, at) and not PREFIXED.match(fold(name))):
        return True
    return any(_replaces(one, side, claim, quote) for one, side in ((before, -1), (after, 1)) if one)


def _is_role(word: str, language: str) -> bool:
    return re.fullmatch(rf"\w*{ROLE_ENDINGS.get(language, '-')}", fold(word)) is not None


def _neighbour(tokens: Sequence[re.Match[str]], at: int, step: int, text: str) -> str:
    """The capital word right beside a word, with nothing but a blank or a hyphen between; empty where there is none."""
    if not 0 <= at + step < len(tokens):
        return ""
    first, second = sorted((tokens[at], tokens[at + step]), key=lambda token: token.start())
    word = _bare(tokens[at + step][0])
    return word if word[:1].isupper() and text[first.end() : second.start()] in (" ", "-", "\u00a0") else ""


def _replaces(beside: str, side: int, claim: Statement, quote: Statement) -> bool:
    """Whether the quote has another name beside this one: Anna Roth in the sentence, Maria Roth in the quote."""
    tokens = list(TOKEN.finditer(quote.text))
    mine = tokens_of(claim.text)
    for at, token in enumerate(tokens):
        other = _neighbour(tokens, at, -side, quote.text) if same_name(beside, _bare(token[0])) else ""
        if (
            other
            and not _is_role(other, quote.language)
            and fold(other) not in OPENERS
            and not any(same_name(other, word) for word in mine)
        ):
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


def tokens_of(text: str) -> list[str]:
    """Its words, without the ending of a possessive and an article that is written to them."""
    return [_bare(token) for token in TOKEN.findall(text)]


def _bare(token: str) -> str:
    """Putin of Putin's, Allemagne of l'Allemagne."""
    return ELIDED.sub("", OWNED.sub("", token))


def _compare_places(claim: Statement, quote: Statement) -> Difference | None:
    """Countries of more than one word, and adjectives, which German and Spanish write small."""
    held = _places(quote.text, quote.language) | _places(quote.around, quote.language)
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


def names_in(claim: Statement) -> Iterator[str]:
    """The words of a sentence that are names, each once; in German only those that stand as a noun does not."""
    tokens = list(TOKEN.finditer(claim.text))
    # words of our vocabulary, offices and institutions, are compared as such; so are units and numbers
    seen = {
        word
        for concept, words in concepts_in(claim.text, claim.language).items()
        if concept.group not in ("place", "synonyms")
        for word in words.split()
    }
    for place, found in enumerate(tokens):
        word = _bare(found[0])
        if fold(word) not in seen and _is_name(word, place, tokens, claim):
            seen.add(fold(word))
            yield word


def _is_name(word: str, at: int, tokens: Sequence[re.Match[str]], claim: Statement) -> bool:
    folded = fold(word)
    # McKay and BBC are names wherever they stand
    if not word[:1].isupper() or len(word) < 2 or folded in DAY_WORDS or folded in TITLES | STATE:
        return False
    if ROMAN.fullmatch(word):
        return False
    if any(letter.isupper() for letter in word[1:]):
        return True
    before = _bare(tokens[at - 1][0]) if at else ""
    if folded in FUNCTION_WORDS or counts(folded) or (claim.language == "de" and (counts(fold(before)) or NOUN.search(folded))):
        return False
    starts = _starts(tokens[at], claim.text)
    if claim.language == "de":
        return not starts and _is_german_name(word, at, tokens, claim.text)
    return not starts or (folded not in OPENERS and not PARTICIPLE.search(folded) and _is_run(_neighbour(tokens, at, 1, claim.text)))


def _is_german_name(word: str, at: int, tokens: Sequence[re.Match[str]], text: str) -> bool:
    """Behind a word for a place, or in a row of capitals: "seit Januar Leiterin" names nobody, "die Colne-Ebene" a plain."""
    before, after = _neighbour(tokens, at, -1, text), _neighbour(tokens, at, 1, text)
    if before and text[tokens[at].start() - 1] == "-":
        return False
    if after and not before and _is_role(word, "de"):
        return False
    in_a_row = (_is_run(before) and not _starts_with_opener(tokens, at, text)) or _is_run(after)
    # a plural of the third case is no place
    return in_a_row or _is_near(word, text) or (_follows_place_word(tokens, at) and not word.endswith("en"))


def _is_near(word: str, text: str) -> bool:
    """Whether something lies near it, or north of it."""
    return re.search(rf"{NEAR_PLACE}{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _follows_place_word(tokens: Sequence[re.Match[str]], at: int) -> bool:
    return at > 0 and tokens[at - 1][0].lower() in PLACE_WORDS


def _starts(token: re.Match[str], text: str) -> bool:
    """Whether a sentence or a quotation begins with it; behind the point of a title or of initials none does."""
    short = re.search(r"(\w+)\.\s*$", text[: token.start()])
    if short and (len(short[1]) == 1 or fold(short[1]) in TITLES):
        return False
    return re.search(r"(?:^|[.!?:“„«\"–—]\s*)[^\w]*$", text[: token.start()]) is not None


def _starts_with_opener(tokens: Sequence[re.Match[str]], at: int, text: str) -> bool:
    return at > 0 and _starts(tokens[at - 1], text) and fold(tokens[at - 1][0]) in OPENERS


def _is_run(beside: str) -> bool:
    """Whether two capitals in a row are parts of one name."""
    return bool(beside) and fold(beside) not in OPENERS and fold(beside) not in DAY_WORDS


def counts(word: str) -> bool:
    """Whether it is a unit or a round number: two Millionen Menschen are no name."""
    if unit_after(word, 0) is not None or ROUND.fullmatch(word):
        return True
    return any(pattern.fullmatch(word) for language in LANGUAGES for pattern, _ in number_words(language))


def _places(text: str, language: str) -> set[str]:
    return {concept.name for concept in concepts_in(text, language) if concept.group == "place"}
