"""How an archive behaves as it grows tenfold and tenfold again: `python -m benchmarks growth`. Articles and vectors are generated."""

import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.generated import PASSAGES_PER_ARTICLE, GeneratedEmbeddings, generate
from benchmarks.machine import describe_machine
from benchmarks.processes import disk_megabytes, run_program
from vectorstore import Article, Span

Batch = list[tuple[Article, list[Span]]]
Say = Callable[[str], None]

SMALLEST = 1_000
# as many passages as ingest writes at once
AT_ONCE = 25
# a million passages took an hour and a quarter beside other work
LONGEST_SECONDS = 6 * 3_600


def measure_growth(folder: Path, to: int, say: Say) -> dict[str, Any]:
    """Figures at 1,000, 10,000 … passages, up to `to`, of one archive that is made in `folder`; each size is asked in a new process."""
    results: dict[str, Any] = {"machine": describe_machine(), "sizes": {}}
    size, before = SMALLEST, 0
    while size <= to:
        say(f"growing to {size:,} passages")
        grown = run_program(
            [sys.executable, "-m", "benchmarks.growing", "grow", str(folder), str(before), str(size)], {}, timeout_seconds=LONGEST_SECONDS
        )
        say(f"asking at {size:,} passages")
        first = run_program([sys.executable, "-m", "benchmarks.growing", "begin", str(folder)], {})
        asked = run_program([sys.executable, "-m", "benchmarks.growing", "ask", str(folder), str(size)], {})
        results["sizes"][str(size)] = {
            **grown.figures,
            "memory at ingest, MB": grown.memory_megabytes,
            **first.figures,
            **asked.figures,
            "disk, MB": disk_megabytes(folder),
            "disk per passage, kB": 1000 * disk_megabytes(folder) / size,
        }
        say(json.dumps(results["sizes"][str(size)]))
        size, before = 10 * size, size
    return results


def batches(before: int, passages: int) -> Iterator[Batch]:
    """Generated articles, with those versions that were revised, from one size of the archive to the next."""
    numbers = iter(range(before // PASSAGES_PER_ARTICLE, passages // PASSAGES_PER_ARTICLE))
    while part := list(islice(numbers, AT_ONCE)):
        yield [entry for number in part for entry in generate(number)]


def make_vectors(batch: Batch, model: GeneratedEmbeddings) -> dict[str, list[float]]:
    texts = [article.text[start:end] for article, spans in batch for start, end in spans]
    return dict(zip(texts, model.embed_documents(texts), strict=True))
