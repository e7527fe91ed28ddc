"""The heap of the process."""

import subprocess
import sys

import pytest

SCRIPT = """
import ctypes
from ingest.heap import return_large_buffers

class Heap(ctypes.Structure):
    names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in names.split()]

libc = ctypes.CDLL(None)
libc.mallinfo2.restype = Heap
{call}
# of 8 MB: glibc by itself keeps all smaller ones in its heap from here on
del [bytes(8_000_000)][:]
before = libc.mallinfo2().hblkhd
kept = [bytes(300_000) for _ in range(10)]
print(libc.mallinfo2().hblkhd - before)
"""


def mapped(call: str) -> int:
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(call=call)], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone keeps what is freed")
def test_large_buffers_are_mapped_by_themselves_however_large_ones_came_before() -> None:
    assert mapped("return_large_buffers()") >= 10 * 300_000
    # what the test is for: without it they are not
    assert mapped("") == 0
