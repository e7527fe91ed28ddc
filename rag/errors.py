"""What can go wrong between a question and its answer. Every message says what to do next."""

from rag.messages import ENGLISH, say


class ModelError(Exception):
    """The language model that was named cannot be used. The message is one line and holds no key."""


class ModelFailed(ModelError):
    """The language model was asked and gave no answer that can be used; why, by the name of a message and its values."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(say(name, ENGLISH, **values))
        self.name = name
        self.values = values

    def say(self, language: str) -> str:
        return say(self.name, language, **self.values)


class Stopped(ModelFailed):
    """The reader left while the model was asked; it did not fail."""
