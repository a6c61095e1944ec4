"""Ranking by words over everything that leads to a service or a passage.

A question's words often stand apart, one in a description, another in a line of how people ask.
Here all texts that lead to one record count as one text, and a word as often as texts hold it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.lexical import best_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from assistant.lexical import LexicalIndex, Weighted

K1, B = 1.2, 0.3
"""BM25's saturation and length normalisation (Robertson and Zaragoza 2009)."""
FEW = 16
"""From so small a share of the records on, sorting those that hold a term beats counting in all."""


class OverallIndex:
    """BM25 over records, made of the lexical indexes of the texts that lead to them.

    Args:
        indexes: The lexical indexes, each with what tells a text's record by its id.
    """

    def __init__(self, indexes: Sequence[tuple[LexicalIndex, Callable[[str], str]]]) -> None:
        self._parts = []
        rows: dict[str, int] = {}
        for index, record_of in indexes:
            records = np.array(
                [rows.setdefault(record_of(text), len(rows)) for text in index.ids], np.int64
            )
            self._parts.append((index, records))
        self._names = tuple(rows)
        lengths = np.zeros(len(rows))
        for index, records in self._parts:
            lengths += np.bincount(records, weights=index.lengths, minlength=len(rows))
        mean = lengths.mean() if len(rows) else 1.0
        self._norm = K1 * (1 - B + B * lengths / max(mean, 1.0))

    @property
    def names(self) -> tuple[str, ...]:
        """The records, in the order of the index."""
        return self._names

    def rank(
        self, terms: Weighted, limit: int, among: NDArray[np.bool_] | None = None
    ) -> list[tuple[str, float]]:
        """Rank the records by weighted terms.

        Args:
            terms: Terms of the question with their weights.
            limit: At most so many.
            among: The records that may be found, shape (records,); all may when absent.

        Returns:
            Records with scores above 0, the best first.
        """
        scores = np.zeros(len(self._names))
        for term, weight in terms:
            known, counts = self._held(term)
            if len(known):
                rarity = np.log1p((len(scores) - len(known) + 0.5) / (len(known) + 0.5))
                scores[known] += weight * rarity * counts * (K1 + 1) / (counts + self._norm[known])
        if among is not None:
            scores *= among
        return [(self._names[row], float(scores[row])) for row in best_rows(scores, limit)]

    def _held(self, term: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The records that hold a term, and how many texts of each do."""
        found = [records[index.documents((term,))] for index, records in self._parts]
        rows = np.concatenate(found) if found else np.zeros(0, np.int64)
        if len(rows) * FEW < len(self._names):
            return np.unique(rows, return_counts=True)
        counts = np.bincount(rows, minlength=len(self._names))
        known = np.flatnonzero(counts)
        return known, counts[known]
