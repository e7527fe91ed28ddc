"""The archive through its public face."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from vectorstore import Archive, ArchiveError, Article, ArticleNotFound, SearchFilter, Span, Timestamp, open_archive, split_sentences

pytestmark = pytest.mark.usefixtures("engines")

BRIDGE = Article(
    text="The harbour bridge is closed. Engineers found cracks in two cables.",
    title="Bridge closed",
    url="https://courier.example.org/bridge",
    source="Harbour Courier",
    language="en",
    authors=("Jane Doe",),
    published=Timestamp.of_day(date(2025, 2, 13), "json-ld"),
    metadata={"desk": "city"},
)
STREIK = Article(
    text="Die Lotsen streiken seit Montag. Im Hafen warten vierzig Schiffe.",
    title="Lotsenstreik",
    url="https://blatt.example.org/streik",
    source="Hafenblatt",
    language="de",
    published=Timestamp.of_day(date(2025, 3, 3), "meta"),
)
UNDATED = Article(text="The lighthouse keeper feeds forty cats.", title="Cats", source="Harbour Courier", language="en")


def passages(article: Article) -> tuple[Article, list[Span]]:
    return article, split_sentences(article.text, article.language)


@pytest.fixture
def embeddings() -> HashEmbeddings:
    return HashEmbeddings()


@pytest.fixture
def archive(tmp_path: Path, embeddings: HashEmbeddings):
    with open_archive(tmp_path / "archive", embeddings=embeddings) as opened:
        yield opened


def test_an_empty_archive_finds_nothing(archive: Archive) -> None:
    assert archive.search("bridge") == []
    assert archive.status().articles == 0
    assert archive.list_articles() == []


def test_an_article_comes_back_as_it_was_given(archive: Archive) -> None:
    assert archive.add([passages(BRIDGE)]) == ["new"]
    version = archive.get_article(BRIDGE.article_id)
    assert version.article == BRIDGE
    assert (version.number, version.current) == (1, True)


def test_what_kind_of_text_an_article_is_comes_back_and_stands_with_its_passages(archive: Archive) -> None:
    marked = replace(
        BRIDGE,
        genre="opinion",
        access="teaser",
        agencies=("dpa", "AFP"),
        corrections=("Correction: an earlier version named three cables.",),
        published_otherwise=(Timestamp.of_day(date(2025, 2, 10), "url"),),
    )
    archive.add([passages(marked)])
    assert archive.get_article(BRIDGE.article_id).article == marked
    found = archive.search("cracks", k=1)[0].metadata
    assert [len(archive.list_articles(SearchFilter(genres=(genre,)))) for genre in ("opinion", "satire", "report")] == [1, 0, 0]
    assert (found["genre"], found["access"]) == ("opinion", "teaser")
    assert archive.add([passages(replace(marked, genre="analysis"))]) == ["updated"]
    assert archive.get_article(BRIDGE.article_id).number == 1


def test_a_passage_is_an_exact_stretch_of_its_article(archive: Archive) -> None:
    archive.add([passages(BRIDGE)])
    found = archive.search("cracks in cables", k=1)[0]
    assert found.page_content == "Engineers found cracks in two cables."
    assert BRIDGE.text[found.metadata["start"] : found.metadata["end"]] == found.page_content
    assert {key: found.metadata[key] for key in ("article_id", "version", "index", "source", "published")} == {
        "article_id": BRIDGE.article_id,
        "version": 1,
        "index": 1,
        "source": "Harbour Courier",
        "published": 1739404800,
    }
    assert found.id == f"{BRIDGE.article_id}:1:1"


def test_an_undated_passage_has_no_publication_key(archive: Archive) -> None:
    archive.add([passages(UNDATED)])
    assert "published" not in archive.search("cats", k=1)[0].metadata


def test_the_same_article_again_changes_nothing_and_embeds_nothing(archive: Archive, embeddings: HashEmbeddings) -> None:
    archive.add([passages(BRIDGE)])
    done, generation = len(embeddings.embedded), archive.status().generation
    later = replace(BRIDGE, fetched=Timestamp(1_800_000_000, "second", "given"))
    assert archive.holds(BRIDGE) and archive.holds(later)
    assert archive.add([passages(BRIDGE), passages(later)]) == ["unchanged", "unchanged"]
    assert (len(embeddings.embedded), archive.status().generation) == (done, generation)


def test_changed_words_make_a_version_and_only_the_new_one_answers(archive: Archive, embeddings: HashEmbeddings) -> None:
    changed = replace(BRIDGE, text="The harbour bridge is closed. Engineers found cracks in three cables.")
    archive.add([passages(BRIDGE)])
    embeddings.embedded.clear()
    assert archive.add([passages(changed)]) == ["updated"]
    assert embeddings.embedded == ["Engineers found cracks in three cables."], "an equal sentence is not embedded twice"
    assert archive.get_article(BRIDGE.article_id).article.text == changed.text
    assert archive.get_article(BRIDGE.article_id, 1).article.text == BRIDGE.text
    assert not archive.get_article(BRIDGE.article_id, 1).current
    assert [hit.page_content for hit in archive.search("cracks in cables", k=5)] == [
        "Engineers found cracks in three cables.",
        "The harbour bridge is closed.",
    ]


def test_changed_facts_keep_the_version(archive: Archive) -> None:
    archive.add([passages(BRIDGE)])
    dated = replace(BRIDGE, published=Timestamp.of_day(date(2024, 1, 1), "given"), source="Courier")
    assert archive.add([passages(dated)]) == ["updated"]
    assert archive.status().versions == 1
    assert archive.search("bridge", SearchFilter(until="2024-02-01"), k=1)[0].metadata["source"] == "Courier"


def test_a_shortened_article_leaves_no_passages_behind(archive: Archive) -> None:
    long = replace(BRIDGE, text=" ".join(f"Cable {number} is broken." for number in range(10)))
    short = replace(BRIDGE, text="Cable 3 is whole again.")
    archive.add([passages(long)])
    archive.add([passages(short)])
    assert [hit.page_content for hit in archive.search("cable broken", k=10)] == ["Cable 3 is whole again."]


def test_an_old_copy_read_after_a_new_one_does_not_answer(archive: Archive) -> None:
    old = replace(BRIDGE, updated=Timestamp(1739404900, "second", "json-ld"), origin="/old.html")
    new = replace(BRIDGE, text="The bridge is open.", updated=Timestamp(1739500000, "second", "json-ld"), origin="/new.html")
    assert archive.add([passages(new), passages(old)]) == ["new", "updated"]
    assert archive.get_article(BRIDGE.article_id).article.text == "The bridge is open."
    assert archive.status().versions == 2
    assert archive.add([passages(old), passages(new)]) == ["unchanged", "unchanged"]


def test_a_file_that_goes_back_to_its_old_words_is_a_new_version(archive: Archive) -> None:
    first = replace(BRIDGE, origin="/bridge.html")
    second = replace(first, text="The bridge is open.")
    assert archive.add([passages(first), passages(second), passages(first)]) == ["new", "updated", "updated"]
    version = archive.get_article(BRIDGE.article_id)
    assert (version.number, version.article.text) == (3, BRIDGE.text)


def test_old_words_without_any_date_may_be_former(archive: Archive) -> None:
    first = replace(UNDATED, key="cats")
    second = replace(first, text="The lighthouse keeper feeds fifty cats.")
    archive.add([passages(first), passages(second)])
    assert archive.may_be_former(first) and not archive.holds(first)
    assert not archive.may_be_former(second)
    assert not archive.may_be_former(BRIDGE)


def test_a_changed_file_without_an_address_is_a_new_version(archive: Archive) -> None:
    first = Article("The bridge is closed. Ferries run every ten minutes instead.", title="Bridge", origin="/a.txt")
    second = replace(first, text="The bridge is open. Ferries run every hour.")
    unrelated = Article("Forty cats live on the island of Sandholm.", title="Cats", origin="/a.txt")
    copied = replace(first, origin="/b.txt")
    assert archive.add([passages(first)]) == ["new"]
    assert archive.add([passages(copied)]) == ["unchanged"]
    assert archive.add([passages(second)]) == ["updated"]
    assert archive.add([passages(unrelated)]) == ["new"], "another article under an old file name"


def test_as_of_shows_the_version_that_stood_then(archive: Archive) -> None:
    changed = replace(BRIDGE, text="The harbour bridge is open.", updated=Timestamp.of_day(date(2025, 4, 1), "json-ld"))
    archive.add([passages(BRIDGE), passages(changed), passages(STREIK)])
    before = archive.search("harbour bridge", SearchFilter(as_of="2025-03-31"), k=5)
    assert [hit.page_content for hit in before if hit.metadata["source"] == "Harbour Courier"] == [
        "The harbour bridge is closed.",
        "Engineers found cracks in two cables.",
    ]
    after = archive.search("harbour bridge", SearchFilter(as_of="2025-04-01"), k=1)
    assert after[0].page_content == "The harbour bridge is open."
    assert archive.search("harbour bridge", SearchFilter(as_of="2025-02-12")) == []


@pytest.mark.parametrize(
    ("limits", "titles"),
    [
        (SearchFilter(since="2025-02-13", until="2025-02-14"), {"Bridge closed"}),
        (SearchFilter(until="2025-02-13"), set()),
        (SearchFilter(since="2025-02-14"), {"Lotsenstreik"}),
        (SearchFilter(sources=("HAFENBLATT",)), {"Lotsenstreik"}),
        (SearchFilter(languages=("en",)), {"Bridge closed", "Cats"}),
        (SearchFilter(genres=("opinion",)), {"Cats"}),
        (SearchFilter(genres=("report",)), {"Bridge closed", "Lotsenstreik"}),
        (SearchFilter(genres=("report", "opinion"), languages=("en",)), {"Bridge closed", "Cats"}),
        (SearchFilter(genres=("satire",)), set()),
        (SearchFilter(languages=("en",), since="2020-01-01"), {"Bridge closed"}),
        (SearchFilter(), {"Bridge closed", "Lotsenstreik", "Cats"}),
    ],
)
def test_a_filter_limits_search_and_list_alike(archive: Archive, limits: SearchFilter, titles: set[str]) -> None:
    archive.add([passages(BRIDGE), passages(STREIK), passages(replace(UNDATED, genre="opinion"))])
    assert {hit.metadata["title"] for hit in archive.search("harbour hafen cats", limits, k=10)} == titles
    assert {version.article.title for version in archive.list_articles(limits)} == titles


def test_articles_left_out_for_want_of_a_date_are_counted(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(UNDATED)])
    assert archive.undated(SearchFilter(since="2025-01-01")) == 1
    assert archive.undated(SearchFilter(since="2025-01-01", languages=("de",))) == 0
    assert archive.undated(SearchFilter(languages=("en",))) == 0


def test_the_list_is_newest_first_and_undated_last(archive: Archive) -> None:
    archive.add([passages(UNDATED), passages(BRIDGE), passages(STREIK)])
    assert [version.article.title for version in archive.list_articles()] == ["Lotsenstreik", "Bridge closed", "Cats"]


@pytest.mark.embedded
def test_a_deleted_article_leaves_no_trace_in_any_file(tmp_path: Path, embeddings: HashEmbeddings) -> None:
    secret = replace(BRIDGE, text=BRIDGE.text.replace("cracks", "zyxwvut"))
    with open_archive(tmp_path, embeddings=embeddings) as archive:
        archive.add([passages(secret), passages(STREIK)])
        assert any(b"zyxwvut" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
        archive.delete(secret.article_id)
        assert archive.search("Lotsen streiken", k=1)[0].metadata["source"] == "Hafenblatt"
        assert archive.status().vectors == "ready"
    assert [file.name for file in tmp_path.rglob("*") if file.is_file() and b"zyxw" in file.read_bytes()] == []


def test_a_deleted_article_is_gone_everywhere(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(STREIK)])
    archive.delete(BRIDGE.article_id)
    assert all(hit.metadata["article_id"] != BRIDGE.article_id for hit in archive.search("harbour bridge cracks", k=10))
    with pytest.raises(ArticleNotFound, match="list the articles, or search"):
        archive.get_article(BRIDGE.article_id)
    with pytest.raises(ArticleNotFound):
        archive.delete(BRIDGE.article_id)
    assert archive.add([passages(BRIDGE), passages(STREIK)]) == ["deleted", "unchanged"]


def test_a_deleted_article_comes_back_only_when_that_is_allowed(archive: Archive) -> None:
    changed = replace(UNDATED, text=UNDATED.text.replace("forty", "fifty"), origin="cats.txt")
    archive.add([passages(replace(UNDATED, origin="cats.txt"))])
    archive.add([passages(changed)])
    (stands,) = archive.list_articles()
    archive.delete(stands.article_id)
    # a file is known by its words: neither the former nor the last text comes back
    assert archive.add([passages(UNDATED), passages(changed)]) == ["deleted", "deleted"]
    assert changed.article_id in archive.deleted_times([changed.article_id])
    with pytest.raises(ArticleNotFound, match="was deleted"):
        archive.undelete("0123456789abcdef")
    archive.undelete(changed.article_id)
    assert archive.deleted_times([UNDATED.article_id]) == {}
    assert archive.add([passages(UNDATED)]) == ["new"]


def test_a_new_version_tells_which_sentences_it_changed(archive: Archive) -> None:
    archive.add([passages(BRIDGE)])
    later = Timestamp(1_800_000_000, "second", "given")
    text = "The harbour bridge is closed. Engineers found cracks in three cables. A ferry runs."
    archive.add([passages(replace(BRIDGE, title="Bridge shut", text=text, fetched=later))])
    changes = archive.changes(BRIDGE.article_id)
    assert changes.removed == ("Engineers found cracks in two cables.",)
    assert changes.added == ("Engineers found cracks in three cables.", "A ferry runs.")
    assert (changes.before, changes.titles) == (1, ("Bridge closed", "Bridge shut"))
    assert archive.changes(BRIDGE.article_id, 1).before is None


def test_an_article_of_six_thousand_passages_is_taken_whole(archive: Archive) -> None:
    text = " ".join(f"Line {number} of the register." for number in range(6_000))
    register = replace(BRIDGE, text=text)
    spans, at = [], 0
    for sentence in text.split(". "):
        spans.append(Span(at, min(len(text), at + len(sentence) + 1)))
        at += len(sentence) + 2
    archive.add([(register, spans)])
    assert archive.status().passages == 6_000
    assert "Line 5999 of the register." in [hit.page_content for hit in archive.search("Line 5999", k=5)]


def test_the_status_counts_what_is_there(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(STREIK), passages(UNDATED)])
    status = archive.status()
    assert (status.articles, status.versions, status.passages, status.undated) == (3, 3, 5, 1)
    assert status.sources == (("Harbour Courier", 2), ("Hafenblatt", 1))
    assert status.languages == (("en", 2), ("de", 1))
    assert str(status.newest) == "2025-03-03"
    assert (status.embedding, status.vectors) == ("hash", "ready")
    assert status.size_bytes > 0


def test_a_term_that_no_passage_has_weighs_most(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(STREIK)])
    words = archive.weigh("the harbour bridge of Atlantis").words
    assert words["atlanti"] == max(words.values())
    assert all(weight > 0 for weight in words.values())


def test_each_ranking_alone_can_be_seen(archive: Archive) -> None:
    assert archive.rankings("bridge") == {}
    archive.add([passages(BRIDGE), passages(STREIK)])
    rankings = archive.rankings("Lotsen", k=1)
    assert {name: len(ranking) for name, ranking in rankings.items()} == {"vectors": 1, "words": 1, "grams": 1}
    assert {id.split(":")[0] for ranking in rankings.values() for id, _ in ranking} == {STREIK.article_id}
    with pytest.raises(ValueError, match="at least 1"):
        archive.rankings("Lotsen", k=0)


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_blank_question_is_refused(archive: Archive, text: str) -> None:
    with pytest.raises(ValueError, match="blank"):
        archive.search(text)


def test_spans_outside_the_text_are_refused_before_anything_is_stored(archive: Archive) -> None:
    with pytest.raises(ValueError, match="0–999"):
        archive.add([passages(STREIK), (BRIDGE, [Span(0, 999)])])
    with pytest.raises(ValueError, match="no passages"):
        archive.add([(BRIDGE, [])])
    assert archive.status().articles == 0


@pytest.mark.embedded
def test_even_a_nul_is_kept(archive: Archive) -> None:
    test_odd_texts_are_kept_to_the_character(archive, "nul \0 inside the text.")


@pytest.mark.parametrize("text", ["emoji 🦑 and עברית.", "x" * 100_000, "ＦＵＬＬ width ﬁ."])
def test_odd_texts_are_kept_to_the_character(archive: Archive, text: str) -> None:
    odd = Article(text=text, url="https://x.example.org/odd")
    archive.add([(odd, [Span(0, len(text))])])
    assert archive.get_article(odd.article_id).article.text == text
    assert archive.search(text[:1000], k=1)[0].page_content == text


def test_a_question_of_a_thousand_words_is_answered(archive: Archive) -> None:
    archive.add([passages(BRIDGE)])
    assert archive.search(" ".join(f"word{number}" for number in range(3000)) + " bridge", k=1)


def test_reopening_finds_the_same(tmp_path: Path, embeddings: HashEmbeddings) -> None:
    with open_archive(tmp_path, embeddings=embeddings) as archive:
        archive.add([passages(BRIDGE), passages(STREIK)])
        before = archive.search("harbour bridge", k=4)
    with open_archive(tmp_path, embeddings=embeddings) as archive:
        assert archive.search("harbour bridge", k=4) == before


@pytest.mark.parametrize("field", ["text", "title", "key", "source", "section", "origin"])
def test_half_a_character_is_refused_when_the_article_is_made(field: str) -> None:
    with pytest.raises(ValueError, match="half of a character"):
        replace(BRIDGE, **{field: "half \ud806 of it"})


JANUARY = replace(BRIDGE, text="The bridge is planned.", published=Timestamp.of_day(date(2025, 1, 10), "json-ld"), origin="/jan")
FEBRUARY = replace(JANUARY, text="The bridge is being built.", updated=Timestamp.of_day(date(2025, 2, 10), "json-ld"), origin="/feb")
MARCH = replace(JANUARY, text="The bridge is open.", updated=Timestamp.of_day(date(2025, 3, 10), "json-ld"), origin="/mar")


@pytest.mark.parametrize("order", list(permutations([JANUARY, FEBRUARY, MARCH])))
def test_one_version_stands_on_each_day_in_whatever_order_they_were_read(archive: Archive, order: tuple[Article, ...]) -> None:
    for article in order:
        archive.add([passages(article)])
    stood = {
        day: [version.article.text for version in archive.list_articles(SearchFilter(as_of=day))]
        for day in ("2025-01-09", "2025-01-15", "2025-02-15", "2025-03-15")
    }
    assert stood == {
        "2025-01-09": [],
        "2025-01-15": [JANUARY.text],
        "2025-02-15": [FEBRUARY.text],
        "2025-03-15": [MARCH.text],
    }
    assert [hit.page_content for hit in archive.search("bridge", SearchFilter(as_of="2025-02-15"))] == [FEBRUARY.text]
    assert archive.get_article(JANUARY.article_id).article.text == MARCH.text


def test_weights_stay_above_zero_after_corrections(archive: Archive) -> None:
    articles = [replace(BRIDGE, url=f"https://courier.example.org/{number}") for number in range(12)]
    archive.add([passages(article) for article in articles])
    archive.add([passages(replace(article, authors=("John Roe",))) for article in articles[:7]])
    weights = archive.weigh("harbour bridge")
    assert min([*weights.words.values(), *weights.grams.values()]) > 0


def test_any_number_of_results_may_be_asked_for(archive: Archive) -> None:
    archive.add([passages(BRIDGE), passages(STREIK)])
    assert len(archive.search("bridge", k=10**9)) == 4


def test_a_closed_archive_says_so(archive: Archive) -> None:
    archive.add([passages(BRIDGE)])
    archive.close()
    with pytest.raises(ArchiveError, match="is closed"):
        archive.search("bridge")


@pytest.mark.parametrize("field", ["sources", "languages"])
def test_one_text_for_several_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="several texts"):
        SearchFilter(**{field: "de"})


@pytest.mark.embedded
def test_an_unfinished_archive_under_a_relative_path_is_probed_in_the_right_place(
    tmp_path: Path, embeddings: HashEmbeddings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_archive("data", embeddings=embeddings) as archive:
        archive.add([passages(BRIDGE)])
        (tmp_path / "data" / "vectors-1.seal").unlink()
        archive.repair()
        assert archive.status().vectors_path == Path("data/vectors-1")
