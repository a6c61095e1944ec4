"""What is told of records, gathered source by source, comes together as one matrix."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evidence import COLUMN, OF_PASSAGES, Evidence
from assistant.weights import SIGNALS

EVEN = np.ones(len(SIGNALS), np.float32)


def rows(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int64)


def values(*numbers: float) -> np.ndarray:
    return np.array(numbers, np.float32)


def test_nothing_told_is_no_row() -> None:
    found, matrix = Evidence(EVEN).matrix()

    assert found.shape == (0,)
    assert matrix.shape == (0, len(SIGNALS))


def test_records_come_once_in_rising_order_with_all_their_signals() -> None:
    evidence = Evidence(EVEN)
    evidence.raise_to("asked", rows(7, 2), values(0.5, 1.0))
    evidence.raise_to("typical", rows(2), values(0.25))

    found, matrix = evidence.matrix()

    assert found.tolist() == [2, 7]
    assert matrix[:, COLUMN["asked"]].tolist() == [1.0, 0.5]
    assert matrix[:, COLUMN["typical"]].tolist() == [0.25, 0.0]


def test_a_record_to_be_judged_by_facets_alone_has_a_row_without_signals() -> None:
    evidence = Evidence(EVEN)
    evidence.add(rows(4))
    evidence.raise_to(SIGNALS[0], rows(4, 5), values(0.5, 0.5))

    found, matrix = evidence.matrix()

    assert found.tolist() == [4, 5]
    assert matrix[:, 0].tolist() == [0.5, 0.5]


def test_a_record_has_the_signals_of_its_best_passage_not_the_best_of_each() -> None:
    evidence = Evidence(EVEN)
    of_passages = np.array([[0.9, 0.9, 0.0], [0.0, 0.0, 1.0]], np.float32)
    evidence.add_passages(rows(3, 3), ("near", "worded"), of_passages)

    _, matrix = evidence.matrix()

    assert [float(matrix[0, COLUMN[name]]) for name in OF_PASSAGES] == pytest.approx([0.9, 0.9, 0])
    assert evidence.passages(3) == pytest.approx({"near": 1.8, "worded": 1.0})


def test_of_passages_that_are_as_good_the_first_counts() -> None:
    evidence = Evidence(EVEN)
    of_passages = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]], np.float32)
    evidence.add_passages(rows(0, 0), ("first", "second"), of_passages)

    _, matrix = evidence.matrix()

    assert [float(matrix[0, COLUMN[name]]) for name in OF_PASSAGES] == [0.0, 0.0, 1.0]


def test_passages_that_lines_lead_to_come_after_those_found_by_themselves() -> None:
    evidence = Evidence(EVEN)
    evidence.add_passages(rows(1), ("found",), np.array([[0.5, 0.0, 0.0]], np.float32))
    evidence.add_led_to(rows(1, 1, 2), ("led to", "found", None))

    assert evidence.passages(1) == {"found": 0.5, "led to": 0.0}
    assert evidence.passages(2) == {}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SIGNALS),
            st.integers(0, 9),
            st.floats(0, 1, allow_nan=False, width=32),
        ),
        max_size=40,
    )
)
def test_a_signal_is_the_highest_value_told_of_a_record(
    told: list[tuple[str, int, float]],
) -> None:
    evidence = Evidence(EVEN)
    for signal, row, value in told:
        evidence.raise_to(signal, rows(row), values(value))

    found, matrix = evidence.matrix()

    assert found.tolist() == sorted({row for _, row, _ in told})
    for number, row in enumerate(found.tolist()):
        for signal in SIGNALS:
            expected = max((v for s, r, v in told if (s, r) == (signal, row)), default=0.0)
            assert matrix[number, COLUMN[signal]] == np.float32(expected)
