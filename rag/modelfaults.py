"""What a language model's client fails of, in our words, and whether it is worth another try."""

from collections.abc import Iterator

from rag.errors import ModelFailed

STATUS = {401: "model_key", 403: "model_key", 404: "model_missing", 413: "model_too_much", 429: "model_busy"}
# worth another try
BUSY = {408, 409, 425, 429, 500, 502, 503, 504, 529}


def explain(error: BaseException) -> ModelFailed:
    """An error of a model's client in our words: its own may hold the key or a page of HTML."""
    for cause in _causes(error):
        if (status := _status(cause)) in STATUS:
            return ModelFailed(STATUS[status])
        if status >= 400:
            return ModelFailed("model_broken" if status >= 500 else "model_refused", status=status)
        names = " ".join(kind.__name__ for kind in type(cause).__mro__)
        if "Timeout" in names:
            return ModelFailed("model_timeout")
        if "ProtocolError" in names or "ReadError" in names or "ConnectionReset" in names or "IncompleteRead" in names:
            return ModelFailed("model_cut_off")
        if "ConnectError" in names or "ConnectionRefused" in names:
            return ModelFailed("model_unreachable")
    if any("Connection" in type(cause).__name__ for cause in _causes(error)):
        return ModelFailed("model_connection")
    return ModelFailed("model_unreadable", kind=type(error).__name__)


def may_pass(error: BaseException) -> bool:
    """Whether the same call may succeed a little later."""
    return any(_status(cause) in BUSY for cause in _causes(error))


def _status(error: BaseException) -> int:
    """The HTTP status that a client's error carries; 0 for none."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else 0


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__
