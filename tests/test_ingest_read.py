"""From a file to its articles, by its kind; whatever is in it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.read import read_file
from vectorstore import Article

SENTENCE = "Two ports were shut on Monday as a storm moved in from the west, officials said on 13 February 2025. "
PIECES = st.sampled_from(
    ["<p>", "</div>", "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":', "---\n",
     "title: x\n", "# ", "[a](b)", "**", "|", "\n\n",
     '{"text": "', '"}', "[", "]", "\\ud800", "&#0;", "<!--", "-->", "\x00", "é", "国家。", "\u202e", "13/02/2025",
     "By Jane Doe\n", SENTENCE, "2025-13-45", "1e999"]
)  # fmt: skip


@pytest.mark.parametrize("suffix", [".txt", ".MD", ".html", ".json", ".jsonl"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=30), noise=st.binary(max_size=20))
def test_any_content_gives_articles_or_reasons_of_one_line(tmp_path: Path, suffix: str, pieces: list[str], noise: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes("".join(pieces).encode() + noise)
    for result in read_file(path):
        if isinstance(result, Article):
            assert result.text.strip()
            result.text.encode()
            result.title.encode()
        else:
            assert isinstance(result, IngestError)
            assert "\n" not in result.reason
            assert "fault in the program" not in result.reason


def test_a_file_is_its_articles_origin_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SENTENCE)
    [article] = read_file(Path("a.txt"))
    assert isinstance(article, Article)
    assert article.origin == str(tmp_path / "a.txt")
    assert article.fetched is None


def test_the_given_source_stands_in_where_a_document_names_none(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for front, source in (("title: t", "My Paper"), ("source: The Paper", "The Paper")):
        path.write_text(f"---\n{front}\n---\n{SENTENCE}")
        [article] = read_file(path, "My Paper")
        assert isinstance(article, Article)
        assert article.source == source
