"""The page's own words cover everything that an answer can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from api import wording
from api.problems import CATALOGUE
from assistant.dialogue import Outcome
from assistant.domain import Status

VOCABULARY = Path(__file__).parents[2] / "corpus" / "vocabulary.yaml"


def test_every_outcome_status_kind_and_problem_has_its_words():
    assert set(wording.OUTCOME_LABELS) == {o.value for o in Outcome}
    assert set(wording.STATUS_LABELS) == {s.value for s in Status}
    kinds = yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))["kinds"]
    assert set(wording.KIND_LABELS) == set(kinds)
    assert {str(kind.status) for kind in CATALOGUE} <= set(wording.MESSAGES)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2026-11-24", "24.11.2026"),
        ("2024-06", "kesäkuu 2024"),
        ("2024-13", "2024-13"),
        ("06 2024", "06 2024"),
        (None, ""),
    ],
)
def test_dates_are_shown_as_finns_write_them(given, shown):
    assert wording.finnish_date(given) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (None, None, ""),
        ("2024-01-01", None, "1.1.2024 alkaen"),
        (None, "2026-05-31", "31.5.2026 asti"),
        ("2024-01-01", "2026-05-31", "1.1.2024–31.5.2026"),
    ],
)
def test_periods_leave_an_unknown_end_open(start, end, shown):
    assert wording.period(start, end) == shown


@pytest.mark.parametrize(
    ("municipalities", "area", "shown"),
    [
        (["Oulu", "Ii"], "region", "Oulu, Ii"),
        (["Oulu"] * 30, "region", "Koko Pohjois-Pohjanmaa"),
        ([], "national", "Koko Suomi"),
        ([], None, ""),
        (["Oulu"] * 30, None, ", ".join(["Oulu"] * 30)),
    ],
)
def test_a_long_list_of_municipalities_becomes_the_areas_name(municipalities, area, shown):
    assert wording.where(municipalities, area) == shown
