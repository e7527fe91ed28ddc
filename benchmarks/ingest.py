"""Where an article's time goes on its way into the archive, stage by stage, what an unchanged one costs, and the memory."""

import json
import os
import resource
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.generated import GeneratedEmbeddings
from benchmarks.paper import serving
from benchmarks.processes import Watch
from benchmarks.webarchive import sentences_of, write_web_archive
from ingest import IngestReport, ingest
from ingest.item import Item
from ingest.read import read_item
from ingest.sources import find_items
from ingest.split import split_article
from vectorstore import Article, PassageEmbeddings, Span, open_archive

# written into archives of their own that begin anew each time
ROUNDS = 2
PAGE = "<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def measure_ingest(folder: Path, count: int) -> dict[str, float]:
    """Articles per second; the stages with the archive's own model, unchanged articles with generated vectors."""
    folder.mkdir(parents=True, exist_ok=True)
    records, pages = write_records(folder / f"{count}.jsonl", count), write_pages(folder / f"{count}-pages", count)
    model = open_archive(_fresh(folder / "model")).embeddings
    figures: dict[str, float] = {}
    for round in range(1, ROUNDS + 1):
        for kind, target in (("records", records), ("pages", pages)):
            stages = measure_stages(target, model, folder / "archive")
            figures |= {f"{kind}, {stage}, round {round}": figure for stage, figure in stages.items()}
    for kind, target in (("records", records), ("pages", pages)):
        for name, figure in measure_unchanged(target, count, folder / "archive").items():
            figures[f"{kind}, {name}, generated vectors"] = figure
    return figures


def write_records(file: Path, count: int) -> Path:
    """Generated articles of 600 words as JSON Lines, written one by one: they may be more than the memory holds."""
    with file.open("w") as lines:
        for number in range(count):
            title, paragraphs = sentences_of(number)
            record = {"id": number, "title": title, "text": "\n\n".join(paragraphs), "language": "en", "published": "2025-02-13"}
            lines.write(json.dumps(record) + "\n")
    return file


def write_pages(folder: Path, count: int) -> Path:
    """The same as web pages, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        title, paragraphs = sentences_of(number)
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (folder / f"{number}.html").write_text(PAGE.format(title=title, paragraphs=body))
    return folder


def measure_stages(target: Path, model: PassageEmbeddings, archive: Path) -> dict[str, float]:
    """Articles per second of each stage by itself, one after the other in this process, and of all of them as they are run."""
    items = [item for item in find_items([target], lambda addresses: iter(())) if isinstance(item, Item)]
    count = len(items)
    articles: list[Article] = []
    readings = (reading for item in items for reading in read_item(item))
    read = _rate(lambda: articles.extend(reading for reading in readings if isinstance(reading, Article)), count)
    spans: list[list[Span]] = []
    split = _rate(lambda: spans.extend(split_article(article, model) for article in articles), count)
    texts = [article.text[span.start : span.end] for article, found in zip(articles, spans, strict=True) for span in found]
    vectors: dict[str, list[float]] = {}
    embed = _rate(lambda: vectors.update(zip(texts, model.embed_documents(texts), strict=True)), count)
    batch = list(zip(articles, spans, strict=True))
    with open_archive(_fresh(archive), embeddings=model) as opened:
        write = _rate(lambda: opened.add(batch, vectors), count)
    together = _rate(lambda: _take_in(target, _fresh(archive), model), count)
    return {"read": read, "split": split, "embed": embed, "write": write, "all as run": together}


def measure_unchanged(target: Path, count: int, archive: Path) -> dict[str, float]:
    """Articles per second when they are new, and when nothing has changed."""
    work = partial(_take_in, target, _fresh(archive), GeneratedEmbeddings())
    return {"new": _rate(work, count), "unchanged": _rate(work, count)}


def measure_web(folder: Path, pages: int) -> dict[str, float]:
    """Pages per second of a sitemap on a server of this machine, and of processor seconds of this process: new, then unchanged twice."""
    figures: dict[str, float] = {}
    archive = _fresh(folder / "archive")
    with serving(pages) as sitemap:
        for run in ("new", "unchanged", "unchanged, again"):
            before = time.process_time()
            with open_archive(archive, embeddings=GeneratedEmbeddings()) as opened:
                figures[f"pages/s, {run}"] = _rate(partial(ingest, [sitemap], opened, allow_private=True), pages)
            figures[f"ms of processor a page, {run}"] = 1000 * (time.process_time() - before) / pages
    return figures


def measure_web_archive(folder: Path, megabytes: int) -> dict[str, float]:
    """What a run over a generated web archive of that size takes. The file is deleted at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{megabytes}.warc"
    try:
        pages = write_web_archive(file, megabytes * 1_000_000)
        return {"MB, web archive": file.stat().st_size / 1e6, "pages": pages, **measure_memory(file, folder / "archive")}
    finally:
        file.unlink(missing_ok=True)


def measure_memory(file: Path, archive: Path) -> dict[str, float]:
    """What one run over a file takes, with generated vectors: MB at most of this process, its largest child, and all at one moment."""
    started = time.perf_counter()
    with Watch(os.getpid()) as watch:
        report = _take_in(file, _fresh(archive), GeneratedEmbeddings())
    seconds = time.perf_counter() - started
    sizes = {
        name: resource.getrusage(who).ru_maxrss / 1000
        for name, who in (("MB, this process", resource.RUSAGE_SELF), ("MB, largest child", resource.RUSAGE_CHILDREN))
    }
    sizes["MB, all together"] = watch.most / 1e6
    return {"articles": report.new + report.unchanged, "articles/s": (report.new + report.unchanged) / seconds, **sizes}


def _take_in(target: Path, archive: Path, model: PassageEmbeddings) -> IngestReport:
    with open_archive(archive, embeddings=model) as opened:
        return ingest([target], opened)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _rate(work: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    work()
    return count / (time.perf_counter() - started)
