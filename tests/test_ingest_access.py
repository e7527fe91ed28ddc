"""How much of an article its page gives."""

import json

import pytest

from ingest.access import is_short_of
from ingest.html import read_html

PARAGRAPH = (
    "The council of Kelmouth voted on Tuesday for a tram line to the harbour. It will cost 40 million pounds and open in two years, "
    "the mayor said after the meeting, which lasted until midnight. Shopkeepers fear the works; cyclists hope for a path beside the rails. "
)


def page(facts: dict[str, object], body: str) -> bytes:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Trams", **facts}
    head = f"<head><script type='application/ld+json'>{json.dumps(node)}</script></head>"
    return f"<html>{head}<body><article><h1>Trams</h1>{body}</article></body></html>".encode()


CLOSED = {"isAccessibleForFree": False, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".closed"}}
WHOLE = f"<p>{PARAGRAPH}</p><div class='closed'><p>{PARAGRAPH}</p></div>"


@pytest.mark.parametrize(
    ("facts", "body", "access"),
    [
        ({}, f"<p>{PARAGRAPH}</p>", None),
        ({"isAccessibleForFree": True}, f"<p>{PARAGRAPH}</p>", "free"),
        ({"isAccessibleForFree": "https://schema.org/True"}, f"<p>{PARAGRAPH}</p>", "free"),
        (CLOSED, WHOLE, "paywalled"),
        (CLOSED, f"<p>{PARAGRAPH}</p><div class='closed'></div>", "teaser"),
        (CLOSED, f"<p>{PARAGRAPH}</p>", "teaser"),
        ({"isAccessibleForFree": "false"}, f"<p>{PARAGRAPH * 3}</p>", "paywalled"),
        ({"isAccessibleForFree": False}, f"<p>{PARAGRAPH}</p><p>Subscribe to continue reading</p>", "teaser"),
        ({"wordCount": 900}, f"<p>{PARAGRAPH}</p>", "teaser"),
        ({"wordCount": "55"}, f"<p>{PARAGRAPH}</p>", None),
        ({}, f"<p>{PARAGRAPH}</p><p>Weiterlesen mit unserem Abo</p>", "teaser"),
        ({}, f"<p>{PARAGRAPH}</p><p>Cet article est réservé aux abonnés</p>", "teaser"),
        ({}, f"<p>{PARAGRAPH}</p><p>Contenido exclusivo para suscriptores</p>", "teaser"),
        ({}, "".join(f"<p>{number}. {PARAGRAPH}</p>" for number in range(9)) + "<p>Already a subscriber? Log in.</p>", None),
    ],
)
def test_access_is_what_the_page_says_and_shows(facts: dict[str, object], body: str, access: str | None) -> None:
    assert read_html(page(facts, body), "page.html").access == access


def test_a_text_far_shorter_than_the_feeds_is_a_teaser() -> None:
    assert is_short_of("It began well.", 300)
    assert not is_short_of("one two three " * 90, 300)
    assert not is_short_of("滨江港四号自动化码头启用", 300)
