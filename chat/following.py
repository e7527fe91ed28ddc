"""Sources that are followed -> a list that says how each goes, with a button that ends it."""

import time
from collections.abc import Sequence

from chat.days import write_moment
from chat.escape import escape, escape_line
from chat.markup import clean
from chat.reasons import translate_reason
from chat.texts import say
from ingest.follow import find_follow, make_follow
from vectorstore import Archive, Follow

# the page follows at this pace; `newsdesk follow` sets others
EVERY_SECONDS = 3600


def follow(archive: Archive, url: str) -> None:
    """Adds a source, due at once; one that is followed already stays as it is. Raises ValueError for what cannot be fetched."""
    if find_follow(archive.follows.all(), url) is None:
        archive.follows.put(make_follow(url, EVERY_SECONDS, int(time.time())))


def write_follows(follows: Sequence[Follow], language: str) -> str:
    """HTML; empty when nothing is followed. What fails says since when and why."""
    if not follows:
        return ""
    items = "".join(_item(one, language) for one in follows)
    return clean(f'<h2>{escape_line(say("followed", language))}</h2><ul class="follows">{items}</ul>')


def _item(one: Follow, language: str) -> str:
    if one.failing_since is not None:
        failing = say("failing", language, moment=write_moment(one.failing_since), why=translate_reason(one.last_error, language))
        due = say("due", language, moment=write_moment(one.next_run))
        state = f'<span class="warning">{escape_line(failing)}</span> <span class="facts">{escape_line(due)}</span>'
    elif one.last_run is None:
        state = f'<span class="facts">{escape_line(say("not_yet", language))}</span>'
    else:
        told = f"{write_moment(one.last_run)} UTC: {one.last_result}; {say('due', language, moment=write_moment(one.next_run))}"
        state = f'<span class="facts">{escape_line(told)}</span>'
    label, ended = escape_line(say("unfollow", language, url=one.url)), escape("unfollow:" + one.url)
    return (
        f'<li><span class="address">{escape_line(one.url)}</span>{state}'
        f'<button type="button" class="forget" name="act" value="{ended}" aria-label="{label}" title="{label}">×</button>'
        "</li>"
    )
