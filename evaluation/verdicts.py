"""Are sentences that a quote proves told from those that it does not? Pairs written and tampered with for this project."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.files import read_lines, require
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, half_of
from rag.comparisons.statement import Statement
from rag.matching import coverage, terms_of, words_in
from rag.proof import Verdict
from rag.verdict import compare

HOME = Path(__file__).parent
# near the words of their quotes; as a careful writer puts them; as hard as could be thought of; put freely, as language models do; the
# same by another hand, of which nothing is read but its figures
SETS = ("verdicts", "careful", "paraphrases", "freely", "freely-held")


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


def find_files(name: str, home: Path = HOME) -> list[Path]:
    return require(home, f"{name}.jsonl")


def read_pairs(file: Path, half: Half) -> list[Pair]:
    pairs = [Pair(**record) for record in read_lines(file)]
    return [pair for pair in pairs if half in ("all", half_of(pair.family))]


def measure_verdicts(file: Path, half: Half) -> list[Figure]:
    """`caught`: tampered sentences not called supported; `believed`: true ones that are. Whole, by kind and by languages.

    `kept`: of the true ones, those that keep their quote, called supported or partly.
    """
    pairs, name = read_pairs(file, half), file.stem
    verdicts = {pair.id: judge(pair) for pair in pairs}
    right = {pair.id: float((verdicts[pair.id] == "supported") == pair.supported) for pair in pairs}
    kept = {pair.id: float(verdicts[pair.id] != "not in the sources") for pair in pairs}
    tampered = [pair for pair in pairs if not pair.supported]
    true = [pair for pair in pairs if pair.supported]
    figures = _figures(name, "caught", tampered, right) + _figures(name, "believed", true, right)
    figures += _figures(name, "kept", true, kept)
    for kind in sorted({pair.kind for pair in tampered}):
        figures += _figures(f"{name}, {kind}", "caught", [pair for pair in tampered if pair.kind == kind], right)
    for languages in sorted({_languages(pair) for pair in pairs}):
        figures += _figures(f"{name}, {languages}", "caught", [pair for pair in tampered if _languages(pair) == languages], right)
        figures += _figures(f"{name}, {languages}", "believed", [pair for pair in true if _languages(pair) == languages], right)
    return figures


def judge(pair: Pair) -> Verdict:
    """As answers are judged: also by how many of the sentence's words the quote holds."""
    held = coverage(words_in(pair.sentence), terms_of(pair.quote, pair.quote_language))
    return compare(Statement(pair.sentence, pair.language), Statement(pair.quote, pair.quote_language), held)[0]


def _languages(pair: Pair) -> str:
    return pair.language if pair.language == pair.quote_language else f"{pair.language} of {pair.quote_language}"


def _figures(name: str, measure: str, pairs: Sequence[Pair], right: dict[str, float]) -> list[Figure]:
    return [mean(name, measure, [right[pair.id] for pair in pairs])] if pairs else []
