"""Embedding beside the rest: while one batch is embedded, the next is read and the last is written."""

import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import Self

from ingest.crew import Vectors
from vectorstore import PassageEmbeddings

# embedded at once: long enough to be sorted into batches of like length, short enough to stop soon
PART = 64
# how long a part that has begun is waited for when nobody wants it any more
PATIENCE_SECONDS = 5


class Embedder:
    """One thread that embeds; a context manager. What it has begun is waited for at the end, but not for long."""

    # a second batch would wait for the first one
    at_once = 1

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._stopped = False
        # a daemon: a model that never answers must not keep the program from ending
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        self._jobs.put(None)
        self._thread.join(PATIENCE_SECONDS)

    def submit(self, texts: Sequence[str], model: PassageEmbeddings) -> "Job":
        """Jobs are done in their order."""
        job = Job(texts, model)
        self._jobs.put(job)
        return job

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                for part in part_texts(job.texts):
                    if self._stopped:
                        return
                    job.vectors |= zip(part, job.model.embed_documents(part), strict=True)
            except BaseException as error:
                # raised where it is waited for
                job.error = error
            job.done.set()


class Job:
    """Texts that are being embedded."""

    def __init__(self, texts: Sequence[str], model: PassageEmbeddings) -> None:
        self.texts = texts
        self.model = model
        self.vectors: Vectors = {}
        self.error: BaseException | None = None
        self.done = threading.Event()

    def wait(self) -> Vectors:
        """The vectors by text. Raises what embedding raised."""
        self.done.wait()
        if self.error is not None:
            raise self.error
        return self.vectors


def part_texts(texts: Sequence[str]) -> list[list[str]]:
    """In parts that are embedded at once."""
    # neighbours of like length need little padding
    ordered = sorted(texts, key=len)
    return [ordered[at : at + PART] for at in range(0, len(ordered), PART)]
