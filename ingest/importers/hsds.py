"""Open Referral's Human Services Data Specification 3.0, as JSON or as tables."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ingest.importers import catalogue
from ingest.importers.catalogue import CatalogueService, Contact
from ingest.importers.json_items import read_items
from ingest.importers.json_values import dicts, dig, text_of
from ingest.importers.spreadsheet import FREE
from ingest.importers.tables import open_table
from ingest.importers.validity_text import Validity, validity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ingest.importers.files import Input
    from ingest.importers.report import Report

ENDINGS = (".json", ".jsonl", ".csv")
TABLES = (
    "service", "organization", "phone", "service_area", "location", "service_at_location",
    "address", "language", "schedule", "taxonomy_term", "attribute", "cost_option", "contact",
)  # fmt: skip
LISTS = frozenset({"contents", "services", *TABLES})
ACTIVE = "active"
COUNTRY = re.compile(
    r"\s*(?:suomi|finland|koko maa|hela landet|nationwide|whole country)\s*", re.IGNORECASE
)
WEEKDAYS = {"MO": "ma", "TU": "ti", "WE": "ke", "TH": "to", "FR": "pe", "SA": "la", "SU": "su"}


def read_services(
    inputs: Iterable[Input], report: Report, *, language: str = "fi"
) -> Iterator[CatalogueService]:
    """Read services: nested JSON one by one, tables (CSV, or JSON by table) joined by their ids.

    Args:
        inputs: JSON files, or the CSV files of a data package.
        report: Is told what isn't a service.
        language: Code of the language that the texts are in; the format doesn't tell.

    Raises:
        CorpusError: A file can't be read or trusted.
    """
    tables: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in inputs:
        if one.name.lower().endswith(".csv"):
            if (table := _table_name(one.name)) is None:
                report.leave_out(one.name, "", "a table that isn't read")
                continue
            opened = open_table(one)
            for row in opened.rows:
                tables[table].append(row.cells)
                report.note(one.name, f"line {row.line}", row.reasons)
        elif not one.name.endswith("datapackage.json"):
            for number, (key, item) in enumerate(read_items(one, LISTS), start=1):
                if not isinstance(item, dict):
                    reason = "an item that isn't an object"
                    report.leave_out(f"{one.name}#{number}", "", reason)
                elif key in TABLES and _is_flat(key, item):
                    tables[key].append(item)
                elif "name" in item and ("status" in item or "description" in item):
                    yield as_service(item, language)
                else:
                    report.leave_out(f"{one.name}#{number}", "", "an item that isn't a service")
    yield from (as_service(item, language) for item in _joined(tables))


def _is_flat(key: str | None, item: Mapping[str, Any]) -> bool:
    """Whether an item is a row of a table, to be joined with others by ids."""
    return key != "service" or not any(isinstance(value, list | dict) for value in item.values())


def _table_name(name: str) -> str | None:
    stem = PurePath(name.rsplit(":", 1)[-1]).stem.casefold()
    stem = stem.replace("services_at_location", "service_at_location")
    for candidate in (stem, stem.removesuffix("s"), stem.removesuffix("es")):
        if candidate in TABLES:
            return candidate
    return None


def _joined(tables: Mapping[str, list[Mapping[str, Any]]]) -> Iterator[dict[str, Any]]:
    """The services of flat tables, as nested as JSON has them."""
    by_id = {
        table: {text_of(row.get("id")): row for row in tables.get(table, ())}
        for table in ("organization", "location", "taxonomy_term")
    }
    of: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for table in TABLES:
        for row in tables.get(table, ()):
            for key in ("service_id", "location_id", "link_id"):
                if row.get(key):
                    of[table, text_of(row[key])].append(row)
    for service in tables.get("service", ()):
        identity = text_of(service.get("id"))
        item: dict[str, Any] = dict(service)
        for table in ("phone", "service_area", "language", "schedule", "cost_option", "contact"):
            item[f"{table}s"] = of[table, identity]
        item["organization"] = by_id["organization"].get(text_of(service.get("organization_id")))
        item["attributes"] = [
            {**row, "taxonomy_term": by_id["taxonomy_term"].get(text_of(row["taxonomy_term_id"]))}
            for row in of["attribute", identity]
            if row.get("taxonomy_term_id")
        ]
        item["service_at_locations"] = [
            {"location": _location(text_of(row.get("location_id")), by_id["location"], of)}
            for row in of["service_at_location", identity]
        ]
        yield item


def _location(
    identity: str,
    locations: Mapping[str, Mapping[str, Any]],
    of: Mapping[tuple[str, str], list[Mapping[str, Any]]],
) -> dict[str, Any]:
    found: dict[str, Any] = dict(locations.get(identity, {}))
    found["addresses"] = of.get(("address", identity), [])
    found["phones"] = of.get(("phone", identity), [])
    found["schedules"] = of.get(("schedule", identity), [])
    return found


def as_service(item: Mapping[str, Any], language: str) -> CatalogueService:
    """One service in our model.

    Args:
        item: The service with what is nested in it.
        language: Code of the language that its texts are in.
    """
    texts = {
        catalogue.DESCRIPTION: text_of(item.get("description")),
        catalogue.ALERT: text_of(item.get("alert")),
        catalogue.REQUIREMENTS: _requirements(item),
        catalogue.INSTRUCTION: text_of(item.get("application_process")),
        catalogue.CHARGE: text_of(item.get("fees_description")),
    }
    areas = list(_areas(item))
    modified = text_of(item.get("assured_date")) or text_of(item.get("last_modified"))
    alternate = text_of(item.get("alternate_name"))
    name, provider = text_of(item.get("name")), text_of(dig(item, "organization", "name"))
    return CatalogueService(
        id=text_of(item.get("id")),
        names={language: name} if name else {},
        aliases={language: (alternate,)} if alternate else {},
        texts={kind: {language: text} for kind, text in texts.items() if text},
        nationwide=any(COUNTRY.fullmatch(area) for area in areas),
        area_names=tuple(area for area in areas if not COUNTRY.fullmatch(area)),
        group_codes=tuple(code for code, _ in _terms(item) if code.startswith("KR")),
        words={language: tuple(word for _, word in _terms(item) if word)},
        languages=tuple(_languages(item)),
        providers=(provider,) if provider else (),
        cost="maksuton" if FREE.match(texts[catalogue.CHARGE]) else None,
        validity=_validity(item),
        modified=modified[:10] or None,
        url=text_of(item.get("url")) or None,
        contacts=tuple(_contacts(item)),
        left_out=_why_not(item),
    )


def _why_not(item: Mapping[str, Any]) -> str | None:
    status = text_of(item.get("status"))
    if status != ACTIVE:
        return f"not in use: {status or 'no status'}"
    return None if text_of(item.get("id")) else "it has no id"


def _requirements(item: Mapping[str, Any]) -> str:
    """Whom it's for, with the ages that it gives as numbers."""
    told = text_of(item.get("eligibility_description"))
    low, high = text_of(item.get("minimum_age")), text_of(item.get("maximum_age"))
    ages = f"{low}–{high}" if low and high else f"{low}+" if low else f"–{high}" if high else ""
    return "\n".join(part for part in (told, f"- {ages}" if ages else "") if part)


