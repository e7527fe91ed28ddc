"""What was read of a mapped file leaves the memory, and is there again when it is read."""

import mmap
import sys
from pathlib import Path

import pytest

from vectorstore.pages import give_back_pages

SIZE = 8 << 20


def resident(file: Path) -> int:
    """Kilobytes of a mapped file that this process holds."""
    held, inside = 0, False
    for line in Path("/proc/self/smaps").read_text().splitlines():
        words = line.split(maxsplit=5)
        if "-" in words[0] and not words[0].endswith(":"):
            inside = words[-1] == str(file)
        elif inside and words[0] == "Rss:":
            held += int(words[1])
    return held


def open_mapped(file: Path) -> mmap.mmap:
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what of a file is held")
def test_pages_that_are_given_back_take_no_memory_and_read_as_before(tmp_path: Path) -> None:
    file, other = tmp_path / "network.bin", tmp_path / "other bin"
    for each in (file, other):
        each.write_bytes(bytes(range(256)) * (SIZE // 256))
    first, second = map(open_mapped, (file, other))
    before = first[:]
    assert second[:] == before and resident(file) == resident(other) == SIZE // 1024
    give_back_pages(file)
    assert resident(file) == 0 and resident(other) == SIZE // 1024
    assert first[:] == before


def test_a_file_that_is_not_mapped_is_no_error(tmp_path: Path) -> None:
    give_back_pages(tmp_path / "nothing")
