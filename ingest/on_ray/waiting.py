"""Waiting for what a worker makes, as long as somebody wants it."""

from collections.abc import Callable
from typing import Any

# Ray's own waiting cannot be broken off from another thread
LOOK_SECONDS = 0.5


def wait_until(ray: Any, made: Any, is_wanted: Callable[[], bool]) -> bool:
    """Whether it is there; False when nobody wants it any more."""
    while is_wanted():
        ready, _ = ray.wait([made], timeout=LOOK_SECONDS)
        if ready:
            return True
    return False
