from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Period, Service, Status
from assistant.validity import (
    end_dates,
    ends_on,
    running_times,
    started_on,
    status_during,
    status_on,
)

START, END = date(2024, 1, 1), date(2026, 5, 31)
DAY = timedelta(days=1)


def service(kind="project", **fields):
    return Service("s", "S", kind, **fields)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (START - DAY, Status.UPCOMING),
        (START, Status.ACTIVE),
        (END, Status.ACTIVE),
        (END + DAY, Status.ENDED),
    ],
)
def test_a_service_runs_from_its_first_day_to_its_last(day, status):
    assert status_on(service(valid_from=START, valid_to=END), day) is status


@pytest.mark.parametrize(
    ("day", "status"), [(date(2000, 1, 1), Status.ACTIVE), (END + DAY, Status.ENDED)]
)
def test_an_end_alone_tells_until_when(day, status):
    assert status_on(service(valid_to=END), day) is status


@pytest.mark.parametrize(
    ("day", "status"), [(START - DAY, Status.UPCOMING), (START, Status.ACTIVE)]
)
def test_a_start_alone_tells_from_when(day, status):
    assert status_on(service("service", valid_from=START), day) is status


def test_a_project_without_dates_is_unknown_since_projects_end():
    assert status_on(service(), END) is Status.UNKNOWN


def test_a_service_without_dates_runs_on():
    assert status_on(service("service"), END) is Status.ACTIVE


def test_a_service_that_only_the_plan_names_is_unknown_without_dates():
    assert status_on(service("service", confidence="low"), END) is Status.UNKNOWN


def test_what_a_source_prints_as_ended_has_ended_whatever_its_dates():
    ended = service(state="PÄÄTTYNYT", valid_to=date(2030, 1, 1))
    assert status_on(ended, date(2024, 1, 1)) is Status.ENDED


def test_what_a_source_prints_as_starting_is_unknown_without_dates():
    assert status_on(service("service", state="KÄYNNISTYMÄSSÄ"), END) is Status.UNKNOWN


TWO_ENDS = service(
    periods=(Period(date(2024, 3, 1), date(2026, 12, 31)), Period(date(2024, 3, 1), END))
)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (END, Status.ACTIVE),
        (END + DAY, Status.UNKNOWN),
        (date(2026, 12, 31), Status.UNKNOWN),
        (date(2027, 1, 1), Status.ENDED),
    ],
)
def test_between_two_printed_ends_nobody_can_tell(day, status):
    assert status_on(TWO_ENDS, day) is status


def test_a_misprinted_start_leaves_the_end_standing():
    misprint = service(periods=(Period(None, END, problem="vuosi 2303 ei ole mahdollinen"),))
    assert status_on(misprint, END) is Status.ACTIVE
    assert status_on(misprint, END + DAY) is Status.ENDED


def test_the_records_own_end_counts_beside_the_printed_ones_only_when_it_differs():
    printed = Period(START, END)
    same = service(valid_from=None, valid_to=END, periods=(printed,))
    other = service(valid_to=date(2027, 1, 1), periods=(printed,))
    assert running_times(same) == [(START, END)]
    assert running_times(other) == [(START, END), (None, date(2027, 1, 1))]
    assert status_on(other, END + DAY) is Status.UNKNOWN


def test_each_end_date_is_told_once_with_what_prints_it():
    first, again = Period(START, END), Period(None, END)
    found = end_dates(service(periods=(first, again), valid_to=date(2027, 1, 1)))
    assert found == ((END, first), (date(2027, 1, 1), None))


def test_a_service_without_an_end_has_no_end_dates():
    assert end_dates(service(periods=(Period(START, None),))) == ()


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
PERIODS = st.lists(st.builds(Period, st.none() | DAYS, st.none() | DAYS), max_size=3)


@given(PERIODS, st.none() | DAYS, st.sampled_from(["project", "service"]), DAYS)
def test_what_has_ended_never_runs_again_later(periods, end, kind, day):
    one = service(kind, periods=tuple(periods), valid_to=end)
    if status_on(one, day) is Status.ENDED:
        assert status_on(one, day + 365 * DAY) is not Status.ACTIVE


@given(PERIODS, DAYS)
def test_what_runs_on_a_day_has_no_printed_end_before_it(periods, day):
    one = service(periods=tuple(periods))
    if status_on(one, day) is Status.ACTIVE:
        assert all(end >= day for end, _ in end_dates(one))


def test_the_plans_misprint_and_its_two_ends_are_judged_as_they_stand(true_corpus):
    toimi, uula = (true_corpus.service_by_id[one] for one in ("toimi", "uula"))
    assert status_on(toimi, date(2026, 9, 30)) is Status.ACTIVE
    assert status_on(toimi, date(2026, 10, 1)) is Status.ENDED
    assert status_on(uula, date(2025, 12, 31)) is Status.ACTIVE
    assert status_on(uula, date(2026, 1, 1)) is Status.UNKNOWN
    assert status_on(uula, date(2027, 1, 1)) is Status.ENDED


YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        (START - YEAR, START - DAY, Status.UPCOMING),
        (START - YEAR, START, Status.ACTIVE),
        (START, END, Status.ACTIVE),
        (END, END + YEAR, Status.ACTIVE),
        (END + DAY, END + YEAR, Status.ENDED),
    ],
)
def test_a_span_is_judged_by_any_of_its_days(first, last, status):
    assert status_during(service(valid_from=START, valid_to=END), first, last) is status


@pytest.mark.parametrize(
    ("seen", "status"),
    [(None, Status.UNKNOWN), (END, Status.UNKNOWN), (START - DAY, Status.ACTIVE)],
)
def test_without_a_start_only_a_source_of_the_time_tells_that_it_ran(seen, status):
    assert status_during(service(valid_to=END), START, START + DAY, seen) is status


def test_without_an_end_nobody_can_tell_of_a_coming_day():
    assert status_during(service(valid_from=START), END, END + DAY) is Status.UNKNOWN
    assert status_during(service("service"), END, END + DAY) is Status.UNKNOWN


def test_the_first_start_and_the_last_end_count():
    periods = (Period(START, END), Period(START + DAY, END + DAY))
    assert started_on(service(periods=periods)) == START
    assert ends_on(service(periods=periods)) == END + DAY
    assert started_on(service()) is None
    assert ends_on(service()) is None
