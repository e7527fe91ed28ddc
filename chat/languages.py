"""Languages: their names for readers, and their codes for what reads a page aloud."""

from chat.escape import escape

_ENGLISH = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


_GERMAN = {
    "ar": "Arabisch", "bg": "Bulgarisch", "bn": "Bengalisch", "ca": "Katalanisch", "cs": "Tschechisch", "da": "Dänisch", "de": "Deutsch",
    "el": "Griechisch", "en": "Englisch", "es": "Spanisch", "et": "Estnisch", "eu": "Baskisch", "fa": "Persisch", "fi": "Finnisch",
    "fr": "Französisch", "ga": "Irisch", "gl": "Galicisch", "he": "Hebräisch", "hi": "Hindi", "hr": "Kroatisch", "hu": "Ungarisch",
    "hy": "Armenisch", "id": "Indonesisch", "is": "Isländisch", "it": "Italienisch", "ja": "Japanisch", "ka": "Georgisch",
    "kk": "Kasachisch", "ko": "Koreanisch", "lt": "Litauisch", "lv": "Lettisch", "mk": "Mazedonisch", "ms": "Malaiisch", "nb": "Norwegisch",
    "nl": "Niederländisch", "no": "Norwegisch", "pl": "Polnisch", "pt": "Portugiesisch", "ro": "Rumänisch", "ru": "Russisch",
    "sk": "Slowakisch", "sl": "Slowenisch", "sq": "Albanisch", "sr": "Serbisch", "sv": "Schwedisch", "sw": "Suaheli", "ta": "Tamil",
    "th": "Thailändisch", "tr": "Türkisch", "uk": "Ukrainisch", "ur": "Urdu", "uz": "Usbekisch", "vi": "Vietnamesisch", "zh": "Chinesisch",
}  # fmt: skip


def language_name(code: str, language: str = "en") -> str:
    """The name of an ISO 639-1 code in English or German; the code itself where it has none here; "" for an unknown language.

    >>> [language_name(code) for code in ("de", "cy", "und")], language_name("fr", "de")
    (['German', 'cy', ''], 'Französisch')
    """
    return "" if code in ("", "und") else (_GERMAN if language == "de" else _ENGLISH).get(code, code)


def language_attribute(code: str) -> str:
    """What tells a screen reader in which language to read."""
    return "" if code in ("", "und") else f' lang="{escape(code)}"'
