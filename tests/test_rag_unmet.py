"""A paper or a language that the archive has nothing of is told, with what may be meant."""

from pathlib import Path

import pytest

from rag.unmet import name_unmet
from tests.news import DELEGATION, news_archive
from vectorstore import SearchFilter


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (SearchFilter(), []),
        (SearchFilter(sources=("hafenblatt", "Town Gazette"), languages=("de",)), []),
        (SearchFilter(sources=("hafen blatt",)), ["no article here is of 'hafen blatt'; is it 'Hafenblatt'?"]),
        (SearchFilter(languages=("german", "en")), ["no article here is in 'german'; there are en, de"]),
    ],
)
def test_each_limit_that_nothing_meets_is_one_line(limits: SearchFilter, told: list[str], tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        assert list(name_unmet(archive, limits)) == told


def test_where_no_name_is_alike_those_that_there_are_stand_in(tmp_path: Path) -> None:
    with news_archive(tmp_path, DELEGATION) as archive:
        assert list(name_unmet(archive, SearchFilter(sources=("Le Monde",)))) == ["no article here is of 'Le Monde'; there are Hafenblatt"]
