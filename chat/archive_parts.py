"""The view `Archive`: its components, laid out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.formats import FORMATS, TABLES
from vectorstore import GENRES

if TYPE_CHECKING:
    import gradio as gr

# of `.warc.gz` a browser knows the last suffix
FILE_TYPES = sorted({Path(f"x{suffix}").suffix for suffix in (*FORMATS, *TABLES)})


@dataclass(frozen=True, slots=True)
class FindingParts:
    """What is looked for, and the list of what was found."""

    limit: "gr.State"
    words: "gr.Textbox"
    language: "gr.Dropdown"
    source: "gr.Dropdown"
    genre: "gr.Dropdown"
    first: "gr.Textbox"
    last: "gr.Textbox"
    find: "gr.Button"
    listed: "gr.HTML"
    more: "gr.Button"

    @property
    def wanted(self) -> list[Any]:
        """What `read_wanted` takes, in its order."""
        return [self.words, self.language, self.source, self.genre, self.first, self.last]

    @property
    def shelf(self) -> list[Any]:
        """In the order in which `show_list` gives their updates."""
        return [self.listed, self.more, self.limit]


@dataclass(frozen=True, slots=True)
class ReadingParts:
    """The article that is open, and the question whether to delete it."""

    chosen: "gr.State"
    article: "gr.HTML"
    delete: "gr.Button"
    confirm: "gr.Column"
    question: "gr.HTML"
    delete_yes: "gr.Button"
    delete_no: "gr.Button"

    @property
    def opened(self) -> list[Any]:
        """In the order in which `show_article` gives their updates."""
        return [self.chosen, self.article, self.delete, self.confirm]


@dataclass(frozen=True, slots=True)
class AddingParts:
    """What is taken in and followed, and how fresh each source is."""

    adding: "gr.Column"
    no_editor: "gr.Markdown"
    address: "gr.Textbox"
    add_address: "gr.Button"
    follow: "gr.Button"
    source: "gr.Textbox"
    columns: "gr.Textbox"
    since: "gr.Textbox"
    files: "gr.File"
    add_files: "gr.Button"
    report: "gr.HTML"
    follows: "gr.HTML"
    freshness: "gr.HTML"

    @property
    def details(self) -> list[Any]:
        """What `read_plan` takes, in its order."""
        return [self.source, self.columns, self.since]


@dataclass(frozen=True, slots=True)
class ArchiveParts:
    """The components that events change; `action` is what a click in our HTML does."""

    finding: FindingParts
    reading: ReadingParts
    adding: AddingParts
    action: "gr.Textbox"

    @property
    def shown(self) -> list[Any]:
        """In the order in which `show_archive` gives their updates."""
        finding, adding = self.finding, self.adding
        return [*finding.shelf, adding.freshness, adding.follows, finding.language, finding.source, adding.adding, adding.no_editor]


def lay_out_archive(i18n: "gr.I18n", *, may_write: bool) -> ArchiveParts:
    """Called inside the Blocks of the page."""
    import gradio as gr

    with gr.Row(elem_id="newsdesk-archive"):
        with gr.Column(scale=5, min_width=300, elem_id="newsdesk-shelf"):
            finding = _lay_out_finding(i18n)
            action = gr.Textbox(elem_id="newsdesk-archive-action", max_length=2100, visible="hidden", container=False, show_label=False)
        with gr.Column(scale=6, min_width=300, elem_id="newsdesk-reader"):
            reading = _lay_out_reading(i18n)
            adding = _lay_out_adding(i18n, may_write=may_write)
    return ArchiveParts(finding, reading, adding, action)


def _lay_out_finding(i18n: "gr.I18n") -> FindingParts:
    import gradio as gr

    limit = gr.State(0)
    with gr.Row(elem_id="newsdesk-find"):
        words = gr.Textbox(label=i18n("find"), placeholder=i18n("find_hint"), max_length=500, scale=4, min_width=220)
        find = gr.Button(i18n("find_button"), scale=0, min_width=90)
    with gr.Row(elem_id="newsdesk-filters"):
        anything = (i18n("any"), "")
        language = gr.Dropdown([anything], value="", label=i18n("language"), min_width=100)
        source = gr.Dropdown([anything], value="", label=i18n("source"), min_width=110)
        genres = [anything, *((i18n(name), name) for name in GENRES)]
        genre = gr.Dropdown(genres, value="", label=i18n("genre"), min_width=120)
        first = gr.Textbox(label=i18n("from_day"), placeholder="2025-02-13", max_length=10, min_width=100)
        last = gr.Textbox(label=i18n("to_day"), placeholder="2025-02-28", max_length=10, min_width=100)
    listed = gr.HTML("", elem_id="newsdesk-list", js_on_load=None)
    more = gr.Button(i18n("more"), size="sm", visible=False)
    return FindingParts(limit, words, language, source, genre, first, last, find, listed, more)


def _lay_out_reading(i18n: "gr.I18n") -> ReadingParts:
    import gradio as gr

    chosen = gr.State("")
    article = gr.HTML("", elem_id="newsdesk-article", js_on_load=None)
    delete = gr.Button(i18n("delete"), size="sm", visible=False, elem_id="newsdesk-delete")
    with gr.Column(visible=False, elem_id="newsdesk-confirm") as confirm:
        question = gr.HTML("", js_on_load=None)
        with gr.Row():
            delete_yes = gr.Button(i18n("delete_yes"), size="sm", variant="stop")
            delete_no = gr.Button(i18n("delete_no"), size="sm")
    return ReadingParts(chosen, article, delete, confirm, question, delete_yes, delete_no)


def _lay_out_adding(i18n: "gr.I18n", *, may_write: bool) -> AddingParts:
    import gradio as gr

    with gr.Column(visible=may_write, elem_id="newsdesk-add") as adding:
        gr.Markdown(i18n("add"), elem_classes="newsdesk-heading")
        with gr.Row():
            address = gr.Textbox(label=i18n("add_address"), placeholder=i18n("add_address_hint"), max_length=2048, scale=4, min_width=220)
            add_address = gr.Button(i18n("add_address_button"), scale=0, min_width=100)
            follow = gr.Button(i18n("follow"), scale=0, min_width=100)
        with gr.Row(elem_id="newsdesk-details"):
            source = gr.Textbox(label=i18n("add_source"), placeholder=i18n("add_source_hint"), max_length=200, min_width=150)
            since = gr.Textbox(label=i18n("add_since"), placeholder="2025-02-13", max_length=40, min_width=150)
            columns = gr.Textbox(label=i18n("add_columns"), placeholder="title=headline, text=body", max_length=500, min_width=150)
        files = gr.File(label=i18n("add_files"), file_count="multiple", file_types=FILE_TYPES, height=120, elem_id="newsdesk-files")
        add_files = gr.Button(i18n("add_files_button"), size="sm", interactive=False)
    gr.Markdown(i18n("read_only"), visible=not may_write)
    no_editor = gr.Markdown(i18n("no_editor"), visible=False)
    report = gr.HTML("", elem_id="newsdesk-report", js_on_load=None)
    follows = gr.HTML("", elem_id="newsdesk-follows", js_on_load=None)
    gr.Markdown(i18n("freshness"), elem_classes="newsdesk-heading")
    freshness = gr.HTML("", elem_id="newsdesk-freshness", js_on_load=None)
    return AddingParts(
        adding, no_editor, address, add_address, follow, source, columns, since, files, add_files, report, follows, freshness
    )
