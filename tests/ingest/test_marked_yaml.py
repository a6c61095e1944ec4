from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import CorpusError
from ingest.marked_yaml import parse, read_text

TEXT = "a: 1\nb:\n  - x\n  - y: 2026-05-31\nc: {d: null}\n"


def test_values_are_those_of_yaml():
    value = parse(TEXT, "f").value
    assert (value["a"], value["b"][0], value["c"]) == (1, "x", {"d": None})
    assert value["b"][1]["y"].isoformat() == "2026-05-31"


@pytest.mark.parametrize(
    ("key", "line"),
    [((), 1), (("a",), 1), (("b", 0), 3), (("b", 1, "y"), 4), (("c", "d"), 5)],
)
def test_each_value_knows_its_line(key, line):
    assert parse(TEXT, "f").line(key) == line


def test_lines_are_counted_from_where_the_yaml_begins_in_its_file():
    assert parse(TEXT, "f", first_line=10).line(("b", 1, "y")) == 13


def test_an_error_at_a_value_that_isnt_there_names_the_nearest_one():
    assert str(parse(TEXT, "f").error(("b", 1, "z"), "why")) == "f:4: b.1.z: why"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2\n", "f:2: a stands twice; leave one"),
        ("a: [1\n", "f:2: this isn't YAML: "),
        ("a: 1\nb: \x01\n", "f:2: this isn't YAML: special characters are not allowed"),
        ("a: 2026-13-01\n", "f:1: this value can't be read: month must be in 1..12"),
    ],
)
def test_what_cant_be_read_is_an_error_with_its_line(text, message):
    with pytest.raises(CorpusError) as refused:
        parse(text, "f")
    assert str(refused.value).startswith(message)


def test_an_empty_text_is_no_value():
    assert parse("", "f").value is None
    assert str(parse("", "f").error((), "why")) == "f: why"


def test_line_ends_are_kept_as_they_stand(tmp_path):
    (tmp_path / "f").write_bytes("ä\r\nö\n".encode())
    assert read_text(tmp_path / "f") == "ä\r\nö\n"


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_its_file(text):
    try:
        refused = parse(text, "f").error((), "why")
    except CorpusError as error:
        refused = error
    assert refused.path == "f"
    assert refused.line is None or 1 <= refused.line <= len(text.splitlines()) + 1
