from __future__ import annotations

from datetime import date

import pytest
from compose_examples import context, ids_of, text_of, unfounded, with_service

from assistant.asking import Asking, Comparison, Event, Measure
from assistant.compose.compare import compose_compared, wants_compared
from assistant.dialogue import Outcome
from assistant.domain import PassageKind

BOTH = ("kirppu", "silta")


@pytest.fixture
def corpus(tiny_assistant):
    return with_service(tiny_assistant.corpus, "silta", valid_from=date(2023, 6, 1))


def asks(by, *, most, **more):
    polar = more.pop("polar", False)
    return {"asking": Asking(polar=polar, comparison=Comparison(by, most, **more))}


def compared(corpus, by, *, most, named=BOTH, **more):
    return compose_compared(context(corpus, named=named, **asks(by, most=most, **more)))


@pytest.mark.parametrize(
    ("by", "most", "first", "value"),
    [
        (Measure.END, False, "kirppu", "31.12.2025"),
        (Measure.END, True, "silta", "31.5.2027"),
        (Measure.START, False, "silta", "1.6.2023"),
        (Measure.START, True, "kirppu", "1.1.2024"),
        (Measure.LENGTH, True, "silta", "48 kuukautta"),
        (Measure.LENGTH, False, "kirppu", "24 kuukautta"),
    ],
)
def test_the_one_that_is_asked_for_comes_first_with_its_value(corpus, by, most, first, value):
    draft = compared(corpus, by, most=most)
    assert ids_of(draft)[0] == first
    assert value in draft.lines[0].text
    assert len(ids_of(draft)) == 2
    assert not unfounded(draft)


def test_an_end_is_told_in_the_tense_of_its_day(corpus):
    draft = compared(corpus, Measure.END, most=False)
    assert "päättyi" in draft.lines[0].text
    assert "päättyy" in draft.lines[1].text


def test_those_that_end_on_the_same_day_are_told_to(corpus):
    corpus = with_service(corpus, "silta", valid_to=date(2025, 12, 31), periods=())
    draft = compared(corpus, Measure.END, most=False)
    assert "samana päivänä" in draft.lines[0].text
    assert set(ids_of(draft)) == set(BOTH)


@pytest.mark.parametrize(("named", "answer"), [(BOTH, "Kyllä."), (BOTH[::-1], "Ei.")])
def test_whether_the_one_named_first_comes_first_is_answered(corpus, named, answer):
    draft = compared(corpus, Measure.END, most=False, named=named, polar=True)
    assert draft.lines[0].text.startswith(answer)


def test_what_the_records_dont_tell_is_left_to_another_answer(corpus):
    assert compared(corpus, Measure.LENGTH, most=True, named=("kirppu", "alue")) is None


def test_one_whose_value_is_unknown_is_said_to_be(corpus):
    draft = compared(corpus, Measure.END, most=False, named=(*BOTH, "alue"))
    assert draft.outcome is Outcome.PARTIAL
    assert "Ylivieskan seudun työllisyysalue" in text_of(draft)


def test_among_all_only_those_that_run_can_end_next(corpus):
    said = asks(Measure.END, most=False, of_all=True)
    said = {**said, "sections": (PassageKind.PROJECT,)}
    asked = context(corpus, **said)
    assert wants_compared(asked)
    assert compose_compared(asked) is None, "only one runs, so there's nothing to compare"
    earlier = context(corpus, as_of=date(2025, 1, 1), **said)
    assert ids_of(compose_compared(earlier)) == ["kirppu", "silta"]


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        ({"named": BOTH}, True),
        ({"named": ("kirppu",)}, False),
        ({"sections": (PassageKind.PROJECT,)}, False),
        ({"named": BOTH, "asking": Asking(event=Event.ENDS)}, False),
    ],
)
def test_two_named_are_compared_and_all_only_when_one_of_all_is_asked_for(corpus, said, wants):
    asked = {**asks(Measure.END, most=False), **said}
    assert wants_compared(context(corpus, **asked)) is wants
