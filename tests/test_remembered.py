"""What is remembered is as fresh as what it is read from."""

from pathlib import Path

from vectorstore.catalogue import Catalogue
from vectorstore.remembered import Remembered


def test_a_value_is_read_again_only_when_its_mark_has_changed() -> None:
    mark, reads = [1], []
    remembered = Remembered(lambda: mark[0], lambda: reads.append(mark[0]) or len(reads))
    assert (remembered.get(), remembered.get()) == (1, 1)
    mark[0] = 2
    assert (remembered.get(), reads) == (2, [1, 2])


def test_what_changes_during_the_reading_is_noticed_at_the_next_call() -> None:
    mark = [1]

    def read() -> int:
        mark[0] = 2
        return mark[0]

    remembered = Remembered(lambda: mark[0], read)
    remembered.get()
    assert remembered._held is not None and remembered._held[0] == 1


def test_the_version_of_the_database_changes_with_a_commit_of_anyone(tmp_path: Path) -> None:
    ours, theirs = Catalogue(tmp_path / "catalogue.sqlite"), Catalogue(tmp_path / "catalogue.sqlite")
    before = ours.database.version()
    assert ours.database.version() == before
    theirs.set_facts({"tide": "high"})
    assert ours.database.version() != before
    assert ours.get_fact("tide") == "high"
    ours.set_facts({"tide": "low"})
    assert (ours.get_fact("tide"), theirs.get_fact("tide")) == ("low", "low")
    ours.close()
    theirs.close()
