"""What one message tells, and after `assistant.turns` what it leans on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.asking import Asking
from assistant.cues import FIRST_PERSON, POINTING, THERE
from assistant.domain import PassageKind
from assistant.finnish import index_terms
from assistant.persons import speaks_of_self

if TYPE_CHECKING:
    from assistant.dialogue import Aspect
    from assistant.domain import GlossaryTerm, Status
    from assistant.finnish import Token
    from assistant.misuse import Misuse
    from assistant.names import NameMention
    from assistant.places import PlaceMention
    from assistant.safety import Distress

SEEKING = frozenset({"alanvaihtajat"})
"""Target groups that are told by what they seek rather than by who they are."""

OF_IT = 0.25
NEAR_PLACES = 12
"""A place with more municipalities is a region: naming it doesn't tell where somebody lives."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message tells, and after `assistant.turns` what it leans on."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    places: tuple[PlaceMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    organisations: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    sections: tuple[PassageKind, ...] = ()
    statuses: tuple[Status, ...] = ()
    theme: int | None = None
    age: int | None = None
    asks_help: bool = False
    asks_plan: bool = False
    lists: bool = False
    counts: bool = False
    switches: bool = False
    declined: tuple[str, ...] = ()
    distress: Distress | None = None
    worry: bool = False
    misuse: Misuse | None = None
    carried: tuple[Token, ...] = ()
    asking: Asking = field(default_factory=Asking)
    names_unknown: bool = False
    named_at: tuple[tuple[int, int], ...] = ()
    written: str = ""
    foreign: bool = False
    tells_language: bool = True
    of_it: bool = False
    told: tuple[str, ...] = ()

    @property
    def certain(self) -> tuple[str, ...]:
        """Ids of the services named for certain."""
        return tuple(mention.service_id for mention in self.names if mention.certain)

    @property
    def content(self) -> list[Token]:
        """The words that tell something."""
        return [token for token in self.tokens if index_terms([token])]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that its words point to, without those that aren't needed."""
        topics = dict.fromkeys(topic for term in self.terms for topic in term.topics)
        return tuple(topic for topic in topics if topic not in self.declined)

    @property
    def asked_topics(self) -> tuple[str, ...]:
        """The topics that are asked for: not those of words that tell who somebody is."""
        terms = [t for t in self.terms if set(t.target_groups) <= SEEKING or t.term in t.topics]
        asked = {topic for term in terms for topic in term.topics}
        return tuple(topic for topic in self.topics if topic in asked)

    @property
    def points(self) -> bool:
        """Whether it points at something that was said before."""
        return bool(POINTING.intersection(token.text.casefold() for token in self.tokens))

    @property
    def points_there(self) -> bool:
        """Whether it points at a place that was said before."""
        return bool(THERE.intersection(token.text.casefold() for token in self.tokens))

    @property
    def is_personal(self) -> bool:
        """Whether somebody tells of themselves or of a client."""
        words = {lemma for token in self.tokens for lemma in token.lemmas}
        return bool(FIRST_PERSON & words) or speaks_of_self(self.tokens)

    @property
    def help(self) -> float:
        """How much it's a person's who needs help, from 0 to 1; 0.5 when nothing tells.

        Who asks of what they were told of has their help, and wants to know more of it.
        """
        if self.of_it:
            return OF_IT
        near = any(0 < len(place.municipalities) <= NEAR_PLACES for place in self.places)
        person = self.asks_help + near + self.is_personal + (self.age is not None)
        sections = [section for section in self.sections if section is not PassageKind.PROJECT]
        plan = 2 * self.asks_plan + 2 * (self.theme is not None) + len(sections) + self.lists
        return min(1.0, max(0.0, 0.5 + (person - plan) / 4))
