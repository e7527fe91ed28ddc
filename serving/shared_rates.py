"""The buckets of `rates` on the archive's server: all processes that serve it fill and empty the same ones."""

import hashlib
from itertools import count
from pathlib import Path
from typing import Final

from sqlalchemy import text

from serving.rates import MakeRates, Rate, make_own
from serving.tables import RATES, Tables

# one row for each bucket that is not full, and the server's clock for all: one statement, so that of two at once one comes first
NOW = "extract(epoch FROM now())"
TAKE = text(
    f"INSERT INTO rates AS held (bucket, full_at) VALUES (:bucket, {NOW} + :step)"
    f" ON CONFLICT (bucket) DO UPDATE SET full_at = greatest(held.full_at, {NOW}) + :step WHERE held.full_at <= {NOW} + :most"
    " RETURNING bucket"
)
WAIT = text(f"SELECT greatest(0, full_at - {NOW} - :most) FROM rates WHERE bucket = :bucket")
GIVE_BACK = text("UPDATE rates SET full_at = full_at - :step WHERE bucket = :bucket")
# those that somebody takes from at this moment are left to the next time
FORGET = text(f"DELETE FROM rates WHERE bucket IN (SELECT bucket FROM rates WHERE full_at < {NOW} FOR UPDATE SKIP LOCKED)")
# full buckets are forgotten each time that a process has taken so often
FORGET_EVERY: Final = 1_000


class SharedRates:
    """Each call is a way to the server. Raises ArchiveError as `Database`.

    Args:
        kind: Tells these buckets from those of other kinds in the same table.
    """

    def __init__(self, tables: Tables, kind: str, rate: Rate) -> None:
        self._tables = tables
        self._kind = kind
        self._rate = rate
        self._taken = count()

    def take(self, caller: str) -> float:
        if not self._rate.per_minute:
            return 0.0
        bucket = {"bucket": self._name(caller)}
        with self._tables.database.side_transaction() as connection:
            if next(self._taken) % FORGET_EVERY == 0:
                connection.execute(FORGET)
            if connection.execute(TAKE, {**bucket, "step": self._rate.step, "most": self._rate.most}).first() is not None:
                return 0.0
            waits = connection.execute(WAIT, {**bucket, "most": self._rate.most}).scalar_one_or_none()
            # one who was refused is never told 0; a bucket that has just been forgotten is full
            return max(float(waits or 0), 0.001)

    def give_back(self, caller: str) -> None:
        if self._rate.per_minute:
            with self._tables.database.side_transaction() as connection:
                connection.execute(GIVE_BACK, {"bucket": self._name(caller), "step": self._rate.step})

    def _name(self, caller: str) -> str:
        """Names are of any length, and whoever tries to sign in writes them."""
        return f"{self._kind}:{hashlib.sha256(caller.encode('utf-8', 'replace')).hexdigest()}"


def choose_rates(place: Path | str) -> MakeRates:
    """Shared on the server whose address that is; beside an archive in a folder each process has its own."""
    if isinstance(place, Path):
        return make_own
    tables = Tables(place, RATES)
    return lambda kind, rate: SharedRates(tables, kind, rate)
