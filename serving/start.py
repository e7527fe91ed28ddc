"""The start: an archive is opened, filled with samples when it is empty, and served until it is stopped."""

import logging
import os
import threading
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path

import click

from chat import build_app
from ingest.heap import return_large_buffers
from rag import AnswerSettings, build_chain, choose_model
from serving.access import Access, Proxy, read_networks
from serving.address import LOOPBACK, bind, shown_address
from serving.answerers import Answerer, Answerers
from serving.application import make_application
from serving.audit import FILE as AUDIT_FILE
from serving.audit import UNWRITTEN, Audit
from serving.caller import Role
from serving.carrying import refuse_left_behind
from serving.errors import ServingError
from serving.farewell import ending_in_order, run
from serving.following import following
from serving.guard import Limits
from serving.observing import log as requests
from serving.readers import open_readers
from serving.samples import ingest_samples
from serving.service import open_service
from serving.settings import ServingSettings
from serving.shared_rates import choose_rates
from serving.telemetry import tracing
from serving.users import FILE as USERS_FILE
from serving.users import Users
from vectorstore import Archive, ArchiveBusy, ArchiveError, ArchiveSettings, open_archive

log = logging.getLogger(__name__)


def serve(archive_settings: ArchiveSettings, answer_settings: AnswerSettings, settings: ServingSettings, samples: Path | None) -> None:
    """Serves the page until it is interrupted; what is taken in meanwhile ends first, and the archive is closed.

    Args:
        samples: Folder that is ingested first when the archive is empty.

    Raises:
        ServingError: The address cannot be had.
        ArchiveError: The archive cannot be opened.
    """
    # before anything heavy: who started it twice wants to know at once
    with ending_in_order() as farewell, bind(settings) as holder, tracing(os.environ) as telemetry:
        os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
        return_large_buffers()
        with open_archive(archive_settings) as archive:
            if samples is not None and not archive.status().articles:
                ingest_samples(samples, archive)
            chosen = choose_model(answer_settings)
            warming = warm_up(archive)
            access = open_access(archive_settings, settings)
            limits = limits_of(settings, access)
            audit = Audit(archive.beside(AUDIT_FILE)) if access.signs_in else UNWRITTEN
            own, start = build_chain(archive, chosen.model), partial(Answerer, archive_settings, answer_settings)
            answerers = Answerers(archive, own, start, settings.answerers if chosen.model is None else 0)
            service = open_service(
                archive,
                chosen,
                chain=answerers.chain,
                is_ready=lambda: not warming.is_alive(),
                may_write=limits.upload_bytes > 0,
            )
            page = build_app(
                archive,
                chosen,
                chain=service.chain,
                samples=samples,
                is_ready=service.is_ready,
                may_write=service.may_write,
                note=audit.note,
            )
            make_rates = choose_rates(archive.beside("rates"))
            application = make_application(
                page, service, access, limits, audit=audit, make_rates=make_rates, logs=settings.log_requests, telemetry=telemetry
            )
            if settings.log_requests:
                log_requests()
            click.echo(f"Newsdesk is at {shown_address(settings)}  (Ctrl+C ends it)")
            with following(archive) if settings.follow else nullcontext(), closing(service.jobs), closing(answerers):
                run(application, holder, farewell)


def open_access(archive: ArchiveSettings, settings: ServingSettings) -> Access:
    """Who may come in: users where there are any, whom a proxy names, or everybody; beyond this machine, everybody may only read.

    Raises:
        ServingError: The networks of the proxy cannot be read, or the users are in the folder though the archive is on a server.
        ArchiveError: The users cannot be read.
    """
    users = Users(archive.beside(USERS_FILE))
    refuse_left_behind(archive, users)
    try:
        networks = read_networks(settings.trusted_proxies)
    except ValueError as error:
        raise ServingError(f"NEWS_TRUSTED_PROXIES: {error}; write addresses or networks, parted by commas") from None
    header = (settings.trusted_header or "").strip().lower()
    proxy = Proxy(header, networks, settings.trusted_role) if header else None
    everybody: Role = "admin" if settings.host in LOOPBACK else "reader"
    return Access(open_readers(archive.archive), users if users.any() or proxy else None, proxy, everybody)


def limits_of(settings: ServingSettings, access: Access) -> Limits:
    """What the guard lets through. Files are taken only where people sign in, or nobody but this machine reaches the page."""
    names = frozenset(name.strip().lower() for name in (settings.host_names or "").split(",") if name.strip())
    is_ours = settings.host in LOOPBACK
    is_safe = is_ours or access.signs_in
    asked = 0 if is_ours and not access.signs_in else settings.questions_per_minute
    return Limits(names, settings.upload_megabytes * 1_000_000 if is_safe else 0, asked)


def log_requests() -> None:
    """Writes the line of each request to standard error as it is: JSON."""
    writer = logging.StreamHandler()
    writer.setFormatter(logging.Formatter("%(message)s"))
    requests.addHandler(writer)
    requests.setLevel(logging.INFO)
    requests.propagate = False


def warm_up(archive: Archive) -> threading.Thread:
    """Loads the embedding model and puts the indexes in order while the page is up already; alive as long as it does."""

    def work() -> None:
        try:
            # an empty archive has no model yet: whoever fills it chooses
            if archive.model_name:
                _ = archive.embeddings
            archive.repair()
        except ArchiveBusy as error:
            log.info("not repaired: %s", error)  # whoever writes will do it
        except ArchiveError as error:
            log.error("%s", error)

    thread = threading.Thread(target=work, name="warm-up", daemon=True)
    thread.start()
    return thread
