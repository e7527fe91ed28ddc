"""Which articles a search may find."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final, get_args

from vectorstore.article import Genre

Moment = date | datetime | str

# what an article is that nothing calls anything else
REPORT: Final = "report"
GENRES: Final[tuple[str, ...]] = (REPORT, *get_args(Genre))


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Limits on what a search finds; None or empty means no limit.

    Attributes:
        since: Published at this moment or later.
        until: Published before this moment (exclusive).
        as_of: The archive as it stood at the end of this day, or at this moment: nothing published
            later, and each article in the version it then had.
        sources: Names of sources, compared without regard to case.
        languages: ISO 639-1 codes.
        genres: Of GENRES; `report` is what an article is whose `genre` is None.

    A moment is a date, a datetime (UTC when it names no zone) or an ISO 8601 string of either.
    `since`, `until` and `as_of` leave out articles whose publication date is unknown.

    Raises:
        ValueError: A moment cannot be read, `since` is not before `until`, a genre is none, or one text stands for several.
    """

    since: Moment | None = None
    until: Moment | None = None
    as_of: Moment | None = None
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, given in (("sources", self.sources), ("languages", self.languages), ("genres", self.genres)):
            if isinstance(given, str):
                raise ValueError(f"{name} is several texts, not one; write {name}=({given!r},)")
        for genre in self.genres:
            if genre not in GENRES:
                raise ValueError(f"{genre!r} is no genre; there are {', '.join(GENRES)}")
        since, until = self.since_seconds, self.until_seconds
        _ = self.as_of_seconds  # read it now, so that a bad one is refused here
        if since is not None and until is not None and since >= until:
            raise ValueError(f"since ({self.since}) is not before until ({self.until})")

    @property
    def since_seconds(self) -> int | None:
        return None if self.since is None else _first_second(self.since)

    @property
    def until_seconds(self) -> int | None:
        return None if self.until is None else _first_second(self.until)

    @property
    def as_of_seconds(self) -> int | None:
        """The first second that is no longer part of the archive as it stood."""
        if self.as_of is None:
            return None
        moment = _read_moment(self.as_of)
        whole_day = not isinstance(moment, datetime)
        return _first_second(moment) + (86_400 if whole_day else 1)

    @property
    def is_dated(self) -> bool:
        """Whether articles without a publication date are left out."""
        return any(moment is not None for moment in (self.since, self.until, self.as_of))

    def __bool__(self) -> bool:
        return self.is_dated or bool(self.sources or self.languages or self.genres)


def _read_moment(moment: Moment) -> date | datetime:
    if not isinstance(moment, str):
        return moment
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(moment)
        except ValueError:
            continue
    raise ValueError(f"{moment!r} is not a date; write it as 2025-02-13 or 2025-02-13T08:00:00")


def _first_second(moment: Moment) -> int:
    moment = _read_moment(moment)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), UTC)
    elif moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return int(moment.timestamp())
