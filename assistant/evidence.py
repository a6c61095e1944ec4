"""What speaks for each service or lone passage, gathered while a question is looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from assistant.weights import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Values = NDArray[np.float32]

COLUMN = {name: number for number, name in enumerate(SIGNALS)}
OF_PASSAGES = ("dense", "dense_near", "lexical")


class Evidence:
    """What speaks for each record, gathered source by source and put together once.

    Records are told by their rows of `assistant.records.Records`.

    Attributes:
        weights: What each signal counts for, shape (signals,), in the order of ``SIGNALS``.
    """

    def __init__(self, weights: Values) -> None:
        self.weights = weights
        self._rows: list[Rows] = []
        self._columns: list[int] = []
        self._values: list[Values] = []
        self._found: dict[int, dict[str, float]] = {}

    def add(self, rows: Rows) -> None:
        """Add records to be judged by their facets, whatever else speaks for them; shape (n,)."""
        self.raise_to(SIGNALS[0], rows, np.zeros(len(rows), np.float32))

    def raise_to(self, signal: str, rows: Rows, values: Values) -> None:
        """Give records a signal's values, unless they have higher ones.

        Args:
            signal: The signal's name.
            rows: The records, shape (n,); one that stands there more than once gets the highest.
            values: A value for each, shape (n,).
        """
        self._rows.append(rows)
        self._columns.append(COLUMN[signal])
        self._values.append(values)

    def add_passages(self, rows: Rows, passages: Sequence[str], values: Values) -> None:
        """Add passages that were found; a record has the signals of its best one.

        Args:
            rows: What each passage is ranked as, shape (n,).
            passages: The passages' ids.
            values: What each got of ``OF_PASSAGES``, shape (n, 3).
        """
        scores = values @ self.weights[[COLUMN[name] for name in OF_PASSAGES]]
        order = np.argsort(-scores, kind="stable")
        best = order[np.unique(rows[order], return_index=True)[1]]
        for column, name in enumerate(OF_PASSAGES):
            self.raise_to(name, rows[best], values[best, column])
        for row, passage, score in zip(rows.tolist(), passages, scores.tolist(), strict=True):
            self._found.setdefault(row, {})[passage] = score

    def add_led_to(self, rows: Rows, passages: Sequence[str | None]) -> None:
        """Add what lines of how people ask lead to: records, or passages of theirs."""
        for row, passage in zip(rows.tolist(), passages, strict=True):
            if passage is not None:
                self._found.setdefault(row, {}).setdefault(passage, 0.0)

    def passages(self, row: int) -> Mapping[str, float]:
        """A record's passages that were found, with a score for each, in the order of finding."""
        return self._found.get(row, {})

    def matrix(self) -> tuple[Rows, Values]:
        """The rows of the records that anything was told of, and their signals.

        Returns:
            Rows in rising order, shape (rows,), and values of shape (rows, signals).
        """
        if not self._rows:
            return np.zeros(0, np.int64), np.zeros((0, len(SIGNALS)), np.float32)
        rows, places = np.unique(np.concatenate(self._rows), return_inverse=True)
        columns = np.repeat(self._columns, [len(values) for values in self._values])
        matrix = np.zeros((len(rows), len(SIGNALS)), np.float32)
        np.maximum.at(matrix, (places, columns), np.concatenate(self._values))
        return rows, matrix
