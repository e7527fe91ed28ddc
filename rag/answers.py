"""The command `newsdesk answers`: saved answers, and what became of what they cite."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vectorstore.command_line import archive_option, json_option, opened, reported
from vectorstore.plain import one_line, plain

if TYPE_CHECKING:
    from vectorstore import SavedAnswer

WHAT = {
    "superseded": "the article has changed since; `newsdesk show {id} --changes` says how",
    "corrected": "the article was corrected since; `newsdesk show {id} --changes` says how",
    "deleted": "the article was deleted, and its words with it",
}


@click.group("answers")
def answers() -> None:
    """Answers that were saved with `newsdesk ask --save`."""


@answers.command("list")
@archive_option
@json_option
def list_command(folder: Path | None, as_json: bool) -> None:
    """Every saved answer, newest first, with a flag where an article has changed since."""
    with reported(), opened(folder) as archive:
        saved = archive.saved_answers()
    if as_json:
        click.echo(json.dumps([to_json(answer) for answer in saved], ensure_ascii=False, indent=2))
        return
    for answer in saved:
        flags = f"  [{', '.join(sorted(set(answer.flags.values())))}]" if answer.flags else ""
        click.echo(f"{answer.id}  {_day(answer.saved)}  {one_line(answer.record['question'])}{flags}")
    if not saved:
        click.echo("no answer is saved yet; `newsdesk ask QUESTION --save` saves one", err=True)


@answers.command("show")
@click.argument("id")
@archive_option
@json_option
def show_command(id: str, folder: Path | None, as_json: bool) -> None:
    """A saved answer as it was given, its quotes, and what became of the articles."""
    # with much that a question loads later, while it is embedded
    from rag.quoted import BOLD

    with reported(), opened(folder) as archive:
        answer = archive.get_saved_answer(id)
    if as_json:
        click.echo(json.dumps(to_json(answer), ensure_ascii=False, indent=2))
        return
    text = BOLD.sub(r"\1", plain(answer.record["answer"]))
    click.echo(f"{one_line(answer.record['question'])}\nsaved {_day(answer.saved)}\n\n{text}\n")
    for place, citation in enumerate(answer.record["citations"]):
        click.echo(f"[{place + 1}] “{one_line(str(citation['quote']))}”\n    {_origin(citation)}")
        if flag := answer.flags.get(place):
            click.echo(f"    {flag}: {WHAT[flag].format(id=one_line(str(citation['article_id'])))}")


@answers.command("delete")
@click.argument("id")
@archive_option
def delete_command(id: str, folder: Path | None) -> None:
    """Forget a saved answer."""
    with reported(), opened(folder) as archive:
        archive.delete_saved_answer(id)
    click.echo(f"deleted {one_line(id)}")


def to_json(answer: "SavedAnswer") -> dict[str, Any]:
    """A saved answer for programs; `flags` by the number of the citation, from 1."""
    saved = datetime.fromtimestamp(answer.saved, UTC).isoformat()
    return {"id": answer.id, "saved": saved, "flags": {str(place + 1): flag for place, flag in answer.flags.items()}, **answer.record}


def _origin(citation: dict[str, Any]) -> str:
    """Whose words they are; what a program that saved the answer left out is left out here."""
    told = [one_line(str(citation.get(name) or "")) for name in ("title", "source", "published", "url")]
    return ", ".join([*filter(None, told), f"article {one_line(str(citation['article_id']))}, version {citation['version']}"])


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
