"""What is known of the words for times of one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TimeWords:
    """One language.

    Attributes:
        months, weekdays, seasons, numbers: Alternatives for each, in order; weeks begin on Monday, seasons in spring, numbers at 1
        units: Of the calendar, in any number.
        days: Words for a day, with how far it is from today, first and last day.
        last, this, next: Which one of a unit.
        parts: Words for the first, second and last third of a month or year.
        ordinals: First to fourth.
        patterns: Rule and pattern, the language's grammar of time.
        frames: What stands before a time, by what it makes of it.
        latest: Asks for the newest.
        reporting: Asks for what was published, not for what happened.
        articles: May stand between a frame and its time.
        clause: Begins a clause that dates something else than what is asked for.
        habit: Beside a month without a year it may make of it that month of every year.
        state: Beside "today" it makes of that day the present age.
        following: What stands after a time, by what it makes of it.
        spaced: Whether words are parted by blanks, so that none begins within another.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    numbers: tuple[str, ...]
    units: Mapping[str, str]
    days: Mapping[str, tuple[int, int]]
    last: str
    this: str
    next: str
    parts: tuple[str, str, str]
    ordinals: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    frames: Mapping[str, str]
    latest: str
    reporting: str
    articles: str
    clause: str
    habit: str
    state: str
    following: Mapping[str, str] = field(default_factory=dict)
    spaced: bool = True

    def bound(self, pattern: str) -> str:
        """The pattern, for whole words only where there are such."""
        return rf"\b(?:{pattern})\b" if self.spaced else f"(?:{pattern})"


# what all languages write alike
SHARED = (
    ("date", r"<YEAR>-(?P<month_number>0[1-9]|1[0-2])-<DAY>"),
    (
        "dates",
        r"<YEAR1>-(?P<first_month_number>0[1-9]|1[0-2])-<DAY1>(?: ?- ?| (?:and|to|until|und|bis|et|au|y|a|al|hasta) )"
        r"<YEAR>-(?P<month_number>0[1-9]|1[0-2])-<DAY>",
    ),
    ("year", r"<YEAR>"),
    ("quarter", r"q ?(?P<quarter>[1-4])(?:[ /]<YEAR>)?"),
    ("half", r"h ?(?P<half>[12])[ /]<YEAR>"),
)
DAY_MONTH_YEAR = (
    ("date", r"<DAY>\. ?(?P<month_number>1[0-2]|0?[1-9])\.(?: ?<YEAR>)?"),
    ("date", r"<DAY>/(?P<month_number>1[0-2]|0?[1-9])/<YEAR>"),
)
