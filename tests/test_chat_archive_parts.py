"""The view Archive takes every format of files that ingest reads."""

import pytest
from gradio_client.utils import is_valid_file

from chat.archive_parts import FILE_TYPES
from ingest.formats import FORMATS, TABLES


@pytest.mark.parametrize("suffix", [*FORMATS, *TABLES])
def test_a_file_that_can_be_read_may_be_uploaded(suffix: str) -> None:
    assert is_valid_file(f"/tmp/report{suffix}", FILE_TYPES)


def test_a_program_may_not() -> None:
    assert not any(is_valid_file(f"/tmp/report{suffix}", FILE_TYPES) for suffix in (".exe", ".sh", ".py", ".zip", ""))
