"""Which sentences of a description are told: the first, then those that help who asks most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.need import ABROAD, is_mainly_for_newcomers, may_be_newcomer
from assistant.finnish import index_terms
from assistant.messages import day
from assistant.persons import speaks_to_reader, tells_of_past
from assistant.validity import end_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.domain import Service, Statement

ASKS_HELP = 0.75
"""How much help a question has to ask for to be a person's who needs it, from 0 to 1."""

BONUS = {"to_reader": 0.8, "own_age": 2.0, "past": -1.6}
"""What counts besides shared words, each of which counts at most 1."""

HOMES = 2
"""Who names more municipalities than so many asks of an area rather than lives there."""

LEANS = re.compile(r"(?:Sieltä|Siellä|Sinne|Ne|Niiden|Niissä|Niihin|He|Hän|Heidän|Näin)\b")
"""How a sentence begins that tells of what the one before it names."""

BETWEEN = re.compile(r"(?<!\d)(\d{1,2})\s*[-–]\s*(\d{1,2})-vuotia")
UNDER = re.compile(r"\balle (\d{1,2})-vuotia", re.IGNORECASE)
OVER = re.compile(r"\byli (\d{1,2})-vuotia", re.IGNORECASE)
OLDEST = 120


def best_statements(context: Context, service: Service, count: int) -> list[Statement]:
    """The sentences of a description that tell most of what was asked, in their order.

    To somebody who needs help, a sentence that's only for others isn't told, and one that tells
    what to do or get goes before one that tells how things are, unless it's asked how they are.

    Args:
        context: The question.
        service: The service.
        count: The most sentences.
    """
    if not service.statements:
        return []
    places = {name.casefold() for name in context.question.municipalities}
    asked = {term: weight for term, weight in context.question.terms if term not in places}
    first, *rest = service.statements
    helps = context.question.help >= ASKS_HELP
    question = context.question
    whole_area = len(question.municipalities) > HOMES
    exact = bool(question.named or question.aspects or whole_area)

    def worth(statement: Statement) -> float:
        tokens = context.tokens(statement.text)
        shared = sum(asked.get(term, 0.0) for term in set(index_terms(tokens)))
        if exact or not helps:
            return shared
        own_age = _is_of_age(context, statement) is True
        told = {
            "to_reader": speaks_to_reader(tokens),
            "own_age": own_age,
            "past": tells_of_past(tokens),
        }
        return shared + sum(BONUS[name] * is_so for name, is_so in told.items())

    dated = {day(end) for end, _ in end_dates(service)}
    telling = [s for s in rest if not any(date_ in s.text for date_ in dated)]
    if helps:
        telling = [s for s in telling if not _is_for_others(context, service, s)]
    chosen: list[Statement] = []
    for statement in sorted(telling, key=lambda s: -worth(s)):
        if len(chosen) + 1 < count and (
            statement is rest[0]
            or not LEANS.match(statement.text)
            or _before(rest, statement) in chosen
        ):
            chosen.append(statement)
    return [first, *(s for s in rest if s in chosen)]


def _before(statements: Sequence[Statement], one: Statement) -> Statement | None:
    """The statement before one, on which it leans."""
    number = next(n for n, statement in enumerate(statements) if statement is one)
    return statements[number - 1] if number else None


def _is_for_others(context: Context, service: Service, statement: Statement) -> bool:
    """Whether a sentence is for people of another age, or who have moved to Finland."""
    if _is_of_age(context, statement) is False:
        return True
    if may_be_newcomer(context) or is_mainly_for_newcomers(service):
        return False
    return bool(ABROAD & context.groups_in(statement.text))


def _is_of_age(context: Context, statement: Statement) -> bool | None:
    """Whether a sentence is for the asker's age; ``None`` when either tells no age."""
    age, spans = context.question.age, ages_in(statement.text)
    if age is None or not spans:
        return None
    return any(low <= age <= high for low, high in spans)


def ages_in(text: str) -> list[tuple[int, int]]:
    """The first and last year of each span of ages that a Finnish sentence tells.

    >>> ages_in("Palvelu on alle 30-vuotiaille ja 55-64-vuotiaille.")
    [(55, 64), (0, 29)]
    """
    spans = [(int(low), int(high)) for low, high in BETWEEN.findall(text)]
    spans += [(0, int(high) - 1) for high in UNDER.findall(text)]
    return spans + [(int(low), OLDEST) for low in OVER.findall(text)]
