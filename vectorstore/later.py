"""What is made when it is first asked for: names of a package, so that nobody waits for the rest, patterns, and what lasts to the end."""

import gc
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, cast


def find_later(package: str, parts: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """The `__getattr__` of a package.

    Args:
        parts: The package's modules, each with its names that the package offers.
    """
    modules = {name: module for module, names in parts.items() for name in names}

    def find(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return find


class _Pattern:
    """What a pattern will be."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __getattr__(self, name: str) -> Any:  # a method of a pattern
        found = getattr(re.compile(self._words), name)
        # from now on found here, without this detour
        setattr(self, name, found)
        return found


def compile_later(words: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used: a long one takes milliseconds, and most questions need few of them."""
    return cast("re.Pattern[str]", _Pattern(words))


def load_lasting(module: str) -> ModuleType:
    """A module that lasts to the end: to look for garbage in what it loads, at the end once more, takes a fifth of a command's time."""
    if module in sys.modules:
        return sys.modules[module]
    gc.disable()
    try:
        return import_module(module)
    finally:
        gc.freeze()
        gc.enable()
