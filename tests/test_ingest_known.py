"""Which items need not be read again."""

from dataclasses import replace

from ingest.item import Hints, Item
from ingest.known import digest_item, program
from vectorstore import Timestamp

NOW = Timestamp(1_739_404_800, "second", "feed")
ITEM = Item("a.txt", "text", b"text", "a.txt")


def test_where_an_item_lies_and_when_it_was_fetched_decide_nothing() -> None:
    assert digest_item(replace(ITEM, target="b", origin="b", fetched=NOW), "") == digest_item(ITEM, "")


def test_everything_else_decides() -> None:
    changes = (
        {"data": b"other"}, {"kind": "html"}, {"url": "https://a.example/"}, {"charset": "latin-1"},
        {"hints": Hints(title="t")}, {"hints": Hints(published=NOW)}, {"hints": Hints(title="\ud800")},
    )  # fmt: skip
    digests = {digest_item(replace(ITEM, **change), "") for change in changes}  # type: ignore[arg-type]
    assert len(digests | {digest_item(ITEM, ""), digest_item(ITEM, "The Paper")}) == len(changes) + 2


def test_the_program_is_told_by_its_code() -> None:
    assert program() == program()
    assert len(program()) == 32
