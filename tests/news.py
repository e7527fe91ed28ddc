"""Small archives with articles to ask about, for tests of answers."""

from pathlib import Path

from tests.doubles import open_with_hashes
from vectorstore import Archive, Article, Span, Timestamp, split_sentences

BRIDGE = Article(
    text="The Harbour Bridge was closed on Monday after engineers found a crack in the northern pylon. "
    "Mayor Ingrid Solberg said 14,000 drivers use the bridge every day. Repairs will take nine weeks.",
    title="Harbour Bridge closed",
    url="https://courier.example.org/bridge",
    source="The Harbour Courier",
    language="en",
    published=Timestamp(1741564800, "day", "json-ld"),
)
DELEGATION = Article(
    text="Die Regierung hat die Gespräche vorbereitet. Mit der Leitung der US-Delegation beauftragte das Weiße Haus Marco Rubio, "
    "John Ratcliffe, Mike Waltz und Steve Witkoff. Ein Termin steht noch nicht fest.",
    title="Gespräche in Riad",
    url="https://hafenblatt.example.org/riad",
    source="Hafenblatt",
    language="de",
    published=Timestamp(1739404800, "day", "byline"),
)
FESTIVAL = Article(
    text="The summer festival opens in August with an orchestra from Lisbon. Tickets cost 35 euros at the town hall.",
    title="Festival programme",
    key="festival-1",
    source="Town Gazette",
    language="en",
)


def news_archive(folder: Path, *articles: Article) -> Archive:
    """An archive of the given articles, or of the three above; each text is one passage."""
    archive = open_with_hashes(folder)
    archive.add([(article, [whole_text(article)]) for article in articles or (BRIDGE, DELEGATION, FESTIVAL)])
    return archive


def whole_text(article: Article) -> Span:
    sentences = split_sentences(article.text, article.language)
    return Span(sentences[0].start, sentences[-1].end)
