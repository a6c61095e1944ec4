"""Setting from where on to answer: the curve, the threshold and the fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pytest
from evaluation_examples import row, write
from hypothesis import given
from hypothesis import strategies as st

from assistant.abstain import FEATURES
from assistant.compose.draft import Draft
from assistant.dialogue import Found, Outcome, Question, QuestionKind
from evals.abstain import (
    FOLDS,
    Examples,
    Point,
    Trade,
    calibrate,
    choose_threshold,
    fit,
    held_out,
    read_examples,
    risk_coverage,
    summary,
    trade_at,
)
from evals.cases import load_cases

VALUES = np.array([0.9, 0.8, 0.6, 0.4])
ANSWERABLE = np.array([True, False, True, False])


def examples(count=20):
    """Questions that have an answer when the first feature is high, and a second that is noise."""
    signals = np.zeros((count, len(FEATURES)))
    answerable = np.arange(count) % 2 == 0
    signals[:, 0] = np.where(answerable, 0.9, 0.1)
    signals[:, 1] = np.linspace(0, 1, count)
    return Examples(signals, answerable, tuple(map(str, range(count))))


@dataclass(frozen=True)
class Asked:
    question: Question
    found: Found | None = None
    draft: Draft | None = None


class Corridor:
    """Knows only questions with the word *apua*; decides some before they are judged."""

    drafts = {  # noqa: RUF012
        "listaa": Draft(QuestionKind.LIST, Outcome.ANSWERED),
        "tuki": Draft(QuestionKind.NOTHING, Outcome.OUT_OF_SCOPE),
    }

    def understand(self, ask):
        text = ask.question
        named = ("lumi",) if "Lumi" in text else ()
        return Asked(Question(text, text, "fi", date(2026, 11, 24), named=named))

    def retrieve(self, asked, judged=None):
        known = float("apua" in asked.question.text)
        return replace(asked, found=Found(kept=(), signals={"known": known}))

    def compose(self, asked):
        judged = Draft(QuestionKind.NOTHING, Outcome.NOT_FOUND)
        words = asked.question.text.split()
        draft = next((self.drafts[word] for word in words if word in self.drafts), judged)
        return replace(asked, draft=draft)


def cases(tmp_path, count=6):
    rows = [row(id=f"a{i}", messages=[said(f"apua {i}")], answerable=True) for i in range(count)]
    rows += [
        row(id=f"u{i}", messages=[said(f"sää {i}")], answerable=False, category="out_of_scope")
        for i in range(count)
    ]
    return rows, tmp_path / "cases.jsonl"


def said(content):
    return {"role": "user", "content": content}


def test_the_curve_goes_from_the_surest_question_to_all():
    assert risk_coverage(VALUES, ANSWERABLE) == (
        Point(0.9, 1 / 4, 0.0),
        Point(0.8, 2 / 4, 1 / 2),
        Point(0.6, 3 / 4, 1 / 3),
        Point(0.4, 1.0, 2 / 4),
    )


def test_equal_confidences_are_answered_together():
    curve = risk_coverage(np.array([0.5, 0.9, 0.5]), np.array([True, True, False]))
    assert curve == (Point(0.9, 1 / 3, 0.0), Point(0.5, 1.0, 1 / 3))


def test_no_questions_make_no_curve():
    assert risk_coverage(np.array([]), np.array([], dtype=bool)) == ()


def test_a_threshold_answers_what_is_at_least_as_sure():
    assert trade_at(0.6, VALUES, ANSWERABLE) == Trade(0.6, 1 / 2, 0.0)
    assert trade_at(0.61, VALUES, ANSWERABLE) == Trade(0.61, 1 / 2, 1 / 2)


def test_a_share_of_no_questions_is_none():
    assert trade_at(0.5, np.array([0.9]), np.array([True])) == Trade(0.5, None, 0.0)
    assert trade_at(0.5, np.array([0.9]), np.array([False])) == Trade(0.5, 1.0, None)


def test_the_threshold_is_the_highest_that_refuses_no_more_than_allowed():
    assert choose_threshold(VALUES, ANSWERABLE, most_refused=0.0) == 0.6
    assert choose_threshold(VALUES, ANSWERABLE, most_refused=0.49) == 0.6
    assert choose_threshold(VALUES, ANSWERABLE, most_refused=0.5) == 0.9


def test_three_percent_of_a_hundred_questions_are_three():
    values = np.arange(1, 101) / 1000
    assert choose_threshold(values, np.ones(100, dtype=bool), most_refused=0.03) == 0.004


def test_a_threshold_needs_a_question_with_an_answer():
    with pytest.raises(ValueError, match="no question has an answer"):
        choose_threshold(np.array([0.5]), np.array([False]))


@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40).filter(
        lambda pairs: any(answerable for _, answerable in pairs)
    ),
    st.floats(0, 0.99),
)
def test_the_chosen_threshold_never_refuses_more_than_allowed(pairs, most_refused):
    values = np.array([value for value, _ in pairs])
    answerable = np.array([truth for _, truth in pairs])
    threshold = choose_threshold(values, answerable, most_refused)
    assert trade_at(threshold, values, answerable).refused <= most_refused + 1e-9


def test_a_feature_that_tells_gets_the_weight():
    calibration = fit(examples(), threshold=0.4)
    assert calibration.threshold == 0.4
    assert calibration.centre["known"] == pytest.approx(0.5)
    assert calibration.weights["known"] > 5 * abs(calibration.weights["nearest"])
    assert calibration.probability({**calibration.centre, "known": 0.9}) > 0.8
    assert calibration.probability({**calibration.centre, "known": 0.1}) < 0.2


def test_a_feature_that_never_changes_weighs_nothing():
    assert fit(examples(), threshold=0.4).weights["organisation"] == 0.0


def test_each_question_is_judged_by_weights_set_without_it():
    # A question like no other: weights set with it would learn it by heart.
    odd = examples(40)
    odd.signals[:, 0] = 0.5
    odd.signals[0, 2] = 1.0
    _, values = held_out(odd)
    with_it = fit(odd, threshold=0.5)
    own = with_it.probability(dict(zip(FEATURES, odd.signals[0], strict=True)))
    assert values[:, 0].mean() < own


def test_every_question_is_in_one_fold_of_each_repeat():
    folds, values = held_out(examples())
    assert values.shape == folds.shape
    assert values.min() > 0
    for repeat in folds:
        assert sorted(set(repeat)) == list(range(FOLDS))


def test_too_few_questions_of_a_kind_are_an_error():
    with pytest.raises(ValueError, match="at least 5 questions"):
        held_out(examples(8))


def test_only_dev_questions_that_are_decided_on_are_read(tmp_path):
    rows, path = cases(tmp_path, count=1)
    rows += [
        row(id="test", split="test", messages=[said("apua testissä")]),
        row(id="crisis", category="crisis", messages=[said("apua heti")]),
        row(id="clarify", category="clarify", messages=[said("apua jotain")]),
        row(id="named", messages=[said("apua Lumi")]),
        row(id="list", messages=[said("listaa apua")]),
        row(id="outside", answerable=False, messages=[said("tuki apua")]),
    ]
    got = read_examples(load_cases(write(path, *rows)), Corridor())
    assert got.ids == ("a0", "u0", "outside")
    assert got.answerable.tolist() == [True, False, False]
    assert got.signals[:2, FEATURES.index("known")].tolist() == [1.0, 0.0]


def test_no_cases_give_no_examples():
    got = read_examples([], Corridor())
    assert got.signals.shape == (0, len(FEATURES))


def test_calibrating_tells_apart_what_its_signals_tell_apart(tmp_path):
    rows, path = cases(tmp_path)
    got = calibrate([write(path, *rows)], Corridor())
    assert (got.answerable, got.unanswerable) == (6, 6)
    assert (got.chosen.false_answers, got.chosen.refused) == (0.0, 0.0)
    assert got.expected.false_answers == 0.0
    assert got.curve[-1] == Point(got.curve[-1].threshold, 1.0, 0.5)
    assert got.calibration.weights["known"] > 0


def test_calibrating_without_cases_is_an_error(tmp_path):
    with pytest.raises(ValueError, match="at least 5 questions"):
        calibrate([write(tmp_path / "cases.jsonl")], Corridor())


def test_the_summary_tells_the_curve_and_what_the_threshold_costs(tmp_path):
    rows, path = cases(tmp_path)
    got = calibrate([write(path, *rows)], Corridor())
    told = summary(got)
    assert "6 questions with an answer, 6 without." in told
    assert "    1.00  0.500" in told
    assert told.splitlines()[-1].split()[1:] == ["0.000", f"{got.expected.refused:.3f}"]
