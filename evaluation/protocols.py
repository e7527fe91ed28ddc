"""Every protocol by its command and set: what it reads and what it measures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import belebele, cases, chronoqa, duplicates, multihop, pages, periods, ramdocs, samples, verdicts, xquad
from evaluation.answers import measure_null_questions, measure_quotes, measure_silence
from evaluation.cases import measure_cases
from evaluation.dated import measure_dated
from evaluation.disputes import measure_disputes
from evaluation.evidence import measure_evidence, measure_evidence_rankings
from evaluation.extraction import measure_extraction
from evaluation.files import fingerprint
from evaluation.metrics import Figure
from evaluation.periods import measure_periods
from evaluation.questions import Half, QuestionSet
from evaluation.retrieval import measure_articles, measure_rankings
from evaluation.runs import Report
from evaluation.samples import measure_samples
from evaluation.verdicts import measure_verdicts
from evaluation.workshop import Workshop

# the answers to questions in a language that no stemmer and no model here knows would only be counted, not judged
ANSWERED_IN = ("xquad en→en", "xquad de→de")

Measure = Callable[[Workshop, Path, Half], Sequence[Figure]]
ReadSets = Callable[[Path], Iterable[QuestionSet]]


@dataclass(frozen=True, slots=True)
class Protocol:
    """How one set is measured.

    Attributes:
        command: The command that it belongs to.
        set: The name of the set on the command line.
        find_files: What it is read from, given the data folder; raises SetMissing.
        measure: The figures that have floors.
        rankings: Those of each ranking alone; None where that means nothing.
    """

    command: str
    set: str
    find_files: Callable[[Path], list[Path]]
    measure: Measure
    rankings: Measure | None = None

    @property
    def name(self) -> str:
        return f"{self.command} {self.set}" if self.command != self.set else self.set


def run_protocol(protocol: Protocol, workshop: Workshop, data: Path, half: Half) -> Report:
    """What the protocol measures. Raises SetMissing when its files are not there."""
    digest = fingerprint(protocol.find_files(data))
    figures = tuple(protocol.measure(workshop, data, half))
    rankings = tuple(protocol.rankings(workshop, data, half)) if protocol.rankings else ()
    return Report(protocol.name, digest, figures, rankings)


def _on_sets(measure: Callable[[Workshop, Iterable[QuestionSet], Half], list[Figure]], read: ReadSets) -> Measure:
    return lambda workshop, data, half: measure(workshop, read(data), half)


def _answers_xquad(workshop: Workshop, data: Path, half: Half) -> list[Figure]:
    sets = [one for one in xquad.read_xquad(data) if one.name in ANSWERED_IN]
    return measure_quotes(workshop, sets, half) + measure_silence(workshop, sets, half)


def _chronoqa(workshop: Workshop, data: Path, half: Half) -> list[Figure]:
    one, asked = chronoqa.read_chronoqa(data)
    return measure_articles(workshop, [one], half) + measure_dated(workshop, one, asked, half)


def _verdicts(name: str) -> Protocol:
    (file,) = verdicts.find_files(name)
    return Protocol("verdicts", name, lambda _: [file], lambda _, data, half: measure_verdicts(file, half))


def protocols() -> Iterator[Protocol]:
    """Quick ones first."""
    yield Protocol(
        "retrieval",
        "belebele",
        belebele.find_files,
        _on_sets(measure_articles, belebele.read_belebele),
        _on_sets(measure_rankings, belebele.read_belebele),
    )
    yield Protocol(
        "retrieval",
        "multihop",
        multihop.find_files,
        lambda workshop, data, half: measure_evidence(workshop, multihop.read_multihop(data), half),
        lambda workshop, data, half: measure_evidence_rankings(workshop, multihop.read_multihop(data), half),
    )
    yield Protocol(
        "retrieval", "xquad", xquad.find_files, _on_sets(measure_articles, xquad.read_xquad), _on_sets(measure_rankings, xquad.read_xquad)
    )
    yield Protocol("retrieval", "chronoqa", chronoqa.find_files, _chronoqa)
    yield Protocol(
        "answers",
        "multihop",
        multihop.find_files,
        lambda workshop, data, half: measure_null_questions(workshop, multihop.read_multihop(data).questions, half),
    )
    yield Protocol(
        "answers", "ramdocs", ramdocs.find_files, lambda workshop, data, half: measure_disputes(workshop, ramdocs.read_ramdocs(data), half)
    )
    yield Protocol("answers", "xquad", xquad.find_files, _answers_xquad)
    yield Protocol("extraction", "pages", pages.find_files, lambda _, data, half: measure_extraction(pages.read_pages(data), half))
    yield Protocol("time", "periods", lambda _: periods.find_files(), lambda _, data, half: measure_periods(periods.find_files()[0], half))
    yield Protocol("duplicates", "duplicates", lambda _: duplicates.find_files(), lambda _, data, half: duplicates.measure_duplicates(half))
    yield from map(_verdicts, verdicts.SETS)
    yield Protocol("samples", "cases", lambda _: cases.find_files(), lambda workshop, _, half: measure_cases(workshop, half))
    yield Protocol("samples", "samples", lambda _: samples.find_files(), lambda workshop, _, half: measure_samples(workshop, half))


def choose_protocols(command: str, sets: Sequence[str]) -> list[Protocol]:
    """Those of a command; of these sets, or all when none is named."""
    return [protocol for protocol in protocols() if protocol.command == command and (not sets or protocol.set in sets)]
