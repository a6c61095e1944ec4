from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from evals.means import Mean, mean, percentile

shares = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def test_nothing_has_no_mean_and_no_percentile():
    assert mean([]) is None
    assert mean([None, None]) is None
    assert percentile([], 0.5) is None


def test_one_value_is_its_own_interval():
    assert mean([None, 0.5]) == Mean(0.5, 0.5, 0.5, 1)
    assert mean([1.0, 1.0], share=False) == Mean(1, 1, 1, 2)


@pytest.mark.parametrize(("failures", "n"), [(0, 1), (0, 10), (0, 150)])
def test_a_share_without_exception_has_the_exact_interval_of_another_library(failures, n):
    theirs = binomtest(failures, n).proportion_ci(method="exact")
    none, all_ = mean([0.0] * n), mean([1.0] * n)
    assert none is not None
    assert all_ is not None
    assert (none.low, none.high) == (0, pytest.approx(theirs.high))
    assert (all_.low, all_.high) == (pytest.approx(1 - theirs.high), 1)


def test_mean_leaves_out_what_was_not_measured():
    found = mean([1, None, 0, 0, 1])
    assert found is not None
    assert (found.value, found.n) == (0.5, 4)
    assert found.low < 0.5 < found.high


def test_interval_narrows_with_more_cases():
    few, many = mean([0, 1] * 5), mean([0, 1] * 200)
    assert few is not None
    assert many is not None
    assert many.high - many.low < few.high - few.low


@given(shares)
def test_interval_holds_the_mean_and_is_the_same_every_time(values):
    found = mean(values)
    assert found is not None
    assert found.low - 1e-9 <= found.value <= found.high + 1e-9
    assert mean(values) == found


def test_percentile_is_interpolated():
    assert percentile([10, 20, 30], 0.5) == 20
    assert percentile([10, 20], 0.5) == pytest.approx(15)
