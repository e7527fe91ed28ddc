"""Signing in, as people do: in Debian's Chromium."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import AnswerSettings, choose_model
from serving.audit import FILE
from serving.users import FILE as USERS_FILE
from serving.users import Users
from tests.news import news_archive
from tests.page import serving

pytest.importorskip("playwright", reason="playwright is not installed; run: pip install -e '.[test]'")
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed; run: apt-get install chromium")
PASSWORD = "correct horse battery"
QUESTION = "Who leads the US delegation?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("access")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    users = Users(folder / USERS_FILE)
    users.add("rita", "reader", PASSWORD)
    users.add("eddi", "editor", PASSWORD)
    with news_archive(folder) as archive, serving(archive, choose_model(AnswerSettings(model="none"))) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--no-proxy-server"])
        yield browser
        browser.close()


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def ask(page: Page) -> None:
    page.fill("#newsdesk-question textarea", QUESTION)
    page.press("#newsdesk-question textarea", "Enter")
    expect(page.locator("#newsdesk-chatbot .answer")).to_have_count(1, timeout=60_000)


def test_people_sign_in_ask_and_find_their_own_conversations_alone(browser: Browser, address: str, folder: Path, tmp_path: Path) -> None:
    first, second = browser.new_context(locale="en-GB"), browser.new_context(locale="en-GB")
    page = first.new_page()
    page.goto(address)
    expect(page).to_have_url(f"{address}/sign-in")
    sign_in(page, "rita", "wrong wrong wrong")
    expect(page.get_by_role("alert")).to_contain_text("do not belong together")
    sign_in(page, "rita")
    page.wait_for_selector("#newsdesk-start .welcome")
    ask(page)
    # a reader sees no form to add, and is told why
    page.get_by_role("tab", name="Archive").click()
    expect(page.get_by_text("added and deleted by editors")).to_be_visible()
    expect(page.locator("#newsdesk-add")).to_be_hidden()
    # from another browser the same person finds the conversation, another person does not
    other = second.new_page()
    other.goto(address)
    sign_in(other, "rita")
    expect(other.locator("#newsdesk-start .past li")).to_have_count(1)
    other.get_by_role("tab", name="Status").click()
    expect(other.locator("#newsdesk-status")).to_contain_text("Signed in as rita (reader).")
    other.get_by_role("button", name="Sign out").click()
    expect(other).to_have_url(f"{address}/sign-in")
    sign_in(other, "eddi")
    other.wait_for_selector("#newsdesk-start .welcome")
    expect(other.locator("#newsdesk-start .past li")).to_have_count(0)
    other.get_by_role("tab", name="Archive").click()
    expect(other.locator("#newsdesk-add")).to_be_visible()
    file = tmp_path / "tram.txt"
    file.write_text("The council of Kelmouth voted on Tuesday for a tram line to the harbour, which opens in two years. " * 3)
    other.set_input_files("#newsdesk-files input[type=file]", file)
    other.get_by_role("button", name="Add these files").click()
    expect(other.locator("#newsdesk-report")).to_contain_text("1 new", timeout=60_000)
    first.close()
    second.close()
    # who changed what is written down, without a word of it
    noted = [json.loads(line) for line in (folder / FILE).read_text().splitlines()]
    assert [(line["who"], line["what"]) for line in noted] == [
        ("rita", "sign-in refused"), ("rita", "signed in"), ("rita", "signed in"), ("eddi", "signed in"), ("eddi", "took in"),
    ]  # fmt: skip
    assert "Kelmouth" not in (folder / FILE).read_text()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_the_sign_in_page_fits_and_speaks_german(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="de-DE")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_label("Passwort")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
