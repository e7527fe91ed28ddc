"""What a search has found comes whole from the catalogue, as far as it is there and allowed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive, whole_text
from vectorstore import SearchFilter
from vectorstore.catalogue import Catalogue
from vectorstore.found import read_origins, read_passages

IDS = [f"{article.article_id}:1:0" for article in (BRIDGE, DELEGATION, FESTIVAL)]
NOBODYS = ["0123456789abcdef:1:0", f"{BRIDGE.article_id}:1:7", f"{BRIDGE.article_id}:9:0"]


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    news_archive(tmp_path).close()
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def test_passages_come_by_their_ids_and_what_is_not_there_is_left_out(catalogue: Catalogue) -> None:
    found = read_passages(catalogue.database, [*IDS, *NOBODYS], SearchFilter())
    assert found.keys() == set(IDS)
    assert found[IDS[0]].page_content == BRIDGE.text
    assert (found[IDS[1]].metadata["language"], found[IDS[1]].metadata["published"]) == ("de", 1739404800)
    assert read_passages(catalogue.database, [], SearchFilter()) == {}


def test_what_the_filter_leaves_out_does_not_come(catalogue: Catalogue) -> None:
    wanted = {
        SearchFilter(languages=("de",)): {IDS[1]},
        SearchFilter(since="2025-03-01"): {IDS[0]},
        SearchFilter(sources=("TOWN GAZETTE",)): {IDS[2]},
    }
    assert {filter: read_passages(catalogue.database, IDS, filter).keys() for filter in wanted} == wanted


def test_a_superseded_version_comes_only_where_a_day_is_asked_on_which_it_stood(tmp_path: Path) -> None:
    with news_archive(tmp_path, BRIDGE) as archive:
        newer = replace(BRIDGE, text=BRIDGE.text.replace("nine", "ten"))
        archive.add([(newer, [whole_text(newer)])])
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    both = [f"{BRIDGE.article_id}:{number}:0" for number in (1, 2)]
    assert read_passages(catalogue.database, both, SearchFilter()).keys() == {both[1]}
    assert read_passages(catalogue.database, both, SearchFilter(as_of="2025-03-20")).keys() == {both[0]}
    catalogue.close()


def test_language_and_source_are_told_of_those_that_exist(catalogue: Catalogue) -> None:
    origins = read_origins(catalogue.database, [*IDS, NOBODYS[0]])
    assert origins == {IDS[0]: ("en", "the harbour courier"), IDS[1]: ("de", "hafenblatt"), IDS[2]: ("en", "town gazette")}
    assert read_origins(catalogue.database, []) == {}
