"""Clusters of near-duplicates through the archive."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.news import whole_text
from tests.test_duplicates import FRAME, STORY
from vectorstore import Archive, Article, ArticleNotFound, Timestamp, open_archive

pytestmark = pytest.mark.usefixtures("engines")

PARTS = STORY.split(". ")
HEAD, TAIL = ". ".join(PARTS[:4]), ". ".join(PARTS[3:])


def article(name: str, text: str, day: int | None = 9, agencies: tuple[str, ...] = ()) -> Article:
    published = Timestamp.of_day(date(2025, 1, day), "meta") if day else None
    return Article(text=text, url=f"https://{name}.example.org/a", source=name, language="en", published=published, agencies=agencies)


COURIER, GAZETTE, HERALD = article("courier", STORY), article("gazette", f"{FRAME}\n\n{STORY}", 8), article("herald", STORY, None)
OTHER = article("other", "The library in Thornby opens on Sundays from May. Volunteers run the desk. The council pays for heating. " * 2)


@pytest.fixture
def archive(tmp_path: Path):
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as opened:
        yield opened


def add(archive: Archive, *articles: Article) -> None:
    archive.add([(one, [whole_text(one)]) for one in articles])


def test_copies_are_one_cluster_named_after_the_earliest_and_others_are_alone(archive: Archive) -> None:
    add(archive, COURIER, HERALD, OTHER, GAZETTE)
    clusters = archive.copies(one.article_id for one in (COURIER, GAZETTE, HERALD, OTHER))
    wire = clusters[HERALD.article_id]
    assert wire.articles == (GAZETTE.article_id, COURIER.article_id, HERALD.article_id)
    assert wire.sources == ("gazette", "courier", "herald")
    assert clusters[COURIER.article_id] == clusters[GAZETTE.article_id] == wire
    assert len({cluster.canonical for cluster in clusters.values()}) == 2
    assert archive.cluster_of(OTHER.article_id).articles == (OTHER.article_id,)


def test_the_agency_that_is_credited_stands_before_an_earlier_paper(archive: Archive) -> None:
    wire = article("Nordwire", STORY, 10)
    add(archive, GAZETTE, wire, replace(COURIER, agencies=("Nordwire",)))
    cluster = archive.cluster_of(GAZETTE.article_id)
    assert cluster.canonical == wire.article_id
    assert cluster.agencies == ("Nordwire",)


def test_what_links_two_clusters_joins_them_and_they_part_when_it_goes(archive: Archive) -> None:
    head, tail = article("head", HEAD), article("tail", TAIL)
    add(archive, head, tail)
    assert archive.cluster_of(head.article_id).articles == (head.article_id,)
    add(archive, COURIER)
    assert set(archive.cluster_of(head.article_id).articles) == {head.article_id, tail.article_id, COURIER.article_id}
    archive.delete(COURIER.article_id)
    assert archive.cluster_of(head.article_id).articles == (head.article_id,)
    assert archive.cluster_of(tail.article_id).articles == (tail.article_id,)


def test_a_new_version_takes_an_article_out_of_its_cluster_and_going_back_takes_it_in_again(archive: Archive) -> None:
    add(archive, COURIER, GAZETTE)
    add(archive, replace(COURIER, text=OTHER.text, fetched=Timestamp(1_800_000_000, "second", "given")))
    assert archive.cluster_of(COURIER.article_id).articles == (COURIER.article_id,)
    add(archive, replace(COURIER, fetched=Timestamp(1_800_000_001, "second", "given")))
    assert len(archive.cluster_of(COURIER.article_id).articles) == 2


def test_an_update_by_the_same_source_is_a_version_and_no_copy(archive: Archive) -> None:
    add(archive, COURIER)
    add(archive, replace(COURIER, text=STORY.replace("24 crew", "25 crew"), fetched=Timestamp(1_800_000_000, "second", "given")))
    assert archive.get_article(COURIER.article_id).number == 2
    assert archive.cluster_of(COURIER.article_id).articles == (COURIER.article_id,)


def test_clusters_are_the_same_in_whatever_order_articles_came(tmp_path: Path) -> None:
    found = set()
    articles = article("head", HEAD), COURIER, article("tail", TAIL), OTHER
    for number, order in enumerate(permutations(articles)):
        if number % 4:
            continue
        with open_archive(tmp_path / str(number), embeddings=HashEmbeddings()) as archive:
            add(archive, *order)
            found.add(frozenset(archive.copies(one.article_id for one in articles).items()))
    assert len(found) == 1


def test_an_article_that_is_not_there_has_no_cluster(archive: Archive) -> None:
    assert archive.copies(["nothing"]) == {}
    with pytest.raises(ArticleNotFound):
        archive.cluster_of("nothing")
