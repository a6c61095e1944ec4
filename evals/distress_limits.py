"""From which score on distress is acted on, by what the rules said of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from assistant.distress_model import OFFER, SAID
from evals.linear import least_score

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from evals.linear import Floats, Truths

HARD_ALARMS, ORDINARY_ALARMS = 0.035, 0.005
"""How many near misses and how many ordinary questions may be taken for distress."""
HARD_OFFERS, ORDINARY_OFFERS = 0.12, 0.01
"""How many of them may be offered the crisis line beside their answer."""
STEPS = 40
"""So many scores are tried as a threshold for each thing that the rules may say."""
FINEST = 0.001


def choose_limits(
    scores: Floats,
    said: NDArray[np.intp],
    distress: Truths,
    near_misses: Truths,
    ordinary: Truths,
) -> dict[str, float]:
    """The scores from which on to act, by what the rules said, and that of an offer.

    They find most distress within the bounds on false alarms. The more the rules said, the lower
    the score that suffices: what chance has it otherwise on few texts doesn't hold for others.

    Args:
        scores: Scores of texts by models that haven't seen them, shape (texts,).
        said: What the rules said of each, as a place in ``SAID``; shape (texts,).
        distress: Which texts tell of distress, of those that the rules weren't tuned to: what
            the rules say of others tells nothing. Shape (texts,).
        near_misses: Which of them nearly do, shape (texts,).
        ordinary: Which are ordinary questions, shape (texts,).
    """
    # Close together where few near misses are left, since few may be taken for distress.
    shares = 1 - np.append(np.geomspace(FINEST, 1, STEPS - 2), 0)
    tries = np.nextafter(np.quantile(scores[near_misses], shares), np.inf)
    tries = np.append(tries, [least_score(scores[ordinary], ORDINARY_ALARMS), np.inf])
    groups = (distress, near_misses, ordinary)
    found, hard, asked = (_counted(group, said, scores, tries) for group in groups)
    allowed = hard <= HARD_ALARMS * near_misses.sum()
    allowed &= asked <= ORDINARY_ALARMS * ordinary.sum()
    for one, other in pairwise(np.ogrid[tuple(slice(len(tries)) for _ in SAID)]):
        allowed &= tries[one] <= tries[other]
    best = np.unravel_index(np.argmax(np.where(allowed, found, -1.0)), found.shape)
    limits = {one: float(tries[at]) for one, at in zip(SAID, best, strict=True)}
    limits[OFFER] = max(
        least_score(scores[near_misses], HARD_OFFERS),
        least_score(scores[ordinary], ORDINARY_OFFERS),
    )
    return limits


def _counted(
    group: Truths, said: NDArray[np.intp], scores: Floats, tries: Floats
) -> NDArray[np.float64]:
    """How many of a group are told with each threshold for each thing that the rules may say.

    Returns:
        Shape (tries,) * len(SAID).
    """
    total = np.zeros((1,) * len(SAID))
    for axis in range(len(SAID)):
        here = scores[group & (said == axis)]
        counts = (here[None, :] >= tries[:, None]).sum(axis=1).astype(float)
        shape = [1] * len(SAID)
        shape[axis] = len(tries)
        total = total + counts.reshape(shape)
    return total
