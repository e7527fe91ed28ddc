"""Reading items on the workers of a Ray cluster."""

import logging
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ingest.errors import IngestError, Unlucky
from ingest.item import Item
from ingest.known import program
from ingest.on_ray.tasks import read_there
from ingest.on_ray.waiting import wait_until
from ingest.wire import HEAD, unpack_reading
from vectorstore import Article

log = logging.getLogger(__name__)

# a worker or its machine may die, and another one begins the item again
RETRIES = 5
# packs of readings that lie ready and nobody has taken yet; then the worker waits
READY_PACKS = 2


class FarReader:
    """Hands one item at a time to whichever worker is free."""

    def __init__(self, ray: Any) -> None:
        self._ray = ray
        self._killed = False

    def read(self, item: Item, source: str) -> Iterator[Article | IngestError]:
        """As `read.read_item`; a worker that dies is replaced, and what it told already is not told again."""
        packs = _task(self._ray).remote(item, source, program())
        is_done = False
        try:
            while wait_until(self._ray, packs, lambda: not self._killed):
                for message in self._ray.get(next(packs)):
                    yield unpack_reading(message[:1], message[HEAD.size :])
        except StopIteration:
            is_done = True
        except self._ray.exceptions.RayError as error:
            log.debug("%s", item.target, exc_info=True)
            is_done = True
            yield Unlucky(item.target, _describe(error))
        finally:
            if not is_done:
                self._ray.cancel(packs)

    def kill(self) -> None:
        self._killed = True

    def close(self) -> None:
        """Nothing is held between two items."""


@lru_cache(maxsize=1)
def _task(ray: Any) -> Any:
    return ray.remote(num_cpus=1, num_returns="streaming", max_retries=RETRIES, _generator_backpressure_num_objects=READY_PACKS)(read_there)


def _describe(error: Exception) -> str:
    cause = getattr(error, "cause", None)
    if isinstance(cause, RuntimeError):
        return f"could not be read: {cause}"
    return f"could not be read: the workers that tried failed ({type(error).__name__})"
