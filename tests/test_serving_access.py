"""Who may come in, and what they may do there."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from cli import main
from serving.access import SESSION_COOKIE, Access, Proxy, read_networks
from serving.audit import FILE, Audit
from serving.caller import Role
from serving.guard import Limits
from serving.rates import OwnRates, Rate, Rates
from serving.readers import Readers
from serving.users import FILE as USERS_FILE
from serving.users import Users
from tests.api import access_api
from tests.news import BRIDGE, news_archive
from tests.servers import PostgresServer
from vectorstore import Archive

PASSWORD = "correct horse battery"
WORDS = "The council of Kelmouth voted on Tuesday for a tram line to the harbour, which opens in two years. " * 3
# what each role may: the least one of them
ROUTES: list[tuple[str, str, dict[str, object] | None, Role]] = [
    ("POST", "/v1/ask", {"question": "Who leads the US delegation?"}, "reader"),
    ("GET", "/v1/search?q=bridge", None, "reader"),
    ("GET", "/v1/articles", None, "reader"),
    ("GET", f"/v1/articles/{BRIDGE.article_id}", None, "reader"),
    ("GET", "/v1/models", None, "reader"),
    ("POST", "/v1/chat/completions", {"messages": [{"role": "user", "content": "Who leads the US delegation?"}]}, "reader"),
    ("GET", "/v1/openapi.json", None, "reader"),
    ("POST", "/mcp", {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}, "reader"),
    ("POST", "/v1/ingest", {"articles": [{"text": WORDS}]}, "editor"),
    ("GET", "/v1/jobs", None, "editor"),
    ("DELETE", "/v1/articles/0000", None, "editor"),
    ("GET", "/metrics", None, "admin"),
]
ROLES: tuple[Role, ...] = ("reader", "editor", "admin")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with news_archive(tmp_path_factory.mktemp("access")) as archive:
        yield archive


@pytest.fixture(scope="module", params=["embedded", "servers"])
def server(request: pytest.FixtureRequest) -> PostgresServer | None:
    """Where users and audit log are; None for the archive's folder."""
    return request.getfixturevalue("postgres") if request.param == "servers" else None


@pytest.fixture(scope="module")
def users(archive: Archive, server: PostgresServer | None) -> Iterator[Users]:
    users = Users(server.new_address() if server else archive.path / USERS_FILE)
    for role in ROLES:
        users.add(role, role, PASSWORD)
    yield users
    users.close()


@pytest.fixture(scope="module")
def audit(archive: Archive, server: PostgresServer | None) -> Iterator[Audit]:
    audit = Audit(server.new_address() if server else archive.path / FILE)
    yield audit
    audit.close()


def make_still(kind: str, rate: Rate) -> Rates:
    """Buckets that do not fill up again however long a test takes."""
    return OwnRates(rate, clock=lambda: 0.0)


@pytest.fixture(scope="module")
def client(archive: Archive, users: Users, audit: Audit) -> Iterator[TestClient]:
    with access_api(archive, Access(Readers(b"k" * 32), users), audit, make_rates=make_still) as client:
        yield client


@pytest.fixture(autouse=True)
def without_cookies(client: TestClient) -> None:
    client.cookies.clear()


def set_up(monkeypatch: pytest.MonkeyPatch, folder: Path, server: PostgresServer | None) -> Path | str:
    """Gives the commands an archive of their own; where its users are."""
    if server is None:
        return folder / USERS_FILE
    address = server.new_address()
    monkeypatch.setenv("NEWS_DATABASE_URL", address)
    return address


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    return client.post("/sign-in", data={"name": name, "password": password}).status_code


def audited(audit: Audit) -> list[dict[str, object]]:
    return [json.loads(line) for line in audit.read()]


