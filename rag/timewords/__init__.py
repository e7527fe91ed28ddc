"""The words for times in Chinese, English, French, German and Spanish: data.

All is matched against a text in lower case and without accents. A pattern names its parts in angle brackets, such as <MONTH>;
`rag.timepatterns` fills them in and `rag.timerules` says what each rule means. The longest match wins, in whatever order they stand.
"""

from collections.abc import Mapping

from rag.timewords.chinese import CHINESE
from rag.timewords.english import ENGLISH
from rag.timewords.french import FRENCH
from rag.timewords.german import GERMAN
from rag.timewords.shape import SHARED, TimeWords
from rag.timewords.spanish import SPANISH

LANGUAGES: Mapping[str, TimeWords] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "zh": CHINESE}

__all__ = ["LANGUAGES", "SHARED", "TimeWords"]
