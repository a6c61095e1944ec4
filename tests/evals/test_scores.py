from __future__ import annotations

import pytest
from evaluation_examples import PERIOD, TEXT, answer, case, cite, hit, response, source

from assistant.dialogue import Outcome
from evals.cases import Nugget
from evals.scores import MEASURE, PASSING, Scorer, names_of

SCORER = Scorer({"plan": source()})
RIGHT = answer("Kesto on 31.5.2026 asti [1].", cite(PERIOD))


def score(said=RIGHT, one=None, **fields):
    return SCORER.score(one or case(), response(said=said, **fields))


def test_a_right_answer_passes_every_measure():
    got = score()
    assert got.values["passed"] == 1
    assert got.problems == ()
    assert got.relevant == {2}
    expected = {"success@1": 0, "success@5": 1, "recall@5": 1, "recall@20": 1, "mrr": 0.5}
    assert {name: got.values[name] for name in expected} == expected
    assert got.values["ended_told"] is None
    assert set(got.values) == set(MEASURE)


def test_every_measure_belongs_to_one_group():
    assert sorted(names_of("ranking", "answer", "conduct", "plain")) == sorted(MEASURE)
    assert set(PASSING) < set(MEASURE)


@pytest.mark.parametrize(
    ("said", "fields", "failing", "problem"),
    [
        (answer("Asti [1].", cite(PERIOD)), {}, "nuggets_vital", "missing_vital: loppuu 31.5.2026"),
        (answer("31.5.2026 [1].", cite(TEXT[:10])), {}, "cites_gold", None),
        (answer("31.5.2026"), {}, "citations_sound", "citation: an answer that claims something"),
        (RIGHT, {"must_not": ("kesto",)}, "clean", "forbidden: kesto"),
        (RIGHT, {"expect_ended_warning": True}, "ended_told", "ended: no warning of an end"),
        (
            answer("31.5.2026 [1].", cite(PERIOD), outcome=Outcome.NOT_FOUND),
            {},
            "outcome",
            "outcome: not_found",
        ),
    ],
)
def test_one_thing_wrong_fails_the_case_and_is_named(said, fields, failing, problem):
    got = score(said, case(**fields))
    assert got.values[failing] == 0
    assert got.values["passed"] == 0
    if problem:
        assert any(str(found).startswith(problem) for found in got.problems)


def test_a_missing_nugget_that_is_not_vital_is_named_and_does_not_fail_the_case():
    two = (*case().nuggets, Nugget("kunta", ("raahe",), vital=False))
    got = score(one=case(nuggets=two))
    assert got.values["nuggets"] == 0.5
    assert got.values["passed"] == 1
    assert [str(problem) for problem in got.problems] == ["missing: kunta"]


def test_an_accepted_outcome_that_claims_nothing_needs_no_citation():
    quiet = answer("En tiedä.", outcome=Outcome.NOT_FOUND)
    accepting = case(outcomes=(Outcome.ANSWERED, Outcome.NOT_FOUND), nuggets=())
    got = score(quiet, accepting)
    assert got.values["cites_gold"] is None
    assert got.values["passed"] == 1
    assert score(quiet, case(nuggets=())).values["cites_gold"] == 0


def test_a_failure_counts_as_an_empty_answer_that_found_nothing():
    got = SCORER.score(case(), response(answer=None, hits=None, error="no index"))
    assert got.values["passed"] == 0
    assert got.values["success@5"] == 0
    assert got.values["false_refusal"] == 1
    assert str(got.problems[0]) == "error: no index"


def test_where_the_target_gives_no_hits_there_is_no_ranking_to_measure():
    got = score(hits=None)
    assert [got.values[name] for name in names_of("ranking")] == [None] * 6
    assert score(hits=()).values["success@5"] == 0


def test_hits_that_were_left_out_are_not_a_part_of_the_ranking():
    start = TEXT.index(PERIOD)
    got = score(hits=(hit(start, start + 5, rejected="elsewhere"), hit(0, 5)))
    assert got.values["success@5"] == 0


def test_an_answer_that_tells_no_outcome_is_not_measured_by_it():
    got = score(answer={"outcome": None, "text": "31.5.2026", "citations": []})
    for name in ("outcome", "false_answer", "false_refusal", "crisis_noticed", "crisis_alarm"):
        assert got.values[name] is None
    assert got.values["nuggets_vital"] == 1
    assert got.values["cites_gold"] == 0
    assert got.values["passed"] == 0


def test_retrieval_alone_measures_the_ranking_alone():
    got = Scorer({"plan": source()}, retrieval_only=True).score(case(), response(answer=None))
    there = {name for name, value in got.values.items() if value is not None}
    assert there == set(names_of("ranking"))
    assert got.problems == ()
