"""Telling what guidance has nothing to do with: the score, and when no model can tell."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from assistant import abstain
from assistant.dialogue import Found, Question
from assistant.domain_model import (
    MODEL_FILE,
    OUTSIDE,
    UNKNOWN,
    VAGUE,
    outside_score,
    vagueness,
)
from assistant.errors import TienviittaError
from assistant.linear_model import LinearModel, probability_of

MODEL = LinearModel("two", {OUTSIDE: 0.9}, -1.0, np.array([3.0, -2.0], np.float32))


@pytest.fixture(autouse=True)
def _forget():
    abstain._outside_threshold.cache_clear()
    yield
    abstain._outside_threshold.cache_clear()


def test_the_score_is_that_of_the_trained_model(tmp_path):
    MODEL.save(tmp_path / "m.json")
    score = outside_score("Sataako?", np.array([0.6, 0.8], np.float32), "two", tmp_path / "m.json")
    assert score == pytest.approx(probability_of(-0.8))


def test_the_score_is_in_the_middle_when_no_model_can_tell(tmp_path):
    vector = np.array([1.0, 0.0], np.float32)
    assert outside_score("Sataako?", vector, "some other model") == UNKNOWN
    assert outside_score("Sataako?", vector, "two", tmp_path / "none.json") == UNKNOWN


def test_the_checked_in_model_is_small():
    assert MODEL_FILE.stat().st_size < 500_000
    model = LinearModel.load(MODEL_FILE)
    assert 0.5 < model.thresholds[OUTSIDE] < 1
    assert len(model.weights) == 384


def question(**told):
    asked = {"text": "Sataako?", "standalone": "Sataako?", "language": "fi"}
    return Question(**asked, as_of=date(2026, 11, 24), help=0.0, **told)


def test_a_question_is_outside_from_the_threshold_on_though_the_sources_may_answer(monkeypatch):
    threshold = LinearModel.load(MODEL_FILE).thresholds[OUTSIDE]
    monkeypatch.setattr(abstain, "is_answerable", lambda question, found: True)
    monkeypatch.setattr(abstain, "confidence", lambda question, found: abstain.SURELY - 1e-6)
    surely = Found(kept=(), signals={"outside": threshold})
    assert abstain.is_outside_domain(question(), surely)
    hardly = Found(kept=(), signals={"outside": threshold - 1e-6})
    assert not abstain.is_outside_domain(question(), hardly)
    assert not abstain.is_outside_domain(question(), Found(kept=()))


def test_nothing_is_outside_that_the_sources_surely_answer(monkeypatch):
    monkeypatch.setattr(abstain, "confidence", lambda question, found: abstain.SURELY)
    assert not abstain.is_outside_domain(question(), Found(kept=(), signals={"outside": 1.0}))


def test_what_is_likelier_outside_than_not_is_so_where_the_sources_hold_no_answer(monkeypatch):
    monkeypatch.setattr(abstain, "is_answerable", lambda question, found: False)
    assert abstain.is_outside_domain(question(), Found(kept=(), signals={"outside": 0.51}))
    assert not abstain.is_outside_domain(question(), Found(kept=(), signals={"outside": 0.5}))


def test_nothing_is_outside_without_a_model(monkeypatch):
    def missing(path):
        raise TienviittaError(f"{path} is gone")

    monkeypatch.setattr(LinearModel, "load", missing)
    assert not abstain.is_outside_domain(question(), Found(kept=(), signals={"outside": 1.0}))


def test_a_question_is_vague_from_the_threshold_on(tmp_path):
    at = tmp_path / "v.json"
    LinearModel("two", {VAGUE: 0.5}, 0.0, np.array([1.0, -1.0], np.float32)).save(at)
    clear, vague = np.array([0.0, 1.0], np.float32), np.array([1.0, 0.0], np.float32)
    assert vagueness("apua", vague, "two", at) == pytest.approx(probability_of(1.0))
    assert vagueness("apua", clear, "two", at) == 0.0
    assert vagueness("apua", vague, "another", at) == 0.0
