"""The page on which people sign in, and what it does. It works without a script."""

import hashlib
import html
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from chat.texts import browser_language, say
from serving.access import SESSION_COOKIE, address_of, session_of
from serving.audit import Audit
from serving.rates import MakeRates, Rate, Rates
from serving.routes import SIGN_IN_ROUTE, SIGN_OUT_ROUTE
from serving.users import SESSION_SECONDS, Users
from vectorstore import ArchiveError

if TYPE_CHECKING:
    from fastapi import FastAPI

log = logging.getLogger(__name__)

# who tried to sign in by a name that nobody has; the name itself is not written down
UNKNOWN: Final = "unknown"

# of one name, and of one address, which a whole office may share
TRIES_OF_NAME = Rate(5, 10)
TRIES_OF_ADDRESS = Rate(30, 60)
LONGEST_FORM = 8_000

PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · Newsdesk</title>
<style>
:root {{ color-scheme: light dark; --paper: #faf9f6; --sheet: #fff; --ink: #1d1c1a; --rule: #8d887e; --accent: #0b5a60; --wrong: #a1361f; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --paper: #171614; --sheet: #1f1e1b; --ink: #e9e6df; --rule: #7d786e; --accent: #7fc6c8; --wrong: #f09a80; }}
}}
* {{ box-sizing: border-box; }}
body {{ margin: 0; padding: 12vh 16px 16px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }}
main {{ max-width: 360px; margin: 0 auto; }}
h1 {{ margin: 0 0 4px; font: 600 30px/1.25 "Iowan Old Style", Palatino, "Noto Serif", Georgia, serif; }}
p {{ margin: 0 0 20px; }}
label {{ display: block; margin: 0 0 14px; font-size: 14px; }}
input {{ display: block; width: 100%; margin-top: 4px; padding: 10px 12px; font: inherit; font-size: 16px; color: inherit;
  background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; }}
button {{ width: 100%; padding: 11px; font: 600 16px/1.4 system-ui, sans-serif; color: var(--paper); background: var(--accent);
  border: 0; border-radius: 8px; cursor: pointer; }}
:is(input, button):focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }}
.warning {{ color: var(--wrong); }}
</style></head>
<body><main><h1>Newsdesk</h1><p>{title}</p>{warning}
<form method="post" action="{action}">
<label>{name_label}
<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required autofocus></label>
<label>{password_label}
<input name="password" type="password" autocomplete="current-password" maxlength="1000" required></label>
<button type="submit">{button}</button>
</form></main></body></html>
"""


def add_sign_in(app: "FastAPI", users: Users, audit: Audit, make_rates: MakeRates) -> None:
    """Routes that show the page, take what was filled in, and end a session."""
    entrance = Entrance(users, audit, make_rates("names", TRIES_OF_NAME), make_rates("addresses", TRIES_OF_ADDRESS))

    @app.get(SIGN_IN_ROUTE)
    def show(request: Request) -> Response:
        return write_page(request.headers)

    @app.post(SIGN_IN_ROUTE)
    async def take(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        name, password = read_form(await request.body())
        try:
            return await run_in_threadpool(entrance.enter, request, name, password)
        except ArchiveError as error:
            log.error("nobody can sign in: %s", error)
            return write_page(request.headers, "sign_in_away", 503, {"Retry-After": "5"})

    @app.post(SIGN_OUT_ROUTE)
    def leave(request: Request) -> Response:
        try:
            if secret := session_of(request.headers):
                users.close_session(secret)
        except ArchiveError as error:
            log.error("a session cannot be ended: %s", error)
            return write_page(request.headers, "sign_in_away", 503, {"Retry-After": "5"})
        response = RedirectResponse(SIGN_IN_ROUTE, 303)
        response.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="lax")
        return response


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who may come in by name and password. A wrong password costs a try of its name and one of its address; a right one costs nothing."""

    users: Users
    audit: Audit
    of_names: Rates
    of_addresses: Rates

    def enter(self, request: Request, name: str, password: str) -> Response:
        """What becomes of a form that was filled in. Raises ArchiveError when users cannot be looked up."""
        address = address_of(request.scope)
        if seconds := self._take(name, address):
            return write_page(request.headers, "sign_in_later", 429, {"Retry-After": str(int(seconds) + 1)})
        caller = self.users.check_password(name, password)
        if caller is None:
            # what nobody is called may be a password that was typed into the wrong field
            who = name if self.users.has(name) else UNKNOWN
            self.audit.note(who, "sign-in refused", address=address)
            return write_page(request.headers, "sign_in_wrong", 401)
        self.of_names.give_back(_bucket(name))
        self.of_addresses.give_back(address)
        secret = self.users.open_session(caller.name)
        self.audit.note(caller.name, "signed in", address=address)
        response = RedirectResponse("/", 303)
        is_secure = request.url.scheme == "https"
        response.set_cookie(SESSION_COOKIE, secret, SESSION_SECONDS, path="/", secure=is_secure, httponly=True, samesite="lax")
        return response

    def _take(self, name: str, address: str) -> float:
        """0, or the seconds until the next try. Before the password is looked at: a hundred tries at once are no way around it."""
        seconds = self.of_addresses.take(address)
        if not seconds and (seconds := self.of_names.take(_bucket(name))):
            self.of_addresses.give_back(address)
        return seconds


def _bucket(name: str) -> str:
    """Under which the tries of a name are counted: not kept as it is typed, for the same reason."""
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()


def read_form(body: bytes) -> tuple[str, str]:
    """Name and password of a form; empty where it is none."""
    try:
        fields = parse_qs(body[:LONGEST_FORM].decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=10)
    except ValueError:
        return "", ""
    return fields.get("name", [""])[0].strip(), fields.get("password", [""])[0]


def write_page(headers: Headers, warning: str = "", status: int = 200, more: dict[str, str] | None = None) -> Response:
    """The page in the reader's language; `warning` is the name of a text."""
    language = browser_language(headers.get("accept-language", ""))
    told = f'<p class="warning" role="alert">{html.escape(say(warning, language))}</p>' if warning else ""
    named = {"title": "sign_in_title", "name_label": "sign_in_name", "password_label": "sign_in_password", "button": "sign_in_button"}
    texts = {name: html.escape(say(text, language)) for name, text in named.items()}
    page = PAGE.format(language=language, warning=told, action=SIGN_IN_ROUTE, **texts)
    return HTMLResponse(page, status, {"Cache-Control": "no-store", **(more or {})})
