"""`newsdesk models`: what is made ready ahead of time, and what is told of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from tests.tiny_models import write_tiny_model
from vectorstore.exports import read_any_manifest, write_manifest


def run(cache: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["models", *arguments, "--cache", str(cache)])
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The name of a model, and a cache in which it is ready."""
    folder = tmp_path_factory.mktemp("models")
    name = str(write_tiny_model(folder / "tiny"))
    assert run(folder / "cache", "prepare", name)[0] == 0
    return name, folder / "cache"


def test_a_model_that_is_prepared_says_its_runtime_its_check_and_its_place(prepared: tuple[str, Path]) -> None:
    name, cache = prepared
    code, told = run(cache, "prepare", name)
    assert code == 0
    ready, checked, network, kept = told.splitlines()
    assert ready.startswith(f"{name} is ready: openvino ") and "32 dimensions" in ready
    assert "its vectors match torch's" in checked and "f32" in checked
    assert network == "network: traced"
    assert str(cache) in kept and "MB" in kept


def test_what_is_ready_is_listed_for_people_and_for_programs(prepared: tuple[str, Path]) -> None:
    name, cache = prepared
    code, told = run(cache, "list")
    assert (code, told.count("\n")) == (0, 1)
    assert told.startswith(f"{name}  openvino ")
    assert "  traced  " in told
    (listed,) = json.loads(run(cache, "list", "--json")[1])
    assert listed["name"] == name and Path(listed["folder"]).is_dir() and "f32" in listed["precisions"]
    assert listed["network"] == "traced"
    assert json.loads(run(cache, "prepare", name, "--json")[1]) == listed


def test_an_export_of_another_openvino_is_listed_as_undecided(tmp_path: Path) -> None:
    name = str(write_tiny_model(tmp_path / "tiny"))
    assert run(tmp_path / "cache", "prepare", name)[0] == 0
    (manifest,) = (tmp_path / "cache").glob("*/manifest.json")
    export = read_any_manifest(manifest.parent)
    assert export is not None
    write_manifest(manifest.parent, replace(export, openvino="1.0"))
    assert "made by another OpenVINO: checked anew at its next use" in run(tmp_path / "cache", "list")[1]


def test_a_model_that_cannot_be_exported_is_left_to_torch_with_the_reason(tmp_path: Path) -> None:
    name = str(write_tiny_model(tmp_path / "tiny", pooling="max"))
    code, told = run(tmp_path / "cache", "prepare", name)
    assert code == 0
    assert f"{name} is loaded; torch runs it, slower: its pooling is max" in told
    assert "torch (its pooling is max)" in run(tmp_path / "cache", "list")[1]


def test_a_model_that_is_nowhere_is_one_line_and_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    code, told = run(tmp_path / "cache", "prepare", "nobody/nothing")
    assert code == 1
    assert "the embedding model nobody/nothing" in told.splitlines()[-1]


def test_an_empty_cache_says_what_to_do(tmp_path: Path) -> None:
    assert run(tmp_path / "cache", "list") == (0, "none is ready yet; `newsdesk models prepare` makes one so\n")
