"""The process that reads, as far as `test_ingest_reader` does not show it from outside."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_it_ends_when_the_one_that_started_it_is_gone_already() -> None:
    done = subprocess.run([sys.executable, "-m", "ingest.worker", "1"], cwd=ROOT, input=b"", capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_it_starts_without_all_that_parses() -> None:
    code = "import sys, ingest.worker; print(*sorted({'lxml', 'trafilatura', 'py3langid', 'ingest.html'} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