def _areas(item: Mapping[str, Any]) -> Iterator[str]:
    """The names of the areas served; without any, the towns in which it's given."""
    named = False
    for area in dicts(item.get("service_areas")):
        if name := text_of(area.get("name")) or text_of(area.get("extent")):
            named = True
            yield name
    if not named:
        for place in dicts(item.get("service_at_locations")):
            for address in dicts(dig(place, "location", "addresses")):
                if city := text_of(address.get("city")):
                    yield city


def _terms(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Code and name of each classification."""
    for attribute in dicts(item.get("attributes")):
        term = attribute.get("taxonomy_term")
        yield (
            text_of(dig(term, "code")),
            text_of(dig(term, "name")) or text_of(attribute.get("label")),
        )


def _languages(item: Mapping[str, Any]) -> Iterator[str]:
    for language in dicts(item.get("languages")):
        code = text_of(language.get("code")).casefold()[:2]
        if re.fullmatch("[a-z]{2}", code):
            yield code


def _validity(item: Mapping[str, Any]) -> Validity:
    """When it runs: a schedule that has days to run and no hours is a running time."""
    for schedule in dicts(item.get("schedules")):
        first, last = text_of(schedule.get("valid_from")), text_of(schedule.get("valid_to"))
        hours = any(schedule.get(key) for key in ("opens_at", "closes_at", "byday", "freq"))
        if (first or last) and not hours:
            return validity_of(first[:10], last[:10])
    return Validity()


def _contacts(item: Mapping[str, Any]) -> Iterator[Contact]:
    yield Contact(
        urls=_some(item.get("url")),
        phones=tuple(_phones(item)),
        emails=_some(item.get("email")),
        hours=tuple(_hours(item)),
    )
    for place in dicts(item.get("service_at_locations")):
        location = place.get("location")
        if isinstance(location, dict):
            name = text_of(location.get("name"))
            yield Contact(
                name={"fi": name} if name else {},
                phones=tuple(_phones(location)),
                addresses=tuple(_addresses(location)),
                hours=tuple(_hours(location)),
            )


def _some(value: Any) -> tuple[str, ...]:  # noqa: ANN401 (any JSON)
    text = text_of(value)
    return (text,) if text else ()


def _phones(item: Mapping[str, Any]) -> Iterator[str]:
    for phone in dicts(item.get("phones")):
        # Spreadsheets put numbers between quotes, so that a plus isn't taken for a formula.
        if number := text_of(phone.get("number")).strip("\"'"):
            yield number


def _addresses(location: Mapping[str, Any]) -> Iterator[str]:
    for address in dicts(location.get("addresses")):
        street = text_of(address.get("address_1"))
        town = f"{text_of(address.get('postal_code'))} {text_of(address.get('city'))}".strip()
        if street:
            yield ", ".join(part for part in (street, town) if part)


def _hours(item: Mapping[str, Any]) -> Iterator[str]:
    for schedule in dicts(item.get("schedules")):
        opens, closes = (
            text_of(schedule.get("opens_at"))[:5],
            text_of(schedule.get("closes_at"))[:5],
        )
        days = [
            WEEKDAYS.get(day.strip()[-2:], "") for day in text_of(schedule.get("byday")).split(",")
        ]
        if opens and closes and any(days):
            told = ", ".join(day for day in days if day)
            yield f"{told} {opens.replace(':', '.')}–{closes.replace(':', '.')}"
