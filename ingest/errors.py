"""Why a target gave no article. Every reason is one line for the reader."""

from typing import Literal


class IngestError(Exception):
    """A target, or a record in it, gave no article.

    Attributes:
        target: The file, folder, address or record (`file:line`) as the reader knows it.
        reason: One line, without the target.
        result: What it counts as in a report.
    """

    result: Literal["failed", "skipped", "unchanged"] = "failed"

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"{target}: {reason}")
        self.target = target
        self.reason = reason


class NotAnArticle(IngestError):
    """There is nothing to take in, and that is no fault: an empty file, a README, a picture."""

    result = "skipped"


class Unreadable(IngestError):
    """Something that was asked for could not be read."""


class Unchanged(IngestError):
    """There is nothing to take in, since what is there has not changed since it was taken in."""

    result = "unchanged"


class EngineUnavailable(Exception):
    """The machines that shall read and embed cannot be used. Its message is one line for the reader."""


def faulty(target: str, error: Exception) -> Unreadable:
    """Why a target gave no article when the program itself, or a library, failed on it."""
    return Unreadable(target, f"could not be read, by a fault in the program ({type(error).__name__}); please report it")
