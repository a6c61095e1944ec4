"""Follow-ups: what a message leans on from the turns before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.cues import FOLLOW_UP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.dialogue import Message
    from assistant.names import NameMention
    from assistant.reading import Reader, Reading

FEW_WORDS = 6
MOST_CARRIED = 24
ANY_TOPIC = frozenset({"neuvonta"})
"""What every service gives: *pitääkö varata aika* speaks of guidance and names no subject."""


def read_conversation(messages: Iterable[Message], reader: Reader) -> Reading | None:
    """Read a conversation to its last message.

    Args:
        messages: The turns, oldest first.
        reader: Reads each.

    Returns:
        The last message of the user with what it leans on; ``None`` when there is none.
    """
    reading: Reading | None = None
    said = ""
    for message in messages:
        if message.role == "assistant":
            said = message.content
            continue
        new = reader.read(message.content)
        reading = in_the_light_of(new, reading, said, reader) if reading else new
    return reading


def in_the_light_of(new: Reading, before: Reading, said: str, reader: Reader) -> Reading:
    """Carry over what a follow-up leans on; a new subject leans on nothing but the place.

    Args:
        new: The message by itself.
        before: The message before it, with what that leaned on.
        said: What the assistant answered between them.
        reader: Finds the services that the answer named.
    """
    opens = bool(new.tokens) and bool(FOLLOW_UP_WORDS.intersection(new.tokens[0].lemmas))
    short = len(new.content) <= FEW_WORDS
    places = new.places or before.places
    if not places and new.points_there:
        places = reader.places_in(said)
    leans = new.points or opens or (short and not _has_subject(new))
    if new.switches or not leans:
        return replace(new, places=places)
    names = new.names
    asks_of_it = bool(new.aspects or new.points) and ANY_TOPIC.issuperset(new.topics)
    # *Jatkuuko se, kun lukio alkaa* asks of it, whatever else it tells of.
    asks_of_it = asks_of_it or (new.asking.polar and (new.points or not _has_subject(new)))
    # Somebody who asks for help where something was isn't asking about it.
    asks_of_it = asks_of_it and not (new.points_there and new.asks_help)
    # Another person with the same need: what was offered to the first isn't what's asked about.
    another = new.age is not None and new.age != before.age and not before.certain
    asks_of_it = asks_of_it and not another
    if not names and (asks_of_it or before.names) and not new.places:
        names = _spoken_of(before, said, reader) if asks_of_it else before.names
    terms = {term.term: term for term in (*new.terms, *before.terms)}
    return replace(
        new,
        names=names,
        places=places,
        terms=tuple(terms.values()),
        organisations=new.organisations or before.organisations,
        sections=new.sections or before.sections,
        theme=new.theme or before.theme,
        age=new.age or before.age,
        aspects=new.aspects or (before.aspects if opens and not new.places else ()),
        asks_help=new.asks_help or before.asks_help,
        asks_plan=new.asks_plan or before.asks_plan,
        lists=new.lists or (before.lists and (opens or new.points)),
        carried=(*before.content, *before.carried)[:MOST_CARRIED],
    )


def _spoken_of(before: Reading, said: str, reader: Reader) -> tuple[NameMention, ...]:
    """What *it* is: what was named for certain, else what the answer named first."""
    told = reader.names_in(said)
    if not before.certain:
        return tuple(told)[:1] or before.names
    ids = {mention.service_id for mention in told}
    spans = {(name.first, name.last) for name in before.names if name.service_id in ids}
    # One word may name several, as *uraohjaus* does: the answer tells which.
    return tuple(
        name
        for name in before.names
        if name.service_id in ids or (name.first, name.last) not in spans
    )


def _has_subject(reading: Reading) -> bool:
    """Whether a message says by itself what it's about; guidance alone is no subject."""
    told = any(
        term.target_groups or not ANY_TOPIC.issuperset(term.topics)
        for term in reading.terms
        if term.topics or term.target_groups
    )
    return bool(reading.names or reading.sections or reading.organisations or told)
