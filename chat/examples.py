"""Questions to begin with, that this archive can answer."""

import re
from pathlib import Path

from vectorstore import Archive, Version
from vectorstore.function_words import language_of

MOST_EXAMPLES = 4
# the newest articles: enough to hold the samples, few enough to be read on every visit
LOOKED_AT = 200
# a headline that is longer is no question to begin with
LONGEST_HEADLINE = 110
ROW = re.compile(r"^\|\s*([^|]*[?？؟])\s*\|\s*([^|\s,;]+)", re.MULTILINE)


def find_examples(archive: Archive, folder: Path | None = None, language: str = "en") -> list[str]:
    """Up to four.

    Args:
        folder: Sample articles with a README.md, whose table names questions and the file that answers each; those whose
            file is in the archive are taken. Else headlines of the newest articles, each from another source.
        language: Questions in it come first.
    """
    newest = archive.list_articles(limit=LOOKED_AT)
    return (_from_samples(newest, folder, language) if folder else []) or _from_headlines(newest)


def _from_samples(newest: list[Version], folder: Path, language: str) -> list[str]:
    try:
        rows = ROW.findall((folder / "README.md").read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return []
    origins = {version.article.origin for version in newest}
    questions = [question.strip() for question, file in rows if str((folder / file).resolve()) in origins]
    return sorted(questions, key=lambda question: language_of(question) != language)[:MOST_EXAMPLES]


def _from_headlines(newest: list[Version]) -> list[str]:
    by_source: dict[str, str] = {}
    for version in newest:
        title = " ".join(version.article.title.split())
        if title and len(title) <= LONGEST_HEADLINE:
            by_source.setdefault(version.article.source, title)
    return list(dict.fromkeys(by_source.values()))[:MOST_EXAMPLES]
