"""`python -m benchmarks`: figures of speed, printed and written as JSON."""

import json
from functools import partial
from pathlib import Path
from typing import Any

import click

from benchmarks.chat import measure_chat
from benchmarks.dated import measure_dated
from benchmarks.faults import PLACES, count_faults, show_counts
from benchmarks.filters import measure_filters
from benchmarks.growth import measure_growth
from benchmarks.ingest import measure_ingest, measure_memory, measure_web, measure_web_archive, write_records
from benchmarks.installed import PEERS, install_peer
from benchmarks.load import measure_load
from benchmarks.pictures import take_pictures
from benchmarks.plots import join_peers, plot_peers
from benchmarks.side_by_side import measure_peers
from benchmarks.soak import soak
from benchmarks.steps import measure_steps
from benchmarks.tables import show_dated, show_machine, show_peers, show_sizes, show_steps


@click.group()
def main() -> None:
    """Measures speed. Figures hold for this machine at this moment; nothing is passed or failed."""


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/filters"), help="Archive; made when missing.")
@click.option("--passages", default=100_000, show_default=True, help="Size of an archive that is made.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def filters(folder: Path, passages: int, output: Path | None) -> None:
    """Filtered and unfiltered search in an archive of generated articles and vectors."""
    _tell(measure_filters(folder, passages), output)


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/ingest"), help="For files and archives; emptied.")
@click.option("--articles", default=200, show_default=True, help="Generated articles of 600 words, as records and as pages.")
@click.option("--memory", is_flag=True, help="Instead, one run over the records with generated vectors: how much memory it takes.")
@click.option("--web", is_flag=True, help="Instead, so many pages of a sitemap from a server of this machine: new, and unchanged.")
@click.option("--web-archive", type=int, help="Instead, the memory of a run over a generated web archive of so many megabytes.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def ingest(folder: Path, articles: int, memory: bool, web: bool, web_archive: int | None, output: Path | None) -> None:
    """Articles per second by stage, all together, and when nothing has changed."""
    if web_archive is not None:
        _tell(measure_web_archive(folder, web_archive), output)
    elif web:
        _tell(measure_web(folder, articles), output)
    elif memory:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{articles}.jsonl"
        _tell(measure_memory(file if file.exists() else write_records(file, articles), folder / "archive"), output)
    else:
        _tell(measure_ingest(folder, articles), output)


@main.command()
@click.option("--runs", default=20, show_default=True, help="Visits and clicks that are measured, after one that is not.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def chat(runs: int, output: Path | None) -> None:
    """How soon the chat's page can be used and an answer begins, in Debian's Chromium, on the samples without a language model."""
    _tell(measure_chat(runs), output)


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/load"), help="For an archive; made when missing.")
@click.option("--towns", default=1_000, show_default=True, help="Generated articles of nine passages; a question for each.")
@click.option("--users", default=50, show_default=True, help="Who ask at once.")
@click.option("--each", default=20, show_default=True, help="Questions of each of them.")
@click.option("--rounds", default=1, show_default=True, help="How often they come, which shows whether the memory grows.")
@click.option("--pause", default=5.0, show_default=True, help="Seconds that users read an answer, in a round of its own; 0: none does.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def load(folder: Path, towns: int, users: int, each: int, rounds: int, pause: float, output: Path | None) -> None:
    """Many who ask at once over the network, without a language model: errors, mixed answers, seconds, memory; a burst; fair shares."""
    _tell(measure_load(folder, towns, users, each, rounds, pause), output)


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/faults"), help="For archives, and for the counts.")
@click.option("--kills", default=100, show_default=True, help="At random moments; of what is rarer or slower, fewer.")
@click.option("--place", "places", multiple=True, type=click.Choice(list(PLACES)), help="Only this one; may be given again.")
def faults(folder: Path, kills: int, places: tuple[str, ...]) -> None:
    """Kills in mid-work, full disks, askers who leave, and what is lost by it: hours at a hundred kills.

    What has been counted is kept in the folder and not counted again, so that a run goes on where one was ended; to count anew, name
    another folder. Where something went wrong, the archive, the logs and the words are kept there.
    """
    wanted = {name: PLACES[name] for name in places or PLACES}
    click.echo(show_counts(count_faults(folder.resolve(), kills, wanted, partial(click.echo, err=True))))


@main.command(name="soak")
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/soak"), help="For an archive; made when missing.")
@click.option("--towns", default=1_000, show_default=True, help="Generated articles of nine passages.")
@click.option("--questions", default=20_000, show_default=True, help="Asked of one server, which takes articles in meanwhile.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def soak_command(folder: Path, towns: int, questions: int, output: Path | None) -> None:
    """Whether the memory of a server stays flat over many questions; takes an hour or two."""
    _tell(soak(folder, towns, questions, partial(click.echo, err=True)), output)


@main.command()
def pictures() -> None:
    """Takes the pictures of the chat in docs/pictures anew."""
    click.echo("\n".join(take_pictures()))


OUTPUT = click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
say = partial(click.echo, err=True)


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/peers"), help="For their environments and stores.")
@click.option("--peer", "names", multiple=True, type=click.Choice(list(PEERS)), help="Only this one; may be given again.")
@click.option("--articles", default=100, show_default=True, help="Generated articles of 1,100 words.")
@click.option("--questions", default=100, show_default=True)
@click.option("--rounds", default=3, show_default=True, help="Newsdesk and the peer in turn, so often.")
@OUTPUT
def peers(folder: Path, names: tuple[str, ...], articles: int, questions: int, rounds: int, output: Path | None) -> None:
    """Newsdesk beside LangChain, LlamaIndex, Haystack and txtai; each is installed in an environment of its own, 1.5 GB each."""
    results = measure_peers(folder.resolve(), articles, questions, rounds, names or tuple(PEERS), say)
    _write(results, show_machine(results["machine"]) + "\n" + show_peers(results), output)


@main.command()
@click.option(
    "--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/dated"), help="For both stores; made when missing."
)
@click.option("--passages", default=10_000, show_default=True, help="In stores that are made.")
@click.option("--peers", type=click.Path(path_type=Path), default=Path("benchmarks/data/peers"), help="For LangChain's environment.")
@OUTPUT
def dated(folder: Path, passages: int, peers: Path, output: Path | None) -> None:
    """Questions limited to a time, beside LangChain with Chroma's own filter, over generated vectors."""
    results = measure_dated(folder.resolve(), passages, install_peer("LangChain", peers.resolve()), say)
    _write(results, show_machine(results["machine"]) + "\n" + show_dated(results), output)


@main.command()
@click.argument("results", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--output", type=click.Path(path_type=Path), default=Path("docs/pictures/peers.svg"), show_default=True)
def plot(results: tuple[Path, ...], output: Path) -> None:
    """One table and one plot of what `peers` wrote into these files, be it a peer in each."""
    joined = join_peers([json.loads(file.read_text()) for file in results])
    click.echo(show_peers(joined))
    output.write_text(plot_peers(joined))


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/growth"), help="For the archive; must not exist.")
@click.option("--to", default=100_000, show_default=True, help="Passages at most: 1,000, 10,000, 100,000, 1,000,000.")
@OUTPUT
def growth(folder: Path, to: int, output: Path | None) -> None:
    """An archive of generated articles and vectors that grows tenfold, and tenfold again."""
    if folder.exists():
        raise click.UsageError(f"{folder} is there already; name a new folder with --folder")
    results = measure_growth(folder.resolve(), to, say)
    _write(results, show_machine(results["machine"]) + "\n" + show_sizes(results), output)


@main.command()
@click.option(
    "--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/steps"), help="For articles and archives; emptied."
)
@click.option("--articles", default=100, show_default=True, help="Generated articles of 1,100 words.")
@click.option("--questions", default=50, show_default=True)
@OUTPUT
def steps(folder: Path, articles: int, questions: int, output: Path | None) -> None:
    """Where the time goes of an article and of a question."""
    results = measure_steps(folder.resolve(), articles, questions)
    _write(results, show_machine(results["machine"]) + "\n" + show_steps(results), output)


def _write(results: dict[str, Any], shown: str, output: Path | None) -> None:
    click.echo(shown)
    if output is not None:
        output.write_text(json.dumps(results, indent=2) + "\n")


def _tell(figures: dict[str, float], output: Path | None) -> None:
    for name, figure in figures.items():
        click.echo(f"{figure:12.2f}  {name}")
    if output is not None:
        output.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
