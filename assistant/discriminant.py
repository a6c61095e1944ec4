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
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SHRINKAGE = 1.0
PRIOR = 2.0


@dataclass(frozen=True, slots=True)
class Discriminant:
    """The classes and what sets them apart.

    Attributes:
        names: Names of the classes.
        sums: Sum of each class's vectors, shape (classes, dimension).
        counts: How many vectors each class has, shape (classes,).
        centre: Mean of all vectors, shape (dimension,): a class of few lines is drawn towards it.
        precision: Inverse of the covariance within classes, shape (dimension, dimension).
        weights: Class means times precision, shape (classes, dimension).
        bias: Shape (classes,).
    """

    names: tuple[str, ...]
    sums: Vectors
    counts: Vectors
    centre: Vectors
    precision: Vectors
    weights: Vectors
    bias: Vectors

    @classmethod
    def fit(cls, vectors: Vectors, labels: Sequence[str]) -> Discriminant:
        """Learn from lines.

        Args:
            vectors: Unit-length vectors, shape (lines, dimension).
            labels: The class of each.
        """
        names, row = np.unique(np.array(labels, dtype=object).astype(str), return_inverse=True)
        dimension = vectors.shape[1]
        sums = np.zeros((len(names), dimension))
        np.add.at(sums, row, vectors)
        counts = np.bincount(row, minlength=len(names)).astype(np.float64)
        centre = vectors.mean(axis=0) if len(vectors) else np.zeros(dimension)
        apart = vectors - (sums / np.maximum(counts, 1.0)[:, None])[row]
        covariance = apart.T @ apart / max(len(vectors) - len(names), 1)
        # Half of it a ball, so that directions in which few lines differ aren't blown up.
        ball = SHRINKAGE * max(float(np.trace(covariance)) / dimension, 1e-6)
        precision = np.linalg.inv(covariance + ball * np.eye(dimension))
        return cls._of(tuple(names.tolist()), sums, counts, centre, precision)

    @classmethod
    def _of(
        cls,
        names: tuple[str, ...],
        sums: NDArray[np.floating],
        counts: NDArray[np.floating],
        centre: NDArray[np.floating],
        precision: NDArray[np.floating],
    ) -> Discriminant:
        means = _means(sums, counts, centre)
        weights = means @ precision
        bias = -0.5 * (weights * means).sum(axis=1)
        kept = (sums, counts, centre, precision, weights, bias)
        return cls(names, *(np.asarray(values, np.float32) for values in kept))

    def save(self, file: Path) -> None:
        """Write what `load` reads."""
        np.savez(
            file,
            names=np.array(self.names, dtype=str),
            sums=self.sums,
            counts=self.counts,
            centre=self.centre,
            precision=self.precision,
        )

    @classmethod
    def load(cls, file: Path) -> Discriminant:
        """Read what `save` wrote.

        Raises:
            IndexNotReadyError: The file is missing or torn.
        """
        from zipfile import BadZipFile

        try:
            with np.load(file, allow_pickle=False) as kept:
                values = (kept[name] for name in ("sums", "counts", "centre", "precision"))
                return cls._of(tuple(kept["names"].tolist()), *values)
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            raise IndexNotReadyError(
                f"{file} is missing or torn; run `tienviitta ingest` again."
            ) from None

    def likeliest(
        self, vector: Vectors, limit: int, left_out: Mapping[str, Vectors] | None = None
    ) -> list[tuple[str, float]]:
        """The classes that a question is likeliest of.

        Args:
            vector: The question's unit-length vector, shape (dimension,).
            limit: At most so many.
            left_out: By class, the sum of vectors to judge without, shape (dimension,), and their
                number as a last value, shape (dimension + 1,): for tuning.

        Returns:
            Names with logarithms of their probabilities, the likeliest first.
        """
        if not self.names:
            return []
        scores = self.weights @ vector + self.bias
        for name, taken in (left_out or {}).items():
            row = self.names.index(name)
            mean = _means(self.sums[row] - taken[:-1], self.counts[row] - taken[-1], self.centre)
            scores[row] = (vector - 0.5 * mean) @ self.precision @ mean
        scores -= scores.max()
        scores -= np.log(np.exp(scores).sum())
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self.names[row], float(scores[row])) for row in best]


def _means(
    sums: NDArray[np.floating], counts: NDArray[np.floating], centre: NDArray[np.floating]
) -> NDArray[np.floating]:
    """Class means, drawn towards the centre as by lines that lie there."""
    return (sums + PRIOR * centre) / (np.asarray(counts) + PRIOR)[..., None]
