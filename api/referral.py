"""A note that a counsellor gives to a client: where to turn, in plain Finnish, on one page.

Only what runs on the chosen day is offered. What has ended is named as ended, with where to turn
instead; where no source tells, the note says to ask first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api import wording
from api.service_page import living_instead
from assistant.domain import KIND_EMPLOYMENT_AREA, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from assistant.dialogue import ServiceCard
    from assistant.domain import Service

MOST = 6
"""How many places to turn to still fit a page, and a tired reader."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9”])")
_ROOM = 1300
_ROOM_EACH = 350
"""Characters of description that fit the page in all, and that one place needs at the most."""
_FIRST_ASK = "Lähteet eivät kerro varmasti, onko tämä nyt käynnissä. Kysy siitä ensin."


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to get in touch; ``kind`` is a key of the channels."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place to turn to.

    Attributes:
        card: The service.
        text: What it is, in its first sentences.
        contacts: How to get in touch; empty when no source tells.
        caution: What to know before one goes there, or nothing.
        instead_of: The names of ended services in whose stead it's offered.
    """

    card: ServiceCard
    text: str
    contacts: tuple[Contact, ...]
    caution: str = ""
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """The note.

    Attributes:
        day: The day for which it's written.
        places: Where to turn, what runs first.
        ended: What was chosen but has ended, by name, each with what's told of its end.
        left_out: The names of places that didn't fit the page.
    """

    day: date
    places: tuple[Place, ...]
    ended: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...] = ()


def write_note(
    chosen: Sequence[str],
    cards: Mapping[str, ServiceCard],
    services: Mapping[str, Service],
    day: date,
    municipality: str | None = None,
) -> Note:
    """Write a note of chosen services.

    Args:
        chosen: Their ids, in the order of choosing.
        cards: Every service as it is on the day, by id.
        services: Every record, by id.
        day: The day on which the client gets the note.
        municipality: Where the client lives: its employment area stands last, where there's room.
    """
    picked = [cards[id_] for id_ in dict.fromkeys(chosen) if id_ in cards]
    wanted: dict[str, list[str]] = {c.id: [] for c in picked if c.status is Status.ACTIVE}
    wanted |= {c.id: [] for c in picked if c.status in {Status.UPCOMING, Status.UNKNOWN}}
    gone = [card for card in picked if card.status is Status.ENDED]
    for card in gone:
        for other in _instead(services[card.id], cards, services, municipality):
            wanted.setdefault(other.id, []).append(card.name)
    if municipality:
        own = _employment_area(cards.values(), municipality)
        wanted |= {card.id: [] for card in own if card.id not in wanted}
    shown = list(wanted.items())[:MOST]
    room = min(_ROOM_EACH, _ROOM // max(1, len(shown)))
    return Note(
        day,
        tuple(_place(cards[id_], tuple(names), room) for id_, names in shown),
        tuple((card.name, card.status_text) for card in gone),
        tuple(cards[id_].name for id_ in list(wanted)[MOST:]),
    )


def _instead(
    service: Service,
    cards: Mapping[str, ServiceCard],
    services: Mapping[str, Service],
    municipality: str | None,
) -> tuple[ServiceCard, ...]:
    """What runs instead, and where the client lives, when that's known."""
    near = {
        id_: card
        for id_, card in cards.items()
        if not (municipality and card.municipalities and municipality not in card.municipalities)
    }
    return living_instead(service, near, services, most=2)


def _employment_area(cards: Iterable[ServiceCard], municipality: str) -> list[ServiceCard]:
    return [
        card
        for card in cards
        if card.kind == KIND_EMPLOYMENT_AREA
        and municipality in card.municipalities
        and card.status is Status.ACTIVE
    ]


def _place(card: ServiceCard, instead_of: tuple[str, ...], room: int) -> Place:
    caution = ""
    if card.status is Status.UPCOMING:
        caution = f"{card.status_text}."
    elif card.status is not Status.ACTIVE:
        caution = _FIRST_ASK
    return Place(card, opening(card.description, room), contacts(card), caution, instead_of)


def opening(text: str, room: int) -> str:
    """Return the first whole sentences of a text that fit into some characters, at least one."""
    shown = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{shown} {sentence}".strip()
        if shown and len(longer) > room:
            break
        shown = longer
    return shown


def contacts(card: ServiceCard) -> tuple[Contact, ...]:
    """Return how to get in touch with a service, a phone first."""
    order = ("phone", "email", "visit", "url", "other")
    return tuple(
        Contact(kind, wording.CHANNEL_LABELS.get(kind, kind), card.channels[kind])
        for kind in order
        if kind in card.channels
    )


def as_text(note: Note) -> str:
    """Return the note as plain text, to be copied into a message."""
    lines = ["Muistilappu: mistä saat apua", f"Tiedot {wording.finnish_date(note.day)}", ""]
    for number, place in enumerate(note.places, 1):
        lines.append(f"{number}. {place.card.name}")
        lines += [f"   {text}" for text in (place.text, place.caution) if text]
        if where := wording.where(place.card.municipalities, place.card.area):
            lines.append(f"   Missä: {where}")
        lines += [f"   {contact.label}: {contact.text}" for contact in place.contacts]
        if not place.contacts:
            lines.append(f"   {no_contact(place.card)}")
        if place.card.cost:
            lines.append(f"   Hinta: {place.card.cost}")
        lines.append("")
    if note.ended:
        lines.append("Nämä ovat päättyneet:")
        lines += [f"- {name}: {told}" for name, told in note.ended]
        lines.append("")
    lines.append("Tarkista tiedot ennen kuin lähdet: ne ovat voineet muuttua.")
    return "\n".join(lines)


def no_contact(card: ServiceCard) -> str:
    """Return whom to ask where no source tells how to get in touch."""
    if card.providers:
        return f"Yhteystietoa ei ole lähteissä. Kysy järjestäjältä: {', '.join(card.providers)}."
    return "Yhteystietoa ei ole lähteissä. Kysy ohjaajaltasi."
