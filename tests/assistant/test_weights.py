from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.weights import SIGNALS, Weights

SIGNAL = st.sampled_from(SIGNALS)
VALUES = st.dictionaries(SIGNAL, st.floats(-10, 10), max_size=len(SIGNALS))


def of(weights, signal, asked):
    return float(weights.for_question(asked)[SIGNALS.index(signal)])


@given(VALUES, VALUES, SIGNAL, st.floats(0, 1))
def test_a_signal_weighs_what_it_always_does_and_more_as_help_is_asked(
    always, helping, signal, asked
):
    expected = always.get(signal, 0.0) + asked * helping.get(signal, 0.0)
    weighs = of(Weights(always, helping), signal, asked)
    assert math.isclose(weighs, expected, rel_tol=1e-5, abs_tol=1e-5)


def test_a_signal_without_a_weight_weighs_nothing():
    assert not Weights().for_question(1.0).any()
    assert of(Weights(always={"dense": 1.0}), "lexical", 1.0) == 0.0


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
    assert of(Weights.load(), signal, 1.0) > 0


def test_a_file_of_another_form_isnt_taken(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"allways": {}}), encoding="utf-8")
    with pytest.raises(TypeError, match="allways"):
        Weights.load(path)
