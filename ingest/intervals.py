"""How often a source is read, as it is typed and shown: `15m`, `2h`."""

import re

INTERVAL = re.compile(r"^\s*(\d{1,5})\s*([smhd]?)\s*$", re.IGNORECASE)
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
SHORTEST_SECONDS = 10


def read_interval(text: str) -> int:
    """Seconds of `90s`, `15m`, `2h`, `1d`; a number alone is minutes. Raises ValueError."""
    match = INTERVAL.match(text)
    seconds = int(match[1]) * UNITS[match[2].lower() or "m"] if match else 0
    if not SHORTEST_SECONDS <= seconds <= 366 * 86_400:
        raise ValueError(f"{text!r} is no interval from {SHORTEST_SECONDS}s to a year; write it as 15m, 2h or 1d")
    return seconds


def show_interval(seconds: int) -> str:
    """In the largest unit that leaves no rest."""
    unit = next(unit for unit in reversed(UNITS) if seconds % UNITS[unit] == 0)
    return f"{seconds // UNITS[unit]}{unit}"
