"""The command line: `python -m rag "question"`, or without a question a conversation."""

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from rag.answers import answers
from rag.as_json import to_json
from rag.citations import preview
from rag.describe import describe_period
from rag.errors import ModelError
from rag.exports import export_csl, export_markdown
from rag.messages import ENGLISH, language_for, say
from rag.models import choose_model
from rag.period import limit_filter
from rag.question import check_question
from rag.settings import AnswerSettings
from rag.steps import Limit, Steps, make_steps, run_steps
from rag.types import Answer, Turn
from vectorstore import GENRES, Archive, SearchFilter, read_settings
from vectorstore.command_line import archive_option, opened, reported
from vectorstore.plain import one_line, plain

DATE = "YYYY-MM-DD"
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")

# options that leave out of account what was read out of a question
IGNORED_BY: dict[Limit, str] = {"period": "any-time", "sources": "any-source", "languages": "any-language"}
FORMATS: dict[str, Callable[[str, Answer], str]] = {
    "json": lambda question, answer: json.dumps(to_json(question, answer), ensure_ascii=False, indent=2),
    "markdown": lambda question, answer: export_markdown(answer, question),
    "csl": lambda question, answer: json.dumps(export_csl(answer), ensure_ascii=False, indent=2),
}


@dataclass(frozen=True, slots=True)
class Asker:
    """What every question of one run is asked with."""

    archive: Archive
    steps: Steps
    filter: SearchFilter
    ignore: tuple[Limit, ...]


@click.group()
def commands() -> None:
    """Questions to the archive."""


@commands.command()
@click.argument("question", required=False)
@click.option("--since", metavar=DATE, help="Published on this day or later.")
@click.option("--until", metavar=DATE, help="Published before this day.")
@click.option("--as-of", metavar=DATE, help="The archive as it stood at the end of this day.")
@click.option("--source", "sources", multiple=True, metavar="NAME", help="Only this paper or site; may be given again.")
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only articles in this language, such as de; may be given again."
)
@click.option(
    "--genre", "genres", multiple=True, type=click.Choice(GENRES), help="Only articles of this kind, such as report; may be given again."
)
@click.option("--any-time", is_flag=True, help="Ignore times in the question, such as last week.")
@click.option("--any-source", is_flag=True, help="Ignore papers in the question, such as according to the Courier.")
@click.option("--any-language", is_flag=True, help="Ignore languages in the question, such as in German papers.")
@archive_option
@click.option("--model", metavar="PROVIDER:MODEL", help="What writes the answer; none for quotes only; else NEWS_MODEL.")
@click.option("--format", type=click.Choice(["text", *FORMATS]), default="text", help="How the answer is printed; with its sources.")
@click.option("--json", "format", flag_value="json", help="The same as --format json.")
@click.option("--save", is_flag=True, help="Keep the answer in the archive; `newsdesk answers` shows what became of what it cites.")
def ask(
    question: str | None,
    folder: Path | None,
    model: str | None,
    format: str,
    save: bool,
    any_time: bool,
    any_source: bool,
    any_language: bool,
    **limits: Any,
) -> None:
    """Answer QUESTION with quotes from the archive; without QUESTION, hold a conversation.

    A time in the question, such as "last week" or "seit März", limits what is found, unless dates are given or --any-time; so do a paper
    of the archive, "according to the Courier", and the papers of a language, "in German papers".
    """
    filter = _read_filter(**limits)
    if question is not None:
        _check_usage(question)
    elif format != "text" or save:
        raise click.UsageError(f"{'--save' if save else f'--format {format}'} needs a question; write it in quotation marks")
    with reported(), opened(folder) as archive:
        steps = _open_steps(archive, model)
        _say_undated(archive, filter, ENGLISH if question is None else language_for(question))
        ignored = {"period": any_time, "sources": any_source, "languages": any_language}
        asker = Asker(archive, steps, filter, tuple(limit for limit in IGNORED_BY if ignored[limit]))
        if question is None:
            _converse(asker)
        else:
            answer = _answer_once(asker, question, format)
            if save:
                _note(f"saved as {archive.save_answer(to_json(question, answer))}; `newsdesk answers list` names what is saved")


