"""The trainer that the linear models share: folds, rows, thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.linear_model import unit_share
from evals.linear import (
    EMBEDDING_SCALE,
    FEWEST_TEXTS,
    FOLDS,
    Design,
    Rates,
    fit,
    folds_of,
    held_out_fits,
    held_out_scores,
    least_score,
    nearly_alike,
    rates_of,
)


def test_texts_that_are_nearly_alike_share_a_fold():
    texts = [f"{word} ihan oma lauseensa {number}" for number in range(40) for word in "ab"]
    alike = ["en jaksa enää hakea töitä", "En jaksa enää hakea töitä.", "en jaksa hakea töitä"]
    folds = folds_of([*texts, *alike])
    assert len(set(folds[-3:])) == 1
    assert folds.tolist() == folds_of([*texts, *alike]).tolist()


def test_texts_that_differ_are_spread_over_the_folds():
    words = [
        "kissa",
        "talo",
        "järvi",
        "sika",
        "pullo",
        "vene",
        "kello",
        "umpi",
        "äyriäinen",
        "öljy",
    ]
    folds = folds_of([f"{one}{other}" * 2 for one in words for other in words])
    assert set(folds) == set(range(FOLDS))


def test_rows_hold_the_embedding_and_known_features_of_unit_length():
    held = [{"signs": ["a", "b"]}] * FEWEST_TEXTS + [{"signs": ["a", "rare"]}]
    design = Design.of(2, held)
    assert design.names == {"signs": ["a", "b"]}
    rows = design.rows(np.array([[1.0, 0.0], [0.0, 1.0]]), [held[0], held[-1]]).toarray()
    half = unit_share([1, 1])
    assert rows[0].tolist() == pytest.approx([EMBEDDING_SCALE, 0.0, half, half])
    assert rows[1].tolist() == pytest.approx([0.0, EMBEDDING_SCALE, 1.0, 0.0])


def test_a_piece_of_a_word_that_few_texts_hold_weighs_more_in_a_row():
    held = [{"grams": ["a", "b"]}] * FEWEST_TEXTS + [{"grams": ["a"]}] * FEWEST_TEXTS + [{}]
    design = Design.of(1, held)
    (row,) = design.rows(np.zeros((1, 1)), held[:1]).toarray()
    by_name = dict(zip(design.names["grams"], row[1:], strict=True))
    assert by_name["b"] > by_name["a"] > 0


def test_texts_nearly_alike_others_are_told():
    texts = ["En jaksa hakea töitä", "kuka neuvoo opinnoissa"]
    assert nearly_alike(texts, ["en jaksa enää hakea töitä"]) == {texts[0]}


def test_the_model_scores_as_the_rows_do():
    held = [{"grams": ["a"]}, {"grams": ["b"]}] * FEWEST_TEXTS
    vectors = np.tile(np.array([[0.6, 0.8], [0.8, -0.6]]), (FEWEST_TEXTS, 1))
    design = Design.of(2, held)
    rows = design.rows(vectors, held)
    weights, bias = fit(rows, np.array([True, False] * FEWEST_TEXTS), 1.0)
    model = design.model(weights, bias, "two", {"told": 0.0})
    assert model.thresholds == {"told": 0.5}
    for row, vector, one in zip(rows @ weights + bias, vectors, held, strict=True):
        assert model.probability(vector, one) == pytest.approx(1 / (1 + np.exp(-row)), rel=1e-5)


def test_scores_held_out_come_from_models_that_havent_seen_the_text():
    truths = np.array([True, False] * 25)
    folds = np.arange(50) % FOLDS
    # Each text is known by a feature of its own: seen it's told for certain, unseen not at all.
    rows = Design.of(1, []).rows(np.zeros((50, 1)), [{}] * 50)
    from scipy import sparse

    rows = sparse.hstack([rows, sparse.identity(50)]).tocsr()
    fits = held_out_fits(rows, truths, folds, 100.0)
    scores = held_out_scores(rows, folds, fits)
    weights, bias = fit(rows, truths, 100.0)
    assert ((rows @ weights + bias > 0) == truths).all()
    assert len({round(score, 6) for score in scores}) <= FOLDS


def test_a_threshold_lets_no_more_through_than_allowed():
    scores = np.arange(1000) / 1000
    assert (scores >= least_score(scores, 0.005)).sum() == 5
    assert (scores >= least_score(scores, 0.0)).sum() == 0
    with pytest.raises(ValueError, match="without scores"):
        least_score(np.array([]), 0.1)


def test_rates_say_counts_and_share():
    told = np.array([True, False, True, True])
    assert str(rates_of(told, np.array([True, True, False, True]))) == "2/3 (66.7%)"
    assert Rates(0, 0).share == 0
