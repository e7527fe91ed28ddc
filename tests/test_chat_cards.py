"""The cards: the cited version's text with the quote marked."""

import html
import re
from dataclasses import replace
from pathlib import Path

from chat.cards import Order
from chat.cards import to_cards as write_cards
from chat.conversation import Conversation, Exchange
from rag import Answer, Citation
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive, whole_text
from vectorstore import Archive, Article


def cite(archive: Archive, article: Article, quote: str, version: int = 1) -> Citation:
    start = article.text.index(quote)
    return Citation(
        quote=quote, start=start, end=start + len(quote), article_id=article.article_id, version=version, title=article.title,
        url=article.url or "", source=article.source, published=article.published, language=article.language,
    )  # fmt: skip


def answered(*citations: Citation) -> Exchange:
    return Exchange("Why?", Answer("", citations=citations), ended=True)


def to_cards(archive: Archive, conversation: Conversation, language: str = "en", order: Order = "best") -> str:
    return html.unescape(write_cards(archive, conversation, language, order))


def marked(cards: str) -> list[str]:
    return re.findall(r"<mark [^>]*>(.*?)</mark>", cards, re.DOTALL)


def test_a_card_has_title_source_date_and_language_and_marks_the_quote(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        cards = to_cards(archive, (answered(cite(archive, DELEGATION, "Ein Termin steht noch nicht fest.")),))
    assert "Gespräche in Riad</span>" in cards
    assert "<span>Hafenblatt</span><span>13 February 2025 (date from the byline)</span><span>German</span>" in cards
    assert marked(cards) == ["Ein Termin steht noch nicht fest."]


def test_what_is_unknown_is_said(tmp_path: Path) -> None:
    bare = Article(text="Nobody knows where this was printed.")
    with news_archive(tmp_path, bare) as archive:
        cards = to_cards(archive, (answered(cite(archive, bare, bare.text)),))
    assert "Without a title" in cards
    assert "<span>unknown source</span><span>undated</span>" in cards
    assert "<a " not in cards


def test_an_earlier_version_is_shown_as_it_was_cited(tmp_path: Path) -> None:
    later = replace(BRIDGE, text="The Harbour Bridge is open again since Friday.")
    with news_archive(tmp_path) as archive:
        citation = cite(archive, BRIDGE, "Repairs will take nine weeks.")
        archive.add([(later, [whole_text(later)])])
        cards = to_cards(archive, (answered(citation),))
    assert marked(cards) == ["Repairs will take nine weeks."]
    assert "version 1 of 2: it has changed since" in cards
    assert '<del dir="auto">Repairs will take nine weeks.</del>' in cards
    assert '<ins dir="auto">The Harbour Bridge is open again since Friday.</ins>' in cards


def test_a_deleted_article_is_said_to_be_gone(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        citation = cite(archive, BRIDGE, "Repairs will take nine weeks.")
        archive.delete(BRIDGE.article_id)
        cards = to_cards(archive, (answered(citation),))
    assert "deleted from the archive" in cards


def test_everything_of_an_article_is_escaped(tmp_path: Path) -> None:
    trap = Article(
        text="<script>alert(1)</script> & ${alert(2)} {{x}}", title="<img src=x onerror=alert(3)>", source='"><b>', language='de" x="',
        url="https://a.example/'><script>",
    )  # fmt: skip
    with news_archive(tmp_path, trap) as archive:
        cards = write_cards(archive, (answered(cite(archive, trap, trap.text)),), "en")
    assert not re.search(r"<(?!/?(?:details|summary|span|div|mark|p|a)\b)", cards)
    assert "${" not in cards
    assert "{{" not in cards
    assert ' x="' not in cards
    assert marked(html.unescape(cards)) == [trap.text]


def test_only_web_addresses_are_links(tmp_path: Path) -> None:
    nowhere = Article(text="The ferry is late again.", url="https://user:secret@courier.example.org/ferry")
    with news_archive(tmp_path) as archive:
        citation = cite(archive, BRIDGE, "Repairs will take nine weeks.")
        good = to_cards(archive, (answered(citation),))
        archive.add([(nowhere, [whole_text(nowhere)])])
        bad = to_cards(archive, (answered(cite(archive, nowhere, nowhere.text)),))
    assert 'target="_blank" rel="noopener noreferrer nofollow"' in good
    assert "<a " not in bad


def test_a_very_long_text_is_shown_around_the_quote(tmp_path: Path) -> None:
    filler = "One more sentence of no importance at all. " * 2_000
    long = Article(text=f"{filler}Here it stands. {filler}".strip())
    with news_archive(tmp_path, long) as archive:
        cards = to_cards(archive, (answered(cite(archive, long, "Here it stands.")),))
    assert marked(cards) == ["Here it stands."]
    assert len(cards) < 40_000


def test_the_last_answers_cards_come_first_and_earlier_ones_are_folded(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        first = answered(cite(archive, BRIDGE, "Repairs will take nine weeks."))
        second = answered(cite(archive, DELEGATION, "Ein Termin steht noch nicht fest."))
        cards = to_cards(archive, (first, second))
    assert cards.index('id="source-2-1"') < cards.index('<details class="earlier">') < cards.index('id="source-1-1"')


def test_no_answer_has_no_cards(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        assert "appear here" in to_cards(archive, ())
        assert "appear here" in to_cards(archive, (Exchange("Why?"),))
        assert "No article stands behind" in to_cards(archive, (Exchange("Why?", note="stopped", ended=True),))


def test_an_article_has_one_card_with_all_its_quotes(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        quotes = [cite(archive, BRIDGE, quote) for quote in ("Repairs will take nine weeks.", "14,000 drivers")]
        cards = to_cards(archive, (answered(*quotes),))
    assert cards.count('<details class="card"') == 1
    assert marked(cards) == ["14,000 drivers", "Repairs will take nine weeks."]
    assert 'id="source-1-1"' in cards
    assert '<mark id="quote-1-2">14,000 drivers' in cards


def test_cards_are_sorted_best_or_newest_first(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        exchange = answered(
            cite(archive, FESTIVAL, "Tickets cost"), cite(archive, DELEGATION, "Ein Termin"), cite(archive, BRIDGE, "Repairs")
        )
        best, newest = (to_cards(archive, (exchange,), order=order) for order in ("best", "newest"))  # type: ignore[arg-type]
    titles = ("Festival programme", "Gespräche in Riad", "Harbour Bridge closed")
    assert [best.index(title) for title in titles] == sorted(best.index(title) for title in titles)
    # undated last
    assert newest.index(titles[2]) < newest.index(titles[1]) < newest.index(titles[0])


def test_papers_that_printed_the_same_are_folded_into_a_badge(tmp_path: Path) -> None:
    # long enough that sharing it is no chance
    wire = " ".join(f"The freighter lost power off the northern pier at {hour} o'clock and drifted {hour} miles." for hour in range(2, 20))
    papers = [
        Article(text=wire, title="Freighter adrift", source=name, url=f"https://{name}.example.org/a") for name in ("one", "two", "three")
    ]
    with news_archive(tmp_path, *papers) as archive:
        cards = to_cards(archive, (answered(cite(archive, papers[0], wire[:40])),))
    assert '<span class="badge" title="' in cards
    assert "+2 papers" in cards


def test_genre_and_corrections_are_said(tmp_path: Path) -> None:
    marked_up = replace(BRIDGE, genre="opinion", corrections=("An earlier version named the wrong pylon.",))
    with news_archive(tmp_path, marked_up) as archive:
        cards = to_cards(archive, (answered(cite(archive, marked_up, "Repairs")),), "de")
    assert '<span class="badge">Meinung</span><span class="badge">berichtigt</span>' in cards
    assert "Berichtigung: An earlier version named the wrong pylon." in cards
