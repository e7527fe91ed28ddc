"""A compiled network is kept, is what it was, and is made anew when it is not."""

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiny_models import write_tiny_model
from vectorstore.compiled import SEAL, UNUSED_SECONDS
from vectorstore.models import load_model

TEXT = "The council approved the new bridge on Tuesday."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model and a cache with its export."""
    folder = tmp_path_factory.mktemp("made")
    load_model(str(write_tiny_model(folder / "model")), folder / "cache")
    return folder


@pytest.fixture
def kept(made: Path, tmp_path: Path) -> Path:
    """The folder of what was compiled, in a copy of that cache; loaded by `embed`."""
    shutil.copytree(made / "cache", tmp_path / "cache", ignore=shutil.ignore_patterns("compiled-*"))
    load_model(str(made / "model"), tmp_path / "cache")
    (found,) = tmp_path.glob("cache/*/compiled-*")
    return found


def embed(made: Path, kept: Path) -> list[float]:
    return load_model(str(made / "model"), kept.parent.parent).embed_query(TEXT)


def read(kept: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in kept.iterdir()}


def blob(kept: Path) -> Path:
    (found,) = kept.glob("*.blob")
    found.chmod(0o600)
    return found


def test_what_was_compiled_is_taken_as_it_is_and_gives_the_same_vectors(made: Path, kept: Path) -> None:
    states = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    again = embed(made, kept)
    assert {file: file.stat().st_mtime_ns for file in kept.iterdir()} == states
    assert len(states) == 2
    shutil.rmtree(kept)
    assert embed(made, kept) == again


def flip(kept: Path) -> None:
    data = bytearray(blob(kept).read_bytes())
    data[len(data) // 2] ^= 0xFF
    blob(kept).write_bytes(data)


def cut(kept: Path) -> None:
    blob(kept).write_bytes(blob(kept).read_bytes()[:1000])


def unseal(kept: Path) -> None:
    (kept / SEAL).unlink()


def scribble(kept: Path) -> None:
    (kept / SEAL).write_text("[1]")


def add(kept: Path) -> None:
    (kept / "other.blob").write_bytes(b"?")


@pytest.mark.parametrize("spoil", [flip, cut, unseal, scribble, add])
def test_what_is_not_as_it_was_written_is_compiled_anew(made: Path, kept: Path, spoil: Callable[[Path], None]) -> None:
    expected = embed(made, kept)
    spoil(kept)
    spoilt = read(kept)
    assert embed(made, kept) == expected
    assert read(kept) != spoilt
    assert set(json.loads((kept / SEAL).read_text())) == {blob(kept).name}
    assert not list(kept.parent.glob(".compiled-*"))


def test_what_nobody_has_used_for_a_month_is_taken_away_and_nothing_else(made: Path, kept: Path) -> None:
    others = [kept.with_name(name) for name in ("compiled-of-late", "compiled-long-ago", f".{kept.name}-killed")]
    for folder in others:
        shutil.copytree(kept, folder)
    for folder in (kept, *others[1:]):
        os.utime(folder, (0, time.time() - UNUSED_SECONDS - 60))
    embed(made, kept)
    assert set(kept.parent.glob("*compiled-*")) == {kept, others[0]}
    assert time.time() - kept.stat().st_mtime < UNUSED_SECONDS, "it is in use"
