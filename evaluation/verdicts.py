"""Are sentences that a quote proves told from those that it does not? Pairs written and tampered with for this project."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.files import read_lines, require
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, half_of
from rag.comparisons.compare import differences
from rag.comparisons.statement import Statement

HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pair:
    """A quote and a sentence that it proves, or does not.

    Attributes:
        family: All pairs with one quote; they are in the same half.
        kind: `true`, `true across` languages, or what was tampered with.
    """

    id: str
    family: str
    quote: str
    quote_language: str
    sentence: str
    language: str
    supported: bool
    kind: str


def find_files(name: str = "verdicts", home: Path = HOME) -> list[Path]:
    return require(home, f"{name}.jsonl")


def read_pairs(file: Path, half: Half) -> list[Pair]:
    pairs = [Pair(**record) for record in read_lines(file)]
    return [pair for pair in pairs if half in ("all", half_of(pair.family))]


def measure_verdicts(file: Path, half: Half) -> list[Figure]:
    """`caught`: tampered sentences not called supported; `believed`: true ones that are. Whole, by kind and by languages."""
    pairs, name = read_pairs(file, half), file.stem
    right = {pair.id: float(is_supported(pair) == pair.supported) for pair in pairs}
    tampered = [pair for pair in pairs if not pair.supported]
    true = [pair for pair in pairs if pair.supported]
    figures = _figures(name, "caught", tampered, right) + _figures(name, "believed", true, right)
    for kind in sorted({pair.kind for pair in tampered}):
        figures += _figures(f"{name}, {kind}", "caught", [pair for pair in tampered if pair.kind == kind], right)
    for languages in sorted({_languages(pair) for pair in pairs}):
        figures += _figures(f"{name}, {languages}", "caught", [pair for pair in tampered if _languages(pair) == languages], right)
        figures += _figures(f"{name}, {languages}", "believed", [pair for pair in true if _languages(pair) == languages], right)
    return figures


def is_supported(pair: Pair) -> bool:
    claim = Statement(pair.sentence, pair.language)
    return not differences(claim, Statement(pair.quote, pair.quote_language))


def _languages(pair: Pair) -> str:
    return pair.language if pair.language == pair.quote_language else f"{pair.language} of {pair.quote_language}"


def _figures(name: str, measure: str, pairs: Sequence[Pair], right: dict[str, float]) -> list[Figure]:
    return [mean(name, measure, [right[pair.id] for pair in pairs])] if pairs else []
