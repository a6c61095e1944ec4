"""The second look at distress on phrases written apart from its training."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.distress_model import MODEL_FILE
from assistant.finnish import open_analyser
from assistant.linear_model import LinearModel
from assistant.names import known_names
from assistant.safety import DistressDetector
from evals.distress import CHECK_FILE, DistressPhrase, load_distress
from evals.distress_check import check, check_summary

PHRASES = load_distress(CHECK_FILE)


def test_the_phrases_are_many_of_both_labels_and_in_every_language():
    for distress, fewest in ((True, 120), (False, 200)):
        mine = [phrase for phrase in PHRASES if phrase.distress is distress]
        assert len(mine) >= fewest
        assert {phrase.lang for phrase in mine} == {"fi", "sv", "en", "ru", "uk"}


def test_counts_help_and_offers_by_label_language_and_kind():
    limits = {"certain": 0.5, "hint": 0.5, "worry": 0.5, "silent": 0.7, "offer": 0.5, "doubt": 0.4}
    model = LinearModel("two", limits, -1.0, np.array([3.0, 1.5], np.float32))
    vectors = {"pimeää": [1.0, 0.0], "harmaata": [0.0, 1.0], "kirkasta": [0.0, 0.0]}
    phrases = [
        DistressPhrase("1", "pimeää", "fi", True, "despair"),
        DistressPhrase("2", "harmaata", "fi", True, "child"),
        DistressPhrase("3", "kirkasta", "fi", False, "leaving"),
    ]
    detector = DistressDetector(open_analyser())
    rates = check(phrases, model, detector, lambda texts: np.array([vectors[t] for t in texts]))
    assert [rate.told for rate in rates["distress"]] == [1, 2]
    assert [rate.told for rate in rates["distress, child"]] == [0, 1]
    assert [rate.told for rate in rates["calm"]] == [0, 0]
    assert rates["distress, fi"][0].of == 2
    assert "distress, child" in check_summary(rates)


def test_the_shipped_model_finds_most_distress_at_few_false_alarms(true_embedder, true_corpus):
    model = LinearModel.load(MODEL_FILE)
    if model.embedding_model != true_embedder.name:
        pytest.skip("the shipped model is for another embedding model")
    detector = DistressDetector(open_analyser(known_names(true_corpus)))
    rates = check(PHRASES, model, detector, true_embedder.embed_queries)
    assert rates["distress"][0].share >= 0.86
    assert rates["calm"][0].share <= 0.025
