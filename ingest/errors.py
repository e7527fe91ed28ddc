"""Why a target gave no article. Every reason is one line for the reader."""

from typing import Literal


class IngestError(Exception):
    """A target, or a record in it, gave no article.

    Attributes:
        target: The file, folder, address or record (`file:line`) as the reader knows it.
        reason: One line, without the target.
        result: What it counts as in a report.
        lasts: Whether the same bytes, read by the same program, would give no article another time either.
    """

    result: Literal["failed", "skipped", "unchanged"] = "failed"
    lasts = True

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"{target}: {reason}")
        self.target = target
        self.reason = reason


class NotAnArticle(IngestError):
    """There is nothing to take in, and that is no fault: an empty file, a README, a picture."""

    result = "skipped"


class Unreadable(IngestError):
    """Something that was asked for could not be read."""


class Unlucky(Unreadable):
    """Something could not be read this time, and may be another time: a process was ended, a machine too busy."""

    lasts = False


class RefusedBefore(IngestError):
    """It was read before and gave no article, and nothing has changed since. `reason` is why, then."""

    def __init__(self, target: str, reason: str, is_fault: bool) -> None:
        super().__init__(target, f"refused before: {reason}")
        self.result = "failed" if is_fault else "skipped"


class Unchanged(IngestError):
    """There is nothing to take in, since what is there has not changed since it was taken in."""

    result = "unchanged"


class EngineUnavailable(Exception):
    """The machines that shall read and embed cannot be used. Its message is one line for the reader."""


def faulty(target: str, error: Exception) -> Unlucky:
    """Why a target gave no article when the program itself, or a library, failed on it."""
    return Unlucky(target, f"could not be read, by a fault in the program ({type(error).__name__}); please report it")
