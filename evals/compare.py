"""Runs side by side: the difference of each measure on the same cases, and how sure it is.

Binary measures are tested with McNemar's exact test, the rest with a paired permutation test; the
interval of a difference is a paired bootstrap. The formulas are in ``docs/evaluation.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import TienviittaError
from evals.means import SEED, interval, resamples
from evals.scores import LESS, MEASURES, Measure
from evals.versions import case_digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from evals.scores import Score

ALPHA = 0.05
PERMUTATIONS = 9999
EQUAL = 1e-4
"""Smaller differences are none: the baseline is rounded to four decimals."""


class CompareError(TienviittaError):
    """Runs can't be compared: they have no case in common."""


@dataclass(frozen=True, slots=True)
class Values:
    """A case's values, as runs and the baseline keep them.

    Attributes:
        digest: Digest of the case, so that values of different questions aren't compared.
        values: Value of each measure by its name.
        hidden: Whether the case is shown in sums only.
    """

    digest: str
    values: Mapping[str, float | None]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """How a measure changed between two runs, over the cases that both measured.

    Attributes:
        measure: The measure.
        n: How many cases.
        before: Mean in the first run.
        after: Mean in the second run.
        low: Lower end of the difference's 95 % interval.
        high: Upper end.
        p: Probability of a difference at least as large if nothing had changed (two-sided).
        adjusted: ``p`` with the false discovery rate over all measures held.
        better: Ids of the cases that got better, those of ``test`` left out.
        worse: Ids of the cases that got worse, those of ``test`` left out.
        better_count: How many cases got better, those of ``test`` as well.
        worse_count: How many got worse.
    """

    measure: Measure
    n: int
    before: float
    after: float
    low: float
    high: float
    p: float
    adjusted: float
    better: tuple[str, ...]
    worse: tuple[str, ...]
    better_count: int
    worse_count: int

    @property
    def change(self) -> float:
        """After less before."""
        return self.after - self.before

    @property
    def gain(self) -> float:
        """The change, negative when it's for the worse."""
        return -self.change if self.measure.better == LESS else self.change


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side.

    Attributes:
        differences: For each measure that both runs measured.
        common: How many cases both have.
        only_before: How many only the first has, or has in other words.
        only_after: How many only the second has, or has in other words.
    """

    differences: tuple[Difference, ...]
    common: int
    only_before: int
    only_after: int


def values_of(scores: Sequence[Score]) -> dict[str, Values]:
    """Return the values of a run by case."""
    return {
        score.case.id: Values(case_digest(score.case), score.values, score.case.split == "test")
        for score in scores
    }


def compare(before: Mapping[str, Values], after: Mapping[str, Values]) -> Comparison:
    """Compare two runs on the cases that both have in the same words.

    Raises:
        CompareError: They have no case in common.
    """
    common = [one for one in before if one in after and before[one].digest == after[one].digest]
    if not common:
        raise CompareError("the runs have no case in common; run both on the same case files.")
    found = [
        difference
        for measure in MEASURES
        if (difference := _difference(measure, common, before, after))
    ]
    return Comparison(
        differences=tuple(_adjusted(found)),
        common=len(common),
        only_before=len(before) - len(common),
        only_after=len(after) - len(common),
    )


def _difference(
    measure: Measure,
    common: Sequence[str],
    before: Mapping[str, Values],
    after: Mapping[str, Values],
) -> Difference | None:
    pairs: list[tuple[str, float, float]] = []
    for one in common:
        old, new = before[one].values.get(measure.name), after[one].values.get(measure.name)
        if old is not None and new is not None:
            pairs.append((one, old, new))
    if not pairs:
        return None
    old_values = np.array([old for _, old, _ in pairs])
    new_values = np.array([new for _, _, new in pairs])
    changes = new_values - old_values
    low, high = interval(changes[resamples(len(pairs))].mean(axis=1))
    gains = -changes if measure.better == LESS else changes
    better = [one for (one, _, _), gain in zip(pairs, gains, strict=True) if gain > EQUAL]
    worse = [one for (one, _, _), gain in zip(pairs, gains, strict=True) if gain < -EQUAL]
    p = mcnemar(len(better), len(worse)) if measure.binary else permutation(changes)
    hidden = {one for one in common if before[one].hidden or after[one].hidden}
    return Difference(
        measure=measure,
        n=len(pairs),
        before=float(old_values.mean()),
        after=float(new_values.mean()),
        low=low,
        high=high,
        p=p,
        adjusted=p,
        better=tuple(one for one in better if one not in hidden),
        worse=tuple(one for one in worse if one not in hidden),
        better_count=len(better),
        worse_count=len(worse),
    )


def mcnemar(better: int, worse: int) -> float:
    """Return the two-sided p of McNemar's exact test: a sign test over the cases that changed.

    Source: McNemar, Note on the sampling error of the difference between correlated proportions
    (1947). Empty case: 1 when no case changed.
    """
    if not better + worse:
        return 1.0
    from scipy.stats import binomtest

    return float(binomtest(worse, better + worse, 0.5).pvalue)


def permutation(changes: NDArray[np.float64]) -> float:
    """Return the two-sided p of a paired permutation test of the mean change.

    Every change may as well have had the other sign; all sign patterns are tried where they are
    few, and `PERMUTATIONS` of them, drawn the same way every time, where they are many. Source:
    Smucker, Allan and Carterette, A comparison of statistical significance tests for information
    retrieval evaluation, CIKM 2007. Empty case: 1 when nothing, or one case alone, changed.
    """
    changed = changes[np.abs(changes) > EQUAL]
    if changed.size < 2:
        # A single change is as far from nothing with either sign.
        return 1.0
    from scipy.stats import permutation_test

    result = permutation_test(
        (changed,),
        lambda x, axis: x.mean(axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=PERMUTATIONS,
        rng=np.random.default_rng(SEED),
    )
    return float(result.pvalue)


def _adjusted(differences: Sequence[Difference]) -> list[Difference]:
    """Hold the false discovery rate over the measures (Benjamini and Hochberg 1995)."""
    if not differences:
        return []
    from scipy.stats import false_discovery_control

    adjusted = false_discovery_control([one.p for one in differences])
    return [replace(one, adjusted=float(p)) for one, p in zip(differences, adjusted, strict=True)]
