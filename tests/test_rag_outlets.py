"""Papers and languages are read from a question's words, and never invented; they limit, are said, and can be ignored."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rag import Answer, Outlets, Query, build_chain, stream_answer, to_json
from rag.commands import commands
from rag.outletnames import key_sources
from rag.outlets import find_outlets, without_outlets
from rag.question import limit_outlets, make_query
from tests.doubles import open_with_hashes
from tests.news import BRIDGE, news_archive
from vectorstore import Archive, SearchFilter

LABELLED = [json.loads(line) for line in (Path(__file__).parent / "outlets.jsonl").read_text(encoding="utf-8").splitlines()]
SOURCES = [
    "The Guardian", "Reuters", "BBC News", "The Verge", "Der Spiegel", "Le Monde", "El País", "Hafenblatt",
    "El Faro de Levante", "Le Méridien du Nord", "Die Welt", "zeit.de", "Die Presse", "The Harbour Courier", "Nordwire", "The Times",
    "The Sun", "Time", "Focus", "Bild", "Der Standard", "",
]  # fmt: skip
LANGUAGES = ("en", "de", "es", "fr", "ru")
FLOOR = 0.95
ASKED = "Why was the Harbour Bridge closed, according to the Harbour Courier?"
OTHER = replace(BRIDGE, url="https://other.example.org/bridge", source="Shore Mail", text=BRIDGE.text.replace("nine weeks", "ten months"))


def read(question: str) -> Outlets:
    return find_outlets(question, key_sources(SOURCES), LANGUAGES)


def test_labelled_papers_and_languages_are_read() -> None:
    asked = [label for label in LABELLED if label["sources"] or label["languages"]]
    wrong = [
        label["question"]
        for label in asked
        if (sorted((found := read(label["question"])).sources), list(found.languages)) != (sorted(label["sources"]), label["languages"])
    ]
    assert len(asked) >= 50
    assert 1 - len(wrong) / len(asked) >= FLOOR, wrong


def test_no_paper_and_no_language_is_invented() -> None:
    free = [label["question"] for label in LABELLED if not (label["sources"] or label["languages"])]
    assert len(free) >= 70
    assert {question: read(question) for question in free if read(question)} == {}


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Who leads the delegation according to the Guardian?", "Who leads the delegation?"),
        ("According to Reuters and the Guardian, who won?", "who won?"),
        ("Wer leitet laut „Die Welt“ die Delegation?", "Wer leitet die Delegation?"),
        ("Was steht in deutschen Zeitungen über den Gipfel?", "Was steht über den Gipfel?"),
        # all there is to search for
        ("What does Reuters say?", "What does Reuters say?"),
    ],
)
def test_the_words_that_name_a_paper_are_not_searched_for(question: str, left: str) -> None:
    assert without_outlets(question, read(question)) == left


def test_a_paper_that_the_archive_lacks_and_a_language_that_it_has_not_limit_nothing() -> None:
    assert not find_outlets("Who won, according to the Guardian?", key_sources(["Reuters"]), LANGUAGES)
    assert not find_outlets("Who won, according to Polish papers?", key_sources(SOURCES), LANGUAGES)


@pytest.mark.parametrize(
    ("question", "sources", "read"),
    [
        ("Who won, according to the Courier?", ["The Harbour Courier", "Reuters"], ("The Harbour Courier",)),
        ("Was schrieb das Tageblatt über die Wahl?", ["Stralsunder Tageblatt"], ("Stralsunder Tageblatt",)),
        ("Selon le Courrier, qui a gagné ?", ["Le Courrier Breton"], ("Le Courrier Breton",)),
        # of two nobody knows which, without its article it is a name, and another word of a paper's name is not what it is called by
        ("Who won, according to the Courier?", ["The Harbour Courier", "Shore Courier"], ()),
        ("Who won, according to Courier?", ["The Harbour Courier"], ()),
        ("Who won, according to the Courier company?", ["The Harbour Courier"], ()),
        ("Who won, according to the Harbour?", ["The Harbour Courier"], ()),
        ("Who sold the Courier?", ["The Harbour Courier"], ()),
    ],
)
def test_a_paper_is_known_by_its_title_alone_where_no_other_has_it(question: str, sources: list[str], read: tuple[str, ...]) -> None:
    assert find_outlets(question, key_sources(sources), LANGUAGES).sources == read


def test_all_sources_of_one_name_are_meant() -> None:
    assert find_outlets("Who won, according to the Guardian?", key_sources(["The Guardian", "theguardian.com"]), ()).sources == (
        "The Guardian",
        "theguardian.com",
    )


def test_what_the_caller_limits_stands_as_it_is() -> None:
    query = make_query("Who won, according to Reuters, in German papers?", filter=SearchFilter(sources=("X",)))
    limited = limit_outlets(query, lambda question: Outlets(("Reuters",), ("de",)))
    assert limited.filter == SearchFilter(sources=("X",), languages=("de",))
    assert limited.outlets == Outlets((), ("de",))


def test_a_follow_up_has_the_paper_of_the_question_before() -> None:
    query = limit_outlets(make_query("And who else?", [("Who won, according to Reuters?", "A.")]), read)
    assert query.filter.sources == ("Reuters",)
    assert "Reuters" not in query.text


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path, BRIDGE, OTHER) as archive:
        yield archive


def last_of(archive: Archive, **asked: Any) -> Answer:
    *_, answer = stream_answer(build_chain(archive), ASKED, **asked)
    assert isinstance(answer, Answer)
    return answer


def test_the_paper_limits_what_is_found_and_the_answer_says_so(archive: Archive) -> None:
    answer = last_of(archive)
    assert {citation.source for citation in answer.citations} == {BRIDGE.source}
    assert answer.outlets.sources == (BRIDGE.source,)
    assert to_json(ASKED, answer)["understood"] == {
        "since": None, "until": None, "as_of": None, "sources": [BRIDGE.source], "languages": [],
    }  # fmt: skip


def test_the_paper_can_be_ignored(archive: Archive) -> None:
    answer = last_of(archive, ignore=("sources",))
    assert answer.outlets == Outlets()
    assert len(answer.citations) > len(last_of(archive).citations) or answer.points[0].sources + answer.points[0].copies > 1
    query: Query = build_chain(archive).invoke({"question": ASKED, "ignore": ("sources",)})["query"]
    assert query.filter == SearchFilter()


def test_the_command_line_says_what_it_understood_and_how_to_ask_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_MODEL", "none")
    with news_archive(tmp_path, BRIDGE, OTHER):
        pass

    def run(*options: str) -> Result:
        return CliRunner().invoke(commands, ["ask", "--archive", str(tmp_path), ASKED, *options], obj=open_with_hashes)

    assert f"understood as: from {BRIDGE.source} (--any-source to ignore)" in run().stderr
    assert "understood as" not in run("--any-source").stderr
