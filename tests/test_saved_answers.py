"""Saved answers are flagged when what they cite changes, and a deleted article leaves no word in them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rag import Answer, ask, build_chain, to_json
from rag.commands import commands
from tests.doubles import open_with_hashes
from tests.news import BRIDGE, DELEGATION, news_archive, whole_text
from vectorstore import AnswerNotFound, Archive

pytestmark = pytest.mark.usefixtures("engines")

QUESTION = "Why was the Harbour Bridge closed?"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, [*arguments, "--archive", str(folder)], obj=open_with_hashes)


def save(archive: Archive) -> tuple[str, Answer]:
    answer = ask(build_chain(archive), QUESTION)
    return archive.save_answer(to_json(QUESTION, answer)), answer


def test_a_saved_answer_comes_back_as_it_was(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        id, answer = save(archive)
        (saved,) = archive.saved_answers()
    assert (saved.id, saved.record["answer"], saved.flags) == (id, answer.text, {})


def test_a_new_version_flags_it_and_a_correction_by_its_name(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        id, _ = save(archive)
        newer = replace(BRIDGE, text=BRIDGE.text.replace("nine", "ten"))
        archive.add([(newer, [whole_text(newer)])])
        assert set(archive.get_saved_answer(id).flags.values()) == {"superseded"}
        corrected = replace(newer, text=newer.text.replace("ten", "eleven"), corrections=("An earlier version said nine weeks.",))
        archive.add([(corrected, [whole_text(corrected)])])
        assert set(archive.get_saved_answer(id).flags.values()) == {"corrected"}


def test_deletion_takes_the_words_out_and_leaves_a_flag(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        id, _ = save(archive)
        archive.delete(BRIDGE.article_id)
        saved = archive.get_saved_answer(id)
        assert set(saved.flags.values()) == {"deleted"}
        assert "crack" not in json.dumps(saved.record) and "Courier" not in json.dumps(saved.record)
    assert b"engineers found a crack" not in b"".join(file.read_bytes() for file in tmp_path.glob("catalogue.sqlite*"))


def test_other_articles_quotes_stay(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        both = {
            "question": "?",
            "answer": "x",
            "citations": [{"article_id": one.article_id, "version": 1, "quote": one.title} for one in (BRIDGE, DELEGATION)],
        }
        id = archive.save_answer(both)
        archive.delete(BRIDGE.article_id)
        saved = archive.get_saved_answer(id)
    assert [citation["quote"] for citation in saved.record["citations"]] == ["[deleted]", DELEGATION.title]
    assert saved.flags == {0: "deleted"}


@pytest.mark.parametrize("record", [{}, {"question": "?", "answer": "x"}, {"question": "?", "answer": "x", "citations": [{"quote": "y"}]}])
def test_what_is_no_answer_is_not_saved(record: dict[str, object], tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive, pytest.raises(ValueError, match=r"rag\.to_json"):
        archive.save_answer(record)


def test_the_commands_save_list_show_and_delete(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive, pytest.raises(AnswerNotFound, match="answers list"):
        archive.get_saved_answer("nope")
    asked = run(tmp_path, "ask", QUESTION, "--model", "none", "--save")
    assert asked.exit_code == 0 and "saved as" in asked.stderr
    listed = run(tmp_path, "answers", "list")
    id = listed.stdout.split()[0]
    assert QUESTION in listed.stdout and f"saved as {id}" in asked.stderr
    shown = run(tmp_path, "answers", "show", id).stdout
    assert "crack" in shown and f"article {BRIDGE.article_id}, version 1" in shown and str(BRIDGE.url) in shown
    newer = replace(BRIDGE, text=BRIDGE.text.replace("nine", "ten"))
    with open_with_hashes(tmp_path) as archive:
        archive.add([(newer, [whole_text(newer)])])
    assert (
        f"superseded: the article has changed since; `newsdesk show {BRIDGE.article_id} --changes`"
        in run(tmp_path, "answers", "show", id).stdout
    )
    assert json.loads(run(tmp_path, "answers", "show", id, "--json").stdout)["question"] == QUESTION
    assert run(tmp_path, "answers", "delete", id).exit_code == 0
    gone = run(tmp_path, "answers", "show", id)
    assert gone.exit_code == 1 and gone.stderr.startswith("Error: ") and gone.stderr.count("\n") == 1
    assert "no answer is saved yet" in run(tmp_path, "answers", "list").stderr


@pytest.mark.parametrize(("format", "sign"), [("markdown", "[^1]: “"), ("csl", '"type": "article-newspaper"'), ("json", '"question"')])
def test_an_answer_is_printed_in_other_formats(format: str, sign: str, tmp_path: Path) -> None:
    with news_archive(tmp_path):
        pass
    assert sign in run(tmp_path, "ask", QUESTION, "--model", "none", "--format", format).stdout


def test_a_saved_answer_is_shown_without_marks_for_bold_words(tmp_path: Path) -> None:
    with news_archive(tmp_path):
        pass
    asked = run(tmp_path, "ask", "How many drivers use the bridge every day?", "--model", "none", "--save")
    shown = run(tmp_path, "answers", "show", asked.stderr.split("saved as ")[1].split(";")[0]).stdout
    assert "\n14,000\n" in shown and "**" not in shown
