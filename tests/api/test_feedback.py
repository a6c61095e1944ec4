"""Feedback as it's kept in its file."""

from __future__ import annotations

import sqlite3
import stat
import threading
from datetime import date, timedelta

import pytest

from api import feedback as module
from api.feedback import Feedback, FeedbackError, FeedbackStore
from api.problems import ProblemError

DAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    return FeedbackStore(tmp_path / "deep" / "feedback.sqlite", days=30)


def given(**more: object) -> Feedback:
    return Feedback(**{"id": "", "day": DAY, "answer_id": "a1", "rating": "up", **more})


def test_what_is_added_comes_back_with_an_id_of_its_own(store):
    first = store.add(given(comment="hyvä", generation="g1"))
    second = store.add(given(rating="down"))
    assert store.all(DAY) == [first, second]
    assert first.id != second.id
    assert len(first.id) >= 20
    assert (first.comment, first.generation) == ("hyvä", "g1")


def test_what_people_wrote_is_masked_before_it_is_stored(store):
    store.add(
        given(
            comment="soita 040 123 4567",
            question="olen 131052-308T, mitä teen",
            answer="kirjoita matti.meikalainen@example.fi",
        )
    )
    raw = store.path.read_bytes()
    for secret in (b"040 123", b"131052", b"meikalainen"):
        assert secret not in raw
    (kept,) = store.all(DAY)
    assert kept.comment == "soita [puhelinnumero]"
    assert kept.question == "olen [henkilötunnus], mitä teen"
    assert kept.answer == "kirjoita [sähköposti]"


@pytest.mark.parametrize("comment", [None, "", "  \n "])
def test_an_empty_comment_is_none(store, comment):
    assert store.add(given(comment=comment)).comment is None


def test_a_later_one_takes_the_place_of_the_one_that_it_replaces(store):
    first = store.add(given())
    second = store.add(given(rating="down", comment="ei toimi"), replaces=first.id)
    assert store.all(DAY) == [second]


def test_feedback_on_another_answer_is_not_replaced(store):
    first = store.add(given(answer_id="a1"))
    store.add(given(answer_id="a2"), replaces=first.id)
    assert len(store.all(DAY)) == 2


def test_what_is_too_old_goes_when_something_new_comes(store):
    store.add(given(day=DAY - timedelta(days=31)))
    last_day = store.add(given(day=DAY - timedelta(days=30)))
    new = store.add(given())
    assert [f.id for f in store.all(DAY)] == [last_day.id, new.id]
    assert store.kept_until(last_day.day) == DAY


def test_what_is_too_old_is_never_given_out(store):
    store.add(given())
    assert store.all(DAY + timedelta(days=31)) == []
    assert store.all(DAY) == []


def test_one_is_erased_by_its_id(store):
    first, second = store.add(given()), store.add(given())
    assert store.erase(first.id) == 1
    assert store.erase(first.id) == 0
    assert store.all(DAY) == [second]


def test_those_before_a_day_are_erased_and_that_day_stays(store):
    store.add(given(day=DAY - timedelta(days=1)))
    today = store.add(given())
    assert store.erase(before=DAY) == 1
    assert store.all(DAY) == [today]


def test_all_are_erased_and_nothing_of_them_is_left_in_the_file(store):
    store.add(given(comment="unohdettava sana"))
    assert b"unohdettava" in store.path.read_bytes()
    assert store.erase() == 1
    assert b"unohdettava" not in store.path.read_bytes()


def test_without_a_file_there_is_nothing_and_none_is_made(store):
    assert store.all(DAY) == []
    assert store.erase() == 0
    assert not store.path.exists()


def test_nobody_else_on_the_machine_can_read_it(store):
    store.add(given())
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(store):
    store.path.parent.mkdir()
    store.path.write_text("tärkeää" * 100)
    with pytest.raises(FeedbackError, match=r"feedback\.sqlite: .*TIENVIITTA_FEEDBACK"):
        store.add(given())
    assert store.path.read_text() == "tärkeää" * 100


def test_a_rating_of_another_kind_changes_nothing(store):
    first = store.add(given())
    with pytest.raises(FeedbackError):
        store.add(given(rating="sideways"), replaces=first.id)
    assert store.all(DAY) == [first]


def test_a_days_worth_is_bounded(store, monkeypatch):
    monkeypatch.setattr(module, "MOST_A_DAY", 2)
    store.add(given())
    first = store.add(given())
    with pytest.raises(ProblemError) as problem:
        store.add(given())
    assert problem.value.kind.status == 429
    store.add(given(), replaces=first.id)
    store.add(given(day=DAY + timedelta(days=1)))


def test_many_at_a_time_are_all_kept(store):
    threads = [threading.Thread(target=lambda: store.add(given())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.all(DAY)) == 8
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
