"""The view `Archive`: what its events do."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.adding import add_targets, is_address
from chat.archive_parts import ArchiveParts
from chat.browsing import PAGE, Wanted, find_articles, list_languages, list_sources, write_article, write_freshness, write_list
from chat.desk import Desk, language_of
from chat.escape import escape_line
from chat.following import follow, write_follows
from chat.markup import clean
from chat.texts import say
from vectorstore import GENRES, ArchiveError, ArticleNotFound, Version
from vectorstore.plain import one_line

if TYPE_CHECKING:
    import gradio as gr

LONGEST_TITLE = 80


def wire_archive(parts: ArchiveParts, desk: Desk) -> None:
    """Called inside the Blocks of the page."""
    import gradio as gr

    listed = [parts.listed, parts.more, parts.limit]
    one = [parts.chosen, parts.article, parts.delete, parts.confirm]
    fresh = [parts.freshness, parts.follows, parts.language, parts.source]

    def find(request: gr.Request, *given: object) -> tuple[Any, ...]:
        return show_list(desk, read_wanted(given, PAGE), language_of(request))

    def find_more(request: gr.Request, limit: object, *given: object) -> tuple[Any, ...]:
        return show_list(desk, read_wanted(given, (limit if isinstance(limit, int) else 0) + PAGE), language_of(request))

    def act(action: object, request: gr.Request) -> tuple[Any, ...]:
        kind, _, name = action.partition(":") if isinstance(action, str) else ("", "", "")
        if kind == "unfollow" and desk.can_write(request):
            desk.archive.follows.remove(name)
            desk.tell(request, "unfollowed", target=name)
        article = show_article(desk, name if kind == "read" else "", request)
        return (*article, write_follows(desk.archive.follows.all(), language_of(request)))

    def ask_to_delete(article_id: str, request: gr.Request) -> tuple[Any, Any]:
        version = read(desk, article_id)
        line = say("delete_sure", language_of(request), title=title_of(version)) if version and desk.can_write(request) else ""
        return gr.update(visible=bool(line)), clean(f"<p>{escape_line(line)}</p>")

    def delete(request: gr.Request, article_id: str, *given: object) -> tuple[Any, ...]:
        language = language_of(request)
        version = read(desk, article_id)
        line = ""
        if version and desk.can_write(request):
            desk.tell(request, "deleted", article=version.article_id)
            line = remove(desk, version, language)
        shown = show_list(desk, read_wanted(given, PAGE), language)
        return (*show_article(desk, "", request), clean(f'<p class="done" role="status">{escape_line(line)}</p>'), *shown)

    def add_address(address: object, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        language = language_of(request)
        if not desk.can_write(request) or not isinstance(address, str) or not is_address(address.strip()):
            yield gr.skip(), clean(f'<p class="warning" role="status">{escape_line(say("bad_address", language))}</p>')
            return
        desk.tell(request, "took in", target=address.strip())
        for report in add_targets(desk.archive, [address.strip()], language):
            yield gr.skip(), report
        yield "", gr.skip()

    def follow_address(address: object, request: gr.Request) -> tuple[Any, Any]:
        language = language_of(request)
        if not desk.can_write(request) or not isinstance(address, str) or not is_address(address.strip()):
            return gr.skip(), clean(f'<p class="warning" role="status">{escape_line(say("bad_address", language))}</p>')
        desk.tell(request, "followed", target=address.strip())
        try:
            follow(desk.archive, address.strip())
        except ValueError as error:
            return gr.skip(), clean(f'<p class="warning" role="status">{escape_line(str(error))}</p>')
        return write_follows(desk.archive.follows.all(), language), ""

    def add_files(files: object, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        paths = [Path(str(file)) for file in files] if isinstance(files, list) and desk.can_write(request) else []
        if paths:
            desk.tell(request, "took in", files=len(paths))
        try:
            # where Gradio laid a file is nobody's business
            for report in add_targets(desk.archive, paths, language_of(request), lambda target: Path(target).name):
                yield gr.skip(), report
        finally:
            for path in paths:
                path.unlink(missing_ok=True)
        yield None, gr.skip()

    def refresh(request: gr.Request) -> tuple[Any, ...]:
        return show_sources(desk, language_of(request))

    quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    writing: dict[str, Any] = {**quietly, "concurrency_limit": 1, "concurrency_id": "writing"}
    gr.on([parts.find.click, parts.words.submit, parts.first.submit, parts.last.submit], find, parts.wanted, listed, **quietly)
    gr.on([parts.language.input, parts.source.input, parts.genre.input], find, parts.wanted, listed, **quietly)
    parts.more.click(find_more, [parts.limit, *parts.wanted], listed, **quietly)
    parts.action.submit(act, [parts.action], [*one, parts.follows], **quietly)
    parts.delete.click(ask_to_delete, [parts.chosen], [parts.confirm, parts.question], **quietly)
    parts.delete_no.click(lambda: gr.update(visible=False), None, parts.confirm, **quietly)
    parts.delete_yes.click(delete, [parts.chosen, *parts.wanted], [*one, parts.report, *listed], **writing)
    parts.follow.click(follow_address, parts.address, [parts.follows, parts.report], **writing)
    parts.files.change(lambda files: gr.update(interactive=bool(files)), parts.files, parts.add_files, **quietly)
    adding = gr.on([parts.add_address.click, parts.address.submit], add_address, parts.address, [parts.address, parts.report], **writing)
    uploading = parts.add_files.click(add_files, parts.files, [parts.files, parts.report], **writing)
    for added in (adding, uploading):
        added.then(refresh, None, fresh, **quietly).then(find, parts.wanted, listed, **quietly)


def read_wanted(given: tuple[object, ...], limit: int) -> Wanted:
    """From what the browser sends, which may be anything."""
    words, language, source, genre, first, last = [text[:500] if isinstance(text, str) else "" for text in (*given, *[""] * 6)][:6]
    return Wanted(words, language, source, genre if genre in GENRES else "", first, last, min(limit, 100 * PAGE))


def show_list(desk: Desk, wanted: Wanted, language: str) -> tuple[Any, ...]:
    """Updates for the list, whether there are more, and how many are shown."""
    import gradio as gr

    try:
        versions = find_articles(desk.archive, wanted)
    except ValueError as error:
        return clean(f'<p class="warning">{escape_line(say("bad_day", language, day=error))}</p>'), gr.update(visible=False), wanted.limit
    except ArchiveError as error:
        return clean(f'<p class="warning">{escape_line(str(error))}</p>'), gr.update(visible=False), wanted.limit
    return write_list(desk.archive, versions[: wanted.limit], language), gr.update(visible=len(versions) > wanted.limit), wanted.limit


def show_article(desk: Desk, article_id: str, request: "gr.Request") -> tuple[Any, ...]:
    """Updates for the chosen article, its text, the button that deletes it, and the question whether to."""
    import gradio as gr

    language = language_of(request)
    version = read(desk, article_id)
    if version is None:
        return (
            "",
            clean(f'<p class="hint">{escape_line(say("read_hint", language))}</p>'),
            gr.update(visible=False),
            gr.update(visible=False),
        )
    text = write_article(desk.archive, version, language)
    return version.article_id, text, gr.update(visible=desk.can_write(request)), gr.update(visible=False)


def show_sources(desk: Desk, language: str) -> tuple[Any, ...]:
    """Updates for the table of sources and the choices of languages and sources."""
    import gradio as gr

    languages = [(say("any", language), ""), *list_languages(desk.archive, language)]
    names = [(say("any", language), ""), *list_sources(desk.archive)]
    follows = write_follows(desk.archive.follows.all(), language)
    fresh = write_freshness(desk.archive.sources(), language)
    return fresh, follows, gr.update(choices=languages, value=""), gr.update(choices=names, value="")


def read(desk: Desk, article_id: object) -> Version | None:
    """The current version; None when there is none of that id."""
    try:
        return desk.archive.get_article(article_id) if isinstance(article_id, str) and article_id else None
    except ArticleNotFound:
        return None


def remove(desk: Desk, version: Version, language: str) -> str:
    """Deletes an article, also out of the conversations; a line that says so, or why not."""
    try:
        desk.archive.delete(version.article_id)
    except ArchiveError as error:
        return str(error)
    desk.conversations.withdraw(desk.find_gone)
    return say("deleted_now", language, title=title_of(version))


def title_of(version: Version) -> str:
    return one_line(version.article.title, LONGEST_TITLE) or version.article_id
