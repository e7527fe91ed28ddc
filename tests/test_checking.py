"""A check finds what is wrong with an archive, exactly; a repair puts right what the catalogue has what it takes for."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rag import ask, build_chain, to_json
from tests.doubles import open_with_hashes
from tests.news import BRIDGE, news_archive
from vectorstore import ArchiveBusy, split_sentences
from vectorstore.lexical import LexicalIndex

QUESTION = "Wer leitet die US-Delegation?"
Harm = Callable[[Path], object]


@pytest.fixture(scope="module")
def model_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    with news_archive(folder) as archive:
        archive.save_answer(to_json(QUESTION, ask(build_chain(archive), QUESTION)))
    return folder


@pytest.fixture
def folder(model_archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model_archive, tmp_path / "archive", copy_function=shutil.copy2))


def sql(*statements: str) -> Harm:
    def change(folder: Path) -> None:
        with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return change


def spoil_vectors(folder: Path) -> None:
    (folder / "vectors-1" / "chroma.sqlite3").write_bytes(b"nothing")


def test_a_sound_archive_has_no_faults(folder: Path) -> None:
    with open_with_hashes(folder) as archive:
        checked = archive.check()
    assert checked.faults == ()
    assert checked.counts == {"articles": 3, "versions": 3, "passages": 3, "saved answers": 1}


def test_an_empty_archive_has_none_either(tmp_path: Path) -> None:
    with open_with_hashes(tmp_path / "new") as archive:
        assert archive.check().faults == ()


def test_one_without_articles_whose_writer_was_killed_has_none_and_can_be_filled(tmp_path: Path) -> None:
    batch = [(BRIDGE, split_sentences(BRIDGE.text, "en"))]
    with open_with_hashes(tmp_path) as archive:
        archive.add(batch)
        archive.delete(BRIDGE.article_id)
        archive.undelete(BRIDGE.article_id)
    shutil.rmtree(tmp_path / "lexical")
    (tmp_path / "lexical.seal").unlink()
    # made, and never closed in order
    LexicalIndex(tmp_path / "lexical")
    with open_with_hashes(tmp_path) as archive:
        assert archive.check().faults == ()
        archive.add(batch)
        assert archive.check().faults == ()


ID = BRIDGE.article_id
MENDED: list[tuple[str, Harm, tuple[str, ...]]] = [
    (
        "vectors missing and cut",
        sql(
            "DELETE FROM vectors WHERE text_hash = (SELECT text_hash FROM passages LIMIT 1)",
            "UPDATE vectors SET vector = substr(vector, 1, 8)",
        ),
        ("1 passages without a vector", "2 vectors of another length"),
    ),
    (
        "rows of nobody",
        sql(
            "INSERT INTO passages SELECT 99, 'gone', 1, 0, start, \"end\", text_hash FROM passages LIMIT 1",
            "INSERT INTO signatures VALUES (99, 'gone', x'00', 'gone')",
            "INSERT INTO bands VALUES (5, 4711)",
            "INSERT INTO cited VALUES ('beef', 0, 'a', 1, 0)",
        ),
        (
            "passage of article gone: there is no such version",
            "signature of article gone",
            "1 bands of signatures that are gone",
            "citation of answer beef",
        ),
    ),
    ("counts wrong", sql("UPDATE tallies SET articles = 7"), ("the numbers of articles by source",)),
    # a lost index of words is built when the archive is opened
    ("words gone", lambda folder: shutil.rmtree(folder / "lexical"), ()),
    ("vectors spoilt", spoil_vectors, ("index of vectors",)),
]
LOST: list[tuple[str, Harm, str]] = [
    ("text changed", sql(f"UPDATE versions SET text = replace(text, 'nine', 'nine!') WHERE article_id = '{ID}'"),
     f"article {ID}, version 1: its text is not the one that was stored"),
    ("version gone", sql(f"DELETE FROM versions WHERE article_id = '{ID}'"), f"article {ID}: its current version is missing"),
    ("no passages", sql(f"DELETE FROM passages WHERE article_id = '{ID}'"), f"version of article {ID}: it has no passages"),
    ("quote changed", sql("UPDATE saved SET record = replace(record, 'Marco', 'Marko')"), "citation 1: its quote does not stand"),
]  # fmt: skip


@pytest.mark.parametrize(("harm", "said"), [case[1:] for case in MENDED], ids=[case[0] for case in MENDED])
def test_what_the_catalogue_can_make_again_is_found_and_repaired(folder: Path, harm: Harm, said: tuple[str, ...]) -> None:
    harm(folder)
    with open_with_hashes(folder) as archive:
        checked = archive.check()
        for text in said:
            assert any(text in fault.text for fault in checked.faults), text
        archive.mend(checked)
        assert archive.check().faults == ()
        assert archive.search("crack in the northern pylon", k=1)[0].metadata["article_id"] == ID
        assert archive.status().vectors == "ready"


@pytest.mark.parametrize(("harm", "said"), [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_what_only_a_backup_has_is_found_and_not_hidden_by_a_repair(folder: Path, harm: Harm, said: str) -> None:
    harm(folder)
    with open_with_hashes(folder) as archive:
        checked = archive.check()
        assert any(said in fault.text for fault in checked.faults)
        archive.mend(checked)
        assert any(said in fault.text and fault.cure == "none" for fault in archive.check().faults)


def test_an_index_that_lacks_an_article_is_found(folder: Path, tmp_path: Path) -> None:
    """As when another program had deleted from the catalogue alone."""
    sql(f"DELETE FROM articles WHERE id = '{ID}'", f"DELETE FROM versions WHERE article_id = '{ID}'",
        f"DELETE FROM passages WHERE article_id = '{ID}'")(folder)  # fmt: skip
    with open_with_hashes(folder) as archive:
        texts = [fault.text for fault in archive.check().faults]
        assert any("index of vectors" in text for text in texts)
        archive.mend(archive.check())
        assert archive.check().faults == ()


def test_a_quote_of_a_deleted_article_is_no_fault(folder: Path) -> None:
    with open_with_hashes(folder) as archive:
        cited = json.loads(json.dumps(archive.saved_answers()[0].record))["citations"][0]["article_id"]
        archive.delete(cited)
        assert archive.check().faults == ()


def test_nothing_is_compared_while_another_process_writes(folder: Path) -> None:
    with open_with_hashes(folder) as writer, open_with_hashes(folder) as archive, writer.writing(), pytest.raises(ArchiveBusy):
        archive.check()
