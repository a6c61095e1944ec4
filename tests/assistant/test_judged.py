"""Telling likely answers as judged questions do, and sharing with what nobody judged."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import judged
from assistant.discriminant import Discriminant
from assistant.errors import TienviittaError
from assistant.judged import JudgedModel, judged_for, with_others

MODEL = JudgedModel(
    "two",
    Discriminant(
        ("kirppu", "lumi"), np.array([[2.0, 0.0], [0.0, 2.0]], np.float32), np.zeros(2, np.float32)
    ),
)


@pytest.fixture
def checked_in(monkeypatch):
    judged._checked_in.cache_clear()
    monkeypatch.setattr(judged.JudgedModel, "load", classmethod(lambda cls: MODEL))
    yield
    judged._checked_in.cache_clear()


@pytest.mark.usefixtures("checked_in")
def test_the_model_is_off_with_another_embedding_model():
    assert judged_for("two") is MODEL.discriminant
    assert judged_for("three") is None


def test_what_is_written_is_read_again(tmp_path):
    MODEL.save(tmp_path / "judged.npz")
    read = JudgedModel.load(tmp_path / "judged.npz")
    assert read.embedding_model == "two"
    assert read.discriminant.names == ("kirppu", "lumi")
    np.testing.assert_allclose(read.discriminant.weights, MODEL.discriminant.weights)


@pytest.mark.parametrize("torn", [b"", b"PK", b"nonsense" * 40])
def test_a_torn_file_is_an_error_that_says_how_to_train(tmp_path, torn):
    file = tmp_path / "judged.npz"
    file.write_bytes(torn)
    with pytest.raises(TienviittaError, match="tienviitta eval judged"):
        JudgedModel.load(file)


def test_a_record_that_nobody_judged_gets_what_its_lines_tell():
    answers = [("lumi", math.log(0.9)), ("kirppu", math.log(0.1))]
    typical = [("uusi", math.log(0.75)), ("lumi", math.log(0.25))]
    shared = dict(with_others(answers, {"kirppu", "lumi"}, typical))
    assert math.exp(shared["uusi"]) == pytest.approx(0.75)
    assert math.exp(shared["lumi"]) == pytest.approx(0.9 * 0.25)


@given(
    st.lists(st.floats(0.01, 1), min_size=2, max_size=4),
    st.lists(st.floats(0.01, 1), min_size=4, max_size=4),
)
def test_shared_probabilities_still_add_up_to_one(known, lines):
    names = [f"k{n}" for n in range(len(known))]
    answers = [(name, math.log(p / sum(known))) for name, p in zip(names, known, strict=True)]
    typical = [
        (name, math.log(p / sum(lines)))
        for name, p in zip(["k0", "k1", "u0", "u1"], lines, strict=True)
    ]
    shared = with_others(answers, set(names), typical)
    assert sum(math.exp(value) for _, value in shared) == pytest.approx(1.0, abs=1e-6)


def test_the_shipped_model_knows_the_corpus(true_assistant):
    records = true_assistant._retriever.records
    model = judged_for(true_assistant._index.manifest.model)
    assert model is not None
    assert set(model.names) <= set(records.ids)
