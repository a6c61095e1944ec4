"""The cues of `assistant.cues` as lists to look up in a message, by the language it's in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from assistant.cues import (
    ASPECTS,
    COUNT_WORDS,
    HELP_WORDS,
    LIST_WORDS,
    PLAN_WORDS,
    SECTIONS,
    STATUSES,
)
from assistant.cues_abroad import (
    ASPECTS_ABROAD,
    COUNTS_ABROAD,
    HELP_ABROAD,
    LISTS_ABROAD,
    PLAN_ABROAD,
    SECTIONS_ABROAD,
    STATUSES_ABROAD,
)
from assistant.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from assistant.dialogue import Aspect
    from assistant.domain import PassageKind, Status
    from assistant.finnish import Token

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class CueTables:
    """What a message asks for, told by its words: one list of cues for each thing."""

    aspects: Phrases[Aspect]
    sections: Phrases[PassageKind]
    statuses: Phrases[Status]
    help: Phrases[bool]
    plan: Phrases[bool]
    lists: Phrases[bool]
    counts: Phrases[bool]


def table(
    analyse: Callable[[str], Sequence[Token]], *cues: Mapping[V, Sequence[str]]
) -> Phrases[V]:
    """A list of cues, each with what it tells.

    Args:
        analyse: Turns a cue into words.
        cues: The phrases of each value.
    """
    phrases: Phrases[V] = Phrases(analyse)
    for values in cues:
        for value, words in values.items():
            for word in words:
                phrases.add(word, value)
    return phrases


def cue_tables(analyse: Callable[[str], Sequence[Token]], *, abroad: bool) -> CueTables:
    """The lists of cues for Finnish messages, or for those in other languages.

    Args:
        analyse: Turns a cue into words.
        abroad: Whether the messages are in another language than Finnish.
    """
    more = (ASPECTS_ABROAD,) if abroad else ()

    def flags(words: Sequence[str], others: Sequence[str]) -> Phrases[bool]:
        return table(analyse, {True: (*words, *(others if abroad else ()))})

    return CueTables(
        aspects=table(analyse, ASPECTS, *more),
        sections=table(analyse, SECTIONS, *((SECTIONS_ABROAD,) if abroad else ())),
        statuses=table(analyse, STATUSES, *((STATUSES_ABROAD,) if abroad else ())),
        help=flags(HELP_WORDS, HELP_ABROAD),
        plan=flags(PLAN_WORDS, PLAN_ABROAD),
        lists=flags(LIST_WORDS, LISTS_ABROAD),
        counts=flags(COUNT_WORDS, COUNTS_ABROAD),
    )
