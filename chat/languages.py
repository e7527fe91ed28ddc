"""Languages: their names for readers, their codes for what reads a page aloud, and how each writes a number."""

from functools import cache

from chat.escape import escape


def language_name(code: str, language: str = "en") -> str:
    """What readers of `language` call the language of an ISO 639-1 code; the code itself where it has no name; "" for an unknown language.

    >>> [language_name(code) for code in ("de", "cy", "und")], language_name("fr", "de")
    (['German', 'Welsh', ''], 'Französisch')
    """
    return "" if code in ("", "und") else _names(language).get(code, code)


def language_attribute(code: str) -> str:
    """What tells a screen reader in which language to read."""
    return "" if code in ("", "und") else f' lang="{escape(code)}"'


def write_number(number: int, language: str) -> str:
    """With the language's own mark between thousands.

    >>> [write_number(12_345, language) for language in ("en", "de")]
    ['12,345', '12.345']
    """
    from babel.numbers import format_decimal

    return format_decimal(number, locale=language)


@cache
def _names(language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale(language).languages)
