"""Counts and times for Prometheus: what kinds of requests there were, never what was in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

if TYPE_CHECKING:
    from api.gate import Gate
    from api.middleware import Served

MEDIA_TYPE = CONTENT_TYPE_LATEST
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_SECONDS = (0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The measures of one application.

    Args:
        gate: Tells how many questions are being worked on.
    """

    def __init__(self, gate: Gate) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        GCCollector(registry=self._registry)
        self._requests = Counter(
            "tienviitta_requests",
            "Requests, by the route's form, the method, and the status.",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._answers = Counter(
            "tienviitta_answers",
            "Answers, by how they ended, for whom, and in which language.",
            ("outcome", "audience", "language"),
            registry=self._registry,
        )
        self._broken_off = Counter(
            "tienviitta_broken_off",
            "Requests whose client left before the end.",
            registry=self._registry,
        )
        self._feedback = Counter(
            "tienviitta_feedback", "Thumbs.", ("rating",), registry=self._registry
        )
        self._time = Histogram(
            "tienviitta_request_seconds",
            "From a request's first byte to its answer's last.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._step = Histogram(
            "tienviitta_step_seconds",
            "What each step of answering takes.",
            ("step",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._calls = Counter(
            "tienviitta_language_model_calls",
            "Requests to the language model.",
            registry=self._registry,
        )
        self._tokens = Counter(
            "tienviitta_language_model_tokens",
            "Tokens that the language model read (prompt) and wrote (completion).",
            ("kind",),
            registry=self._registry,
        )
        self._index = Info(
            "tienviitta_index", "The generation that answers.", registry=self._registry
        )
        self._passages = Gauge(
            "tienviitta_passages", "Passages of the generation.", registry=self._registry
        )
        inside = Gauge(
            "tienviitta_inside",
            "Questions that are being worked on or wait for their turn.",
            registry=self._registry,
        )
        inside.set_function(lambda: gate.inside)

    def observe(self, served: Served) -> None:
        """Count one request."""
        facts = served.facts
        method = served.method if served.method in _METHODS else "other"
        self._requests.labels(served.route, method, str(served.status)).inc()
        self._time.labels(served.route).observe(served.seconds)
        if "outcome" in facts:
            labels = (facts["outcome"], facts["audience"], facts["language"])
            self._answers.labels(*labels).inc()
        for step, milliseconds in facts.get("timings_ms", {}).items():
            self._step.labels(step).observe(milliseconds / 1000)
        if usage := facts.get("usage"):
            self._calls.inc(usage["calls"])
            self._tokens.labels("prompt").inc(usage["prompt_tokens"])
            self._tokens.labels("completion").inc(usage["completion_tokens"])
        if "rating" in facts:
            self._feedback.labels(facts["rating"]).inc()
        if facts.get("broken_off"):
            self._broken_off.inc()

    def serves(self, generation: str, passages: int) -> None:
        """Tell which generation answers now."""
        self._index.info({"generation": generation})
        self._passages.set(passages)

    def text(self) -> bytes:
        """Return everything in Prometheus's text form."""
        return generate_latest(self._registry)
