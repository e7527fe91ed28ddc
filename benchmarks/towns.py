"""An archive with news of towns that there are not: a question for each, which one article alone answers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.generated import FIRST, LAST, SYLLABLES, GeneratedEmbeddings
from ingest.split import split_article
from vectorstore import Archive, ArchiveSettings, Article, PassageEmbeddings, Span, Timestamp, open_archive

SAMPLES = Path(__file__).parent.parent / "samples" / "en"
THINGS = ("library", "tram line", "swimming pool", "market hall", "hospital wing", "harbour bridge", "theatre", "railway station")
# besides the one that tells the news: with them an article has ten passages
SENTENCES, WORDS, PER_PARAGRAPH = 104, 17, 4
SOURCES = 40
BATCH = 50


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    thing: str
    mayor: str

    @property
    def question(self) -> str:
        return f"Who opened the new {self.thing} in {self.name}?"


def town(number: int) -> Town:
    """The town of that number; no two have the same name, or mayors of the same name."""
    random = np.random.default_rng(number)
    first, last, place = (_name(random, number) for _ in range(3))
    return Town(f"{place}stad", THINGS[number % len(THINGS)], f"{first} {last}")


def open_towns(folder: Path, towns: int) -> Archive:
    """The archive of so many towns in a folder; made when missing, which takes a minute or two for each thousand.

    The passages with the news have vectors of the bundled model. The others, which no question is near, have generated ones: their
    embedding would take ten times as long, and a search costs the same.
    """
    is_new = not folder.exists()
    archive = open_archive(ArchiveSettings(archive=folder, embedding="bundled"))
    for first in range(0, towns if is_new else 0, BATCH):
        batch = [_split(_write(number), archive.embeddings) for number in range(first, min(first + BATCH, towns))]
        archive.add(batch, dict(_generate_vectors(batch)))
    return archive


def _split(article: Article, model: PassageEmbeddings) -> tuple[Article, list[Span]]:
    return article, split_article(article, model)


def _generate_vectors(batch: list[tuple[Article, list[Span]]]) -> Iterator[tuple[str, list[float]]]:
    generated = GeneratedEmbeddings()
    for article, spans in batch:
        for span in spans[1:]:
            text = article.text[span.start : span.end]
            yield text, generated.embed_query(text)


def _write(number: int) -> Article:
    told, random = town(number), np.random.default_rng([number, 1])
    sentences = [f"Mayor {told.mayor} opened the new {told.thing} in {told.name} on Tuesday."]
    sentences += [" ".join(random.choice(_vocabulary(), WORDS)).capitalize() + "." for _ in range(SENTENCES)]
    return Article(
        text="\n\n".join(" ".join(sentences[at : at + PER_PARAGRAPH]) for at in range(0, len(sentences), PER_PARAGRAPH)),
        title=f"{told.name}: {told.thing} opens",
        url=f"https://towns.example.org/{number}",
        source=f"Paper {number % SOURCES}",
        language="en",
        published=Timestamp(int(random.integers(FIRST, LAST)), "second", "given"),
    )


@cache
def _vocabulary() -> list[str]:
    """Words of the English samples, as often as they occur there: in no order that means anything."""
    texts = [file.read_text("utf-8") for file in sorted(SAMPLES.iterdir()) if file.suffix in (".md", ".txt")]
    counted = Counter(word.lower() for text in texts for word in re.findall(r"[A-Za-z][A-Za-z’'-]+", text))
    return sorted(counted.elements())


def _name(random: np.random.Generator, number: int) -> str:
    # its last syllables spell the number: nobody else has them
    drawn = [int(at) for at in random.integers(len(SYLLABLES), size=2)]
    return "".join(SYLLABLES[at] for at in (*drawn, number % len(SYLLABLES), number // len(SYLLABLES) % len(SYLLABLES))).capitalize()
