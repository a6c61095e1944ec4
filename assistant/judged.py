"""Which services and passages answer questions like this one, learned from judged questions.

Lines of how people ask lead to one record each, as their writer saw it. Judged questions tell more:
which of many fitting records people who know the sources take for an answer. A softmax regression
over the question's embedding learns from both; `evals.judged` trains it for one embedding model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from assistant.discriminant import Discriminant
from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from collections.abc import Collection

    Ranked = list[tuple[str, float]]

MODEL_FILE = Path(__file__).parent / "judged.npz"


@dataclass(frozen=True, slots=True)
class JudgedModel:
    """What tells the likeliest answers of a question.

    Attributes:
        embedding_model: The embedding model's name with its digest that it was trained for.
        discriminant: A class for each service and lone passage that it knows.
    """

    embedding_model: str
    discriminant: Discriminant

    @classmethod
    def load(cls, file: Path = MODEL_FILE) -> JudgedModel:
        """Read what `save` wrote.

        Raises:
            TienviittaError: The file is missing or holds no model.
        """
        try:
            with np.load(file, allow_pickle=False) as kept:
                return cls(
                    str(kept["embedding_model"]),
                    Discriminant(
                        tuple(kept["names"].tolist()),
                        kept["weights"].astype(np.float32),
                        kept["bias"].astype(np.float32),
                    ),
                )
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise TienviittaError(
                f"{file} is missing or holds no model ({type(error).__name__}: {error}); "
                "train it anew with `tienviitta eval judged`."
            ) from error

    def save(self, file: Path = MODEL_FILE) -> None:
        """Write the model in half precision, which its ranking doesn't feel."""
        np.savez_compressed(
            file,
            embedding_model=np.array(self.embedding_model),
            names=np.array(self.discriminant.names, dtype=str),
            weights=self.discriminant.weights.astype(np.float16),
            bias=self.discriminant.bias.astype(np.float16),
        )


def judged_for(embedding_model: str) -> Discriminant | None:
    """The checked-in model; ``None`` when it was trained for another embedding model."""
    model = _checked_in()
    return model.discriminant if model.embedding_model == embedding_model else None


@lru_cache(maxsize=1)
def _checked_in() -> JudgedModel:
    return JudgedModel.load()


def with_others(judged: Ranked, known: Collection[str], typical: Ranked) -> Ranked:
    """Give what the model doesn't know its share.

    A corpus may hold records that nobody judged questions for. How typical the question is of them
    tells their probability, and what is left is shared among those that the model knows.

    Args:
        judged: Records that the model knows, with logarithms of probabilities.
        known: All records that it knows.
        typical: Records by what lines lead to, with logarithms of probabilities.
    """
    others = [(one, value) for one, value in typical if one not in known]
    if not others:
        return judged
    left = np.log(max(1.0 - float(np.exp([value for _, value in others]).sum()), 1e-6))
    return [*((one, value + left) for one, value in judged), *others]
