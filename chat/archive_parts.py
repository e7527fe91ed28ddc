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
class ArchiveParts:
    """The components that events change."""

    chosen: "gr.State"
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
    action: "gr.Textbox"
    article: "gr.HTML"
    delete: "gr.Button"
    confirm: "gr.Column"
    question: "gr.HTML"
    delete_yes: "gr.Button"
    delete_no: "gr.Button"
    adding: "gr.Column"
    no_editor: "gr.Markdown"
    address: "gr.Textbox"
    add_address: "gr.Button"
    follow: "gr.Button"
    follows: "gr.HTML"
    files: "gr.File"
    add_files: "gr.Button"
    report: "gr.HTML"
    freshness: "gr.HTML"

    @property
    def wanted(self) -> list[Any]:
        """What `read_wanted` takes, in its order."""
        return [self.words, self.language, self.source, self.genre, self.first, self.last]

    @property
    def shelf(self) -> list[Any]:
        """In the order in which `show_list` gives their updates."""
        return [self.listed, self.more, self.limit]

    @property
    def opened(self) -> list[Any]:
        """In the order in which `show_article` gives their updates."""
        return [self.chosen, self.article, self.delete, self.confirm]


def lay_out_archive(i18n: "gr.I18n", *, may_write: bool) -> ArchiveParts:
    """Called inside the Blocks of the page."""
    import gradio as gr

    plain: dict[str, Any] = {"js_on_load": None}
    chosen, limit = gr.State(""), gr.State(0)
    with gr.Row(elem_id="newsdesk-archive"):
        with gr.Column(scale=5, min_width=300, elem_id="newsdesk-shelf"):
            with gr.Row(elem_id="newsdesk-find"):
                words = gr.Textbox(label=i18n("find"), placeholder=i18n("find_hint"), max_length=500, scale=4, min_width=220)
                find = gr.Button(i18n("find_button"), scale=0, min_width=90)
            with gr.Row(elem_id="newsdesk-filters"):
                language = gr.Dropdown([], label=i18n("language"), min_width=100)
                source = gr.Dropdown([], label=i18n("source"), min_width=110)
                genre = gr.Dropdown(
                    [(i18n("any"), ""), *((i18n(name), name) for name in GENRES)],
                    value="",
                    label=i18n("genre"),
                    min_width=120,
                )
                first = gr.Textbox(label=i18n("from_day"), placeholder="2025-02-13", max_length=10, min_width=100)
                last = gr.Textbox(label=i18n("to_day"), placeholder="2025-02-28", max_length=10, min_width=100)
            listed = gr.HTML("", elem_id="newsdesk-list", **plain)
            more = gr.Button(i18n("more"), size="sm", visible=False)
            action = gr.Textbox(elem_id="newsdesk-archive-action", max_length=2100, visible="hidden", container=False, show_label=False)
        with gr.Column(scale=6, min_width=300, elem_id="newsdesk-reader"):
            article = gr.HTML("", elem_id="newsdesk-article", **plain)
            delete = gr.Button(i18n("delete"), size="sm", visible=False, elem_id="newsdesk-delete")
            with gr.Column(visible=False, elem_id="newsdesk-confirm") as confirm:
                question = gr.HTML("", **plain)
                with gr.Row():
                    delete_yes = gr.Button(i18n("delete_yes"), size="sm", variant="stop")
                    delete_no = gr.Button(i18n("delete_no"), size="sm")
            with gr.Column(visible=may_write, elem_id="newsdesk-add") as adding:
                gr.Markdown(i18n("add"), elem_classes="newsdesk-heading")
                with gr.Row():
                    address = gr.Textbox(
                        label=i18n("add_address"), placeholder=i18n("add_address_hint"), max_length=2048, scale=4, min_width=220
                    )
                    add_address = gr.Button(i18n("add_address_button"), scale=0, min_width=100)
                    follow = gr.Button(i18n("follow"), scale=0, min_width=100)
                files = gr.File(label=i18n("add_files"), file_count="multiple", file_types=FILE_TYPES, height=120, elem_id="newsdesk-files")
                add_files = gr.Button(i18n("add_files_button"), size="sm", interactive=False)
            gr.Markdown(i18n("read_only"), visible=not may_write)
            no_editor = gr.Markdown(i18n("no_editor"), visible=False)
            report = gr.HTML("", elem_id="newsdesk-report", **plain)
            follows = gr.HTML("", elem_id="newsdesk-follows", **plain)
            gr.Markdown(i18n("freshness"), elem_classes="newsdesk-heading")
            freshness = gr.HTML("", elem_id="newsdesk-freshness", **plain)
    return ArchiveParts(
        chosen, limit, words, language, source, genre, first, last, find, listed, more, action, article, delete, confirm, question,
        delete_yes, delete_no, adding, no_editor, address, add_address, follow, follows, files, add_files, report, freshness,
    )  # fmt: skip
