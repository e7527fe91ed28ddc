"""The commands of embedding models: `newsdesk models prepare|list`."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from vectorstore.command_line import json_option, reported
from vectorstore.plain import one_line
from vectorstore.preparing import PreparedModel, list_prepared, prepare_model

UNDECIDED = "made by another OpenVINO: checked anew at its next use"


@click.group()
def commands() -> None:
    """Embedding models."""


@commands.group("models")
def models() -> None:
    """Embedding models made ready to run without torch. The folder of NEWS_MODEL_CACHE keeps them, and may be deleted at any time."""


def model_options(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--cache", type=click.Path(path_type=Path), help="Folder that keeps them; else NEWS_MODEL_CACHE.")(
        json_option(command)
    )


@models.command("prepare")
@click.argument("name", metavar="NAME", default="auto")
@model_options
def prepare_command(name: str, cache: Path | None, as_json: bool) -> None:
    """Make NAME ready ahead of time, so that no first question or article waits for it.

    NAME is a sentence-transformers model by name or folder, `bundled`, or `auto`, which is meant when none is given. It is exported once,
    its vectors are compared with torch's, and it is loaded from then on without torch.
    """
    with reported():
        model = prepare_model(name, cache)
    click.echo(json.dumps(prepared_json(model), ensure_ascii=False) if as_json else prepared_text(model))


@models.command("list")
@model_options
def list_command(cache: Path | None, as_json: bool) -> None:
    """The models that are ready, with what runs them."""
    with reported():
        found = list(list_prepared(cache))
    if as_json:
        click.echo(json.dumps([prepared_json(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        click.echo(prepared_line(each))
    if not found:
        click.echo("none is ready yet; `newsdesk models prepare` makes one so", err=True)


def prepared_text(model: PreparedModel) -> str:
    name = one_line(model.name)
    if model.folder is None:
        reason = f": {model.reason}" if model.reason else ""
        return f"{name} is loaded; torch runs it, slower{reason}"
    checked = " and ".join(model.precisions)
    return "\n".join(
        (
            f"{name} is ready: {model.runtime}, {model.dimension} dimensions, up to {model.max_tokens} tokens",
            f"checked: on texts of many lengths, padded together, its vectors match torch's, in {checked}",
            f"network: {one_line(model.network)}",
            *(f"not taken: {one_line(each)}" for each in model.passed_over),
            f"kept in {one_line(str(model.folder))}, {_megabytes(model)}",
        )
    )


def prepared_line(model: PreparedModel) -> str:
    runtime = model.runtime or UNDECIDED
    reason = f" ({one_line(model.reason)})" if model.reason else ""
    network = f"  {one_line(model.network)}" if model.network else ""
    size = f"{model.dimension} dimensions  {_megabytes(model)}"
    return f"{one_line(model.name)}  {runtime}{reason}{network}  {size}  {one_line(str(model.folder))}"


def prepared_json(model: PreparedModel) -> dict[str, object]:
    return {**asdict(model), "folder": None if model.folder is None else str(model.folder)}


def _megabytes(model: PreparedModel) -> str:
    return f"{model.size_bytes / 1e6:.0f} MB"
