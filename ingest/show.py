"""Articles and the archive's state as lines for a reader and as values for a program."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from ingest.intervals import show_interval
from vectorstore import ArchiveStatus, Article, Changes, Cluster, Follow, Timestamp, Version
from vectorstore.plain import one_line, plain

LONGEST_TITLE = 80
UNDATED = "undated"


def list_line(version: Version) -> str:
    """Id, date, language, source and title, parted by tabs."""
    article = version.article
    cells = (
        version.article_id,
        _day(article.published),
        article.language,
        one_line(article.source, 30) or "-",
        one_line(article.title, LONGEST_TITLE) or "(no title)",
    )
    return "\t".join(cells)


def title_line(version: Version) -> str:
    """Title, source and date, for a sentence."""
    article = version.article
    facts = ", ".join(filter(None, [one_line(article.source, 30), _day(article.published)]))
    return f"“{one_line(article.title, LONGEST_TITLE) or version.article_id}” ({facts})"


def article_text(version: Version, versions: int, copies: Sequence[Version] = ()) -> str:
    """Everything that is kept of an article, its text last; `copies` are the other articles with its text."""
    article = version.article
    times = (("published", article.published), ("updated", article.updated), ("fetched", article.fetched))
    facts = [
        ("source", article.source or "unknown"),
        ("url", article.url or "none"),
        ("authors", ", ".join(article.authors) or "unknown"),
        *((name, _with_provenance(time)) for name, time in times),
        ("speaks of", ", ".join(str(time) for time in article.mentioned) or "no dates"),
        ("section", article.section or "unknown"),
        *_mark_lines(article),
        *(("copy", f"{copy.article_id}  {title_line(copy)}") for copy in copies),
        ("language", article.language),
        ("version", f"{version.number} of {versions}" + ("" if version.current else ", not the current one")),
        ("id", version.article_id),
        *article.metadata.items(),
    ]
    lines = [one_line(article.title, 300) or "(no title)", *(f"{one_line(name):<12}{one_line(value, 500)}" for name, value in facts)]
    return "\n".join(lines) + "\n\n" + plain(article.text)


def _mark_lines(article: Article) -> Iterator[tuple[str, str]]:
    """What is said only where there is something to say."""
    if article.published_otherwise:
        yield "dated also", ", ".join(map(_with_provenance, article.published_otherwise))
    if article.genre:
        yield "genre", article.genre
    if article.access:
        yield "access", article.access
    if article.agencies:
        yield "agencies", ", ".join(article.agencies)
    yield from (("corrected", note) for note in article.corrections)


def changes_text(version: Version, changes: Changes) -> str:
    """What a version changed, sentence by sentence, and the notes on mistakes that it carries."""
    if changes.before is None:
        return f"version {version.number} is the first"
    lines = [f"version {version.number} against version {changes.before}"]
    if changes.titles:
        lines += [f"- {one_line(changes.titles[0], 300)}", f"+ {one_line(changes.titles[1], 300)}"]
    lines += [f"- {plain(sentence)}" for sentence in changes.removed] + [f"+ {plain(sentence)}" for sentence in changes.added]
    lines += [f"corrected: {one_line(note, 500)}" for note in version.article.corrections]
    return "\n".join(lines if len(lines) > 1 else [*lines, "the same sentences"])


def article_json(version: Version, cluster: Cluster, versions: int | None = None) -> dict[str, object]:
    """An article's facts, named and left empty as in an answer's citations; with the number of its versions also its text."""
    article = version.article
    facts: dict[str, object] = {
        "article_id": version.article_id,
        "version": version.number,
        "title": article.title,
        "url": article.url or "",
        "source": article.source,
        "language": article.language,
        "published": _moment(article.published),
        "genre": article.genre,
        "access": article.access,
        "agencies": list(article.agencies),
        "cluster": cluster.canonical,
        "copies": [copy for copy in cluster.articles if copy != version.article_id],
    }
    if versions is None:
        return facts
    return facts | {
        "versions": versions,
        "current": version.current,
        "authors": list(article.authors),
        "section": article.section,
        "updated": _moment(article.updated),
        "fetched": _moment(article.fetched),
        "provenance": {
            "published": article.published.provenance if article.published else None,
            "updated": article.updated.provenance if article.updated else None,
        },
        "published_otherwise": [{"time": str(time), "provenance": time.provenance} for time in article.published_otherwise],
        "corrections": list(article.corrections),
        "mentioned": [str(time) for time in article.mentioned],
        "metadata": dict(article.metadata),
        "text": article.text,
    }


def status_text(status: ArchiveStatus) -> str:
    """What an archive holds, a line for each fact."""
    facts = [
        ("articles", f"{status.articles} in {status.versions} versions, {status.passages} passages"),
        ("sources", _tally(status.sources)),
        ("languages", _tally(status.languages)),
        ("newest", _day(status.newest) + (f", {status.undated} undated" if status.undated else "")),
        ("embedding", (status.embedding or "chosen with the first article") + (f", run by {status.runtime}" if status.runtime else "")),
        ("vectors", status.vectors),
        ("engines", "; ".join(f"{part}: {engine}" for part, engine in status.engines)),
        ("size", f"{status.size_bytes / 1_000_000:.1f} MB"),
    ]
    if status.follows:
        facts.append(("follows", f"{len(status.follows)} source{'s' * (len(status.follows) != 1)}"))
        facts += [("failing", _failing(follow)) for follow in status.follows if follow.failing_since is not None]
    return "\n".join(f"{name:<12}{one_line(value, 300)}" for name, value in facts)


def follow_line(follow: Follow) -> str:
    """A followed source on one line: address, interval, last state, next run."""
    state = _failing(follow).partition(" ")[2] if follow.failing_since is not None else follow.last_result or "not read yet"
    last = f", last {shown_time(follow.last_run)}" if follow.last_run else ""
    return one_line(f"{follow.url}  every {show_interval(follow.every_seconds)}: {state}{last}, next {shown_time(follow.next_run)}", 500)


def follow_json(follow: Follow) -> dict[str, object]:
    times = {name: getattr(follow, name) for name in ("added", "last_run", "next_run", "failing_since")}
    return asdict(follow) | {name: None if time is None else _iso(time) for name, time in times.items()}


def shown_time(seconds: int) -> str:
    """A moment on the reader's own clock: `Tue 2025-03-11 09:30`."""
    return datetime.fromtimestamp(seconds).astimezone().strftime("%a %Y-%m-%d %H:%M")


def _failing(follow: Follow) -> str:
    return f"{follow.url} has failed since {shown_time(follow.failing_since or 0)}: {follow.last_error}"


def _iso(seconds: int) -> str:
    return str(Timestamp(seconds, "second", "given"))


def status_json(status: ArchiveStatus) -> dict[str, object]:
    return {
        "articles": status.articles,
        "versions": status.versions,
        "passages": status.passages,
        "sources": dict(status.sources),
        "languages": dict(status.languages),
        "newest": _moment(status.newest),
        "undated": status.undated,
        "embedding": status.embedding,
        "runtime": status.runtime,
        "vectors": status.vectors,
        "engines": dict(status.engines),
        "size_bytes": status.size_bytes,
        "generation": status.generation,
        "follows": [follow_json(follow) for follow in status.follows],
    }


def _day(time: Timestamp | None) -> str:
    return str(time)[:10] if time else UNDATED


def _moment(time: Timestamp | None) -> str | None:
    return str(time) if time else None


def _with_provenance(time: Timestamp | None) -> str:
    return f"{time} ({time.provenance}, exact to the {time.precision})" if time else "unknown"


def _tally(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{name or 'unknown'} {number}" for name, number in counts[:20]) or "none"
