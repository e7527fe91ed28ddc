"""Articles of a thousand words to ingest: the words are those of samples/, in no order that means anything."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.generated import FIRST, LAST, word_of_rank

SAMPLES = Path(__file__).parent.parent / "samples" / "en"
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")
# ranks beyond the words of the samples are names that nobody has: about one word in eight, as rare words are in the news
RANKS = 4_000
SENTENCES, WORDS = 73, 15
SENTENCES_PER_PARAGRAPH = 4


def write_articles(file: Path, count: int) -> Path:
    """`count` articles of 1,100 English words as JSON Lines, each with a day within five years."""
    with file.open("w", encoding="utf-8") as lines:
        for number in range(count):
            lines.write(json.dumps(make_article(number), ensure_ascii=False) + "\n")
    return file


def make_article(number: int) -> dict[str, str]:
    random = np.random.default_rng(number)
    sentences = [" ".join(_words(random, WORDS)).capitalize() + "." for _ in range(SENTENCES)]
    paragraphs = [" ".join(sentences[at : at + SENTENCES_PER_PARAGRAPH]) for at in range(0, SENTENCES, SENTENCES_PER_PARAGRAPH)]
    return {
        "url": f"https://generated.example.org/{number}",
        "title": " ".join(_words(random, 7)).capitalize(),
        "published": datetime.fromtimestamp(int(random.integers(FIRST, LAST)), UTC).date().isoformat(),
        "source": f"Paper {random.integers(40)}",
        "language": "en",
        "text": "\n\n".join(paragraphs),
    }


def make_questions(articles: int, count: int) -> list[str]:
    """Eight neighbouring words of some article each."""
    random = np.random.default_rng(1)
    return [" ".join(_pick(random, make_article(int(random.integers(articles)))["text"])) + "?" for _ in range(count)]


def _pick(random: np.random.Generator, text: str) -> list[str]:
    words = WORD.findall(text)
    at = int(random.integers(len(words) - 8))
    return words[at : at + 8]


def _words(random: np.random.Generator, count: int) -> Iterator[str]:
    known = _vocabulary()
    for rank in np.floor(RANKS ** random.random(count)).astype(int):
        yield known[rank - 1] if rank <= len(known) else word_of_rank(int(rank))


@cache
def _vocabulary() -> list[str]:
    """The words of the English samples, most frequent first."""
    texts = [file.read_text("utf-8") for file in sorted(SAMPLES.iterdir()) if file.suffix in (".md", ".txt")]
    counted = Counter(word.lower() for text in texts for word in WORD.findall(text))
    return [word for word, _ in counted.most_common()]
