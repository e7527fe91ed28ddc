"""Embedding beside the rest: while one batch is embedded, the next is read and the last is written."""

import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import Self

from vectorstore import PassageEmbeddings

# embedded at once: long enough to be sorted into batches of like length, short enough to stop soon
PART = 64
# how long a part that has begun is waited for when nobody wants it any more
PATIENCE_SECONDS = 5

Vectors = dict[str, Sequence[float]]


class Embedder:
    """One thread that embeds; a context manager. What it has begun is waited for at the end, but not for long."""

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
                for part in job.parts():
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
        # neighbours of like length need little padding
        self._texts = sorted(texts, key=len)
        self.model = model
        self.vectors: Vectors = {}
        self.error: BaseException | None = None
        self.done = threading.Event()

    def parts(self) -> list[list[str]]:
        return [self._texts[at : at + PART] for at in range(0, len(self._texts), PART)]

    def wait(self) -> Vectors:
        """The vectors by text. Raises what embedding raised."""
        self.done.wait()
        if self.error is not None:
            raise self.error
        return self.vectors
