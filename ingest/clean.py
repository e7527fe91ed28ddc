"""Characters: what may stand in an article's text, and what must not."""

import re
import unicodedata

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# scripts and signs in which a joiner changes the letters: Arabic, the Indic family, Mongolian, emoji
JOINED = "\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe0f\ufe70-\ufefe\u2600-\u27bf\U0001f000-\U0001faff"
STRAY_JOINER = re.compile(f"(?<![{JOINED}])[\u200c\u200d]+|[\u200c\u200d]+(?![{JOINED}])")
MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
# no word of any language carries more; sorting thousands of marks on one letter takes quadratic time
TOO_MANY_MARKS = re.compile(f"([{MARKS}]{{8}})[{MARKS}]+")
TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,500}>")
LONGEST_TITLE = 300
LONGEST_NAME = 120


def clean_text(text: str) -> str:
    """Composed letters (NFC), `\\n` for every line break, plain spaces, and no character that cannot be seen.

    Joiners stay where the script needs them; control, format, tag and private characters and lone surrogates go.
    """
    text = LINE_BREAKS.sub("\n", text)
    text = text.translate({ord(character): _replacement(character) for character in set(text)})
    text = STRAY_JOINER.sub("", text)
    return unicodedata.normalize("NFC", TOO_MANY_MARKS.sub(r"\1", text))


def clean_line(text: str, longest: int = LONGEST_TITLE) -> str:
    """A title or a name: clean text on one line, at most `longest` characters."""
    line = " ".join(clean_text(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def strip_tags(text: str) -> str:
    """A text without HTML tags; entities stay as they are."""
    return TAG.sub(" ", text)


def _replacement(character: str) -> str:
    if character in "\n\u200c\u200d":
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    # noncharacters are unassigned (Cn) like letters that are newer than this Python, which stay
    invisible = category in ("Cc", "Cf", "Cs", "Co") or 0xE0000 <= ord(character) <= 0xE0FFF or ord(character) & 0xFFFE == 0xFFFE
    return "" if invisible else character
