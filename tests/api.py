"""An API over a small archive, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from chat import build_app
from rag import AnswerSettings, ChosenModel, choose_model
from serving import make_application
from serving.access import Access
from serving.audit import UNWRITTEN, Audit
from serving.guard import Limits
from serving.rates import MakeRates, make_own
from serving.readers import Readers
from serving.service import open_service
from serving.telemetry import Telemetry
from tests.news import news_archive
from vectorstore import Archive

HERE = "http://127.0.0.1:7860"
LARGEST_UPLOAD = 200_000


@contextmanager
def api_of(archive: Archive, chosen: ChosenModel | None = None, *, may_write: bool = True, logs: bool = False) -> Iterator[TestClient]:
    """A client of the whole application, where nobody signs in."""
    with access_api(archive, Access(Readers(b"k" * 32)), chosen=chosen, may_write=may_write, logs=logs) as client:
        yield client


@contextmanager
def access_api(
    archive: Archive,
    access: Access,
    audit: Audit = UNWRITTEN,
    *,
    chosen: ChosenModel | None = None,
    limits: Limits = Limits(upload_bytes=LARGEST_UPLOAD),  # noqa: B008  # frozen
    client: tuple[str, int] = ("127.0.0.1", 50_000),
    make_rates: MakeRates = make_own,
    may_write: bool = True,
    logs: bool = False,
    telemetry: Telemetry | None = None,
) -> Iterator[TestClient]:
    """A client of the whole application, at that network address."""
    model = chosen or choose_model(AnswerSettings(model="none"))
    service = open_service(archive, model, may_write=may_write)
    page = build_app(archive, model)
    application = make_application(page, service, access, limits, audit=audit, make_rates=make_rates, logs=logs, telemetry=telemetry)
    with TestClient(application, base_url=HERE, follow_redirects=False, raise_server_exceptions=False, client=client) as caller:
        yield caller


@contextmanager
def small_api(folder: Path) -> Iterator[tuple[Archive, TestClient]]:
    with news_archive(folder) as archive, api_of(archive) as client:
        yield archive, client
