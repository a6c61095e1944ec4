"""How much each kind of evidence counts in the ranking.

Every signal has two weights: one that always counts, and one that counts as far as help for a
person is asked for, since a person's place and need mean little in a question about the plan. The
values are set by `evals.tune` and checked in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

WEIGHTS_FILE = Path(__file__).parent / "weights.json"

SIGNALS = (
    "dense",
    "dense_near",
    "lexical",
    "asked",
    "asked_near",
    "asked_mean",
    "asked_words",
    "typical",
    "judged",
    "words_overall",
    "named",
    "nearly_named",
    "place",
    "target_group",
    "topic",
    "section",
    "theme",
    "lone",
    "project",
    "area",
    "ended",
    "elsewhere",
    "wrong_age",
    "for_everyone",
    "for_others",
)
"""The kinds of evidence.

``dense`` and ``asked``: likeness to a passage and to a line of how people ask, from 0 for the last
candidate to 1 for the best; ``dense_near`` and ``asked_near``: the same as cosine similarity above
what this model gives to anything. ``asked_mean``: the mean of the three likest lines. ``lexical``
and ``asked_words``: the same by words. ``typical``: how likely it is that a question like this is
asked for this rather than for anything else, as lines of how people ask tell; ``judged``: the same
as judged questions tell. ``words_overall``: by words over all that leads to it.
``lone``: a passage that tells of no service; ``project`` and ``area``: a project, an employment
area. ``for_everyone`` and ``for_others``: a service for anyone, and one for groups that the
question doesn't name, as for newcomers or teachers.
"""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of each signal; a signal that isn't named weighs nothing."""

    always: Mapping[str, float] = field(default_factory=dict)
    helping: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path = WEIGHTS_FILE) -> Weights:
        """The checked-in weights."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def save(self, path: Path = WEIGHTS_FILE) -> None:
        """Write the weights, rounded to three decimals."""
        told = {
            kind: {name: round(value, 3) for name, value in getattr(self, kind).items()}
            for kind in ("always", "helping")
        }
        path.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")

    def for_question(self, help_asked: float) -> NDArray[np.float32]:
        """The weight of each signal for a question, shape (signals,), in the order of `SIGNALS`.

        Args:
            help_asked: How much the question asks for help for a person, from 0 to 1.
        """
        weights = [self.always.get(n, 0.0) + help_asked * self.helping.get(n, 0.0) for n in SIGNALS]
        return np.array(weights, np.float32)
