"""Linear models over a question's embedding and what stands in its words.

Retrieval computes the embedding anyway, so such a model costs next to nothing. Three use it: the
second look at distress, attempts at misuse, and what lies outside guidance. `evals.linear` trains
them for one embedding model; with another one they are off.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

NOTHING: Mapping[str, Collection[str]] = {}
DECIMALS = 3
SHORTEST_GRAM, LONGEST_GRAM = 3, 5
ENDS = ".,;:!?\"'()…"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LinearModel:
    """Logistic regression over an embedding and named features.

    Attributes:
        embedding_model: The embedding model's name with its digest that it was trained for.
        thresholds: The probabilities from which on something is decided, by the decision's name.
        bias: The constant of the linear score.
        weights: A weight for each dimension of the embedding, shape (dimension,).
        features: Weights of features by their kind (``signs``, ``grams``) and name.
        rarity: How much a feature counts beside the others of its kind, by kind and name; 1 for
            those of a kind that isn't there.
    """

    embedding_model: str
    thresholds: Mapping[str, float]
    bias: float
    weights: NDArray[np.float32]
    features: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    rarity: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> LinearModel:
        """Read what `save` wrote.

        Raises:
            TienviittaError: The file is missing or doesn't hold a model.
        """
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                embedding_model=str(told["embedding_model"]),
                thresholds={name: float(value) for name, value in told["thresholds"].items()},
                bias=float(told["bias"]),
                weights=np.array(told["weights"], dtype=np.float32),
                features=_by_kind(told["features"]),
                rarity=_by_kind(told.get("rarity", {})),
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise TienviittaError(
                f"{path} is missing or holds no model ({type(error).__name__}: {error}); "
                "train it anew: see `tienviitta eval --help`."
            ) from error

    def save(self, path: Path) -> None:
        """Write the model, rounded to what its decisions need."""
        told = {
            "embedding_model": self.embedding_model,
            "thresholds": {name: round(value, 4) for name, value in self.thresholds.items()},
            "bias": round(self.bias, DECIMALS),
            "weights": [round(float(weight), DECIMALS) for weight in self.weights],
            "features": _rounded(self.features, DECIMALS - 1),
            "rarity": _rounded(self.rarity, DECIMALS - 2),
        }
        text = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")

    def probability(
        self,
        vector: NDArray[np.float32],
        features: Mapping[str, Collection[str]] = NOTHING,
    ) -> float:
        """How probable it is that a text is what the model looks for, from 0 to 1; see `score`."""
        return probability_of(self.score(vector, features))

    def score(
        self,
        vector: NDArray[np.float32],
        features: Mapping[str, Collection[str]] = NOTHING,
    ) -> float:
        """How much speaks for a text being what the model looks for, in log odds.

        Args:
            vector: The text's unit-length embedding as a question, shape (dimension,).
            features: The names of what it holds, by kind; each kind counts as a vector of unit
                length over the names that the model knows.
        """
        score = self.bias + float(self.weights @ vector)
        for kind, weights in self.features.items():
            known = [name for name in features.get(kind, ()) if name in weights]
            rarity = self.rarity.get(kind)
            counts = [rarity[name] if rarity else 1.0 for name in known]
            told = sum(weights[name] * count for name, count in zip(known, counts, strict=True))
            score += told * unit_share(counts)
        return score


def _by_kind(told: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {
        kind: {name: float(value) for name, value in each.items()} for kind, each in told.items()
    }


def _rounded(told: Mapping[str, Mapping[str, float]], decimals: int) -> dict[str, dict[str, float]]:
    return {
        kind: {name: round(each[name], decimals) for name in sorted(each)}
        for kind, each in told.items()
    }


def probability_of(score: float) -> float:
    """The probability that a linear score (log odds) stands for."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def unit_share(counts: Collection[float]) -> float:
    """What to multiply counts by, so that they are a vector of unit length; 0 where all are 0."""
    length = math.sqrt(sum(count * count for count in counts))
    return 1 / length if length else 0.0


def grams(text: str) -> frozenset[str]:
    """The pieces of three to five characters of a text's words, a space at each end of a word.

    They tell what a word begins and ends with, and survive inflection, dialect and misspelling.

    >>> sorted(grams("Oy!"))
    [' oy', ' oy ', 'oy ']
    """
    return frozenset[str]().union(
        *(_grams_of_word(word.strip(ENDS)) for word in text.casefold().split())
    )


@lru_cache(maxsize=4096)
def _grams_of_word(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(
        padded[start : start + size]
        for size in range(SHORTEST_GRAM, LONGEST_GRAM + 1)
        for start in range(len(padded) - size + 1)
        if word
    )


@lru_cache(maxsize=8)
def trained_model(path: Path, embedding_model: str, without_it: str) -> LinearModel | None:
    """A checked-in model where it was trained for the embedding model in use.

    What is wrong is logged once, since answering goes on without it.

    Args:
        path: The trained model.
        embedding_model: The embedding model's name with its digest.
        without_it: What the assistant does without the model, for the log.
    """
    try:
        model = LinearModel.load(path)
    except TienviittaError as error:
        log.error("%s: %s", without_it, error)
        return None
    if model.embedding_model != embedding_model:
        log.warning(
            "%s: %s was trained for the embedding model %s, not %s. Train it anew: see "
            "`tienviitta eval --help`.",
            without_it,
            path.name,
            model.embedding_model,
            embedding_model,
        )
        return None
    return model
