"""Learning from judged questions which records answer, and keeping apart what is measured on."""

from __future__ import annotations

import json

import numpy as np
import pytest
from evaluation_examples import row

from evals.judged import FOLDS, fit, samples_for, train_judged, unseen_models


def said(text):
    return [{"role": "user", "content": text}]


@pytest.fixture
def cases(tmp_path):
    """Dev cases that one service of the tiny corpus answers; a test case, and one unanswerable."""
    quoted = {"gold_quotes": ["Kalajoen kaupungin hanke."], "nuggets": []}
    words = ("aamupala", "bussi", "c-vitamiini", "dosentti", "elokuva", "fagotti", "golf", "hanhi",
             "ilmapallo", "jojo")  # fmt: skip
    rows = [row(id=word, messages=said(f"{word} nyt heti"), **quoted) for word in words]
    rows.append(row(id="t", split="test", messages=said("kukko"), **quoted))
    rows.append(row(id="n", messages=said("lampi"), gold_quotes=[], answerable=False, nuggets=[],
                    category="not_found"))  # fmt: skip
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return file


@pytest.fixture
def samples(tiny_assistant, cases):
    embed = tiny_assistant._embedder.embed_queries
    return samples_for([cases], tiny_assistant, tiny_assistant.corpus, embed)


def test_dev_cases_with_an_answer_are_judged_questions(samples):
    assert len(samples.judged) == 10
    assert {question.records for question in samples.judged} == {("kirppu",)}
    assert not {"t", "n"} & {question.case_id for question in samples.judged}


def test_a_judged_question_makes_its_record_likelier(tiny_assistant, samples):
    vector = samples.vectors[0]
    without = dict(fit(samples, np.zeros(10, np.bool_)).likeliest(vector, 99))
    learned = dict(fit(samples).likeliest(vector, 99))
    assert learned["kirppu"] > without["kirppu"]


def test_every_record_that_lines_lead_to_is_known(tiny_assistant, samples):
    lines = {one.id for one in tiny_assistant.corpus.services if one.asked_as}
    assert lines
    assert lines <= set(fit(samples).names)


def test_a_case_is_looked_at_by_a_model_that_has_not_learned_from_it(samples):
    unseen = unseen_models(samples)
    assert set(unseen) == {question.case_id for question in samples.judged}
    fold = samples.folds[0]
    expected = fit(samples, samples.folds != fold)
    got = unseen[samples.judged[0].case_id]
    np.testing.assert_allclose(got.weights, expected.weights)
    assert len({id(model) for model in unseen.values()}) <= FOLDS


def test_training_tells_what_folds_held_out_give(samples):
    trained = train_judged(samples, "hash")
    assert trained.model.embedding_model == "hash"
    assert trained.judged == 10
    assert 0.0 <= trained.held_out[0] <= trained.held_out[1] <= 1.0


def test_without_an_answer_there_is_nothing_to_learn(tiny_assistant, tmp_path):
    file = tmp_path / "none.jsonl"
    file.write_text("", encoding="utf-8")
    embed = tiny_assistant._embedder.embed_queries
    with pytest.raises(ValueError, match="no dev case"):
        samples_for([file], tiny_assistant, tiny_assistant.corpus, embed)
