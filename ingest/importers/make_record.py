"""A catalogue's service as a record of the corpus, with the text that it's quoted from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from assistant.domain import AreaLevel
from ingest.importers import catalogue
from ingest.importers.cleaning import (
    CUT_OFF,
    HIDDEN,
    LONGEST_FIELD,
    TAGS,
    clean,
    clean_line,
    email_address,
    phone_number,
    web_address,
)
from ingest.importers.html_text import has_markup, plain_text
from ingest.records import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ingest.importers.catalogue import CatalogueService
    from ingest.importers.terms import Terms

LANGUAGES = ("fi", "sv", "en")
LONGEST_NAME = 300
MOST_CONTACTS = 12
HEADINGS: dict[str, dict[str, str]] = {
    "fi": {
        catalogue.ALERT: "Huomaa",
        catalogue.SUMMARY: "Tiivistelmä",
        catalogue.DESCRIPTION: "Kuvaus",
        catalogue.REQUIREMENTS: "Kenelle ja millä ehdoilla",
        catalogue.INSTRUCTION: "Näin toimit",
        catalogue.CHARGE: "Mitä se maksaa",
        catalogue.PROCESSING: "Käsittelyaika",
        catalogue.DEADLINE: "Määräaika",
        catalogue.VALIDITY: "Voimassaolo",
        "facts": "Tiedot",
        "contacts": "Yhteystiedot",
        "provider": "Järjestäjä",
        "area": "Alue",
        "country": "koko maa",
        "mainland": "koko maa, Ahvenanmaa pois lukien",
        "languages": "Palvelukielet",
        "words": "Asiasanat",
    },
    "sv": {
        catalogue.ALERT: "Obs",
        catalogue.SUMMARY: "Sammandrag",
        catalogue.DESCRIPTION: "Beskrivning",
        catalogue.REQUIREMENTS: "För vem och på vilka villkor",
        catalogue.INSTRUCTION: "Gör så här",
        catalogue.CHARGE: "Vad det kostar",
        catalogue.PROCESSING: "Behandlingstid",
        catalogue.DEADLINE: "Tidsfrist",
        catalogue.VALIDITY: "Giltighet",
        "facts": "Uppgifter",
        "contacts": "Kontaktuppgifter",
        "provider": "Anordnare",
        "area": "Område",
        "country": "hela landet",
        "mainland": "hela landet utom Åland",
        "languages": "Servicespråk",
        "words": "Ämnesord",
    },
    "en": {
        catalogue.ALERT: "Note",
        catalogue.SUMMARY: "Summary",
        catalogue.DESCRIPTION: "Description",
        catalogue.REQUIREMENTS: "For whom and on what terms",
        catalogue.INSTRUCTION: "What to do",
        catalogue.CHARGE: "What it costs",
        catalogue.PROCESSING: "Processing time",
        catalogue.DEADLINE: "Deadline",
        catalogue.VALIDITY: "Validity",
        "facts": "Details",
        "contacts": "Contact details",
        "provider": "Provider",
        "area": "Area",
        "country": "the whole country",
        "mainland": "the whole country except Åland",
        "languages": "Service languages",
        "words": "Keywords",
    },
}


class LeftOutError(Exception):
    """A service that can't be taken; the message says why."""


@dataclass(slots=True)
class _Text:
    """The text of a record while it's written."""

    text: str = ""
    parts: list[dict[str, Any]] = field(default_factory=list)

    def add(self, heading: str, body: str, *, told: bool = True) -> None:
        if not body:
            return
        start = len(self.text) + len(f"\n{heading}\n")
        self.text += f"\n{heading}\n{body}\n"
        part = {"heading": heading, "start": start, "end": start + len(body)}
        self.parts.append(part if told else {**part, "told": False})


