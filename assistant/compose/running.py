"""When a service runs: what holds today, and before it what held or will hold when asked about."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.asking import Event
from assistant.calendar_spans import season_of
from assistant.compose.draft import place_of_fact
from assistant.compose.values import dated_statement
from assistant.dialogue import Aspect
from assistant.domain import Status
from assistant.messages import day
from assistant.validity import end_dates, ends_on, started_on, status_during

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft, Place
    from assistant.domain import Service

    Told = tuple[str, tuple[Place, ...]]
    Span = tuple[date, date]

DURING_PAST = {
    Status.ACTIVE: "span-active-past",
    Status.ENDED: "span-ended-past",
    Status.UPCOMING: "span-upcoming-past",
    Status.UNKNOWN: "span-unknown-past",
}
DURING_COMING = {
    Status.ACTIVE: "span-active-coming",
    Status.ENDED: "span-ended-coming",
    Status.UPCOMING: "span-upcoming-coming",
    Status.UNKNOWN: "span-unknown-coming",
}
DAYS_A_MONTH = 30.44
SEASONS = (1, 3, 6, 9)
OPEN_START = re.compile(r"^\s*[-–—]")


def tell_when(context: Context, draft: Draft, service: Service) -> None:
    """Tell when a service runs: yes or no first, then the time asked about, then today."""
    span = span_asked(context)
    if _tell_start(context, draft, service):
        return
    answer = _yes_or_no(context, service, span)
    during = _during(context, service, span) if span else None
    if during:
        text, places = during
        draft.tell(f"{answer} {text}".strip(), *places)
        now = state(context, service, context.messages.say("fact-it"))
        if now:
            draft.tell(now[0], *now[1], joins=True)
        return
    now = state(context, service, service.name)
    if now:
        draft.tell(f"{answer} {now[0]}".strip(), *now[1])
        _tell_length(context, draft, service)


def _tell_length(context: Context, draft: Draft, service: Service) -> None:
    """Tell how long a service runs in all, where that's asked and sources agree on both ends."""
    start, end = started_on(service), ends_on(service)
    if Aspect.DURATION not in context.question.aspects or start is None or end is None:
        return
    if len(end_dates(service)) > 1 or any(period.problem for period in service.periods):
        return
    months = round(((end - start).days + 1) / DAYS_A_MONTH)
    printed = tuple(place_of_fact(one.printed) for one in service.periods if one.printed)
    text = context.messages.say("fact-length", months=months)
    draft.tell(text, *(printed or context.end(service)[1]), joins=True)


def span_asked(context: Context) -> Span | None:
    """The days that are asked about, when today isn't among them; an open span is its edge."""
    if context.question.span is None:
        return None
    first, last = context.question.span
    if first <= context.question.as_of <= last:
        return None
    if first == date.min:
        return last, last
    return (first, first) if last == date.max else (first, last)


def status_then(context: Context, service: Service, span: Span) -> Status:
    """Whether a service ran, or will run, in a span that is asked about."""
    first, last = span
    seen = None
    if last < context.question.as_of and service.entries:
        told = context.corpus.source_by_id[service.entries[0].name.source_id].checked_on
        seen = date.fromisoformat(f"{told}-01"[: len("2024-06-01")]) if told else None
    return status_during(service, first, last, seen)


def span_words(context: Context, span: Span) -> str:
    """A span as a sentence begins with it."""
    first, last = span
    say = context.messages.say
    if first == last:
        return say("span-day", date=first)
    year = str(first.year)
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return say("span-year", year=year)
    month_ends = (last + timedelta(days=1)).day == 1
    if first.day == 1 and month_ends and (first.year, first.month) == (last.year, last.month):
        return say(f"in-month-{first.month}", year=year)
    for month in SEASONS:
        if span == season_of(month, last.year):
            return say(f"in-season-{month}", year=str(last.year))
    return say("span-range", first=first, last=last)


def state(context: Context, service: Service, name: str) -> Told | None:
    """What holds of a running time today, with where it's told.

    Args:
        context: The question.
        service: The service.
        name: What it's called in the sentence.
    """
    return (
        _misprint(context, service)
        or _conflict(context, service)
        or _period(context, service, name)
        or _without_period(context, service, name)
    )


def end_words(context: Context, service: Service) -> Told | None:
    """That a service has ended, with the date where it's told."""
    say = context.messages.say
    end, places = context.end(service)
    if end is None:
        places = context.card_places(service)
        return (say("ended-item-undated", name=service.name), places) if places else None
    if len(end_dates(service)) > 1:
        return say("ended-item-undated", name=service.name), places
    name = "period-ended-item" if service.may_go_on else "ended-item"
    return say(name, name=service.name, date=end), places


def _misprint(context: Context, service: Service) -> Told | None:
    say = context.messages.say
    for period in service.periods:
        if period.problem and period.printed:
            text = say("fact-when-misprint", period=period.printed.value, problem=period.problem)
            if period.valid_to and context.status(service) is Status.ENDED:
                text += " " + say("fact-when-misprint-ended", date=period.valid_to)
            return text, (place_of_fact(period.printed),)
    return None


