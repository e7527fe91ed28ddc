"""What several articles say of one thing: a development when later ones say otherwise, a dispute when sources of the same time do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from rag.amounts import Amount, may_be_same_date, with_year
from rag.asked import asked_amount, asked_date, counts_asked, with_unit
from rag.contraries import is_denial
from rag.evidence import cite
from rag.kinds import Kind, kind_of
from rag.likeness import WEIGHTS
from rag.matching import Word
from rag.scored import Scored
from rag.stance import stance_of
from rag.subject import is_of, names_among
from rag.types import Citation, Draft, Form, Point, Query, Standing
from rag.words import language_of, years_in
from vectorstore import Archive, Timestamp

# Reports that differ and lie no further apart speak of the same moment; a denial answers what was said up to a week before.
SAME_HOURS, DENIAL_DAYS = 3, 7
# A sentence that tells of the same thing is in a passage with all names of the question, holds this much of the question's words of
# what the best one holds, and the years among them, and is no less likely by its own words than this, in log odds. On half a of the
# developments and disputes, each that is one is within 2.6; of 16 answers on half a of XQuAD that set two matters beside each other,
# three still do.
SAME_MATTER, LIKELY = 0.5, 4.0
# what its article has in common with the question, or how the search ranks it, tells nothing of the sentence
OF_SENTENCE = tuple(name for name in WEIGHTS if name not in ("found", "around"))
MOST_POINTS = 4
HOUR, DAY = 3600, 86_400


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says to the question. `says` is equal for reports that agree; `direct` is in the quote, or empty."""

    citation: Citation
    says: float | str
    direct: str = ""
    denies: bool = False

    @property
    def time(self) -> int | None:
        return None if self.citation.published is None else self.citation.published.seconds


def compare_reports(archive: Archive, query: Query, ranked: Sequence[Scored], words: Sequence[Word]) -> Draft | None:
    """A draft that sets the reports of several articles beside each other; None when they agree or only one tells."""
    reports = list(_reports(archive, query, ranked, words))
    if kind_of(query.question) == "when":
        reports = _alike_dates(reports)
    if len({report.says for report in reports}) < 2:
        return None
    reports.sort(key=lambda report: -(report.time or 0))
    form: Form = "dispute" if _disagree(reports) else "development"
    groups: dict[float | str, list[Report]] = {}
    for report in reports:
        groups.setdefault(report.says, []).append(report)
    chosen = [group[0] for group in groups.values()][:MOST_POINTS]
    clusters = archive.copies(one.citation.article_id for one in reports)
    sources = [len({clusters[one.citation.article_id].canonical for one in groups[report.says]}) for report in chosen]
    return Draft(quotes=tuple(one.citation for one in chosen), points=tuple(_points(form, chosen, sources)), form=form)


def _points(form: Form, chosen: Sequence[Report], independent: Sequence[int]) -> Iterator[Point]:
    for number, (report, sources) in enumerate(zip(chosen, independent, strict=True), start=1):
        standing: Standing = "disagrees" if form == "dispute" else "newest" if number == 1 else "earlier"
        yield Point(number, standing, (report.direct,) if report.direct else (), sources)


def _reports(archive: Archive, query: Query, ranked: Sequence[Scored], words: Sequence[Word]) -> Iterator[Report]:
    """One of each article whose sentence is about the matter as much as the best is."""
    kind = kind_of(query.question)
    names, told = names_among(words, query.question), set[str]()
    for one in ranked:
        if one.sentence.article_id in told or not is_of(one.sentence.passage, names, query.question):
            continue
        near = _is_near(one, ranked[0], query.question) or _is_told_across(query, kind, one)
        report = _report(archive, query.text, kind, one) if near else None
        if report is not None:
            told.add(one.sentence.article_id)
            yield report


def _alike_dates(reports: Sequence[Report]) -> list[Report]:
    """The reports, of which those whose dates may be one say the same: "1 July", "July 2026" and "1 July 2026"."""
    finest = sorted((float(one.says) for one in reports), key=lambda value: -sum(value // unit % 100 > 0 for unit in (1, 100, 10000)))
    return [replace(one, says=next(value for value in finest if may_be_same_date(value, float(one.says)))) for one in reports]


def _is_near(one: Scored, best: Scored, question: str) -> bool:
    """Whether a sentence itself speaks of what the best one speaks of."""
    years = set(years_in(question)) & set(years_in(best.sentence.text))
    behind = sum(WEIGHTS[name] * (best.likeness[name] - one.likeness[name]) for name in OF_SENTENCE)
    alike = one.likeness["held"] >= SAME_MATTER * best.likeness["held"] and behind <= LIKELY
    return alike and years <= set(years_in(one.sentence.text)) and (not best.words or not best.words.isdisjoint(one.words))


def _is_told_across(query: Query, kind: Kind, one: Scored) -> bool:
    """Whether a sentence of another language, which holds few of the question's words, counts what is asked for."""
    language = one.sentence.language
    across = language_of(query.question) not in (None, language)
    return across and kind in ("how many", "how much") and counts_asked(query.text, one.sentence.text, language)


def _report(archive: Archive, question: str, kind: Kind, one: Scored) -> Report | None:
    text, language = one.sentence.text, one.sentence.language
    says: float | str | None = None
    direct = ""
    if kind in ("how many", "how much"):
        amount = asked_amount(question, text, language)
        says, direct = (amount.value, with_unit(text, amount)) if amount else (None, "")
    elif kind == "when":
        date = asked_date(question, text, language)
        says, direct = (_value_in(one, date), date.text) if date else (None, "")
    elif kind == "whether":
        says = _says(question, text, language)
    citation = cite(archive, one.sentence.passage, one.quoted) if says is not None else None
    return Report(citation, says, direct, is_denial(text)) if citation is not None and says is not None else None


def _value_in(one: Scored, date: Amount) -> float:
    """What a date in a sentence comes to, by when its article was published."""
    published = one.sentence.passage.metadata.get("published")
    return date.value if published is None else with_year(date.value, datetime.fromtimestamp(published, UTC).date())


def _says(question: str, text: str, language: str) -> str:
    # what is denied is the contrary of what is claimed, whatever words are used
    return "contradicts" if is_denial(text) else stance_of(question, text, language) or "affirms"


def _disagree(reports: Sequence[Report]) -> bool:
    """Whether two reports that differ come from different sources at the same time."""
    pairs = ((one, other) for place, one in enumerate(reports) for other in reports[place + 1 :])
    return any(
        one.says != other.says and one.citation.source != other.citation.source and _same_time(one, other) for one, other in pairs
    ) or all(report.time is None for report in reports)


def _same_time(one: Report, other: Report) -> bool:
    first, second = one.citation.published, other.citation.published
    if first is None or second is None:
        # nobody knows which is the later
        return first is second
    if one.denies != other.denies:
        return abs(first.seconds - second.seconds) <= DENIAL_DAYS * DAY
    if first.precision == second.precision == "second":
        return abs(first.seconds - second.seconds) < SAME_HOURS * HOUR
    return _day(first) == _day(second)


def _day(time: Timestamp) -> str:
    return datetime.fromtimestamp(time.seconds, UTC).date().isoformat()