@dataclass(slots=True)
class _Cleaner:
    """Cleans fields and remembers what it did."""

    reasons: list[str] = field(default_factory=list)

    def text(self, value: str) -> str:
        if len(value) > LONGEST_FIELD:
            self.reasons.append(CUT_OFF)
            return ""
        if has_markup(value):
            # An HTML parser drops what can't be seen without telling.
            raw = clean(value)
            self.reasons += raw.reasons
            value, hidden = plain_text(raw.text)
            self.reasons.append(TAGS)
            if hidden:
                self.reasons.append(HIDDEN)
        cleaned = clean(value)
        self.reasons += cleaned.reasons
        return cleaned.text

    def line(self, value: str) -> str:
        return " ".join(self.text(value).split())

    def texts(self, values: Mapping[str, str]) -> dict[str, str]:
        return {k: text for k, value in values.items() if (text := self.text(value))}


def make_record(
    service: CatalogueService, terms: Terms, languages: Sequence[str] = LANGUAGES
) -> tuple[dict[str, Any], list[str]]:
    """Make a record of ``services.jsonl``.

    Args:
        service: The service as its catalogue tells of it.
        terms: The corpus's places and terms.
        languages: The languages to tell it in, the best first.

    Returns:
        The record, and what was cleaned or is doubtful.

    Raises:
        LeftOutError: It isn't to be shown, or tells too little.
    """
    if service.left_out:
        raise LeftOutError(service.left_out)
    cleaner = _Cleaner(list(service.notes))
    names = {k: name for k, value in service.names.items() if (name := cleaner.line(value))}
    texts = {kind: cleaner.texts(service.texts.get(kind, {})) for kind in catalogue.TEXT_KINDS}
    language = _language(names, texts, languages)
    name = names[language]
    if len(name) > LONGEST_NAME:
        raise LeftOutError(f"its name is longer than {LONGEST_NAME} characters")
    municipalities = _municipalities(service, terms, cleaner)
    channels, contact_lines = _contacts(service, language, cleaner)
    written = _write(service, name, language, texts, municipalities, contact_lines, cleaner)
    area = AreaLevel.NATIONAL if _is_national(service) else terms.level(municipalities)
    if not service.validity.known:
        cleaner.reasons.append("its running time can't be read: unknown")
    record: dict[str, Any] = {
        "id": _id(service.id),
        "name": name,
        "aliases": _aliases(service, names, language, cleaner),
        "providers": [line for one in service.providers if (line := cleaner.line(one))],
        "area": str(area),
        "municipalities": list(municipalities),
        "target_groups": list(terms.groups(service)),
        "topics": list(terms.topics(service)),
        "languages": list(dict.fromkeys(service.languages)),
        "language": language,
        "cost": service.cost,
        "channels": channels,
        "valid_from": service.validity.valid_from,
        "valid_to": service.validity.valid_to,
        # Whether it runs isn't known where its running time can't be read.
        "confidence": "medium" if service.validity.known else "low",
        "url": web_address(service.url) if service.url else None,
        "checked_on": service.modified,
        "text": written.text,
        "parts": written.parts,
    }
    kept = {key: value for key, value in record.items() if value not in (None, [], {}, "")}
    return kept, list(dict.fromkeys(cleaner.reasons))


def _language(
    names: Mapping[str, str], texts: Mapping[str, Mapping[str, str]], languages: Sequence[str]
) -> str:
    """The best language in which it has a name and tells what it is."""
    if not names:
        raise LeftOutError("it has no name")
    for language in dict.fromkeys((*languages, *LANGUAGES)):
        tells = any(language in texts[kind] for kind in (catalogue.SUMMARY, catalogue.DESCRIPTION))
        if language in names and tells and language in HEADINGS:
            return language
    raise LeftOutError("nothing describes it in Finnish, Swedish or English")


def _is_national(service: CatalogueService) -> bool:
    return service.nationwide or service.without_aland


def _municipalities(service: CatalogueService, terms: Terms, cleaner: _Cleaner) -> tuple[str, ...]:
    if _is_national(service):
        return ()
    served, unknown = terms.municipalities(service)
    cleaner.reasons += unknown
    if not served:
        raise LeftOutError("the area that it serves isn't known")
    return () if len(served) == len(terms.places.names()) else served


