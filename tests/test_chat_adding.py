"""Articles taken in from the page."""

import re
import threading
from pathlib import Path

import pytest

from chat.adding import add_targets, is_address, read_plan
from vectorstore import Archive

STORY = "The harbour museum of Kelmouth opened its new wing on Friday. Two hundred visitors came on the first morning. "


def test_each_step_may_be_asked_for_from_another_thread(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" ")
    (tmp_path / "museum.txt").write_text(STORY * 3)
    # what is refused is told before the batch in hand is written
    steps = add_targets(archive, [tmp_path / "museum.txt", tmp_path / "empty.txt"], "en")
    seen: list[str | None] = [""]
    over = threading.Event()

    def ask(answered: threading.Event) -> None:
        seen.append(next(steps, None))
        answered.set()
        # a thread that ended would give its name, and with it its turn, to the next one
        over.wait()

    while seen[-1] is not None:
        answered = threading.Event()
        threading.Thread(target=ask, args=(answered,), daemon=True).start()
        assert answered.wait(timeout=30), "it waits for another thread's turn"
    over.set()
    assert "1 new" in str(seen[-2]) and "empty.txt" in str(seen[-2])
    with archive.writing():
        assert archive.status().articles == 1, "the archive can be written to afterwards"


def test_a_page_that_is_left_in_the_midst_lets_go_of_the_archive(archive: Archive, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{STORY * 3}It was day {number} of the week.")
    steps = add_targets(archive, [tmp_path], "en")
    next(steps)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    taken = threading.Thread(target=lambda: archive.writing().__enter__(), daemon=True)
    taken.start()
    taken.join(timeout=60)
    assert not taken.is_alive()


def test_what_is_said_of_articles_holds_where_they_do_not_tell_it_themselves(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(f"headline,words\nA new wing,{STORY * 3}\n")
    assert "headline, words" in list(add_targets(archive, [tmp_path / "rows.csv"], "de"))[-1]
    plan = read_plan([" Kelmouth Echo ", "title=headline, text=words", ""], "de")
    *_, report = add_targets(archive, [tmp_path / "rows.csv"], "de", plan=plan)
    (version,) = archive.list_articles()
    assert "1 neu" in report and (version.article.source, version.article.title) == ("Kelmouth Echo", "A new wing")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("", "headline", ""), "“headline” names no columns; write them as title=headline, text=body"),
        (("", "", "soon"), "“soon” is no day; write it as 2025-02-13"),
        (("", "", "2025-02-13"), ""),
        ((None, 7, ["x"]), ""),
    ],
)
def test_what_cannot_be_read_of_it_is_told_with_how_to_write_it(given: tuple[object, ...], said: str) -> None:
    if said:
        with pytest.raises(ValueError, match=re.escape(said)):
            read_plan(given, "en")
    else:
        assert read_plan(given, "en").columns == {}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://paper.example/rss", True),
        ("site:https://paper.example/politics/", True),
        ("FEED:https://paper.example/x", True),
        ("file:///etc/passwd", False),
        ("site:/etc/passwd", False),
        ("page:javascript:alert(1)", False),
        ("/etc/passwd", False),
    ],
)
def test_an_address_may_say_what_it_is_and_a_file_of_this_machine_is_none(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one
