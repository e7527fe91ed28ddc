"""`newsdesk feedback export`."""

import json
from pathlib import Path

from click.testing import CliRunner

from chat.conversation import Exchange, Talk
from chat.store import FILE, Conversations
from cli import main
from rag import Answer, Citation


def test_ratings_are_printed_as_evaluation_cases(tmp_path: Path) -> None:
    citation = Citation("It is shut.", 0, 11, "a1", 1, "Title", "", "Paper", None, "en")
    store = Conversations(tmp_path / FILE)
    answered = Exchange("Why?", Answer("“It is shut.” [1]", citations=(citation,), language="en"), ended=True)
    talk = store.save(Talk("r", exchanges=(answered, Exchange("Who?", Answer("Nothing.", abstained=True), ended=True))))
    store.rate(talk, 1, "good")
    store.rate(talk, 2, "bad")
    store.explain(talk, 2, "It is in yesterday's paper.")
    store.close()
    printed = CliRunner().invoke(main, ["feedback", "export", "--archive", str(tmp_path)])
    assert printed.exit_code == 0
    good, bad = (json.loads(line) for line in printed.stdout.splitlines())
    assert (good["question"], good["answerable"], good["rating"]) == ("Why?", True, "good")
    assert good["gold"] == [{"article_id": "a1", "version": 1, "source": "Paper", "title": "Title", "sentence": "It is shut."}]
    assert (bad["answerable"], bad["gold"], bad["reason"]) == (None, [], "It is in yesterday's paper.")


def test_where_nothing_was_rated_one_line_says_so(tmp_path: Path) -> None:
    printed = CliRunner().invoke(main, ["feedback", "export", "--archive", str(tmp_path)])
    assert printed.exit_code == 1
    assert printed.output.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
