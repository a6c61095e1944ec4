"""The second look at distress: what it finds, what it costs, and when it's off."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

import numpy as np
import pytest

from assistant.distress_model import (
    MODEL_FILE,
    DistressModel,
    SecondLook,
    open_second_look,
    probability_of,
)
from assistant.finnish import open_analyser
from assistant.safety import DistressDetector
from evals.cases import load_cases
from evals.crisis import load_crisis
from evals.distress import CRISIS_FILE

CASES = CRISIS_FILE.parent
MODEL = DistressModel(
    embedding_model="two",
    threshold=0.5,
    doubt=0.2,
    bias=-2.0,
    weights=np.array([4.0, 0.0], np.float32),
    signs={"DIE": 3.0, "WORK": -1.0},
)
DETECTOR = DistressDetector(open_analyser())


class Embedding:
    """Embeds a text as distressing when it holds a word, and counts what it's asked."""

    def __init__(self, word):
        self.word, self.texts = word, []

    def vector(self, text):
        return np.array([1.0, 0.0] if self.word in text else [0.0, 1.0], np.float32)

    def __call__(self, texts):
        self.texts += texts
        return np.array([self.vector(text) for text in texts])


def test_probability_weighs_the_embedding_and_signs_of_unit_length():
    assert MODEL.probability(np.array([0.0, 1.0]), ()) == pytest.approx(probability_of(-2))
    both = MODEL.probability(np.array([1.0, 0.0]), {"DIE", "WORK", "UNKNOWN"})
    assert both == pytest.approx(probability_of(-2 + 4 + 2 / 2**0.5))


def test_one_sentence_is_judged_by_the_vector_at_hand():
    embedding = Embedding("musta")
    look = SecondLook(MODEL, DETECTOR, embedding)
    text = "kaikki on niin mustaa"
    assert look.distressed(text, embedding.vector(text)) == text
    assert look.distressed("kaikki on niin kivaa", embedding.vector("")) is None
    assert embedding.texts == []


def test_sentences_are_embedded_only_where_the_whole_leaves_doubt():
    text = "Missä on Ohjaamo? Kaikki on niin mustaa."
    embedding = Embedding("mustaa")
    certain = SecondLook(MODEL, DETECTOR, embedding)
    assert certain.distressed(text, np.array([0.0, 1.0], np.float32)) is None
    assert embedding.texts == []
    doubting = SecondLook(replace(MODEL, doubt=0.01), DETECTOR, embedding)
    assert doubting.distressed(text, np.array([0.0, 1.0], np.float32)) == "Kaikki on niin mustaa."
    assert embedding.texts == ["Missä on Ohjaamo?", "Kaikki on niin mustaa."]


@pytest.mark.parametrize("text", ["", "  ", "?!", "123"])
def test_nothing_said_is_no_distress(text):
    assert SecondLook(MODEL, DETECTOR, Embedding("x")).distressed(text, np.ones(2)) is None


def test_saved_model_decides_the_same(tmp_path):
    MODEL.save(tmp_path / "model.json")
    loaded = DistressModel.load(tmp_path / "model.json")
    vector = np.array([0.6, 0.8], np.float32)
    assert loaded.probability(vector, {"DIE"}) == MODEL.probability(vector, {"DIE"})
    assert (loaded.threshold, loaded.embedding_model) == (0.5, "two")


def test_second_look_is_off_with_another_embedding_model(tmp_path, caplog):
    MODEL.save(tmp_path / "model.json")
    opened = [
        open_second_look(DETECTOR, Embedding("x"), name, tmp_path / "model.json")
        for name in ("two", "three")
    ]
    assert opened[0] is not None
    assert opened[1] is None
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "two" in caplog.text
    assert "three" in caplog.text


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"weights": [1], "colour": 2}'])
def test_second_look_is_off_with_a_torn_file(tmp_path, caplog, content):
    path = tmp_path / "model.json"
    path.write_text(content, encoding="utf-8")
    assert open_second_look(DETECTOR, Embedding("x"), "two", path) is None
    assert str(path) in caplog.text


def test_shipped_model_is_small_and_whole():
    assert MODEL_FILE.stat().st_size < 40_000
    told = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    assert 0 < told["doubt"] <= told["threshold"] < 1
    assert len(told["weights"]) == 384


@pytest.fixture(scope="module")
def counted(true_embedder, true_analyser):
    """The shipped second look, with the texts that it had embedded beyond the questions."""
    more = []

    def embed(texts):
        more.extend(texts)
        return true_embedder.embed_queries(texts)

    detector = DistressDetector(true_analyser)
    look = open_second_look(detector, embed, true_embedder.name)
    assert look is not None
    return detector, look, more


def test_ordinary_questions_raise_no_alarm_and_seldom_cost_more(counted, true_embedder):
    _, look, more = counted
    cases = load_cases(CASES / "dev.jsonl")
    texts = [case.messages[-1].content for case in cases if case.category != "crisis"]
    alarms, costly = [], 0
    for text, vector in zip(texts, true_embedder.embed_queries(texts), strict=True):
        more.clear()
        alarms += [text] if look.distressed(text, vector) else []
        costly += bool(more)
    assert alarms == []
    assert costly <= 0.1 * len(texts)


def test_second_look_with_the_rules_finds_nearly_every_crisis_of_the_dev_half(
    counted, true_embedder
):
    detector, look, _ = counted
    phrases = [one for one in load_crisis(CRISIS_FILE) if one.split == "dev"]
    vectors = true_embedder.embed_queries([one.text for one in phrases])
    second = [look.distressed(one.text, row) for one, row in zip(phrases, vectors, strict=True)]
    told = [phrase for phrase, said in zip(phrases, second, strict=True) if phrase.crisis and said]
    crises = [phrase for phrase in phrases if phrase.crisis]
    assert len(told) >= 0.75 * len(crises)
    either = [
        said is not None or detector.find(phrase.text) is not None
        for phrase, said in zip(phrases, second, strict=True)
        if phrase.crisis
    ]
    assert sum(either) >= 0.98 * len(crises)
    assert [p.text for p, said in zip(phrases, second, strict=True) if said and not p.crisis] == []
