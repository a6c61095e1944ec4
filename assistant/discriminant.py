"""Whose way of asking a question is most like, told by linear discriminant analysis.

Each service or passage that lines of how people ask lead to is a class, normal around the mean of
its lines' vectors, with one covariance for all (Fisher 1936; Hastie, Tibshirani and Friedman 2009,
section 4.3). What all lines vary in counts little, what sets classes apart counts much: the vectors
of a sentence model lie so near to each other that plain similarity can't tell that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import IndexNotReadyError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SHRINKAGE = 1.0
PRIOR = 2.0
LEAST_SPREAD = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Discriminant:
    """The classes and what sets them apart.

    Attributes:
        names: Names of the classes.
        weights: Class means times the inverse covariance, shape (classes, dimension).
        bias: What a class's own length takes off, shape (classes,).
    """

    names: tuple[str, ...]
    weights: Vectors
    bias: Vectors

    @classmethod
    def fit(cls, vectors: Vectors, labels: Sequence[str]) -> Discriminant:
        """Learn from lines.

        Args:
            vectors: Unit-length vectors, shape (lines, dimension).
            labels: The class of each.
        """
        dimension = vectors.shape[1]
        if not labels:
            return cls((), np.zeros((0, dimension), np.float32), np.zeros(0, np.float32))
        names, row = np.unique(np.array(labels, dtype=str), return_inverse=True)
        sums = np.zeros((len(names), dimension))
        np.add.at(sums, row, vectors)
        counts = np.bincount(row)[:, None]
        apart = vectors - (sums / counts)[row]
        covariance = apart.T @ apart / max(len(vectors) - len(names), 1)
        # Half of it a ball, so that directions in which few lines differ aren't blown up.
        ball = SHRINKAGE * max(float(np.trace(covariance)) / dimension, LEAST_SPREAD)
        # A class of few lines is drawn towards the middle of all, as by lines that lie there.
        means = (sums + PRIOR * vectors.mean(axis=0)) / (counts + PRIOR)
        weights = np.linalg.solve(covariance + ball * np.eye(dimension), means.T).T
        bias = -0.5 * (weights * means).sum(axis=1)
        return cls(tuple(names.tolist()), weights.astype(np.float32), bias.astype(np.float32))

    def save(self, file: Path) -> None:
        """Write what `load` reads."""
        names = np.array(self.names, dtype=str)
        np.savez(file, names=names, weights=self.weights, bias=self.bias)

    @classmethod
    def load(cls, file: Path) -> Discriminant:
        """Read what `save` wrote.

        Raises:
            IndexNotReadyError: The file is missing or torn.
        """
        from zipfile import BadZipFile

        try:
            with np.load(file, allow_pickle=False) as kept:
                return cls(tuple(kept["names"].tolist()), kept["weights"], kept["bias"])
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            raise IndexNotReadyError(
                f"{file} is missing or torn; run `tienviitta ingest` again."
            ) from None

    def likeliest(
        self, vector: Vectors, limit: int, among: NDArray[np.bool_] | None = None
    ) -> list[tuple[str, float]]:
        """The classes that a question is likeliest of.

        Args:
            vector: The question's unit-length vector, shape (dimension,).
            limit: At most so many.
            among: The classes that it may be of, shape (classes,); of any when absent.

        Returns:
            Names with logarithms of their probabilities, the likeliest first.
        """
        if not self.names or (among is not None and not among.any()):
            return []
        scores = self.weights @ vector + self.bias
        if among is not None:
            scores = np.where(among, scores, -np.inf)
        scores -= scores.max()
        scores -= np.log(np.exp(scores).sum())
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self.names[row], float(scores[row])) for row in best if np.isfinite(scores[row])]
