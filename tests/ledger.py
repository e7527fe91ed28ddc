"""What was said of articles before a kill, beside what is there after it: what was lost, doubled, brought back or torn."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["lost", "doubled", "resurrected", "unreadable", "other"]
KINDS: tuple[Kind, ...] = ("lost", "doubled", "resurrected", "unreadable", "other")

# how an article stands: its edition; None where it never was, or may come again; DELETED where it may not
Standing = int | None
DELETED = -1
Standings = dict[int, Standing]


@dataclass(frozen=True, slots=True)
class Fault:
    kind: Kind
    what: str


@dataclass
class Ledger:
    """How each article stands by what was said to be done, and how it may stand by what was begun and not said to be done.

    Attributes:
        done: By the number of the article.
        begun: The same, of changes under way; each may have come to pass or not.
    """

    done: Standings = field(default_factory=dict)
    begun: dict[int, set[Standing]] = field(default_factory=dict)

    def begin(self, changes: Mapping[int, Standing]) -> None:
        for number, standing in changes.items():
            self.begun.setdefault(number, set()).add(standing)

    def finish(self, changes: Mapping[int, Standing]) -> None:
        """What was begun of these before is superseded: whoever changes an article waits for the change before."""
        for number, standing in changes.items():
            self.done[number] = standing
            self.begun.pop(number, None)

    def follow(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Reads what a writer said: what it is `doing`, and what is `done`."""
        for line in lines:
            self.begin(numbered(line.get("doing", {})))
            self.finish(numbered(line.get("done", {})))

    def allowed(self, number: int) -> set[Standing]:
        return {self.done.get(number), *self.begun.get(number, ())}

    @property
    def numbers(self) -> set[int]:
        return {*self.done, *self.begun}

    def compare(self, found: Iterable[tuple[int, Standing]]) -> list[Fault]:
        """What is wrong with what was found: each article as often as it is there, with how it stands; DELETED counts as not there.

        Afterwards the ledger says what was found.
        """
        found = list(found)
        present = Counter(number for number, standing in found if is_there(standing))
        standings = dict(found)
        faults = [Fault("doubled", f"article {number} is there {times} times") for number, times in present.items() if times > 1]
        for number in sorted({*self.numbers, *standings}):
            fault = self._judge(number, standings.get(number))
            faults += [fault] if fault is not None else []
        self.done, self.begun = {number: standing for number, standing in standings.items() if standing is not None}, {}
        return faults

    def _judge(self, number: int, standing: Standing) -> Fault | None:
        allowed = self.allowed(number)
        if standing in allowed:
            return None
        said = f"article {number} stands as {standing}, not as one of {sorted(allowed, key=str)}"
        # there though it was deleted, or never came; or able to come again though it may not
        back = (is_there(standing) and not any(map(is_there, allowed))) or (standing is None and allowed <= {DELETED})
        return Fault("resurrected" if back else "lost", said)


def is_there(standing: Standing) -> bool:
    return standing is not None and standing != DELETED


def numbered(standings: Mapping[str, Standing]) -> Standings:
    """JSON makes every key a string."""
    return {int(number): standing for number, standing in standings.items()}


def count_kinds(faults: Iterable[Fault]) -> dict[str, int]:
    counted = Counter(fault.kind for fault in faults)
    return {kind: counted[kind] for kind in KINDS}
