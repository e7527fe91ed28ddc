"""`newsdesk serve` as it is typed, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from benchmarks.processes import free_port

ROOT = Path(__file__).parent.parent
# a busy machine takes its time to import all
START_SECONDS = 600
END_SECONDS = 120


class ServeProcess:
    """A server on a port of its own. It starts in the background: `wait` until it is ready.

    Args:
        folder: Of what belongs to its machine; its log goes there, too.
        settings: Of its environment, beside those of this process.
        options: Of the command.
    """

    def __init__(self, folder: Path, settings: dict[str, str], *options: str) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        folder.mkdir(parents=True, exist_ok=True)
        self.log = folder / "serve.log"
        command = [sys.executable, "-m", "cli", "serve", "--archive", str(folder / "archive"), "--port", str(port), *options]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=log, stderr=log)

    def wait(self) -> None:
        if not wait_until_ready(self.address, lambda: self._process.poll() is not None, START_SECONDS):
            raise AssertionError(f"newsdesk serve does not answer: {self.log.read_text()[-2000:]}")

    def call(self, method: str, path: str, key: str = "", **sent: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {key}"} if key else {}
        # nothing is encrypted here, and certificates take longer to read than the answers
        with httpx.Client(base_url=self.address, headers=headers, timeout=180, trust_env=False, verify=False) as client:
            return client.request(method, path, **sent)

    def end(self) -> int:
        """Asks it to end; gives its exit status."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(END_SECONDS)

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def wait_until_ready(address: str, has_ended: Callable[[], bool], seconds: float) -> bool:
    """Whether the server at this address is ready within so much time; not once it has ended."""
    deadline = time.monotonic() + seconds
    with httpx.Client(base_url=address, trust_env=False, verify=False) as client:
        while time.monotonic() < deadline and not has_ended():
            with suppress(httpx.TransportError):
                if client.get("/readyz").status_code == 200:
                    return True
            time.sleep(0.05)
    return False


@contextmanager
def serving(*places: tuple[Path, dict[str, str]]) -> Iterator[list[ServeProcess]]:
    """Servers that start beside each other, all ready."""
    servers = [ServeProcess(folder, settings) for folder, settings in places]
    try:
        for server in servers:
            server.wait()
        yield servers
    finally:
        for server in servers:
            server.close()
