"""Values that are read again only when what they depend on has changed."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """A value under the mark that stood before it was read. Any thread may ask.

    Args:
        mark: Something cheap that changes whenever the value may have changed.
        read: Reads the value. Two threads may do so at once.
    """

    def __init__(self, mark: Callable[[], Hashable], read: Callable[[], Value]) -> None:
        self._mark = mark
        self._read = read
        self._held: tuple[Hashable, Value] | None = None

    def get(self) -> Value:
        # the mark comes first: what changes during the reading is then noticed at the next call
        mark, held = self._mark(), self._held
        if held is None or held[0] != mark:
            self._held = held = mark, self._read()
        return held[1]
