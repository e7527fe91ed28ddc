"""A folder that holds an archive, or what is left of one, is told from others."""

import pytest

from vectorstore.traces import has_traces


@pytest.mark.parametrize("names", [["catalogue.sqlite"], ["letter.txt", "lexical"], ["vectors-12"]])
def test_one_file_or_folder_of_an_archive_is_enough(names: list[str]) -> None:
    assert has_traces(names)


@pytest.mark.parametrize("names", [[], ["letter.txt"], ["catalogue.sqlite.bak"], ["vectors"]])
def test_other_folders_hold_none(names: list[str]) -> None:
    assert not has_traces(names)
