"""Our services as Open Referral HSDS 3.0: JSON as its API gives it, or tables in a zip archive."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from assistant.domain import KIND_PROJECT, Status
from assistant.validity import status_on
from ingest.importers.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from assistant.corpus import Corpus
    from assistant.domain import Service

PAGE = 100
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
STATUSES = {Status.ACTIVE: "active", Status.ENDED: "defunct", Status.UPCOMING: "inactive"}
LANGUAGES = {
    "fi": "suomi", "sv": "svenska", "en": "English", "ru": "русский", "uk": "українська",
    "ar": "العربية", "et": "eesti", "so": "Soomaali", "se": "davvisámegiella", "fa": "فارسی",
}  # fmt: skip
TABLES = (
    ("service", "services.csv", (
        "id", "organization_id", "name", "alternate_name", "description", "url", "email", "status",
        "fees_description", "assured_date", "alert", "last_modified")),
    ("organization", "organizations.csv", ("id", "name", "description")),
    ("phone", "phones.csv", ("id", "service_id", "number")),
    ("schedule", "schedules.csv", ("id", "service_id", "valid_from", "valid_to", "description")),
    ("service_area", "service_areas.csv", ("id", "service_id", "name", "description")),
    ("language", "languages.csv", ("id", "service_id", "name", "code")),
    ("taxonomy_term", "taxonomy_terms.csv", (
        "id", "code", "name", "description", "taxonomy", "term_uri")),
    ("attribute", "attributes.csv", ("id", "link_id", "link_entity", "taxonomy_term_id", "label")),
)  # fmt: skip


def as_hsds(corpus: Corpus, service: Service, as_of: date) -> dict[str, Any]:
    """A service as HSDS 3.0 has it, with what belongs to it nested.

    Args:
        corpus: For the words of its terms and its source.
        service: The service.
        as_of: The day on which it's told whether it runs. What runs as far as anyone knows is
            ``active``; what has ended ``defunct``; what hasn't begun, or nobody can tell of,
            ``inactive``, with an alert.
    """
    status = status_on(service, as_of)
    identity = _id("service", service.id)
    organization = _organization(service)
    source = corpus.source_by_id.get(service.source_id)
    told: dict[str, Any] = {
        "id": identity,
        "organization_id": organization["id"],
        "name": service.name,
        "alternate_name": "; ".join(service.aliases),
        "description": " ".join(" ".join(s.text.split()) for s in service.statements),
        "url": service.channels.get("url"),
        "email": service.channels.get("email"),
        "status": STATUSES.get(status, "inactive"),
        "fees_description": service.cost,
        "assured_date": _day(service.checked_on),
        "alert": _alert(service, status),
        "organization": organization,
        "phones": [
            {"id": _id("phone", service.id, phone), "service_id": identity, "number": phone}
            for phone in [service.channels.get("phone")]
            if phone
        ],
        "schedules": list(_schedules(service, identity)),
        "service_areas": list(_areas(corpus, service, identity)),
        "languages": [
            {
                "id": _id("language", service.id, code),
                "service_id": identity,
                "name": LANGUAGES.get(code, code),
                "code": code,
            }
            for code in service.languages
        ],
        "attributes": list(_attributes(corpus, service, identity)),
    }
    if not told["description"]:
        told["description"] = source.title if source else service.name
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def write_json(corpus: Corpus, path: Path, as_of: date) -> int:
    """Write every service as the pages of HSDS's API are, all on one; tells how many.

    Raises:
        CorpusError: The file can't be written.
    """
    services = [as_hsds(corpus, service, as_of) for service in corpus.services]
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    write_atomically(path, (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode())
    return len(services)


def write_tables(corpus: Corpus, path: Path, as_of: date) -> int:
    """Write every service as HSDS's tables with a ``datapackage.json``, zipped; tells how many.

    The same services make the same bytes.

    Raises:
        CorpusError: The file can't be written.
    """
    services = [as_hsds(corpus, service, as_of) for service in corpus.services]
    rows = _rows(services)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, name, columns in TABLES:
            _add(archive, name, _as_csv(rows[table], columns))
        _add(archive, "datapackage.json", json.dumps(_package(), indent=1) + "\n")
    write_atomically(path, packed.getvalue())
    return len(services)


def _id(kind: str, *parts: str) -> str:
    """A UUID, the same one for the same thing each time."""
    return str(uuid5(NAMESPACE_URL, "/".join(("tienviitta", kind, *parts))))


def _day(printed: str | None) -> str | None:
    """A whole day, which HSDS wants."""
    return printed if printed and len(printed) == len("2026-11-24") else None


def _organization(service: Service) -> dict[str, str]:
    name = ", ".join(service.providers) or "ei tiedossa"
    return {"id": _id("organization", name), "name": name, "description": name}


def _alert(service: Service, status: Status) -> str | None:
    if status is Status.ENDED and service.may_go_on:
        return "Kausi päättyi. Lähteet eivät kerro, jatkuuko toiminta."
    if status is Status.UPCOMING:
        return "Ei ole vielä alkanut."
    return "Ei ole tiedossa, toimiiko palvelu." if status is Status.UNKNOWN else None


def _schedules(service: Service, identity: str) -> Iterator[dict[str, str]]:
    if service.valid_from or service.valid_to:
        told = "Hankkeen toiminta-aika" if service.kind == KIND_PROJECT else "Voimassaoloaika"
        days = {"valid_from": service.valid_from, "valid_to": service.valid_to}
        yield {
            "id": _id("schedule", service.id),
            "service_id": identity,
            **{key: day.isoformat() for key, day in days.items() if day},
            "description": told,
        }


def _areas(corpus: Corpus, service: Service, identity: str) -> Iterator[dict[str, str]]:
    region = str(corpus.places.get("home_region", ""))
    whole = region if service.area is not None and str(service.area) == "region" else "koko maa"
    for name in service.municipalities or (whole,):
        yield {"id": _id("area", service.id, name), "service_id": identity, "name": name}


def _attributes(corpus: Corpus, service: Service, identity: str) -> Iterator[dict[str, Any]]:
    vocabulary = corpus.vocabulary
    terms = (
        *((name, vocabulary.target_groups[name], "kohderyhmä") for name in service.target_groups),
        *((name, vocabulary.topics[name], "aihe") for name in service.topics),
    )
    for name, term, label in terms:
        identity_of_term = _id("term", label, name)
        yield {
            "id": _id("attribute", service.id, label, name),
            "link_id": identity,
            "link_entity": "service",
            "label": label,
            "taxonomy_term_id": identity_of_term,
            "taxonomy_term": {
                "id": identity_of_term,
                "code": term.ptv or name,
                "name": name,
                "description": term.definition,
                "taxonomy": label,
            },
        }


def _rows(services: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    rows: dict[str, list[Mapping[str, Any]]] = {table: [] for table, _, _ in TABLES}
    seen: set[str] = set()

    def once(table: str, row: Mapping[str, Any]) -> None:
        if row["id"] not in seen:
            seen.add(row["id"])
            rows[table].append(row)

    nested = {"phones": "phone", "schedules": "schedule", "service_areas": "service_area",
              "languages": "language"}  # fmt: skip
    for service in services:
        rows["service"].append(service)
        once("organization", service["organization"])
        for key, table in nested.items():
            rows[table] += service.get(key, ())
        for attribute in service.get("attributes", ()):
            rows["attribute"].append(attribute)
            once("taxonomy_term", attribute["taxonomy_term"])
    return rows


def _as_csv(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return written.getvalue()


def _cell(value: object) -> str:
    """A cell that no spreadsheet works out: what looks like a formula gets an apostrophe first."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "@", "\t", "\r")) else text


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, FIXED_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, text)


def _package() -> dict[str, Any]:
    """A description of the tables as a tabular data package."""
    return {
        "name": "human_services_data",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": table,
                "path": name,
                "profile": "tabular-data-resource",
                "schema": {"fields": [{"name": column, "type": "string"} for column in columns]},
            }
            for table, name, columns in TABLES
        ],
    }
