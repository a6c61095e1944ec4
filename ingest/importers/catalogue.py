"""A service as any catalogue tells of it: what each importer reads, and records are made of.

The catalogues change their formats (the national one goes from version 11 to 12); this model is
ours, so that a new version needs a new reader and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.importers.validity_text import Validity

Texts = Mapping[str, str]
"""A text by language code."""
NO_TEXT: Texts = {}

SUMMARY = "summary"
DESCRIPTION = "description"
INSTRUCTION = "instruction"
REQUIREMENTS = "requirements"
CHARGE = "charge"
PROCESSING = "processing"
DEADLINE = "deadline"
VALIDITY = "validity"
ALERT = "alert"
TEXT_KINDS = (
    ALERT,
    SUMMARY,
    DESCRIPTION,
    REQUIREMENTS,
    INSTRUCTION,
    CHARGE,
    PROCESSING,
    DEADLINE,
    VALIDITY,
)
"""The kinds of text that a service may have, in the order in which a source tells them."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to a service: a channel of a catalogue, or contact details of its own.

    ``addresses`` are street addresses on one line, ``hours`` opening hours in words.
    """

    name: Texts = field(default_factory=dict)
    urls: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueService:
    """A service of a catalogue.

    Attributes:
        id: The catalogue's own id.
        names: Its name by language.
        aliases: Other names by language.
        texts: By kind (`TEXT_KINDS`), a text by language.
        nationwide: Whether it serves the whole country.
        without_aland: Whether it serves the whole country but Åland.
        municipality_codes: Statistics Finland's codes of the municipalities that it serves.
        area_names: Names of places that it serves, where a catalogue has no codes.
        group_codes: Codes of its target groups in the national catalogue.
        words: Names of its target groups, classes, terms and keywords, by language.
        languages: Codes of the languages that it's given in.
        providers: Who gives it.
        cost: What it costs, in a word.
        validity: When it runs.
        modified: When its description was last changed or checked, an ISO date.
        url: Its page, or its page in the catalogue.
        contacts: Ways to it.
        left_out: Why it isn't to be shown; ``None`` when it is.
        notes: What the reader of the format found odd or took out.
    """

    id: str
    names: Texts
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, Texts] = field(default_factory=dict)
    nationwide: bool = False
    without_aland: bool = False
    municipality_codes: tuple[str, ...] = ()
    area_names: tuple[str, ...] = ()
    group_codes: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    cost: str | None = None
    validity: Validity = field(default_factory=Validity)
    modified: str | None = None
    url: str | None = None
    contacts: tuple[Contact, ...] = ()
    left_out: str | None = None
    notes: tuple[str, ...] = ()
