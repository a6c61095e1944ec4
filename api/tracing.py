"""Traces for OpenTelemetry, when a collector is set: routes, outcomes and times, never content.

Spans are made once a request is served, from what the log tells too, so that nothing can end up in
them that isn't in the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.errors import SettingsError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

    from api.middleware import Served

_TOLD = ("outcome", "audience", "language", "generation", "citations", "services", "streamed")
_STEPS = ("understand", "retrieve", "generate", "compose", "verify")
_PROPAGATED = ("traceparent", "tracestate")


class Tracing:
    """Tells a collector of every request.

    Args:
        exporter: Where spans go.
        now: Whether each span is exported at once, and not in batches.
    """

    def __init__(self, exporter: SpanExporter, *, now: bool = False) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

        self._provider = TracerProvider(resource=Resource.create({"service.name": "tienviitta"}))
        processor = SimpleSpanProcessor(exporter) if now else BatchSpanProcessor(exporter)
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("tienviitta.api")

    def observe(self, served: Served) -> None:
        """Tell of one request, and of each step of its answer."""
        from opentelemetry import trace
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        given = {name: served.headers.get(name, "") for name in _PROPAGATED}
        parent = TraceContextTextMapPropagator().extract(given)
        ended = served.started_ns + round(served.seconds * 1e9)
        span = self._tracer.start_span(
            f"{served.method} {served.route}",
            context=parent,
            kind=trace.SpanKind.SERVER,
            start_time=served.started_ns,
            attributes=_attributes(served),
        )
        if served.status >= 500:
            span.set_status(trace.StatusCode.ERROR)
        within = trace.set_span_in_context(span)
        steps = served.facts.get("timings_ms", {})
        durations = [(step, round(steps[step] * 1e6)) for step in _STEPS if step in steps]
        # The steps follow each other, and the last ends when the answer is ready to be told.
        moment = ended - sum(duration for _, duration in durations)
        for step, duration in durations:
            child = self._tracer.start_span(step, context=within, start_time=moment)
            moment += duration
            child.end(moment)
        span.end(ended)

    def close(self) -> None:
        """Send what is still to be sent."""
        self._provider.shutdown()


def open_tracing(endpoint: str) -> Tracing:
    """Return what tells a collector of requests.

    Args:
        endpoint: The collector's address for OTLP over HTTP.

    Raises:
        SettingsError: The packages for it aren't installed.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    except ImportError:
        raise SettingsError(
            "TIENVIITTA_OTLP_ENDPOINT is set, but OpenTelemetry isn't installed: "
            "pip install -c constraints.txt -e '.[otel]'"
        ) from None
    return Tracing(OTLPSpanExporter(endpoint=endpoint))


def _attributes(served: Served) -> dict[str, Any]:
    told = {f"tienviitta.{name}": served.facts[name] for name in _TOLD if name in served.facts}
    return {
        "http.request.method": served.method,
        "http.route": served.route,
        "http.response.status_code": served.status,
        "tienviitta.request_id": served.request_id,
        **told,
    }
