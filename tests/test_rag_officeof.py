"""The office of somebody whom a question names without it."""

from pathlib import Path

from rag.officeof import with_office
from tests.news import news_archive
from vectorstore import Article


def test_a_question_without_an_office_has_that_of_whom_it_names(tmp_path: Path) -> None:
    mayor = Article(text="Ann Berg, mayor of Skarvik, resigned.", title="Gone", key="3", source="Post", language="en")
    with news_archive(tmp_path, mayor) as archive:
        passages = archive.search("Ann Berg", k=1)
    assert with_office("Who succeeded Ann Berg?", passages) == "Who succeeded Ann Berg? mayor Skarvik"
    assert with_office("Who succeeded the rector Ann Berg?", passages) == "Who succeeded the rector Ann Berg?"


def test_the_office_of_the_one_named_is_told_from_that_of_another_beside_him(tmp_path: Path) -> None:
    talks = "Brennia's prime minister, Rufus Ash, met Tilda Gran, the prime minister of Varland."
    with news_archive(tmp_path, Article(text=talks, title="Talks", key="1", source="Post", language="en")) as archive:
        passages = archive.search("Tilda Gran", k=1)
    assert with_office("Who succeeded Tilda Gran?", passages) == "Who succeeded Tilda Gran? prime minister Varland"


def test_a_club_stands_for_what_is_led(tmp_path: Path) -> None:
    text = "Die SpVgg Ostheim hat Trainer Jürgen Bleibtreu nach dem 0:4 gegen Waldau freigestellt."
    with news_archive(tmp_path, Article(text=text, title="Trennung", key="1", source="Kurier", language="de")) as archive:
        passages = archive.search("Jürgen Bleibtreu", k=1)
    question = "Wer ist der Nachfolger von Jürgen Bleibtreu?"
    assert with_office(question, passages) == f"{question} Trainer SpVgg Ostheim"
