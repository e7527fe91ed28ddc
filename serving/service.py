"""The service: what every way of asking over the network works with."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from langchain_core.runnables import Runnable

from rag import ChosenModel, build_chain
from serving.answerers import OWN
from serving.jobs import Jobs
from serving.turns import Turns
from vectorstore import Archive

# An answer that a model writes waits for it most of the time. One without reckons all the time, but two fifths of it outside Python, which
# runs on one processor: of two at once, both are often outside. Four gave 1.24, 1.63, .74 and 1.14 times as many answers as two, in turn on
# a busy machine of two, at the same processor time for each. More are answered by `answerers`, a process for each processor.
AT_ONCE_WITH_MODEL, LEAST_AT_ONCE = 16, 4
Chain = Runnable[dict[str, Any], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Service:
    """One archive and who answers from it.

    Attributes:
        chain: As `rag.build_chain` makes it.
        model: What writes the answers; "" for quotes only.
        is_ready: Whether the embedding model is loaded.
        may_write: Whether articles are taken in and deleted over the network at all.
    """

    archive: Archive
    chain: Chain
    turns: Turns
    jobs: Jobs
    model: str = ""
    is_ready: Callable[[], bool] = lambda: True
    may_write: bool = True


def open_service(
    archive: Archive,
    chosen: ChosenModel,
    *,
    chain: Chain | None = None,
    is_ready: Callable[[], bool] = lambda: True,
    may_write: bool = True,
) -> Service:
    """A service over an archive that stays open as long. None as its chain makes one. Raises ModelError as `build_chain`."""
    model = "" if chosen.model is None else chosen.label
    at_once = max(LEAST_AT_ONCE, OWN + (os.cpu_count() or 1)) if chosen.model is None else AT_ONCE_WITH_MODEL
    return Service(archive, chain or build_chain(archive, chosen.model), Turns(at_once), Jobs(archive), model, is_ready, may_write)
