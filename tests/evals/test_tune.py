from __future__ import annotations

import json

import numpy as np
import pytest
from evaluation_examples import row

from assistant.dialogue import Found, Hit, Question
from assistant.weights import SIGNALS, Weights
from evals.tune import PENALTY, Examples, as_weights, fit, learnt_from, ranks, tune

HALF = len(SIGNALS)
LEXICAL, ENDED = SIGNALS.index("lexical"), SIGNALS.index("ended")


def examples(evidence, relevant, real=None, weight=None):
    evidence = np.asarray(evidence, dtype=float)
    relevant = np.asarray(relevant, dtype=bool)
    real = np.ones_like(relevant) if real is None else np.asarray(real, dtype=bool)
    weight = np.ones(len(relevant)) if weight is None else np.asarray(weight, dtype=float)
    return Examples(evidence, relevant, real, weight)


def one_signal(values, signal=LEXICAL):
    """Hits, each with a value of one signal."""
    evidence = np.zeros((len(values), 2 * HALF))
    evidence[:, signal] = values
    return evidence


def test_a_signal_that_tells_the_relevant_apart_gets_weight_by_its_sign():
    made = examples(
        [one_signal([1.0, 0.0]), one_signal([0.0, 1.0])], [[True, False], [False, True]]
    )
    values = fit(made)
    assert values[LEXICAL] > 0.5
    assert np.delete(values, LEXICAL) == pytest.approx(np.zeros(2 * HALF - 1), abs=1e-4)
    against = examples([one_signal([1.0, 0.0])], [[False, True]])
    assert fit(against)[LEXICAL] < -0.5


def test_a_signal_that_tells_nothing_gets_none():
    made = examples(
        [one_signal([1.0, 0.0]), one_signal([1.0, 0.0])], [[True, False], [False, True]]
    )
    assert fit(made)[LEXICAL] == pytest.approx(0.0, abs=1e-4)


def test_a_question_that_counts_more_decides():
    made = examples(
        [one_signal([1.0, 0.0]), one_signal([1.0, 0.0])],
        [[True, False], [False, True]],
        weight=[3.0, 1.0],
    )
    assert fit(made)[LEXICAL] > 0.1


def test_what_lengthens_a_list_has_no_part_in_it():
    short = examples([one_signal([1.0, 0.0])], [[True, False]])
    long = examples(
        [one_signal([1.0, 0.0, 9.0])], [[True, False, False]], real=[[True, True, False]]
    )
    assert fit(long) == pytest.approx(fit(short), abs=1e-4)
    values = np.zeros(2 * HALF)
    values[LEXICAL] = 1.0
    assert ranks(values, long).tolist() == [1]


def test_the_slope_is_that_of_the_loss():
    """The fit is where the gradient by differences is zero, so its own gradient is right."""
    chance = np.random.default_rng(5)
    made = examples(chance.normal(size=(6, 4, 2 * HALF)), chance.random((6, 4)) < 0.5)
    made.relevant[:, 0] = True
    best = fit(made)

    def loss(values):
        scores = np.where(made.real, made.evidence @ values, -np.inf)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        share = np.where(made.relevant, odds, 0).sum(axis=1) / odds.sum(axis=1)
        return (
            -(made.weight * np.log(share)).sum() / made.weight.sum() + PENALTY * (values**2).sum()
        )

    for at in range(0, 2 * HALF, 7):
        step = np.zeros(2 * HALF)
        step[at] = 1e-2
        assert loss(best + step) >= loss(best) <= loss(best - step)


def test_the_rank_is_that_of_the_best_relevant_hit():
    values = np.zeros(2 * HALF)
    values[LEXICAL] = 1.0
    made = examples(
        [one_signal([0.1, 0.9, 0.5]), one_signal([0.9, 0.1, 0.5]), one_signal([0.5, 0.5, 0.5])],
        [[True, False, False], [True, True, False], [True, False, False]],
    )
    assert ranks(values, made).tolist() == [3, 1, 1]


