"""How surely a text holds a word: by its forms, its 4-grams, its family, its compounds, and what a dictionary calls it elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.verbs import base_of, bases_of, parted_verbs
from rag.words import UNSPACED_FORM, language_of, matter
from vectorstore.concepts import translate
from vectorstore.terms import UNSPACED, fold, gram_terms, term_sets, word_terms

# half of a word's 4-grams: "president" finds "Präsident" and "delegation" any compound of it; chance stays below
COGNATE = 0.5
# a word of no more 4-grams than this must be there whole: two of the three of "France" are those of "François"
FEW_GRAMS = 3
# a verb for its noun: a root of four letters, most of both stems ("elect" and "election", not "part" and "partner")
SHORTEST_ROOT, ROOT_SHARE = 4, 0.55
DERIVED = 0.5
# the parts of a German compound, in letters of its stem
SHORTEST_HEAD, SHORTEST_TAIL = 4, 5
# what the dictionary calls a word in another language: some words have several senses
TRANSLATED = 0.8
# several steps look at the same sentences, and many questions find the same; 20 MB when it is full
REMEMBERED_TEXTS = 1 << 10
# the question's words are compared with every sentence
REMEMBERED_WORDS = 1 << 10


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text can be matched by: stems in its own language, how they begin, and 4-grams."""

    language: str
    words: frozenset[str]
    roots: frozenset[str]
    grams: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """One word that is looked for, and how much it weighs. In unspaced scripts, one pair of characters.

    `language` is that of the text it stands in, None when that does not tell; by it the dictionary knows the word in other languages.
    """

    written: str
    grams: frozenset[str]
    weight: float = 1.0
    language: str | None = None


@lru_cache(maxsize=REMEMBERED_TEXTS)
def terms_of(text: str, language: str) -> Terms:
    stems, grams = term_sets(text, language)
    words = bases_of(stems, language)
    if language == "de":
        words |= {_joined(verb, particle) for verb, particle in parted_verbs(text)}
    return Terms(language, words, frozenset(word[:SHORTEST_ROOT] for word in words), grams)


def words_in(text: str) -> list[Word]:
    """The words that carry the matter of a text, each once."""
    words: list[Word] = []
    language = language_of(text)
    for written in _matter(text, language):
        if UNSPACED.search(written):
            pairs = dict.fromkeys(pair for part in UNSPACED_FORM.split(written) for pair in word_terms(part, "und") if len(pair) > 1)
            words += [Word(pair, frozenset((pair,))) for pair in pairs]
        else:
            words.append(Word(written, frozenset(gram_terms(written)), language=language))
    return words


def _matter(text: str, language: str | None) -> list[str]:
    """The words that carry it, a German verb and the particle at the end of its clause as one: "zurücktrat" for "trat … zurück"."""
    written = matter(text)
    parted = next(parted_verbs(text), None) if language == "de" else None
    if parted is None:
        return written
    verb, particle = parted
    return [particle + verb if word == verb else word for word in written if word != particle]


def _joined(verb: str, particle: str) -> str:
    return base_of(word_terms(particle + verb, "de")[0], "de")


def match(word: Word, terms: Terms) -> float:
    """How surely a text holds a word: 1 for the word or another form of it, less for what it is called in another language, a compound,
    a cognate or a derivation, else 0."""
    own = _match(word.written, word.grams, terms)
    if own == 1.0 or word.language is None or word.language == terms.language:
        return own
    meanings = _meanings(word.written, word.language, terms.language)
    return max([own, *(TRANSLATED * _match(other, grams, terms) for other, grams in meanings)])


def _match(written: str, grams: frozenset[str], terms: Terms) -> float:
    stems = _stems(written, terms.language)
    # of a name of two words, both
    if stems and terms.words.issuperset(stems):
        return 1.0
    if len(stems) > 1 or not grams or not _may_vary(written):
        return 0.0
    share = len(grams & terms.grams) / len(grams)
    if share >= (1.0 if len(grams) <= FEW_GRAMS else COGNATE):
        return share
    # a German compound by its last part: "Wolfsrudel" by "Rudel"
    if terms.language == "de" and any(not terms.words.isdisjoint(_tails(stem)) for stem in stems):
        return DERIVED
    roots = ((stem, root) for stem in stems if (root := stem[:SHORTEST_ROOT]) in terms.roots)
    return DERIVED if any(_share_root(stem, other) for stem, root in roots for other in terms.words if other.startswith(root)) else 0.0


@lru_cache(maxsize=REMEMBERED_WORDS)
def _meanings(written: str, language: str, into: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What the dictionary calls a word in another language, with the 4-grams of each."""
    return tuple((other, frozenset(gram_terms(other))) for other in translate(written, language, into))


@lru_cache(maxsize=REMEMBERED_WORDS)
def _stems(written: str, language: str) -> tuple[str, ...]:
    return tuple(base_of(stem, language) for stem in word_terms(written, language))


@lru_cache(maxsize=REMEMBERED_WORDS)
def _tails(stem: str) -> frozenset[str]:
    """How a German word may end that begins with another."""
    return frozenset(stem[at:] for at in range(SHORTEST_HEAD, len(stem) - SHORTEST_TAIL + 1))


@lru_cache(maxsize=REMEMBERED_WORDS)
def _may_vary(written: str) -> bool:
    """Whether a part of a word may stand for it: a number is another number when a digit differs, and a short word has no parts."""
    return len(fold(written)) >= 5 and not any(character.isdigit() for character in written)


def _share_root(one: str, other: str) -> bool:
    """Whether two stems are of one family: "leitet" and "leitung"."""
    shorter = min(len(one), len(other))
    root = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return root >= SHORTEST_ROOT and root >= ROOT_SHARE * max(len(one), len(other))


def coverage(words: Sequence[Word], terms: Terms) -> float:
    """The share of the words' weight that a text holds, 0 to 1."""
    whole = sum(word.weight for word in words)
    return sum(word.weight * match(word, terms) for word in words) / whole if whole else 0.0
