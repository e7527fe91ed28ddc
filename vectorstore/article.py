"""An article as one source published it, its versions, and the times it carries."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from vectorstore.addresses import canonical_url

Precision = Literal["second", "day", "month", "year"]
Provenance = Literal["json-ld", "meta", "feed", "time", "url", "byline", "given", "text", "file"]
Genre = Literal[
    "opinion", "analysis", "interview", "review", "satire", "obituary", "press release", "live blog", "fact check", "advertisement"
]
Access = Literal["free", "paywalled", "teaser"]


class Span(NamedTuple):
    """A stretch of a text: characters from `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A moment, how exactly it is known, and where it was read.

    `seconds` is Unix time in UTC; a day, month or year stands for its first second in UTC.
    """

    seconds: int
    precision: Precision
    provenance: Provenance

    @classmethod
    def of_day(cls, day: date, provenance: Provenance) -> "Timestamp":
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return cls(int(midnight.timestamp()), "day", provenance)

    def __str__(self) -> str:
        """ISO 8601, no finer than it is known: `2025-02-13`, `2025-02-13T08:00:00Z`, `2025-02`."""
        moment = datetime.fromtimestamp(self.seconds, UTC)
        patterns = {"second": "%Y-%m-%dT%H:%M:%SZ", "day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
        return moment.strftime(patterns[self.precision])


@dataclass(frozen=True, slots=True)
class Article:
    """What one source published, as it was read. Offsets of passages and quotes count in `text`.

    Attributes:
        text: The article's words, paragraphs parted by an empty line, without page furniture.
        url: http or https. None where the article has no address.
        key: The source's own id of the article, for articles without a URL.
        source: Name of the paper or site; empty when unknown.
        language: ISO 639-1 code; "und" when unknown.
        genre: None when nothing says that it is more, or less, than a report.
        access: `teaser`: only the beginning is here. `paywalled`: its source says that it is not free; the text may be
            whole all the same. None when its source does not say.
        agencies: The news agencies that it credits, by their usual names: ("dpa", "AFP").
        corrections: Notes of the editors on what earlier texts had wrong, as they wrote them, most of them also in `text`.
        published: None when the article does not say. Never the time of fetching.
        published_otherwise: What other places say of the publication, where they disagree with `published`.
        fetched: When it was read from the web. None for files.
        mentioned: The times that the text speaks about, in order of appearance.
        metadata: What else the source said, by its own names.
        origin: The file or address it was read from: a changed text from the same origin is a new version.

    Raises:
        ValueError: The text is blank, or the url is not http or https.
    """

    text: str
    title: str = ""
    url: str | None = None
    key: str | None = None
    source: str = ""
    language: str = "und"
    authors: tuple[str, ...] = ()
    section: str | None = None
    genre: Genre | None = None
    access: Access | None = None
    agencies: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    published: Timestamp | None = None
    published_otherwise: tuple[Timestamp, ...] = ()
    updated: Timestamp | None = None
    fetched: Timestamp | None = None
    mentioned: tuple[Timestamp, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    origin: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("an article needs a text; this one is blank")
        if self.url is not None and urlsplit(self.url).scheme not in ("http", "https"):
            raise ValueError(f"an article's url is http or https, not {self.url[:80]!r}")
        try:
            for written in (self.text, self.title, self.url, self.key, self.source, self.language, self.section, self.origin):
                (written or "").encode()
            "".join([*self.authors, *self.agencies, *self.corrections, *self.metadata, *self.metadata.values()]).encode()
        except UnicodeEncodeError:
            raise ValueError("an article holds half of a character (a lone surrogate); read it with errors='replace'") from None

    @property
    def article_id(self) -> str:
        """The same for every version: from the URL, else the source's key, else source and content."""
        if self.url:
            identity = ["url", canonical_url(self.url)]
        elif self.key:
            identity = ["key", self.source, self.key]
        else:
            identity = ["text", self.source, self.content_hash]
        return _digest(identity)[:16]

    @property
    def content_hash(self) -> str:
        """What makes a version: the words a reader saw."""
        return _digest([self.title, self.text])

    @property
    def record_hash(self) -> str:
        """Everything that is kept, but where and when it was read."""
        rest = replace(self, fetched=None, origin=None)
        times = [str(time) + time.provenance if time else "" for time in (rest.published, rest.updated)]
        facts = [rest.url, rest.key, rest.source, rest.language, rest.authors, rest.section, sorted(rest.metadata.items())]
        otherwise = [str(time) + time.provenance for time in rest.published_otherwise]
        marks = [rest.genre, rest.access, rest.agencies, rest.corrections, otherwise]
        return _digest([self.content_hash, times, facts, marks])


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article. `number` counts from 1; `added` is Unix time; only one version is current."""

    article_id: str
    number: int
    article: Article
    added: int
    current: bool


def _digest(value: object) -> str:
    # JSON, so that ["ab", "c"] and ["a", "bc"] differ
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
