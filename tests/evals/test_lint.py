from __future__ import annotations

import json

import pytest
from evaluation_examples import PERIOD, PLACE, TEXT, case, row, write
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue import Message, Outcome
from evals.cases import Nugget
from evals.lint import lint_cases, lint_files, word_runs

SOURCES = {"plan": TEXT}


def kinds(*cases):
    return [finding.kind for finding in lint_cases(cases, SOURCES)]


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


def found(tmp_path, *rows, asked=()):
    path = write(tmp_path / "cases.jsonl", *rows)
    return path, lint_files([path], SOURCES, asked)


def test_a_quote_that_stands_nowhere_is_told_with_file_line_and_what_stands_nearest(tmp_path):
    wrong = PLACE.replace("toimii", "on")
    other = [{"role": "user", "content": "Missä?"}]
    path, (one,) = found(
        tmp_path, row(gold_quotes=[PLACE]), row(id="c2", gold_quotes=[wrong], messages=other)
    )
    assert str(one).startswith(f"{path}:2: c2: stands in no source")
    assert "Nearest in plan" in one.detail
    assert "toimii Kalajoella" in one.detail
    assert one.level == "error"


def test_every_line_that_cannot_be_read_is_told_and_hides_no_other(tmp_path):
    path, findings = found(
        tmp_path, row(category="poem"), row(id="c2", nuggets=[{"text": "x"}]), row(id="c3")
    )
    assert [finding.place for finding in findings] == [f"{path}:1", f"{path}:2", f"{path}:3"]
    assert [finding.kind for finding in findings] == ["line", "line", "nothing"]


def test_a_line_that_is_not_json_is_told(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps(row(gold_quotes=[PLACE])) + "\n{\n", encoding="utf-8")
    (one,) = lint_files([path], SOURCES)
    assert one.place == f"{path}:2"
    assert one.kind == "line"


def test_a_line_of_another_encoding_or_form_hides_no_other(tmp_path):
    path = tmp_path / "cases.jsonl"
    good = json.dumps(row(gold_quotes=[PLACE]))
    other = row(
        id="c2", gold_quotes=["ei missään"], messages=[{"role": "user", "content": "Kuka?"}]
    )
    lines = [good.encode("utf-8-sig"), "{”id”: 1}".encode(), "ä".encode("cp1252")]
    path.write_bytes(b"\r\n".join([*lines, json.dumps(other).encode()]))
    findings = lint_files([path], SOURCES)
    assert [finding.place for finding in findings] == [f"{path}:{n}" for n in (2, 3, 4)]
    assert "straight quotation marks" in findings[0].detail
    assert findings[1].detail == "not UTF-8; save the file with that encoding."


def test_a_file_without_a_case_is_an_error(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text("\n", encoding="utf-8")
    (one,) = lint_files([path], SOURCES)
    assert str(one) == f"{path}: holds no case; write one a line. (line)"


def test_ids_and_questions_are_looked_for_across_files(tmp_path):
    one = write(tmp_path / "one.jsonl", row(gold_quotes=[PLACE]))
    two = write(tmp_path / "two.jsonl", row(gold_quotes=[PLACE]))
    findings = lint_files([one, two], SOURCES)
    assert [finding.kind for finding in findings] == ["id", "repeat"]
    assert f"{one}:1" in findings[0].detail
    assert all(finding.place == f"{two}:1" for finding in findings)


def asking(text, **fields):
    return case(messages=(Message("user", text),), **fields)


def test_a_question_asked_nearly_the_same_is_a_warning():
    near = lint_cases(
        [
            asking("Kuka auttaa minua löytämään töitä Raahessa?"),
            asking("Kuka auttaa minua löytämään töitä Raahesta?", id="c2"),
            asking("Miten saa apua opintojen suunnitteluun etänä?", id="c3"),
        ],
        SOURCES,
    )
    assert [(one.case_id, one.kind, one.level) for one in near] == [("c2", "near", "warning")]


def test_a_nugget_that_nothing_can_prove_is_a_warning():
    (one,) = lint_cases([case(nuggets=(Nugget("x", ("qwerty", "zxcv")),))], SOURCES)
    assert (one.kind, one.level) == ("nugget", "warning")
    assert "'qwerty', 'zxcv'" in one.detail
    assert kinds(case(nuggets=(Nugget("x", ("qwerty", "DUUNIPORTTI")),))) == []


def test_a_nugget_may_stand_in_the_assistants_own_words():
    assert kinds(case(category="crisis", nuggets=(Nugget("hätänumero", ("112",)),))) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"answerable": True, "outcomes": (Outcome.NOT_FOUND,)}, ["outcome"]),
        ({"answerable": False, "outcomes": (Outcome.ANSWERED,), "gold_quotes": ()}, ["outcome"]),
        ({"answerable": False}, ["outcome"]),
        ({"category": "crisis", "outcomes": (Outcome.ANSWERED,)}, ["outcome"]),
        ({"answerable": False, "gold_quotes": (), "nuggets": ()}, []),
        ({"answerable": True, "outcomes": (Outcome.NOT_FOUND, Outcome.PARTIAL)}, []),
    ],
)
def test_what_is_accepted_must_agree_with_whether_there_is_an_answer(fields, expected):
    assert kinds(case(**fields)) == expected


def test_wording_of_a_line_of_how_people_ask_is_a_warning_and_of_a_source_an_error(tmp_path):
    asked = ["mistä saan apua työnhakuun täällä"]
    ask = row(messages=[{"role": "user", "content": f"Hei, {asked[0]}?"}], gold_quotes=[PERIOD])
    path = write(tmp_path / "cases.jsonl", ask)
    for text in (TEXT, f"{TEXT}\n- {asked[0]}\n"):
        (one,) = lint_files([path], {"plan": text}, asked)
        assert (one.kind, one.level) == ("leak", "warning")
    (one,) = lint_files([path], {"plan": f"{TEXT}\n{asked[0]}, sanoi hän.\n"}, asked)
    assert (one.kind, one.level) == ("leak", "error")
