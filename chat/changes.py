"""Two versions of an article -> the sentences that went and that came, as HTML."""

import difflib

from chat.escape import escape_line
from vectorstore import Article, split_sentences

# enough to see what happened; a text that was written anew is read, not compared
MOST_CHANGES = 40


def write_changes(before: Article, after: Article) -> str:
    """A list of what was taken out and put in, in the order of the text; empty when the words are the same."""
    old, new = _sentences(before), _sentences(after)
    items: list[str] = []
    for kind, first, last, new_first, new_last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            items += [f'<li><del dir="auto">{escape_line(sentence)}</del></li>' for sentence in old[first:last]]
            items += [f'<li><ins dir="auto">{escape_line(sentence)}</ins></li>' for sentence in new[new_first:new_last]]
    return f'<ul class="changes">{"".join(items[:MOST_CHANGES])}</ul>' if items else ""


def _sentences(article: Article) -> list[str]:
    spans = split_sentences(article.text, article.language)
    return [article.title, *(article.text[span.start : span.end] for span in spans)]
