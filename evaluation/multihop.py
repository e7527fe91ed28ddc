"""MultiHop-RAG: news articles, and questions whose evidence lies in several of them or in none."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.files import read_lines, require
from evaluation.questions import Question, QuestionSet
from vectorstore import Article, Timestamp

# what the corpus cannot answer
NULL = "null_query"


@dataclass(frozen=True, slots=True)
class MultihopSet:
    """The set, and the facts that prove each answerable question, by its id."""

    questions: QuestionSet
    facts: dict[str, tuple[str, ...]]


def find_files(data: Path) -> list[Path]:
    return require(data / "multihop_rag", "corpus_279.jsonl", "queries_covered.jsonl")


def read_multihop(data: Path) -> MultihopSet:
    """The questions' one group is `answerable` or `null`."""
    corpus, queries = find_files(data)
    articles = {record["doc_id"]: _read_article(record) for record in read_lines(corpus)}
    questions = []
    facts = {}
    for record in read_lines(queries):
        null = record["question_type"] == NULL
        relevant = tuple(articles[doc_id].article_id for doc_id in record["gold_doc_ids"])
        questions.append(Question(record["id"], record["query"], relevant, groups=("null" if null else "answerable",)))
        if not null:
            facts[record["id"]] = tuple(record["gold_facts"])
    return MultihopSet(QuestionSet("multihop", "multihop", tuple(articles.values()), tuple(questions)), facts)


# a JSON object
def _read_article(record: dict[str, str]) -> Article:
    return Article(
        # a line is a paragraph
        text="\n\n".join(line.strip() for line in record["body"].splitlines() if line.strip()),
        title=record["title"],
        key=record["doc_id"],
        source=record.get("source") or "",
        language="en",
        authors=(record["author"],) if record.get("author") else (),
        published=Timestamp.of_day(date.fromisoformat(record["published_at"][:10]), "given") if record.get("published_at") else None,
        section=record.get("category"),
    )
