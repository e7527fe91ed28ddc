"""The house: imports go down only, importing does nothing else, the public names are these."""

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {"vectorstore": 0, "ingest": 1, "rag": 1, "app": 2, "chat": 2, "serving": 2, "cli": 2}
# a folder of floor 1 knows nothing of its neighbour, and the page not who serves it
NEIGHBOURS = {("ingest", "rag"), ("rag", "ingest"), ("chat", "serving")}
HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "chromadb",
    "gradio",
    "trafilatura",
    "langchain",
    "langchain_ollama",
    "openai",
    "openvino",
}


def modules() -> Iterator[tuple[str, Path]]:
    for file in sorted(ROOT.glob("*.py")):
        yield file.stem, file
    for folder in ("vectorstore", "ingest", "rag", "chat", "serving"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield ".".join(file.relative_to(ROOT).with_suffix("").parts), file


def imports(file: Path) -> Iterator[str]:
    """Everything a file imports, inside functions too."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            yield node.module or ""


@pytest.mark.parametrize(("name", "file"), list(modules()), ids=[name for name, _ in modules()])
def test_imports_go_down_only(name: str, file: Path) -> None:
    here = name.split(".")[0]
    for imported in imports(file):
        there = imported.split(".")[0]
        if there in FLOORS and there != here:
            assert FLOORS[there] <= FLOORS[here], f"{name} imports {imported}, which is above it"
            assert (here, there) not in NEIGHBOURS, f"{name} imports {imported}, its neighbour"
        assert there not in ("tests", "evaluation", "benchmarks"), f"{name} imports {imported}"


def test_there_is_no_circle_of_imports() -> None:
    names = dict(modules())
    graph = {name: {other for other in imports(file) if other in names and other != name} for name, file in names.items()}
    open_: list[str] = []
    done: set[str] = set()

    def visit(name: str) -> None:
        assert name not in open_, " > ".join([*open_, name])
        if name in done or names[name].name == "__init__.py":
            return
        open_.append(name)
        for other in sorted(graph[name]):
            visit(other)
        open_.pop()
        done.add(name)

    for name in names:
        visit(name)


@pytest.mark.parametrize("package", ["vectorstore", "ingest", "rag", "cli"])
def test_importing_loads_nothing_heavy(package: str) -> None:
    code = f"import sys, {package}; print(*sorted({HEAVY!r} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert loaded == []


PUBLIC = {
    "ingest": {"ingest", "IngestReport"},
    "rag": {"build_chain", "ask", "Answer", "Citation", "NewsRetriever", "Turn"},
    "vectorstore": {"open_archive", "Archive", "SearchFilter", "Article", "Version", "Timestamp", "ArchiveError"},
}


@pytest.mark.parametrize(("package", "promised"), PUBLIC.items())
def test_the_public_names_are_there_and_sorted(package: str, promised: set[str]) -> None:
    module = importlib.import_module(package)
    assert promised <= set(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)
    key = [(not name.isupper(), not name[0].isupper(), name) for name in module.__all__]
    assert key == sorted(key), "constants, then types, then functions, each in order"


# Files that a test of their own would only repeat: the surface that they are tested through, and by which file. Nothing else may be put on.
TESTED_THROUGH = {
    # what `newsdesk check --repair` puts right, fault by fault
    "vectorstore.mending": "test_checking",
    # one suite for what a database promises, over both engines
    "vectorstore.postgres": "test_database",
    "vectorstore.sqlite": "test_database",
    # exports of models, made and run
    "vectorstore.prepared": "test_exports",
    "vectorstore.preparing": "test_ingest_model_commands",
    # `Archive.save_answer` and `newsdesk answers`
    "vectorstore.saved": "test_saved_answers",
    "rag.answers": "test_saved_answers",
    # tables of words, by the steps that read them
    "vectorstore.abbreviations": "test_sentences",
    "rag.outletwords": "test_rag_outlets",
    # `newsdesk users`, `keys` and `audit`
    "serving.user_commands": "test_serving_access",
    "serving.carrying": "test_serving_shared",
    # constants that only a browser can tell right from wrong
    "chat.events": "test_browser",
}


def uses(file: Path) -> Iterator[str]:
    """The modules that a test imports, and those that define what it imports from a package."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
            places = definitions(node.module)
            yield from (places[alias.name] for alias in node.names if alias.name in places)


@cache
def definitions(package: str) -> dict[str, str]:
    """Where the names come from that a package gives."""
    file = ROOT / package.replace(".", "/") / "__init__.py"
    tree = ast.walk(ast.parse(file.read_text())) if file.exists() else ()
    imported = (node for node in tree if isinstance(node, ast.ImportFrom) and node.module)
    return {alias.name: str(node.module) for node in imported for alias in node.names}


def own_tests(module: str) -> set[str]:
    """What files of tests for a module may be called: by its name, its folders and its name, or its folders alone."""
    *folders, last = module.split(".")
    named = {f"test_{last}", f"test_{'_'.join((*folders, last))}", *(f"test_{folder}_{last}" for folder in folders)}
    return named | ({f"test_{'_'.join(folders)}"} if folders else set())


def test_every_file_has_its_tests() -> None:
    tests = list((ROOT / "tests").glob("*.py"))
    names, used = {file.stem for file in tests}, {module for file in tests for module in uses(file)}
    without = {
        name
        for name, file in modules()
        if file.name not in ("__init__.py", "__main__.py") and name not in used and not own_tests(name) & names
    }
    assert without <= TESTED_THROUGH.keys(), "write a test that imports it, or a file tests/test_FOLDER_NAME.py"
    assert TESTED_THROUGH.keys() <= without, "it has tests of its own: take it off the list"
    assert set(TESTED_THROUGH.values()) <= names
