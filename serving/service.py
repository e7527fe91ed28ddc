"""The service: what every way of asking over the network works with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from langchain_core.runnables import Runnable

from rag import ChosenModel, build_chain
from serving.jobs import Jobs
from serving.turns import Turns
from vectorstore import Archive

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


def open_service(archive: Archive, chosen: ChosenModel, *, is_ready: Callable[[], bool] = lambda: True, may_write: bool = True) -> Service:
    """A service over an archive that stays open as long. Raises ModelError as `build_chain`."""
    model = "" if chosen.model is None else chosen.label
    return Service(archive, build_chain(archive, chosen.model), Turns(), Jobs(archive), model, is_ready, may_write)
