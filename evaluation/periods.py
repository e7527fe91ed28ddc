"""Are times read out of questions as people mean them, and none invented?"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.files import read_lines, require
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, half_of

# labelled with the module that reads times, whose tests hold it too
HOME = Path(__file__).parent.parent / "tests"


def find_files(home: Path = HOME) -> list[Path]:
    return require(home, "periods.jsonl")


def measure_periods(file: Path, half: Half) -> list[Figure]:
    """Exact ranges where the question has one, and `none invented` where it has none; by language."""
    records = [record for record in read_lines(file) if half in ("all", half_of(record["question"]))]
    figures: list[Figure] = []
    for language in ("", *dict.fromkeys(record["language"] for record in records)):
        members = [record for record in records if not language or record["language"] == language]
        name = f"times, {language}" if language else "times"
        dated = [record for record in members if record["wants"]]
        figures += _figure(name, "exact", dated)
        figures += _figure(f"{name}, questions without one", "none invented", [record for record in members if not record["wants"]])
    return figures


# records of JSON
def _figure(name: str, measure: str, records: Iterable[Mapping[str, Any]]) -> list[Figure]:
    values = [float(is_right(record)) for record in records]
    return [mean(name, measure, values)] if values else []


def is_right(record: Mapping[str, Any]) -> bool:
    """Whether range, wish and hardness are as labelled; an unwanted period is wrong."""
    from rag.period import read_period

    now = datetime.fromisoformat(record["now"]).replace(tzinfo=UTC)
    period = read_period(record["question"], record["language"], now)
    if period is None or not record["wants"]:
        return period is None and not record["wants"]
    since, until = (None if day is None else day.isoformat() for day in (period.since, period.until))
    return (since, until, period.wants, period.hard) == (record["since"], record["until"], record["wants"], record["hard"])
