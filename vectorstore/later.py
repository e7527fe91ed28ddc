"""Names of a package that are found when they are first asked for: each loads what it needs, and nobody waits for the rest."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


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
