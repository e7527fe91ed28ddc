"""What is found lets no article fill the answer."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from rag import Query
from rag.retrieve import find_passages
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive
from vectorstore import split_sentences


def test_at_most_three_passages_come_from_one_article(tmp_path: Path) -> None:
    with news_archive(tmp_path, DELEGATION, FESTIVAL) as archive:
        long = replace(BRIDGE, text=f"{BRIDGE.text} The bridge is old. Nobody built another bridge.")
        archive.add([(long, split_sentences(long.text, "en"))])
        found = find_passages(archive, Query(question="bridge", text="bridge"), 5)
    taken = Counter(passage.metadata["article_id"] for passage in found)
    assert taken[BRIDGE.article_id] == 3 and len(taken) > 1
