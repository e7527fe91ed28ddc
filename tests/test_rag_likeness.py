"""What makes a sentence like a question, by its letters."""

from pathlib import Path

from rag.likeness import add_up, liken_sentences, weigh_words
from rag.question import make_query
from tests.news import BRIDGE, DELEGATION, news_archive


def test_the_sentence_with_the_questions_words_and_the_kind_of_thing_asked_for_is_likest(tmp_path: Path) -> None:
    with news_archive(tmp_path, BRIDGE, DELEGATION) as archive:
        query = make_query("How many drivers use the Harbour Bridge every day?")
        passages = archive.search(query.text)
        best = max(liken_sentences(query, passages, weigh_words(archive, query.text, passages)), key=lambda one: one.score)
    assert best.sentence.text.startswith("Mayor Ingrid Solberg said 14,000")
    assert best.likeness["fits"] == 1.0 and best.score == add_up(best.likeness)
    assert {"drivers", "day"} <= best.words


def test_a_parted_verb_is_weighed_as_one_word(tmp_path: Path) -> None:
    with news_archive(tmp_path, DELEGATION) as archive:
        words = weigh_words(archive, "Warum trat Alan Pryce zurück?", archive.search("Regierung"))
    assert [word.written for word in words] == ["zurücktrat", "Alan", "Pryce"]
    assert all(word.weight > 0 for word in words)
