"""Ranking by words: BM25 over terms that the Finnish analysis made."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import IndexNotReadyError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    import bm25s
    from numpy.typing import NDArray

    Weighted = Sequence[tuple[str, float]]

IDS_FILE = "ids.json"
REMEMBERED = 10_000


class LexicalIndex:
    """A BM25 index (Robertson & Zaragoza 2009; Lucene's variant) of a generation."""

    def __init__(self, model: bm25s.BM25, ids: Sequence[str]) -> None:
        self._model, self._ids = model, tuple(ids)
        self._frequency = lru_cache(REMEMBERED)(self._frequency_of)

    @classmethod
    def build(cls, ids: Sequence[str], terms: Sequence[Sequence[str]]) -> LexicalIndex:
        """Index texts by their terms.

        Args:
            ids: An id for each text.
            terms: The terms of each text, in the same order.
        """
        import bm25s

        model = bm25s.BM25(k1=1.2, b=0.6)
        model.index([list(text) for text in terms], show_progress=False)
        return cls(model, ids)

    def save(self, directory: Path) -> None:
        """Write the index into a directory of its own."""
        self._model.save(str(directory), show_progress=False)
        (directory / IDS_FILE).write_text(json.dumps(self._ids), encoding="utf-8")

    @classmethod
    def load(cls, directory: Path) -> LexicalIndex:
        """Read what `save` wrote.

        Raises:
            IndexNotReadyError: A file is missing or torn.
        """
        import bm25s

        try:
            ids = json.loads((directory / IDS_FILE).read_text(encoding="utf-8"))
            return cls(bm25s.BM25.load(str(directory), show_progress=False), ids)
        except (OSError, EOFError, ValueError, KeyError):
            raise IndexNotReadyError(
                f"{directory} is missing or torn; run `tienviitta ingest` again."
            ) from None

    @property
    def ids(self) -> tuple[str, ...]:
        """The texts' ids, in the order of the index."""
        return self._ids

    def postings(self) -> tuple[list[str], list[NDArray[np.int64]]]:
        """Every term, and the numbers of the texts that hold each, in the order of the index."""
        starts, texts = self._model.scores["indptr"], self._model.scores["indices"]
        # The library's own entry for what it doesn't know has a number, but no texts.
        known = {word: n for word, n in self._model.vocab_dict.items() if n < len(starts) - 1}
        return list(known), [texts[starts[n] : starts[n + 1]] for n in known.values()]

    @property
    def vocabulary(self) -> Collection[str]:
        """The terms that occur in some text."""
        vocabulary: dict[str, int] = self._model.vocab_dict
        return vocabulary.keys()

    def weight_of(self, terms: Sequence[str]) -> float:
        """How much a word tells: the inverse document frequency of its rarest-known term.

        A word that no text holds tells as much as one that a single text holds.
        """
        frequency = self._frequency(tuple(terms))
        total = len(self._ids)
        return float(np.log(1 + (total - frequency + 0.5) / (max(frequency, 1) + 0.5)))

    def _frequency_of(self, terms: tuple[str, ...]) -> int:
        return len(self.documents(terms))

    def documents(self, terms: Sequence[str]) -> NDArray[np.int64]:
        """The texts, by number, that hold any of the terms, in the order of the index."""
        starts, texts = self._model.scores["indptr"], self._model.scores["indices"]
        known = [self._model.vocab_dict[t] for t in terms if t in self._model.vocab_dict]
        if not known:
            return np.zeros(0, np.int64)
        # Marked and read off: sorting grows faster than the index.
        held = np.zeros(len(self._ids), np.bool_)
        for i in known:
            held[texts[starts[i] : starts[i + 1]]] = True
        return np.flatnonzero(held)

    def holds(self, terms: Sequence[str], among: NDArray[np.bool_] | None = None) -> bool:
        """Whether any text holds any of the terms.

        Args:
            terms: Terms.
            among: The texts that count, shape (texts,); all do when absent.
        """
        if among is None:
            return any(term in self._model.vocab_dict for term in terms)
        return bool(among[self.documents(terms)].any())

    def rank(
        self, terms: Weighted, limit: int, among: NDArray[np.bool_] | None = None
    ) -> list[tuple[str, float]]:
        """Rank the texts by weighted terms.

        Args:
            terms: Terms of the question with their weights.
            limit: At most so many.
            among: The texts that may be found, shape (texts,); all may when absent.

        Returns:
            Ids with scores above 0, the best first; ties in the order of the index.
        """
        total = np.zeros(len(self._ids), dtype=np.float32)
        by_weight: dict[float, list[str]] = {}
        for term, weight in terms:
            if term in self._model.vocab_dict:
                by_weight.setdefault(weight, []).append(term)
        for weight, same in by_weight.items():
            total += weight * self._model.get_scores(same)
        if among is not None:
            total *= among
        return [(self._ids[i], float(total[i])) for i in best_rows(total, limit)]


def best_rows(scores: NDArray[np.floating], limit: int) -> NDArray[np.int64]:
    """The rows of the highest scores above 0, the best first; ties in the order of the rows.

    Args:
        scores: Shape (rows,).
        limit: At most so many.
    """
    rows = np.flatnonzero(scores > 0)
    if len(rows) > limit > 0:
        # What is below the last place isn't sorted; ties with it are, for their order to hold.
        last = np.partition(scores[rows], len(rows) - limit)[len(rows) - limit]
        rows = rows[scores[rows] >= last]
    return rows[np.argsort(-scores[rows], kind="stable")][:limit]
