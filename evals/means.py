"""Means with an interval that tells how far a small set of cases can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

RESAMPLES = 2000
CONFIDENCE = 0.95
SEED = 1979


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over cases with its interval.

    Attributes:
        value: The mean.
        low: Lower end of the interval.
        high: Upper end of the interval.
        n: How many cases it was taken over.
    """

    value: float
    low: float
    high: float
    n: int


def mean(values: Iterable[float | None], *, share: bool = True) -> Mean | None:
    """Mean of the values that there are, with a percentile bootstrap interval of 95 %.

    The resampling is seeded, so that the same values give the same interval. Where every value is
    0, or every one 1, there's nothing to resample, and the interval is the exact one of a share.
    Sources: Efron, Bootstrap Methods: Another Look at the Jackknife (1979); Clopper and Pearson,
    The use of confidence or fiducial limits illustrated in the case of the binomial (1934).

    Args:
        values: A value a case; ``None`` where nothing was measured.
        share: Whether the values lie between 0 and 1 by their nature.

    Empty case: ``None`` without values; other values that are all equal are their own interval.
    """
    there = np.array([value for value in values if value is not None], dtype=float)
    if not there.size:
        return None
    value = float(there.mean())
    if there.min() == there.max():
        low, high = _bounds(value, int(there.size)) if share else (value, value)
        return Mean(value, low, high, int(there.size))
    low, high = interval(there[resamples(there.size)].mean(axis=1))
    return Mean(value, low, high, int(there.size))


def _bounds(value: float, size: int) -> tuple[float, float]:
    """The interval of a mean that every one of ``size`` values equals."""
    furthest = 1 - ((1 - CONFIDENCE) / 2) ** (1 / size)
    if value == 0:
        return 0.0, furthest
    if value == 1:
        return 1 - furthest, 1.0
    return value, value


@lru_cache(maxsize=64)
def resamples(size: int) -> NDArray[np.int64]:
    """Return the same draws with replacement every time, shape (resamples, size)."""
    return np.random.default_rng(SEED).integers(0, size, (RESAMPLES, size))


def interval(means: NDArray[np.float64]) -> tuple[float, float]:
    """Return the lower and upper end of the percentile interval of resampled means."""
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


def percentile(values: Iterable[float], share: float) -> float | None:
    """Return the value that a share (0-1) of the values stay at or under.

    Empty case: ``None`` without values.
    """
    there = np.array(list(values), dtype=float)
    return float(np.quantile(there, share)) if there.size else None
