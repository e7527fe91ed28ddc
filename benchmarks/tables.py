"""Figures as Markdown."""

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.side_by_side import FIGURES


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def show_machine(machine: Mapping[str, str]) -> str:
    return "\n".join(f"- {name}: {value}" for name, value in machine.items()) + "\n"


def show_peers(results: Mapping[str, Any]) -> str:
    """One table: for each peer its figure, Newsdesk's in the runs beside it, and how many times better Newsdesk is."""
    rows = []
    for figure, more_is_better in FIGURES.items():
        row = [figure]
        for peer, found in results["peers"].items():
            own, other = (found["figures"][name][figure] for name in ("Newsdesk", peer))
            ratio = own["median"] / other["median"] if more_is_better else other["median"] / own["median"]
            times = "" if figure == "passages" else f" **×{ratio:.1f}**"
            row.append(f"{_spread(own)} against {_spread(other)}{times}")
        rows.append(row)
    versions = "\n".join(
        f"- {peer}: {', '.join(' '.join(pair) for pair in found['versions'].items())}" for peer, found in results["peers"].items()
    )
    return f"{table(['', *results['peers']], rows)}\n{versions}\n"


def show_sizes(results: Mapping[str, Any]) -> str:
    """One table: a column for each size of an archive."""
    sizes = list(results["sizes"])
    names = list(dict.fromkeys(name for found in results["sizes"].values() for name in found))
    rows = [[name, *(_number(results["sizes"][size].get(name)) for size in sizes)] for name in names]
    return table(["", *(f"{int(size):,} passages" for size in sizes)], rows)


def show_dated(results: Mapping[str, Any]) -> str:
    """One table: a row for each figure in each period, and which share of LangChain's time Newsdesk takes."""
    rows = []
    for period, sides in results["periods"].items():
        for figure, own in sides["Newsdesk"].items():
            other = sides["LangChain"][figure]
            rows.append([f"{period}: {figure}", _number(own), _number(other), f"{own / other:.3f}" if figure.endswith("ms") else ""])
    return table([f"{results['passages']:,} passages", "Newsdesk", "LangChain", "share"], rows)


def show_steps(results: Mapping[str, Any]) -> str:
    parts = []
    for title, steps in results["steps"].items():
        whole = sum(steps.values())
        rows = [[name, _number(figure), f"{100 * figure / whole:.0f} %"] for name, figure in steps.items()]
        parts.append(table([title, "ms", "share"], rows))
    return "\n".join(parts)


def _spread(found: Mapping[str, float]) -> str:
    median, lowest, highest = (found[name] for name in ("median", "lowest", "highest"))
    return _number(median) if lowest == highest else f"{_number(median)} ({_number(lowest)}–{_number(highest)})"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
