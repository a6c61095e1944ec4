"""From which score on distress is acted on, by what the rules said."""

from __future__ import annotations

import numpy as np

from assistant.distress_model import CERTAIN, OFFER, SAID, SILENT
from evals.distress_limits import HARD_ALARMS, HARD_OFFERS, choose_limits

COUNT = 1000


def made(said, distressing, calm):
    """Texts that tell of distress and near misses, all with one thing said by the rules."""
    scores = np.concatenate([distressing, calm, np.full(COUNT, -9.0)])
    kinds = np.repeat([0, 1, 2], COUNT)
    place = np.full(3 * COUNT, SAID.index(said))
    return choose_limits(scores, place, kinds == 0, kinds == 1, kinds == 2)


def test_all_distress_is_found_where_it_lies_above_the_near_misses():
    limits = made(SILENT, np.linspace(2, 3, COUNT), np.linspace(-3, 1, COUNT))
    assert 0.8 < limits[SILENT] <= 2


def test_no_more_near_misses_than_allowed_are_alarms_or_offers():
    calm = np.linspace(-3, 3, COUNT)
    limits = made(CERTAIN, np.linspace(-1, 5, COUNT), calm)
    assert (calm >= limits[CERTAIN]).mean() <= HARD_ALARMS
    assert (calm >= limits[OFFER]).mean() <= HARD_OFFERS
    assert limits[OFFER] < limits[CERTAIN]


def test_what_the_rules_find_needs_less_where_they_are_seldom_wrong():
    score = np.linspace(-3, 3, COUNT)
    scores = np.concatenate([score, score, score, np.full(COUNT, -9.0)])
    said = np.repeat([SAID.index(CERTAIN), SAID.index(SILENT), SAID.index(SILENT), 3], COUNT)
    kinds = np.repeat([0, 0, 1, 2], COUNT)
    limits = choose_limits(scores, said, kinds == 0, kinds == 1, kinds == 2)
    assert limits[CERTAIN] < limits[SILENT]
