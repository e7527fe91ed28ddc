"""Jobs as every process that serves the archive sees them: those of other processes, and of one that has died."""

import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import and_, delete, or_, select

from ingest.report import IngestReport, Refusal
from serving.tables import JOBS, Tables, jobs
from vectorstore.database import upsert

JobState = Literal["waiting", "running", "done", "failed"]
FILE: Final = "jobs.sqlite"
# what is remembered; what was taken in is in the archive whatever is forgotten here
MOST_JOBS = 200
# of a process from which nothing has been heard for so long, nothing will be; it says every few seconds that it is at it
LOST_SECONDS = 60
LOST = "the server that did it has ended; what was taken in before is kept, send the rest again"
ID = re.compile(r"[0-9a-f]{1,64}")


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands. Times are Unix time; `error` says why it failed; `report` is what has become of its order until now."""

    id: str
    caller: str
    state: JobState
    ordered: int
    ended: int | None = None
    report: IngestReport = field(default_factory=IngestReport)
    error: str | None = None


class JobStore:
    """Raises ArchiveError as `Database` does.

    Args:
        place: The file FILE in the archive's folder, made with the first job; or the address of its server.
    """

    def __init__(self, place: Path | str, clock: Callable[[], float] = time.time) -> None:
        self._tables = Tables(place, JOBS)
        self._clock = clock

    def write(self, changed: Iterable[Job]) -> None:
        """As they stand; those that have not ended are being done."""
        now = int(self._clock())
        with self._tables.database.write_transaction() as connection:
            for job in changed:
                row = upsert(connection, jobs).values(_to_row(job, now))
                update = {name: row.excluded[name] for name in ("state", "ended", "error", "report", "beat")}
                connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=update))
            kept = select(jobs.c.number).order_by(jobs.c.number.desc()).limit(MOST_JOBS)
            is_over = or_(jobs.c.ended.is_not(None), jobs.c.beat < now - LOST_SECONDS)
            connection.execute(delete(jobs).where(and_(is_over, jobs.c.number.not_in(kept))))

    def get(self, id: str) -> Job | None:
        found = self._read(select(jobs).where(jobs.c.id == id)) if ID.fullmatch(id) else []
        return found[0] if found else None

    def list(self) -> Sequence[Job]:
        """The newest first."""
        return self._read(select(jobs).order_by(jobs.c.number.desc()))

    def close(self) -> None:
        self._tables.close()

    def _read(self, query: Any) -> Sequence[Job]:
        if not self._tables.are_made:
            return []
        with self._tables.database.transaction() as connection:
            return [_to_job(row, self._clock()) for row in connection.execute(query)]


def _to_row(job: Job, now: int) -> dict[str, object]:
    # PostgreSQL does not keep the character NUL
    facts: dict[str, object] = {"id": job.id, "caller": job.caller, "state": job.state, "ordered": job.ordered, "ended": job.ended}
    error = None if job.error is None else job.error.replace("\0", "")
    return facts | {"error": error, "report": json.dumps(job.report.to_json()), "beat": now}


def _to_job(row: Any, now: float) -> Job:
    told: dict[str, Any] = json.loads(row.report)
    for name in ("skipped", "failed"):
        told[name] = [Refusal(**each) for each in told[name]]
    report = IngestReport(**told)
    # a clock that ran ahead may have stamped it in the future
    if row.ended is None and abs(now - row.beat) > LOST_SECONDS:
        return Job(row.id, row.caller, "failed", row.ordered, row.beat, report, LOST)
    return Job(row.id, row.caller, row.state, row.ordered, row.ended, report, row.error)
