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
        source: The name of the paper, for articles that do not tell theirs.
        columns: Of fields of articles, the columns of tables that hold them.
        since: A day or a moment; what feeds and sitemaps date before it is left out.
        allow_private: The hosts of the addresses may lie in one's own network, and at any port.
        engine: Which machines read and embed.
        again: Whether also that is read which is as it was when it was read before.
    """

    source: str = ""
    columns: Columns = field(default_factory=lambda: NAMED_ALREADY)
    since: str | None = None
    allow_private: bool = False
    engine: Engine = LOCAL
    again: bool = False

    def journey(self) -> Journey:
        """How addresses are visited, with the settings of the environment.

        Raises:
            ValueError: `since` is no day or moment.
            SettingInvalid: A setting cannot be read.
        """
        return plan_journey(self.since, self.allow_private)
