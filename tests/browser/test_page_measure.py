"""The measure of the page, taken as `make page` takes it: its weight and its stillness hold."""

from __future__ import annotations

import importlib

import pytest

from assistant.settings import ROOT

TOOLS = ROOT / "tools"


@pytest.fixture(scope="module")
def page_measure():
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(str(TOOLS))
        return importlib.import_module("page_measure")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_first_visit_is_light_and_nothing_moves_while_an_answer_comes(
    page_measure, browser, address, width
):
    found = page_measure.measure(browser, address, width, loads=1)
    assert 0 < found.bytes < page_measure.MOST_BYTES
    assert found.requests > 5
    assert found.shift == 0
    assert found.paint_ms > 0
    assert f"{width} px" in found.told


def test_what_misses_a_goal_is_told(page_measure):
    good = page_measure.Measured(360, 120.0, 90_000, 17, 0.0)
    assert good.meets_goals
    for bad in ((500.0, 90_000, 0.0), (120.0, 150_000, 0.0), (120.0, 90_000, 0.01)):
        paint, weight, shift = bad
        assert not page_measure.Measured(360, paint, weight, 17, shift).meets_goals
