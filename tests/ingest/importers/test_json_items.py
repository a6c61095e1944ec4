from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import CorpusError
from ingest.importers import json_items
from ingest.importers.files import Input
from ingest.importers.json_items import read_items

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


def items(tmp_path: Path, text: str | bytes) -> list[tuple[str | None, Any]]:
    path = tmp_path / "x.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_items(Input("x.json", path), {"itemList"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"pageNumber": 1, "itemList": [{"id": 1}, {"id": 2}]}', [1, 2]),
        ('{"itemList": null, "pageNumber": 1}', []),
        ('[{"id": 1}, {"id": 2}]', [1, 2]),
        ('{"id": 1}', [1]),
        ('{"id": 1}\n{"id": 2}\n', [1, 2]),
        ('\ufeff{"itemList": [{"id": 1}]}', [1]),
        ("[]", []),
    ],
)
def test_pages_dumps_and_lines_give_the_same_items(tmp_path, text, expected):
    assert [item["id"] for _, item in items(tmp_path, text)] == expected


@given(value=st.lists(VALUES, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_items_are_what_json_says(tmp_path, value):
    assert [item for _, item in items(tmp_path, json.dumps(value))] == value
    assert items(tmp_path, json.dumps({"itemList": value, "more": value})) == [
        ("itemList", one) for one in value
    ]


@pytest.mark.parametrize(
    "text", ["", "{", '{"itemList": [', "NaN", "ei jsonia", b"\xff\xfe", "[1 2]"]
)
def test_what_is_no_json_is_named(tmp_path, text):
    with pytest.raises(CorpusError, match=r"^x\.json: this isn't JSON"):
        items(tmp_path, text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"itemList": [' + "[" * 99])
def test_json_nested_without_end_is_refused(tmp_path, text):
    with pytest.raises(CorpusError, match="nested deeper"):
        items(tmp_path, text)


def test_an_item_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(json_items, "LARGEST_ITEM", 1000)

    with pytest.raises(CorpusError, match="larger than 1000"):
        items(tmp_path, json.dumps([{"a": ["x"] * 1001}]))
    with pytest.raises(CorpusError, match="longer than 1000"):
        items(tmp_path, json.dumps([{"a": "x" * 200_000}]))


def test_a_dump_is_read_item_by_item(tmp_path):
    path = tmp_path / "x.json"
    path.write_text('[{"id": 1}, ' + " " * 200_000 + "torn", encoding="utf-8")
    read = read_items(Input("x.json", path), ())

    assert next(read) == (None, {"id": 1})
    with pytest.raises(CorpusError):
        next(read)
