"""Articles taken in from the page: what comes of each target, as it goes."""

import queue
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from chat.escape import escape_line
from chat.markup import clean
from chat.reasons import translate_reason
from chat.texts import say
from ingest.pipeline import ingest_targets
from ingest.plan import Plan
from ingest.report import Event, IngestReport, Tally
from ingest.tables import FIELDS, read_columns
from ingest.visit import read_form
from vectorstore import Archive, ArchiveError
from vectorstore.addresses import clean_url

# refusals that are listed; a mailbox may have thousands
MOST_REFUSALS = 20


def add_targets(
    archive: Archive, targets: Sequence[str | Path], language: str, name_of: Callable[[str], str] = str, plan: Plan | None = None
) -> Iterator[str]:
    """The report as it grows, as HTML; the last one is whole. It raises nothing that the archive or a target may cause.

    Args:
        name_of: What a target is called on the page.
        plan: What is said of the targets besides their names.
    """
    tally = Tally()
    yield write_line(say("add_reading", language), "working")
    try:
        with closing(_in_one_thread(lambda: ingest_targets(targets, archive, plan or Plan()))) as events:
            for event in events:
                tally.add(event)
                report = tally.report()
                counts = {"new": report.new, "updated": report.updated, "unchanged": report.unchanged}
                counts["refused"] = len(report.skipped) + len(report.failed)
                yield write_line(say("add_running", language, **counts), "working")
    except ArchiveError as error:
        yield write_line(str(error), "warning")
        return
    yield write_report(tally.report(), language, name_of)


def is_address(text: str) -> bool:
    """Whether a page or a feed may be there, called so or not (`site:https://…`): files of this machine are not for the page to name."""
    address = read_form(text).url
    return address.startswith(("http://", "https://")) and clean_url(address) is not None


def read_plan(given: Sequence[object], language: str) -> Plan:
    """Source, columns and first day as they were typed. Raises ValueError, with a line for the reader."""
    source, columns, since = [text.strip()[:500] if isinstance(text, str) else "" for text in given]
    try:
        named = read_columns(columns)
    except ValueError:
        raise ValueError(say("bad_columns", language, columns=columns, fields=", ".join(FIELDS))) from None
    plan = Plan(source, named, since or None)
    try:
        plan.journey()
    except ValueError:
        raise ValueError(say("bad_day", language, day=since)) from None
    return plan


def write_report(report: IngestReport, language: str, name_of: Callable[[str], str] = str) -> str:
    """Counts, and each target that gave nothing with the reason."""
    counts = {"new": report.new, "updated": report.updated, "unchanged": report.unchanged}
    counts |= {"skipped": len(report.skipped), "failed": len(report.failed)}
    refusals = "".join(
        f'<li dir="auto">{escape_line(name_of(target))}: {escape_line(translate_reason(reason, language))}</li>'
        for target, reason in (*report.failed, *report.skipped)[:MOST_REFUSALS]
    )
    return clean(write_line(say("add_done", language, **counts)) + (f"<ul>{refusals}</ul>" if refusals else ""))


def write_line(text: str, kind: str = "done") -> str:
    """HTML that a reader of screens tells at once; `kind` is a class of `style.css`."""
    return clean(f'<p class="{kind}" role="status">{escape_line(text)}</p>')


def _in_one_thread(run: Callable[[], Generator[Event, None, None]]) -> Generator[Event, None, None]:
    """The events of a run, which goes on in a thread of its own; closed, it ends with the event in hand.

    A page asks for each step from whichever thread is free. The turn to write to an archive belongs to the thread that took it:
    another one would wait for it without end.
    """
    told: queue.SimpleQueue[Event | Exception | None] = queue.SimpleQueue()
    left = threading.Event()

    def work() -> None:
        try:
            with closing(run()) as events:
                for event in events:
                    told.put(event)
                    if left.is_set():
                        break
        except Exception as error:  # raised where the events are asked for
            told.put(error)
        else:
            told.put(None)

    threading.Thread(target=work, name="ingest of the page", daemon=True).start()
    try:
        while (event := told.get()) is not None:
            if isinstance(event, Exception):
                raise event
            yield event
    finally:
        left.set()
