"""What is loaded when it is first asked for: names of a package, so that nobody waits for the rest, and what lasts to the end."""

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType


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
