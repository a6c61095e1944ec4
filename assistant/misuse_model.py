"""A second look at attempts to misuse the assistant, where the rules found none.

The rules of `assistant.misuse` are precise on what they were written for and miss what is said in
other words. A linear model over the embedding and the pieces of words judges the rest;
`evals.misuse` trains it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.linear_model import LinearModel, grams, trained_model
from assistant.misuse_names import person_names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]

MODEL_FILE = Path(__file__).parent / "misuse.json"
MISUSE, DOUBT, SURE = "misuse", "doubt", "sure"
KIND = "other"
"""What `assistant.dialogue.Question.misuse` says of an attempt that no rule names."""


def misuse_features(text: str) -> dict[str, Collection[str]]:
    """What a text holds that tells attempts: its pieces of words, and whether it names people."""
    return {"grams": grams(text), "persons": person_names(text)}


class MisuseLook:
    """Judges which sentences of a text are attempts at misuse.

    Args:
        model: The trained model.
        embed: Embeds questions: texts to unit vectors, shape (n, dimension).
    """

    def __init__(self, model: LinearModel, embed: Embed) -> None:
        self._model, self._embed = model, embed

    def attempts(
        self,
        text: str,
        vector: NDArray[np.float32],
        sentences: Sequence[str],
        *,
        sure: bool = False,
    ) -> tuple[str, ...]:
        """The sentences of a text that are attempts.

        Sentences are embedded one by one only where the whole text leaves doubt.

        Args:
            text: The text.
            vector: Its embedding as a question, or that of the text with what it leans on.
            sentences: Its sentences.
            sure: Whether only what is told for sure counts.
        """
        limits = self._model.thresholds
        least = limits[SURE if sure else MISUSE]
        whole = self._probability(text, vector)
        if whole < limits[DOUBT]:
            return ()
        if len(sentences) <= 1:
            return tuple(sentences) if whole >= least else ()
        vectors = self._embed(sentences)
        return tuple(
            sentence
            for sentence, row in zip(sentences, vectors, strict=True)
            if self._probability(sentence, row) >= least
        )

    def _probability(self, text: str, vector: NDArray[np.float32]) -> float:
        return self._model.probability(vector, misuse_features(text))


def open_misuse_look(
    embed: Embed, embedding_model: str, path: Path = MODEL_FILE
) -> MisuseLook | None:
    """Open the second look where its model was trained for the embedding model in use.

    Args:
        embed: Embeds questions.
        embedding_model: The embedding model's name with its digest.
        path: The trained model.
    """
    model = trained_model(path, embedding_model, "Misuse is told by rules alone")
    return None if model is None else MisuseLook(model, embed)
