"""Each deed has its words in four languages, and kinds of question that ask for it."""

from typing import get_args

import pytest

from rag.comparisons.concepts import LANGUAGES, lines_of
from rag.deedwords import ALWAYS_TOLD, OFTEN_TOLD
from rag.kinds import Kind


@pytest.mark.parametrize("table", [ALWAYS_TOLD, OFTEN_TOLD])
def test_each_deed_is_asked_for_and_told_in_every_language(table: str) -> None:
    for line in lines_of(table):
        if line.startswith("#"):
            assert set(line[1:].strip().split(", ")) <= set(get_args(Kind))
        else:
            columns = line.split("|")
            assert len(columns) == len(LANGUAGES) and all(column.partition(";")[0].strip() for column in columns), line
