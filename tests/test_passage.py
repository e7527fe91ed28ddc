"""A passage is a stretch of one version, with one fixed set of metadata."""

from tests.news import BRIDGE, FESTIVAL
from vectorstore import PASSAGE_KEYS, Article, Span, Version, make_passage, passage_id
from vectorstore.passage import article_of, compare_ids, is_passage_id


def version(article: Article) -> Version:
    return Version(article.article_id, 2, article, 0, current=True)


def test_its_text_is_the_stretch_between_its_offsets() -> None:
    article = Article(text="Début 🙂 — naïveté.\n\nFin.", url="https://x.example.org/a")
    passage = make_passage(version(article), 0, Span(6, 18))
    assert passage.page_content == article.text[passage.metadata["start"] : passage.metadata["end"]] == "🙂 — naïveté."


def test_it_has_the_keys_that_are_promised_and_none_for_what_is_unknown() -> None:
    dated, undated = (make_passage(version(article), 3, Span(0, 5)).metadata for article in (BRIDGE, FESTIVAL))
    assert dated["published"] == 1741564800
    assert dated.keys() | {"genre", "access", "score"} == set(PASSAGE_KEYS)
    assert not undated.keys() & {"published", "genre", "access"}
    assert undated["url"] == ""


def test_its_id_names_article_version_and_place_and_leads_back_to_the_article() -> None:
    passage = make_passage(version(BRIDGE), 7, Span(0, 5))
    assert passage.id == passage_id(BRIDGE.article_id, 2, 7) == f"{BRIDGE.article_id}:2:7"
    assert article_of(passage.id) == BRIDGE.article_id and is_passage_id(passage.id)


def test_an_index_of_other_passages_is_told_by_how_many_lack_and_are_too_many() -> None:
    assert compare_ids({"a:1:0", "a:1:1"}, {"a:1:0", "a:1:1"}) is None
    assert compare_ids({"a:1:0", "a:1:1"}, {"a:1:0", "b:1:0", "b:1:1"}) == "1 passages missing, 2 too many"
    assert compare_ids(set(), set()) is None
