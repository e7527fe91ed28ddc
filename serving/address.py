"""The address that the page is served at."""

import errno
import socket
from typing import Final

from serving.errors import ServingError
from serving.settings import ServingSettings
from vectorstore.plain import one_line

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")


def bind(settings: ServingSettings) -> socket.socket:
    """A socket that holds the address; nobody is answered before a server listens on it.

    Raises:
        ServingError: The address cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    holder = socket.socket(family)
    # a port that was just left may be taken again
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        holder.bind((settings.host, settings.port))
    except OSError as error:
        holder.close()
        raise ServingError(_explain(error, settings)) from error
    return holder


def shown_address(settings: ServingSettings) -> str:
    """The address to type into a browser on this machine."""
    host = "127.0.0.1" if settings.host == "0.0.0.0" else f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def _explain(error: OSError, settings: ServingSettings) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {settings.port} on {settings.host} is taken, perhaps by a chat that runs already; "
            f"stop that, or choose another port with --port {settings.port % 65535 + 1} or NEWS_PORT"
        )
    if error.errno == errno.EACCES:
        return f"port {settings.port} is for the system alone; choose one above 1023 with --port or NEWS_PORT"
    return f"this machine has no address {one_line(settings.host)}; set --host or NEWS_HOST to 127.0.0.1"
