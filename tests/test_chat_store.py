"""Conversations and ratings that survive a restart."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from chat.conversation import Exchange, Found, Talk
from chat.desk import Desk, watch_deletions
from chat.past import is_outdated, to_past
from chat.store import FILE, MOST_CONVERSATIONS, Conversations
from rag import Answer, AnswerSettings, Citation, Period, Point, build_chain, choose_model
from tests.news import BRIDGE, DELEGATION, news_archive
from vectorstore import Archive, SearchFilter, Timestamp


def cite(article_id: str, version: int = 1) -> Citation:
    return Citation("A secret word.", 0, 14, article_id, version, "Title", "", "Paper", Timestamp(1, "day", "json-ld"), "en")


def answered(*article_ids: str, question: str = "Why?") -> Exchange:
    return Exchange(question, Answer("A secret word. [1]", citations=tuple(cite(id) for id in article_ids)), ended=True)


@pytest.fixture
def store(place: Path | str) -> Iterator[Conversations]:
    times = iter(range(1, 1_000_000))
    store = Conversations(place, clock=lambda: next(times))
    yield store
    store.close()


def test_a_conversation_is_there_again_as_it_was(store: Conversations, place: Path | str) -> None:
    answer = Answer(
        "“q” [1]", citations=(cite("a"),), points=(Point(1, "holds", ("Rubio",)),), period=Period(date(2025, 3, 1), None, 0, 3, hard=True)
    )
    exchange = Exchange("Why?", answer, ended=True, filter=SearchFilter(sources=("P",)), found=(Found("a", "T", "P", 5),), next=("And?",))
    kept = store.save(Talk("reader", exchanges=(exchange,)))
    store.close()
    again = Conversations(place)
    assert again.read("reader", kept.key) == kept
    assert kept.exchanges == (exchange,)
    again.close()


def test_nobody_reads_lists_forgets_or_overwrites_anothers(store: Conversations) -> None:
    kept = store.save(Talk("one", exchanges=(answered("a"),)))
    assert store.read("two", kept.key) is None
    assert store.list("two") == []
    store.forget("two", kept.key)
    store.save(Talk("two", kept.key, (answered("b", question="Mine now?"),)))
    assert store.read("one", kept.key) == kept


def test_the_last_one_comes_first_and_saving_again_makes_no_second(store: Conversations) -> None:
    first = store.save(Talk("r", exchanges=(answered("a", question="First?"),)))
    store.save(Talk("r", exchanges=(answered("a", question="Second?"),)))
    store.save(first)
    assert [talk.exchanges[0].question for talk in store.list("r")] == ["First?", "Second?"]


def test_the_oldest_are_forgotten(store: Conversations) -> None:
    for _ in range(MOST_CONVERSATIONS + 3):
        store.save(Talk("r", exchanges=(Exchange("Why?", ended=True),)))
    assert len(store.list("r", limit=1000)) == MOST_CONVERSATIONS


def test_a_forgotten_conversation_is_gone(store: Conversations) -> None:
    kept = store.save(Talk("r", exchanges=(answered("a"),)))
    store.forget("r", kept.key)
    assert store.read("r", kept.key) is None


def test_a_rating_has_its_reason_and_the_last_word_counts(store: Conversations) -> None:
    kept = store.save(Talk("r", exchanges=(answered("a"), answered("b", question="And?"))))
    store.rate(kept, 2, "good")
    store.rate(kept, 2, "bad")
    store.explain(kept, 2, "The date is wrong.")
    store.explain(Talk("other", kept.key), 2, "Not mine to say.")
    (rated,) = store.rated()
    assert (rated.exchange.question, rated.rating, rated.reason) == ("And?", "bad", "The date is wrong.")


def test_no_word_of_a_deleted_article_is_left_in_the_file(store: Conversations, tmp_path: Path) -> None:
    found = Exchange("Other?", Answer("No."), ended=True, found=(Found("gone", "Secret title", "P", None), Found("here", "T", "P", None)))
    kept = store.save(Talk("r", exchanges=(answered("gone"), answered("here"), found)))
    store.rate(kept, 1, "good")
    store.withdraw(lambda articles: {"gone"} & set(articles))
    withdrawn, untouched, other = (store.read("r", kept.key) or Talk()).exchanges
    assert (withdrawn.question, withdrawn.answer, withdrawn.note) == ("Why?", None, "withdrawn")
    assert untouched == answered("here")
    assert [one.article_id for one in other.found] == ["here"]
    assert next(iter(store.rated())).exchange.answer is None
    for file in tmp_path.glob("tables.sqlite*"):
        assert b"Secret title" not in file.read_bytes()


def test_what_another_newsdesk_wrote_is_passed_over(store: Conversations) -> None:
    from sqlalchemy import update

    from chat.store import conversations

    kept = store.save(Talk("r", exchanges=(answered("a"),)))
    with store._database.write_transaction() as connection:
        connection.execute(update(conversations).values(exchanges='[{"question": 5}]'))
    assert store.list("r") == []
    assert (store.read("r", kept.key) or Talk()).exchanges == ()


def test_a_conversation_whose_sources_changed_says_so(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        talk = Talk("r", "key", (of(archive, 1), of(archive, 2)))
        assert is_outdated(archive, talk) == [False, True]
        assert "sources changed" in to_past(archive, [talk], "en")
        assert "sources changed" not in to_past(archive, [Talk("r", "key", (of(archive, 1),))], "en")
        assert 'name="act" value="open:key"' in to_past(archive, [talk], "en")
        assert to_past(archive, [], "en") == ""


def of(archive: Archive, version: int) -> Exchange:
    article = BRIDGE if version == 1 else DELEGATION
    return Exchange("Why?", Answer("", citations=(cite(article.article_id, version),)), ended=True)


def test_what_another_process_deletes_is_taken_out_when_it_is_next_looked(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        store = Conversations(tmp_path / FILE)
        chosen = choose_model(AnswerSettings(model="none"))
        desk = Desk(archive, chosen, build_chain(archive), store)
        kept = desk.keep(Talk("r", exchanges=(of(archive, 1),)))
        tidy = watch_deletions(desk)
        tidy()
        assert (store.read("r", kept.key) or Talk()).exchanges[0].answer is not None
        archive.delete(BRIDGE.article_id)
        tidy()
        assert (store.read("r", kept.key) or Talk()).exchanges[0].note == "withdrawn"
        # nor does an open page bring it back
        assert desk.keep(kept).exchanges[0].answer is None
        store.close()
