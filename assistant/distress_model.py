"""A second look at distress: a linear model over what retrieval computes anyway.

The rules of `assistant.safety` know words, not meaning. What they leave is judged by the question's
embedding together with the concepts of its words. The weights are trained by `evals.distress` for
one embedding model and checked in; with another model there is no second look.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from assistant.safety import DistressDetector

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]

MODEL_FILE = Path(__file__).parent / "distress.json"
DECIMALS = 3
"""Of the weights of dimensions; signs, whose values are larger, have one less."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DistressModel:
    """Logistic regression over a text's embedding and its signs.

    Attributes:
        embedding_model: The embedding model's name with its digest that it was trained for.
        threshold: The probability from which on a text tells of distress.
        doubt: The probability from which on a text of several sentences is read one by one.
        bias: The constant of the linear score.
        weights: A weight for each dimension of the embedding.
        signs: Weights of concepts and of pairs of them, as `DistressDetector.signs` names them.
    """

    embedding_model: str
    threshold: float
    doubt: float
    bias: float
    weights: NDArray[np.float32]
    signs: Mapping[str, float]

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> DistressModel:
        """The checked-in model."""
        told = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**told, "weights": np.asarray(told["weights"], np.float32)})

    def save(self, path: Path = MODEL_FILE) -> None:
        """Write the model, rounded to what the decision needs."""
        told = {
            "embedding_model": self.embedding_model,
            "threshold": round(self.threshold, 4),
            "doubt": round(self.doubt, 4),
            "bias": round(self.bias, DECIMALS),
            "weights": [round(float(weight), DECIMALS) for weight in self.weights],
            "signs": {sign: round(self.signs[sign], DECIMALS - 1) for sign in sorted(self.signs)},
        }
        path.write_text(json.dumps(told, separators=(",", ":")) + "\n", encoding="utf-8")

    def probability(self, vector: NDArray[np.float32], signs: Collection[str]) -> float:
        """How probable it is that a text tells of the writer's distress, from 0 to 1.

        Args:
            vector: The text's unit-length embedding as a question, shape (dimension,).
            signs: Its concepts and pairs of them.
        """
        score = self.bias + float(self.weights @ vector)
        known = [self.signs[sign] for sign in signs if sign in self.signs]
        score += sum(known) * sign_share(len(known))
        return probability_of(score)


def probability_of(score: float) -> float:
    """The probability that a linear score (log odds) stands for."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def sign_share(count: int) -> float:
    """How much each of so many signs counts: together they make a vector of unit length."""
    return 1 / math.sqrt(count) if count else 0.0


class SecondLook:
    """Judges texts in which no rule found distress.

    Args:
        model: The trained model.
        detector: Tells the signs of a text.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
    """

    def __init__(self, model: DistressModel, detector: DistressDetector, embed: Embed) -> None:
        self._model, self._detector, self._embed = model, detector, embed

    def distressed(self, text: str, vector: NDArray[np.float32]) -> str | None:
        """Return the sentence that tells of distress, or ``None``.

        Sentences are embedded one by one only where the whole text leaves doubt, so that an
        ordinary question costs nothing more.

        Args:
            text: The text.
            vector: Its embedding as a question, or that of the text with what it leans on.
        """
        sentences = self._detector.signs(text)
        if not sentences:
            return None
        signs = frozenset[str]().union(*(found for _, found in sentences))
        whole = self._model.probability(vector, signs)
        if len(sentences) == 1:
            return sentences[0][0] if whole >= self._model.threshold else None
        if whole < self._model.doubt:
            return None
        vectors = self._embed([sentence for sentence, _ in sentences])
        each = [
            self._model.probability(row, found)
            for row, (_, found) in zip(vectors, sentences, strict=True)
        ]
        if max(whole, *each) < self._model.threshold:
            return None
        return sentences[int(np.argmax(each))][0]


def open_second_look(
    detector: DistressDetector, embed: Embed, embedding_model: str, path: Path = MODEL_FILE
) -> SecondLook | None:
    """Open the second look where its model was trained for the embedding model in use.

    Args:
        detector: Tells the signs of a text.
        embed: Embeds questions.
        embedding_model: The embedding model's name with its digest.
        path: The trained model.
    """
    try:
        model = DistressModel.load(path)
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.error("No second look at distress: %s can't be read (%s).", path, error)
        return None
    if model.embedding_model != embedding_model:
        log.warning(
            "No second look at distress: it was trained for the embedding model %s, not %s. "
            "Run `tienviitta eval distress` to train it anew.",
            model.embedding_model,
            embedding_model,
        )
        return None
    return SecondLook(model, detector, embed)
