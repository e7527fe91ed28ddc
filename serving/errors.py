"""Errors of serving."""


class ServingError(Exception):
    """The page cannot be served; the message is one line and says what to do."""
