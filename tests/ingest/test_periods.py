from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.periods import read_periods

DASHES = ("-", "–", "—", " - ", " – ", "- ", " -", "\u00a0–\u00a0")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def one(text):
    (period,) = read_periods(text)
    return period.valid_from, period.valid_to


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1.1.2024-31.5.2026", date(2024, 1, 1), date(2026, 5, 31)),
        ("Hanke 1.9.2023–31.3.2026. ESR+", date(2023, 9, 1), date(2026, 3, 31)),
        ("1.1.2023–31.07.2024.", date(2023, 1, 1), date(2024, 7, 31)),
        ("19.12.2022 - 30.4.2025", date(2022, 12, 19), date(2025, 4, 30)),
        ("piiriin -30.9.2025. ESR+", None, date(2025, 9, 30)),
        ("Vuoden 2024 loppuun.", None, date(2024, 12, 31)),
        ("Kevät 2023 - 12/2025", None, date(2025, 12, 31)),
        ("8/2023-2/2024", date(2023, 8, 1), date(2024, 2, 29)),
        ("syksy 2023 – kevät 2025", None, date(2025, 6, 30)),
        ("Prikka kiertoon 2023-2025", date(2023, 1, 1), date(2025, 12, 31)),
    ],
)
def test_each_printed_form_is_read(text, start, end):
    assert one(text) == (start, end)


def test_an_impossible_year_is_a_problem_and_only_that_end_is_lost():
    (period,) = read_periods("1.10.2303-30.9.2026.")
    assert (period.valid_from, period.valid_to) == (None, date(2026, 9, 30))
    assert period.problem == "vuosi 2303 ei ole mahdollinen"


def test_a_day_that_no_calendar_has_is_a_problem():
    (period,) = read_periods("1.1.2024-31.2.2026")
    assert (period.valid_from, period.valid_to) == (date(2024, 1, 1), None)
    assert period.problem == "päivää 31.2.2026 ei ole"


def test_an_end_before_the_start_is_a_problem_that_keeps_the_end():
    (period,) = read_periods("1.1.2026-31.12.2024")
    assert (period.valid_from, period.valid_to) == (None, date(2024, 12, 31))
    assert period.problem == "1.1.2026 on myöhemmin kuin 31.12.2024"


@pytest.mark.parametrize(
    "text", ["", "18-64 –vuotiaat", "puhelin 040-1234567", "31.5.2026", "kohta 1.2.3", "16-29 v."]
)
def test_what_is_no_running_time_isnt_read_as_one(text):
    assert read_periods(text) == ()


def test_two_running_times_are_read_in_their_order():
    found = read_periods("Ensin 1.1.2020-31.12.2021, sitten 1.1.2022-31.12.2023.")
    assert [period.valid_to for period in found] == [date(2021, 12, 31), date(2023, 12, 31)]


@given(DAYS, DAYS, st.sampled_from(DASHES), st.booleans(), st.text(alphabet="abc .,", max_size=8))
def test_any_running_time_printed_with_any_dash_is_read_back(one_day, other, dash, padded, tail):
    first, last = sorted((one_day, other))
    pattern = "{0:02}.{1:02}.{2}" if padded else "{0}.{1}.{2}"
    printed = dash.join(pattern.format(d.day, d.month, d.year) for d in (first, last))
    text = f"ESR+ {printed}" + (f". {tail}" if tail else "")
    (period,) = read_periods(text)
    assert (period.valid_from, period.valid_to, period.problem) == (first, last, None)
    assert text[period.start : period.end] == printed


@given(st.text(alphabet="0123456789./-–— KevätSyksyVuodenloppuun\n", max_size=80))
def test_any_text_is_read_in_order_without_overlap(text):
    end = 0
    for period in read_periods(text):
        assert end <= period.start < period.end <= len(text)
        assert not (period.valid_from and period.valid_to and period.valid_from > period.valid_to)
        end = period.end


@given(st.text(max_size=200))
def test_no_text_is_an_error(text):
    read_periods(text)
