"""Which of the sentences found are embedded, to be put in order."""

from dataclasses import replace
from pathlib import Path

from rag import ask, build_chain
from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, news_archive
from vectorstore import Article


def embedded_for(folder: Path, question: str, *articles: Article) -> list[str]:
    """The sentences whose meaning is looked at."""
    with news_archive(folder, *articles) as archive:
        model = archive.embeddings
        assert isinstance(model, HashEmbeddings)
        del model.embedded[:]
        ask(build_chain(archive), question)
        return model.embedded


def test_a_sentence_of_another_name_that_would_not_be_quoted_whatever_it_means_is_not_embedded(tmp_path: Path) -> None:
    towns = {name: f"Mayor Ann {name}sen opened the new library in {name}stad." for name in ("Ork", "Tarn", "Velm", "Brosk")}
    articles = [replace(BRIDGE, text=text, title=f"{name}stad", url=f"https://{name}.example.org") for name, text in towns.items()]
    embedded = embedded_for(tmp_path, "Who opened the new library in Tarnstad?", *articles)
    assert towns["Tarn"] in embedded
    assert not {towns["Ork"], towns["Velm"], towns["Brosk"]} & set(embedded)


def test_sentences_of_what_is_asked_about_are_all_embedded_since_they_may_differ(tmp_path: Path) -> None:
    counts = [f"The fire at the Tarnstad library hurt {number} people." for number in ("four", "nine")]
    articles = [replace(BRIDGE, text=text, title="Fire", url=f"https://{at}.example.org") for at, text in enumerate(counts)]
    assert set(counts) <= set(embedded_for(tmp_path, "How many people did the fire at the Tarnstad library hurt?", *articles))