def test_values_become_the_weights_by_name():
    values = np.arange(2.0 * HALF)
    weights = as_weights(values)
    assert weights.always[SIGNALS[0]] == 0.0
    assert weights.always[SIGNALS[-1]] == HALF - 1
    assert weights.helping[SIGNALS[0]] == HALF
    assert weights.for_question(0.5)[1] == 1 + 0.5 * (HALF + 1)


class Searcher:
    """Finds the relevant service by one signal, and the wrong ones by another."""

    def __init__(self, corpus):
        self._corpus = corpus
        self.asked = []

    def evidence(self, ask, judged=None):
        self.asked.append(ask.question)
        hits = []
        for service in self._corpus.services:
            passages = tuple(self._corpus.passage_by_id[one] for one in service.passage_ids)
            right = service.id in ask.question
            evidence = {"lexical": 1.0} if right else {"dense": 1.0}
            hits.append(Hit(passages, 1.0, service.id, evidence=evidence))
        return Question(ask.question, ask.question, "fi", ask.as_of, help=0.5), Found(tuple(hits))


@pytest.fixture
def cases(tmp_path):
    """Two dev cases that the tiny corpus answers, one of the test split, one without an answer."""

    def path(*rows):
        file = tmp_path / "cases.jsonl"
        file.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
        return file

    def question(text):
        return [{"role": "user", "content": text}]

    quoted = {"gold_quotes": ["Kalajoen kaupungin hanke."], "nuggets": []}
    return path(
        row(id="a", messages=question("milloin kirppu loppuu"), **quoted),
        row(id="b", messages=question("kirppu ja sen loppu"), **quoted),
        row(id="t", split="test", messages=question("kirppu pois"), **quoted),
        row(id="n", messages=question("kirppu ei tiedä"), gold_quotes=[], answerable=False,
            nuggets=[], category="not_found"),
    )  # fmt: skip


def test_tuning_learns_from_dev_cases(tiny_assistant, cases):
    corpus, told = tiny_assistant.corpus, []
    tuned = tune([cases], Searcher(corpus), corpus, told.append)
    assert tuned.cases == 2
    assert tuned.success == tuned.held_out == (1.0, 1.0)
    assert tuned.apart is None
    assert tuned.weights.always["lexical"] > 0 > tuned.weights.always["dense"]
    assert len(told) == 1


def test_cases_written_apart_from_the_lines_count_more_and_are_told_apart(
    tiny_assistant, cases, monkeypatch
):
    monkeypatch.setattr("evals.tune.APART", {cases.stem: 3.0})
    searcher, corpus = Searcher(tiny_assistant.corpus), tiny_assistant.corpus
    assert learnt_from([cases], searcher, corpus, lambda _: None).weight.tolist() == [3.0, 3.0]
    assert tune([cases], searcher, corpus, lambda _: None).apart == (1.0, 1.0)


def test_no_question_of_the_test_split_is_asked(tiny_assistant, cases):
    searcher = Searcher(tiny_assistant.corpus)
    tune([cases], searcher, tiny_assistant.corpus, lambda _: None)
    assert searcher.asked
    assert "kirppu pois" not in searcher.asked


def test_without_a_case_that_can_be_found_tuning_says_so(tiny_assistant, tmp_path):
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="no dev case"):
        tune([tmp_path / "none.jsonl"], Searcher(tiny_assistant.corpus), tiny_assistant.corpus)


def test_the_checked_in_weights_rank_what_is_asked_for_first(tiny_assistant):
    """A hit that is named, near and fits goes before one that only resembles the question."""
    weights = dict(zip(SIGNALS, Weights.load().for_question(1.0).tolist(), strict=True))
    right = {"named": 1.0, "place": 1.0, "topic": 1.0, "dense": 0.5}
    wrong = {"dense": 0.6, "elsewhere": -1.0, "ended": -1.0}
    scores = [sum(weights[n] * v for n, v in hit.items()) for hit in (right, wrong)]
    assert scores[0] > scores[1]
