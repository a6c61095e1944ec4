"""Suomi.fi's service catalogue (Palvelutietovaranto), open API version 11, as JSON on disk.

Pages or whole dumps of services and channels, in any order. What's read here becomes our neutral
model (`ingest.importers.catalogue`); version 12 needs another module like this one and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.importers import catalogue
from ingest.importers.catalogue import CatalogueService, Contact
from ingest.importers.json_items import read_items
from ingest.importers.json_values import dicts, dig, text_of, texts_of
from ingest.importers.validity_text import read_validity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ingest.importers.files import Input
    from ingest.importers.report import Report

ENDINGS = (".json", ".jsonl", ".ndjson")
PAGES = frozenset({"itemList"})
PUBLISHED = "Published"
TEXTS = {
    "Summary": catalogue.SUMMARY,
    "Description": catalogue.DESCRIPTION,
    "UserInstruction": catalogue.INSTRUCTION,
    "ValidityTime": catalogue.VALIDITY,
    "ProcessingTime": catalogue.PROCESSING,
    "DeadLine": catalogue.DEADLINE,
    "ChargeTypeAdditionalInfo": catalogue.CHARGE,
}
"""Kinds of description that are told; ``ServiceType`` is a class and not a text."""
COSTS = {"Free": "maksuton", "FreeOfCharge": "maksuton", "Charged": "maksullinen"}
DAYS = {
    "Monday": "ma", "Tuesday": "ti", "Wednesday": "ke", "Thursday": "to", "Friday": "pe",
    "Saturday": "la", "Sunday": "su",
}  # fmt: skip
PAGE = "https://api.palvelutietovaranto.suomi.fi/api/v11/Service/{}"
"""Where the catalogue itself tells of a service."""


def read_services(inputs: Iterable[Input], report: Report) -> Iterator[CatalogueService]:
    """Read the services of a catalogue, with the contacts that its channels give.

    The files are read twice: first the channels, of which only contacts are kept, then the services
    one by one.

    Args:
        inputs: JSON files.
        report: Is told what is neither a service nor a channel.

    Raises:
        CorpusError: A file isn't JSON, or can't be trusted.
    """
    inputs = list(inputs)
    channels = _read_channels(inputs)
    for number, (one, item) in enumerate(_items(inputs), start=1):
        if not isinstance(item, dict):
            report.leave_out(f"{one.name}#{number}", "", "an item that isn't an object")
        elif "serviceNames" in item:
            yield as_service(item, channels)
        elif "serviceChannelNames" not in item:
            where = text_of(item.get("id")) or f"{one.name}#{number}"
            report.leave_out(where, "", "an item that's neither a service nor a channel")
        elif (status := item.get("publishingStatus", PUBLISHED)) != PUBLISHED:
            report.leave_out(
                text_of(item.get("id")), "", f"a channel that isn't published: {status}"
            )


def _items(inputs: Iterable[Input]) -> Iterator[tuple[Input, Any]]:
    for one in inputs:
        for _, item in read_items(one, PAGES):
            yield one, item


def _read_channels(inputs: Iterable[Input]) -> dict[str, Contact]:
    channels: dict[str, Contact] = {}
    for _, item in _items(inputs):
        if not isinstance(item, dict) or "serviceChannelNames" not in item:
            continue
        if item.get("publishingStatus", PUBLISHED) == PUBLISHED and item.get("id"):
            channels[text_of(item["id"])] = as_contact(item)
    return channels


def as_service(item: Mapping[str, Any], channels: Mapping[str, Contact]) -> CatalogueService:
    """One service of version 11 in our model.

    Args:
        item: The service as the API gives it.
        channels: The channels' contacts by their id.
    """
    names = texts_of(item.get("serviceNames"), type="Name")
    texts: dict[str, dict[str, str]] = {
        ours: found
        for theirs, ours in TEXTS.items()
        if (found := texts_of(item.get("serviceDescriptions"), type=theirs))
    }
    if requirements := texts_of(item.get("requirements")):
        texts[catalogue.REQUIREMENTS] = requirements
    area = text_of(item.get("areaType"))
    validity = texts.get(catalogue.VALIDITY, {})
    told = validity.get("fi") or next(iter(validity.values()), "")
    identity = text_of(item.get("id"))
    return CatalogueService(
        id=identity,
        names=names,
        aliases=_aliases(item),
        texts=texts,
        nationwide=area == "Nationwide",
        without_aland=area == "NationwideExceptAlandIslands",
        municipality_codes=tuple(_municipality_codes(item)),
        area_names=tuple(_areas_without_municipalities(item)),
        group_codes=tuple(text_of(group.get("code")) for group in dicts(item.get("targetGroups"))),
        words=_words(item),
        languages=tuple(_languages(item.get("languages"))),
        providers=tuple(_providers(item)),
        cost=COSTS.get(text_of(item.get("serviceChargeType"))),
        validity=read_validity(told),
        modified=text_of(item.get("modified"))[:10] or None,
        url=PAGE.format(identity) if identity else None,
        contacts=tuple(_contacts(item, channels)),
        left_out=_why_not(item),
    )


def _why_not(item: Mapping[str, Any]) -> str | None:
    status = item.get("publishingStatus")
    if status != PUBLISHED:
        return f"not published: {text_of(status) or 'no status'}"
    return None if item.get("id") else "it has no id"


def _aliases(item: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in dicts(item.get("serviceNames")):
        if one.get("type") == "AlternativeName" and one.get("value"):
            language = text_of(one.get("language"))
            found[language] = (*found.get(language, ()), text_of(one["value"]))
    return found


def _municipality_codes(item: Mapping[str, Any]) -> Iterator[str]:
    for area in dicts(item.get("areas")):
        for municipality in dicts(area.get("municipalities")):
            yield text_of(municipality.get("code"))


def _areas_without_municipalities(item: Mapping[str, Any]) -> Iterator[str]:
    """Areas whose municipalities aren't listed, by name."""
    for area in dicts(item.get("areas")):
        if not list(dicts(area.get("municipalities"))):
            names = texts_of(area.get("name"))
            if name := names.get("fi") or next(iter(names.values()), ""):
                yield name


