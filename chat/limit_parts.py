"""The limits of the view `Ask`: their components, and what a choice in one does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chat.browsing import list_languages, list_sources
from chat.desk import Desk, language_of
from chat.events import QUIETLY
from chat.limiting import Kind, add_limit, days_of, set_days, write_limits
from chat.texts import say
from vectorstore import GENRES, SearchFilter

if TYPE_CHECKING:
    import gradio as gr


@dataclass(frozen=True, slots=True)
class LimitParts:
    """The components that events change. What limits is `held` and the two days; each menu only adds to it."""

    held: "gr.State"
    source: "gr.Dropdown"
    language: "gr.Dropdown"
    genre: "gr.Dropdown"
    first: "gr.Textbox"
    last: "gr.Textbox"
    chips: "gr.HTML"

    @property
    def read(self) -> list[Any]:
        """What `read_limits` takes, in its order."""
        return [self.held, self.first, self.last]

    @property
    def shown(self) -> list[Any]:
        """In the order in which `show_limits` gives their updates."""
        return [self.held, self.chips, self.first, self.last]


def lay_out_limits(i18n: "gr.I18n") -> LimitParts:
    """Called inside the Blocks of the page."""
    import gradio as gr

    held = gr.State(SearchFilter())
    chips = gr.HTML("", elem_id="newsdesk-limited", js_on_load=None)
    # a menu shows its own name: what was chosen stands as a chip
    menu: dict[str, Any] = {"value": "", "container": False, "min_width": 90}
    day: dict[str, Any] = {"container": False, "max_length": 10, "min_width": 90}
    with gr.Row(elem_id="newsdesk-limits"):
        source = gr.Dropdown([(i18n("source"), "")], label=i18n("limit_source"), **menu)
        language = gr.Dropdown([(i18n("language"), "")], label=i18n("limit_language"), **menu)
        genres = [(i18n("genre"), ""), *((i18n(name), name) for name in GENRES)]
        genre = gr.Dropdown(genres, label=i18n("limit_genre"), **menu)
        first = gr.Textbox(label=i18n("limit_first"), placeholder=i18n("from_hint"), **day)
        last = gr.Textbox(label=i18n("limit_last"), placeholder=i18n("to_hint"), **day)
    return LimitParts(held, source, language, genre, first, last, chips)


def wire_limits(parts: LimitParts) -> None:
    """Called inside the Blocks of the page."""
    import gradio as gr

    def add(kind: Kind) -> Any:
        def added(name: object, held: SearchFilter, request: gr.Request) -> tuple[Any, ...]:
            limits = add_limit(held, kind, name)
            return "", limits, write_limits(limits, language_of(request))

        return added

    def limit_days(held: SearchFilter, first: object, last: object, request: gr.Request) -> tuple[Any, ...]:
        language = language_of(request)
        try:
            held = set_days(held, first, last)
        except ValueError as error:
            gr.Warning(say("bad_day", language, day=error))
        # the days stay as they are written: whoever leaves the first one may be writing the last
        return held, write_limits(held, language)

    menus: tuple[tuple[gr.Dropdown, Kind], ...] = (parts.source, "sources"), (parts.language, "languages"), (parts.genre, "genres")
    for menu, kind in menus:
        menu.input(add(kind), [menu, parts.held], [menu, parts.held, parts.chips], **QUIETLY)
    days = [parts.first.submit, parts.last.submit, parts.first.blur, parts.last.blur]
    # leaving one day and writing the other may come together
    gr.on(days, limit_days, parts.read, [parts.held, parts.chips], **QUIETLY, trigger_mode="always_last")


def show_limits(limits: SearchFilter, language: str) -> tuple[Any, ...]:
    """Updates for `LimitParts.shown`."""
    return limits, write_limits(limits, language), *days_of(limits)


def read_limits(held: SearchFilter, first: object, last: object) -> SearchFilter:
    """What the page limits now. A day that is none was told when it was written: it limits nothing."""
    try:
        return set_days(held, first, last)
    except ValueError:
        return held


def offer_limits(desk: Desk, language: str) -> tuple[Any, ...]:
    """Updates for the menus of papers and languages: what the archive has by now."""
    import gradio as gr

    papers = gr.update(choices=[(say("source", language), ""), *list_sources(desk.archive)])
    return papers, gr.update(choices=[(say("language", language), ""), *list_languages(desk.archive, language)])
