from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.discriminant import Discriminant
from assistant.errors import IndexNotReadyError


def lines(seed=3, classes=4, each=20, dimension=8):
    """Classes a little apart in the first dimensions, all of them far spread along the last."""
    noise = np.random.default_rng(seed)
    labels = [f"c{n}" for n in range(classes) for _ in range(each)]
    vectors = noise.normal(0, 0.06, (classes * each, dimension))
    vectors[:, -1] = noise.normal(0, 1.0, classes * each)
    for row in range(len(labels)):
        vectors[row, row // each] += 0.3
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), labels


@pytest.fixture(scope="module")
def fitted():
    vectors, labels = lines()
    return Discriminant.fit(vectors, labels), vectors, labels


def test_what_sets_classes_apart_counts_more_than_what_all_vary_in(fitted):
    model, _, _ = fitted
    vectors, labels = lines(seed=4)
    told = [model.likeliest(vector, 1)[0][0] for vector in vectors]
    means = {one: vectors[[o == one for o in labels]].mean(axis=0) for one in set(labels)}
    near = [max(means, key=lambda one: means[one] @ vector) for vector in vectors]
    right = [sum(a == b for a, b in zip(one, labels, strict=True)) for one in (told, near)]
    assert right[0] > right[1]


@settings(max_examples=30)
@given(st.lists(st.floats(-1, 1), min_size=8, max_size=8).filter(any))
def test_probabilities_add_up_to_one_and_come_the_likeliest_first(values):
    model = Discriminant.fit(*lines())
    vector = np.array(values, np.float32)
    found = model.likeliest(vector, 10)
    assert sum(math.exp(value) for _, value in found) == pytest.approx(1.0, abs=1e-3)
    assert [value for _, value in found] == sorted((value for _, value in found), reverse=True)


def test_what_is_written_is_read_again(fitted, tmp_path):
    model, vectors, _ = fitted
    model.save(tmp_path / "model.npz")
    read = Discriminant.load(tmp_path / "model.npz")
    assert read.names == model.names
    told, again = (dict(one.likeliest(vectors[0], 4)) for one in (model, read))
    assert again == pytest.approx(told, abs=1e-4)


def test_without_lines_nothing_is_likely(tmp_path):
    empty = Discriminant.fit(np.zeros((0, 8), np.float32), [])
    empty.save(tmp_path / "model.npz")
    read = Discriminant.load(tmp_path / "model.npz")
    assert read.likeliest(np.ones(8, np.float32), 5) == []


@pytest.mark.parametrize("torn", [b"", b"PK", b"nonsense" * 40])
def test_a_torn_file_is_an_error_that_says_to_ingest(tmp_path, torn):
    file = tmp_path / "model.npz"
    file.write_bytes(torn)
    with pytest.raises(IndexNotReadyError, match="run `tienviitta ingest`"):
        Discriminant.load(file)
