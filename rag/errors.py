"""What can go wrong between a question and its answer. Every message says what to do next."""


class ModelError(Exception):
    """The language model that was named cannot be used. The message is one line and holds no key."""


class ModelFailed(ModelError):
    """The language model was asked and gave no answer that can be used."""
