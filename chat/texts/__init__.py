"""The page's own words, in the language of the reader's browser.

How to add one: give it a name, write it under that name in `english.py`, `german.py`, `french.py` and `spanish.py`; `{name}` stands for a
value. `tests/test_chat_texts.py` holds that each is in all four, with the same values.
"""

from collections.abc import Mapping

from chat.texts import english, french, german, spanish

ENGLISH = "en"
TEXTS: Mapping[str, Mapping[str, str]] = {ENGLISH: english.TEXTS, "de": german.TEXTS, "fr": french.TEXTS, "es": spanish.TEXTS}


def say(name: str, language: str, /, **values: object) -> str:
    """The text in that language, in English where it is in none of ours. Raises KeyError for a name that no text has.

    >>> say("version", "de", number=2)
    'Fassung 2'
    """
    return TEXTS.get(language, TEXTS[ENGLISH])[name].format(**values)


def browser_language(accepted: str) -> str:
    """The language that an Accept-Language header likes best, if it is one of ours, else English.

    Not the second best: what the browser itself writes on the page is in the first, or in English.

    >>> [browser_language(header) for header in ("de-AT,de;q=0.9,en;q=0.5", "en;q=0.4,fr", "nl,de;q=0.3", "", "en;q=x")]
    ['de', 'fr', 'en', 'en', 'en']
    """
    wanted: list[tuple[float, str]] = []
    for part in accepted[:500].split(","):
        tag, _, weight = part.partition(";q=")
        try:
            wanted.append((float(weight) if weight else 1.0, tag.strip().lower().split("-")[0]))
        except ValueError:
            continue
    best = max(wanted, key=lambda one: one[0], default=(0.0, ENGLISH))[1]
    return best if best in TEXTS else ENGLISH
