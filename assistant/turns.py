"""Follow-ups: what a message leans on from the turns before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.cues import FOLLOW_UP_WORDS, NTH, POINTING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.dialogue import Message
    from assistant.finnish import Token
    from assistant.names import NameMention
    from assistant.reading import Reader, Reading

FEW_WORDS = 6
MOST_CARRIED = 24
TOLD_BEFORE = 4
"""Words that tell something before a pronoun which then means what they tell."""

BULLETS = ("-", "*", "•")
"""What the lines of a list begin with."""

_POINTED = POINTING | FOLLOW_UP_WORDS | frozenset({"mikä", "kuka", "the", "den", "det"})
OF_TWO = frozenset({"jälkimmäinen", "latter", "former", "förstnämnda", "sistnämnda"})
OTHER_THINGS = frozenset({"asia", "asiaa", "asiasta", "kysymys", "kysymystä", "thing", "question"})
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
    points = new.points and not _points_within(new)
    leans = points or opens or (short and not _has_subject(new))
    if new.switches or not leans:
        return replace(new, places=places)
    asks_of_it = _asks_of_it(new, before)
    names = _named(new, before, said, reader, asks_of_it=asks_of_it)
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
        # Who asks of what was offered doesn't ask for help anew.
        asks_help=new.asks_help or (before.asks_help and not (asks_of_it and names)),
        asks_plan=new.asks_plan or before.asks_plan,
        lists=new.lists or (before.lists and (opens or new.points)),
        carried=(*before.content, *before.carried)[:MOST_CARRIED],
    )


def _points_within(new: Reading) -> bool:
    """Whether a message points at what it told itself: *haluan lukea kursseja, mitä se maksaa*."""
    if not _has_subject(new):
        return False
    first = next((t.start for t in new.tokens if t.text.casefold() in POINTING), 0)
    return sum(token.start < first for token in new.content) >= TOLD_BEFORE


def _chosen(new: Reading, said: str, reader: Reader) -> tuple[NameMention, ...]:
    """The one of what the answer named that is chosen by its place in it: *se jälkimmäinen*."""
    for number, token in enumerate(new.tokens):
        nth = next((NTH[word] for word in _forms(token) if word in NTH), None)
        if nth is None or not _stands_alone(new, number):
            continue
        told = _told(said, reader)
        if nth < len(told) > 1:
            return (told[nth],)
    return ()


def _told(answer: str, reader: Reader) -> list[NameMention]:
    """The services that an answer tells of, each once: of a list, the first of each line."""
    lines = [line for line in answer.splitlines() if line.lstrip().startswith(BULLETS)]
    found = [reader.names_in(line)[:1] for line in lines] if len(lines) > 1 else []
    told = [one for names in found for one in names] or reader.names_in(answer)
    return list({one.service_id: one for one in reversed(told)}.values())[::-1]


def _stands_alone(new: Reading, number: int) -> bool:
    """Whether a word points by itself: *siinä toisessa*, *entä toinen*, not *toinen asia*."""
    if not OF_TWO.isdisjoint(_forms(new.tokens[number])):
        return True
    before = new.tokens[number - 1] if number else None
    after = new.tokens[number + 1] if number + 1 < len(new.tokens) else None
    pointed = before is None or not _POINTED.isdisjoint(_forms(before))
    return pointed and (after is None or after.text.casefold() not in OTHER_THINGS)


def _forms(token: Token) -> tuple[str, ...]:
    return (token.text.casefold(), *token.lemmas)


def _asks_of_it(new: Reading, before: Reading) -> bool:
    """Whether a follow-up asks of what was told, and not for the same elsewhere."""
    if new.points_there and new.asks_help:
        # Somebody who asks for help where something was isn't asking about it.
        return False
    if new.age is not None and new.age != before.age and not before.certain:
        # Another person with the same need: what was offered to the first isn't asked about.
        return False
    if bool(new.aspects or new.points) and ANY_TOPIC.issuperset(new.topics):
        return True
    # *Jatkuuko se, kun lukio alkaa* asks of it, whatever else it tells of.
    return new.asking.polar and (new.points or not _has_subject(new))


def _named(
    new: Reading, before: Reading, said: str, reader: Reader, *, asks_of_it: bool
) -> tuple[NameMention, ...]:
    """The services that a follow-up means: its own, else those spoken of before."""
    if not new.certain and (chosen := _chosen(new, said, reader)):
        return chosen
    opens = bool(FOLLOW_UP_WORDS.intersection(new.tokens[0].lemmas))
    # *Toimiiko se Haapavedellä* asks of it; *entä Haapavedellä* of the need.
    here = not new.places or (new.points and new.asking.polar and not opens)
    if not here or (new.names and (new.certain or not new.points)):
        return new.names
    if asks_of_it:
        return _spoken_of(before, said, reader) or new.names
    return new.names or before.names


def _spoken_of(before: Reading, said: str, reader: Reader) -> tuple[NameMention, ...]:
    """What *it* is: what was named for certain, else what the answer named first."""
    told = _told(said, reader)
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
