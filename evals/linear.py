"""Trains the linear models of `assistant.linear_model` and judges them on folds held out.

Texts that are nearly alike are held out together: a model that has seen *haluan kuolla* tells
nothing new by finding *haluan kuolla pois*.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.errors import TienviittaError
from assistant.linear_model import DECIMALS, LinearModel, grams, probability_of, unit_share

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Embed = Callable[[Sequence[str]], NDArray[np.float32]]
    Features = Mapping[str, Collection[str]]
    Floats = NDArray[np.float64]
    Truths = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

FOLDS = 5
ALIKE = 0.5
"""The share of common four-letter pieces from which on two texts are nearly alike."""
PIECE = 4
EMBEDDING_SCALE = 2.0
"""How much the embedding counts beside a kind of features, chosen on folds held out."""
FEWEST_TEXTS = 4
"""A feature that fewer texts hold tells nothing of others."""
MOST_FEATURES = 40_000
RARE = frozenset({"grams"})
"""Kinds of features of which the rare ones tell more than the common ones."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How a decision fared on a group of texts: how many of them it was taken for."""

    told: int
    of: int

    @property
    def share(self) -> float:
        """The share of the texts that were told; 0 of none."""
        return self.told / self.of if self.of else 0.0

    def __str__(self) -> str:
        """The counts and the share, as in ``46/55 (83.6%)``."""
        return f"{self.told}/{self.of} ({self.share:.1%})"


def rates_of(told: Truths, group: Truths) -> Rates:
    """How many texts of a group were told, both of shape (texts,)."""
    return Rates(int(told[group].sum()), int(group.sum()))


@dataclass(frozen=True, slots=True)
class Design:
    """How texts become rows of numbers: the embedding, then the kinds of features.

    Attributes:
        dimension: Of the embedding.
        names: The features of each kind, in the order of their columns.
        rarity: How much each of them counts, of the kinds in ``RARE``: the logarithm of how many
            texts there are to one that holds it.
    """

    dimension: int
    names: Mapping[str, Sequence[str]]
    rarity: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, dimension: int, texts: Iterable[Features], most: int = MOST_FEATURES) -> Design:
        """Take the commonest features of each kind that some texts hold."""
        counts: dict[str, Counter[str]] = {}
        of = 0
        for features in texts:
            of += 1
            for kind, found in features.items():
                counts.setdefault(kind, Counter()).update(set(found))
        names, rarity = {}, {}
        for kind, each in sorted(counts.items()):
            common = sorted((-n, name) for name, n in each.items() if n >= FEWEST_TEXTS)
            names[kind] = [name for _, name in common[:most]]
            if kind in RARE:
                # As precise as the model is saved, so that it decides what was measured.
                rarity[kind] = {
                    name: round(math.log(of / each[name]), DECIMALS - 2) for name in names[kind]
                }
        return cls(dimension, names, rarity)

    def rows(self, vectors: NDArray[np.float32], features: Sequence[Features]) -> Any:  # noqa: ANN401 - scipy's matrices carry no types
        """Rows of texts, shape (texts, dimension + features).

        Args:
            vectors: Their embeddings, shape (texts, dimension).
            features: Their features.
        """
        from scipy import sparse

        blocks = [sparse.csr_matrix(np.asarray(vectors, float) * EMBEDDING_SCALE)]
        for kind, names in self.names.items():
            columns = {name: column for column, name in enumerate(names)}
            rarity = self.rarity.get(kind)
            values, at, starts = [], [], [0]
            for one in features:
                known = [name for name in one.get(kind, ()) if name in columns]
                counts = [rarity[name] if rarity else 1.0 for name in known]
                share = unit_share(counts)
                values += [count * share for count in counts]
                at += [columns[name] for name in known]
                starts.append(len(at))
            shape = (len(features), len(names))
            blocks.append(sparse.csr_matrix((values, at, starts), shape=shape))
        return sparse.hstack(blocks).tocsr()

    def model(
        self, weights: Floats, bias: float, embedding_model: str, scores: Mapping[str, float]
    ) -> LinearModel:
        """The model of trained weights.

        Args:
            weights: As `fit` gives them.
            bias: As `fit` gives it.
            embedding_model: The embedding model's name with its digest.
            scores: The linear scores from which on something is decided, by name.
        """
        features, start = {}, self.dimension
        for kind, names in self.names.items():
            told = weights[start : start + len(names)].tolist()
            features[kind] = dict(zip(names, told, strict=True))
            start += len(names)
        return LinearModel(
            embedding_model=embedding_model,
            thresholds={name: probability_of(score) for name, score in scores.items()},
            bias=bias,
            weights=(weights[: self.dimension] * EMBEDDING_SCALE).astype(np.float32),
            features=features,
            rarity=self.rarity,
        )


