"""`python -m rag "question"`."""

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """The command's name may be left out, for there is only one."""
    from rag.commands import ask

    gc.enable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    ask(given[1:] if given[:1] == ["ask"] else given, prog_name="python -m rag")


if __name__ == "__main__":
    # what is loaded at the beginning is no garbage
    gc.disable()
    main()
