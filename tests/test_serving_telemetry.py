"""Traces for OpenTelemetry, as its own SDK keeps them."""

import threading
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.testclient import TestClient

from serving.access import Access
from serving.errors import ServingError
from serving.readers import Readers
from serving.telemetry import Telemetry, open_telemetry
from tests.api import access_api
from tests.news import news_archive

WHO = "Who leads the US delegation?"
PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


@pytest.fixture(scope="module")
def kept() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, kept: InMemorySpanExporter) -> Iterator[TestClient]:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    access = Access(Readers(b"k" * 32))
    with news_archive(tmp_path_factory.mktemp("traced")) as archive, access_api(archive, access, telemetry=Telemetry(provider)) as client:
        yield client


def spans_of(kept: InMemorySpanExporter) -> tuple[ReadableSpan, list[ReadableSpan]]:
    """The request's, and those of its steps in their order."""
    *steps, whole = kept.get_finished_spans()
    kept.clear()
    return whole, sorted(steps, key=lambda span: span.end_time or 0)


def test_a_question_is_a_span_with_its_steps_below_the_callers(client: TestClient, kept: InMemorySpanExporter) -> None:
    kept.clear()
    reply = client.post("/v1/ask", json={"question": WHO}, headers={"traceparent": PARENT, "x-request-id": "r-7"})
    assert reply.status_code == 200
    whole, steps = spans_of(kept)
    assert whole.context is not None and whole.parent is not None
    assert (f"{whole.context.trace_id:032x}", f"{whole.parent.span_id:016x}") == tuple(PARENT.split("-")[1:3])
    assert (whole.name, whole.kind.name) == ("POST /v1/ask", "SERVER")
    told = dict(whole.attributes or {})
    assert (told["http.route"], told["http.response.status_code"], told["newsdesk.request"]) == ("/v1/ask", 200, "r-7")
    assert [step.name for step in steps] == ["query", "passages", "draft", "answer"]
    assert all(step.parent is not None and step.parent.span_id == whole.context.span_id for step in steps)
    # one after the other, within the request
    times = [time for step in steps for time in (step.start_time, step.end_time)]
    assert times == sorted(times, key=lambda time: time or 0)
    assert (whole.start_time or 0) <= (times[0] or 0) and (times[-1] or 0) <= (whole.end_time or 0)


def test_no_question_answer_or_id_of_an_article_is_told(client: TestClient, kept: InMemorySpanExporter) -> None:
    kept.clear()
    client.post("/v1/ask", json={"question": WHO})
    client.get("/v1/search?q=delegation")
    client.get("/v1/articles/0123abcd")
    told = "".join(span.to_json() for span in kept.get_finished_spans())
    assert "/v1/search" in told
    assert not [word for word in ("delegation", "Rubio", "0123abcd") if word in told]


def test_what_fails_is_marked_and_what_is_refused_is_not(client: TestClient, kept: InMemorySpanExporter) -> None:
    kept.clear()
    client.get("/nowhere")
    client.post("/v1/ask", json={"question": ""}, headers={"traceparent": "no such thing"})
    spans = kept.get_finished_spans()
    assert [(span.name, span.status.status_code.name) for span in spans] == [("GET other", "UNSET"), ("POST /v1/ask", "UNSET")]
    assert all(span.parent is None for span in spans)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"OTEL_SERVICE_NAME": "desk"},
        {"OTEL_TRACES_EXPORTER": "none", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"},
        {"OTEL_SDK_DISABLED": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"},
    ],
)
def test_without_being_asked_for_there_is_none(environment: dict[str, str]) -> None:
    assert open_telemetry(environment) is None


def test_an_exporter_that_is_not_installed_is_one_line_that_says_what_to_install() -> None:
    with pytest.raises(ServingError, match=r"no exporter 'zipkin' for traces; .*newsdesk\[telemetry\]"):
        open_telemetry({"OTEL_TRACES_EXPORTER": "zipkin"})


@pytest.mark.parametrize(
    "environment",
    [{"OTEL_TRACES_EXPORTER": "console"}, {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1"}],
)
def test_the_standard_variables_choose_the_exporter_and_the_service(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (environment | {"OTEL_SERVICE_NAME": "desk-one", "OTEL_RESOURCE_ATTRIBUTES": "site=berlin"}).items():
        monkeypatch.setenv(name, value)
    telemetry = open_telemetry(environment)
    assert telemetry is not None
    facts = telemetry._provider.resource.attributes
    assert (facts["service.name"], facts["site"]) == ("desk-one", "berlin")
    telemetry.close()
    monkeypatch.delenv("OTEL_SERVICE_NAME")
    unnamed = open_telemetry(environment)
    assert unnamed is not None and unnamed._provider.resource.attributes["service.name"] == "newsdesk"
    unnamed.close()


def test_a_collector_that_does_not_answer_does_not_keep_the_server_from_ending() -> None:
    answers, asked = threading.Event(), threading.Event()

    class Silent(TracerProvider):
        def shutdown(self) -> None:
            asked.set()
            answers.wait(60)

    Telemetry(Silent(shutdown_on_exit=False)).close(0.01)
    assert asked.wait(60) and not answers.is_set()
    answers.set()
