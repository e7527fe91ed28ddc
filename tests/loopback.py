"""A server of a test, on a free port of 127.0.0.1 for the length of a block."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer


@contextmanager
def running(server: ThreadingHTTPServer, closing: threading.Event) -> Iterator[None]:
    """Serves in threads; at the end `closing` is set first, for handlers that wait."""
    server.daemon_threads = True
    # a hung request must not keep the test from ending
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
