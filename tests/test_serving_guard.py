"""The guard around the page: other hosts, origins, routes, methods and large bodies do not get past it."""

import itertools
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from chat import build_app
from rag import AnswerSettings, choose_model
from serving import make_application
from serving.access import Access
from serving.guard import Guard, Limits
from serving.policy import SECURITY_HEADERS
from serving.readers import COOKIE, Readers
from serving.service import open_service
from tests.news import news_archive

HERE = "http://127.0.0.1:7860"
LARGEST_UPLOAD = 200_000
TRAVERSALS = (
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file=%2Fetc%2Fpasswd",
    "/gradio_api/file=..%2f..%2fetc%2fpasswd",
    "/gradio_api/file/etc/passwd",
    "/file=/etc/passwd",
    "/file/etc/passwd",
    "/static/../../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%5c..%5cetc",
    "/assets/..%2f..%2f..%2froutes.py",
    "/assets//etc/passwd",
    "/assets/%00",
    "//etc/passwd",
    "/gradio_api/custom_component/1/client/component/../x",
    "/gradio_api/file=catalogue.sqlite",
    "/gradio_api/file=data/readers.key",
    "/static/fonts/..%2f..%2f..%2fserver.py",
    "/svelte/../x",
)
ROUTES = (
    "/config",
    "/config/",
    "/openapi.json",
    "/gradio_api/openapi.json",
    "/gradio_api/info",
    "/docs",
    "/redoc",
    "/monitoring",
    "/monitoring/summary",
    "/gradio_api/deep_link",
    "/gradio_api/run/ask",
    "/gradio_api/api/ask",
    "/gradio_api/call/ask",
    "/gradio_api/call/v2/ask",
    "/api/ask",
    "/gradio_api/process_recording",
    "/gradio_api/vibe-edit",
    "/gradio_api/vibe-code",
    "/gradio_api/vibe-starter-queries",
    "/gradio_api/dev/reload",
    "/gradio_api/stream/1/2/3/playlist.m3u8",
    "/gradio_api/runs",
    "/gradio_api/run-history/records",
    "/gradio_api/token",
    "/gradio_api/app_id",
    "/gradio_api/user",
    "/login",
    "/logout",
    "/gradio_api/login_check",
    "/gradio_api/component_server",
    "/gradio_api/mcp",
    "/pwa_icon",
    "/svelte/x",
    "/gradio_api/profiling/traces",
    "/gradio_api/QUEUE/join",
    "/GRADIO_API/upload",
    "/gradio_api/upload/",
    "/gradio_api/file=",
    "/gradio_api/",
    "/x",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")


class Canary(BaseHTTPRequestHandler):
    """Counts who comes."""

    def do_GET(self) -> None:
        self.server.hits.append(self.path)  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def canary() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Canary)
    server.hits = []  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with news_archive(tmp_path_factory.mktemp("guard")) as archive:
        chosen = choose_model(AnswerSettings(model="none"))
        limits = Limits(frozenset(("news.example.org",)), LARGEST_UPLOAD)
        application = make_application(build_app(archive, chosen), open_service(archive, chosen), Access(Readers(b"k" * 32)), limits)
        with TestClient(application, base_url=HERE, follow_redirects=False) as client:
            yield client


@pytest.fixture
def stranger(client: TestClient) -> TestClient:
    """Without a cookie."""
    client.cookies.clear()
    return client


def assert_guarded(response: Any) -> None:
    assert all(name in response.headers for name in SECURITY_HEADERS)
    assert not [name for name in response.headers if name.startswith("access-control-")]


def test_the_page_is_served_with_its_policy_and_a_cookie_that_scripts_cannot_read(stranger: TestClient) -> None:
    response = stranger.get("/")
    assert response.status_code == 200
    assert_guarded(response)
    policy = response.headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts is not None
    assert "'unsafe-inline'" not in scripts[1]
    assert scripts[1].count("'sha256-") == len(set(re.findall(r"<script\b[^>]*>(.+?)</script>", response.text, re.DOTALL)))
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(response.headers["set-cookie"].split("; "))
    # who has a cookie keeps it
    assert "set-cookie" not in stranger.get("/").headers


