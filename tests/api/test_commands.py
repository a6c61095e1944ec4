"""The server's commands."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from typer.testing import CliRunner

import tienviitta
from api.feedback import Feedback, FeedbackStore
from api.reception import today
from assistant.errors import SettingsError


@pytest.fixture
def store(tmp_path):
    return FeedbackStore(tmp_path / "feedback.sqlite", days=180)


@pytest.fixture
def run(store):
    def run_(*words: str, **more: str):
        env = {"TIENVIITTA_FEEDBACK": str(store.path), **more}
        return CliRunner().invoke(tienviitta.app, ["feedback", *words], env=env)

    return run_


def give(store: FeedbackStore, days_ago: int = 0, **more: object) -> Feedback:
    day = today() - timedelta(days=days_ago)
    return store.add(Feedback("", day, "a1", **{"rating": "up", **more}))


class TestExport:
    def test_gives_an_object_a_line_the_oldest_first(self, run, store):
        new, old = give(store, comment="hyvä"), give(store, days_ago=2)
        told = [json.loads(line) for line in run("export").stdout.splitlines()]
        assert [one["id"] for one in told] == [old.id, new.id]
        assert told[1]["comment"] == "hyvä"
        assert told[1]["day"] == today().isoformat()

    def test_gives_a_table_whose_cells_are_no_formulas(self, run, store):
        give(store, comment="=1+1")
        (row,) = csv.DictReader(io.StringIO(run("export", "--format", "csv").stdout))
        assert row["comment"] == "'=1+1"
        assert row["question"] == ""

    def test_writes_to_a_file(self, run, store, tmp_path):
        give(store, comment="hyvä")
        told = run("export", "--output", str(tmp_path / "out.jsonl"))
        assert "1 written" in told.stderr
        assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["rating"] == "up"

    def test_what_is_too_old_is_not_given_out(self, run, store):
        give(store, days_ago=8)
        assert run("export", TIENVIITTA_FEEDBACK_DAYS="7").stdout == ""

    def test_where_none_is_kept_it_says_so(self, run):
        told = run("export", TIENVIITTA_FEEDBACK="off")
        assert isinstance(told.exception, SettingsError)
        assert "TIENVIITTA_FEEDBACK" in str(told.exception)


class TestErase:
    def test_one_by_its_id(self, run, store):
        first, second = give(store), give(store)
        assert run("erase", "--id", first.id).stdout == "1 erased.\n"
        assert store.all(today()) == [second]
        assert run("erase", "--id", first.id).exit_code == 1

    def test_those_before_a_day(self, run, store):
        give(store, days_ago=3)
        kept = give(store, days_ago=2)
        day = (today() - timedelta(days=2)).isoformat()
        assert run("erase", "--before", day, "--yes").exit_code == 0
        assert store.all(today()) == [kept]

    def test_all_of_it_when_it_is_confirmed(self, run, store):
        give(store)
        assert run("erase", "--all").exit_code == 1
        assert len(store.all(today())) == 1
        assert run("erase", "--all", "--yes").exit_code == 0
        assert store.all(today()) == []

    @pytest.mark.parametrize(
        "words", [(), ("--all", "--id", "x"), ("--id", "x", "--before", "2026-01-01")]
    )
    def test_what_to_erase_must_be_told_once(self, run, store, words):
        give(store)
        assert run("erase", *words, "--yes").exit_code == 2
        assert len(store.all(today())) == 1
