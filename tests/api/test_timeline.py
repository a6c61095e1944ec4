"""Running times as bars: where a bar begins and ends, and what isn't known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.desk_view import Row
from api.timeline import DISPUTED, OPEN, SURE, draw
from assistant.domain import Period, Service

DAY = date(2026, 7, 1)
days = st.none() | st.dates(date(2015, 1, 1), date(2035, 12, 31))


def row(start=None, end=None, *periods) -> Row:
    service = Service(
        "a",
        "A",
        "project",
        valid_from=start,
        valid_to=end,
        periods=tuple(Period(*p) for p in periods),
    )
    return Row(None, service, {})


def bars(*args) -> dict[str, tuple[float, float]]:
    picture = draw([row(*args)], DAY)
    return {bar.kind: (bar.x, round(bar.x + bar.width, 3)) for bar in picture.lanes[0].bars}


class TestDraw:
    def test_a_bar_runs_from_its_first_day_through_its_last(self):
        assert bars(date(2026, 1, 1), date(2026, 12, 31)) == {SURE: (0.0, 100.0)}
        half = bars(date(2025, 1, 1), date(2025, 12, 31))[SURE]
        assert half == (0.0, 50.0)

    def test_what_has_no_end_goes_on_to_the_edge(self):
        assert bars(date(2026, 1, 1), None) == {OPEN: (0.0, 100.0)}

    def test_what_has_no_start_comes_from_the_edge(self):
        assert bars(None, date(2026, 12, 31)) == {OPEN: (0.0, 100.0)}

    def test_two_ends_are_disputed_between_them(self):
        start, first, second = date(2025, 1, 1), date(2025, 12, 31), date(2026, 12, 31)
        found = bars(start, second, (start, second), (start, first))
        assert found == {SURE: (0.0, 50.0), DISPUTED: (50.0, 100.0)}

    def test_the_chosen_day_is_in_the_picture_even_when_nothing_runs(self):
        picture = draw([row(date(2020, 1, 1), date(2020, 2, 1))], DAY)
        assert 0 < picture.day_x < 100
        assert [tick.year for tick in picture.ticks] == list(range(2020, 2027))

    def test_what_has_no_date_is_told_apart(self):
        picture = draw([row(), row(None, DAY)], DAY)
        assert (len(picture.lanes), len(picture.undated)) == (1, 1)
        assert draw([], DAY).lanes == ()

    def test_the_first_to_end_comes_first_and_the_endless_last(self):
        ends = [None, date(2028, 1, 1), date(2025, 1, 1)]
        picture = draw([row(date(2024, 1, 1), end) for end in ends], DAY)
        assert [max(lane.ends, default=None) for lane in picture.lanes] == [ends[2], ends[1], None]

    def test_of_many_years_only_some_are_written_out(self):
        picture = draw([row(date(2000, 1, 1), date(2026, 1, 1))], DAY)
        assert sum(tick.written for tick in picture.ticks) <= 6
        assert picture.ticks[0].written


@given(st.lists(st.tuples(days, days), max_size=4), days, days, st.dates(DAY, date(2040, 1, 1)))
def test_every_bar_lies_within_the_picture(periods, start, end, day):
    picture = draw([row(start, end, *periods)], day)
    assert 0 <= picture.day_x <= 100
    for lane in picture.lanes:
        for bar in lane.bars:
            assert bar.width > 0
            assert bar.x >= 0
            assert bar.x + bar.width <= 100.001


@pytest.mark.parametrize("year", [2024, 2026])
def test_years_begin_where_their_first_day_is(year):
    picture = draw([row(date(year, 1, 1), date(year, 1, 1))], date(year, 1, 1))
    assert picture.ticks[0].x == picture.day_x == 0.0
