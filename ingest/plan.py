"""How targets are taken in: what is said of them besides their names."""

from dataclasses import dataclass, field

from ingest.engine import LOCAL, Engine
from ingest.formats import NAMED_ALREADY
from ingest.tables import Columns
from ingest.web import Journey, plan_journey


@dataclass(frozen=True, slots=True)
class Plan:
    """One run.

    Attributes:
        journey: How addresses are visited.
        source: The name of the paper, for articles that do not tell theirs.
        columns: Of fields of articles, the columns of tables that hold them.
        engine: Which machines read and embed.
        again: Whether also that is read which is as it was when it was read before.
    """

    journey: Journey
    source: str = ""
    columns: Columns = field(default_factory=lambda: NAMED_ALREADY)
    engine: Engine = LOCAL
    again: bool = False


def plan_run(
    source: str = "",
    columns: Columns = NAMED_ALREADY,
    since: str | None = None,
    allow_private: bool = False,
    engine: Engine = LOCAL,
    again: bool = False,
) -> Plan:
    """A run with the settings of the environment.

    Raises:
        ValueError: `since` is no day or moment.
        SettingInvalid: A setting cannot be read.
    """
    return Plan(plan_journey(since, allow_private), source, columns, engine, again)
