"""The end of the server: who is still connected is cut, and that is no fault."""

import asyncio
import logging


class QuietFarewell(logging.Filter):
    """Leaves out what uvicorn says of connections that it cuts when it is told to end.

    A page keeps a stream open as long as it is read. Cutting it raises CancelledError through the whole application, which uvicorn
    writes down as an error with its traces.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error, asyncio.CancelledError) and "timeout graceful shutdown exceeded" not in record.getMessage()


def end_quietly() -> None:
    """Once for a process; uvicorn's own errors are still written."""
    uvicorn = logging.getLogger("uvicorn.error")
    if not any(isinstance(each, QuietFarewell) for each in uvicorn.filters):
        uvicorn.addFilter(QuietFarewell())
