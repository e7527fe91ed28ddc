"""How soon the chat's page can be used, and how soon an answer begins: `python -m benchmarks chat`, with Debian's Chromium."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import ProxyHandler, build_opener

from benchmarks.processes import free_port

ROOT = Path(__file__).parent.parent
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-proxy-server"),
]
# milliseconds from a click on an example until words of the answer are there, measured in the page: no test tool between
CLICK = """() => new Promise(done => {
  const thread = document.querySelector('#newsdesk-chatbot');
  const look = () => thread.querySelector('.answer p') && (watch.disconnect(), done(performance.now() - begun));
  const watch = new MutationObserver(look);
  watch.observe(thread, { subtree: true, childList: true });
  const begun = performance.now();
  document.querySelectorAll('#newsdesk-start .example')[PLACE].click();
})"""


def measure_chat(runs: int) -> dict[str, float]:
    """Milliseconds from a visit to a page that can be used, and from a click to the first words; and the load of the machine.

    On the samples, without a language model; the first run is not counted.
    """
    from playwright.sync_api import sync_playwright

    clicks: list[float] = []
    visits: list[float] = []
    with TemporaryDirectory() as folder, chatting(Path(folder) / "data") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for run in range(runs + 1):
            # a browser that has not been here: nothing comes from its cache
            context = browser.new_context()
            page = context.new_page()
            begun = time.perf_counter()
            page.goto(address)
            page.wait_for_selector("#newsdesk-start .example")
            visited = (time.perf_counter() - begun) * 1000
            clicked = page.evaluate(CLICK.replace("PLACE", str(run % 4)))
            context.close()
            if run:
                visits.append(visited)
                clicks.append(clicked)
        browser.close()
    figures = {"load of the machine": os.getloadavg()[0], "cores": float(os.cpu_count() or 1)}
    for name, values in (("visit to usable page", visits), ("click to first words", clicks)):
        figures |= {f"ms, {name}, median": statistics.median(values), f"ms, {name}, worst": max(values)}
    return figures


@contextmanager
def chatting(archive: Path) -> Iterator[str]:
    """The chat on the samples, without a language model, in a process of its own."""
    port = free_port()
    environment = {**os.environ, "NEWS_EMBEDDING": "bundled", "NEWS_MODEL": "none", "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "app.py", "--archive", str(archive), "--samples", "samples", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            wait_until_up(address, process)
            yield address
        finally:
            process.terminate()


def wait_until_up(address: str, process: "subprocess.Popen[bytes]") -> None:
    opener = build_opener(ProxyHandler({}))
    while process.poll() is None:
        try:
            opener.open(f"{address}/healthz", timeout=2).close()
            return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError("the chat did not start; `newsdesk chat --samples samples` says why")
