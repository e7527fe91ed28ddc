"""What the language model is asked beside the answer itself: how long each may take, what they cost, and that they end with the reader."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rag.errors import ModelFailed, Stopped
from rag.generate import Message, write
from rag.proof import Usage
from rag.settings import AnswerSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


@dataclass(slots=True)
class Errands:
    """The errands of one step of one question.

    Attributes:
        stop: Ends each when it is set, and none begins; None for a reader who stays.
        usage: Tokens of all so far, also of those that failed: what was written in vain was paid for, too.
    """

    model: "BaseChatModel"
    settings: AnswerSettings
    stop: threading.Event | None = None
    usage: Usage = field(default_factory=Usage)

    def ask(self, messages: Sequence[Message]) -> str:
        """The model's whole text. Raises ModelFailed as `write` does, and Stopped when the reader left."""
        return self._write(messages, self.settings)

    def ask_briefly(self, messages: Sequence[Message], most_characters: int) -> str:
        """A line or two before the search, for which nobody waits long; a model that rambles is not listened to.

        Raises:
            ModelFailed: As `write`, or it took longer than `model_search_seconds`, or wrote more than `most_characters`.
            Stopped: The reader left.
        """
        seconds = self.settings.model_search_seconds
        hurried = self.settings.model_copy(
            update={
                "model_first_token_seconds": min(seconds, self.settings.model_first_token_seconds),
                "model_total_seconds": min(seconds, self.settings.model_total_seconds),
                "model_retries": 0,
            }
        )
        return self._write(messages, hurried, most_characters, time.monotonic() + seconds)

    def _write(self, messages: Sequence[Message], settings: AnswerSettings, most: int | None = None, end: float | None = None) -> str:
        text = ""
        for words in write(self.model, messages, settings, self.stop):
            self.usage += words.usage
            text += words.text
            # words that never pause leave the deadline of the stream nothing to wait for
            if (most is not None and len(text) > most) or (end is not None and time.monotonic() > end):
                raise ModelFailed("model_endless")
        if self.stop is not None and self.stop.is_set():
            # half a text is none
            raise Stopped("model_stopped", why="stop")
        return text
