from __future__ import annotations

import pytest

from assistant.slips import is_slip, near_asking


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("haetaan", "hateaan"),
        ("apua", "apuua"),
        ("työ", "työ"),
        ("auttaa", "autraa"),
        ("oma", "om"),
    ],
)
def test_a_letter_swapped_doubled_left_out_or_hit_beside_is_a_slip(meant, written):
    assert is_slip(meant, written)


def test_another_letter_from_across_the_keyboard_is_none():
    assert not is_slip("talvi", "tapvi".replace("p", "q"))


@pytest.mark.parametrize(("written", "meant"), [("mkä", "mikä"), ("mtiä", "mitä"), ("kupla", None)])
def test_a_question_word_is_known_with_a_slip(written, meant):
    assert near_asking(written) == meant


def test_too_short_a_word_is_no_question_word():
    assert near_asking("mk") is None
