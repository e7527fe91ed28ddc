"""Figures of peers as a plot: how many times better Newsdesk is. SVG, written by hand: bars need no library."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from benchmarks.side_by_side import FIGURES

SHOWN = (
    "ingest, articles/s",
    "query p50, ms",
    "first answer, s",
    "memory at ingest, MB",
    "memory at questions, MB",
    "disk, MB",
)
WIDTH, LEFT, ROW, GAP = 720, 230, 16, 14
COLOURS = ("#3b6ea8", "#c2703d", "#4f8a5b", "#8a5a9e")


def plot_peers(results: Mapping[str, Any]) -> str:
    """Bars for each figure and peer; a bar beyond the line at 1 means that Newsdesk is so many times better."""
    peers = list(results["peers"])
    ratios = {name: [_ratio(results["peers"][peer], name) for peer in peers] for name in SHOWN}
    scale = (WIDTH - LEFT - 60) / max(1.0, *(ratio for each in ratios.values() for ratio in each))
    lines, y = [_legend(peers)], 40
    for name, values in ratios.items():
        lines.append(_text(LEFT - 8, y + len(peers) * ROW / 2 + 4, name, "end"))
        for peer, ratio in enumerate(values):
            lines.append(f'<rect x="{LEFT}" y="{y}" width="{ratio * scale:.1f}" height="{ROW - 3}" fill="{COLOURS[peer % len(COLOURS)]}"/>')
            lines.append(_text(LEFT + ratio * scale + 4, y + 11, f"×{ratio:.1f}"))
            y += ROW
        y += GAP
    lines.append(f'<line x1="{LEFT + scale:.1f}" y1="32" x2="{LEFT + scale:.1f}" y2="{y - GAP}" stroke="#888" stroke-dasharray="3 3"/>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" font-family="sans-serif" font-size="12">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{y}" fill="#fff"/>', *lines, "</svg>"]) + "\n"


def join_peers(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Results of several runs of `peers` as one; machine and sizes are the first's."""
    return {**parts[0], "peers": {name: found for part in parts for name, found in part["peers"].items()}}


def _ratio(found: Mapping[str, Any], name: str) -> float:
    own, other = (figures[name]["median"] for figures in found["figures"].values())
    return float(own / other if FIGURES[name] else other / own)


def _legend(peers: Sequence[str]) -> str:
    parts = []
    for place, peer in enumerate(peers):
        x = LEFT + 110 * place
        parts.append(f'<rect x="{x}" y="10" width="12" height="12" fill="{COLOURS[place % len(COLOURS)]}"/>' + _text(x + 17, 20, peer))
    return "\n".join(parts)


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#333">{escape(words)}</text>'
