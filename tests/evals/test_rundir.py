from __future__ import annotations

import json
from datetime import date

import pytest
from evaluation_examples import Scripted, case, new_run, response, source

from assistant.dialogue import Message
from evals.adapters import Response
from evals.jsonl import as_json
from evals.rundir import CASES, CONFIG, RESPONSES, RunDirectory, RunDirectoryError

CONFIG_OF_RUN = {"target": {"kind": "scripted"}, "limit": 20, "retrieval_only": False}


def resumed(path, *cases, **config):
    return RunDirectory.resume(path, cases, Scripted().sources(), CONFIG_OF_RUN | config)


def test_a_run_can_be_opened_and_measured_from_its_directory_alone(tmp_path):
    one = case(as_of=date(2026, 11, 24), messages=(Message("user", "Mihin asti?"),))
    new_run(tmp_path / "run", one)
    opened = RunDirectory.open(tmp_path / "run")
    assert list(opened.cases) == [one]
    assert opened.sources == {"plan": source()}
    assert [score.values["passed"] for score in opened.scores()] == [1]


def test_a_run_remembers_versions_and_digests(tmp_path):
    config = new_run(tmp_path / "run", case(), case(id="c2")).config
    assert config["versions"]["packages"]["numpy"]
    assert config["versions"]["python"].startswith("3.")
    assert config["cases"]["count"] == 2
    assert len(config["cases"]["sha256"]) == len(config["corpus"]["sha256"]) == 64
    written = json.loads((tmp_path / "run" / CONFIG).read_text(encoding="utf-8"))
    assert written == config


def test_a_run_is_never_written_over(tmp_path):
    (tmp_path / "something").touch()
    with pytest.raises(RunDirectoryError, match="--resume"):
        new_run(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["something"]


def test_a_response_is_the_same_when_read_again():
    one = response(confidence=0.25, attempts=2)
    assert Response.from_row(json.loads(json.dumps(as_json(one)))) == Response(
        **{**as_json(one), "hits": tuple(as_json(one.hits))}
    )
    assert Response.from_row(as_json(response(hits=None))).hits is None


def test_a_torn_last_answer_is_dropped_and_asked_again(tmp_path):
    cases = (case(), case(id="c2"))
    new_run(tmp_path / "run", *cases)
    path = tmp_path / "run" / RESPONSES
    path.write_bytes(path.read_bytes()[:-40])
    assert set(RunDirectory.open(tmp_path / "run").responses()) == {"c1"}
    directory = resumed(tmp_path / "run", *cases)
    assert [one.id for one in directory.pending()] == ["c2"]
    assert path.read_bytes().endswith(b"}\n")
    directory.append(response("c2"))
    assert set(directory.responses()) == {"c1", "c2"}


def test_an_answer_torn_in_the_middle_is_told_with_its_line(tmp_path):
    new_run(tmp_path / "run", case(), case(id="c2"))
    path = tmp_path / "run" / RESPONSES
    path.write_text("{torn\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(RunDirectoryError, match=r"responses\.jsonl:1"):
        RunDirectory.open(tmp_path / "run").responses()


@pytest.mark.parametrize(
    ("cases", "config", "named"),
    [
        ((case(must_not=("x",)),), {}, "cases"),
        ((case(),), {"limit": 5}, "limit"),
        ((case(),), {"target": {"kind": "server"}}, r"target \(kind\)"),
    ],
)
def test_a_run_goes_on_only_with_what_it_was_begun_with(tmp_path, cases, config, named):
    new_run(tmp_path / "run", case())
    with pytest.raises(RunDirectoryError, match=f"another {named}"):
        resumed(tmp_path / "run", *cases, **config)


def test_notes_may_change_and_jobs_too(tmp_path):
    new_run(tmp_path / "run", case())
    assert resumed(tmp_path / "run", case(notes="why"), jobs=9).pending() == []


def test_a_directory_without_a_run_is_told(tmp_path):
    with pytest.raises(RunDirectoryError, match="holds no run"):
        RunDirectory.open(tmp_path)
    with pytest.raises(RunDirectoryError, match="holds no run"):
        resumed(tmp_path / "nowhere", case())


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (CONFIG, "{", "torn run"),
        (CONFIG, '{"format": 1}', "another version"),
        (CASES, "{}\n", "doesn't hold"),
    ],
)
def test_a_run_that_is_torn_or_of_another_version_is_told(tmp_path, name, text, message):
    new_run(tmp_path / "run")
    (tmp_path / "run" / name).write_text(text, encoding="utf-8")
    with pytest.raises(RunDirectoryError, match=message):
        RunDirectory.open(tmp_path / "run")
