"""Figures as a table for people."""

from collections.abc import Sequence

from evaluation.metrics import Figure


def draw_table(figures: Sequence[Figure]) -> str:
    """A line for each set, a column for each measure that its sets have; each figure with its 95 % interval.

    Sets with the same measures stand in one table, in order of first use.
    """
    measures_of: dict[str, list[str]] = {}
    for figure in figures:
        measures_of.setdefault(figure.set, []).append(figure.measure)
    layouts: dict[tuple[str, ...], list[str]] = {}
    for name, measures in measures_of.items():
        layouts.setdefault(tuple(measures), []).append(name)
    by_name = {figure.name: figure for figure in figures}
    return "\n\n".join(
        _draw(layout, [[by_name[f"{name}: {measure}"] for measure in layout] for name in names]) for layout, names in layouts.items()
    )


def _draw(measures: Sequence[str], rows: Sequence[Sequence[Figure]]) -> str:
    lines = [["", "questions", *measures]]
    lines += [[row[0].set, str(row[0].questions), *(_show(figure) for figure in row)] for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    drawn = [
        "  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))])
        for line in lines
    ]
    return "\n".join(line.rstrip() for line in drawn)


def _show(figure: Figure) -> str:
    return f"{_thousandths(figure.value)} [{_thousandths(figure.low)}–{_thousandths(figure.high)}]"


def _thousandths(value: float) -> str:
    """`.912`, and `1` for a full one."""
    return f"{value:.3f}".removeprefix("0").replace("1.000", "1")
