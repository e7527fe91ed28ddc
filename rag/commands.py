"""The commands that ask: their options. What they do is in `terminal`, which takes as long to load as the archive's model does."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rag.answers import answers
from vectorstore import GENRES, SearchFilter
from vectorstore.command_line import archive_option, opened, reported
from vectorstore.later import load_lasting

if TYPE_CHECKING:
    from rag.steps import Limit

DATE = "YYYY-MM-DD"
FORMATS = ("text", "json", "markdown", "csl")


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
@click.option("--format", type=click.Choice(FORMATS), default="text", help="How the answer is printed; with its sources.")
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
    if question is None and (format != "text" or save):
        raise click.UsageError(f"{'--save' if save else f'--format {format}'} needs a question; write it in quotation marks")
    with reported(), opened(folder, asks=True) as archive, ThreadPoolExecutor(1) as beside:
        if question and archive.model_name:
            # while all else is loaded; what goes wrong is told when the vector is needed
            beside.submit(archive.embed_question, question)
        terminal = load_lasting("rag.terminal")
        if question is not None:
            terminal.check_usage(question)
        ignored: dict[Limit, bool] = {"period": any_time, "sources": any_source, "languages": any_language}
        asker = terminal.start(archive, model, filter, [limit for limit in ignored if ignored[limit]], question)
        if question is None:
            terminal.converse(asker)
        else:
            terminal.answer_once(asker, question, format, save=save)


commands.add_command(answers)


def _read_filter(**limits: Any) -> SearchFilter:  # as click read them
    try:
        return SearchFilter(**limits)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
