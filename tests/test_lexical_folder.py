"""The lexical index in a folder: readers have it while it is built again, and while it takes its place."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, FESTIVAL, news_archive
from vectorstore import SearchFilter, open_archive, split_sentences
from vectorstore.catalogue import Catalogue, IndexEntry
from vectorstore.lexical import rebuild_lexical
from vectorstore.lexical_folder import LexicalFolder
from vectorstore.wording import word_question


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news_archive(tmp_path, BRIDGE).close()
    return tmp_path


def count(index: LexicalFolder, word: str) -> int:
    return len(index.match([word_question(word, "en", ["en"])], SearchFilter(), 10).words)


def test_who_opens_it_while_it_is_built_again_finds_what_was_there(folder: Path) -> None:
    catalogue = Catalogue(folder / "catalogue.sqlite")
    found = []

    def entries() -> Iterator[IndexEntry]:
        for entry in catalogue.index_entries():
            found.append(count(LexicalFolder(folder / "lexical", catalogue), "bridge"))
            yield entry

    before = count(LexicalFolder(folder / "lexical", catalogue), "bridge")
    rebuild_lexical(folder / "lexical", entries())
    assert before > 0 and set(found) == {before}
    assert count(LexicalFolder(folder / "lexical", catalogue), "bridge") == before
    assert not [left for left in folder.iterdir() if left.name.startswith("lexical-")]
    catalogue.close()


def test_a_question_at_the_moment_it_takes_its_place_is_answered_by_what_was_there(folder: Path) -> None:
    catalogue = Catalogue(folder / "catalogue.sqlite")
    reader = LexicalFolder(folder / "lexical", catalogue)
    before = count(reader, "bridge")
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.add([(FESTIVAL, split_sentences(FESTIVAL.text, "en"))])
    (folder / "lexical").rename(folder / "away")
    assert count(reader, "bridge") == before > 0
    (folder / "away").rename(folder / "lexical")
    assert count(reader, "festival") > 0
    catalogue.close()


def test_a_copied_archive_says_once_that_its_index_is_built_again(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    copy = shutil.copytree(folder, folder.parent / "copy", copy_function=shutil.copyfile)
    with open_archive(copy, embeddings=HashEmbeddings()) as archive:
        assert archive.search("bridge")
    (told,) = [record.message for record in caplog.records if "lexical" in record.message]
    assert told.endswith("copied perhaps or damaged, and is built again; this happens once")
