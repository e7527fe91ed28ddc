"""The questions about the samples, and the gate: with the bundled model their figures stay above their floors."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from evaluation.floors import find_breaches, load_floors
from evaluation.protocols import choose_protocols, run_protocol
from evaluation.samples import ARTICLES, QUESTIONS, find_article, is_gold, read_questions
from evaluation.verdicts import SETS as VERDICT_SETS
from evaluation.verdicts import find_files as verdict_files
from evaluation.verdicts import read_pairs
from evaluation.workshop import open_workshop

RECORDS = [json.loads(line) for line in QUESTIONS.read_text().splitlines()]
GOLD = [(record["id"], entry["file"], entry["sentence"]) for record in RECORDS for entry in record["gold"]]


@pytest.mark.parametrize(("file", "sentence"), [gold[1:] for gold in GOLD], ids=[gold[0] for gold in GOLD])
def test_a_gold_sentence_stands_word_for_word_in_its_article(file: str, sentence: str) -> None:
    assert sentence in find_article(ARTICLES, file).text


def test_there_are_questions_in_five_languages_answerable_and_not() -> None:
    languages = Counter(record["language"] for record in RECORDS)
    assert set(languages) == {"de", "en", "es", "fr", "ru"}
    assert min(languages.values()) >= 20
    assert sum(record["answerable"] for record in RECORDS) >= 100
    assert sum(not record["answerable"] for record in RECORDS) >= 25


def test_every_question_is_asked_once_and_is_one() -> None:
    assert len({record["id"] for record in RECORDS}) == len({record["question"] for record in RECORDS}) == len(RECORDS)
    assert all(re.search(r"[?]$", record["question"]) for record in RECORDS)


def test_gold_and_kind_fit_whether_a_question_can_be_answered() -> None:
    for record in RECORDS:
        assert bool(record["gold"]) == record["answerable"], record["id"]
        assert (record["kind"] in ("absent", "near")) != record["answerable"], record["id"]


def test_questions_that_cross_languages_are_a_group() -> None:
    groups = Counter(group for question in read_questions() for group in question.groups)
    assert groups["across languages"] >= 20
    assert groups["near"] >= 15


def test_a_quote_is_gold_when_it_is_the_sentence_or_part_of_it_or_holds_it() -> None:
    question = next(question for question in read_questions() if len(question.answers) == 1)
    (sentence,) = question.answers
    assert is_gold(sentence, question)
    assert is_gold(sentence[:-1], question)
    assert is_gold(f"Before. {sentence}", question)
    assert not is_gold("Something else.", question)


@pytest.mark.parametrize(
    ("command", "name"), [("samples", "samples"), ("samples", "cases"), *(("verdicts", name) for name in VERDICT_SETS)]
)
def test_figures_are_above_their_floors(command: str, name: str, tmp_path: Path) -> None:
    (protocol,) = choose_protocols(command, [name])
    with open_workshop(tmp_path, "bundled") as workshop:
        report = run_protocol(protocol, workshop, tmp_path, "all")
        assert find_breaches(load_floors(), workshop.embeddings.identity.name, [report]) == []


def test_the_labelled_sentences_are_in_four_languages_and_of_every_kind() -> None:
    pairs = read_pairs(verdict_files("verdicts")[0], "all")
    assert len(pairs) >= 400 and len({pair.id for pair in pairs}) == len({(pair.quote, pair.sentence) for pair in pairs}) == len(pairs)
    assert {pair.language for pair in pairs} == {"en", "de", "fr", "es"}
    kinds = {"number", "date", "name", "negation", "modality", "attribution", "subject", "unit", "place", "true", "true across"}
    assert {pair.kind for pair in pairs} == kinds
    assert all(pair.supported == pair.kind.startswith("true") for pair in pairs)


def test_the_paraphrases_are_of_another_hand_and_parted_by_who_saw_them() -> None:
    (file,) = verdict_files("paraphrases")
    halves = [read_pairs(file, half) for half in ("a", "b")]
    assert [(len(half), sum(pair.supported for pair in half)) for half in halves] == [(200, 100), (200, 100)]
    known = {pair.quote for pair in read_pairs(verdict_files("verdicts")[0], "all")}
    assert not any(pair.quote in known for half in halves for pair in half)


def test_each_careful_sentence_has_a_tampered_twin_in_its_own_language_and_across() -> None:
    pairs = read_pairs(verdict_files("careful")[0], "all")
    assert len(pairs) >= 200 and len({pair.id for pair in pairs}) == len({(pair.quote, pair.sentence) for pair in pairs}) == len(pairs)
    assert {pair.language for pair in pairs} == {pair.quote_language for pair in pairs} == {"en", "de", "fr", "es"}
    for true, tampered in zip(pairs[::2], pairs[1::2], strict=True):
        assert (true.family, true.language, true.supported, tampered.supported) == (tampered.family, tampered.language, True, False)


@pytest.mark.parametrize("name", ["freely", "freely-held"])
def test_each_quote_put_freely_has_a_true_sentence_and_a_false_one(name: str) -> None:
    pairs = read_pairs(verdict_files(name)[0], "all")
    families: dict[str, list[bool]] = {}
    for pair in pairs:
        families.setdefault(pair.family, []).append(pair.supported)
    assert len(pairs) >= 300 and len({pair.id for pair in pairs}) == len(pairs)
    assert all(sorted(family) == [False, True] for family in families.values())
    assert {pair.language for pair in pairs} == {"en", "de", "fr", "es"}
