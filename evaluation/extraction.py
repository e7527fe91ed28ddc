"""Is the article's text, and no more, taken out of a web page?"""

import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.metrics import Figure, mean
from evaluation.pages import Page
from evaluation.questions import Half, half_of

# as in Scrapinghub's article extraction benchmark: runs of four words
RUN = 4


def measure_extraction(pages: Sequence[Page], half: Half) -> list[Figure]:
    """Precision and recall of the words' runs, and the F1 of the two means."""
    chosen = [page for page in pages if half in ("all", half_of(page.id))]
    return score_pages([(page.body, extract(page)) for page in chosen])


def extract(page: Page) -> str:
    """The text that ingest takes from a page; empty when it refuses the page."""
    from ingest.read import read_file
    from vectorstore import Article

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_bytes(page.unpack())
        return "".join(reading.text for reading in read_file(file) if isinstance(reading, Article))


def score_pages(pairs: Sequence[tuple[str, str]]) -> list[Figure]:
    """Of pairs (true text, extracted text). Without a prediction there is no precision, without a truth no recall.

    F1 has no value for a single page here, so its interval is that of the two means' ends together.
    """
    precisions: list[float] = []
    recalls: list[float] = []
    for truth, found in pairs:
        precision, recall = score_page(truth, found)
        precisions += [] if precision is None else [precision]
        recalls += [] if recall is None else [recall]
    by_precision, by_recall = mean("extraction", "precision", precisions), mean("extraction", "recall", recalls)
    value, low, high = (_f1(getattr(by_precision, end), getattr(by_recall, end)) for end in ("value", "low", "high"))
    extracted = [float(bool(found.strip())) for _, found in pairs]
    return [
        Figure("extraction", "F1", value, low, high, len(pairs)),
        by_precision,
        by_recall,
        mean("extraction", "not empty", extracted),
    ]


def score_page(truth: str, found: str) -> tuple[float | None, float | None]:
    """Precision and recall of one page; None for the one that has nothing to divide by."""
    wanted, got = _runs(truth), _runs(found)
    shared = (wanted & got).total()
    precision = shared / got.total() if got else None
    recall = shared / wanted.total() if wanted else None
    return precision, recall


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    # a text shorter than a run is one run
    return Counter(tuple(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1))) if words else Counter()


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
