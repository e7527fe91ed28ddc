"""A report in another language that has the question's names comes before one in its own that lacks them."""

from dataclasses import replace
from pathlib import Path

from rag import ask, build_chain
from tests.news import BRIDGE, news_archive

ENGLISH = replace(
    BRIDGE, text="In the fire at the Lindhorst plant 17 people died on Thursday.", title="Fire", url="https://a.example.org/1"
)
SPANISH = replace(
    BRIDGE,
    text="El incendio de la sierra de Tormes ha causado dos muertos, informó el Gobierno.",
    title="Incendio",
    url="https://a.example.org/2",
    language="es",
)


def test_the_fire_that_is_named_is_the_one_told_of(tmp_path: Path) -> None:
    with news_archive(tmp_path, ENGLISH, SPANISH) as archive:
        chain = build_chain(archive)
        assert ask(chain, "How many people died in the Tormes fire?").citations[0].quote == SPANISH.text
        assert ask(chain, "How many people died in the Lindhorst fire?").citations[0].quote == ENGLISH.text
