"""Which of the sentences that were found are quoted, and how much of each."""

from dataclasses import replace
from pathlib import Path

from rag import ask, build_chain
from tests.news import BRIDGE, news_archive
from vectorstore import Article


def first_quote(folder: Path, question: str, *articles: Article) -> str:
    with news_archive(folder, *articles) as archive:
        return ask(build_chain(archive), question).citations[0].quote


def told(text: str) -> Article:
    return replace(BRIDGE, text=text, title="Concerts")


def test_a_sentence_that_leans_on_the_best_is_said_in_the_same_quote(tmp_path: Path) -> None:
    text = (
        "The most frequent composer of the series was Dorit Salm. She also played a conductor of music in the episode Northern Lights. "
        "Snow fell in the hills."
    )
    quote = first_quote(tmp_path, "In what episode did the composer Dorit Salm play a conductor?", told(text))
    assert quote == text.removesuffix(" Snow fell in the hills.")


def test_one_sentence_is_joined_to_the_best_and_no_more(tmp_path: Path) -> None:
    months = [f"She visited the choir in {month}." for month in ("May", "June", "July")]
    salm = " ".join(["Composer Dorit Salm visited the choir.", *months])
    assert first_quote(tmp_path, "Who visited the choir?", told(salm)).count(".") == 2
