from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.importers.validity_text import UNKNOWN, Validity, read_validity, validity_of

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def printed(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1.1.2025-31.12.2027", date(2025, 1, 1), date(2027, 12, 31)),
        ("Palvelu on voimassa 1.1.2025 – 31.12.2027.", date(2025, 1, 1), date(2027, 12, 31)),
        ("31.12.2026 saakka", None, date(2026, 12, 31)),
        ("Voimassa 31.12.2026 asti", None, date(2026, 12, 31)),
        ("Hanke päättyy 30.6.2026.", None, date(2026, 6, 30)),
        ("1.3.2025 alkaen", date(2025, 3, 1), None),
        ("Alkaen 1.3.2025", date(2025, 3, 1), None),
        ("1.3.2025 alkaen, päättyy 1.4.2026", date(2025, 3, 1), date(2026, 4, 1)),
        ("1.3.2025 alkaen 1.4.2026 asti", date(2025, 3, 1), date(2026, 4, 1)),
        ("1.3.2025 alkaen toistaiseksi", date(2025, 3, 1), None),
        ("Toistaiseksi voimassa oleva", None, None),
        ("Tills vidare", None, None),
        ("t.o.m. 31.12.2026", None, date(2026, 12, 31)),
        ("from 1.3.2025", date(2025, 3, 1), None),
        ("vuoden 2026 loppuun", None, date(2026, 12, 31)),
        ("2024–2026", date(2024, 1, 1), date(2026, 12, 31)),
        ("2025-01-01 – 2026-02-28", date(2025, 1, 1), date(2026, 2, 28)),
        ("Voimassa 2026-02-28 asti", None, date(2026, 2, 28)),
    ],
)
def test_a_running_time_in_words_is_read(text, first, last):
    assert read_validity(text) == Validity(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Keväisin",
        "Tarkista ajantasainen tieto kunnasta.",
        "31.2.2026 asti",
        "1.1.2303 asti",
        "31.12.2027-1.1.2025",
        "1.1.2024-31.12.2024 ja 1.1.2026-31.12.2026",
        "1.5.2026 asti tai 1.6.2026 asti",
        "31.12.2026 asti, sen jälkeen toistaiseksi",
        "1.6.2026 alkaen, päättyy 1.5.2026",
    ],
)
def test_what_cannot_be_read_or_contradicts_itself_is_unknown(text):
    assert read_validity(text) == UNKNOWN


def test_no_words_say_nothing():
    assert read_validity(" \n ") == Validity()


@given(st.text())
def test_any_text_is_read_without_an_error_and_never_ends_before_it_starts(text):
    read = read_validity(text)

    assert read.known or read == UNKNOWN
    assert not (read.valid_from and read.valid_to and read.valid_from > read.valid_to)


@given(DAYS, DAYS)
def test_every_pair_of_days_is_read_as_it_is_printed(one, other):
    first, last = min(one, other), max(one, other)
    expected = Validity(first, last)

    assert read_validity(f"{printed(first)}-{printed(last)}") == expected
    assert read_validity(f"{printed(first)} alkaen, {printed(last)} saakka") == expected
    assert read_validity(f"{first.isoformat()} - {last.isoformat()}") == expected
    assert validity_of(first.isoformat(), last.isoformat()) == expected


@pytest.mark.parametrize(("first", "last"), [("2026-02-31", None), ("2026-02-02", "2025-01-01"),
                                             (None, "9999-12-31"), ("huomenna", None)])  # fmt: skip
def test_impossible_days_of_a_table_are_unknown(first, last):
    assert validity_of(first, last) == UNKNOWN
