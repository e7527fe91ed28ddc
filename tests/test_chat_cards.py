"""The cards: the cited version's text with the quote marked."""

import html
import re
from dataclasses import replace
from pathlib import Path

from chat.cards import EMPTY, NOTHING, to_cards
from chat.conversation import Exchange
from rag import Answer, Citation
from tests.news import BRIDGE, DELEGATION, news_archive, whole_text
from vectorstore import Archive, Article


def cite(archive: Archive, article: Article, quote: str, version: int = 1) -> Citation:
    start = article.text.index(quote)
    return Citation(
        quote=quote, start=start, end=start + len(quote), article_id=article.article_id, version=version, title=article.title,
        url=article.url or "", source=article.source, published=article.published, language=article.language,
    )  # fmt: skip


def answered(*citations: Citation) -> Exchange:
    return Exchange("Why?", Answer("", citations=citations), ended=True)


def marked(cards: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r"<mark>(.*?)</mark>", cards, re.DOTALL)]


def test_a_card_has_title_source_date_and_language_and_marks_the_quote(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        cards = to_cards(archive, (answered(cite(archive, DELEGATION, "Ein Termin steht noch nicht fest.")),))
    assert "Gespräche in Riad</span>" in cards
    assert "<span>Hafenblatt</span><span>13 February 2025</span><span>German</span>" in cards
    assert "Date from the byline" in cards
    assert marked(cards) == ["Ein Termin steht noch nicht fest."]


def test_what_is_unknown_is_said(tmp_path: Path) -> None:
    bare = Article(text="Nobody knows where this was printed.")
    with news_archive(tmp_path, bare) as archive:
        cards = to_cards(archive, (answered(cite(archive, bare, bare.text)),))
    assert "Without a title" in cards
    assert "<span>source unknown</span><span>date unknown</span></span>" in cards
    assert "<a " not in cards


def test_an_earlier_version_is_shown_as_it_was_cited(tmp_path: Path) -> None:
    later = replace(BRIDGE, text="The Harbour Bridge is open again since Friday.")
    with news_archive(tmp_path) as archive:
        citation = cite(archive, BRIDGE, "Repairs will take nine weeks.")
        archive.add([(later, [whole_text(later)])])
        cards = to_cards(archive, (answered(citation),))
    assert marked(cards) == ["Repairs will take nine weeks."]
    assert "the article has changed since, to version 2" in html.unescape(cards)


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
        cards = to_cards(archive, (answered(cite(archive, trap, trap.text)),))
    assert not re.search(r"<(?!/?(?:details|summary|span|div|mark|p|a)\b)", cards)
    assert "${" not in cards
    assert "{{" not in cards
    assert ' x="' not in cards
    assert marked(cards) == [trap.text]


def test_only_web_addresses_are_links(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        citation = cite(archive, BRIDGE, "Repairs will take nine weeks.")
        good = to_cards(archive, (answered(citation),))
        bad = to_cards(archive, (answered(replace(citation, url="javascript:alert(1)")),))
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
        assert to_cards(archive, ()) == EMPTY
        assert to_cards(archive, (Exchange("Why?"),)) == EMPTY
        assert to_cards(archive, (Exchange("Why?", note="Stopped", ended=True),)) == NOTHING
