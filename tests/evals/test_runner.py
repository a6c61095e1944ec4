from __future__ import annotations

import threading

import pytest
from evaluation_examples import Scripted, case, new_run, response

from assistant.errors import TienviittaError
from evals.adapters import TransientError
from evals.rundir import RunDirectory
from evals.runner import ATTEMPTS, LONGEST_WAIT_SECONDS, Asking, respond, run_pending

BUSY = TransientError("busy")


def asked_with(target, **fields):
    pauses = []
    got = respond(target, case(), Asking(pause=pauses.append, **fields))
    return got, pauses


def test_what_may_pass_is_asked_again_after_longer_and_longer_waits():
    got, pauses = asked_with(Scripted(c1=[BUSY, BUSY, {}]))
    assert (got.attempts, got.error) == (3, None)
    assert pauses == [0.5, 1.0]


def test_a_target_that_tells_how_long_to_wait_is_believed_within_reason():
    told = [TransientError("busy", 3), TransientError("busy", 9999), {}]
    assert asked_with(Scripted(c1=told))[1] == [3, LONGEST_WAIT_SECONDS]


def test_asking_ends_at_last_and_the_error_is_kept():
    target = Scripted(c1=[BUSY] * ATTEMPTS)
    got, pauses = asked_with(target)
    assert (got.attempts, got.error, got.answer) == (ATTEMPTS, "busy", None)
    assert len(pauses) == ATTEMPTS - 1


def test_what_will_not_pass_is_asked_once():
    got, pauses = asked_with(Scripted(c1=[TienviittaError("no such place")]))
    assert (got.attempts, got.error, pauses) == (1, "no such place", [])
    assert got.request["messages"][0]["content"] == "Mihin asti?"


def test_an_error_of_the_assistants_own_fails_its_case_and_not_the_run(tmp_path):
    target = Scripted(c1=TienviittaError("no index"))
    scores = new_run(tmp_path / "run", case(), case(id="c2"), target=target).scores()
    assert [score.values["passed"] for score in scores] == [0, 1]


def test_another_error_ends_the_run_and_what_was_answered_stays(tmp_path):
    target = Scripted(c2=ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        new_run(tmp_path / "run", case(), case(id="c2"), case(id="c3"), target=target)
    assert set(RunDirectory.open(tmp_path / "run").responses()) >= {"c1"}


def test_only_what_has_no_answer_is_asked_when_a_run_goes_on(tmp_path):
    cases = [case(), case(id="c2"), case(id="c3")]
    first = Scripted(c2=TienviittaError("busy"))
    directory = new_run(tmp_path / "run", *cases, target=first)
    second, told = Scripted(), []
    assert run_pending(directory, second, on_response=told.append) == 1
    assert second.asked == ["c2"]
    assert [one.id for one in told] == ["c2"]
    assert directory.pending() == []
    assert [score.values["passed"] for score in directory.scores()] == [1, 1, 1]


def test_cases_are_asked_at_the_same_time(tmp_path):
    meeting = threading.Barrier(2, timeout=30)

    class Meeting(Scripted):
        def respond(self, case, *, limit, retrieval_only):
            meeting.wait()
            return response(case.id)

    target = Meeting()
    cases = [case(), case(id="c2")]
    config = {"target": target.describe()}
    directory = RunDirectory.create(tmp_path / "run", cases, target.sources(), config)
    assert run_pending(directory, target, Asking(jobs=2)) == 2
    assert set(directory.responses()) == {"c1", "c2"}
