"""Pictures of the chat for the documentation: `python -m benchmarks pictures`, with Debian's Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.chat import FLAGS, chatting

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
BOX = "#newsdesk-question textarea"


@dataclass(frozen=True, slots=True)
class Window:
    """A browser window."""

    width: int
    height: int
    scheme: str = "light"
    locale: str = "en-GB"


DESK, DARK, TELEPHONE = Window(1600, 900), Window(1600, 900, "dark"), Window(390, 844)


def take_pictures() -> list[str]:
    """Takes the pictures in docs/pictures anew; their names."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, chatting(Path(folder) / "data") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        take(browser, address)
        browser.close()
    return sorted(file.name for file in FOLDER.glob("*.png"))


def take(browser: Any, address: str) -> None:  # Playwright is a test's dependency
    """Each state by itself, so that one can be added without the others."""
    with page_in(browser, address, DESK) as page:
        save(page, "start")
        ask(page, "Did Alan Pryce resign?")
        page.locator("#newsdesk-chatbot a.mark").first.click()
        save(page, "answer")
        page.get_by_role("tab", name="Archive").click()
        page.get_by_label("Find articles").fill("Klarwasserbrücke")
        page.get_by_role("button", name="Find", exact=True).click()
        page.locator("#newsdesk-list button", has_text="Klarwasserbrücke").first.click()
        page.locator(".versions summary").click()
        save(page, "archive")
        page.get_by_role("tab", name="Status").click()
        page.wait_for_selector("#newsdesk-status dl")
        save(page, "status")
    with page_in(browser, address, DARK) as page:
        ask(page, "How many people were injured in the fire at Lindhorst?")
        save(page, "dark")
    with page_in(browser, address, TELEPHONE) as page:
        ask(page, "who leads the US delegation?")
        save(page, "telephone")
    with page_in(browser, address, Window(1600, 900, "light", "de-DE")) as page:
        ask(page, "Wer war 2024 Oberbürgermeisterin von Nordmünde?")
        save(page, "german")


@contextmanager
def page_in(browser: Any, address: str, window: Window) -> Iterator[Any]:
    size = {"width": window.width, "height": window.height}
    context = browser.new_context(viewport=size, color_scheme=window.scheme, locale=window.locale)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#newsdesk-start .example")
    yield page
    context.close()


def ask(page: Any, question: str) -> None:
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_selector("#newsdesk-chatbot .answer")
    page.wait_for_selector("#newsdesk-actions button")


def save(page: Any, name: str) -> None:
    # what moves comes to rest: the plot is drawn after everything else
    page.wait_for_timeout(1500)
    page.mouse.move(0, 0)
    page.screenshot(path=FOLDER / f"{name}.png", scale="css")
