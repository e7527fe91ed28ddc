"""Pages made to keep a parser busy for minutes: seen before they are parsed."""

import re

# below this size even the worst page takes less than a second
HARMLESS_CHARACTERS = 200_000
MOST_ATTRIBUTES = 1000
OPENING = re.compile(r"<!--|<(script|style)\b|<[a-zA-Z]", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?|[\s/=]+""")
CLOSING = {"script": re.compile("</script", re.IGNORECASE), "style": re.compile("</style", re.IGNORECASE), "": re.compile("-->")}


def is_bomb(page: str) -> bool:
    """Whether a tag has so many attributes that comparing each with each (as libxml2 does) takes minutes."""
    if len(page) < HARMLESS_CHARACTERS:
        return False
    unclosed: set[str] = set()
    at = 0
    while opening := OPENING.search(page, at):
        is_comment = opening.group() == "<!--"
        at, count = (opening.end(), 0) if is_comment else _skip_tag(page, opening.end())
        if count > MOST_ATTRIBUTES:
            return True
        kind = (opening.group(1) or "").lower()
        # what has no end once has none later; looking for it each time would be the bomb
        if (is_comment or kind) and kind not in unclosed:
            closing = CLOSING[kind].search(page, at)
            if closing is None:
                unclosed.add(kind)
            else:
                at = closing.end()
    return False


def _skip_tag(page: str, at: int) -> tuple[int, int]:
    """Where a tag ends, and how many attributes it has."""
    count = 0
    while count <= MOST_ATTRIBUTES and (attribute := ATTRIBUTE.match(page, at)):
        at = attribute.end()
        count += 1
    return at, count
