"""A process that answers, one question after the other: `python -m rag.answerer FD`, started by whoever answers many at once.

Through the connection of that number come the settings, then the questions; what the chain tells goes back.
"""

import logging
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from rag.chain import build_chain
from vectorstore import ArchiveError, open_archive

log = logging.getLogger(__name__)

# nobody has asked for so long: the memory is given back
IDLE_SECONDS = 60.0
# what is said when all is open and loaded, when an answer is whole, and when it has come to nothing
READY, WHOLE, FAILED = "ready", "whole", "failed"


def main() -> None:
    """Answers until nobody asks for a while, or the process that started this one is gone."""
    # Ctrl+C is for that process, which ends this one in order
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        serve(Connection(int(sys.argv[1])))
    except ArchiveError as error:
        sys.exit(str(error))


def serve(asker: "Connection[Any, Any]", idle_seconds: float = IDLE_SECONDS) -> None:
    """Answers what is asked through a connection until its other end is closed, or nobody has asked for so long."""
    with suppress(EOFError, ConnectionError):
        _answer(asker, idle_seconds)


def _answer(asker: "Connection[Any, Any]", idle_seconds: float) -> None:
    archive_settings, answer_settings = asker.recv()
    with open_archive(archive_settings) as archive:
        chain = build_chain(archive, settings=answer_settings)
        if archive.model_name:
            # before it is said to be ready: no question waits for a model
            _ = archive.embeddings
        asker.send(READY)
        while asker.poll(idle_seconds):
            state = asker.recv()
            try:
                for part in chain.stream(state):
                    asker.send(part)
                asker.send(WHOLE)
            except ConnectionError:
                raise
            except Exception:  # who asked tries it himself, and tells what is wrong
                log.debug("an answer failed", exc_info=True)
                asker.send(FAILED)


if __name__ == "__main__":
    main()
