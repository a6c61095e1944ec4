"""Attempts to use the assistant for something else than guiding, and what remains without them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.finnish import normalise
from assistant.misuse_names import FULL, person_names
from assistant.misuse_persons import OF_OTHERS, OF_REGISTERS
from assistant.misuse_words import (
    DATA_ALWAYS_PRIVATE,
    DATA_OF_NAMED,
    DATA_OF_PERSONS,
    OWN,
    PATTERNS,
    PERSONS,
    PROFESSIONALS,
    QUESTION,
    REQUEST,
)

_SENTENCE: Final = re.compile(r"[^.!?;]+[.!?;]*")
_CLAUSE: Final = re.compile(
    r",|\b(?:ja|mutta|mut|kun|koska|jo(?:ka|lla|lle|lta)|and|but|who|och|men|som)\b", re.IGNORECASE
)
_THEY: Final = re.compile(
    r"\b(?:hän\w*|häne\w+|he|heidän|heitä|heiltä|she|he|her|his|their|han|hon|hennes)\b",
    re.IGNORECASE,
)
"""Who an attempt has spoken of: what is asked of them besides belongs to it."""
_PIECE: Final = re.compile(r"\s*(?:,|;|:| - |\b(?:ja sitten|ja|sekä|and then|and|och)\b)\s*")
_INITIAL: Final = re.compile(r"\b[A-ZÅÄÖ]:n")
"""*A:n*, as who is spoken of is hidden."""


@dataclass(frozen=True, slots=True)
class Misuse:
    """An attempt to use the assistant for something else than guiding.

    Attributes:
        kind: ``role_change``, ``prompt_leak``, ``personal_data_of_others``, ``invented_quote``,
            ``smuggling`` or ``off_task``.
        rest: What remains as a question for guidance when the attempt is cut out; empty if nothing.
    """

    kind: str
    rest: str


def find_misuse(text: str) -> Misuse | None:
    """Return the first attempt to misuse the assistant that a text holds, or ``None``.

    Args:
        text: What a person wrote, in Finnish, Swedish or English.
    """
    sentences = [match.group().strip() for match in _SENTENCE.finditer(normalise(text))]
    found = [(_kind(sentence), sentence) for sentence in sentences if sentence]
    kind = next((kind for kind, _ in found if kind), None)
    if kind is None:
        return None
    kept = [piece for held, sentence in found for piece in _remains(held, sentence)]
    if kind == "personal_data_of_others":
        kept = [piece for piece in kept if not _THEY.search(piece)]
    asks = any(QUESTION.search(piece) for piece in kept)
    return Misuse(kind, " ".join(kept) if asks else "")


def _kind(sentence: str) -> str | None:
    small = sentence.lower()
    for kind, pattern in PATTERNS:
        if pattern.search(small):
            return kind
    of_another = _asks_of_others(sentence) or any(map(_asks_of_a_person, _CLAUSE.split(sentence)))
    return "personal_data_of_others" if of_another else None


def _asks_of_others(sentence: str) -> bool:
    found = OF_OTHERS.search(sentence)
    return found is not None and not (OF_REGISTERS.search(found.group()) and OWN.search(sentence))


def _asks_of_a_person(sentence: str) -> bool:
    if not REQUEST.search(sentence) or OWN.search(sentence):
        return False
    named = FULL in person_names(sentence) or _INITIAL.search(sentence) is not None
    owner = named or PERSONS.search(sentence) is not None
    if named and DATA_OF_NAMED.search(sentence):
        return True
    if DATA_ALWAYS_PRIVATE.search(sentence):
        return owner
    return owner and bool(DATA_OF_PERSONS.search(sentence)) and not PROFESSIONALS.search(sentence)


def _remains(kind: str | None, sentence: str) -> list[str]:
    """Return the sentence, or its pieces that ask for guidance when it holds a misuse."""
    if kind is None:
        return [sentence]
    pieces = [piece for piece in _PIECE.split(sentence) if piece]
    # A pattern may span pieces: what was asked of the assistant goes with everything around it.
    if not any(_kind(piece) for piece in pieces):
        return []
    return [piece for piece in pieces if not _kind(piece) and QUESTION.search(piece)]