def _conflict(context: Context, service: Service) -> Told | None:
    facts = [period.printed for _, period in end_dates(service) if period and period.printed]
    if len(facts) < 2 or len(facts) != len(end_dates(service)):
        return None
    first, second = (fact.value for fact in facts[:2])
    text = context.messages.say("fact-when-conflict", first=first, second=second)
    return text, tuple(place_of_fact(fact) for fact in facts)


def _period(context: Context, service: Service, name: str) -> Told | None:
    """The running time, as the sources print it where its start is known."""
    say, status = context.messages.say, context.status(service)
    end, places = context.end(service)
    printed = [p.printed for p in service.periods if p.printed]
    if status is Status.ENDED and service.may_go_on and end:
        return say("period-ended-item", name=service.name, date=end), places
    message = {
        Status.ENDED: "fact-when-ended",
        Status.ACTIVE: "fact-when-active",
        Status.UPCOMING: "fact-when-upcoming",
        Status.UNKNOWN: "fact-when",
    }[status]
    if printed and not OPEN_START.match(printed[0].value):
        text = say(message, name=name, period=printed[0].value)
        return text, tuple(place_of_fact(fact) for fact in printed)
    if end is None or not places:
        return None
    if service.valid_from:
        period = f"{day(service.valid_from)}–{day(end)}"
        return say(message, name=name, period=period), places
    if printed:
        places = tuple(place_of_fact(fact) for fact in printed)
    ended = "fact-when-ended-on" if status is Status.ENDED else "fact-when-active-until"
    return say(ended, name=name, date=end), places


def _without_period(context: Context, service: Service, name: str) -> Told | None:
    say, status = context.messages.say, context.status(service)
    stated = tuple(place_of_fact(entry.state) for entry in service.entries if entry.state)
    if service.state and stated:
        return say("fact-when-state", state=service.state), stated
    if status is not Status.ACTIVE or not service.statements:
        return None
    if service.valid_from is None:
        places = context.cite(service, service.statements[0])
        return say("fact-when-runs", name=name), places
    told = dated_statement(context, service, Event.STARTS) or service.statements[0]
    text = say("fact-when-runs-from", name=name, date=service.valid_from)
    return text, context.cite(service, told)


def _tell_start(context: Context, draft: Draft, service: Service) -> bool:
    """Tell when something began or was that has no end: by the sentence that tells it."""
    asking = context.question.asking
    if asking.polar or service.periods or service.valid_to:
        return False
    if asking.event not in {Event.STARTS, None}:
        return False
    told = dated_statement(context, service, asking.event)
    if told is None:
        return False
    draft.tell(" ".join(told.text.split()), *context.cite(service, told))
    return True


def _during(context: Context, service: Service, span: Span) -> Told | None:
    """What held in a past span, or will hold in a coming one."""
    if context.question.asking.event in {Event.ENDS, Event.STARTS}:
        return None
    say, (first, last) = context.messages.say, span
    past = last < context.question.as_of
    status = status_then(context, service, span)
    end, places = context.end(service)
    places = places or context.card_places(service)
    if service.may_go_on and status is Status.ENDED:
        return None
    values = {"span": span_words(context, span), "name": service.name}
    if status is Status.ACTIVE and first != last:
        start = started_on(service)
        if end and end < last:
            name = "span-ran-until-past" if past else "span-ran-until-coming"
            return say(name, date=end, **values), places
        if start and first < start:
            name = "span-ran-from-past" if past else "span-ran-from-coming"
            return say(name, date=start, **values), places
    return say((DURING_PAST if past else DURING_COMING)[status], **values), places


def _yes_or_no(context: Context, service: Service, span: Span | None) -> str:
    """Yes or no, where that was asked and the record decides it."""
    question = context.question
    event = question.asking.event
    if not question.asking.polar or event is None or len(end_dates(service)) > 1:
        return ""
    if any(period.problem for period in service.periods):
        return ""
    decided: bool | None
    if event is Event.RUNS:
        decided = _runs(context, service, span)
    else:
        edge = ends_on(service) if event is Event.ENDS else started_on(service)
        if question.span and edge:
            decided = question.span[0] <= edge <= question.span[1]
        elif event is Event.ENDS:
            decided = _runs(context, service, None)
            decided = None if decided is None else not decided
        else:
            decided = {Status.ACTIVE: True, Status.ENDED: True, Status.UPCOMING: False}.get(
                context.status(service)
            )
    if decided is None:
        return ""
    return context.messages.say("yes" if decided else "no")


def _runs(context: Context, service: Service, span: Span | None) -> bool | None:
    if service.may_go_on or (context.question.span and span is None):
        return None
    status = status_then(context, service, span) if span else context.status(service)
    return {Status.ACTIVE: True, Status.ENDED: False, Status.UPCOMING: False}.get(status)
