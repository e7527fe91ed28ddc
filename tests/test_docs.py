"""What the documentation names is there: commands with their options, files, steps of the map; and nothing is said twice."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from benchmarks.__main__ import main as benchmarks
from cli import main as newsdesk
from evaluation.__main__ import commands as evaluation
from ingest.commands import commands as ingest
from rag.commands import commands as rag
from serving.commands import chat_command

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)
FOLDERS = ("vectorstore", "ingest", "rag", "chat", "serving", "evaluation", "benchmarks", "samples", "deploy", "docs", "tests")
# the first words of a command, and what it is in click; `python -m ingest` and `python -m rag` need not name their first command
PROGRAMS: dict[str, click.Command] = {
    "newsdesk": newsdesk,
    "python -m ingest": ingest,
    "python -m rag": rag,
    "python -m evaluation": evaluation,
    "python -m benchmarks": benchmarks,
    "python app.py": chat_command,
}
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
# at the beginning, behind a prompt, settings or what starts it; not as the name that Claude or Kubernetes gives to something
CALL = re.compile(rf"^(?:\$ |[A-Z_]+=\S+ |\.venv/bin/|.* (?:app|ray-head) |.* -- /\S+/)*({'|'.join(PROGRAMS)})(?= |$)([^#]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def code_in(file: Path) -> Iterator[str]:
    """The lines of blocks, and what stands between backticks; lines that end in a backslash go on."""
    text = file.read_text()
    for block in FENCE.findall(text):
        yield from re.sub(r"\\\n", " ", block).splitlines()
    yield from SPAN.findall(FENCE.sub("", text))


def calls() -> list[tuple[str, str, list[str]]]:
    """File, program and the words after it, of every command that is written out."""
    return [
        (file.name, found[1], found[2].replace("\\|", " ").split())
        for file in DOCS
        for code in code_in(file)
        for found in CALL.finditer(code)
    ]


def resolve(program: str, words: list[str]) -> click.Command:
    """The command that the first words name, as deep as they go."""
    command = PROGRAMS[program]
    for word in words:
        if not isinstance(command, click.Group):
            break
        named = command.get_command(click.Context(command), word.strip("[](),;"))
        if named is None:
            break
        command = named
    return command


def options_of(command: click.Command) -> set[str]:
    if isinstance(command, click.Group):
        within = (command.get_command(click.Context(command), name) for name in command.list_commands(click.Context(command)))
        return {option for one in within if one is not None for option in options_of(one)}
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}


def leaves(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for inner in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), inner)
            assert found is not None, f"{name} {inner} is listed and not there"
            yield from leaves(found, f"{name} {inner}")
    else:
        yield name, command


@pytest.mark.parametrize(("file", "program", "words"), calls())
def test_a_command_that_is_written_out_is_there_with_its_options(file: str, program: str, words: list[str]) -> None:
    command = resolve(program, words)
    if program in ("newsdesk", "python -m evaluation", "python -m benchmarks") and words and re.fullmatch(r"[a-z]+", words[0]):
        assert command is not PROGRAMS[program], f"{file}: {program} has no command {words[0]}"
    for option in OPTION.findall(" ".join(words)):
        assert option in options_of(command), f"{file}: {program} {' '.join(words)}: there is no {option}"


def test_an_option_that_is_named_alone_is_one_of_some_command() -> None:
    known = {option for program in PROGRAMS.values() for option in options_of(program)}
    named = {found for file in DOCS for code in code_in(file) if code.startswith("--") for found in OPTION.findall(code)}
    # of Ray, of Docker and of Chroma
    assert named - known <= {"--disable-usage-stats"}


@pytest.mark.parametrize(("name", "command"), list(leaves(newsdesk, "newsdesk")))
def test_every_command_says_what_it_does_and_what_each_option_is_for(name: str, command: click.Command) -> None:
    assert command.help or command.short_help, f"{name} does not say what it does"
    silent = [one.opts[0] for one in command.params if isinstance(one, click.Option) and not one.help and not one.hidden]
    assert not silent, f"{name} does not say what {', '.join(silent)} is for"


def test_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text()
    for name in newsdesk.list_commands(click.Context(newsdesk)):
        assert re.search(rf"`(?:newsdesk )?{name}\b", readme), f"README.md does not name `newsdesk {name}`"


@pytest.mark.parametrize("file", DOCS, ids=[file.name for file in DOCS])
def test_every_file_and_module_that_is_named_is_there(file: Path) -> None:
    for code in code_in(file):
        # but for what its reader makes: `deploy/.env`
        for path in re.findall(rf"(?<![\w./-])(?:{'|'.join(FOLDERS)})/(?!\.)[\w./*{{}},-]*\w", code):
            found = [*ROOT.glob(path), *ROOT.glob(f"{path}.py"), *ROOT.glob(re.sub(r"\{[^}]*\}", "*", path))]
            assert found, f"{file.name} names {path}"
        for module in re.findall(r"python -m ((?:benchmarks|evaluation|vectorstore)\.[\w.]*\w)", code):
            assert find_spec(module), f"{file.name} names {module}"


def test_the_map_of_the_house_has_only_what_is_there_and_each_way_once() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (.+) \|$", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)
    ways = [way for way, _ in rows]
    assert len(ways) == len(set(ways)), "a way stands twice in the map"
    sources = [file for folder in FOLDERS[:7] for file in (ROOT / folder).rglob("*.py")]
    known = {file.stem for file in sources} | {file.parent.name for file in sources}
    text = "\n".join(file.read_text() for file in sources)
    for _, steps in rows:
        for step in re.findall(r"`([a-z_/]+)`", steps):
            name = step.rstrip("/").rpartition("/")[2]
            assert name in known or re.search(rf"^ *def {name}\b", text, re.MULTILINE), f"the map names {step}"
            folder = step.partition("/")[0]
            if "/" in step.rstrip("/") and folder in FOLDERS:
                assert (ROOT / step).exists() or (ROOT / f"{step}.py").exists(), f"the map names {step}"


def test_a_change_is_told_once() -> None:
    changes = re.findall(r"^- (.+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert len(changes) == len(set(changes))


def test_a_change_is_a_short_line_below_its_subject() -> None:
    subject = ""
    for line in (ROOT / "CHANGELOG.md").read_text().splitlines():
        if line.startswith("#"):
            subject = line
        elif line.startswith("- "):
            assert subject.startswith("### "), f"{line} stands below no subject"
            assert len(line) <= 200, f"{line} is more than a line"
