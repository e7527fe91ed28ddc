"""The sentences of a passage that may be quoted, how near they are to a text, and the citation of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from langchain_core.documents import Document

from rag.context import day
from rag.suspicious import is_empty, is_suspicious, order_spans
from rag.types import Citation
from vectorstore import Archive, ArticleNotFound, Span
from vectorstore.sentences import split_sentences

# several steps look at the same passages, and many questions find the same
REMEMBERED = 1 << 10

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

    @property
    def language(self) -> str:
        """ISO 639-1; "und" when unknown."""
        return str(self.passage.metadata["language"])

    def follows(self, other: "Sentence") -> bool:
        """Whether nothing stands between the two: neither another sentence nor what may not be quoted, such as an order to a model."""
        return not self.passage.page_content[other.span.end : self.span.start].strip()


def sentences_of(passage: Document, rank: int = 0) -> list[Sentence]:
    """Those that may be quoted: not what speaks to language models, nor what it wants them to say, nor what says nothing."""
    return [Sentence(passage, rank, span) for span in _quotable(passage.page_content, passage.metadata["language"])]


@lru_cache(maxsize=REMEMBERED)
def _quotable(text: str, language: str) -> tuple[Span, ...]:
    spans = split_sentences(text, language)
    orders = order_spans(text, spans)
    return tuple(span for span in spans if span not in orders and not is_empty(text[span.start : span.end]))


def facts_of(passage: Document) -> str:
    """A passage's text with its title, source and date, by which a question may name it."""
    metadata = passage.metadata
    return f"{passage.page_content}\n{metadata['title']}\n{metadata['source']}\n{day(metadata.get('published'))}"


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
