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


class OverallIndex:
    """BM25 over records, made of the lexical indexes of the texts that lead to them.

    What a term gives to each record that holds it is worked out beforehand (as bm25s does for
    texts; Lù 2024), so that ranking only adds up.

    Args:
        indexes: The lexical indexes, each with what tells a text's record by its id.
    """

    def __init__(self, indexes: Sequence[tuple[LexicalIndex, Callable[[str], str]]]) -> None:
        rows: dict[str, int] = {}
        self._terms: dict[str, int] = {}
        held, lengths = [np.zeros((2, 0), np.int64)], [np.zeros(0, np.int64)]
        for index, record_of in indexes:
            records = np.array(
                [rows.setdefault(record_of(text), len(rows)) for text in index.ids], np.int64
            )
            words, texts = index.postings()
            terms = [self._terms.setdefault(word, len(self._terms)) for word in words]
            counts = [len(numbers) for numbers in texts]
            flat = np.concatenate([np.zeros(0, np.int64), *texts])
            held.append(np.stack((np.repeat(np.array(terms, np.int64), counts), records[flat])))
            lengths.append(records[flat])
        self._names = tuple(rows)
        size = max(len(rows), 1)
        term, record = np.concatenate(held, axis=1)
        pairs, counted = np.unique(term * size + record, return_counts=True)
        term, self._records = pairs // size, pairs % size
        self._starts = np.searchsorted(term, np.arange(len(self._terms) + 1))
        length = np.bincount(np.concatenate(lengths), minlength=size)
        norm = K1 * (1 - B + B * length / max(float(length.mean()), 1.0))
        known = np.diff(self._starts)[term]
        rarity = np.log1p((len(rows) - known + 0.5) / (known + 0.5))
        self._gives = rarity * counted * (K1 + 1) / (counted + norm[self._records])

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
            number = self._terms.get(term)
            if number is not None:
                held = slice(self._starts[number], self._starts[number + 1])
                scores[self._records[held]] += weight * self._gives[held]
        if among is not None:
            scores *= among
        return [(self._names[row], float(scores[row])) for row in best_rows(scores, limit)]
