"""Whatever happened to its articles, an archive is what a new one of the same articles would be."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.test_duplicates import FRAME, STORY
from vectorstore import Archive, Article, SearchFilter, Timestamp, open_archive, split_sentences

HISTORIES = 50
STEPS = 6
BEGUN = 1_750_000_000
QUESTIONS = ("tugs hold the ship", "library Sundays", "write to the desk")
TEXTS = (
    STORY,
    f"{FRAME}\n\n{STORY}",
    STORY[: STORY.index("A boom")],
    STORY[STORY.index("None of") :],
    STORY.replace("None of the 24", "Two of the 25"),
    "The library in Thornby opens on Sundays from May. Volunteers run the desk, and the council pays 900 pounds for heating. " * 2,
    "Ten shops have closed in Thornby since spring. The bakery moved to the market hall.",
)


def add(archive: Archive, article: Article) -> None:
    archive.add([(article, split_sentences(article.text, article.language))])


def live(archive: Archive, chance: random.Random) -> dict[str, Article]:
    """Lets things happen to three papers' articles, and says what stands at the end: by id, as it was last read."""
    standing: dict[str, Article] = {}
    for step in range(STEPS):
        fetched = Timestamp(BEGUN + step, "second", "given")
        place = f"https://{chance.choice(('courier', 'gazette', 'herald'))}.example.org/{chance.choice(('', 'moved/'))}story"
        article = Article(text=chance.choice(TEXTS), url=place, source="Paper", language="en", published=None, fetched=fetched)
        match chance.choice(("add", "add", "shorten", "retract", "correct")):
            case "retract" if standing:
                archive.delete(gone := chance.choice(sorted(standing)))
                del standing[gone]
                # a deleted article comes back only when that is allowed
                archive.undelete(gone)
                continue
            case "shorten" if article.article_id in standing:
                article = replace(article, text=standing[article.article_id].text.split(". ")[0] + ".")
            case "correct" if article.article_id in standing:
                article = replace(standing[article.article_id], title=f"Corrected {step}", fetched=fetched)
        add(archive, article)
        standing[article.article_id] = article
    return standing


def contents(archive: Archive) -> Iterator[object]:
    """All that a reader can find, without the numbers of versions, which tell the history."""
    articles = archive.list_articles(SearchFilter())
    yield sorted((version.article_id, version.article.title, version.article.text) for version in articles)
    yield sorted(archive.copies(version.article_id for version in articles).items())
    yield archive.count_sources(), archive.count_languages()
    for question in QUESTIONS:
        rankings = archive.rankings(question, k=100)
        for name in ("vectors", "words", "grams"):
            # BM25 counts earlier versions too, so that scores differ; which passages are found does not
            yield name, sorted(id.split(":")[0] + id.split(":")[2] for id, _ in rankings.get(name, []))


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_the_index_equals_a_fresh_build_after_any_history(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    with open_archive(tmp_path / "lived", embeddings=HashEmbeddings()) as archive:
        with archive.writing():
            standing = live(archive, chance)
        lived = list(contents(archive))
    with open_archive(tmp_path / "fresh", embeddings=HashEmbeddings()) as archive:
        with archive.writing():
            for article in sorted(standing.values(), key=lambda _: chance.random()):
                add(archive, article)
        assert lived == list(contents(archive))
