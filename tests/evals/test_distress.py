"""The training of the second look at distress."""

from __future__ import annotations

import numpy as np
import pytest
from evaluation_examples import write

from assistant.errors import TienviittaError
from assistant.finnish import open_analyser
from assistant.safety import DistressDetector
from evals.cases import load_cases
from evals.crisis import load_crisis
from evals.distress import (
    CRISIS_FILE,
    FOLDS,
    TRAINING_FILE,
    DistressPhrase,
    load_distress,
    ordinary_questions,
    samples_of,
    summary,
    train,
)
from evals.distress_limits import HARD_ALARMS
from evals.jsonl import CaseError

DETECTOR = DistressDetector(open_analyser())
PHRASES = load_distress(TRAINING_FILE)
LANGUAGES = {"fi", "sv", "en", "ru", "uk"}


def row(**fields):
    base = {"id": "p1", "text": "haluan kuolla", "lang": "fi", "distress": True}
    return {**base, "kind": "self_harm", **fields}


def phrase(number, distress):
    kind = "despair" if distress else "leaving"
    words = ("omena", "pöytä", "kirves", "lintu", "saapas", "juusto", "lampi", "vasara")
    word = words[number % len(words)] * (1 + number // len(words))
    text = f"pimeää {word}" if distress else f"jätän {word}"
    return DistressPhrase(f"p{number}{distress}", text, "fi", distress, kind)


def embed(texts):
    return np.array([[1.0, 0.0] if "pimeää" in text else [0.0, 1.0] for text in texts], np.float32)


def test_reads_a_phrase(tmp_path):
    (read,) = load_distress(write(tmp_path / "d.jsonl", row(rules="right")))
    assert read == DistressPhrase("p1", "haluan kuolla", "fi", True, "self_harm", "right")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "leaving"}, "'kind' is 'leaving'"),
        ({"distress": False}, "'kind' is 'self_harm'"),
        ({"rules": "good"}, "'rules' is 'good'"),
        ({"colour": 1}, "unknown field 'colour'"),
    ],
)
def test_names_file_line_and_field_of_what_does_not_hold(tmp_path, fields, message):
    path = write(tmp_path / "d.jsonl", row(**fields))
    with pytest.raises(CaseError) as caught:
        load_distress(path)
    assert str(caught.value).startswith(f"{path}:1: ")
    assert message in str(caught.value)


def test_shipped_phrases_are_many_varied_and_none_twice():
    texts = [" ".join(one.text.casefold().split()) for one in PHRASES]
    assert len(set(texts)) == len(texts) >= 900
    for distress in (True, False):
        assert {p.lang for p in PHRASES if p.distress is distress} == LANGUAGES
        assert sum(p.distress is distress and p.rules == "unseen" for p in PHRASES) >= 200


def test_what_the_assistant_is_measured_on_is_not_learned_from():
    crisis = [one.text for one in load_crisis(CRISIS_FILE)]
    samples = samples_of(PHRASES, ["Missä on Ohjaamo?"], crisis)
    plain = {text.casefold().strip(" .!?") for text in crisis}
    assert [one.text for one in samples if one.text.casefold().strip(" .!?") in plain] == []
    cases = load_cases(CRISIS_FILE.parent / "dev.jsonl", CRISIS_FILE.parent / "test.jsonl")
    assert not {case.messages[-1].content for case in cases} & {one.text for one in PHRASES}


def test_samples_are_the_same_each_time_and_a_phrase_within_a_question_shares_its_fold():
    phrases = [phrase(number, distress) for number in range(20) for distress in (True, False)]
    samples = samples_of(phrases, ["Missä on Ohjaamo?", "Kuka neuvoo?"])
    assert samples == samples_of(phrases, ["Missä on Ohjaamo?", "Kuka neuvoo?"])
    folds = {one.text: one.fold for one in samples if one.group == "told"}
    joined = [one for one in samples if one.group == "joined"]
    assert joined
    for one in joined:
        assert one.fold in {fold for text, fold in folds.items() if text in one.text}


def test_ordinary_questions_are_not_those_of_people_in_distress(true_corpus):
    ordinary = set(ordinary_questions(true_corpus))
    assert len(ordinary) >= 300
    assert ordinary.isdisjoint(true_corpus.service_by_id["hatanumero-112"].asked_as)


def test_training_tells_apart_what_the_embedding_tells_apart_on_folds_held_out():
    phrases = [phrase(number, distress) for number in range(60) for distress in (True, False)]
    trained = train(samples_of(phrases, ["Missä on Ohjaamo?"] * 20), DETECTOR, embed, "two")
    assert trained.rates["distress"][1].share == 1
    assert trained.rates["near misses"][1].share == 0
    assert trained.model.embedding_model == "two"
    assert trained.model.weights[0] > 0 > trained.model.weights[1]
    limits = trained.model.thresholds
    assert limits["doubt"] <= limits["silent"]
    assert "near misses" in summary(trained)


@pytest.mark.parametrize("group", ["told", "ordinary"])
def test_training_needs_phrases_of_both_labels_and_ordinary_questions(group):
    phrases = [phrase(number, number % 2 == 0) for number in range(4 * FOLDS)]
    samples = [
        one
        for one in samples_of(phrases, ["Missä?", "Kuka?", "Mikä?", "Milloin?", "Mihin?"])
        if one.group == group
    ]
    with pytest.raises(TienviittaError, match="ordinary questions"):
        train(samples, DETECTOR, embed, "two")


def test_second_look_adds_recall_at_few_false_alarms_on_folds_held_out(true_embedder, true_corpus):
    some = [one for one in PHRASES if one.rules == "unseen" and one.kind != "embedded"][::2]
    questions = ordinary_questions(true_corpus)[:40]
    samples = [one for one in samples_of(some, questions) if one.group != "joined"]
    trained = train(samples, DETECTOR, true_embedder.embed_queries, true_embedder.name)
    distress, calm = trained.rates["distress"], trained.rates["near misses"]
    assert calm[1].share <= HARD_ALARMS + 0.005
    assert distress[1].told > distress[0].told or calm[1].told < calm[0].told
    assert distress[2].told > 1.05 * distress[0].told
