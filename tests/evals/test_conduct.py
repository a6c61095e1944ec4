from __future__ import annotations

import pytest
import textstat
from evaluation_examples import case
from hypothesis import given
from hypothesis import strategies as st

from assistant import prose
from assistant.dialogue import Outcome
from assistant.finnish_words import ABBREVIATIONS, LAST_ABBREVIATIONS
from evals import conduct


def test_outcome_is_right_when_it_is_accepted():
    assert conduct.outcome_right("answered", case().accepted) == 1
    assert conduct.outcome_right("crisis", case().accepted) == 0
    assert conduct.outcome_right("answered", ()) == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"notices": [{"kind": "ended", "text": "päättyi"}]}, 1),
        ({"services": [{"status": "ended", "status_text": "Päättyi 31.5.2026"}]}, 1),
        ({"services": [{"status": "ended", "status_text": ""}]}, 0),
        ({"notices": [{"kind": "stale", "text": "vanha"}]}, 0),
        ({}, 0),
    ],
)
def test_an_end_is_told_by_a_notice_or_by_a_services_status(said, told):
    assert conduct.ended_told(case(expect_ended_warning=True), said) == told
    assert conduct.ended_told(case(), said) is None


def test_forbidden_pieces_are_found_wherever_a_reader_sees_them():
    must_not = case(must_not=("Kuusamo", "raahe", "oulu"))
    said = {"text": "KUUSAMO", "services": [{"name": "Raahe"}]}
    assert conduct.forbidden(must_not, said) == ["Kuusamo", "raahe"]
    assert conduct.forbidden(case(), said) == []


@pytest.mark.parametrize(
    ("fields", "outcome", "expected"),
    [
        ({"answerable": False}, "answered", 1),
        ({"answerable": False}, "partial", 1),
        ({"answerable": False}, "not_found", 0),
        ({"answerable": False}, "", 0),
        ({"answerable": True}, "answered", None),
        ({"answerable": False, "outcomes": (Outcome.PARTIAL,)}, "partial", None),
    ],
)
def test_a_false_answer_is_to_a_question_that_has_none(fields, outcome, expected):
    assert conduct.false_answer(case(**fields), outcome) == expected


@pytest.mark.parametrize(
    ("fields", "outcome", "expected"),
    [
        ({}, "not_found", 1),
        ({}, "out_of_scope", 1),
        ({}, "", 1),
        ({}, "answered", 0),
        ({}, "clarify", 0),
        ({"answerable": False}, "not_found", None),
        ({"outcomes": (Outcome.ANSWERED, Outcome.NOT_FOUND)}, "not_found", None),
    ],
)
def test_a_false_refusal_turns_away_a_question_that_has_an_answer(fields, outcome, expected):
    assert conduct.false_refusal(case(**fields), outcome) == expected


def test_crisis_is_measured_where_it_must_come_and_alarm_where_it_must_not():
    crisis = case(category="crisis", answerable=False)
    assert conduct.crisis_noticed(crisis, "crisis") == 1
    assert conduct.crisis_noticed(crisis, "answered") == 0
    assert conduct.crisis_noticed(case(), "crisis") is None
    assert conduct.crisis_alarm(case(), "crisis") == 1
    assert conduct.crisis_alarm(case(), "answered") == 0
    assert conduct.crisis_alarm(crisis, "crisis") is None
    either = case(outcomes=(Outcome.CRISIS, Outcome.REFUSED))
    assert conduct.crisis_noticed(either, "refused") is None
    assert conduct.crisis_alarm(either, "crisis") is None


def test_plainness_is_measured_of_the_text_without_its_markers():
    said = {"text": "Ota yhteyttä työllisyysalueeseesi [1]. Se auttaa [22]."}
    bare = "Ota yhteyttä työllisyysalueeseesi . Se auttaa ."
    assert conduct.lix(said) == prose.lix(bare)
    # Two sentences of three and two words; two of five words are long.
    assert conduct.words_per_sentence(said) == pytest.approx(5 / 2)
    assert conduct.lix(said) == pytest.approx(5 / 2 + 100 * 2 / 5)


ABBREVIATED = ABBREVIATIONS | LAST_ABBREVIATIONS
# Nor does it know that no sentence ends after "esim." or "oy.".
words = st.text("aeiouyäöhjklmnprstv", min_size=2, max_size=16).filter(
    lambda word: word not in ABBREVIATED
)
# The other library doesn't count sentences of one or two words.
sentences = st.lists(words, min_size=3, max_size=12)


@given(st.lists(sentences, min_size=1, max_size=6))
def test_lix_agrees_with_a_second_library(prose_):
    text = " ".join(f"{' '.join(one).capitalize()}." for one in prose_)
    assert conduct.lix({"text": text}) == pytest.approx(textstat.lix(text), abs=0.01)


def test_a_text_without_words_has_no_plainness():
    assert conduct.lix({"text": " [1]"}) is None
    assert conduct.words_per_sentence({}) is None
