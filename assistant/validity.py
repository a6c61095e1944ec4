"""Whether a service runs on a day, judged from every running time that the sources print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain import KIND_PROJECT, Status

if TYPE_CHECKING:
    from datetime import date

    from assistant.domain import Period, Service

ENDED_STATES = frozenset({"PÄÄTTYNYT"})
STARTING_STATES = frozenset({"KÄYNNISTYMÄSSÄ"})


def status_on(service: Service, day: date) -> Status:
    """Judge a service on a day.

    A source that prints that something has ended is believed. Where two running times disagree
    about the day, nobody can tell: unknown. Without an end, a service that is no project runs on;
    a project doesn't, since projects end.
    """
    if service.state in ENDED_STATES:
        return Status.ENDED
    judged = {_judge(start, end, day) for start, end in running_times(service)}
    judged.discard(Status.UNKNOWN)
    if len(judged) == 1:
        return judged.pop()
    if judged or service.kind == KIND_PROJECT or service.state in STARTING_STATES:
        return Status.UNKNOWN
    return Status.ACTIVE if service.confidence != "low" else Status.UNKNOWN


def status_during(service: Service, first: date, last: date, seen: date | None = None) -> Status:
    """Judge a service on a span of days: active when it ran on any of them.

    Without a printed end nobody can tell of a coming day. Without a printed start nobody can tell
    of a day before a source told of it.

    Args:
        service: The service.
        first: The first day of the span.
        last: The last day of the span.
        seen: A day on which a source told that it runs; ``None`` also for a coming span.
    """
    times = running_times(service)
    if not times and seen and seen <= last and service.kind != KIND_PROJECT:
        return Status.ACTIVE if service.confidence != "low" else Status.UNKNOWN
    known = seen if seen and seen <= last else None
    judged = {_judge_span(start or known, end, first, last) for start, end in times}
    return judged.pop() if len(judged) == 1 else Status.UNKNOWN


def started_on(service: Service) -> date | None:
    """The first day that any running time of a service prints."""
    starts = [start for start, _ in running_times(service) if start] + (
        [service.valid_from] if service.valid_from else []
    )
    return min(starts, default=None)


def ends_on(service: Service) -> date | None:
    """The last day that any running time of a service prints."""
    return max((end for end, _ in end_dates(service)), default=None)


def running_times(service: Service) -> list[tuple[date | None, date | None]]:
    """Every different running time of a service: its own, or those that entries print."""
    printed = [(period.valid_from, period.valid_to) for period in service.periods]
    own = (service.valid_from, service.valid_to)
    if own != (None, None) and service.valid_to not in {end for _, end in printed}:
        printed.append(own)
    return list(dict.fromkeys(printed))


def end_dates(service: Service) -> tuple[tuple[date, Period | None], ...]:
    """Every different end date, with the running time that prints it where one does."""
    ends: dict[date, Period | None] = {}
    for period in service.periods:
        if period.valid_to:
            ends.setdefault(period.valid_to, period)
    if service.valid_to:
        ends.setdefault(service.valid_to, None)
    return tuple(ends.items())


def _judge_span(start: date | None, end: date | None, first: date, last: date) -> Status:
    if end is not None and end < first:
        return Status.ENDED
    if start is not None and last < start:
        return Status.UPCOMING
    if end is not None and (start is not None or end <= last):
        return Status.ACTIVE
    return Status.UNKNOWN


def _judge(start: date | None, end: date | None, day: date) -> Status:
    if end is not None and day > end:
        return Status.ENDED
    if start is not None and day < start:
        return Status.UPCOMING
    if end is not None:
        return Status.ACTIVE
    return Status.UNKNOWN if start is None else Status.ACTIVE