commands.add_command(answers)


def main(arguments: Sequence[str] | None = None) -> None:
    """`python -m rag`: the command's name may be left out, for there is only one."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    ask(given[1:] if given[:1] == ["ask"] else given, prog_name="python -m rag")


def _check_usage(question: str) -> None:
    try:
        check_question(question)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _read_filter(**limits: Any) -> SearchFilter:  # as click read them
    try:
        return SearchFilter(**limits)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _open_steps(archive: Archive, model: str | None) -> Steps:
    settings = read_settings(AnswerSettings).model_copy(update={} if model is None else {"model": model})
    chosen = choose_model(settings)
    if chosen.reason:
        _note(chosen.reason)
    try:
        return make_steps(archive, chosen.model, settings)
    except ModelError as error:
        raise click.ClickException(str(error)) from error


def _say_undated(archive: Archive, filter: SearchFilter, language: str) -> None:
    if left_out := archive.undated(filter):
        _note(say("undated_one" if left_out == 1 else "undated_several", language, count=left_out))


def _answer_once(asker: Asker, question: str, format: str) -> Answer:
    answer = _run(asker, question, (), show_draft=format == "text")
    if format == "text":
        _show(answer)
    else:
        click.echo(plain(FORMATS[format](question, answer)))
    return answer


def _converse(asker: Asker) -> None:
    history: list[Turn] = []
    _note("Ask a question; an empty line ends the conversation.")
    while question := _prompt():
        try:
            answer = _run(asker, question, history, show_draft=True)
        except ValueError as error:  # too long: the next one may not be
            _note(str(error))
            continue
        _show(answer)
        history.append(Turn(question, answer.text))


def _prompt() -> str:
    try:
        return input("> " if sys.stdin.isatty() else "").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


def _run(asker: Asker, question: str, history: Sequence[Turn], *, show_draft: bool) -> Answer:
    """Runs the steps; what a model writes is shown at once on a terminal, marked as not checked."""
    answer: Answer | None = None
    shown = 0
    for state in run_steps(asker.steps, question, history, asker.filter, asker.ignore):
        if isinstance(state, Answer):
            answer = state
        elif show_draft and state.model and sys.stderr.isatty():
            text = preview(state)
            click.secho(text[shown:], dim=True, nl=False, err=True)
            shown = max(shown, len(text))
    if shown:
        click.secho("\n(written; now checked:)", dim=True, err=True)
    if answer is None:
        raise RuntimeError("the steps ended without an answer")
    _say_understood(asker, answer)
    return answer


def _say_understood(asker: Asker, answer: Answer) -> None:
    """What was read out of the question, and how to ask without it."""
    language, outlets = answer.language or ENGLISH, answer.outlets
    understood: dict[Limit, str] = {}
    if answer.period is not None:
        understood["period"] = describe_period(answer.period, language)
    if outlets.sources:
        understood["sources"] = say("from_sources", language, names=", ".join(outlets.sources))
    if outlets.languages:
        understood["languages"] = say("in_languages", language, names=", ".join(outlets.languages))
    for limit, text in understood.items():
        _note(say("understood_as", language, limit=text, option=IGNORED_BY[limit]))
    if answer.period is not None:
        _say_undated(asker.archive, limit_filter(asker.filter, answer.period), language)


def _show(answer: Answer) -> None:
    # a terminal shows bold words; everything else gets them as they are
    click.echo(BOLD.sub(lambda found: click.style(found[1], bold=True), plain(answer.text)))
    for number, citation in enumerate(answer.citations, start=1):
        if answer.model:
            click.echo(f"\n[{number}] “{one_line(citation.quote)}”")
        else:
            click.echo(f"\n[{number}]", nl=False)
        click.echo(f"    {one_line(citation.title)}  {one_line(citation.url)}".rstrip())
    for sentence in answer.sentences:
        if sentence.reason:
            _note(f"{sentence.verdict}: {sentence.text} ({sentence.reason})")
    if answer.reason:
        _note(answer.reason)


def _note(text: str) -> None:
    click.echo(one_line(text), err=True)


if __name__ == "__main__":
    main()
