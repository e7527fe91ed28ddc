"""Traces for OpenTelemetry: a span for each request, and one below it for each step of its answer.

Only where the standard variables (`OTEL_…`) ask for it. Never a question, a caller or an answer.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.types import Scope

from serving.api.running import BEGUN_KEY, TIMES_KEY
from serving.errors import ServingError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span

NAME: Final = "newsdesk"
INSTALL: Final = "traces for OpenTelemetry need its SDK; run `pip install 'newsdesk[telemetry]'` or unset the variables OTEL_…"
# any of these asks for traces
ASKS: Final = ("OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
# by itself the SDK would try for ten, which is all that a server has to end
FAREWELL_SECONDS: Final = 2.0
PROTOCOLS: Final = {"http/protobuf": "otlp_proto_http", "grpc": "otlp_proto_grpc"}


class Telemetry:
    """Spans of requests, given to a provider."""

    def __init__(self, provider: "TracerProvider") -> None:
        self._provider = provider
        self._tracer = provider.get_tracer(NAME)

    @contextmanager
    def request(self, scope: Scope) -> "Iterator[Span]":
        """A span that is current until the end of the block, below the one that the request's headers name."""
        from opentelemetry import context, trace
        from opentelemetry.propagate import extract

        given = extract(dict(Headers(scope=scope)))
        span = self._tracer.start_span(str(scope["method"]), given, trace.SpanKind.SERVER)
        token = context.attach(trace.set_span_in_context(span, given))
        try:
            yield span
        finally:
            context.detach(token)
            span.end()

    def describe(self, span: "Span", scope: Scope, told: Mapping[str, str | int]) -> None:
        """Says what became of the request, and when each step of its answer was done.

        Args:
            told: `route`, `status`, and the id `request`.
        """
        from opentelemetry.trace import StatusCode

        span.update_name(f"{scope['method']} {told['route']}")
        span.set_attributes(
            {
                "http.request.method": str(scope["method"]),
                "http.route": told["route"],
                "http.response.status_code": told["status"],
                "newsdesk.request": told["request"],
            }
        )
        if int(told["status"]) >= 500:
            span.set_status(StatusCode.ERROR)
        self._add_steps(span, scope)

    def close(self, seconds: float = FAREWELL_SECONDS) -> None:
        """Sends what is not sent yet; a collector that does not answer is not waited for any longer."""
        sending = threading.Thread(target=self._provider.shutdown, name="traces", daemon=True)
        sending.start()
        sending.join(seconds)

    def _add_steps(self, span: "Span", scope: Scope) -> None:
        from opentelemetry import trace

        if not scope[BEGUN_KEY]:
            return
        below = trace.set_span_in_context(span)
        began = at = int(scope[BEGUN_KEY][-1])
        # seconds from the turn to the end of each step
        for step, seconds in sorted(scope[TIMES_KEY].items(), key=lambda pair: pair[1]):
            child = self._tracer.start_span(step, below, start_time=at)
            at = began + int(seconds * 1e9)
            child.end(at)


def open_telemetry(environment: Mapping[str, str]) -> Telemetry | None:
    """What the standard variables ask for: the exporter, where it sends to, the sampler, the resource. None when they ask for nothing.

    Raises ServingError when what they ask for is not installed.
    """
    exporter = environment.get("OTEL_TRACES_EXPORTER", "otlp").strip().lower()
    is_off = environment.get("OTEL_SDK_DISABLED", "").strip().lower() == "true" or exporter == "none"
    if is_off or not any(environment.get(name) for name in ASKS):
        return None
    try:
        from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise ServingError(INSTALL) from error
    # the variables' own name goes before ours
    resource = Resource.create({SERVICE_NAME: NAME}).merge(OTELResourceDetector().detect())
    # closed by `Telemetry`; at the end of the program it would be waited for once more
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(_find_exporter(exporter, environment)()))
    return Telemetry(provider)


@contextmanager
def tracing(environment: Mapping[str, str]) -> Iterator[Telemetry | None]:
    """As `open_telemetry`, closed at the end of the block."""
    telemetry = open_telemetry(environment)
    try:
        yield telemetry
    finally:
        if telemetry is not None:
            telemetry.close()


def _find_exporter(name: str, environment: Mapping[str, str]):  # type: ignore[no-untyped-def]  # a class of whichever package
    if name == "otlp":
        asked = [environment.get(f"OTEL_EXPORTER_OTLP_{which}") for which in ("TRACES_PROTOCOL", "PROTOCOL")]
        protocol = next(filter(None, asked), "http/protobuf")
        name = PROTOCOLS.get(protocol.strip().lower(), protocol)
    for found in entry_points(group="opentelemetry_traces_exporter", name=name):
        return found.load()
    raise ServingError(f"there is no exporter {name!r} for traces; {INSTALL}, or install its package")