@pytest.mark.parametrize("way", ["key", "session"])
@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_is_its_own_and_no_more(client: TestClient, users: Users, role: Role, way: str) -> None:
    headers = {"authorization": f"Bearer {users.add_key(role, 'test')[1]}"} if way == "key" else {}
    if way == "session":
        assert sign_in(client, role) == 303
    for method, path, body, least in ROUTES:
        reply = client.request(method, path, json=body, headers=headers)
        if ROLES.index(role) >= ROLES.index(least):
            assert reply.status_code in (200, 202, 404), (path, reply.text)
            assert reply.status_code != 404 or "0000" in path
        else:
            assert reply.status_code == 403, (path, reply.text)
            assert f"role {role}" in reply.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Bearer "},
        {"authorization": "Bearer nd-made-up"},
        {"authorization": "Basic YWRtaW46YWRtaW4="},
        {"authorization": f"Bearer {'x' * 9000}"},
        {"cookie": f"{SESSION_COOKIE}=made-up"},
        {"cookie": f"{SESSION_COOKIE}="},
        {"x-forwarded-user": "admin"},
        {"x-newsdesk-reader": "admin", "x-newsdesk-role": "admin"},
    ],
)
def test_whoever_shows_nothing_true_reaches_nothing(client: TestClient, headers: dict[str, str]) -> None:
    for method, path, body, _ in ROUTES:
        reply = client.request(method, path, json=body, headers=headers)
        assert reply.status_code == 401, path
        assert reply.headers["www-authenticate"] == "Bearer"
        assert "sign in first" in reply.text
    for path in ("/newsdesk.js", "/theme.css", "/gradio_api/queue/data", "/assets/x.js"):
        assert client.get(path, headers=headers).status_code == 401, path
    for path in ("/gradio_api/queue/join", "/gradio_api/upload"):
        assert client.post(path, content=b"{}", headers=headers).status_code == 401, path
    page = client.get("/", headers=headers)
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in")
    assert client.get("/healthz", headers=headers).status_code == 200
    assert client.get("/readyz", headers=headers).json() == {"status": "ready"}


def test_a_key_or_a_user_that_was_removed_is_refused_at_once(client: TestClient, users: Users) -> None:
    users.add("gone", "admin", PASSWORD)
    key, secret = users.add_key("gone", "one")
    _, other = users.add_key("gone", "two")
    asked = [{"authorization": f"Bearer {each}"} for each in (secret, other)]
    assert [client.get("/v1/models", headers=each).status_code for each in asked] == [200, 200]
    users.remove_key(key.id)
    assert [client.get("/v1/models", headers=each).status_code for each in asked] == [401, 200]
    assert sign_in(client, "gone") == 303
    users.remove("gone")
    assert [client.get("/v1/models", headers=each).status_code for each in asked] == [401, 401]
    assert client.get("/v1/models").status_code == 401


def test_a_new_password_ends_the_sessions_with_the_old_one(client: TestClient, users: Users) -> None:
    users.add("ada", "reader", PASSWORD)
    sign_in(client, "ada")
    assert client.get("/v1/models").status_code == 200
    users.set_password("ada", "another long password")
    assert client.get("/v1/models").status_code == 401
    assert (sign_in(client, "ada"), sign_in(client, "ada", "another long password")) == (401, 303)


def test_signing_out_ends_the_session_wherever_its_cookie_is_kept(client: TestClient) -> None:
    sign_in(client, "reader")
    secret = client.cookies[SESSION_COOKIE]
    assert client.post("/sign-out").headers["location"] == "/sign-in"
    client.cookies.set(SESSION_COOKIE, secret)
    assert client.get("/v1/models").status_code == 401


def test_a_session_cookie_is_no_scripts_business_and_no_other_sites(client: TestClient) -> None:
    reply = client.post("/sign-in", data={"name": "reader", "password": PASSWORD})
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(reply.headers["set-cookie"].split("; "))
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/sign-in", data={"name": "reader", "password": PASSWORD}, headers=headers).status_code == 403
        assert client.post("/sign-out", headers=headers).status_code == 403


def test_trying_passwords_gets_slow_and_is_written_down(client: TestClient, users: Users, audit: Audit) -> None:
    users.add("target", "admin", PASSWORD)
    statuses = [sign_in(client, "target", f"guess number {number}") for number in range(14)]
    assert statuses == [401] * 10 + [429] * 4
    # the right one is not tried either, and others can still come in
    assert sign_in(client, "target") == 429
    assert sign_in(client, "reader") == 303
    told = [line for line in audited(audit) if line["who"] == "target"]
    assert [line["what"] for line in told] == ["sign-in refused"] * 10
    assert "guess" not in "".join(audit.read())


def test_a_name_that_nobody_has_is_refused_in_the_same_words(client: TestClient) -> None:
    known = client.post("/sign-in", data={"name": "editor", "password": "wrong wrong wrong"})
    unknown = client.post("/sign-in", data={"name": "nobody", "password": "wrong wrong wrong"})
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text) == (401, known.text)


