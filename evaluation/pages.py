"""Web pages with the text that a reader would call the article."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from evaluation.files import SetMissing, require


@dataclass(frozen=True, slots=True)
class Page:
    """`body` is the true text; `packed` the page as it was fetched, gzipped."""

    id: str
    body: str
    packed: Path

    def unpack(self) -> bytes:
        return gzip.decompress(self.packed.read_bytes())


def find_files(data: Path) -> list[Path]:
    truth = require(data / "extraction", "ground-truth.json")
    pages = sorted((data / "extraction" / "html").glob("*.html.gz"))
    if not pages:
        raise SetMissing(f"{data / 'extraction' / 'html'} holds no pages; name the folder that holds them with --data")
    return truth + pages


def read_pages(data: Path) -> list[Page]:
    truth_file, *packed = find_files(data)
    truth = json.loads(truth_file.read_text())
    return [Page(id, truth[id]["articleBody"], file) for file in packed if (id := file.name.removesuffix(".html.gz")) in truth]
