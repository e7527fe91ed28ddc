"""What a version of an article changed, as HTML."""

from chat.escape import escape_line
from vectorstore import Version
from vectorstore.changes import compare_versions

# enough to see what happened; a text that was written anew is read, not compared
MOST_CHANGES = 40


def write_changes(before: Version, after: Version) -> str:
    """Sentences that went, then those that came, the title among them; empty when the words are the same."""
    changes = compare_versions(before, after)
    gone, come = ([changes.titles[0]], [changes.titles[1]]) if changes.titles else ([], [])
    items = [f'<li><del dir="auto">{escape_line(sentence)}</del></li>' for sentence in (*gone, *changes.removed)]
    items += [f'<li><ins dir="auto">{escape_line(sentence)}</ins></li>' for sentence in (*come, *changes.added)]
    return f'<ul class="changes">{"".join(items[:MOST_CHANGES])}</ul>' if items else ""
