"""How likely guidance has nothing to do with a question, or that it doesn't say what it wants.

A question may share words with the sources and be about something else, and one that only asks
for help is like many texts. Two linear models over the embedding that retrieval computes anyway,
and over pieces of its words, tell; `evals.domain` trains them for one embedding model.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.linear_model import grams, trained_model

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy as np
    from numpy.typing import NDArray

MODEL_FILE = Path(__file__).parent / "domain_model.json"
VAGUE_FILE = Path(__file__).parent / "vague_model.json"
OUTSIDE, VAGUE = "outside", "vague"
UNKNOWN = 0.5
"""The score when no model can tell."""


def features_of(text: str) -> dict[str, Collection[str]]:
    """What the models look at besides the embedding of a question."""
    return {"grams": grams(text)}


def outside_score(
    text: str, vector: NDArray[np.float32], embedding_model: str, path: Path = MODEL_FILE
) -> float:
    """How likely guidance has nothing to do with a question; `UNKNOWN` when no model can tell.

    Args:
        text: The question.
        vector: Its unit-length embedding as a query, shape (dimension,).
        embedding_model: The name of the model that made it.
        path: The trained model.
    """
    without_it = "Questions outside guidance are told by words alone"
    model = trained_model(path, embedding_model, without_it)
    return UNKNOWN if model is None else model.probability(vector, features_of(text))


def vagueness(
    text: str, vector: NDArray[np.float32], embedding_model: str, path: Path = VAGUE_FILE
) -> float:
    """How likely a question doesn't say what it wants; arguments as of `outside_score`.

    Returns:
        0 for one that's likelier to say it, and when no model can tell.
    """
    without_it = "Questions that don't say what they want are told by their length alone"
    model = trained_model(path, embedding_model, without_it)
    if model is None:
        return 0.0
    score = model.probability(vector, features_of(text))
    return score if score >= model.thresholds[VAGUE] else 0.0
