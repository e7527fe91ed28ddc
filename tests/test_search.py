"""What search finds, from vectors, words and 4-grams together."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.documents import Document

from tests.doubles import HashEmbeddings
from tests.test_archive import BRIDGE, STREIK, UNDATED, passages
from vectorstore import Archive, Article, SearchFilter, Span, open_archive
from vectorstore.copies import drop_copies
from vectorstore.search import PassageSearch

pytestmark = pytest.mark.usefixtures("engines")


class LanguagesEmbeddings(HashEmbeddings):
    """Says that it knows these languages, and finds cats nearest to the German question below."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.identity = replace(self.identity, languages=languages)

    def _vector(self, text: str) -> list[float]:
        return super()._vector("Lotsen streiken" if "cats" in text or text == GERMAN_QUESTION else "something else")


GERMAN_QUESTION = "Weshalb kommen heute keine Containerfrachter ohne einen Lotsen herein?"


@pytest.mark.parametrize(("languages", "first"), [(("en",), "Lotsenstreik"), (("en", "de"), "Cats"), ((), "Cats")])
def test_vectors_weigh_what_the_model_knows_of_the_languages(tmp_path: Path, languages: tuple[str, ...], first: str) -> None:
    with open_archive(tmp_path, embeddings=LanguagesEmbeddings(languages)) as archive:
        archive.add([passages(BRIDGE), passages(STREIK), passages(UNDATED)])
        assert archive.search(GERMAN_QUESTION)[0].metadata["title"] == first


def test_a_wire_story_takes_one_place_and_a_contradiction_keeps_its_own(archive: Archive) -> None:
    wire = "The islanders keep their old ferry through the winter, the council of Sandholm said after a vote on Tuesday night."
    texts = [wire, wire, wire.replace("Tuesday", "Friday")]
    archive.add([passages(Article(text, url=f"https://paper{number}.example.org/ferry")) for number, text in enumerate(texts)])
    assert sorted(hit.page_content for hit in archive.search("old ferry of Sandholm", k=3)) == [texts[2], wire]


WIRE = (
    "The harbour council voted on Tuesday to keep the old ferry running through the winter, after three hundred islanders had signed a "
    "petition against the end of the line. The ferry carries forty cars and twice a day crosses the sound, which freezes over in hard "
    "winters. Its crew will be paid by the region until spring, when the council wants to look for a new operator and a newer ship."
)


def test_one_text_lightly_rewritten_by_two_papers_takes_one_place(archive: Archive) -> None:
    rewritten = WIRE.replace("voted on Tuesday to keep", "decided on Tuesday to keep").replace("hard winters", "cold winters")
    rewritten = rewritten.replace("a newer ship", "a younger ship").replace("until spring", "till spring").replace("carries", "takes")
    corrected = WIRE.replace("three hundred", "Nine hundred").replace("forty", "14").replace("Tuesday", "Friday").replace("until", "till")
    for place, text in enumerate((WIRE, rewritten, corrected)):
        archive.add([(Article(text, url=f"https://paper{place}.example.org/ferry", source=f"Paper {place}"), [Span(0, len(text))])])
    found = archive.search("Why does the old ferry run through the winter?")
    assert len(found) == 2, "the first two say the same"
    assert corrected in [passage.page_content for passage in found], "what contradicts keeps its place"
    # the archive knows that they are one text; by their words alone they would be two
    assert len(drop_copies(found_alone(WIRE, rewritten), most=3)) == 2


def found_alone(*texts: str) -> list[Document]:
    return [Document(page_content=text, metadata={"article_id": str(place)}) for place, text in enumerate(texts)]


def test_the_beginning_of_a_word_finds_its_compounds_and_the_middle_of_another_does_not(archive: Archive) -> None:
    harbour = Article(text="Hafenarbeiter warten.", language="de", url="https://a.example.org/1")
    other = Article(text="Schafenge warten.", language="de", url="https://a.example.org/2")
    archive.add([passages(harbour), passages(other)])
    assert archive.rankings("Hafen")["grams"][0][0].startswith(harbour.article_id)


def test_a_question_may_name_the_paper_or_the_author(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(STREIK)])
    assert archive.rankings("Hafenblatt")["words"][0][0].startswith(STREIK.article_id)
    assert archive.rankings("Doe")["words"][0][0].startswith(BRIDGE.article_id)


@pytest.mark.embedded
def test_an_index_of_other_terms_is_built_again(tmp_path: Path) -> None:
    import tantivy

    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([passages(BRIDGE), passages(STREIK)])
    old = tmp_path / "lexical"
    shutil.rmtree(old)
    old.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("grams", tokenizer_name="whitespace", index_option="freq")
    tantivy.Index(builder.build(), path=str(old))
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        assert archive.rankings("Lotsen")["words"][0][0].startswith(STREIK.article_id)


def test_common_words_are_found_in_another_language(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(STREIK), passages(UNDATED)])
    assert archive.rankings("Which ships wait for the strike?")["words"][0][0].startswith(STREIK.article_id)
    assert archive.rankings("Warum ist die Brücke zu?")["words"][0][0].startswith(BRIDGE.article_id)


def test_the_word_itself_weighs_more_than_its_translation(archive: Archive) -> None:
    bridge = Article(text="Die Brücke im Süden.", language="de", url="https://a.example.org/1")
    other = Article(text="The bridge down south.", language="en", url="https://a.example.org/2")
    archive.add([passages(bridge), passages(other)])
    ranked = [id.split(":")[0] for id, _ in archive.rankings("Where is the bridge?")["words"]]
    assert ranked == [other.article_id, bridge.article_id]


def test_a_large_archive_leaves_out_what_most_passages_have(archive: Archive) -> None:
    towns = [Article(text=f"The harbour of {town}.", language="en", url=f"https://a.example.org/{town}") for town in ("Ost", "Elm", "Ulm")]
    archive.add([*map(passages, towns), passages(STREIK)])
    large = PassageSearch(archive._catalogue, archive._indexes, archive._model, large=1)
    grams = [one.rank("Which harbourless strike?", SearchFilter(), 9, ())["grams"] for one in (archive._search, large)]
    assert [len(found) for found in grams] == [5, 2]
    assert {id.split(":")[0] for id, _ in grams[1]} == {STREIK.article_id}
    # where nothing else is asked, it stays
    assert len(large.rank("harbour", SearchFilter(), 9, ())["grams"]) == 3


@pytest.mark.parametrize("large", [0, 10**6])
def test_a_translation_is_found_inside_a_compound(archive: Archive, large: int) -> None:
    harbour = Article(text="Die Hafenbrücke bleibt zu.", language="de", url="https://a.example.org/1")
    archive.add([passages(harbour), passages(UNDATED), passages(STREIK)])
    search = PassageSearch(archive._catalogue, archive._indexes, archive._model, large)
    assert search.rank("Which bridge is closed?", SearchFilter(), 9, ())["grams"][0][0].startswith(harbour.article_id)


def test_the_paper_that_a_question_names_comes_first_when_both_tell_it(archive: Archive) -> None:
    told = "Forty ships wait outside the port, the harbour master said on Monday."
    one = Article(text=told, source="Courier", language="en", url="https://a.example.org/1")
    other = Article(text=f"{told} Nobody knows why.", source="Evening Post", language="en", url="https://a.example.org/2")
    archive.add([(article, [Span(0, len(article.text))]) for article in (one, other)])
    for source in ("Courier", "Evening Post"):
        assert archive.search(f"How many ships wait according to the {source}?")[0].metadata["source"] == source
