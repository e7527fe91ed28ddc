"""A reader's earlier conversations, as a list to open or forget."""

from collections.abc import Sequence

from chat.conversation import Talk, cited_versions
from chat.escape import escape, escape_line
from chat.markup import clean
from chat.texts import say
from vectorstore import Archive
from vectorstore.plain import one_line

LONGEST_TITLE = 90


def to_past(archive: Archive, talks: Sequence[Talk], language: str) -> str:
    """HTML; empty when there are none. One whose sources changed or went says so."""
    if not talks:
        return ""
    cited = {talk.key: set().union(*(cited_versions(exchange) for exchange in talk.exchanges)) for talk in talks}
    current = archive.current_numbers({article for versions in cited.values() for article, _ in versions})
    items = []
    for talk in talks:
        changed = any(current.get(article) != version for article, version in cited[talk.key])
        withdrawn = any(exchange.note == "withdrawn" for exchange in talk.exchanges)
        items.append(_item(talk, changed or withdrawn, language))
    return clean(f'<h2>{escape_line(say("past", language))}</h2><ul class="past">{"".join(items)}</ul>')


def title_of(talk: Talk) -> str:
    """Its first question."""
    return one_line(talk.exchanges[0].question, LONGEST_TITLE)


def is_outdated(archive: Archive, talk: Talk) -> list[bool]:
    """For each exchange, whether a version that it cites is no longer the current one."""
    current = archive.current_numbers({article for exchange in talk.exchanges for article, _ in cited_versions(exchange)})
    return [any(current.get(article) != version for article, version in cited_versions(exchange)) for exchange in talk.exchanges]


def _item(talk: Talk, is_changed: bool, language: str) -> str:
    title = title_of(talk)
    flag = f'<span class="badge">{escape_line(say("past_changed", language))}</span>' if is_changed else ""
    forget = escape_line(say("forget_this", language, title=title))
    opened, forgotten = escape("open:" + talk.key), escape("forget:" + talk.key)
    return (
        f'<li><button type="button" class="open" name="act" value="{opened}" dir="auto">{escape_line(title)}</button>{flag}'
        f'<button type="button" class="forget" name="act" value="{forgotten}" aria-label="{forget}" title="{forget}">×</button></li>'
    )
