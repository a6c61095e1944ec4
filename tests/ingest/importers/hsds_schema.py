"""HSDS 3.0 as far as it binds what we write: required fields, types, closed lists.

Written from the specification's field tables; the compiled schema is two megabytes long.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
URI = {"type": "string", "pattern": r"^https?://\S+$"}
EMAIL = {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[^@\s]+$"}


def table(required: tuple[str, ...], **fields: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": fields,
        "additionalProperties": False,
    }


def many(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


ORGANIZATION = table(
    ("id", "name", "description"),
    id=TEXT,
    name=TEXT,
    alternate_name=TEXT,
    description=TEXT,
    email=EMAIL,
    website=URI,
    parent_organization_id=TEXT,
)
TERM = table(
    ("id", "name", "description", "code"),
    id=TEXT,
    code=TEXT,
    name=TEXT,
    description=TEXT,
    parent_id=TEXT,
    taxonomy=TEXT,
    taxonomy_id=TEXT,
    term_uri=URI,
)
SERVICE = table(
    ("id", "name", "status"),
    id=TEXT,
    organization_id=TEXT,
    program_id=TEXT,
    name=TEXT,
    alternate_name=TEXT,
    description=TEXT,
    url=URI,
    email=EMAIL,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    interpretation_services=TEXT,
    application_process=TEXT,
    fees_description=TEXT,
    eligibility_description=TEXT,
    minimum_age={"type": "number"},
    maximum_age={"type": "number"},
    assured_date=DAY,
    assurer_email=EMAIL,
    alert=TEXT,
    last_modified=TEXT,
    organization=ORGANIZATION,
    phones=many(
        table(("id", "number"), id=TEXT, service_id=TEXT, number=TEXT, extension={"type": "number"})
    ),
    schedules=many(
        table(
            ("id",),
            id=TEXT,
            service_id=TEXT,
            valid_from=DAY,
            valid_to=DAY,
            freq={"enum": ["WEEKLY", "MONTHLY"]},
            description=TEXT,
        )
    ),
    service_areas=many(
        table(("id",), id=TEXT, service_id=TEXT, name=TEXT, description=TEXT, uri=URI)
    ),
    languages=many(table(("id",), id=TEXT, service_id=TEXT, name=TEXT, code=TEXT, note=TEXT)),
    attributes=many(
        table(
            ("id", "link_id", "link_entity", "taxonomy_term_id"),
            id=TEXT,
            link_id=TEXT,
            link_entity=TEXT,
            link_type=TEXT,
            label=TEXT,
            value=TEXT,
            taxonomy_term_id=TEXT,
            taxonomy_term=TERM,
        )
    ),
)
PAGE = {
    "type": "object",
    "required": ["total_items", "total_pages", "page_number", "size", "contents"],
    "properties": {
        "total_items": {"type": "integer"},
        "total_pages": {"type": "integer"},
        "page_number": {"type": "integer"},
        "size": {"type": "integer"},
        "first_page": {"type": "boolean"},
        "last_page": {"type": "boolean"},
        "empty": {"type": "boolean"},
        "contents": many(SERVICE),
    },
    "additionalProperties": False,
}
