"""Real servers for tests, in temporary folders: Debian's PostgreSQL and `chroma run`, each started once and ended with the tests."""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

import httpx

from benchmarks.processes import free_port

_schemas = count(1)
STATEMENT = re.compile(r"LOG:  (?:statement|execute [^:]*): (.*)")
# importing nothing, it is there in a second; a busy machine takes longer
START_SECONDS = 180


def find_postgres() -> Path | None:
    """The folder of the newest PostgreSQL server's programs; None when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    return found[-1].parent if found else None


class PostgresServer:
    """A server that listens on a socket in its folder alone. It refuses to run as root, so there it runs as `postgres`."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="newsdesk-postgres-"))
        self._user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "news", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        self.start()

    def start(self) -> None:
        # nothing of it has to survive the machine
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off -c max_connections=200"
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", options, "-w", "start")

    def stop(self, how: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", how, "-w", "stop")

    def kill(self) -> None:
        """SIGKILL to the server and every process that it has started, all at once."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        children = [int(pid) for file in Path(f"/proc/{first}/task").glob("*/children") for pid in file.read_text().split()]
        for pid in (first, *children):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        # one that is started anew takes a dead process that nobody has waited for yet for a running one
        deadline = time.monotonic() + START_SECONDS
        while any(Path(f"/proc/{pid}").exists() for pid in (first, *children)) and time.monotonic() < deadline:
            time.sleep(0.01)

    def new_address(self, *options: str) -> str:
        """The address of a schema that nobody has used; `options` are settings of the server, `name=value`, for whoever uses it."""
        import psycopg

        schema = f"archive_{os.getpid()}_{next(_schemas)}"
        with psycopg.connect(self._address(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}")  # type: ignore[arg-type]
        return f"{self._address()}&options={quote(' '.join(f'-c{option}' for option in (f'search_path={schema}', *options)))}"

    def dump(self, address: str, file: Path) -> None:
        """As docs/scale.md says to, while the database is used."""
        subprocess.run([str(self._programs / "pg_dump"), "--format=custom", f"--file={file}", address], check=True)

    def restore(self, file: Path, address: str) -> str:
        """Into a new database, as docs/scale.md says to. `address` is of what was dumped; gives that of the copy."""
        import psycopg

        name = f"copy_{os.getpid()}_{next(_schemas)}"
        with psycopg.connect(self._address(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")  # type: ignore[arg-type]
        copy = address.replace("@/postgres?", f"@/{name}?")
        restored = self._address().replace("@/postgres?", f"@/{name}?")
        subprocess.run([str(self._programs / "pg_restore"), "--no-owner", f"--dbname={restored}", str(file)], check=True)
        return copy

    @contextmanager
    def listening(self) -> Iterator[list[str]]:
        """What the server is told within the block by those whose address has `log_statement=all`, when the block has ended."""
        log, told = self.folder / "log", list[str]()
        before = log.stat().st_size
        yield told
        with log.open("rb") as lines:
            lines.seek(before)
            told += STATEMENT.findall(lines.read().decode())

    def close(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _address(self) -> str:
        return f"postgresql://news@/postgres?host={quote(str(self.folder), safe='')}"

    def _run(self, program: str, *arguments: str) -> None:
        as_user = ["runuser", "-u", self._user, "--"] if os.getuid() == 0 else []
        # its output goes nowhere: a server that inherits a pipe would keep whoever reads it waiting
        done = subprocess.run([*as_user, str(self._programs / program), *arguments], stdout=subprocess.DEVNULL, cwd="/", check=False)
        assert done.returncode == 0, f"{program} failed; see {self.folder / 'log'}"


class ChromaServer:
    """`chroma run` on a port of this machine."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="newsdesk-chroma-"))
        self._port = free_port()
        self.url = f"http://127.0.0.1:{self._port}"
        self.start()

    def start(self) -> None:
        program = Path(sys.executable).parent / "chroma"
        command = [str(program), "run", "--path", str(self._folder), "--host", "127.0.0.1", "--port", str(self._port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/api/v2/heartbeat").is_success:
                    return
            time.sleep(0.05)
        raise AssertionError("chroma run does not answer")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def damage_indexes(self, file: str) -> int:
        """Fills that file of every index with noise; how many there were."""
        damaged = list(self._folder.glob(f"*/{file}"))
        for each in damaged:
            each.write_bytes(b"\xff" * each.stat().st_size)
        return len(damaged)

    def lose_everything(self) -> None:
        shutil.rmtree(self._folder)

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def running_postgres() -> Iterator[PostgresServer | None]:
    """None where PostgreSQL is not installed."""
    programs = find_postgres()
    if programs is None:
        yield None
        return
    server = PostgresServer(programs)
    try:
        yield server
    finally:
        server.close()
