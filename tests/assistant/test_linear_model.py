"""The linear models' shared part: scores, features, the file, and when a model is off."""

from __future__ import annotations

import logging

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import TienviittaError
from assistant.linear_model import LinearModel, grams, probability_of, trained_model

MODEL = LinearModel(
    embedding_model="two",
    thresholds={"told": 0.5},
    bias=-2.0,
    weights=np.array([4.0, 0.0], np.float32),
    features={"signs": {"DIE": 3.0, "WORK": -1.0}, "grams": {" oi": 1.0}},
    rarity={"grams": {" oi": 2.5}},
)


def test_the_embedding_and_each_kind_of_features_are_weighed():
    assert MODEL.probability(np.array([0.0, 1.0])) == pytest.approx(probability_of(-2))
    both = MODEL.probability(np.array([1.0, 0.0]), {"signs": {"DIE", "WORK", "UNKNOWN"}})
    assert both == pytest.approx(probability_of(-2 + 4 + 2 / 2**0.5))
    pieces = MODEL.probability(np.array([0.0, 1.0]), {"grams": grams("Oi!")})
    assert pieces == pytest.approx(probability_of(-2 + 1))


def test_a_rare_feature_counts_more_than_a_common_one_of_its_kind():
    weights = {"grams": {"apu": 1.0, "ja ": 1.0}}
    rarity = {"grams": {"apu": 4.0, "ja ": 3.0}}
    model = LinearModel("two", {}, 0.0, np.zeros(2, np.float32), weights, rarity)
    assert model.score(np.zeros(2), {"grams": {"apu"}}) == pytest.approx(1.0)
    assert model.score(np.zeros(2), {"grams": {"apu", "ja "}}) == pytest.approx(7 / 5)


def test_a_far_score_doesnt_overflow():
    far = LinearModel("two", {}, 0.0, np.array([1e6, 0.0], np.float32))
    assert far.probability(np.array([1.0, 0.0])) == pytest.approx(1.0)
    assert far.probability(np.array([-1.0, 0.0])) == pytest.approx(0.0)


def test_a_saved_model_decides_the_same(tmp_path):
    MODEL.save(tmp_path / "m.json")
    read = LinearModel.load(tmp_path / "m.json")
    vector = np.array([0.6, 0.8], np.float32)
    assert read.probability(vector, {"signs": {"DIE"}}) == MODEL.probability(
        vector, {"signs": {"DIE"}}
    )
    assert read.rarity == MODEL.rarity
    assert (read.embedding_model, read.thresholds) == ("two", {"told": 0.5})


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"weights": [1]}', '{"embedding_model": "x", "thresholds": 3}']
)
def test_a_file_that_holds_no_model_is_named_with_what_to_do(tmp_path, caplog, text):
    path = tmp_path / "m.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TienviittaError, match=r"m\.json .*tienviitta eval"):
        LinearModel.load(path)
    assert trained_model(path, "two", "Rules alone decide") is None
    assert "Rules alone decide" in caplog.text


def test_a_model_for_other_embeddings_isnt_used_and_that_is_logged(tmp_path, caplog):
    MODEL.save(tmp_path / "m.json")
    assert trained_model(tmp_path / "m.json", "two", "Off") is not None
    with caplog.at_level(logging.WARNING):
        assert trained_model(tmp_path / "m.json", "three", "Off") is None
    assert "not three" in caplog.text


@given(st.text(max_size=80))
def test_pieces_of_any_text_are_short_and_stand_in_its_words(text):
    plain = f" {' '.join(text.casefold().split())} "
    for piece in grams(text):
        assert 3 <= len(piece) <= 5
        assert piece.strip() in plain


def test_an_ending_and_a_misspelling_leave_most_pieces():
    word, other = grams("itsemurhaa"), grams("itsmurhasta")
    assert len(word & other) > 0.25 * len(word)
