"""Telling what guidance has nothing to do with: the score, its file, and when no model can tell."""

from __future__ import annotations

import json
import logging
import math

import numpy as np
import pytest

from assistant import abstain
from assistant.dialogue import Found
from assistant.domain_model import (
    MODEL_FILE,
    UNKNOWN,
    DomainModel,
    outside_score,
    trained_model,
)
from assistant.errors import TienviittaError

MODEL = DomainModel("two", 0.9, -1.0, np.array([3.0, -2.0], np.float32))


@pytest.fixture(autouse=True)
def _forget():
    trained_model.cache_clear()
    abstain._outside_threshold.cache_clear()
    yield
    trained_model.cache_clear()
    abstain._outside_threshold.cache_clear()


def test_the_score_is_the_logistic_function_of_the_weighed_dimensions():
    vector = np.array([0.6, 0.8], np.float32)
    assert MODEL.outside(vector) == pytest.approx(1 / (1 + math.exp(0.8)))


def test_a_far_score_doesnt_overflow():
    far = DomainModel("two", 0.9, 0.0, np.array([1e6, 0.0], np.float32))
    assert far.outside(np.array([1.0, 0.0], np.float32)) == pytest.approx(1.0)
    assert far.outside(np.array([-1.0, 0.0], np.float32)) == pytest.approx(0.0)


def test_what_is_saved_is_read_again(tmp_path):
    MODEL.save(tmp_path / "m.json")
    read = DomainModel.load(tmp_path / "m.json")
    assert (read.embedding_model, read.threshold, read.bias) == ("two", 0.9, -1.0)
    assert read.weights.tolist() == [3.0, -2.0]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"embedding_model": "x", "threshold": "y"}'])
def test_a_file_that_holds_no_model_is_named_with_what_to_do(tmp_path, text):
    path = tmp_path / "m.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TienviittaError, match=r"m\.json .*tienviitta eval domain"):
        DomainModel.load(path)


def test_a_model_for_other_embeddings_isnt_used_and_that_is_logged(tmp_path, caplog):
    MODEL.save(tmp_path / "m.json")
    assert trained_model("two", tmp_path / "m.json") is not None
    with caplog.at_level(logging.WARNING):
        assert trained_model("three", tmp_path / "m.json") is None
    assert "not three" in caplog.text


def test_without_a_file_answering_goes_on_and_that_is_logged(tmp_path, caplog):
    assert trained_model("two", tmp_path / "none.json") is None
    assert "none.json" in caplog.text


def test_the_score_is_in_the_middle_when_no_model_can_tell():
    assert outside_score(np.array([1.0, 0.0], np.float32), "some other model") == UNKNOWN


def test_the_checked_in_model_is_small_and_sure_of_little():
    assert MODEL_FILE.stat().st_size < 40_000
    told = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    assert 0.5 < told["threshold"] < 1
    assert len(told["weights"]) == len(DomainModel.load().weights) > 100


def test_a_question_is_outside_from_the_threshold_on():
    threshold = DomainModel.load().threshold
    assert abstain.is_outside_domain(Found(kept=(), signals={"outside": threshold}))
    assert not abstain.is_outside_domain(Found(kept=(), signals={"outside": threshold - 1e-6}))
    assert not abstain.is_outside_domain(Found(kept=()))


def test_nothing_is_outside_without_a_model(monkeypatch):
    def missing(path=MODEL_FILE):
        raise TienviittaError("gone")

    monkeypatch.setattr(DomainModel, "load", missing)
    assert not abstain.is_outside_domain(Found(kept=(), signals={"outside": 1.0}))
