"""The page: three views, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.account import to_account
from chat.answering import Chain
from chat.archive_events import read_wanted, show_archive, show_article, wire_archive
from chat.archive_parts import ArchiveParts, lay_out_archive
from chat.ask_events import wire_ask
from chat.ask_parts import AskParts, lay_out_ask
from chat.ask_view import show_start
from chat.browsing import PAGE
from chat.cards import to_cards
from chat.desk import Desk, language_of, watch_deletions
from chat.events import QUIETLY
from chat.header import to_header
from chat.limit_parts import offer_limits
from chat.status_view import to_status
from chat.store import FILE, Conversations
from chat.texts import TEXTS
from rag import ChosenModel, build_chain
from vectorstore import Archive

if TYPE_CHECKING:
    import gradio as gr

# how soon a reader sees that another process added articles
REFRESH_SECONDS = 30
# questions that wait; more are told that the desk is busy
WAITING = 64


def build_app(
    archive: Archive,
    chosen: ChosenModel,
    *,
    chain: Chain | None = None,
    samples: Path | None = None,
    is_ready: Callable[[], bool] = lambda: True,
    may_write: bool = True,
    note: Callable[..., None] = lambda who, what, **details: None,
) -> "gr.Blocks":
    """The page as Gradio Blocks, for `serving` to mount. The archive must stay open as long as it is served.

    Args:
        chain: What answers; None makes one, with models of its own where the settings name any.
        samples: Folder that the first questions may be taken from.
        is_ready: Whether the embedding model is loaded.
        may_write: Whether articles may be added and deleted here, by those who may.
        note: Writes down who changed what: a name, words for it, and details.
    """
    import gradio as gr

    conversations = Conversations(archive.beside(FILE))
    answering = chain or build_chain(archive, chosen.model)
    desk = Desk(archive, chosen, answering, conversations, samples, is_ready, may_write, note)
    app = gr.Blocks(title="Newsdesk", analytics_enabled=False, delete_cache=(3600, 3600), fill_width=True)
    with app:
        i18n = gr.I18n(**{code: dict(texts) for code, texts in TEXTS.items()})
        app.i18n_instance = i18n
        parts = _lay_out(i18n, may_write=may_write)
        wire_ask(parts.asking, desk)
        wire_archive(parts.keeping, desk)
        _wire(app, parts, desk)
    # without api_open=False a request could go round the queue
    app.queue(default_concurrency_limit=16, max_size=WAITING, api_open=False)
    return app


@dataclass(frozen=True, slots=True)
class PageParts:
    """The three views with what is in them."""

    header: "gr.HTML"
    ask_view: "gr.Tab"
    asking: AskParts
    archive_view: "gr.Tab"
    keeping: ArchiveParts
    status_view: "gr.Tab"
    status: "gr.HTML"


def _lay_out(i18n: "gr.I18n", *, may_write: bool) -> PageParts:
    import gradio as gr

    header = gr.HTML("<h1>Newsdesk</h1>", elem_id="newsdesk-header", js_on_load=None)
    with gr.Tabs(elem_id="newsdesk-views"):
        with gr.Tab(i18n("ask_view"), elem_id="newsdesk-ask-view") as ask_view:
            asking = lay_out_ask(i18n)
        with gr.Tab(i18n("archive_view"), elem_id="newsdesk-archive-view") as archive_view:
            keeping = lay_out_archive(i18n, may_write=may_write)
        with gr.Tab(i18n("status_view"), elem_id="newsdesk-status-view") as status_view:
            status = gr.HTML("", elem_id="newsdesk-status", js_on_load=None)
    return PageParts(header, ask_view, asking, archive_view, keeping, status_view, status)


def _wire(app: "gr.Blocks", parts: PageParts, desk: Desk) -> None:
    """What comes with the page, and with turning to one of its views."""
    import gradio as gr

    def visited(request: gr.Request) -> tuple[Any, ...]:
        language = language_of(request)
        start = show_start(desk, desk.reader(request), language)
        header = to_header(desk.archive.status(), language)
        nothing_open = show_article(desk, "", request)
        return header, start, to_cards(desk.archive, (), language), *offer_limits(desk, language), *nothing_open

    def returned(request: gr.Request) -> tuple[Any, ...]:
        return offer_limits(desk, language_of(request))

    def browsed(request: gr.Request, *wanted: object) -> tuple[Any, ...]:
        return show_archive(desk, read_wanted(wanted, PAGE), request)

    def looked(request: gr.Request) -> str:
        language = language_of(request)
        return to_status(desk.archive, desk.chosen, language) + to_account(request, language)

    # at once too: what was deleted while nobody served
    tidy = watch_deletions(desk)
    tidy()

    def ticked(request: gr.Request) -> str:
        tidy()
        return to_header(desk.archive.status(), language_of(request))

    asking, keeping = parts.asking, parts.keeping
    menus = [asking.limits.source, asking.limits.language]
    app.load(visited, None, [parts.header, asking.start, asking.evidence.cards, *menus, *keeping.reading.opened], **QUIETLY)
    parts.ask_view.select(returned, None, menus, **QUIETLY)
    parts.archive_view.select(browsed, keeping.finding.wanted, keeping.shown, **QUIETLY)
    parts.status_view.select(looked, None, parts.status, **QUIETLY)
    gr.Timer(REFRESH_SECONDS).tick(ticked, None, parts.header, **QUIETLY)
