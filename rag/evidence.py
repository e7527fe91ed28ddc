"""The sentences of a passage, and how much of some words' matter they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from langchain_core.documents import Document

from rag.context import day
from rag.suspicious import is_empty, is_suspicious, order_spans
from rag.types import Citation
from rag.verbs import base_of, bases_of, parted_verbs
from rag.words import UNSPACED_FORM, language_of, matter
from vectorstore import Archive, ArticleNotFound, Span
from vectorstore.concepts import translate
from vectorstore.sentences import split_sentences
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

# several steps look at the same sentences and passages, and many questions find the same; 20 MB when it is full
REMEMBERED_TEXTS = 1 << 10
# the question's words are compared with every sentence
REMEMBERED_WORDS = 1 << 10

# Models differ in what cosine two unrelated texts have: near 0 here, 0.7 there. These give the zero point, for they are near no question.
UNRELATED = (
    "The kettle had been standing on the stove for a while.",
    "A pair of green gloves lay under the wooden bench.",
    "Am Rand der Wiese wuchs ein wenig Klee.",
    "Elle rangea les assiettes dans le placard du haut.",
    "El gato dormía junto a la ventana abierta.",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage. `span` counts in the passage's text, `rank` is the passage's place in the search from 0."""

    passage: Document
    rank: int
    span: Span

    @property
    def text(self) -> str:
        return self.passage.page_content[self.span.start : self.span.end]

    @property
    def article_id(self) -> str:
        return str(self.passage.metadata["article_id"])

    def follows(self, other: "Sentence") -> bool:
        """Whether nothing stands between the two: neither another sentence nor what may not be quoted, such as an order to a model."""
        return not self.passage.page_content[other.span.end : self.span.start].strip()


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


def sentences_of(passage: Document, rank: int = 0) -> list[Sentence]:
    """Those that may be quoted: not what speaks to language models, nor what it wants them to say, nor what says nothing."""
    return [Sentence(passage, rank, span) for span in _quotable(passage.page_content, passage.metadata["language"])]


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _quotable(text: str, language: str) -> tuple[Span, ...]:
    spans = split_sentences(text, language)
    orders = order_spans(text, spans)
    return tuple(span for span in spans if span not in orders and not is_empty(text[span.start : span.end]))


def facts_of(passage: Document) -> str:
    """A passage's text with its title, source and date, by which a question may name it."""
    metadata = passage.metadata
    return f"{passage.page_content}\n{metadata['title']}\n{metadata['source']}\n{day(metadata.get('published'))}"


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


def speaks(archive: Archive, passage: Document) -> bool:
    """Whether the archive's embedding model knows the passage's language; it is multilingual when it names none."""
    languages = archive.embeddings.identity.languages
    return not languages or passage.metadata["language"] in languages


def similarities(archive: Archive, text: str, sentences: Sequence[Sentence]) -> list[float]:
    """Cosine of each sentence with a text, moved so that unrelated texts have 0."""
    if not sentences:
        return []
    asked = archive.embed_question(text).astype(float)
    # in twice the digits: what they are subtracted from is near
    cosines = [float(asked @ vector) for vector in archive.embed_sentences([*UNRELATED, *(sentence.text for sentence in sentences)])]
    zero = sum(cosines[: len(UNRELATED)]) / len(UNRELATED)
    return [(cosine - zero) / (1 - zero) for cosine in cosines[len(UNRELATED) :]]


def cite(archive: Archive, passage: Document, span: Span) -> Citation | None:
    """The stretch `span` of a passage as a citation; None when the archive no longer holds these very words there."""
    metadata: Mapping[str, object] = passage.metadata
    article_id, number, offset = str(metadata["article_id"]), int(str(metadata["version"])), int(str(metadata["start"]))
    try:
        article = archive.get_article(article_id, number).article
    except ArticleNotFound:  # deleted since the search
        return None
    start, end = offset + span.start, offset + span.end
    quote = passage.page_content[span.start : span.end]
    if not quote or article.text[start:end] != quote:
        return None
    return Citation(
        quote=quote,
        start=start,
        end=end,
        article_id=article_id,
        version=number,
        title=article.title,
        url=article.url or "",
        source=article.source,
        published=article.published,
        language=article.language,
        suspicious=is_suspicious(passage.page_content),
    )
