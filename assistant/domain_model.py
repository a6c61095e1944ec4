"""How likely it is that guidance has nothing to do with a question, by its meaning alone.

A question may share words with the sources and be about something else. A linear model over the
embedding that retrieval computes anyway tells; `evals.domain` trains it for one embedding model.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.linear_model import trained_model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL_FILE = Path(__file__).parent / "domain_model.json"
OUTSIDE = "outside"
UNKNOWN = 0.5
"""The score when no model can tell."""


def outside_score(
    vector: NDArray[np.float32], embedding_model: str, path: Path = MODEL_FILE
) -> float:
    """How likely guidance has nothing to do with a question; `UNKNOWN` when no model can tell.

    Args:
        vector: The question's unit-length embedding as a query, shape (dimension,).
        embedding_model: The name of the model that made it.
        path: The trained model.
    """
    without_it = "Questions outside guidance are told by words alone"
    model = trained_model(path, embedding_model, without_it)
    return UNKNOWN if model is None else model.probability(vector)
