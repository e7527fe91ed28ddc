"""The chat as a reader meets it: in Debian's Chromium."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

import pytest

from benchmarks.processes import free_port
from chat.texts import TEXTS
from rag import Answer, AnswerSettings, ChosenModel, ask, build_chain
from rag.models import load_model
from tests.model_server import Reply, breaks_after, model_server, says
from tests.news import BRIDGE, news_archive
from tests.page import serving
from tests.payloads import PAYLOADS
from vectorstore import ArchiveSettings, Article, open_archive

pytest.importorskip("playwright", reason="playwright is not installed; run: pip install -e '.[test]'")
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed; run: apt-get install chromium")

ROOT = Path(__file__).parent.parent
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync "
    "--no-proxy-server"
)
# loading the embedding model takes most of it on a slow machine
PATIENCE_MS = 90_000
expect.set_options(timeout=30_000)
QUESTION = "who leads the US delegation?"
BOX = "#newsdesk-question textarea"
REPLY = "#newsdesk-chatbot [data-testid=bot]"
CARD = "#newsdesk-cards details.card"
EXAMPLE = "#newsdesk-start .example"
PLOT = "#newsdesk-plot :is(canvas, svg)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@contextmanager
def visit(
    browser: Browser, address: str, width: int = 1440, height: int = 900, scheme: str = "light", locale: str = "en-GB"
) -> Iterator[Page]:
    """A page of a reader of its own."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale=locale)  # type: ignore[arg-type]
    with watched(context, address) as page:
        yield page
    context.close()


