"""A Chroma server's address, and a client of it that does not wait for ever."""

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vectorstore.errors import SettingInvalid

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

# Chroma's client has no limit; a query takes milliseconds, a batch of passages a second
CONNECT_SECONDS, ANSWER_SECONDS = 3.0, 60.0


@dataclass(frozen=True, slots=True)
class ChromaAddress:
    """A server's address, with what it asks of its clients; `tenant` and `database` are Chroma's words."""

    url: str
    token: str | None = field(default=None, repr=False)
    tenant: str = "default_tenant"
    database: str = "default_database"

    @property
    def parts(self) -> tuple[str, int, bool]:
        """Host, port, and whether it is encrypted. Raises SettingInvalid."""
        try:
            parts = urlsplit(self.url)
            if parts.scheme in ("http", "https") and parts.hostname and not parts.username and parts.path in ("", "/"):
                return parts.hostname, parts.port or (443 if parts.scheme == "https" else 8000), parts.scheme == "https"
        except ValueError:
            pass
        raise SettingInvalid("NEWS_CHROMA_URL cannot be read; write it as http://HOST:8000 or https://HOST, keys go into NEWS_CHROMA_TOKEN")


def open_client(address: ChromaAddress) -> "ClientAPI":
    """A client of that server; a connection is made at once."""
    # imported late: it takes a second
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    import httpx
    from chromadb.config import Settings

    host, port, encrypted = address.parts
    # Chroma Cloud asks for the first, servers behind a gateway for the second
    headers = {"x-chroma-token": address.token, "Authorization": f"Bearer {address.token}"} if address.token else None
    client = chromadb.HttpClient(
        host, port, encrypted, headers, Settings(anonymized_telemetry=False), tenant=address.tenant, database=address.database
    )
    # there is no public way to say how long to wait
    session = getattr(getattr(client, "_server", None), "_session", None)
    if isinstance(session, httpx.Client):
        session.timeout = httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS)
    return client