def gram_features(text: str) -> dict[str, Collection[str]]:
    """The features of a text that need no dictionary."""
    return {"grams": grams(text)}


def fit(rows: Any, truths: Truths, strength: float, counts: Floats | None = None) -> Any:  # noqa: ANN401
    """Fit a logistic regression (L2).

    Args:
        rows: Shape (texts, columns).
        truths: What is to be learned, shape (texts,).
        strength: Inverse of the regularisation.
        counts: How much each text counts, shape (texts,).

    Returns:
        Weights of shape (columns,) and the bias.
    """
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    model.fit(rows, truths, sample_weight=counts)
    return model.coef_[0], float(model.intercept_[0])


def held_out_fits(
    rows: Any,  # noqa: ANN401
    truths: Truths,
    folds: Numbers,
    strength: float,
    counts: Floats | None = None,
) -> list[tuple[Floats, float]]:
    """For each fold, what was learned from the others; arguments as of `fit`.

    Raises:
        TienviittaError: Texts are so much alike that a fold leaves one kind out.
    """
    fits = []
    for fold in range(FOLDS):
        learned = folds != fold
        if len(set(truths[learned].tolist())) < len(set(truths.tolist())):
            raise TienviittaError("The texts of a kind are too much alike; add others.")
        kept = None if counts is None else counts[learned]
        fits.append(fit(rows[learned], truths[learned], strength, kept))
    return fits


def held_out_scores(rows: Any, folds: Numbers, fits: Sequence[tuple[Floats, float]]) -> Floats:  # noqa: ANN401
    """Linear scores of texts by models that haven't seen them, shape (texts,)."""
    scores = np.zeros(len(folds))
    for fold, (weights, bias) in enumerate(fits):
        held = folds == fold
        if held.any():
            scores[held] = rows[held] @ weights + bias
    return scores


def least_score(scores: Floats, most: float) -> float:
    """The lowest score that at most a share of texts reaches.

    Args:
        scores: Scores of texts that shouldn't reach it, shape (texts,).
        most: The share of them that may.

    Raises:
        ValueError: There are no scores.
    """
    if not len(scores):
        raise ValueError("a threshold can't be chosen without scores")
    allowed = int(most * len(scores) + 1e-9)
    highest = np.sort(scores)[::-1][min(allowed, len(scores) - 1)]
    return float(np.nextafter(highest, np.inf))


def nearly_alike(texts: Iterable[str], others: Iterable[str]) -> set[str]:
    """The texts that are nearly alike one of the others."""
    known = [_pieces(other) for other in others]
    return {
        text
        for text in texts
        for found in [_pieces(text)]
        if any(len(found & other) >= ALIKE * len(found | other) for other in known)
    }


def _pieces(text: str) -> set[str]:
    plain = f" {' '.join(text.casefold().split())} "
    return {plain[i : i + PIECE] for i in range(max(1, len(plain) - PIECE + 1))}


def folds_of(texts: Sequence[str]) -> Numbers:
    """A fold for each text, the same for texts that are nearly alike; the same each time."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    columns: dict[str, int] = {}
    at, starts = [], [0]
    for text in texts:
        found = _pieces(text)
        at += [columns.setdefault(piece, len(columns)) for piece in sorted(found)]
        starts.append(len(at))
    shape = (len(texts), len(columns))
    held = sparse.csr_matrix((np.ones(len(at), np.float32), at, starts), shape=shape)
    sizes = np.diff(held.indptr)
    common = (held @ held.T).tocoo()
    share = common.data / (sizes[common.row] + sizes[common.col] - common.data)
    alike = share >= ALIKE
    pairs = (np.ones(alike.sum()), (common.row[alike], common.col[alike]))
    count, group = connected_components(sparse.coo_matrix(pairs, shape=common.shape))
    # Not a secret: the same folds each time make two trainings comparable.
    chance = random.Random(0)  # noqa: S311
    fold_of = np.array([chance.randrange(FOLDS) for _ in range(count)], np.intp)
    folds: Numbers = fold_of[group]
    return folds