def test_a_password_in_the_wrong_field_is_not_written_down(client: TestClient, users: Users, audit: Audit) -> None:
    client.post("/sign-in", data={"name": PASSWORD, "password": "editor"})
    client.post("/sign-in", data={"name": "no\0body", "password": PASSWORD})
    assert [line["who"] for line in audited(audit)][-2:] == ["unknown", "unknown"]
    assert PASSWORD not in "".join(audit.read())


@pytest.mark.parametrize(
    "body", [b"", b"name=a", b"\xff\xfe", b"name=" + b"a" * 60_000, b"&".join([b"a=b"] * 100), b"name=a&name=b&password="]
)
def test_a_form_that_is_none_signs_nobody_in(client: TestClient, body: bytes) -> None:
    reply = client.post(
        "/sign-in", content=body, headers={"content-type": "application/x-www-form-urlencoded", "x-forwarded-for": "9.9.9.9"}
    )
    assert reply.status_code in (401, 429)
    assert "<form" in reply.text


def test_the_sign_in_page_speaks_the_browsers_language(client: TestClient) -> None:
    assert "Passwort" in client.get("/sign-in", headers={"accept-language": "de-AT"}).text
    page = client.get("/sign-in")
    assert "Password" in page.text
    assert "script" not in page.text
    assert page.headers["cache-control"] == "no-store"


def test_what_is_written_is_written_down_with_who_did_it(client: TestClient, users: Users, audit: Audit) -> None:
    key = {"authorization": f"Bearer {users.add_key('editor', 'desk')[1]}"}
    client.delete("/v1/articles/ffff", headers=key)
    client.post("/v1/ingest", json={"articles": [{"text": WORDS}]}, headers=key)
    client.delete("/v1/articles/ffff", headers={"authorization": f"Bearer {users.add_key('reader', 'desk')[1]}"})
    last = [(line["who"], line["what"]) for line in audited(audit)][-3:]
    assert last == [("editor", "DELETE /v1/articles/ffff"), ("editor", "POST /v1/ingest"), ("reader", "DELETE /v1/articles/ffff refused")]
    assert "Kelmouth" not in "".join(audit.read())


def test_no_secret_is_kept_as_it_is_and_nobody_else_may_read_the_files(tmp_path: Path) -> None:
    users, audit = Users(tmp_path / USERS_FILE), Audit(tmp_path / FILE)
    users.add("reader", "reader", PASSWORD)
    _, secret = users.add_key("reader", "x")
    session = users.open_session("reader")
    audit.note("reader", "signed in")
    files = list(tmp_path.iterdir())
    assert {USERS_FILE, FILE} <= {file.name for file in files}
    kept = b"".join(file.read_bytes() for file in files)
    assert b"argon2" in kept
    assert not [each for each in (secret, session, PASSWORD) if each.encode() in kept]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    users.close()


def test_who_asks_too_often_waits_and_the_others_do_not(archive: Archive, users: Users) -> None:
    limits = Limits(upload_bytes=1000, questions_per_minute=40)
    keys = [{"authorization": f"Bearer {users.add_key(name, 'x')[1]}"} for name in ("reader", "editor")]
    with access_api(archive, Access(Readers(b"k" * 32), users), limits=limits, make_rates=make_still) as client:
        asked = [client.post("/v1/ask", json={"question": "?"}, headers=keys[0]) for _ in range(13)]
        assert [reply.status_code for reply in asked].count(429) >= 1
        assert int(asked[-1].headers["retry-after"]) >= 1
        assert asked[-1].json()["error"]["code"] == "too_many_requests"
        assert client.post("/v1/ask", json={"question": "?"}, headers=keys[1]).status_code != 429


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("10.0.0.5", [("x-user", "maria")], 200),
        ("10.0.0.5", [("x-user", "editor")], 200),
        ("10.0.0.5", [], 401),
        ("10.0.0.5", [("x-user", "maria"), ("x-user", "admin")], 401),
        ("10.0.0.5", [("x-user", "a b")], 401),
        ("10.1.0.5", [("x-user", "maria")], 401),
        ("203.0.113.9", [("x-user", "admin"), ("x-forwarded-for", "10.0.0.5")], 401),
    ],
)
def test_a_header_counts_only_from_its_proxy(
    archive: Archive, users: Users, address: str, headers: list[tuple[str, str]], status: int
) -> None:
    access = Access(Readers(b"k" * 32), users, Proxy("x-user", read_networks("10.0.0.0/24")))
    with access_api(archive, access, client=(address, 5000)) as client:
        assert client.get("/v1/models", headers=headers).status_code == status
        takes_in = 202 if status == 200 and ("x-user", "editor") in headers else 403 if status == 200 else 401
        assert client.post("/v1/ingest", json={"articles": [{"text": WORDS}]}, headers=headers).status_code == takes_in


