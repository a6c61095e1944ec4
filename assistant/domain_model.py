"""How likely it is that guidance has nothing to do with a question, by its meaning alone.

A question may share words with the sources and be about something else. A linear model over the
embedding that retrieval computes anyway tells; `evals.domain` trains it for one embedding model.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL_FILE = Path(__file__).parent / "domain_model.json"
UNKNOWN = 0.5
"""The score when no model can tell."""
DECIMALS = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DomainModel:
    """Logistic regression over a question's embedding.

    Attributes:
        embedding_model: The embedding model's name with its digest that it was trained for.
        threshold: The score from which on a question is taken to be outside.
        bias: The constant of the linear score.
        weights: A weight for each dimension of the embedding, shape (dimension,).
    """

    embedding_model: str
    threshold: float
    bias: float
    weights: NDArray[np.float32]

    @classmethod
    def load(cls, path: Path = MODEL_FILE) -> DomainModel:
        """Read what `save` wrote.

        Raises:
            TienviittaError: The file is missing or doesn't hold a model.
        """
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                embedding_model=str(told["embedding_model"]),
                threshold=float(told["threshold"]),
                bias=float(told["bias"]),
                weights=np.array(told["weights"], dtype=np.float32),
            )
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise TienviittaError(
                f"{path} is missing or holds no model ({type(error).__name__}: {error}); "
                "run `tienviitta eval domain`."
            ) from error

    def save(self, path: Path = MODEL_FILE) -> None:
        """Write the model, rounded to what the decision needs."""
        told = {
            "embedding_model": self.embedding_model,
            "threshold": round(self.threshold, 4),
            "bias": round(self.bias, DECIMALS),
            "weights": [round(float(weight), DECIMALS) for weight in self.weights],
        }
        path.write_text(json.dumps(told, separators=(",", ":")) + "\n", encoding="utf-8")

    def outside(self, vector: NDArray[np.float32]) -> float:
        """How likely guidance has nothing to do with a question, from 0 to 1.

        Args:
            vector: The question's unit-length embedding as a query, shape (dimension,).
        """
        score = self.bias + float(self.weights @ vector)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def outside_score(vector: NDArray[np.float32], embedding_model: str) -> float:
    """How likely guidance has nothing to do with a question; `UNKNOWN` when no model can tell.

    Args:
        vector: The question's unit-length embedding as a query, shape (dimension,).
        embedding_model: The name of the model that made it.
    """
    model = trained_model(embedding_model)
    return UNKNOWN if model is None else model.outside(vector)


@lru_cache(maxsize=4)
def trained_model(embedding_model: str, path: Path = MODEL_FILE) -> DomainModel | None:
    """The checked-in model where it was trained for the embedding model in use.

    What is wrong is logged once, since answering goes on without it.

    Args:
        embedding_model: The embedding model's name with its digest.
        path: The trained model.
    """
    try:
        model = DomainModel.load(path)
    except TienviittaError as error:
        log.error("Questions outside guidance are told by words alone: %s", error)
        return None
    if model.embedding_model != embedding_model:
        log.warning(
            "Questions outside guidance are told by words alone: %s was trained for the embedding "
            "model %s, not %s. Run `tienviitta eval domain` to train it anew.",
            path.name,
            model.embedding_model,
            embedding_model,
        )
        return None
    return model
