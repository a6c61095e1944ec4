from __future__ import annotations

import json

import pytest
from evaluation_examples import Scripted, case, response
from rich.console import Console

from assistant.dialogue import Message
from evals.robustness import (
    RobustnessError,
    asker,
    disturb,
    print_disturbed,
    sampled,
    worst_of,
    write_disturbed,
)
from evals.scores import Scorer
from evals.variants import Varier


@pytest.fixture(scope="module")
def varier(true_places, true_analyser):
    return Varier(true_places, true_analyser)


class Deaf(Scripted):
    """Finds nothing in what is written in capitals."""

    def respond(self, case, *, limit, retrieval_only):
        loud = case.messages[-1].content.isupper()
        return response(case.id, **({"hits": ()} if loud else {}))


@pytest.fixture
def disturbed(varier):
    target = Deaf()
    ask = asker(target, Scorer(target.sources()))
    text = (Message("user", "Mihin asti hanke kestää?"),)
    cases = [case(id="c1", messages=text), case(id="c2", split="test", messages=text)]
    return disturb(cases, varier, ask, ["capitals", "polite", "place_case"])


def test_the_drop_is_that_of_the_cases_with_a_variant(disturbed):
    by_kind = {one.kind: one for one in disturbed}
    assert set(by_kind) == {"capitals", "polite"}
    assert by_kind["capitals"].points == 100
    assert by_kind["polite"].points == 0
    assert worst_of(disturbed).kind == "capitals"


def test_the_worst_kind_is_told_against_the_bound(disturbed):
    console = Console(record=True, width=160)
    print_disturbed(disturbed, 8, console)
    told = console.export_text()
    assert "The worst kind is capitals: 100.0 points of success@5 lost, over the bound of 8" in told


def test_variants_are_written_without_those_of_test(disturbed, tmp_path):
    assert write_disturbed(tmp_path / "v.jsonl", disturbed) == 2
    rows = [json.loads(line) for line in (tmp_path / "v.jsonl").read_text("utf-8").splitlines()]
    assert {row["case"] for row in rows} == {"c1"}
    assert rows[0]["asked"] == "MIHIN ASTI HANKE KESTÄÄ?"
    assert rows[0]["before"]["success@5"] == 1
    assert rows[0]["after"]["success@5"] == 0


def test_nothing_to_vary_is_an_error(varier):
    with pytest.raises(RobustnessError, match="Finnish"):
        disturb([case(lang="en")], varier, lambda _case: None)


def test_a_sample_keeps_the_order_and_is_the_same_every_time():
    cases = list(range(50))
    drawn = sampled(cases, 10, seed=3)
    assert drawn == sampled(cases, 10, seed=3) == sorted(drawn)
    assert len(drawn) == 10
    assert sampled(cases, None, 1) == sampled(cases, 99, 1) == cases
