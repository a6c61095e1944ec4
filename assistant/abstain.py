"""Whether the sources hold an answer at all, judged on several signals.

The weights are those of a logistic regression over the dev cases (``tienviitta eval abstain``): no
single signal tells, since cosine similarities of this model lie close together whatever is asked.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.dialogue import Found, Question

BIAS = -1.06
WEIGHTS: Mapping[str, float] = {
    "known": 1.91,
    "coverage": 0.38,
    "coverage_asked": 0.14,
    "nearest": 18.05,
    "nearest_asked": 33.93,
    "subject": 0.51,
    "named": 1.04,
}
CENTRE = 0.84
THRESHOLD = 0.6


def features(question: Question, found: Found) -> dict[str, float]:
    """The signals by name, cosine similarities counted from where this model's lie."""
    signals = dict(found.signals)
    signals["nearest"] = signals.get("nearest", 0.0) - CENTRE
    signals["nearest_asked"] = signals.get("nearest_asked", 0.0) - CENTRE
    subject = question.topics or question.target_groups or question.theme
    signals["subject"] = float(bool(subject))
    signals["named"] = float(bool(question.named or question.organisations))
    return signals


def confidence(question: Question, found: Found) -> float:
    """The estimated probability that the sources hold an answer."""
    signals = features(question, found)
    score = BIAS + sum(WEIGHTS[name] * signals.get(name, 0.0) for name in WEIGHTS)
    return 1 / (1 + math.exp(-score))


def is_answerable(question: Question, found: Found) -> bool:
    """Whether to answer: something named is always told of, as far as the sources tell."""
    return bool(question.named) or confidence(question, found) >= THRESHOLD