def test_users_and_keys_are_kept_by_commands(tmp_path: Path, server: PostgresServer | None, monkeypatch: pytest.MonkeyPatch) -> None:
    place = set_up(monkeypatch, tmp_path, server)

    def run(*arguments: str, given: str = "") -> tuple[int, str]:
        ended = CliRunner().invoke(main, [*arguments, "--archive", str(tmp_path)], input=given)
        return ended.exit_code, ended.output

    if server is None:
        # in a folder that was mistyped there are none, and none is made by looking
        assert run("users", "list")[1].startswith(f"Error: there are no users in {tmp_path}; newsdesk users add NAME adds one")
        assert run("users", "remove", "maria")[0] == run("keys", "list")[0] == 1 and not any(tmp_path.iterdir())
    status, said = run("users", "add", "maria", "--role", "editor", given=f"{PASSWORD}\n")
    assert status == 0 and said.startswith("added maria, editor\n")
    assert ("there is no archive in" in said) == (server is None)
    assert run("users", "add", "maria", given=f"{PASSWORD}\n")[1].startswith(
        "Error: there is a user maria already; newsdesk users password"
    )
    assert run("users", "add", "tom", given="short\n") == (1, "Error: a password has at least 10 characters; choose a longer one\n")
    assert run("users", "add", "a b", given=f"{PASSWORD}\n")[0] == 1
    assert run("users", "role", "maria", "admin") == (0, "maria is admin now\n")
    assert run("users", "list") == (0, "admin   maria\n")
    secret = run("keys", "add", "maria", "--label", "nightly run")[1].split("\n")[0]
    assert (Users(place).of_key(secret) or pytest.fail("the key is not known")).role == "admin"
    listed = run("keys", "list")[1]
    assert "maria" in listed and "nightly run" in listed and secret not in listed
    assert run("keys", "remove", listed.split()[0])[0] == 0
    assert Users(place).of_key(secret) is None
    assert run("users", "password", "maria", given="another long password\n") == (0, "maria has another password\n")
    assert Users(place).check_password("maria", "another long password") is not None
    assert run("users", "remove", "maria") == (0, "removed maria\n")
    assert run("users", "remove", "maria")[1].startswith("Error: there is no user 'maria'; newsdesk users list names them")


def test_who_ran_the_commands_on_users_is_written_down_and_no_secret_with_it(
    tmp_path: Path, server: PostgresServer | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, tmp_path, server)

    def run(*arguments: str, given: str = "") -> str:
        return CliRunner().invoke(main, [*arguments, "--archive", str(tmp_path)], input=given).output

    assert run("audit").startswith("nothing is noted yet")
    run("users", "add", "maria", "--role", "editor", given=f"{PASSWORD}\n")
    run("users", "add", "maria", given=f"{PASSWORD}\n")
    run("users", "role", "maria", "admin")
    secret = run("keys", "add", "maria").split("\n")[0]
    run("keys", "remove", run("keys", "list").split()[0])
    run("users", "password", "maria", given="another long password\n")
    run("users", "remove", "maria")
    written = run("audit")
    told = [json.loads(line) for line in written.splitlines()]
    # the second `add` was refused and changed nothing
    done = ["users add", "users role", "keys add", "keys remove", "users password", "users remove"]
    assert [line["what"] for line in told] == [f"newsdesk {each}" for each in done]
    assert (told[0]["user"], told[0]["role"], told[1]["role"]) == ("maria", "editor", "admin")
    assert all(line["who"].startswith("shell:") and "@" in line["who"] for line in told)
    assert not [each for each in (PASSWORD, "another long password", secret) if each in written]
