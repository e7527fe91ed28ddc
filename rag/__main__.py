"""`python -m rag "question"`."""

import sys
from collections.abc import Sequence

from vectorstore.later import load_lasting


def main(arguments: Sequence[str] | None = None) -> None:
    """The command's name may be left out, for there is only one."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    load_lasting("rag.commands").ask(given[1:] if given[:1] == ["ask"] else given, prog_name="python -m rag")


if __name__ == "__main__":
    main()
