from __future__ import annotations

import json
from datetime import date

import pytest
from evaluation_examples import PLACE, TEXT, case, row, write
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue import Audience, Message, Outcome
from evals.cases import Nugget, lint_cases, load_cases, word_runs
from evals.jsonl import CaseError

SOURCES = {"plan": TEXT}


def kinds(*cases):
    return [finding.kind for finding in lint_cases(cases, SOURCES)]


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
    with pytest.raises(CaseError, match="field 'persona' is missing"):
        load_cases(write(tmp_path / "null.jsonl", row(persona=None)))


@pytest.mark.parametrize("name", ["split", "persona", "lang", "category", "messages", "answerable"])
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


def test_lint_finds_nothing_in_a_sound_case_or_in_none():
    assert kinds(case()) == []
    assert kinds() == []


def test_lint_finds_a_quote_that_stands_nowhere():
    assert kinds(case(gold_quotes=("Duuniportti toimii kalajoella.",))) == ["quote"]


def test_lint_finds_five_words_in_a_row_of_a_source_and_not_four():
    five = case(messages=(Message("user", "Toimii, KALAJOELLA: kesto 1.1.?"),))
    four = case(messages=(Message("user", "Duuniportti toimii Kalajoella. Kesto?"),))
    assert kinds(five) == ["leak"]
    assert kinds(four) == []


def test_lint_leaves_the_assistants_turns_alone():
    turns = (Message("user", "Hei"), Message("assistant", TEXT), Message("user", "Kuka?"))
    assert kinds(case(messages=turns)) == []


def test_lint_finds_a_nugget_that_the_question_proves():
    assert kinds(case(messages=(Message("user", "Loppuuko 31.5.2026?"),))) == ["echo"]


def test_lint_finds_a_nugget_that_must_not_forbids():
    assert kinds(case(must_not=("31.5.",))) == ["contradiction"]
    two = (Nugget("loppu", ("31.5.2026", "toukokuu")),)
    assert kinds(case(must_not=("31.5.",), nuggets=two)) == []


def test_lint_finds_ids_and_conversations_used_twice():
    again = case(id="c2", messages=(Message("user", "mihin ASTI"),))
    assert kinds(case(), again) == ["repeat"]
    assert kinds(case(), case(messages=(Message("user", "Kuka?"),))) == ["id"]


def test_lint_finds_one_who_speaks_twice_in_a_row():
    assert kinds(case(messages=(Message("user", "Hei"), Message("user", "Kuka?")))) == ["turns"]


def test_lint_finds_an_answerable_case_with_nothing_to_measure():
    assert kinds(case(gold_quotes=(), nuggets=())) == ["nothing"]
    assert kinds(case(gold_quotes=(), nuggets=(), answerable=False)) == []


@given(st.lists(st.sampled_from(["yksi", "kaksi", "kolme"]), max_size=12))
def test_a_text_has_as_many_runs_as_places_to_start_one(words):
    runs = list(word_runs(" ".join(words)))
    assert len(runs) == max(0, len(words) - 4)
    assert all(len(run) == 5 for run in runs)