@pytest.mark.parametrize("path", ["/healthz", "/newsdesk.js", "/favicon.ico", "/theme.css"])
def test_what_the_page_needs_is_there(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert_guarded(response)


def test_two_hundred_other_ways_in_are_closed(client: TestClient, canary: HTTPServer) -> None:
    there = f"http://127.0.0.1:{canary.server_port}/canary"
    outward = [f"/gradio_api/{way}{there}" for way in ("file=", "file/", "proxy=")]
    outward += [f"/gradio_api/{way}{there.replace('/', '%2f').replace(':', '%3a')}" for way in ("file=", "file/", "proxy=")]
    forms = list(itertools.product((*TRAVERSALS, *ROUTES, *outward), METHODS))
    assert len(forms) >= 200
    for path, method in forms:
        response = client.request(method, path, json={"data": ["x"], "fn_index": 0, "session_hash": "a"} if method == "POST" else None)
        assert response.status_code in (404, 405), f"{method} {path}: {response.status_code}"
        assert "location" not in response.headers
        assert b"root:" not in response.content
        assert len(response.content) < 100, path
        assert_guarded(response)
    assert canary.hits == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "method"), list(itertools.product(("/", "/theme.css"), ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")))
)
def test_a_page_is_only_read(client: TestClient, path: str, method: str) -> None:
    assert client.request(method, path).status_code == 405


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "127.0.0.1@evil.example", "localhost.evil.example", "[::1", "a b"]
)
@pytest.mark.parametrize("path", ["/", "/gradio_api/queue/data", "/healthz"])
def test_another_host_name_is_refused(client: TestClient, host: str, path: str) -> None:
    response = client.get(path, headers={"host": host})
    assert response.status_code == 421
    assert_guarded(response)


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost:7860", "[::1]:7860", "LOCALHOST", "192.0.2.7", "news.example.org"])
def test_our_own_names_are_known(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "http://127.0.0.1", "file://", "http://127.0.0.1:7860/x"]
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("POST", "/gradio_api/queue/join"), ("OPTIONS", "/gradio_api/queue/join")])
def test_another_origin_is_refused_and_granted_nothing(client: TestClient, origin: str, method: str, path: str) -> None:
    response = client.request(method, path, headers={"origin": origin, "access-control-request-method": "POST"})
    assert response.status_code == 403
    assert_guarded(response)


def test_a_form_on_another_site_cannot_reach_the_queue(client: TestClient) -> None:
    assert client.post("/gradio_api/queue/join", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_our_own_page_gets_no_grants_either(client: TestClient) -> None:
    response = client.get("/theme.css", headers={"origin": HERE})
    assert response.status_code == 200
    assert_guarded(response)


def chunks(size: int) -> Iterator[bytes]:
    for _ in range(size // 1000):
        yield b"x" * 1000


def test_a_body_is_capped_however_it_is_sent(client: TestClient) -> None:
    for body in (b"x" * 70_000, chunks(70_000)):
        response = client.post("/gradio_api/queue/join", content=body)
        assert response.status_code == 413
        assert_guarded(response)
    assert client.post("/gradio_api/queue/join", content=b"{}", headers={"content-length": "-1"}).status_code in (400, 413)


def test_files_are_taken_only_from_a_reader_of_the_page(stranger: TestClient) -> None:
    files = {"files": ("a.txt", b"The ferry runs again.", "text/plain")}
    assert stranger.post("/gradio_api/upload", files=files).status_code == 403
    stranger.cookies.set(COOKIE, "made-up.0123")
    assert stranger.post("/gradio_api/upload", files=files).status_code == 403
    stranger.cookies.clear()
    stranger.get("/")
    assert stranger.post("/gradio_api/upload", files=files).status_code == 200


def test_a_large_file_is_refused_before_it_is_whole(client: TestClient) -> None:
    client.get("/")
    large = {"files": ("a.txt", b"x" * (LARGEST_UPLOAD + 1), "text/plain")}
    assert client.post("/gradio_api/upload", files=large).status_code == 413
    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert client.post("/gradio_api/upload", content=chunks(LARGEST_UPLOAD * 2), headers=kind).status_code == 413


def test_an_uploaded_file_is_never_served(client: TestClient) -> None:
    client.get("/")
    (path,) = client.post("/gradio_api/upload", files={"files": ("a.html", b"<script>1</script>", "text/html")}).json()
    assert client.get(f"/gradio_api/file={path}").status_code == 404


def test_where_nobody_may_upload_nobody_does(client: TestClient) -> None:
    async def inner(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError("never reached")

    closed = TestClient(Guard(inner, Access(Readers(b"k" * 32)), Limits()), base_url=HERE)
    closed.cookies.set(COOKIE, "x")
    assert closed.post("/gradio_api/upload", content=b"x").status_code == 403


def test_a_web_socket_is_closed(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/gradio_api/queue/join"):
        pass
