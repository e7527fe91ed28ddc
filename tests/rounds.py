"""The rounds of a count, as a command names them, and what came of each, as a line of JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any


def read_rounds(arguments: Sequence[str]) -> tuple[range, Path]:
    """TIMES, FOLDER and FIRST as they stand in a command. FIRST, 0 by default, numbers the first, so that a count that goes on makes
    none twice.
    """
    first = int(arguments[2]) if len(arguments) > 2 else 0
    return range(first, first + int(arguments[0])), Path(arguments[1])


def tell(reports: Iterable[Mapping[str, Any]]) -> None:
    """Each as it comes: who is ended in the midst has told what was counted until then."""
    for report in reports:
        print(json.dumps(report), flush=True)
