"""A large archive of generated articles: words by Zipf's law, vectors around topics. None of it was ever written."""

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings

from vectorstore import Archive, ArchiveSettings, Article, ModelIdentity, Span, Timestamp, open_archive
from vectorstore.catalogue import Catalogue
from vectorstore.model import ArchiveModel, embed_missing
from vectorstore.stored import Matrix

DIMENSION = 384
TOPICS = 500
# share of a vector that its topic decides; passages of one topic then have a cosine of about one half
TOPICALITY = 0.7
VOCABULARY = 40_000
PASSAGES_PER_ARTICLE, WORDS_PER_PASSAGE = 10, 60
SOURCES = 40
LANGUAGES = ("en", "de", "fr", "es")
# articles come in no order of time, as an archive that is filled from many sources does
FIRST, LAST = 1_577_836_800, 1_735_689_600
UNDATED_SHARE, REVISED_SHARE = 0.02, 0.03
SYLLABLES = [consonant + vowel + end for consonant in "bdfghklmnprstvz" for vowel in "aeiou" for end in ("", "n", "r", "st")]


class GeneratedEmbeddings(Embeddings):
    """Vectors of length one that the text alone decides: near the topic that its first word names."""

    def __init__(self) -> None:
        self.identity = ModelIdentity("generated", "generated-1", DIMENSION)
        self.max_tokens = 128
        self._topics = _unit(np.random.default_rng(0).standard_normal((TOPICS, DIMENSION)))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        topic = int.from_bytes(_digest(text.split(maxsplit=1)[0])[:4]) % TOPICS
        own = _unit(np.random.default_rng(int.from_bytes(_digest(text))).standard_normal((1, DIMENSION)))[0]
        mixed = math.sqrt(TOPICALITY) * self._topics[topic] + math.sqrt(1 - TOPICALITY) * own
        return [float(value) for value in mixed / np.linalg.norm(mixed)]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]


def open_generated(folder: Path, passages: int) -> Archive:
    """The archive in that folder; one that is not there yet is made, of that many passages of current versions.

    All but the last article are written to the catalogue directly, and the indexes are built from it as after a damage:
    this is no measure of ingesting.
    """
    embeddings = GeneratedEmbeddings()
    if (folder / "catalogue.sqlite").exists():
        return open_archive(folder, embeddings=embeddings)
    folder.mkdir(parents=True)
    last = passages // PASSAGES_PER_ARTICLE - 1
    catalogue = Catalogue(folder / "catalogue.sqlite")
    stored = ArchiveModel(catalogue, ArchiveSettings(archive=folder), embeddings).stored()
    for number in range(last):
        for article, spans in generate(number):
            embed_missing((article.text[span.start : span.end] for span in spans), embeddings, stored)
            catalogue.store_articles([(article, spans)])
    catalogue.mark_ready(catalogue.pending_articles())
    catalogue.close()
    archive = open_archive(folder, embeddings=embeddings)
    archive.add(list(generate(last)))
    return archive


def generate(number: int) -> Iterator[tuple[Article, list[Span]]]:
    """The article of that number in each of its versions."""
    random = np.random.default_rng(number)
    published = int(random.integers(FIRST, LAST))
    dated = random.random() >= UNDATED_SHARE
    text, spans = _write(random)
    article = Article(
        text=text,
        title=" ".join(_words(random, 6)),
        url=f"https://generated.example.org/{number}",
        source=f"Paper {random.integers(SOURCES)}",
        language=LANGUAGES[min(int(random.geometric(0.5)) - 1, len(LANGUAGES) - 1)],
        published=Timestamp(published, "second", "given") if dated else None,
    )
    yield article, spans
    if dated and random.random() < REVISED_SHARE:
        text, spans = _write(random)
        yield replace(article, text=text, updated=Timestamp(published + 86_400, "second", "given")), spans


def question(number: int) -> str:
    """Eight words that archives have, no two questions alike."""
    return " ".join(_words(np.random.default_rng(10_000_000 + number), 8))


def _write(random: np.random.Generator) -> tuple[str, list[Span]]:
    passages = [" ".join(_words(random, WORDS_PER_PASSAGE)) for _ in range(PASSAGES_PER_ARTICLE)]
    spans, at = [], 0
    for passage in passages:
        spans.append(Span(at, at + len(passage)))
        at += len(passage) + 1
    return "\n".join(passages), spans


def _words(random: np.random.Generator, count: int) -> list[str]:
    # the rank of a word by the inverse of Zipf's distribution
    ranks = np.floor(VOCABULARY ** random.random(count)).astype(int)
    return [word_of_rank(int(rank)) for rank in ranks]


def word_of_rank(rank: int) -> str:
    """Frequent words are short."""
    digits = []
    while rank:
        rank, digit = divmod(rank, len(SYLLABLES))
        digits.append(SYLLABLES[(digit * 11 + rank) % len(SYLLABLES)])
    return "".join(digits)


def _unit(vectors: np.ndarray[Any, np.dtype[np.float64]]) -> Matrix:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
