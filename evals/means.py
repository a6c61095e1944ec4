"""Means with an interval that tells how far a small set of cases can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def mean(values: Iterable[float | None]) -> Mean | None:
    """Mean of the values that there are, with a percentile bootstrap interval of 95 %.

    The resampling is seeded, so that the same values give the same interval. Source: Efron,
    Bootstrap Methods: Another Look at the Jackknife (1979).
    Empty case: ``None`` without values; one value is its own interval.
    """
    there = np.array([value for value in values if value is not None], dtype=float)
    if not there.size:
        return None
    chosen = np.random.default_rng(SEED).integers(0, there.size, (RESAMPLES, there.size))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(there[chosen].mean(axis=1), [tail, 1 - tail])
    return Mean(float(there.mean()), float(low), float(high), int(there.size))


def percentile(values: Iterable[float], share: float) -> float | None:
    """Return the value that a share (0-1) of the values stay at or under.

    Empty case: ``None`` without values.
    """
    there = np.array(list(values), dtype=float)
    return float(np.quantile(there, share)) if there.size else None
