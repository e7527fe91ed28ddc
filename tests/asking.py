"""A question to an archive that a test makes for it."""

from pathlib import Path

from rag import Answer, ask, build_chain
from tests.news import news_archive
from vectorstore import Article


def ask_about(folder: Path, question: str, *articles: Article) -> Answer:
    """What the chain answers from an archive of these articles, without a model."""
    with news_archive(folder, *articles) as archive:
        return ask(build_chain(archive), question)
