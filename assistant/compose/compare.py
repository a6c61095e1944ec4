"""Which of several ends first, lasts longest or has most municipalities: computed from records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.asking import Measure
from assistant.compose.bodies import fits_bodies
from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard, place_of_fact
from assistant.compose.lists import fits_conditions, fitting_services
from assistant.compose.running import DAYS_A_MONTH, span_asked
from assistant.dialogue import Outcome, QuestionKind
from assistant.domain import KIND_PROJECT, PassageKind, Status
from assistant.messages import day
from assistant.validity import ends_on, started_on

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from assistant.compose.context import Context
    from assistant.compose.draft import Place
    from assistant.domain import Service

    Value = date | int

FIRST = {
    Measure.START: "compare-start-first",
    Measure.END: "compare-end-first",
    Measure.LENGTH: "compare-length-first",
    Measure.MUNICIPALITIES: "compare-municipalities-first",
}
LAST = {
    Measure.START: "compare-start-last",
    Measure.END: "compare-end-last",
    Measure.LENGTH: "compare-length-last",
    Measure.MUNICIPALITIES: "compare-municipalities-last",
}
SAME = {
    Measure.START: "compare-same-start",
    Measure.END: "compare-same-end",
    Measure.LENGTH: "compare-same-length",
    Measure.MUNICIPALITIES: "compare-same-municipalities",
}
OTHER = {
    Measure.START: "compare-other-start",
    Measure.END: "compare-other-end",
    Measure.LENGTH: "compare-other-length",
    Measure.MUNICIPALITIES: "compare-other-municipalities",
}

MOST_COMPARED = 4
OTHERS = 2
"""How many of the rest are told besides the one that's asked for among all."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A service with the value by which it's compared, which orders it."""

    service: Service
    value: Value


def wants_compared(context: Context) -> bool:
    """Whether a question asks which of some services comes first or last by their records."""
    question = context.question
    comparison = question.asking.comparison
    if comparison is None:
        return False
    if len(question.named) > 1:
        return True
    projects = PassageKind.PROJECT in question.sections
    return comparison.of_all and projects and not question.named and span_asked(context) is None


def compose_compared(context: Context) -> Draft | None:
    """Answer with the one that's asked for, its value, and those beside it.

    Returns:
        ``None`` when the records tell the value of fewer than two.
    """
    comparison = context.question.asking.comparison
    assert comparison is not None
    services = _compared(context)
    rows = [_Row(s, value) for s in services if (value := _value(s, comparison.by)) is not None]
    if len(rows) < 2:
        return None
    rows.sort(key=lambda row: _order(row.value), reverse=comparison.most)
    best = [row for row in rows if row.value == rows[0].value]
    draft = Draft(QuestionKind.LIST)
    named = len(context.question.named) > 1
    rest = rows[len(best) :][: MOST_COMPARED if named else OTHERS]
    _tell_best(context, draft, best)
    for row in rest:
        message = _in_tense(context, row, OTHER[comparison.by])
        text = context.messages.say(message, **_words(row))
        draft.tell(text, *_places(context, row.service, comparison.by))
    if named:
        _tell_unknown(context, draft, services, rows)
    for row in (*best[:MOST_COMPARED], *rest):
        places = context.card_places(row.service)
        draft.cards.append(DraftCard(context.card(row.service), places))
        warn_of_validity(context, draft, row.service)
    return draft


def _compared(context: Context) -> list[Service]:
    """The services that are compared: those named, else all that fit what the question says."""
    question = context.question
    if len(question.named) > 1:
        return [context.corpus.service_by_id[one] for one in question.named[:MOST_COMPARED]]
    comparison = question.asking.comparison
    assert comparison is not None
    # "Which ends next" names a status by its verb only: it asks of those that run.
    by_verb = comparison.by in {Measure.END, Measure.START}
    statuses = () if by_verb else question.statuses
    every = replace(context, question=replace(question, statuses=statuses))
    # Topics alone tell of something by likeness; all else is a matter of records.
    fitting = (
        fitting_services(every)
        if question.topics
        else [
            s
            for s in context.corpus.services
            if fits_conditions(every, s) and fits_bodies(every, s)
        ]
    )
    services = [s for s in fitting if s.kind == KIND_PROJECT]
    if comparison.by is not Measure.END:
        return services
    wanted = Status.ENDED if comparison.past else Status.ACTIVE
    return [service for service in services if context.status(service) is wanted]


def _value(service: Service, by: Measure) -> Value | None:
    start, end = started_on(service), ends_on(service)
    if by is Measure.END:
        return end
    if by is Measure.START:
        return start
    if by is Measure.MUNICIPALITIES:
        return len(service.municipalities) or None
    return (end - start).days + 1 if start and end else None


def _order(value: Value) -> int:
    return value if isinstance(value, int) else value.toordinal()


def _tell_best(context: Context, draft: Draft, best: Sequence[_Row]) -> None:
    question = context.question
    comparison = question.asking.comparison
    assert comparison is not None
    by = comparison.by
    places = [p for row in best for p in _places(context, row.service, by)]
    say, words = context.messages.say, _words(best[0])
    if len(best) > 1:
        names = "; ".join(row.service.name for row in best)
        text = say(_in_tense(context, best[0], SAME[by]), **words, names=names)
        draft.tell(text, *places)
        return
    message = (LAST if comparison.most else FIRST)[by]
    text = say(_in_tense(context, best[0], message), **words)
    if question.asking.polar and len(question.named) == 2:
        answer = say("yes" if best[0].service.id == question.named[0] else "no")
        text = f"{answer} {text}"
    draft.tell(text, *places)


def _words(row: _Row) -> dict[str, str | int | date]:
    """What the messages of a comparison may say of one service."""
    start, end = started_on(row.service), ends_on(row.service)
    words: dict[str, str | int | date] = {"name": row.service.name}
    if isinstance(row.value, int):
        words |= {"count": row.value, "months": round(row.value / DAYS_A_MONTH)}
    else:
        words["date"] = row.value
    if start and end:
        words["period"] = f"{day(start)}–{day(end)}"
    return words


def _in_tense(context: Context, row: _Row, message: str) -> str:
    """The message as it's said of an end that has come already, or of one to come."""
    comparison = context.question.asking.comparison
    if comparison is None or comparison.by is not Measure.END or isinstance(row.value, int):
        return message
    past = row.value < context.question.as_of
    return f"{message}-past" if past else f"{message}-coming"


def _tell_unknown(
    context: Context, draft: Draft, services: Sequence[Service], rows: Sequence[_Row]
) -> None:
    known = {row.service.id for row in rows}
    for service in services:
        if service.id not in known:
            draft.frame(context.messages.say("compare-unknown", name=service.name))
            draft.outcome = Outcome.PARTIAL


def _places(context: Context, service: Service, by: Measure) -> tuple[Place, ...]:
    """Where the value is told."""
    if by is Measure.MUNICIPALITIES:
        telling = max(
            service.statements,
            key=lambda s: len({p.name for p in context.places.find(s.text)}),
            default=None,
        )
        return context.cite(service, telling) if telling else context.card_places(service)
    printed = tuple(place_of_fact(p.printed) for p in service.periods if p.printed)
    return printed or context.end(service)[1] or context.card_places(service)
