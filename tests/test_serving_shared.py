"""Several processes that serve one archive on a PostgreSQL server: users, keys, sessions and the audit log are the same for all."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from serving.access import SESSION_COOKIE, Access
from serving.audit import FILE as AUDIT_FILE
from serving.audit import Audit
from serving.readers import Readers
from serving.users import FILE as USERS_FILE
from serving.users import Users
from tests.api import access_api
from tests.news import news_archive
from tests.servers import PostgresServer, find_postgres

PASSWORD = "correct horse battery"


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    ended = CliRunner().invoke(main, [*arguments, "--archive", str(folder)], input=f"{PASSWORD}\n")
    return ended.exit_code, ended.output


def test_who_signs_in_at_one_server_is_known_at_the_other_until_it_is_taken_back(tmp_path: Path, postgres: PostgresServer) -> None:
    address = postgres.new_address()
    # nothing is shared but the server
    one, other, audit, other_audit = Users(address), Users(address), Audit(address), Audit(address)
    one.add("ada", "editor", PASSWORD)
    readers = Readers(b"k" * 32)
    with (
        news_archive(tmp_path) as archive,
        access_api(archive, Access(readers, one), audit) as here,
        access_api(archive, Access(readers, other), other_audit) as there,
    ):
        assert here.post("/sign-in", data={"name": "ada", "password": PASSWORD}).status_code == 303
        there.cookies.set(SESSION_COOKIE, here.cookies[SESSION_COOKIE])
        assert there.get("/v1/models").status_code == 200
        assert there.post("/sign-out").status_code == 303
        assert here.get("/v1/models").status_code == 401

        key, secret = one.add_key("ada", "both")
        headers = {"authorization": f"Bearer {secret}"}
        assert [client.get("/v1/models", headers=headers).status_code for client in (here, there)] == [200, 200]
        assert there.delete("/v1/articles/ffff", headers=headers).status_code == 404
        one.remove_key(key.id)
        assert [client.get("/v1/models", headers=headers).status_code for client in (here, there)] == [401, 401]
        assert [json.loads(line)["what"] for line in audit.read()] == ["signed in", "DELETE /v1/articles/ffff"]
        assert not (tmp_path / USERS_FILE).exists() and not (tmp_path / AUDIT_FILE).exists()
    for each in (one, other, audit, other_audit):
        each.close()


def test_while_the_users_cannot_be_looked_up_nobody_is_let_in_and_then_everybody_again(tmp_path: Path) -> None:
    programs = find_postgres()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    server = PostgresServer(programs)
    address = server.new_address()
    users, audit = Users(address), Audit(address)
    users.add("ada", "reader", PASSWORD)
    headers = {"authorization": f"Bearer {users.add_key('ada', '')[1]}"}
    try:
        with news_archive(tmp_path) as archive, access_api(archive, Access(Readers(b"k" * 32), users), audit) as client:
            server.stop("immediate")
            refused = client.get("/v1/models", headers=headers)
            assert (refused.status_code, refused.json()["error"]["code"]) == (503, "service_unavailable")
            assert client.get("/healthz", headers=headers).status_code == 200
            page = client.post("/sign-in", data={"name": "ada", "password": PASSWORD})
            assert page.status_code == 503 and "right now" in page.text
            server.start()
            assert client.get("/v1/models", headers=headers).status_code == 200
    finally:
        users.close()
        server.close()


def test_users_in_the_folder_are_not_left_behind_when_the_archive_goes_to_a_server(
    tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, "users", "add", "ada", "--role", "editor")
    secret = run(tmp_path, "keys", "add", "ada")[1].split()[0]
    assert run(tmp_path, "users", "carry-over")[1].startswith("Error: the users are where they belong")
    address = postgres.new_address()
    monkeypatch.setenv("NEWS_DATABASE_URL", address)
    # everybody who had to sign in would be let in
    for host in ("127.0.0.1", "0.0.0.0"):
        status, said = run(tmp_path, "serve", "--no-auth", "--host", host, "--port", "7999")
        assert status == 1 and "are not on the database server" in said and "newsdesk users carry-over" in said
    assert run(tmp_path, "users", "carry-over") == (0, "carried 1 user over\n")
    users = Users(address)
    assert users.of_key(secret) == users.get("ada") == users.check_password("ada", PASSWORD)
    assert users.get("ada") is not None
    users.close()
    assert "has users already" in run(tmp_path, "users", "carry-over")[1]
    assert run(tmp_path, "users", "list") == (0, "editor  ada\n")
    assert "carry-over" in run(tmp_path, "audit")[1]


def test_nobody_is_no_users_to_carry(tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_DATABASE_URL", postgres.new_address())
    assert run(tmp_path, "users", "carry-over")[1].startswith("Error: there are no users in")
    assert run(tmp_path, "users", "list") == (0, "")
