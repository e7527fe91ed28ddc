"""Are copies of a text told from other texts about the same thing?"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.files import read_lines, require
from evaluation.metrics import Figure, mean
from evaluation.questions import Half, half_of
from evaluation.samples import ARTICLES, find_article
from vectorstore import Article
from vectorstore.duplicates import are_copies, meet, read_wording, sign
from vectorstore.sentences import read_sentences

FILE = Path(__file__).parent / "duplicates.jsonl"
# of the words of a rewritten text, one in so many is another or gone
CHANGED_WORDS = 10
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts; `kind` says how the second was made of the first, or what else they have in common."""

    kind: str
    one: str
    other: str
    is_copy: bool


def find_files(articles: Path = ARTICLES) -> list[Path]:
    """The frames, templates and retellings, and the articles that the pairs are made of."""
    found = [file for file in sorted(articles.rglob("*")) if file.is_file() and file.name != "README.md"]
    return require(FILE.parent, FILE.name) + found


def measure_duplicates(half: Half) -> list[Figure]:
    """Precision and recall over all pairs, and the share that is right of each kind.

    A pair belongs to a half by its article: the other half shares no article with it, but frames and templates.
    """
    pairs = [pair for name, pair in make_pairs() if half in ("all", half_of(name))]
    judged = [(pair, judge(pair)) for pair in pairs]
    called = [float(pair.is_copy) for pair, is_copy in judged if is_copy]
    copies = [float(is_copy) for pair, is_copy in judged if pair.is_copy]
    figures = [mean("duplicates", "precision", called), mean("duplicates", "recall", copies)]
    for kind in dict.fromkeys(pair.kind for pair in pairs):
        right = [float(is_copy == pair.is_copy) for pair, is_copy in judged if pair.kind == kind]
        figures.append(mean(f"duplicates, {kind}", "right", right))
    return figures


def judge(pair: Pair) -> bool:
    """As the archive does: they must meet in a band, then their wordings are compared."""
    one, other = read_wording(pair.one), read_wording(pair.other)
    signatures = sign(one), sign(other)
    if signatures[0] is None or signatures[1] is None:
        return False
    return meet(signatures[0], signatures[1]) and are_copies(one, other)


def make_pairs() -> Iterator[tuple[str, Pair]]:
    """Every pair with the name of the article, or the template, that decides its half."""
    records = [*read_lines(FILE)]
    frames = {record["language"]: record["texts"] for record in records if record["kind"] == "frame"}
    articles = _read_articles()
    for name, article in articles.items():
        chance = random.Random(name)
        kin = [other for other_name, other in articles.items() if _are_kin(name, other_name) and other.language == article.language]
        for pair in [*_make_copies(article, frames, kin, chance), *_make_others(article, frames, kin, chance)]:
            yield name, pair
    for record in records:
        yield from _read_record(record)


def _read_record(record: Mapping[str, Any]) -> Iterator[tuple[str, Pair]]:
    """The pairs of one line of the file: retellings, articles about one event, wire stories, templates."""
    match record:
        case {"kind": "retold", "file": file, "text": text}:
            yield file, Pair("same event by another hand", _text_of(file), text, False)
        case {"kind": "same event", "files": [one, other]}:
            yield one, Pair("same event by another hand", _text_of(one), _text_of(other), False)
        case {"kind": "wire", "files": [one, other]}:
            yield one, Pair("wire story in two papers", _text_of(one), _text_of(other), True)
        case {"kind": "template", "text": text, "values": values}:
            for one, other in combinations([text.format(*filling) for filling in values], 2):
                yield text, Pair("another day in the same words", one, other, False)
        case {"kind": "form", "text": text, "values": values}:
            for one, other in combinations([text.format(*filling) for filling in values], 2):
                yield text, Pair("another event in the same words", one, other, False)


def _make_copies(article: Article, frames: Mapping[str, list[str]], kin: Sequence[Article], chance: random.Random) -> Iterator[Pair]:
    text, language = article.text, article.language
    own, foreign = frames.get(language, frames["en"]), frames["fr" if language == "en" else "en"]
    sentences = read_sentences(article)
    yield Pair("copied", text, "\n\n".join([own[0], text, own[1]]), True)
    yield Pair("cut", text, " ".join(sentences[: max(3, round(len(sentences) * chance.uniform(0.35, 0.7)))]), True)
    lead = next((read_sentences(other)[0] for other in kin), "")
    yield Pair("re-headlined", text, " ".join([other.title for other in kin[:1]] + [lead, *sentences[1:]]), True)
    vocabulary = [word for other in kin or [article] for word in WORD.findall(other.text)]
    rewritten = _rewrite(sentences, vocabulary, chance)
    yield Pair("lightly rewritten", text, " ".join(rewritten), True)
    yield Pair("translated boilerplate", "\n\n".join([own[0], text]), "\n\n".join([foreign[0], text, foreign[1]]), True)
    shortened = rewritten[: max(3, len(rewritten) * 2 // 3)]
    yield Pair("cut, rewritten and framed", text, "\n\n".join([" ".join(shortened), own[1]]), True)


def _make_others(article: Article, frames: Mapping[str, list[str]], kin: Sequence[Article], chance: random.Random) -> Iterator[Pair]:
    if not kin:
        return
    other = chance.choice(kin)
    frame = frames.get(article.language, frames["en"])
    one, another = ("\n\n".join([frame[0], text, frame[1]]) for text in (article.text, other.text))
    yield Pair("other event with the same boilerplate", one, another, False)
    sentences = read_sentences(article)
    # what a follow-up takes over: two sentences of what went before, or a quarter
    background = chance.sample(sentences, max(1, min(2 if chance.random() < 0.5 else 99, len(sentences) // 4)))
    yield Pair("follow-up with the same background", article.text, "\n\n".join([other.text, " ".join(background)]), False)
    yield Pair("other event", article.text, other.text, False)


def _rewrite(sentences: Sequence[str], vocabulary: Sequence[str], chance: random.Random) -> list[str]:
    """The sentences as an editor in a hurry leaves them: some words gone or others, one sentence dropped, two swapped."""
    written = [WORD.sub(lambda match: _swap(match.group(), vocabulary, chance), sentence) for sentence in sentences]
    if len(written) > 4:
        del written[chance.randrange(1, len(written))]
        place = chance.randrange(1, len(written) - 1)
        written[place], written[place + 1] = written[place + 1], written[place]
    return written


def _swap(word: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    # a hurried editor leaves the figures alone
    if chance.randrange(CHANGED_WORDS) or word.isdigit():
        return word
    return chance.choice([*vocabulary, ""]) if chance.random() < 0.7 else ""


def _are_kin(name: str, other: str) -> bool:
    """Two articles of one half; those of one event are not: their own pairs are labelled by hand."""
    stems = [re.split(r"[-.:_]", Path(one).name)[0] for one in (name, other)]
    return name != other and stems[0] != stems[1] and half_of(name) == half_of(other)


def _text_of(file: str) -> str:
    return find_article(ARTICLES, file).text


def _read_articles() -> dict[str, Article]:
    """Every sample by its name, each line of a file by its own."""
    found: dict[str, Article] = {}
    for file in find_files()[1:]:
        name = str(file.relative_to(ARTICLES))
        lines = sum(1 for line in file.read_text().split("\n") if line.strip()) if file.suffix == ".jsonl" else 0
        found |= {one: find_article(ARTICLES, one) for one in ([f"{name}:{line + 1}" for line in range(lines)] or [name])}
    return found