def _write(
    service: CatalogueService,
    name: str,
    language: str,
    texts: Mapping[str, Mapping[str, str]],
    municipalities: Sequence[str],
    contacts: Sequence[str],
    cleaner: _Cleaner,
) -> _Text:
    """The text that the record is quoted from."""
    say, written = HEADINGS[language], _Text(f"{name}\n")
    summary = texts[catalogue.SUMMARY].get(language, "")
    description = texts[catalogue.DESCRIPTION].get(language, "")
    for kind in catalogue.TEXT_KINDS:
        repeats = kind == catalogue.SUMMARY and _bare(summary) in _bare(description)
        if not repeats:
            body = texts[kind].get(language, "")
            written.add(say[kind], body, told=kind != catalogue.VALIDITY)
    places = ", ".join(municipalities) or say["country"]
    words = [cleaner.line(word) for word in service.words.get(language, ())]
    facts = {
        "provider": ", ".join(cleaner.line(one) for one in service.providers),
        "area": say["mainland"] if service.without_aland else places,
        "languages": ", ".join(service.languages),
        "words": ", ".join(dict.fromkeys(word for word in words if word)),
    }
    lines = [f"- {say[key]}: {value}" for key, value in facts.items() if value]
    written.add(say["facts"], "\n".join(lines), told=False)
    written.add(say["contacts"], "\n".join(f"- {line}" for line in contacts), told=False)
    if len(written.text) > LONGEST_TEXT:
        raise LeftOutError(f"its text is longer than {LONGEST_TEXT} characters")
    return written


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _aliases(
    service: CatalogueService, names: Mapping[str, str], language: str, cleaner: _Cleaner
) -> list[str]:
    """Other names, and its name in other languages."""
    others = [cleaner.line(one) for values in service.aliases.values() for one in values]
    others += [names[key] for key in sorted(names) if key != language]
    fitting = [one for one in others if one and len(one) <= LONGEST_NAME]
    own = names[language].casefold()
    return list({one.casefold(): one for one in fitting if one.casefold() != own}.values())


def _contacts(
    service: CatalogueService, language: str, cleaner: _Cleaner
) -> tuple[dict[str, str], list[str]]:
    """The first of each kind of contact, and all of them in lines."""
    channels: dict[str, str] = {}
    lines: list[str] = []
    for contact in service.contacts:
        name = contact.name.get(language) or next(iter(contact.name.values()), "")
        told = [
            *_told("url", map(web_address, contact.urls), channels),
            *_told("phone", map(phone_number, contact.phones), channels),
            *_told("email", map(email_address, contact.emails), channels),
            *_told("visit", map(cleaner.line, contact.addresses), channels),
            *(cleaner.line(one) for one in contact.hours),
        ]
        given = len(contact.urls) + len(contact.phones) + len(contact.emails)
        kept = sum(
            x is not None
            for x in (
                *map(web_address, contact.urls),
                *map(phone_number, contact.phones),
                *map(email_address, contact.emails),
            )
        )
        if kept < given:
            cleaner.reasons.append("a contact that can't be used was left out")
        words = [part for part in (cleaner.line(name), ", ".join(told)) if part]
        if told:
            lines.append(": ".join(words))
    unique = list(dict.fromkeys(lines))
    if len(unique) > MOST_CONTACTS:
        cleaner.reasons.append(f"only the first {MOST_CONTACTS} contacts were taken")
    return channels, unique[:MOST_CONTACTS]


def _told(kind: str, values: Iterable[str | None], channels: dict[str, str]) -> list[str]:
    kept = [value for value in values if value]
    if kept:
        channels.setdefault(kind, kept[0])
    return kept


def _id(given: str) -> str:
    """An id of our form; what has to be changed gets a digest, so that two can't become one."""
    lower = clean_line(given).text.casefold()
    letters = lower.translate(str.maketrans("äöå", "aoa"))
    bare = "-".join(re.findall(r"[a-z0-9]+", letters))[:60].strip("-")
    if bare == given:
        return bare
    digest = sha256(given.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{bare}-{digest}" if bare else digest
