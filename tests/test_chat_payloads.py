"""What would be active is inert: sixty texts in eight places, whole and in every state of a stream, read as HTML and as Markdown."""

import html
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from chat.browsing import write_article, write_freshness, write_list
from chat.cards import to_cards
from chat.conversation import Exchange, Found, Talk
from chat.markup import TAGS
from chat.messages import to_messages
from chat.past import to_past
from chat.sharing import to_markdown
from chat.start import to_start
from rag import Answer, AnswerSettings, Citation, Draft, Point, Sentence, choose_model, preview
from tests.news import news_archive, whole_text
from tests.payloads import PAYLOADS
from vectorstore import Archive, Article, SearchFilter, SourceState, Timestamp
from vectorstore.changes import compare_versions

QUOTES = choose_model(AnswerSettings(model="none"))
CITATION = Citation("It is shut.", 0, 11, "a", 1, "Title", "", "Paper", Timestamp(1, "day", "json-ld"), "en")


class Active(HTMLParser):
    """Collects what does something: other elements than ours, handlers, styles, addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS | {"em", "code", "hr"}:
            self.found.append(tag)
        for name, value in attrs:
            is_address = name == "href" and not (value or "").startswith(("#source-", "https://courier.example.org/"))
            if name.startswith("on") or name in ("style", "src", "srcset", "action", "background", "formaction") or is_address:
                self.found.append(f"{tag} {name}={value}")
            if name == "name" and value == "act" and tag != "button":
                self.found.append(tag)


def active(written: str) -> list[str]:
    """In the HTML as it is, and as a chatbot reads it: as Markdown that lets HTML through."""
    found: list[str] = []
    for text in (written, MarkdownIt("commonmark", {"html": True, "linkify": False}).render(written)):
        parser = Active()
        parser.feed(text)
        found += parser.found
    return found


def said(exchange: Exchange) -> str:
    return "".join(message["content"] for message in to_messages((exchange, exchange), "en"))


def answer_of(**changed: object) -> Exchange:
    return Exchange("Why?", Answer("", citations=(replace(CITATION, **changed),)), ended=True)  # type: ignore[arg-type]


def written(text: str) -> Exchange:
    unproven = Sentence(text, 0, len(text), "not in the sources", text)
    return Exchange("Why?", Answer(f"{text} [1]", citations=(CITATION,), model="test", sentences=(unproven,)), ended=True)


SLOTS: dict[str, Callable[[str], Exchange]] = {
    "question": lambda text: Exchange(text, Answer("", citations=(CITATION,)), ended=True),
    "answer": written,
    "draft": lambda text: Exchange("Why?", draft=preview(Draft(text=text, model="test"))),
    "quote": lambda text: answer_of(quote=text, translation=text),
    "source": lambda text: answer_of(source=text, language=text[:8]),
    "reason": lambda text: Exchange("Why?", Answer("No.", abstained=True, reason=text), ended=True, note=text),
    "direct": lambda text: Exchange(
        "Why?", Answer("", citations=(CITATION,), points=(Point(1, "holds", direct=(text,)),), form="timeline"), ended=True
    ),
    "limits": lambda text: Exchange(
        "Why?", Answer("Yes."), ended=True, filter=SearchFilter(sources=(text,), languages=(text[:9],)), next=(text,),
        found=(Found("a", text, text, 1),),
    ),
}  # fmt: skip


def test_there_are_sixty_payloads_and_eight_places() -> None:
    assert len(set(PAYLOADS)) == 60
    assert len(SLOTS) == 8


def test_the_eye_sees_what_is_active() -> None:
    for seen in ("<script>", "<img>", '<p style="x">', '<a href="javascript:x">', "![x](http://evil.example/p)", '<a onclick="x">', "<b>"):
        assert active(seen), seen
    assert active('<p class="x"><a href="#source-1-1">1</a></p>') == []


@pytest.mark.parametrize("slot", SLOTS)
def test_a_payload_in_a_conversation_is_text(slot: str) -> None:
    for payload in PAYLOADS:
        content = said(SLOTS[slot](payload))
        assert active(content) == [], f"{slot}: {payload}"


def prefixes(text: str) -> Iterator[str]:
    yield from (text[:end] for end in range(1, len(text) + 1))


def test_every_state_of_a_stream_is_text() -> None:
    states = 0
    for payload in PAYLOADS:
        for prefix in prefixes(f"It is shut. {payload} It is open."):
            shown = preview(Draft(text=prefix, model="test"))
            assert active(to_messages((Exchange("Why?", draft=shown),), "en")[1]["content"]) == [], prefix
            states += 1
    assert states > 2000


def test_a_payload_in_an_article_is_text_wherever_the_page_shows_it(tmp_path: Path) -> None:
    articles = [
        Article(
            text=f"It is shut. {payload} It is open.", title=payload, source=payload, section=payload, authors=(payload,), key=str(place),
            corrections=(payload,), metadata={"x": payload}, published=Timestamp(1 + place, "day", "json-ld"),
        )
        for place, payload in enumerate(PAYLOADS)
    ]  # fmt: skip
    with news_archive(tmp_path, *articles) as archive:
        later = [replace(article, text=article.text.replace("open", "closed"), published=None) for article in articles]
        archive.add([(article, [whole_text(article)]) for article in later])
        for article in articles:
            version = archive.get_article(article.article_id)
            pages = [write_article(archive, version, "en"), to_cards(archive, (cited(archive, article),), "en")]
            assert compare_versions(archive.get_article(article.article_id, 1), version).added
            for page in pages:
                assert active(page) == [], article.title
                assert html.unescape(page).count("It is") >= 2
        assert active(write_list(archive, archive.list_articles(), "en")) == []
        assert active(write_freshness(archive.sources(), "en")) == []
        talks = [Talk("r", payload, (Exchange(payload, ended=True),)) for payload in PAYLOADS]
        assert active(to_start(archive, PAYLOADS, talks, QUOTES, "en")) == []
        assert active(to_past(archive, talks, "en")) == []


def cited(archive: Archive, article: Article) -> Exchange:
    quote = article.text
    citation = replace(
        CITATION, quote=quote, start=0, end=len(quote), article_id=article.article_id, title=article.title, source=article.source
    )
    return Exchange(article.title, Answer("", citations=(citation,)), ended=True)


def test_a_source_is_text_in_a_table() -> None:
    states = [SourceState(payload, 1, None, 1) for payload in PAYLOADS]
    assert active(write_freshness(states, "en")) == []


ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
    "file:///etc/passwd", "https://user:word@courier.example.org/", "https://courier.example.org@evil.example/", "//evil.example/",
    "https://courier.example.org/" + "a" * 5000, "https://courier.example.org/\u202etxt.exe", "https://courier.example.org/\"onclick=x",
    "https://courier.example.org/ x", "ftp://courier.example.org/", "mailto:a@b.example", "http:evil.example", "blob:https://a.example/x",
    "https://", "https:///x", "http://[::1",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_no_plain_web_address_is_no_link(address: str) -> None:
    exchange = answer_of(url=address)
    assert "<a href" not in said(exchange).replace('<a class="mark"', "")
    assert "<http" not in to_markdown((exchange,))


def test_our_own_buttons_are_the_only_ones() -> None:
    content = said(SLOTS["answer"]("<button name=act value='forget:x'>x</button>"))
    assert "<button" not in content
