"""Other programs, run one at a time with as many threads as there are cores; what they take and what they say (Linux)."""

import json
import os
import resource
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = os.sysconf("SC_PAGE_SIZE")
LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a program.

    Attributes:
        figures: The last line of its output, where that is an object of JSON.
        first_line_seconds: From its start to the end of the first line that it printed.
        processor_seconds: Of itself and the children that it waited for: less troubled by what else the machine does.
        memory_megabytes: The most that it and its children took together; what they share counts for each.
    """

    figures: dict[str, Any]
    first_line_seconds: float
    seconds: float
    processor_seconds: float
    memory_megabytes: float


def run_program(command: Sequence[str], settings: dict[str, str], *, timeout_seconds: float = 3_600) -> Run:
    """Runs a program to its end in the project's folder, without the network's model hub and without telemetry.

    Raises RuntimeError with the end of what it said when it fails.
    """
    started, before = time.perf_counter(), _spent()
    process = subprocess.Popen(command, cwd=ROOT, env=_environment() | settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with process, Watch(process.pid) as watch:
        errors: list[str] = []
        listener = threading.Thread(target=lambda: errors.extend(process.stderr or ()))
        listener.start()
        killer = threading.Timer(timeout_seconds, _end, (process, errors, timeout_seconds))
        killer.start()
        assert process.stdout is not None
        first = process.stdout.readline()
        first_line_seconds = time.perf_counter() - started
        lines = [first, *process.stdout]
        listener.join()
        code = process.wait()
        killer.cancel()
    if code:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {code}:\n{''.join(errors)[-2_000:]}")
    said = next((line for line in reversed(lines) if line.startswith("{")), "{}")
    return Run(json.loads(said), first_line_seconds, time.perf_counter() - started, _spent() - before, watch.most / 1e6)


def _end(process: "subprocess.Popen[str]", errors: list[str], seconds: float) -> None:
    errors.append(f"not done after {seconds:,.0f} seconds, and ended")
    process.kill()


def disk_megabytes(folder: Path) -> float:
    """What the files of a folder take on the disk."""
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file()) / 1e6


def count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _spent() -> float:
    """Seconds of processor time of the programs that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _environment() -> dict[str, str]:
    threads = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), str(count_cores()))
    quiet = {
        "HF_HUB_OFFLINE": "1",
        "ANONYMIZED_TELEMETRY": "False",
        "HAYSTACK_TELEMETRY_ENABLED": "False",
        "TOKENIZERS_PARALLELISM": "true",
    }
    return os.environ | threads | quiet


class Watch:
    """Looks at the memory of a process and its children as long as it lives."""

    def __init__(self, process: int) -> None:
        self.most = 0
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            self.most = max(self.most, sum(map(resident_bytes, _family(self._process))))


def _family(process: int) -> Iterator[int]:
    yield process
    # children hang on the thread that started them
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = file.read_text().split()
        except OSError:  # it has ended
            continue
        for child in children:
            yield from _family(int(child))


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def resident_bytes(process: int) -> int:
    """What a process holds in memory; 0 when it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):  # it has ended
        return 0
