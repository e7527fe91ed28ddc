"""The benchmarks run; what they measure is no matter of a test."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from benchmarks.__main__ import main
from benchmarks.articles import make_article, make_questions, write_articles
from benchmarks.dated import measure_dated
from benchmarks.installed import PEERS
from benchmarks.processes import run_program
from benchmarks.side_by_side import FIGURES, Contender, measure, percentile, summarise
from benchmarks.tables import show_dated, show_peers


def test_an_archive_grows_and_is_asked_at_each_size(tmp_path: Path) -> None:
    output = tmp_path / "growth.json"
    done = CliRunner().invoke(main, ["growth", "--folder", str(tmp_path / "archive"), "--to", "1000", "--output", str(output)])
    assert done.exit_code == 0, done.output
    assert "| adding one article, ms |" in done.output
    (figures,) = json.loads(output.read_text())["sizes"].values()
    assert figures["recall@10 against exact, no filter"] == 1
    assert figures["recall@10 against exact, three months"] == 1


def test_a_growth_does_not_mix_with_what_is_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["growth", "--folder", str(tmp_path)])
    assert done.exit_code == 2
    assert "name a new folder" in done.output


def test_both_sides_find_the_nearest_passages_of_a_time(tmp_path: Path) -> None:
    # LangChain of this environment: the one that `peers` installs is another's
    results = measure_dated(tmp_path, 1_000, Path(sys.executable), print)
    for period, sides in results["periods"].items():
        for side, figures in sides.items():
            assert figures["recall@10 against exact"] > 0.95, (period, side)
    assert "| three months: p50, ms |" in show_dated(results)


def test_the_steps_of_a_question_and_an_article_are_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["steps", "--folder", str(tmp_path), "--articles", "3", "--questions", "3"])
    assert done.exit_code == 0, done.output
    for step in ("| embed |", "| write |", "| vectors |", "| words and 4-grams |"):
        assert step in done.output


def test_newsdesk_is_measured_as_its_peers_are(tmp_path: Path) -> None:
    articles, asked = write_articles(tmp_path / "articles.jsonl", 3), tmp_path / "questions.json"
    asked.write_text(json.dumps(make_questions(3, 6)))
    figures = measure(Contender("Newsdesk", Path(sys.executable), "newsdesk", "bundled"), tmp_path / "stores", articles, asked, 3)
    assert figures.keys() == FIGURES.keys()
    assert all(figure > 0 for figure in figures.values())


def test_pages_that_have_not_changed_are_measured_on_a_server_of_this_machine(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["ingest", "--folder", str(tmp_path), "--articles", "3", "--web"])
    assert done.exit_code == 0, done.output
    assert "pages/s, unchanged, again" in done.output


def test_every_peer_has_its_file() -> None:
    folder = Path(__file__).parent.parent / "benchmarks" / "peers"
    assert all((folder / f"{peer.module}.py").is_file() for peer in PEERS.values())


def test_a_generated_article_has_eleven_hundred_words_and_is_always_the_same() -> None:
    assert len(make_article(7)["text"].split()) == pytest.approx(1_100, abs=10)
    assert make_article(7) == make_article(7) != make_article(8)


def test_a_program_that_fails_says_why() -> None:
    with pytest.raises(RuntimeError, match="no such article"):
        run_program([sys.executable, "-c", "raise SystemExit('no such article')"], {})


def test_a_program_is_measured_with_its_children() -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {'b = bytearray(80_000_000); import time; time.sleep(1)'!r}])"
    run = run_program([sys.executable, "-c", f"{child}; print('{{}}')"], {})
    assert run.memory_megabytes > 80


def test_the_percentile_is_one_of_the_values() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2
    assert percentile([1], 95) == 1
    assert percentile(range(1, 101), 95) == 95


def test_a_ratio_above_one_means_that_newsdesk_is_better() -> None:
    def figures(rate: float, rest: float) -> dict[str, dict[str, float]]:
        return summarise([{name: rate if better else rest for name, better in FIGURES.items()}])

    found = {"versions": {"peer": "1.0"}, "figures": {"Newsdesk": figures(8, 10), "Peer": figures(2, 40)}}
    shown = show_peers({"peers": {"Peer": found}})
    assert "| ingest, articles/s | 8 against 2 **×4.0** |" in shown
    assert "| disk, MB | 10 against 40 **×4.0** |" in shown


def test_results_of_several_runs_make_one_table_and_one_plot(tmp_path: Path) -> None:
    files = []
    for peer in ("LangChain", "A <peer>"):
        figures = {name: summarise([{figure: value for figure in FIGURES}]) for name, value in (("Newsdesk", 2.0), (peer, 5.0))}
        files.append(tmp_path / f"{len(files)}.json")
        files[-1].write_text(json.dumps({"peers": {peer: {"versions": {"torch": "2"}, "figures": figures}}}))
    plot = tmp_path / "plot.svg"
    done = CliRunner().invoke(main, ["plot", *map(str, files), "--output", str(plot)])
    assert done.exit_code == 0, done.output
    assert "|  | LangChain | A <peer> |" in done.output
    drawn = ElementTree.parse(plot).getroot()
    texts = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert (texts.count("×2.5"), texts.count("×0.4")) == (10, 2) and "A <peer>" in texts
