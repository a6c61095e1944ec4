from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.jsonl import CaseError, Row, read_rows, rows_and_errors

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)
)
objects = st.dictionaries(st.text(), values.filter(lambda one: one is not None), max_size=4)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[\n", "Put each object on a line of its own"),
        (b'[{"id": "a"}]\n', "Put each object on a line of its own"),
        (b'{\n "id": "a"\n}\n', "Put each object on one line"),
        ("{”id”: ”a”}".encode(), "straight quotation marks"),
        ("Mikä on ohjaamo?".encode(), "docs/evaluators-guide.en.md"),
        (b'"Mik"', "docs/evaluators-guide.en.md"),
        (b'{"id": "a"},', "comma at the end"),
        (b'{"id": }', "not JSON (Expecting value at column 8)."),
        ("{'ä'}".encode("cp1252"), "not UTF-8"),
        ('{"id": "ä"}\n{"id": "b"}'.encode("utf-16"), "not UTF-8"),
    ],
)
def test_what_is_not_an_object_a_line_is_told_once_with_a_remedy(tmp_path, content, told):
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    (error,) = rows_and_errors(path)
    assert isinstance(error, CaseError)
    assert str(error).startswith(f"{path}:1: ")
    assert told in error.reason
    with pytest.raises(CaseError, match=r":1: "):
        list(read_rows(path))


def test_a_line_that_does_not_hold_hides_no_other(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('\ufeff{"id": "a"}\r\n\r\nx\r\n{"id": "b"}', encoding="utf-8", newline="")
    one, error, other = rows_and_errors(path)
    assert isinstance(one, Row)
    assert isinstance(other, Row)
    assert isinstance(error, CaseError)
    assert (one.fields, other.fields) == ({"id": "a"}, {"id": "b"})
    assert (error.line, other.line) == (3, 4)


@given(st.lists(objects, max_size=5))
def test_what_is_written_a_line_each_is_read_again(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "a.jsonl"
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in rows)
    path.write_bytes("".join(lines).encode("utf-8", "surrogatepass"))
    assert [row.fields for row in read_rows(path)] == rows


@given(st.binary(max_size=80))
def test_any_bytes_are_rows_or_errors_with_a_line(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_bytes(content)
    for one in rows_and_errors(path):
        assert one.line >= 1
