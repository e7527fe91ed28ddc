"""A look at a Chroma folder by a process that may die of it: `python -m vectorstore.probe FOLDER < expected ids`.

After a kill during a flush, loading the index can end the process with SIGSEGV or map terabytes (chroma-core/chroma
issues 6949, 7090, 7238), so nobody loads an unsealed folder before a child has.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vectorstore.passage import article_of, compare_ids
from vectorstore.stored import Matrix

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

# 20,000 passages take 3 s; an index that does not answer in this time is built again, which is no loss
PROBE_SECONDS = 120
# passages that are looked for, from all over the index
SAMPLES, PER_SAMPLE = 10, 20
STRANGE = 200
# cosine distance of a vector to itself, up to rounding
SAME = 1e-3
# The graph is approximate. Of 236 to 4,000 passages that differ by one number only, such as forecasts, a sound one does not find up to .11
# by their own vectors; a broken one misses most.
LOST = 0.25
# beyond this a file is one of those that claim terabytes: the vectors of 10 million passages take less
LARGEST_FILE = 40 << 30


def probe(folder: Path, expected: set[str], pending: Iterable[str]) -> str | None:
    """Whether the index holds the expected passages and finds them.

    Args:
        pending: Articles whose passages may be there or not.

    Returns:
        None when it is sound, else what is wrong, in a few words.
    """
    if any(file.lstat().st_size > LARGEST_FILE for file in folder.rglob("*")):
        return "a file of impossible size"
    order = json.dumps({"expected": sorted(expected), "pending": sorted(pending)})
    # absolute, since the child works elsewhere
    command = [sys.executable, "-m", "vectorstore.probe", str(folder.absolute())]
    # the child finds this package whichever way it was installed
    root = Path(__file__).resolve().parent.parent
    try:
        child = subprocess.run(command, input=order, capture_output=True, text=True, timeout=PROBE_SECONDS, cwd=root, check=False)
    except subprocess.TimeoutExpired:
        return "no answer"
    if child.returncode < 0:
        return f"the reading process died of signal {-child.returncode}"
    lines = child.stdout.strip().splitlines()
    return None if child.returncode == 0 else (lines[-1] if lines else f"exit status {child.returncode}")


def examine(folder: Path, expected: set[str], pending: set[str]) -> str | None:
    """What `probe` does, in this process."""
    from vectorstore.vectors import open_collection

    client, collection = open_collection(folder)
    held = {id for id in collection.get(include=[])["ids"] if article_of(id) not in pending}
    if fault := compare_ids(expected, held):
        return fault
    count = collection.count()
    if not count:
        return None
    known = _sample(collection, count)
    strange = np.random.default_rng(0).normal(size=(STRANGE, known.shape[1])).astype(np.float32)
    collection.query(query_embeddings=strange, n_results=min(10, count), include=[])
    distances = np.asarray(collection.query(query_embeddings=known, n_results=1, include=["distances"])["distances"])
    client.close()
    lost = float((distances > SAME).mean())
    return f"{lost:.0%} of the passages are not found" if lost > LOST else None


def _sample(collection: "Collection", count: int) -> Matrix:
    """The vectors of passages from the first to the last: a part of a graph may be lost."""
    step = max(PER_SAMPLE, count // SAMPLES)
    parts = [collection.get(limit=PER_SAMPLE, offset=at, include=["embeddings"])["embeddings"] for at in range(0, count, step)]
    return np.concatenate([np.asarray(part, np.float32) for part in parts])


def main() -> int:
    import resource

    order = json.load(sys.stdin)
    # a damaged header can ask for any amount of memory
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST_FILE, LARGEST_FILE))
    try:
        fault = examine(Path(sys.argv[1]), set(order["expected"]), set(order["pending"]))
    except Exception as error:  # whatever it is, the index cannot be used
        fault = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    print(fault or "sound")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
