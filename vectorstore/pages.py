"""Pages of a mapped file that were read and are hardly needed again: given back to the system, which reads them anew where they are."""

import ctypes
import sys
from pathlib import Path

MADV_DONTNEED = 4  # of Linux's mman.h
# mapped to be read and shared: nothing can be written there that would be lost
READ_ONLY = "r--s"


def give_back_pages(file: Path) -> None:
    """Takes the file's pages out of this process's memory, on Linux. Any thread may read them meanwhile."""
    if sys.platform != "linux":
        return
    advise = ctypes.CDLL(None).madvise
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    place = str(file.resolve())
    for line in Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").splitlines():
        addresses, rights, *_, path = line.split(maxsplit=5)
        if path == place and rights == READ_ONLY:
            start, end = (int(address, 16) for address in addresses.split("-"))
            advise(start, end - start, MADV_DONTNEED)
