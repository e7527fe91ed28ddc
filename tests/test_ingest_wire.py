"""Items to a reading process, and readings back."""

import io

import pytest

from ingest.errors import IngestError, NotAnArticle, Unlucky, Unreadable
from ingest.item import Hints, Item
from ingest.wire import HEAD, pack, pack_reading, read_item_sent, unpack_reading, write_item
from vectorstore import Article, Timestamp

DAY = Timestamp(1_739_404_800, "day", "feed")
ITEM = Item(
    "a\ud800", "html", b"\x00\xff<p>", "o", "https://a.example/", "utf-8", DAY, Hints("u", "t", "s", "de", ("a", "b"), "x", DAY, None)
)
ARTICLE = Article("Text\n\nmehr", "Titel", language="de", authors=("A",), published=DAY, mentioned=(DAY,), metadata={"a": "ä"}, origin="o")


def test_an_item_arrives_as_it_was_sent_and_then_the_next() -> None:
    stream = io.BytesIO()
    second = Item("b", "text", b"", "b")
    write_item(stream, ITEM, "The Paper")
    write_item(stream, second, "")
    stream.seek(0)
    assert read_item_sent(stream) == (ITEM, "The Paper")
    assert read_item_sent(stream) == (second, "")
    assert read_item_sent(stream) is None


def test_an_article_comes_back_as_it_was_read() -> None:
    packed = pack_reading(ARTICLE)
    kind, length = HEAD.unpack(packed[: HEAD.size])
    assert length == len(packed) - HEAD.size
    assert unpack_reading(kind, packed[HEAD.size :]) == ARTICLE


@pytest.mark.parametrize("error", [NotAnArticle("a\udc80", "nothing\ud800"), Unreadable("b", "broken"), Unlucky("c", "ended")])
def test_a_refusal_comes_back_with_its_kind(error: IngestError) -> None:
    packed = pack_reading(error)
    back = unpack_reading(packed[:1], packed[HEAD.size :])
    assert isinstance(back, IngestError)
    assert (type(back), back.target, back.reason) == (type(error), error.target, error.reason)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"text": ""}', b'{"text": "a", "url": "javascript:x"}', b'{"text": 5}', b"\xff"])
def test_what_is_no_article_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        unpack_reading(b"A", content)
    with pytest.raises(ValueError):
        unpack_reading(pack(b"?")[:1], content)
