"""What is indexed: passages, and lines of how people ask, which lead to a service or a passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to be found: a passage, or a line of how people ask for a service.

    Attributes:
        id: The passage's id, or the asked-as line's.
        text: What is embedded.
        terms: What is indexed by words.
        shelf: ``passages`` or ``asked``.
        metadata: Kept beside the vector, for users of the vector store.
        document: What a user of the vector store reads.
    """

    id: str
    text: str
    terms: tuple[str, ...]
    shelf: str
    metadata: Mapping[str, str | int]
    document: str


def asked_id(leads_to: str, number: int) -> str:
    """The id of a line of how people ask for a service or a passage."""
    return f"{leads_to}#{number}"


def asked_for(line_id: str) -> str:
    """The id of the service or passage that a line leads to."""
    return line_id.rpartition("#")[0]
