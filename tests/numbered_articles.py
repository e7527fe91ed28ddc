"""Articles that say their number and edition, and a writer of them that may be killed: it says what it does, and what is done."""

import random
import re
import signal
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from tests.doubles import HashEmbeddings
from tests.forked import Say
from tests.ledger import DELETED, Standings, is_there
from vectorstore import Archive, ArchiveError, Article, ArticleNotFound, Timestamp, open_archive, split_sentences

ARTICLES = 150
SENTENCES, MOST_AT_ONCE = 12, 40
DEADLINE_SECONDS = 120
# no two rounds write the same edition
EDITIONS_PER_ROUND = 100_000
WORD = re.compile(r"w(\d+)e(\d+)x")


def make_article(number: int, edition: int) -> Article:
    """Editions differ in length, so that passages of an earlier one would show."""
    sentences = [f"Sentence {at} of {word_of(number, edition)} tells of the harbour." for at in range(SENTENCES - edition % 5)]
    return Article(
        text=" ".join(sentences),
        title=f"Report {number}",
        url=f"https://paper.example.org/{number}",
        language="en",
        published=Timestamp.of_day(date(2025, 1, 1 + number % 28), "given"),
        updated=Timestamp(1_740_000_000 + edition, "second", "given"),
    )


def word_of(number: int, edition: int) -> str:
    """A word that only this edition of this article has."""
    return f"w{number}e{edition}x"


def write(folder: Path, held: Standings, round: int, say: Say, *, patient: bool = False) -> None:
    """Adds, updates, deletes and lets come again, without end; says before each change how it will stand, and after it that it is done.

    Args:
        patient: Tries again what an error of the archive refused, and ends after the change in hand when it is asked to.
    """
    chance, editions = random.Random(round), count(round * EDITIONS_PER_ROUND)
    asked_to_end: list[int] = []
    if patient:
        signal.signal(signal.SIGTERM, lambda number, _: asked_to_end.append(number))
    with open_archive(folder, embeddings=HashEmbeddings()) as archive, nullcontext() if patient or round % 2 else archive.writing():
        while not asked_to_end:
            changes, change = draw_change(archive, held, chance, editions)
            say({"doing": changes})
            if patient:
                _insist(change, say)
            else:
                change()
            held |= changes
            say({"done": changes})


def draw_change(archive: Archive, held: Standings, chance: random.Random, editions: "count[int]") -> tuple[Standings, Callable[[], Any]]:
    """How some articles will stand, and what makes it so."""
    present = [number for number, standing in held.items() if is_there(standing)]
    buried = [number for number, standing in held.items() if standing == DELETED]
    drawn = chance.random()
    if drawn < 0.1 and present:
        number = chance.choice(present)
        return {number: DELETED}, lambda: archive.delete(make_article(number, 0).article_id)
    if drawn < 0.15 and buried:
        number = chance.choice(buried)
        return {number: None}, lambda: archive.undelete(make_article(number, 0).article_id)
    edition = next(editions)
    numbers = chance.sample(range(ARTICLES), chance.randint(1, MOST_AT_ONCE))
    articles = [make_article(number, edition) for number in numbers]
    # what is deleted stays out though it is added
    changes: Standings = {number: DELETED if held.get(number) == DELETED else edition for number in numbers}
    return changes, lambda: archive.add([(article, split_sentences(article.text, "en")) for article in articles])


def _insist(change: Callable[[], Any], say: Say) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while True:
        try:
            change()
            return
        except ArticleNotFound:
            # the deletion that was refused had come to pass
            return
        except ArchiveError as error:
            assert time.monotonic() < deadline, error
            say({"refused": str(error)})
            time.sleep(0.1)
