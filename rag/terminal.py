"""A question and its answer on the terminal, or a conversation."""

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import click

from rag.as_json import to_json
from rag.citations import preview
from rag.describe import describe_period
from rag.errors import ModelError
from rag.exports import export_csl, export_markdown
from rag.messages import ENGLISH, language_for, say
from rag.models import choose_model
from rag.period import limit_filter
from rag.question import check_question
from rag.quoted import BOLD, write_origin, write_version
from rag.settings import AnswerSettings
from rag.steps import Limit, Steps, make_steps, run_steps
from rag.types import Answer, Citation, Point, Turn
from rag.unmet import name_unmet
from vectorstore import Archive, SearchFilter, read_settings
from vectorstore.plain import one_line, plain

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


def start(archive: Archive, model: str | None, filter: SearchFilter, ignored: Collection[Limit], question: str | None) -> Asker:
    """Ready to be asked, that question or, None, any; says what the filter leaves out for want of a date, and what of it nothing meets.

    Args:
        model: PROVIDER:MODEL; None takes that of the settings.

    Raises:
        SettingInvalid: A setting cannot be read.
        click.ClickException: The model cannot be used.
    """
    steps = _open_steps(archive, model)
    _say_undated(archive, filter, ENGLISH if question is None else language_for(question))
    for unmet in name_unmet(archive, filter):
        _note(unmet)
    return Asker(archive, steps, filter, tuple(limit for limit in IGNORED_BY if limit in ignored))


def check_usage(question: str) -> None:
    """Raises click.UsageError for a question that cannot be asked."""
    try:
        check_question(question)
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


def answer_once(asker: Asker, question: str, format: str, *, save: bool) -> None:
    """Prints the answer in one of the `commands.FORMATS`; `save` keeps it in the archive."""
    answer = _run(asker, question, (), show_draft=format == "text")
    if format == "text":
        _show(answer)
    else:
        click.echo(plain(FORMATS[format](question, answer)))
    if save:
        _note(f"saved as {asker.archive.save_answer(to_json(question, answer))}; `newsdesk answers list` names what is saved")


def converse(asker: Asker) -> None:
    """Answers one question after another, each in the light of those before it, until there is an empty line."""
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
        for line in _source_lines(number, citation, answer):
            click.echo(line)
    for sentence in answer.sentences:
        if sentence.reason:
            _note(f"{sentence.verdict}: {sentence.text} ({sentence.reason})")
    if answer.reason:
        _note(answer.reason)
    if answer.usage:
        read, written = answer.usage.input_tokens, answer.usage.output_tokens
        _note(say("usage", answer.language or ENGLISH, read=read, written=written))


def _source_lines(number: int, citation: Citation, answer: Answer) -> Iterator[str]:
    """A citation below the answer; what a model wrote has no quote, source and date in its text."""
    # the first version of an article is mostly the only one
    version = write_version(citation, answer.language) if citation.version > 1 else ""
    place = "    " + "  ".join(filter(None, (one_line(citation.title), one_line(citation.url), version)))
    if not answer.model:
        yield f"\n[{number}]{place}"
    else:
        yield f"\n[{number}] “{one_line(citation.quote)}” — {write_origin(citation, Point(number), answer.language)}"
        yield place
    if citation.translation:
        yield f"    “{one_line(citation.translation)}” ({say('translation', answer.language or ENGLISH)})"


def _note(text: str) -> None:
    click.echo(one_line(text), err=True)
