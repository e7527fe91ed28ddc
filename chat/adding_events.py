"""The view `Archive`: what is taken in and followed from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.adding import add_targets, is_address, read_plan, write_line
from chat.archive_parts import AddingParts
from chat.desk import Desk, language_of
from chat.events import QUIETLY, WRITING
from chat.following import follow, write_follows
from chat.texts import say

if TYPE_CHECKING:
    import gradio as gr


def wire_adding(parts: AddingParts, desk: Desk) -> tuple[Any, ...]:
    """Called inside the Blocks of the page. Gives the events after which the archive may hold more."""
    return wire_addresses(parts, desk), wire_files(parts, desk)


def wire_addresses(parts: AddingParts, desk: Desk) -> Any:
    import gradio as gr

    def add_address(request: gr.Request, address: object, *details: object) -> Iterator[tuple[Any, Any]]:
        language = language_of(request)
        target = read_address(desk, request, address)
        if target is None:
            yield gr.skip(), write_line(say("bad_address", language), "warning")
            return
        try:
            plan = read_plan(details, language)
        except ValueError as error:
            yield gr.skip(), write_line(str(error), "warning")
            return
        desk.tell(request, "took in", target=target)
        for report in add_targets(desk.archive, [target], language, plan=plan):
            yield gr.skip(), report
        yield "", gr.skip()

    def follow_address(address: object, request: gr.Request) -> tuple[Any, Any, Any]:
        language = language_of(request)
        target = read_address(desk, request, address)
        if target is None:
            return gr.skip(), gr.skip(), write_line(say("bad_address", language), "warning")
        desk.tell(request, "followed", target=target)
        try:
            follow(desk.archive, target)
        except ValueError as error:
            return gr.skip(), gr.skip(), write_line(str(error), "warning")
        return "", write_follows(desk.archive.follows.all(), language), ""

    parts.follow.click(follow_address, parts.address, [parts.address, parts.follows, parts.report], **WRITING)
    given = [parts.address, *parts.details]
    return gr.on([parts.add_address.click, parts.address.submit], add_address, given, [parts.address, parts.report], **WRITING)


def wire_files(parts: AddingParts, desk: Desk) -> Any:
    import gradio as gr

    def add_files(request: gr.Request, files: object, *details: object) -> Iterator[tuple[Any, Any]]:
        language = language_of(request)
        try:
            plan = read_plan(details, language)
        except ValueError as error:
            # the files stay, to be added once that is mended
            yield gr.skip(), write_line(str(error), "warning")
            return
        paths = [Path(str(file)) for file in files] if isinstance(files, list) and desk.can_write(request) else []
        if paths:
            desk.tell(request, "took in", files=len(paths))
        try:
            # where Gradio laid a file is nobody's business
            for report in add_targets(desk.archive, paths, language, lambda target: Path(target).name, plan):
                yield gr.skip(), report
        finally:
            for path in paths:
                path.unlink(missing_ok=True)
        yield None, gr.skip()

    parts.files.change(lambda files: gr.update(interactive=bool(files)), parts.files, parts.add_files, **QUIETLY)
    return parts.add_files.click(add_files, [parts.files, *parts.details], [parts.files, parts.report], **WRITING)


def read_address(desk: Desk, request: "gr.Request", address: object) -> str | None:
    """What whoever asks may have taken in or followed; None for what is no address, and for who may not write."""
    text = address.strip() if isinstance(address, str) else ""
    return text if desk.can_write(request) and is_address(text) else None