def _words(item: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in ("targetGroups", "serviceClasses", "ontologyTerms", "lifeEvents"):
        for one in dicts(item.get(key)):
            for language, name in texts_of(one.get("name")).items():
                found.setdefault(language, []).append(name)
    for one in dicts(item.get("keywords")):
        found.setdefault(text_of(one.get("language")), []).append(text_of(one.get("value")))
    return {language: tuple(words) for language, words in found.items()}


def _languages(values: Any) -> Iterator[str]:  # noqa: ANN401 (any JSON)
    for value in values if isinstance(values, list) else ():
        code = text_of(value).casefold()
        if code.isascii() and code.isalpha() and len(code) in {2, 3}:
            yield code


def _providers(item: Mapping[str, Any]) -> Iterator[str]:
    """Who produces the service, else who is responsible for it."""
    by_role: dict[str, list[str]] = {}
    for one in dicts(item.get("organizations")):
        name = text_of(dig(one, "organization", "name"))
        if name:
            by_role.setdefault(text_of(one.get("roleType")), []).append(name)
    for role in ("Responsible", "Producer"):
        yield from dict.fromkeys(by_role.get(role, ()))
        if by_role.get(role):
            return


def _contacts(item: Mapping[str, Any], channels: Mapping[str, Contact]) -> Iterator[Contact]:
    for connection in dicts(item.get("serviceChannels")):
        identity = text_of(dig(connection, "serviceChannel", "id"))
        details = connection.get("contactDetails")
        own = as_contact({**details, "serviceHours": connection.get("serviceHours")}
                         if isinstance(details, dict) else {})  # fmt: skip
        channel = channels.get(identity)
        name = text_of(dig(connection, "serviceChannel", "name"))
        if channel is not None:
            yield channel
        if own.urls or own.phones or own.emails or own.addresses:
            yield Contact({"fi": name} if name else {}, own.urls, own.phones, own.emails,
                          own.addresses, own.hours)  # fmt: skip


def as_contact(item: Mapping[str, Any]) -> Contact:
    """The contacts of a channel, or of a connection between a service and a channel."""
    pages = [text_of(page.get("url")) for page in dicts(item.get("webPages"))]
    emails = [*dicts(item.get("emails")), *dicts(item.get("supportEmails"))]
    return Contact(
        name=texts_of(item.get("serviceChannelNames"), type="Name")
        or texts_of(item.get("serviceChannelNames")),
        urls=tuple(dict.fromkeys(page for page in pages if page)),
        phones=tuple(dict.fromkeys(_phones(item))),
        emails=tuple(dict.fromkeys(text_of(e.get("value")) for e in emails if e.get("value"))),
        addresses=tuple(dict.fromkeys(_addresses(item))),
        hours=tuple(_hours(item)),
    )


def _phones(item: Mapping[str, Any]) -> Iterator[str]:
    for phone in dicts(item.get("phoneNumbers")):
        number = text_of(phone.get("number"))
        if number and phone.get("type", "Phone") in {"Phone", "Sms"}:
            prefix = text_of(phone.get("prefixNumber"))
            # A Finnish service number is dialled as it stands, without the country's prefix.
            service = phone.get("isFinnishServiceNumber") is True
            yield number if service or not prefix else f"{prefix} {number.removeprefix('0')}"


def _addresses(item: Mapping[str, Any]) -> Iterator[str]:
    for address in dicts(item.get("addresses")):
        street = address.get("streetAddress")
        if isinstance(street, dict):
            names = texts_of(street.get("street"))
            offices = texts_of(street.get("postOffice"))
            number = text_of(street.get("streetNumber"))
            name = names.get("fi") or next(iter(names.values()), "")
            office = offices.get("fi") or next(iter(offices.values()), "")
            code = text_of(street.get("postalCode"))
            parts = (f"{name} {number}".strip(), f"{code} {office}".strip())
            if name:
                yield ", ".join(part for part in parts if part)


def _hours(item: Mapping[str, Any]) -> Iterator[str]:
    """Opening hours of ordinary weeks, in words."""
    for hours in dicts(item.get("serviceHours")):
        if hours.get("serviceHourType", "DaysOfTheWeek") != "DaysOfTheWeek":
            continue
        if hours.get("isAlwaysOpen") is True:
            yield "aina auki"
        elif hours.get("isClosed") is not True:
            told = [_opening(one) for one in dicts(hours.get("openingHour"))]
            if kept := [one for one in told if one]:
                yield ", ".join(kept)


def _opening(one: Mapping[str, Any]) -> str | None:
    first, last = DAYS.get(text_of(one.get("dayFrom"))), DAYS.get(text_of(one.get("dayTo")))
    opens, closes = text_of(one.get("from"))[:5], text_of(one.get("to"))[:5]
    if not first or not opens or not closes:
        return None
    days = f"{first}–{last}" if last and last != first else first
    return f"{days} {opens.replace(':', '.')}–{closes.replace(':', '.')}"
