"""An answer while it's written: lines, each with the places of the sources that it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.dialogue import Outcome, QuestionKind

if TYPE_CHECKING:
    from assistant.corpus import Corpus
    from assistant.dialogue import ServiceCard
    from assistant.domain import Basis, Fact, Passage, Service, Statement

TRIMMED = " \n"
BULLET = re.compile(r"^\s*-\s+", re.MULTILINE)
LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source that a line rests on, and what that place itself rests on."""

    source_id: str
    start: int
    end: int
    locator: str
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of the answer's text.

    A line that tells something of the sources has places. A line of the assistant's own words (a
    lead, a next step) is ``frame`` and may have none. ``joins`` goes on after the line before.
    """

    text: str
    places: tuple[Place, ...] = ()
    frame: bool = False
    bullet: bool = False
    joins: bool = False


@dataclass(slots=True)
class DraftNotice:
    """A notice while the answer is written."""

    kind: str
    text: str
    places: tuple[Place, ...] = ()


@dataclass(slots=True)
class DraftCard:
    """A service card while the answer is written; its citations are numbered by the guard."""

    card: ServiceCard
    places: tuple[Place, ...] = ()


@dataclass(slots=True)
class Draft:
    """An answer before the guard has seen it."""

    kind: QuestionKind
    outcome: Outcome = Outcome.ANSWERED
    lines: list[Line] = field(default_factory=list)
    cards: list[DraftCard] = field(default_factory=list)
    notices: list[DraftNotice] = field(default_factory=list)
    follow_ups: list[str] = field(default_factory=list)

    def frame(self, text: str) -> None:
        """Add a line of the assistant's own words."""
        self.lines.append(Line(text, frame=True))

    def tell(self, text: str, *places: Place, bullet: bool = False, joins: bool = False) -> None:
        """Add a line that rests on places of the sources; without any it isn't told."""
        if places:
            unique = tuple(dict.fromkeys(places))
            self.lines.append(Line(text, unique, bullet=bullet, joins=joins))

    def extend(self, other: Draft) -> None:
        """Go on with another answer's lines, cards, notices and follow-ups."""
        self.lines += other.lines
        self.cards += other.cards
        self.notices += other.notices
        self.follow_ups += other.follow_ups

    def notice(self, kind: str, text: str, *places: Place) -> None:
        """Add a notice, once."""
        if all(notice.text != text for notice in self.notices):
            self.notices.append(DraftNotice(kind, text, places))


def place_of_fact(fact: Fact) -> Place:
    """Where an entry of the plan prints a value."""
    return Place(fact.source_id, fact.start, fact.end, fact.locator)


def place_of_passage(passage: Passage) -> Place:
    """Where a passage stands, without the spaces around it."""
    lead = len(passage.text) - len(passage.text.lstrip(TRIMMED))
    return Place(
        passage.source_id,
        passage.start + lead,
        passage.start + len(passage.text.rstrip(TRIMMED)),
        passage.locator,
    )


def places_of_statement(
    corpus: Corpus, service: Service, statement: Statement
) -> tuple[Place, ...]:
    """What a sentence of a description is cited by.

    What stands in the plan is cited there; everything else by the sentence itself, together with
    the pages that it rests on.
    """
    if statement.basis and all(basis.source_id in corpus.source_by_id for basis in statement.basis):
        return tuple(
            Place(basis.source_id, basis.start, basis.end, basis.locator or "")
            for basis in statement.basis
            if basis.source_id and basis.start is not None and basis.end is not None
        )
    return (
        Place(service.source_id, statement.start, statement.end, service.name, statement.basis),
    )


def readable(quote: str) -> str:
    """A quote on one line, without the marks of lists, bold type and links around words."""
    return " ".join(LINK.sub(r"\1", BULLET.sub("", quote)).replace("**", "").split())
