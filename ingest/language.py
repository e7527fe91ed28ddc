"""Which language a text is in."""

import re
from functools import lru_cache
from typing import Any

CODE = re.compile(r"^([a-zA-Z]{2})(?:[-_].*)?$")
COUNTRY = re.compile(r"^([a-zA-Z]{2})[-_]([a-zA-Z]{2})$")
UNKNOWN = "und"
# shorter texts are guessed wrong too often
FEWEST_LETTERS = 40
# unspaced scripts say as much with a third of the letters
FEWEST_IDEOGRAPHS = 10
LONGEST_SAMPLE = 4000
LEAST_CERTAINTY = 0.9
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")
LETTER = re.compile(r"[^\W\d_]")
# the written forms of Norwegian under the code that stemmers know
MERGED = {"nb": "no", "nn": "no"}


def find_language(text: str, declared: object = None) -> str:
    """ISO 639-1 code: what the source declares, else what the words show, else `und`."""
    return read_code(declared) or _classify(text)


def read_code(declared: object) -> str | None:
    """`de` out of `de`, `de-AT`, `DE_de`; None when it is no code.

    >>> read_code("de-AT"), read_code("German")
    ('de', None)
    """
    match = CODE.match(declared.strip()) if isinstance(declared, str) else None
    code = match.group(1).lower() if match else None
    return MERGED.get(code, code) if code else None


def name_country(language: str, declared: str) -> str:
    """A language with the country that its source names with it, else the language alone.

    >>> name_country("en", "en_gb"), name_country("en", "de-AT")
    ('en-GB', 'en')
    """
    match = COUNTRY.match(declared.strip())
    return f"{language}-{match[2].upper()}" if match and match[1].lower() == language else language


def _classify(text: str) -> str:
    sample = text[:LONGEST_SAMPLE]
    if len(LETTER.findall(sample)) < FEWEST_LETTERS and len(IDEOGRAPH.findall(sample)) < FEWEST_IDEOGRAPHS:
        return UNKNOWN
    code, certainty = _identifier().classify(sample)
    return MERGED.get(code, code) if certainty >= LEAST_CERTAINTY else UNKNOWN


@lru_cache(maxsize=1)
def _identifier() -> Any:  # py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # it also knows languages without a code of two letters, and takes written Chinese for one of them
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier
