"""Which machines read and embed in a run: this one, or those of a Ray cluster."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Literal, get_args

from ingest.crew import Crew, Readers
from ingest.embedder import Embedder
from ingest.reader import Reader

EngineName = Literal["local", "ray"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
# a process takes a while to start, and 100 MB: where embedding takes longer than reading, one does all there is to do
BACKLOG, PATIENCE_SECONDS = 8, 0.5


@dataclass(frozen=True, slots=True)
class Engine:
    """`address` is the Ray cluster's; None is RAY_ADDRESS, or else a cluster of this machine that lasts as long as it is used."""

    name: EngineName = "local"
    address: str | None = None


LOCAL = Engine()


def reach(engine: Engine) -> AbstractContextManager[None]:
    """Keeps the connection to the engine's machines until the end of the block, for several runs. Raises EngineUnavailable."""
    if engine.name == "local":
        return nullcontext()
    from ingest.on_ray.cluster import connected

    return connected(engine.address)


def hire(engine: Engine) -> AbstractContextManager[Crew]:
    """Those who work until the end of the block.

    Raises:
        EngineUnavailable: The cluster cannot be used.
    """
    if engine.name == "local":
        return _at_home()
    from ingest.on_ray.cluster import hire_far_away

    return hire_far_away(engine.address)


def local_readers() -> Readers:
    """As many reading processes as there are cores for, as long as they are waited for."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Readers(Reader, cores, BACKLOG, PATIENCE_SECONDS)


@contextmanager
def _at_home() -> Iterator[Crew]:
    with Embedder() as embedder:
        yield Crew(local_readers(), embedder)
