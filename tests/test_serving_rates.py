"""How often a caller may do something: a bucket of this process, and one that several processes share on a PostgreSQL server."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from serving.access import Access
from serving.guard import Limits
from serving.rates import OwnRates, Rate, Rates
from serving.readers import Readers
from serving.shared_rates import SharedRates, choose_rates
from serving.tables import RATES, Tables
from serving.users import Users
from tests.api import access_api
from tests.news import news_archive
from tests.servers import PostgresServer
from vectorstore import ArchiveError
from vectorstore.database import Database

PASSWORD = "correct horse battery"
# none comes back while a test runs
SLOW = 0.01


@pytest.fixture
def processes(postgres: PostgresServer) -> Iterator[Callable[[], Tables]]:
    """Opens the table as one more process does."""
    address, opened = postgres.new_address(), list[Tables]()

    def open_tables() -> Tables:
        opened.append(Tables(address, RATES))
        return opened[-1]

    yield open_tables
    for tables in opened:
        tables.close()


def test_a_bucket_fills_up_again() -> None:
    now = 0.0
    rates = OwnRates(Rate(60, 2), lambda: now)
    assert [rates.take("a") for _ in range(3)] == [0.0, 0.0, 1.0]
    assert rates.take("b") == 0.0
    now = 1.0
    assert [rates.take("a") for _ in range(2)] == [0.0, 1.0]
    now = 100.0
    assert [rates.take("a") for _ in range(3)] == [0.0, 0.0, 1.0]


def test_what_is_given_back_can_be_taken_again() -> None:
    rates = OwnRates(Rate(SLOW, 1), lambda: 0.0)
    assert rates.take("a") == 0 and rates.take("a") > 0
    rates.give_back("a")
    rates.give_back("nobody")
    assert rates.take("a") == 0 and rates.take("a") > 0


def test_without_a_limit_nobody_waits(processes: Callable[[], Tables]) -> None:
    for rates in (OwnRates(Rate(0, 1)), SharedRates(processes(), "questions", Rate(0, 1))):
        assert not any(rates.take("a") for _ in range(100))
        rates.give_back("a")


def test_two_processes_empty_one_bucket(processes: Callable[[], Tables]) -> None:
    one, other = (SharedRates(processes(), "questions", Rate(SLOW, 4)) for _ in range(2))
    assert [rates.take("ada") for rates in (one, other, one, other)] == [0.0] * 4
    for rates in (one, other):
        assert 5900 < rates.take("ada") <= 6000, "a hundredth of one comes back in a minute"
    assert other.take("ben") == 0
    other.give_back("ada")
    assert [rates.take("ada") > 0 for rates in (one, other)] == [False, True]


def test_a_shared_bucket_fills_up_with_time(processes: Callable[[], Tables]) -> None:
    tables = processes()
    rates = SharedRates(tables, "questions", Rate(SLOW, 2))
    assert [rates.take("ada") > 0 for _ in range(3)] == [False, False, True]
    with tables.database.side_transaction() as connection:
        connection.exec_driver_sql("UPDATE rates SET full_at = full_at - 6000")
    assert [rates.take("ada") > 0 for _ in range(2)] == [False, True]


def test_kinds_have_buckets_of_their_own_and_no_names_in_the_table(processes: Callable[[], Tables]) -> None:
    tables = processes()
    names, addresses = (SharedRates(tables, kind, Rate(SLOW, 1)) for kind in ("names", "addresses"))
    strange = "ada\0\ud800" + "x" * 5000
    assert names.take(strange) == addresses.take(strange) == 0
    assert names.take(strange) > 0 and addresses.take(strange) > 0
    with tables.database.transaction() as connection:
        assert "ada" not in str(connection.exec_driver_sql("SELECT * FROM rates").all())


def test_many_at_once_get_no_more_than_the_bucket_holds(processes: Callable[[], Tables]) -> None:
    rates = [SharedRates(processes(), "questions", Rate(SLOW, 10)) for _ in range(2)]
    told: list[float] = []

    def take_all(rates: Rates) -> None:
        for _ in range(10):
            told.append(rates.take("ada"))

    threads = [threading.Thread(target=take_all, args=(rates[number % 2],)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(told), told.count(0.0)) == (40, 10)


def test_full_buckets_are_forgotten(processes: Callable[[], Tables]) -> None:
    tables = processes()
    SharedRates(tables, "questions", Rate(60, 2)).take("ada")
    with tables.database.side_transaction() as connection:
        connection.exec_driver_sql("UPDATE rates SET full_at = full_at - 10")
    # another process begins to count
    SharedRates(tables, "questions", Rate(60, 2)).take("ben")
    with tables.database.transaction() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM rates").scalar_one() == 1


def test_nobody_waits_for_whoever_writes_to_the_archive(postgres: PostgresServer) -> None:
    address = postgres.new_address()
    rates, archive = choose_rates(address)("questions", Rate(SLOW, 10)), Database(address)
    assert rates.take("ada") == 0
    with archive.write_lock(), archive.write_transaction():
        assert rates.take("ada") == 0
    archive.close()


def test_beside_an_archive_in_a_folder_each_process_counts_for_itself(tmp_path: Path) -> None:
    one, other = (choose_rates(tmp_path / "rates")("questions", Rate(SLOW, 1)) for _ in range(2))
    assert one.take("ada") == other.take("ada") == 0 and one.take("ada") > 0
    assert not list(tmp_path.iterdir())


def test_a_server_that_is_away_is_an_error_of_the_archive(processes: Callable[[], Tables]) -> None:
    tables = Tables("postgresql://nobody@127.0.0.1:1/none", RATES)
    with pytest.raises(ArchiveError, match="does not answer"):
        SharedRates(tables, "questions", Rate(60, 2)).take("ada")


def test_a_users_questions_and_tries_are_limited_over_all_servers_together(tmp_path: Path, postgres: PostgresServer) -> None:
    address = postgres.new_address()
    users = [Users(address), Users(address)]
    users[0].add("ada", "reader", PASSWORD)
    headers = {"authorization": f"Bearer {users[0].add_key('ada', '')[1]}"}
    limits, readers, shared = Limits(questions_per_minute=10), Readers(b"k" * 32), Tables(address, RATES)

    def make_slow(kind: str, rate: Rate) -> Rates:
        return SharedRates(shared, kind, Rate(SLOW, rate.burst))

    with (
        news_archive(tmp_path) as archive,
        access_api(archive, Access(readers, users[0]), limits=limits, make_rates=make_slow) as here,
        access_api(archive, Access(readers, users[1]), limits=limits, make_rates=make_slow) as there,
    ):
        asked = [server.post("/v1/ask", json={"question": " "}, headers=headers) for server in (here, there) * 6]
        assert [reply.status_code for reply in asked] == [400] * 10 + [429] * 2
        assert int(asked[-1].headers["retry-after"]) >= 1
        wrong = {"name": "ada", "password": "wrong wrong wrong"}
        tried = [server.post("/sign-in", data=wrong).status_code for server in (here, there) * 6]
        assert tried == [401] * 10 + [429] * 2
    for each in (*users, shared):
        each.close()
