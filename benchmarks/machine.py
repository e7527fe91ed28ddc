"""On what, with what and when something was measured."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.processes import count_cores

PACKAGES = ("chromadb", "tantivy", "openvino", "tokenizers", "numpy", "langchain-core", "SQLAlchemy")


def describe_machine() -> dict[str, str]:
    return {
        "date": datetime.now(UTC).strftime("%d %B %Y"),
        "processor": f"{_processor()}, {count_cores()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "system": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        "load before": f"{os.getloadavg()[0]:.1f} programs at work on {count_cores()} cores",
        "versions": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
