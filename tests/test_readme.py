"""What README.md says is so."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic_settings import BaseSettings

from cli import main
from ingest.settings import WebSettings
from rag import AnswerSettings
from serving import ServingSettings
from vectorstore import ArchiveSettings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
SETTINGS = (ROOT / "docs/settings.md").read_text()
ROW = re.compile(r"^\| `(NEWS_[A-Z_]+)` \| (?:`([^`]*)`)? ?\| .+ \|$", re.MULTILINE)


def test_the_table_of_settings_is_complete_and_true() -> None:
    classes: list[type[BaseSettings]] = [ArchiveSettings, WebSettings, AnswerSettings, ServingSettings]
    fields = {f"NEWS_{name.upper()}": field.default for each in classes for name, field in each.model_fields.items()}
    stated = {name: default for name, default in ROW.findall(SETTINGS)}
    assert stated.keys() == fields.keys()
    assert {name: default or None for name, default in stated.items()} == {
        name: None if default is None else str(default) for name, default in fields.items()
    }


def test_the_python_example_runs_and_answers(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    environment = {**os.environ, "NEWS_MODEL": "none"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    report, *answer = done.stdout.splitlines()
    assert report == "65 new, 1 updated, 0 unchanged, 1 skipped, 0 failed"
    assert any("Rubio" in line and "Witkoff" in line for line in answer)
    assert any("Klarwasserbrücke" in line for line in answer)


def test_the_first_commands_print_what_is_shown(tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    environment = {**os.environ, "NEWS_MODEL": "none", "NEWS_EMBEDDING": "bundled", "PYTHONPATH": str(ROOT)}
    (block,) = re.findall(r"```\n(\$ newsdesk ingest samples\n.*?)```", README, re.DOTALL)
    _, *parts = re.split(r"^\$ newsdesk (.+)\n", block, flags=re.MULTILINE)
    assert len(parts) >= 6
    for command, shown in zip(parts[::2], parts[1::2], strict=True):
        done = subprocess.run(
            [sys.executable, "-m", "cli", *shlex.split(command)],
            cwd=tmp_path, env=environment, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert [line.rstrip() for line in done.stdout.strip().splitlines()] == shown.strip().splitlines()


@pytest.mark.parametrize("command", ["ingest", "ask", "chat", "mcp", "list", "show", "delete", "status", "reindex"])
def test_every_command_is_there_and_tells_its_options(command: str) -> None:
    told = CliRunner().invoke(main, [command, "--help"])
    assert told.exit_code == 0
    if command != "reindex":
        assert f"newsdesk {command}" in README or f"`{command}" in README
    assert "--archive" in told.output


def anchors(file: Path) -> set[str]:
    """What a heading of the file is reached by, as GitHub makes it."""
    text = re.sub(r"^```.*?^```", "", file.read_text(), flags=re.MULTILINE | re.DOTALL)
    return {re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def test_every_link_leads_to_a_file_and_a_heading_that_are_there() -> None:
    for file in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "samples/README.md"):
        for path, anchor in re.findall(r"\]\((?!http)([^)#]*)#?([^)]*)\)", file.read_text()):
            target = file.parent / path if path else file
            assert target.exists(), f"{file.name} links to {path}"
            assert not anchor or anchor in anchors(target), f"{file.name} links to {path}#{anchor}"
