"""What speaks for each service or lone passage, gathered while a question is looked up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from assistant.weights import SIGNALS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from assistant.records import Records

COLUMN = {name: number for number, name in enumerate(SIGNALS)}
OF_PASSAGES = ("dense", "dense_near", "lexical")


class Evidence:
    """What speaks for each record, gathered source by source.

    Attributes:
        signals: By signal, the value of each record that has one.
        passages: By record, its passages that were found, with a score for each.
    """

    def __init__(self, weights: NDArray[np.float32]) -> None:
        self.signals: dict[str, dict[str, float]] = {name: {} for name in SIGNALS}
        self.passages: dict[str, dict[str, float]] = defaultdict(dict)
        self._weights = tuple(float(weights[COLUMN[name]]) for name in OF_PASSAGES)

    def raise_to(self, signal: str, record: str, value: float) -> None:
        """Give a record a signal's value, unless it has a higher one."""
        values = self.signals[signal]
        if value > values.get(record, 0.0):
            values[record] = value

    def add_passage(self, record: str, passage: str, values: tuple[float, float, float]) -> None:
        """Add a passage that was found; its record has the signals of its best one.

        Args:
            record: What the passage is ranked as.
            passage: The passage's id.
            values: What it got of `OF_PASSAGES`.
        """
        score = sum(w * value for w, value in zip(self._weights, values, strict=True))
        found = self.passages[record]
        if score > max(found.values(), default=0.0):
            for name, value in zip(OF_PASSAGES, values, strict=True):
                self.signals[name][record] = value
        found[passage] = score

    def add_line(self, record: str, passage: str | None) -> None:
        """Add what a line of how people ask leads to."""
        found = self.passages[record]
        if passage is not None:
            found.setdefault(passage, 0.0)

    def matrix(self, records: Records) -> tuple[list[int], NDArray[np.float32]]:
        """The rows of the records that anything speaks for, and their signals.

        Returns:
            Rows, and values of shape (rows, signals).
        """
        found = dict.fromkeys(self.passages)
        for values in self.signals.values():
            found.update(dict.fromkeys(values))
        position = {record: number for number, record in enumerate(found)}
        matrix = np.zeros((len(found), len(SIGNALS)), np.float32)
        for name, values in self.signals.items():
            if values:
                matrix[[position[one] for one in values], COLUMN[name]] = list(values.values())
        return [records.row_of[record] for record in found], matrix
