from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.weights import SIGNALS, Weights

SIGNAL = st.sampled_from(SIGNALS)
VALUES = st.dictionaries(SIGNAL, st.floats(-10, 10), max_size=len(SIGNALS))


def test_a_score_is_the_weighted_sum_and_help_adds_its_own():
    weights = Weights(always={"dense": 2.0, "ended": 1.0}, helping={"dense": 4.0, "place": 3.0})
    evidence = {"dense": 0.5, "ended": -1.0, "place": 1.0}
    assert weights.score(evidence, 0.0) == 0.5 * 2 - 1
    assert weights.score(evidence, 1.0) == 0.5 * 6 - 1 + 3
    assert weights.score(evidence, 0.5) == 0.5 * 4 - 1 + 1.5


def test_a_signal_without_a_weight_weighs_nothing():
    assert Weights().score({"dense": 1.0}, 1.0) == 0.0
    assert Weights(always={"dense": 1.0}).score({}, 1.0) == 0.0


@given(VALUES, VALUES, VALUES, st.floats(0, 1))
def test_scores_add_up_over_evidence(always, helping, evidence, asked):
    weights = Weights(always, helping)
    each = [weights.score({name: value}, asked) for name, value in evidence.items()]
    assert math.isclose(weights.score(evidence, asked), math.fsum(each), abs_tol=1e-6)


def test_what_is_written_is_read_again_to_three_decimals(tmp_path):
    path = tmp_path / "weights.json"
    Weights(always={"dense": 1.23456}, helping={"place": -0.0004}).save(path)
    assert Weights.load(path) == Weights(always={"dense": 1.235}, helping={"place": -0.0})
    assert path.read_text(encoding="utf-8").endswith("}\n")


def test_the_checked_in_weights_are_of_the_signals_there_are():
    weights = Weights.load()
    assert set(weights.always) == set(weights.helping) == set(SIGNALS)
    assert all(math.isfinite(v) for v in (*weights.always.values(), *weights.helping.values()))


@pytest.mark.parametrize("signal", ["named", "place", "target_group", "topic", "dense", "asked"])
def test_for_a_person_in_need_what_fits_counts_for_a_service(signal):
    assert Weights.load().score({signal: 1.0}, 1.0) > 0


def test_a_file_of_another_form_isnt_taken(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"allways": {}}), encoding="utf-8")
    with pytest.raises(TypeError, match="allways"):
        Weights.load(path)
