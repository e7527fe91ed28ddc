"""What a new version changed: sentences that came and that went."""

from collections import Counter
from dataclasses import dataclass

from vectorstore.article import Version
from vectorstore.sentences import read_sentences


@dataclass(frozen=True, slots=True)
class Changes:
    """What a version changed in the one that stood before it.

    Attributes:
        before: Number of that one; None for the first, in which nothing was changed.
        added: Sentences that are new, in the order of the text.
        removed: Sentences that are gone, in the order of the earlier text. A sentence that was altered is in both.
        titles: The earlier title and the new one; None when it is the same.
    """

    before: int | None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    titles: tuple[str, str] | None = None


def compare_versions(before: Version | None, version: Version) -> Changes:
    if before is None:
        return Changes(None)
    old, new = before.article, version.article
    titles = (old.title, new.title) if old.title != new.title else None
    earlier, later = read_sentences(old), read_sentences(new)
    return Changes(before.number, _without(later, earlier), _without(earlier, later), titles)


def _without(sentences: list[str], others: list[str]) -> tuple[str, ...]:
    """The sentences that the others lack, as often as they do; where one stands does not matter."""
    left = Counter(_key(sentence) for sentence in others)
    kept: list[str] = []
    for sentence in sentences:
        if left[_key(sentence)]:
            left[_key(sentence)] -= 1
        else:
            kept.append(sentence)
    return tuple(kept)


def _key(sentence: str) -> str:
    return " ".join(sentence.split())
