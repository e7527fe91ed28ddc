"""RAMDocs: each question with its own documents, some of which are wrong."""

from dataclasses import dataclass
from pathlib import Path

from evaluation.files import read_lines, require
from vectorstore import Article


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with the documents that it is asked of.

    Attributes:
        source: The name that all its documents have as their source, and no others.
        gold: Every right answer; an answer should hold them all.
        wrong: Answers that misinformation gives.
        kinds: `correct`, `misinfo` or `noise`, by article id.
    """

    id: str
    text: str
    source: str
    articles: tuple[Article, ...]
    gold: tuple[str, ...]
    wrong: tuple[str, ...]
    kinds: dict[str, str]


def find_files(data: Path) -> list[Path]:
    return require(data / "ramdocs", "RAMDocs_test.jsonl")


def read_ramdocs(data: Path) -> list[Dispute]:
    disputes = []
    for number, record in enumerate(read_lines(find_files(data)[0])):
        source = f"dispute {number}"
        kinds: dict[str, str] = {}
        articles = []
        for place, document in enumerate(record["documents"]):
            article = Article(text=document["text"], key=f"{number}-{place}", source=source, language="en")
            articles.append(article)
            kinds[article.article_id] = document["type"]
        gold, wrong = tuple(record["gold_answers"]), tuple(record["wrong_answers"])
        disputes.append(Dispute(f"ramdocs-{number}", record["question"], source, tuple(articles), gold, wrong, kinds))
    return disputes
