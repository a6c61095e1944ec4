"""Ranking by words over everything that leads to a service or a passage.

A question's words often stand apart, one in a description, another in a line of how people ask.
Here all texts that lead to one record count as one text, and a word as often as texts hold it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from assistant.lexical import LexicalIndex, Weighted

K1, B = 1.2, 0.3
"""BM25's saturation and length normalisation (Robertson and Zaragoza 2009)."""


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

    def rank(self, terms: Weighted, limit: int) -> list[tuple[str, float]]:
        """Rank the records by weighted terms.

        Args:
            terms: Terms of the question with their weights.
            limit: At most so many.

        Returns:
            Records with scores above 0, the best first.
        """
        scores = np.zeros(len(self._names))
        for term, weight in terms:
            held = self._held(term)
            known = held > 0
            frequency = int(known.sum())
            if frequency:
                rarity = np.log1p((len(held) - frequency + 0.5) / (frequency + 0.5))
                counts = held[known]
                scores[known] += weight * rarity * counts * (K1 + 1) / (counts + self._norm[known])
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self._names[row], float(scores[row])) for row in best if scores[row] > 0]

    def _held(self, term: str) -> NDArray[np.int64]:
        """How many texts of each record hold a term."""
        held = np.zeros(len(self._names), np.int64)
        for index, records in self._parts:
            texts = index.documents((term,))
            held += np.bincount(records[texts], minlength=len(held))
        return held
