from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from evals import means
from evals.compare import CompareError, Values, compare, mcnemar, permutation


def run(hidden=(), digest="d", **values):
    return {
        one: Values(digest, {"passed": value, "mrr": value, "false_answer": value}, one in hidden)
        for one, value in values.items()
    }


def difference(before, after, name="passed"):
    (found,) = [one for one in compare(before, after).differences if one.measure.name == name]
    return found


def test_mcnemar_is_what_is_calculated_by_hand():
    # Six changes, all for the worse: two tails of (1/2)^6.
    assert mcnemar(0, 6) == pytest.approx(2 / 64)
    assert mcnemar(3, 3) == 1
    assert mcnemar(1, 4) == pytest.approx(2 * (1 + 5) / 32)
    assert mcnemar(0, 0) == 1


def test_the_permutation_test_is_exact_where_changes_are_few():
    # Of the eight sign patterns of three equal changes, two are as far from nothing.
    assert permutation(np.array([0.5, 0.5, 0.5, 0.0])) == pytest.approx(2 / 8)
    assert permutation(np.zeros(5)) == 1
    assert permutation(np.array([])) == 1


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=8))
def test_the_permutation_test_is_symmetric_and_the_same_every_time(changes):
    values = np.array(changes)
    p = permutation(values)
    assert 0 < p <= 1
    assert permutation(values) == p
    assert permutation(-values) == pytest.approx(p)


def test_the_interval_of_a_mean_agrees_with_scipys_bootstrap():
    values = np.random.default_rng(7).beta(4, 2, 300)
    ours = means.mean(values)
    theirs = bootstrap(
        (values,), np.mean, method="percentile", n_resamples=20_000, rng=np.random.default_rng(8)
    ).confidence_interval
    assert ours is not None
    assert ours.low == pytest.approx(theirs.low, abs=0.005)
    assert ours.high == pytest.approx(theirs.high, abs=0.005)


def test_a_change_is_told_with_its_cases_and_its_interval():
    before, after = run(a=0.0, b=1.0, c=1.0, d=0.0), run(a=1.0, b=1.0, c=0.0, d=1.0)
    found = difference(before, after)
    assert (found.before, found.after, found.n) == (0.5, 0.75, 4)
    assert (found.better, found.worse) == (("a", "d"), ("c",))
    assert found.low <= found.change <= found.high
    assert found.gain == 0.25


def test_less_is_better_where_it_is():
    found = difference(run(a=1.0), run(a=0.0), "false_answer")
    assert found.change == -1
    assert found.gain == 1
    assert found.better == ("a",)


def test_a_run_is_no_different_from_itself():
    one = run(a=0.0, b=0.25, c=1.0)
    for found in compare(one, one).differences:
        assert (found.change, found.p, found.better, found.worse) == (0, 1, (), ())


def test_a_measure_that_one_run_lacks_is_compared_on_the_cases_that_both_measured():
    after = run(a=1.0, b=1.0)
    after["b"] = Values("d", {"passed": None})
    found = difference(run(a=0.0, b=0.0), after)
    assert found.n == 1
    assert {one.measure.name for one in compare(run(b=0.0), {"b": after["b"]}).differences} == set()


def test_cases_that_changed_or_are_in_one_run_alone_are_left_out():
    compared = compare(run(a=0.0, b=0.0), run(a=1.0) | run(digest="other", b=1.0) | run(c=1.0))
    assert (compared.common, compared.only_before, compared.only_after) == (1, 1, 2)
    assert compared.differences[0].better == ("a",)


def test_runs_of_other_cases_cannot_be_compared():
    with pytest.raises(CompareError, match="no case in common"):
        compare(run(a=0.0), run(b=0.0))


def test_cases_of_test_are_counted_and_not_named():
    found = difference(run(a=1.0, b=1.0, hidden="a"), run(a=0.0, b=0.0, hidden="a"))
    assert (found.worse, found.worse_count) == (("b",), 2)


def test_p_is_raised_when_many_measures_are_looked_at():
    before = {f"c{n}": Values("d", {"passed": 1.0, "mrr": 1.0}) for n in range(8)}
    after = {f"c{n}": Values("d", {"passed": 0.0, "mrr": 1.0}) for n in range(8)}
    found = difference(before, after)
    assert found.p == pytest.approx(2 / 2**8)
    assert found.adjusted == pytest.approx(2 * found.p)
