"""Near-duplicates: whether two articles are one text, copied, cut, framed or lightly rewritten."""

import re
import sys
import threading
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

import numpy as np

from vectorstore.terms import WORD, fold, word_terms

Hashes = np.ndarray[Any, np.dtype[np.uint32]]
BandHashes = np.ndarray[Any, np.dtype[np.int64]]

# words in a row that are compared: every changed word costs three
SHINGLE = 3
# a notice of a few words is like many others
FEWEST_SHINGLES = 20
# 64 bands of two: texts that share a quarter of their shingles meet in a band in 98 of 100 cases, those that share a
# hundredth in 1 of 150
PERMUTATIONS, BANDS = 128, 64

# The thresholds were chosen on one half of the pairs of `python -m evaluation duplicates`; the other is reported.
# share of the shorter text's shingles that the longer one has
LEAST_SHARED = 0.36
# words of a stretch of the shorter text, share of its shingles that must be found, and share of all stretches that must
# be so: a paragraph in common is a quotation, a copy is alike from end to end
STRETCH, STRETCH_SHARED, LEAST_STRETCHES = 20, 0.2, 0.54
# share of the shorter text's figures that the longer one has: yesterday's weather has today's words
LEAST_FIGURES, FEWEST_FIGURES = 0.4, 3
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
# Two match reports, or two companies' quarters, in the words of one form: what differs are names and figures, on both sides. So many, and
# their share of the words that the other text lacks: of copies on half a none reaches both.
FEWEST_FACTS, LEAST_FACTS = 4, 0.58
_IMPORTING = threading.Lock()
# a capital after one of these is no name's
SENTENCE_START = re.compile(r"(?:^|[.!?:\n»”\"])\s*$")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it is compared: the hashes of its shingles, in order, and its figures."""

    text: str
    shingles: Hashes
    figures: frozenset[str]


def read_wording(text: str) -> Wording:
    # without a language: a copy in a page of another language is stemmed otherwise
    words = word_terms(text, "und")
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    shingles = np.fromiter((zlib.crc32(run.encode()) for run in runs), np.uint32)
    return Wording(text, shingles, frozenset(FIGURE.findall(text)))


def sign(wording: Wording) -> Hashes | None:
    """The MinHash signature of a text: PERMUTATIONS numbers. None when it is too short to be a copy of anything."""
    if len(wording.shingles) < FEWEST_SHINGLES:
        return None
    signature = _import_minhash()(num_perm=PERMUTATIONS, hashfunc=int)
    signature.update_batch(np.unique(wording.shingles))
    return np.asarray(signature.hashvalues, np.uint32)


@lru_cache(maxsize=1)
def _import_minhash() -> Any:  # a class without types
    """datasketch's MinHash without the rest: for tables that are not used here it imports scipy, half a second and 60 MB."""
    with _IMPORTING:
        known = sys.modules.get("datasketch")
        spec = find_spec("datasketch")
        assert spec is not None, "it is one of the dependencies"
        if known is None:
            # its place is known, and what else it has is not run
            sys.modules["datasketch"] = module_from_spec(spec)
        try:
            return import_module("datasketch.minhash").MinHash
        finally:
            if known is None:
                # who imports it by its own name gets all of it
                del sys.modules["datasketch"]


def read_signature(kept: bytes) -> Hashes:
    return np.frombuffer(kept, np.uint32)


def bands_of(signature: Hashes) -> BandHashes:
    """BANDS numbers: two texts may be copies when they have one in common."""
    rows = signature.astype(np.uint64).reshape(BANDS, -1)
    mixed = np.arange(BANDS, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for column in rows.T:
        # the multiplier of SplitMix64: every bit of a row reaches the whole number
        mixed = (mixed ^ column) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
    return mixed.view(np.int64)


def meet(one: Hashes, other: Hashes) -> bool:
    """Whether two signatures have a band in common."""
    return bool((one == other).reshape(BANDS, -1).all(axis=1).any())


def are_copies(one: Wording, other: Wording) -> bool:
    """Whether the shorter text is the longer one, or a part of it, with another frame and a few other words."""
    shorter, longer = sorted((one, other), key=lambda wording: (len(wording.shingles), wording.shingles.tobytes()))
    found = np.isin(shorter.shingles, longer.shingles)
    if found.mean() < LEAST_SHARED or _shared_stretches(found) < LEAST_STRETCHES:
        return False
    if len(shorter.figures) >= FEWEST_FIGURES and len(shorter.figures & longer.figures) < LEAST_FIGURES * len(shorter.figures):
        return False
    return not _fill_one_form(one.text, other.text)


def _fill_one_form(one: str, other: str) -> bool:
    """Whether each of two texts has names and figures of its own, and little else that the other lacks."""
    mine, theirs = _read_words(one), _read_words(other)
    return all(_are_facts(words, others) for words, others in ((mine, theirs), (theirs, mine)))


def _are_facts(words: Mapping[str, bool], others: Mapping[str, bool]) -> bool:
    facts = [is_fact for word, is_fact in words.items() if word not in others]
    return sum(facts) >= FEWEST_FACTS and sum(facts) >= LEAST_FACTS * len(facts)


def _read_words(text: str) -> dict[str, bool]:
    """The words of a text, folded, and whether each is written with a digit, or a capital that begins no sentence."""
    words: dict[str, bool] = {}
    for found in WORD.finditer(text):
        word = found[0]
        named = word[0].isupper() and not SENTENCE_START.search(text[max(0, found.start() - 3) : found.start()])
        folded = fold(word)
        words[folded] = words.get(folded, False) or named or any(character.isdigit() for character in word)
    return words


def _shared_stretches(found: Sequence[bool] | np.ndarray[Any, np.dtype[np.bool_]]) -> float:
    stretches = np.array_split(np.asarray(found), max(1, round(len(found) / STRETCH)))
    return float(np.mean([stretch.mean() >= STRETCH_SHARED for stretch in stretches]))
