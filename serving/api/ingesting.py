"""`POST /v1/ingest` and `/v1/jobs`: articles in, as jobs that tell how far they are."""

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, File, Form, UploadFile
from pydantic import BaseModel, Field

from ingest.formats import SHOWN_FORMATS, is_known
from ingest.item import Item
from serving.api.errors import Refusal
from serving.api.rights import may
from serving.api.shapes import Body
from serving.caller import Caller
from serving.job_store import Job
from serving.jobs import Order
from serving.service import Service
from vectorstore.addresses import clean_url

# what stands before an address to say what it is
FORMS = ("page:", "feed:", "sitemap:", "site:")
MOST_FILES = 100
LONGEST_NAME = 120
UPLOAD = "newsdesk-upload-"
# where an upload was laid is nobody's business
LAID = re.compile(rf".*/{UPLOAD}[^/]+/\d+/")


class IngestBody(Body):
    """Addresses of pages, feeds, sitemaps and sites to fetch; articles as records; or both."""

    targets: Annotated[list[Annotated[str, Field(max_length=2048)]], Field(max_length=100, default_factory=list)]
    articles: Annotated[
        list[dict[str, Any]],
        Field(max_length=1000, default_factory=list, description="Records with `text` and `url`, `id`, `title`, …"),
    ]
    source: Annotated[str, Field(max_length=200, description="The paper of articles that do not tell theirs.")] = ""


class Refused(BaseModel):
    target: str
    reason: str


class JobReply(BaseModel):
    """A job. `new`, `updated`, `unchanged` count articles; the others list what gave none, and why. Times are Unix time."""

    id: str
    state: Literal["waiting", "running", "done", "failed"]
    error: str | None
    ordered: int
    ended: int | None
    new: int
    updated: int
    unchanged: int
    skipped: list[Refused]
    failed: list[Refused]


def ingest_routes(service: Service) -> APIRouter:
    router = APIRouter(tags=["ingest"])
    Editor = Annotated[Caller, Depends(may("editor", service))]

    @router.post("/ingest", status_code=202, summary="Take articles in")
    def take_in(body: IngestBody, caller: Editor) -> JobReply:
        """Begins a job. Files of the server's own machine cannot be named."""
        if not body.targets and not body.articles:
            raise Refusal(400, "invalid", "nothing to take in; send `targets` (addresses) or `articles` (records with a text)")
        for target in body.targets:
            if not _is_address(target):
                raise Refusal(400, "invalid", f"{target[:80]!r} is no http or https address; files are sent to /v1/ingest/files")
        items = tuple(Item(f"articles[{number}]", "record", json.dumps(record).encode(), "") for number, record in enumerate(body.articles))
        return to_job(service.jobs.order(Order(tuple(body.targets), items, body.source), caller.name))

    @router.post("/ingest/files", status_code=202, summary="Take files in")
    def take_files(
        caller: Editor,
        files: Annotated[list[UploadFile], File(description=f"Of the formats {SHOWN_FORMATS}.")],
        source: Annotated[str, Form(max_length=200)] = "",
    ) -> JobReply:
        """Begins a job with the files' articles; the files themselves are not kept."""
        if len(files) > MOST_FILES:
            raise Refusal(400, "invalid", f"at most {MOST_FILES} files at once; send the others in another request")
        folder = Path(tempfile.mkdtemp(prefix=UPLOAD))
        try:
            targets = tuple(_keep(file, folder, number) for number, file in enumerate(files))
            return to_job(service.jobs.order(Order(targets, (), source, lambda: shutil.rmtree(folder)), caller.name))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    @router.get("/jobs", dependencies=[Depends(may("editor", service))], summary="List jobs")
    def jobs() -> list[JobReply]:
        """The newest first, of every process that serves the archive. The oldest are forgotten, their articles are not."""
        return [to_job(job) for job in service.jobs.list()]

    @router.get("/jobs/{job_id}", dependencies=[Depends(may("editor", service))], summary="See how far a job is")
    def job(job_id: str) -> JobReply:
        found = service.jobs.get(job_id)
        if found is None:
            raise Refusal(404, "not_found", "there is no such job; old ones are forgotten, what they took in is not")
        return to_job(found)

    return router


def to_job(job: Job) -> JobReply:
    report = job.report
    skipped, failed = (
        [Refused(target=LAID.sub("", refusal.target, count=1), reason=refusal.reason) for refusal in refusals]
        for refusals in (report.skipped, report.failed)
    )
    facts = {name: getattr(job, name) for name in ("id", "state", "error", "ordered", "ended")}
    return JobReply(**facts, new=report.new, updated=report.updated, unchanged=report.unchanged, skipped=skipped, failed=failed)


def _is_address(target: str) -> bool:
    for form in FORMS:
        target = target.removeprefix(form)
    return target.startswith(("http://", "https://")) and clean_url(target) is not None


def _keep(file: UploadFile, folder: Path, number: int) -> Path:
    """Writes an upload down under its own name, without any folder of it."""
    name = Path((file.filename or "").replace("\\", "/")).name.replace("\0", "")[-LONGEST_NAME:]
    if name.startswith(".") or not is_known(Path(name)):
        raise Refusal(400, "invalid", f"{name[:80]!r} is of no format that is read; they are {SHOWN_FORMATS}")
    place = folder / str(number)
    place.mkdir()
    with open(place / name, "wb") as kept:
        shutil.copyfileobj(file.file, kept)
    return place / name
