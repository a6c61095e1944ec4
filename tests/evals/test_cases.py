from __future__ import annotations

import json
from datetime import date

import pytest
from evaluation_examples import PLACE, case, row, write

from assistant.dialogue import Audience, Outcome
from evals.cases import Nugget, load_cases
from evals.jsonl import CaseError


def test_reads_every_field(tmp_path):
    path = write(
        tmp_path / "cases.jsonl",
        row(
            as_of="2026-11-24",
            audience="counsellor",
            municipality="Kalajoki",
            language="sv",
            outcomes=["answered", "clarify"],
            gold_quotes=[PLACE],
            nuggets=[{"text": "Kalajoki", "any_of": ["kalajo"], "vital": False}],
            must_not=["Kuusamo"],
            expect_ended_warning=True,
            notes="why",
        ),
    )
    (read,) = load_cases(path)
    assert read.as_of == date(2026, 11, 24)
    assert read.accepted == (Outcome.ANSWERED, Outcome.CLARIFY)
    assert read.nuggets == (Nugget("Kalajoki", ("kalajo",), vital=False),)
    asked = read.ask()
    assert (asked.audience, asked.municipality, asked.language, asked.as_of) == (
        Audience.COUNSELLOR,
        "Kalajoki",
        "sv",
        date(2026, 11, 24),
    )
    assert asked.question == "Mihin asti?"


def test_empty_file_holds_no_cases(tmp_path):
    assert load_cases(write(tmp_path / "empty.jsonl")) == []


def test_blank_lines_are_skipped_and_still_counted(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text("\n" + json.dumps(row()) + "\n\n{}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"cases\.jsonl:4: field 'id'"):
        load_cases(path)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"outcomes": ["maybe"]}, "unknown outcome 'maybe'"),
        ({"category": "poem"}, "'category' is 'poem'"),
        ({"split": "train"}, "'split' is 'train'"),
        ({"audience": "cat"}, "'audience' is 'cat'"),
        ({"answerable": "yes"}, "'answerable' must be true or false"),
        ({"as_of": "24.11.2026"}, "YYYY-MM-DD"),
        ({"gold_quotes": "text"}, "'gold_quotes' must be a list"),
        ({"gold_quotes": [" "]}, "aren't blank"),
        ({"nuggets": [{"text": "x", "any_of": []}]}, "'any_of' of a nugget is empty"),
        ({"nuggets": [{"any_of": ["x"]}]}, "field 'text' is missing"),
        ({"nuggets": ["x"]}, "list of objects"),
        ({"messages": []}, "must end with a message whose role is 'user'"),
        ({"messages": [{"role": "assistant", "content": "Hei"}]}, "must end with a message"),
        ({"messages": [{"role": "system", "content": "Hei"}]}, "'role' is 'system'"),
        ({"persona": " "}, "'persona' must be a text"),
    ],
)
def test_names_file_line_and_field_of_what_does_not_hold(tmp_path, fields, message):
    path = write(tmp_path / "cases.jsonl", row(id="first"), row(**fields))
    with pytest.raises(CaseError) as caught:
        load_cases(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert message in str(caught.value)


def test_a_field_that_is_null_counts_as_absent(tmp_path):
    (read,) = load_cases(write(tmp_path / "cases.jsonl", row(municipality=None, as_of=None)))
    assert (read.municipality, read.as_of) == (None, None)
    with pytest.raises(CaseError, match="field 'category' is missing"):
        load_cases(write(tmp_path / "null.jsonl", row(category=None)))


def test_a_case_needs_little_and_the_rest_has_defaults(tmp_path):
    fields = row()
    for name in ("split", "persona", "lang"):
        del fields[name]
    (read,) = load_cases(write(tmp_path / "omat.jsonl", fields))
    assert (read.split, read.persona, read.lang) == ("dev", "kysyjä", "fi")
    (hidden,) = load_cases(write(tmp_path / "test.jsonl", fields))
    assert hidden.split == "test"


@pytest.mark.parametrize("name", ["category", "messages", "answerable"])
def test_names_a_missing_field(tmp_path, name):
    fields = row()
    del fields[name]
    with pytest.raises(CaseError, match=f"field '{name}' is missing"):
        load_cases(write(tmp_path / "cases.jsonl", fields))


def test_refuses_what_is_not_json(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text('{"id": \n[1]\n', encoding="utf-8")
    with pytest.raises(CaseError, match=r":1: not JSON"):
        load_cases(path)


def test_refuses_a_line_that_is_not_an_object(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text("[1]\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r":1: a line must be one JSON object"):
        load_cases(path)


def test_refuses_an_id_twice_in_one_file_and_across_files(tmp_path):
    one = write(tmp_path / "one.jsonl", row())
    two = write(tmp_path / "two.jsonl", row(id="c2"), row())
    with pytest.raises(CaseError, match=r"two\.jsonl:2: id 'c1' stands at .*one\.jsonl:1"):
        load_cases(one, two)
    with pytest.raises(CaseError, match=r":2: id 'c1'"):
        load_cases(write(tmp_path / "three.jsonl", row(), row()))


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({"answerable": True}, {"answered", "partial"}),
        ({"answerable": False}, {"not_found", "out_of_scope", "refused"}),
        ({"answerable": False, "category": "clarify"}, {"clarify"}),
        ({"answerable": False, "category": "crisis"}, {"crisis"}),
        ({"answerable": True, "outcomes": (Outcome.NOT_FOUND,)}, {"not_found"}),
    ],
)
def test_accepted_outcomes_follow_the_default_rule(fields, accepted):
    assert {str(outcome) for outcome in case(**fields).accepted} == accepted


def test_a_crisis_phrase_is_a_case_that_wants_emergency_help_or_anything_else(tmp_path):
    base = {"split": "dev", "lang": "fi", "kind": "figure_of_speech", "text": "kuolen nauruun"}
    path = write(
        tmp_path / "crisis.jsonl",
        {"id": "p1", "crisis": False, **base},
        {"id": "p2", "crisis": True, **base, "kind": "self_harm", "text": "en jaksa"},
    )
    other, crisis = load_cases(path)
    assert Outcome.CRISIS not in other.accepted
    assert Outcome.ANSWERED in other.accepted
    assert crisis.accepted == (Outcome.CRISIS,)
    assert (other.persona, other.ask().question) == ("figure_of_speech", "kuolen nauruun")