@contextmanager
def watched(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page that must ask no other host for anything, log no error and open no dialogue."""
    page = context.new_page()
    requested: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.on("websocket", lambda socket: requested.append(socket.url))
    page.on("console", lambda message: errors.append(message.text) if is_bad(message.type, message.text) else None)
    page.on("pageerror", lambda error: errors.append(str(error)))

    def refuse(dialog: Dialog) -> None:
        errors.append(f"dialogue: {dialog.message}")
        # the page stands still until it is answered
        dialog.dismiss()

    page.on("dialog", refuse)
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.wait_for_selector("#newsdesk-start .welcome")
    yield page
    page.close()
    assert [url for url in requested if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []


GRADIOS_OWN = r"WARN The input spec uses Vega-Lite|WARN x-scale's \"zero\" is dropped|Method not implemented\.$"


def is_bad(kind: str, text: str) -> bool:
    # Gradio 6.31 gives its plots a specification older than the library that draws them, and closes an upload by what it has not written
    return kind in ("error", "warning") and not re.match(GRADIOS_OWN, text)


@contextmanager
def environment(**values: str) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def put(page: Page, question: str) -> None:
    page.fill(BOX, question)
    page.press(BOX, "Enter")


def put_and_wait(page: Page, question: str) -> None:
    answers = page.locator("#newsdesk-chatbot .answer")
    before = answers.count()
    put(page, question)
    expect(answers).to_have_count(before + 1, timeout=PATIENCE_MS)
    # the cards and what can be done with the answer come after it
    expect(page.locator("#newsdesk-copy")).to_be_visible(timeout=PATIENCE_MS)


# --- the samples, served by `python app.py`


@pytest.fixture(scope="module")
def archive_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("browser") / "data"


@pytest.fixture(scope="module")
def quiet() -> dict[str, str]:
    """The environment of the processes: no network and no model; `conftest` took away what the machine has set."""
    return {**os.environ, "NEWS_EMBEDDING": "bundled", "NEWS_MODEL": "none", "HF_HUB_OFFLINE": "1"}


@pytest.fixture(scope="module")
def served(archive_folder: Path, quiet: dict[str, str]) -> Iterator[str]:
    with chatting(archive_folder, quiet) as address:
        yield address


@contextmanager
def chatting(archive_folder: Path, quiet: dict[str, str], port: int = 0, samples: str = "samples") -> Iterator[str]:
    """`python app.py` in a process of its own."""
    port = port or free_port()
    command = [sys.executable, "app.py", "--archive", str(archive_folder), "--samples", samples, "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=quiet, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_until_up(address, process)
            yield address
        finally:
            process.terminate()


def _wait_until_up(address: str, process: "subprocess.Popen[str]") -> None:
    opener = build_opener(ProxyHandler({}))
    for _ in range(20 * PATIENCE_MS // 1000):
        if process.poll() is not None:
            pytest.fail(f"app.py ended: {process.stdout.read() if process.stdout else ''}")
        try:
            opener.open(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("app.py is not up")


def test_an_answer_is_shown_with_its_card_and_the_quote_marked_in_the_text(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, QUESTION)
        reply = page.locator(REPLY).last
        for name in ("Rubio", "Ratcliffe", "Waltz", "Witkoff", "13 February 2025"):
            expect(reply).to_contain_text(name)
        card = page.locator(CARD).first
        expect(card.locator(".text")).to_be_hidden()
        page.locator("#newsdesk-chatbot a.mark").first.click()
        expect(card).to_have_attribute("open", "")
        expect(card.locator(".heading .facts")).to_contain_text("13 February 2025 (date from the byline)")
        expect(card.locator(".heading .facts")).to_contain_text("German")
        expect(card.locator("mark")).to_be_in_viewport()
        assert card.locator("mark").inner_text() in reply.inner_text()


def test_browser_command_line_and_python_give_the_same_citations(
    browser: Browser, served: str, archive_folder: Path, quiet: dict[str, str]
) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, QUESTION)
        for summary in page.locator(f"{CARD} > summary").all():
            summary.click()
        shown = page.locator(f"{CARD} mark").all_inner_texts()
        titles = page.locator(f"{CARD} .title").all_inner_texts()
    command = [sys.executable, "-m", "rag", QUESTION, "--json", "--archive", str(archive_folder)]
    printed = json.loads(subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=True, timeout=120).stdout)
    with open_archive(ArchiveSettings(archive=archive_folder, embedding="bundled")) as archive:
        answer: Answer = ask(build_chain(archive), QUESTION)
    assert shown == [citation["quote"] for citation in printed["citations"]] == [citation.quote for citation in answer.citations]
    assert titles == [citation["title"] for citation in printed["citations"]]
    assert shown


def test_the_page_says_what_the_archive_holds_and_the_status_what_answers(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        expect(page.locator("#newsdesk-header")).to_contain_text(re.compile(r"\d+ articles from \d+ sources, newest 9 November 2025"))
        expect(page.locator("#newsdesk-start")).to_contain_text("NEWS_MODEL")
        page.get_by_role("tab", name="Status").click()
        status = page.locator("#newsdesk-status")
        for words in ("no language model", "all-MiniLM-L6-v2", "newsdesk reindex --model NAME", "gradio 6", "Hafenblatt"):
            expect(status).to_contain_text(words)


def test_an_example_is_asked_by_a_click_and_a_new_conversation_brings_the_examples_back(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        page.get_by_role("button", name="Did Alan Pryce resign?").click()
        expect(page.locator(REPLY).last).to_contain_text("denied")
        page.get_by_role("button", name="New conversation").click()
        expect(page.locator(REPLY)).to_have_count(0)
        expect(page.locator(CARD)).to_have_count(0)
        expect(page.locator(EXAMPLE)).to_have_count(4)
        # and what was asked can be opened again
        page.locator("#newsdesk-start .past .open").first.click()
        expect(page.locator(REPLY).last).to_contain_text("denied")
        expect(page.locator(CARD).first).to_be_visible()


def test_a_follow_up_is_understood_and_earlier_cards_stay_within_reach(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, "Did Alan Pryce resign?")
        put_and_wait(page, "And why did he?")
        expect(page.locator(REPLY).last).to_contain_text("Pryce")
        page.locator("#newsdesk-chatbot a.mark").first.click()
        expect(page.locator("#quote-1-1")).to_be_in_viewport()


@pytest.mark.parametrize("key", ["Enter", "click"])
def test_a_time_in_the_question_is_shown_and_can_be_taken_back(browser: Browser, served: str, key: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, "Did Alan Pryce resign in March 2025?")
        line = page.locator("#newsdesk-chatbot .understood")
        expect(line).to_contain_text("Understood as")
        chip = line.get_by_role("button", name="March 2025")
        if key == "click":
            chip.click()
        else:
            chip.focus()
            page.keyboard.press(key)
        expect(line).to_contain_text("any time")
        expect(page.locator(REPLY)).to_have_count(1)
        expect(page.locator(REPLY).last).to_contain_text("24 September 2025")


def test_limits_set_by_hand_stand_as_chips_and_hold_until_they_are_taken_away(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        menu = page.get_by_label("Limit to a source")
        menu.click()
        page.get_by_role("option", name="Nordwire", exact=True).click()
        limit = page.locator("#newsdesk-limited button")
        expect(limit).to_have_text("Nordwire ×")
        put(page, QUESTION)
        expect(page.locator(REPLY).last).to_contain_text("Nothing within the chosen sources answers this")
        limit.click()
        expect(limit).to_have_count(0)
        put(page, QUESTION)
        expect(page.locator(CARD).first).to_be_visible()
        for menu_name, name in (("Limit to a language", "German"), ("Limit to a genre", "report")):
            page.get_by_label(menu_name).click()
            page.get_by_role("option", name=name, exact=True).click()
            expect(limit.last).to_contain_text(name)
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator("#newsdesk-chatbot .understood").last).to_contain_text("in German")
        expect(page.locator(CARD).first).to_be_visible()
        for left in (1, 0):
            limit.first.click()
            expect(limit).to_have_count(left)
        page.get_by_label("Published on this day or later").fill("2031-01-01")
        page.get_by_label("Published on this day or later").press("Enter")
        expect(limit).to_have_text("since 1 January 2031 ×")
        page.get_by_label("Published on this day or earlier").fill("some day")
        page.get_by_label("Published on this day or earlier").press("Enter")
        expect(page.locator(".toast-body")).to_contain_text("some day")


def test_a_stretch_picked_in_the_plot_limits_the_answer_and_its_chip_takes_it_back(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, "Wie viele Menschen wurden beim Brand in Lindhorst verletzt?")
        plot = page.locator(PLOT).first
        expect(plot).to_be_visible()
        # Gradio takes no pick in the first second after it drew
        page.wait_for_timeout(1300)
        box = plot.bounding_box()
        assert box is not None
        # the last third of what was found
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.35)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + box["height"] * 0.35, steps=8)
        page.mouse.up()
        chip = page.locator("#newsdesk-chatbot .understood button.chip")
        expect(chip).to_contain_text("–")
        expect(page.locator(REPLY)).to_have_count(1)
        chip.click()
        expect(page.locator("#newsdesk-chatbot .understood button.chip")).to_have_count(0)


def test_silence_is_shown_with_its_reason_and_no_cards(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, "Who won the Oscars?")
        expect(page.locator(REPLY).last).to_contain_text("does not answer")
        expect(page.locator(CARD)).to_have_count(0)


def test_a_question_is_edited_in_place_and_a_next_one_is_a_click_away(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, "Did Alan Pryce resign?")
        page.get_by_role("button", name="Edit", exact=True).click()
        expect(page.locator(BOX)).to_have_value("Did Alan Pryce resign?")
        expect(page.locator(REPLY)).to_have_count(0)
        put_and_wait(page, QUESTION)
        page.locator("#newsdesk-chatbot .next").first.click()
        expect(page.locator(REPLY)).to_have_count(2)


def test_an_answer_is_copied_and_saved_with_its_sources(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        put_and_wait(page, QUESTION)
        page.get_by_role("button", name="Copy with sources").click()
        expect(page.get_by_text("Copied").first).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(QUESTION)
        assert "[1] “Die US-Delegation" in copied
        with page.expect_download() as download:
            page.get_by_role("button", name="Markdown").click()
        assert "[^1]: “Die US-Delegation" in Path(download.value.path()).read_text()


def test_an_answer_is_rated_with_a_reason_that_the_command_line_exports(
    browser: Browser, served: str, archive_folder: Path, quiet: dict[str, str]
) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, "Did Alan Pryce resign?")
        page.get_by_role("button", name="Not helpful").click()
        page.locator("#newsdesk-reason :is(input, textarea)").fill("The newer paper comes second.")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text("newsdesk feedback export")).to_be_visible()
    command = [sys.executable, "cli.py", "feedback", "export", "--archive", str(archive_folder)]
    printed = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=True, timeout=120).stdout
    assert json.loads(printed.splitlines()[-1])["reason"] == "The newer paper comes second."


@pytest.mark.parametrize(("width", "height", "scheme"), [(390, 844, "light"), (1600, 900, "dark")])
def test_nothing_is_wider_than_the_window_on_any_view(browser: Browser, served: str, width: int, height: int, scheme: str) -> None:
    with visit(browser, served, width, height, scheme) as page:
        assert overflow(page) == []
        put_and_wait(page, "Did Alan Pryce resign?")
        page.locator(f"{CARD} > summary").first.click()
        expect(page.locator("mark").first).to_be_visible()
        assert overflow(page) == []
        page.get_by_role("tab", name="Archive").click()
        page.locator("#newsdesk-list button").first.click()
        expect(page.locator("#newsdesk-article .reading")).to_be_visible()
        assert overflow(page) == []
        page.get_by_role("tab", name="Status").click()
        expect(page.locator("#newsdesk-status dl")).to_be_visible()
        assert overflow(page) == []


def overflow(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """() => [document.documentElement.scrollWidth - innerWidth > 0 ? 'the page' : '', ...[...document.querySelectorAll('main *')]
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => `${e.tagName}#${e.id}.${e.className}`)].filter(Boolean).slice(0, 5)"""
    )
    return found


def test_cards_and_views_open_from_the_keyboard(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        put_and_wait(page, QUESTION)
        page.locator(f"{CARD} > summary").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("mark").first).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "text"
        page.get_by_role("tab", name="Archive").focus()
        page.keyboard.press("Enter")
        page.locator("#newsdesk-list button").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#newsdesk-article .reading")).to_be_visible()


def test_a_german_browser_gets_a_german_page(browser: Browser, served: str) -> None:
    with visit(browser, served, locale="de-DE") as page:
        expect(page.locator("#newsdesk-header")).to_contain_text("Artikel aus")
        expect(page.locator("#newsdesk-start")).to_contain_text("Was möchten Sie wissen?")
        expect(page.locator(BOX)).to_have_attribute("placeholder", "Fragen Sie in jeder Sprache")
        put_and_wait(page, "Wer leitet die US-Delegation?")
        expect(page.locator("#newsdesk-chatbot .answer > .facts")).to_contain_text("Stand 13. Februar 2025")
        expect(page.get_by_role("button", name="Mit Quellen kopieren")).to_be_visible()
        page.get_by_role("tab", name="Archiv").click()
        expect(page.get_by_role("button", name="Finden")).to_be_visible()
        expect(page.locator("#newsdesk-list")).to_contain_text("Deutsch")


@pytest.mark.parametrize(
    ("locale", "hint", "holds", "genre"),
    [
        ("fr-CA", "Posez votre question dans n'importe quelle langue", "65 articles de", "compte rendu"),
        ("es-MX", "Pregunte en cualquier idioma", "65 artículos de", "noticia"),
        # not ours, whatever the reader likes second: what the server writes and what the browser writes are in one language
        ("nl-NL", "Ask in any language", "65 articles from", "report"),
    ],
)
def test_a_page_is_in_one_language_throughout(browser: Browser, served: str, locale: str, hint: str, holds: str, genre: str) -> None:
    language = locale[:2]
    context = browser.new_context(locale=locale, extra_http_headers={"accept-language": f"{locale},{language};q=0.9,de;q=0.8"})
    with watched(context, served) as page:
        expect(page.locator(BOX)).to_have_attribute("placeholder", hint)
        expect(page.locator("#newsdesk-header")).to_contain_text(holds)
        page.get_by_label(TEXTS.get(language, TEXTS["en"])["limit_genre"]).click()
        expect(page.get_by_role("option", name=genre, exact=True)).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", language if language in TEXTS else "en")
    context.close()


def test_on_a_telephone_what_was_chosen_comes_into_sight(browser: Browser, served: str) -> None:
    with visit(browser, served, width=390, height=844) as page:
        page.get_by_role("tab", name="Archive").click()
        page.locator("#newsdesk-list button").nth(1).click()
        expect(page.locator("#newsdesk-article .reading > h2")).to_be_in_viewport()
        page.get_by_role("tab", name="Ask").click()
        put_and_wait(page, "Did Alan Pryce resign?")
        page.locator("#newsdesk-chatbot a.mark").nth(1).click()
        expect(page.locator("#quote-1-2")).to_be_in_viewport()


def test_a_menu_that_is_left_by_the_keyboard_closes(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        page.get_by_label("Limit to a genre").focus()
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.get_by_label("Published on this day or later")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_label("Published on this day or earlier")).to_be_focused()
        expect(page.get_by_role("option")).to_have_count(0)


def test_a_reader_who_comes_back_to_the_archive_sees_what_is_still_looked_for(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        page.get_by_role("tab", name="Archive").click()
        titles = page.locator("#newsdesk-list .title")
        expect(titles.first).to_contain_text("Athletic stay third")
        page.get_by_label("Find articles").fill("Klarwasserbrücke")
        page.get_by_role("tab", name="Ask").click()
        page.get_by_role("tab", name="Archive").click()
        expect(titles.first).to_contain_text("Klarwasserbrücke")
        expect(page.get_by_label("Find articles")).to_have_value("Klarwasserbrücke")


def test_axe_finds_nothing_serious_on_any_view(browser: Browser, served: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed; run: pip install -e '.[test]'").Axe()
    for scheme in ("light", "dark"):
        with visit(browser, served, scheme=scheme) as page:
            serious(axe, page, "start")
            put_and_wait(page, "Wie viele Menschen wurden beim Brand in Lindhorst verletzt?")
            page.locator(f"{CARD} > summary").first.click()
            serious(axe, page, "answer")
            page.get_by_role("tab", name="Archive").click()
            page.locator("#newsdesk-list button").first.click()
            expect(page.locator("#newsdesk-article .reading")).to_be_visible()
            serious(axe, page, "archive")
            page.get_by_role("tab", name="Status").click()
            expect(page.locator("#newsdesk-status dl")).to_be_visible()
            serious(axe, page, "status")


def serious(axe: Any, page: Page, view: str) -> None:
    found = axe.run(page).response["violations"]
    grave = [
        f"{view}: {one['id']} {node['html'][:160]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]
    assert grave == []


def test_the_archive_is_searched_and_filtered(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        page.get_by_role("tab", name="Archive").click()
        listed = page.locator("#newsdesk-list")
        expect(listed.locator("li")).to_have_count(30)
        page.get_by_role("button", name="Show more").click()
        expect(listed.locator("li")).not_to_have_count(30)
        page.get_by_label("Find articles").fill("Klarwasserbrücke")
        page.get_by_role("button", name="Find", exact=True).click()
        expect(listed.locator("li").first).to_contain_text("Klarwasserbrücke")
        listed.locator("button").first.click()
        article = page.locator("#newsdesk-article")
        expect(article).to_contain_text("version 2, the current one")
        article.locator(".versions summary").click()
        expect(article.locator("del").first).to_be_visible()
        page.get_by_label("From").fill("yesterday")
        page.get_by_role("button", name="Find", exact=True).click()
        expect(listed).to_contain_text("“yesterday” is no day")


def test_an_uploaded_article_is_read_answers_and_is_deleted_without_a_trace(browser: Browser, served: str, archive_folder: Path) -> None:
    paragraph = "The quince harvest at Ostermoor was ruined by a hailstorm on Friday night, said the grower Wiebke Tammena. "
    text = "Hail ruins the quince harvest\n\n12 November 2025\n\n" + paragraph + "She expects to sell nothing this year. " * 6
    with visit(browser, served) as page:
        page.get_by_role("tab", name="Archive").click()
        files = [{"name": "quince.txt", "mimeType": "text/plain", "buffer": text.encode()}]
        page.locator("#newsdesk-files input[type=file]").set_input_files(
            [*files, {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" "}]
        )  # type: ignore[arg-type,list-item]
        page.get_by_role("button", name="Add these files").click()
        report = page.locator("#newsdesk-report")
        expect(report).to_contain_text("1 new, 0 updated, 0 unchanged", timeout=120_000)
        expect(report).to_contain_text("empty.txt: ")
        expect(report).not_to_contain_text("/tmp")
        page.get_by_role("tab", name="Ask").click()
        put_and_wait(page, "What ruined the quince harvest at Ostermoor?")
        expect(page.locator(REPLY).last).to_contain_text("hailstorm")
        page.get_by_role("tab", name="Archive").click()
        page.locator("#newsdesk-list button", has_text="Hail ruins").first.click()
        page.get_by_role("button", name="Delete…").click()
        expect(page.locator("#newsdesk-confirm")).to_contain_text("Hail ruins the quince harvest")
        page.get_by_role("button", name="Delete for good").click()
        expect(report).to_contain_text("is deleted")
        page.get_by_role("tab", name="Ask").click()
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(REPLY).last).to_contain_text("does not answer")
        page.get_by_role("button", name="New conversation").click()
    for file in archive_folder.glob("conversations.sqlite*"):
        assert b"hailstorm" not in file.read_bytes()


def test_an_address_that_is_none_is_refused_in_a_line_and_a_feed_is_followed(browser: Browser, served: str) -> None:
    with visit(browser, served) as page:
        page.get_by_role("tab", name="Archive").click()
        for address in ("/etc/passwd", "file:///etc/passwd", "data"):
            page.get_by_label("Address of a page or a feed").fill(address)
            page.get_by_role("button", name="Add", exact=True).click()
            expect(page.locator("#newsdesk-report")).to_contain_text("That is no address")
        page.get_by_label("Address of a page or a feed").fill("https://courier.example.org/feed.xml")
        page.get_by_role("button", name="Follow", exact=True).click()
        followed = page.locator("#newsdesk-follows")
        expect(followed).to_contain_text("https://courier.example.org/feed.xml")
        expect(followed).to_contain_text("not read yet")
        followed.get_by_role("button", name="no longer").click()
        expect(followed.locator("li")).to_have_count(0)


def test_ten_readers_at_once_get_each_their_own_answer(browser: Browser, served: str) -> None:
    asked = {QUESTION: "Rubio", "Did Alan Pryce resign?": "denied", "Wer ist Oberbürgermeisterin von Nordmünde?": "Nordmünde"}
    questions = [list(asked)[number % len(asked)] for number in range(10)]
    contexts = [browser.new_context(locale="en-GB") for _ in questions]
    with ExitStack() as stack:
        pages = [stack.enter_context(watched(context, served)) for context in contexts]
        for page, question in zip(pages, questions, strict=True):
            put(page, question)
        for page, question in zip(pages, questions, strict=True):
            expect(page.locator("#newsdesk-chatbot .answer")).to_have_count(1, timeout=PATIENCE_MS)
            expect(page.locator(REPLY)).to_contain_text(asked[question])
            expect(page.locator("#newsdesk-chatbot [data-testid=user]")).to_have_text(question)
    for context in contexts:
        context.close()


def test_conversations_survive_a_restart_and_are_their_readers_alone(browser: Browser, tmp_path: Path, quiet: dict[str, str]) -> None:
    port = free_port()
    mine, theirs = browser.new_context(locale="en-GB"), browser.new_context(locale="en-GB")
    few = tmp_path / "few"
    few.mkdir()
    for file in (ROOT / "samples").rglob("port-chief-*"):
        shutil.copy(file, few)
    with chatting(tmp_path / "data", quiet, port, str(few)) as address, watched(mine, address) as page:
        put_and_wait(page, "Did Alan Pryce resign?")
    with chatting(tmp_path / "data", quiet, port, str(few)) as address:
        with watched(theirs, address) as page:
            expect(page.locator("#newsdesk-start .past")).to_have_count(0)
        with watched(mine, address) as page:
            page.locator("#newsdesk-start .past .open", has_text="Did Alan Pryce resign?").click()
            expect(page.locator(REPLY).last).to_contain_text("denied")
            page.get_by_role("button", name="New conversation").click()
            page.get_by_role("button", name="Forget the conversation").click()
            expect(page.locator("#newsdesk-start .past")).to_have_count(0)
    mine.close()
    theirs.close()


# --- a model that writes, with a small archive in this process


@contextmanager
def writing(folder: Path, behaviour: Callable[[Reply], None], *articles: Article) -> Iterator[str]:
    """The chat on a few articles, with a model behind a real server."""
    with environment(OPENAI_API_KEY="none"), news_archive(folder, *articles) as archive, model_server(behaviour) as server:
        chosen = ChosenModel(load_model("openai:test", AnswerSettings(model_url=server.url)), "openai:test")
        with serving(archive, chosen) as address:
            yield address


def slowly(text: str, pause_seconds: float = 0.03) -> Callable[[Reply], None]:
    """Says a text three letters at a time, so that its marks arrive in pieces."""

    def behaviour(reply: Reply) -> None:
        reply.start()
        written = text.format(*reply.marks)
        for at in range(0, len(written), 3):
            reply.send(written[at : at + 3])
            reply.server.closing.wait(pause_seconds)
        reply.end()

    return behaviour


def endlessly(reply: Reply) -> None:
    reply.start()
    while not reply.server.closing.is_set():
        reply.send("The bridge was closed on Monday. ")
        reply.server.closing.wait(0.05)


# what no text may make of itself; drawings of Gradio's own have no handlers
ACTIVE = (
    "main :is(.prose :is(img, iframe, object, embed, video, audio, form, style, svg, input, select), script, base, meta, link, "
    "[onerror], [onload])"
)
ASKED = "Why was the Harbour Bridge closed?"
CRACK = "The Harbour Bridge was closed on Monday after engineers found a crack in the northern pylon"


def test_a_written_answer_streams_without_marks_and_ends_with_links_to_its_cards(browser: Browser, tmp_path: Path) -> None:
    with writing(tmp_path, slowly(CRACK + " [{0}].")) as address, visit(browser, address) as page:
        # every state of the reply, as a reader could see it
        page.evaluate(
            f"""() => {{ window.seen = []; new MutationObserver(() => window.seen.push(document.querySelector('{REPLY}')?.innerText ?? ''))
            .observe(document.querySelector('#newsdesk-chatbot'), {{subtree: true, childList: true, characterData: true}}); }}"""
        )
        put_and_wait(page, ASKED)
        seen: list[str] = page.evaluate("window.seen")
        growing = {state for state in seen if state.startswith("The Harbour")}
        assert len(growing) >= 3
        assert not any("[" in state for state in seen)
        expect(page.locator("#newsdesk-chatbot a.mark")).to_have_text("1")
        page.locator("#newsdesk-chatbot a.mark").click()
        expect(page.locator("mark")).to_have_text(BRIDGE.text.split(". ")[0] + ".", use_inner_text=True)


def test_a_mark_that_is_clicked_before_its_card_has_come_opens_it_then(browser: Browser, tmp_path: Path) -> None:
    with writing(tmp_path, says(CRACK + " [{0}].")) as address, visit(browser, address) as page:
        # quicker than any reader: in the moment in which the answer is drawn
        page.evaluate(
            """() => new MutationObserver((_, clicker) => {
                const mark = document.querySelector('#newsdesk-chatbot a.mark');
                if (!mark) return;
                window.cards = document.querySelectorAll('#newsdesk-cards details.card').length;
                clicker.disconnect();
                mark.click();
            }).observe(document.querySelector('#newsdesk-chatbot'), {subtree: true, childList: true})"""
        )
        put_and_wait(page, ASKED)
        expect(page.locator("mark")).to_be_visible()
        assert page.evaluate("window.cards") == 0
        assert "source-" not in page.url


def test_an_answer_can_be_stopped_and_asked_again(browser: Browser, tmp_path: Path) -> None:
    with writing(tmp_path, endlessly) as address, visit(browser, address) as page:
        put(page, ASKED)
        expect(page.locator("#newsdesk-chatbot .draft")).to_be_visible()
        page.get_by_role("button", name="Stop").click()
        expect(page.locator(REPLY)).to_have_text("Stopped before the quotes were checked.")
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator("#newsdesk-chatbot .draft")).to_be_visible()
        page.get_by_role("button", name="Stop").click()
        expect(page.locator(REPLY)).to_have_text("Stopped before the quotes were checked.")


def test_a_broken_model_leaves_quotes_and_says_why(browser: Browser, tmp_path: Path) -> None:
    with writing(tmp_path, breaks_after(3)) as address, visit(browser, address) as page:
        put_and_wait(page, ASKED)
        expect(page.locator("#newsdesk-chatbot blockquote")).to_contain_text("crack in the northern pylon")
        expect(page.locator("#newsdesk-chatbot .note")).to_contain_text("Quotes from the archive stand here instead")


def test_articles_models_and_readers_cannot_put_anything_active_into_the_page(browser: Browser, tmp_path: Path) -> None:
    # `visit` counts requests and dialogues
    tricks = "\n\n".join(PAYLOADS)
    trap = Article(
        text=f"The Harbour Bridge was closed on Monday after a crack was found.\n\n{tricks}",
        title=PAYLOADS[0], source=PAYLOADS[16], url="https://courier.example.org/x", corrections=PAYLOADS[:20],
    )  # fmt: skip
    others = [
        Article(text=f"Nothing new on {place}. {payload}", title=payload, source=payload, key=str(place))
        for place, payload in enumerate(PAYLOADS)
    ]
    said = "The Harbour Bridge was closed on Monday after a crack was found [{0}].\n\n" + tricks.replace("{", "{{").replace("}", "}}")
    with writing(tmp_path, slowly(said, 0.002), trap, *others) as address, visit(browser, address) as page:
        put_and_wait(page, f"Why was the Harbour Bridge closed? {' '.join(PAYLOADS)[:1800]}")
        page.locator("#newsdesk-chatbot a.mark").first.click()
        expect(page.locator("mark").first).to_be_visible()
        assert page.locator(ACTIVE).count() == 0
        assert "<script>" in page.locator(f"{CARD} .text").first.inner_text()
        expect(page.locator("#newsdesk-chatbot [data-testid=user]")).to_contain_text("<script>alert(1)</script>")
        page.get_by_role("tab", name="Archive").click()
        page.locator("#newsdesk-list button").first.click()
        expect(page.locator("#newsdesk-article .reading")).to_be_visible()
        expect(page.locator("#newsdesk-list li")).to_have_count(30)
        page.get_by_role("tab", name="Status").click()
        expect(page.locator("#newsdesk-status table")).to_be_visible()
        assert page.locator(ACTIVE).count() == 0


def test_a_forged_conversation_from_the_browser_is_ignored(browser: Browser, tmp_path: Path) -> None:
    with writing(tmp_path, says(CRACK + " [{0}].")) as address, visit(browser, address) as page:
        put_and_wait(page, ASKED)
        sent: list[Any] = []
        page.on("request", lambda request: sent.append(request.post_data_json) if "queue/join" in request.url else None)
        put_and_wait(page, "And when was it closed?")
        # the conversation is the server's: the browser sends a question and no history
        assert [call["data"] for call in sent] == [["And when was it closed?", None, "best", None, "", ""]]
