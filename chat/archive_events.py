"""The view `Archive`: articles found, read and deleted."""

from typing import TYPE_CHECKING, Any

from chat.adding import write_line
from chat.adding_events import wire_adding
from chat.archive_parts import ArchiveParts
from chat.browsing import PAGE, Wanted, find_articles, list_languages, list_sources, write_article, write_freshness, write_list
from chat.desk import Desk, language_of
from chat.escape import escape_line
from chat.events import QUIETLY, WRITING
from chat.following import write_follows
from chat.markup import clean
from chat.texts import say
from vectorstore import GENRES, ArchiveError, ArticleNotFound, Version
from vectorstore.plain import one_line

if TYPE_CHECKING:
    import gradio as gr

LONGEST_TITLE = 80


def wire_archive(parts: ArchiveParts, desk: Desk) -> None:
    """Called inside the Blocks of the page."""
    wire_finding(parts, desk)
    wire_reading(parts, desk)
    wire_deleting(parts, desk)


def wire_finding(parts: ArchiveParts, desk: Desk) -> None:
    import gradio as gr

    finding = parts.finding
    # not what is followed: taking in does not change it, and what somebody follows meanwhile would be covered by how it was
    fresh = [parts.adding.freshness, finding.language, finding.source]

    def find(request: gr.Request, *given: object) -> tuple[Any, ...]:
        return show_list(desk, read_wanted(given, PAGE), language_of(request))

    def find_more(request: gr.Request, limit: object, *given: object) -> tuple[Any, ...]:
        return show_list(desk, read_wanted(given, (limit if isinstance(limit, int) else 0) + PAGE), language_of(request))

    def refresh(request: gr.Request) -> tuple[Any, ...]:
        freshness, _, *choices = show_sources(desk, language_of(request))
        return freshness, *choices

    typed = finding.find.click, finding.words.submit, finding.first.submit, finding.last.submit
    gr.on([*typed, finding.language.input, finding.source.input, finding.genre.input], find, finding.wanted, finding.shelf, **QUIETLY)
    finding.more.click(find_more, [finding.limit, *finding.wanted], finding.shelf, **QUIETLY)
    for added in wire_adding(parts.adding, desk):
        added.then(refresh, None, fresh, **QUIETLY).then(find, finding.wanted, finding.shelf, **QUIETLY)


def wire_reading(parts: ArchiveParts, desk: Desk) -> None:
    import gradio as gr

    def act(action: object, request: gr.Request) -> tuple[Any, ...]:
        kind, _, name = action.partition(":") if isinstance(action, str) else ("", "", "")
        if kind == "unfollow" and desk.can_write(request):
            desk.archive.follows.remove(name)
            desk.tell(request, "unfollowed", target=name)
        article = show_article(desk, name if kind == "read" else "", request)
        return (*article, write_follows(desk.archive.follows.all(), language_of(request)))

    parts.action.submit(act, [parts.action], [*parts.reading.opened, parts.adding.follows], **QUIETLY)


def wire_deleting(parts: ArchiveParts, desk: Desk) -> None:
    """After a question whether it is meant."""
    import gradio as gr

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
        return (*show_article(desk, "", request), write_line(line), *shown)

    reading, finding = parts.reading, parts.finding
    reading.delete.click(ask_to_delete, [reading.chosen], [reading.confirm, reading.question], **QUIETLY)
    reading.delete_no.click(lambda: gr.update(visible=False), None, reading.confirm, **QUIETLY)
    changed = [*reading.opened, parts.adding.report, *finding.shelf]
    reading.delete_yes.click(delete, [reading.chosen, *finding.wanted], changed, **WRITING)


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
        problem = say("bad_day", language, day=error)
    except ArchiveError as error:
        problem = str(error)
    else:
        return write_list(desk.archive, versions[: wanted.limit], language), gr.update(visible=len(versions) > wanted.limit), wanted.limit
    return write_line(problem, "warning"), gr.update(visible=False), wanted.limit


def show_article(desk: Desk, article_id: str, request: "gr.Request") -> tuple[Any, ...]:
    """Updates for the chosen article, its text, the button that deletes it, and the question whether to."""
    import gradio as gr

    language = language_of(request)
    version = read(desk, article_id)
    if version is None:
        hint = clean(f'<p class="hint">{escape_line(say("read_hint", language))}</p>')
        return "", hint, gr.update(visible=False), gr.update(visible=False)
    text = write_article(desk.archive, version, language)
    return version.article_id, text, gr.update(visible=desk.can_write(request)), gr.update(visible=False)


def show_archive(desk: Desk, wanted: Wanted, request: "gr.Request") -> tuple[Any, ...]:
    """Updates for `ArchiveParts.shown`. What is open stays open: this may come when a reader has opened it already."""
    import gradio as gr

    language, writes = language_of(request), desk.can_write(request)
    rights = gr.update(visible=writes), gr.update(visible=desk.may_write and not writes)
    return (*show_list(desk, wanted, language), *show_sources(desk, language), *rights)


def show_sources(desk: Desk, language: str) -> tuple[Any, ...]:
    """Updates for the table of sources and the choices of languages and sources."""
    import gradio as gr

    languages = [(say("any", language), ""), *list_languages(desk.archive, language)]
    names = [(say("any", language), ""), *list_sources(desk.archive)]
    follows = write_follows(desk.archive.follows.all(), language)
    fresh = write_freshness(desk.archive.sources(), language)
    return fresh, follows, gr.update(choices=languages), gr.update(choices=names)


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
