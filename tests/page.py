"""The page of an archive, served in this process as `newsdesk chat` serves it in its own."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from chat import build_app
from rag import ChosenModel
from serving import ServingSettings, make_application
from serving.address import bind
from serving.audit import FILE as AUDIT_FILE
from serving.audit import Audit
from serving.service import open_service
from serving.start import limits_of, open_access
from vectorstore import Archive, ArchiveSettings


@contextmanager
def serving(archive: Archive, chosen: ChosenModel, samples: Path | None = None) -> Iterator[str]:
    """Gives the page's address."""
    settings = ServingSettings(host="127.0.0.1")
    access = open_access(ArchiveSettings(archive=archive.path), settings)
    audit = Audit(archive.path / AUDIT_FILE)
    page = build_app(archive, chosen, samples=samples, note=audit.note)
    with listening(make_application(page, open_service(archive, chosen), access, limits_of(settings, access), audit=audit)) as address:
        yield address


@contextmanager
def listening(application: ASGIApp) -> Iterator[str]:
    """Gives the address of any application, on a free port."""
    with bind(ServingSettings.model_construct(host="127.0.0.1", port=0)) as holder:
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, args=([holder],))
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            yield f"http://127.0.0.1:{holder.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(30)
