"""The second look at distress: what it finds, what it offers, what it costs, and when it's off."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.distress_model import (
    CALM,
    MODEL_FILE,
    SAID,
    SecondLook,
    open_second_look,
    said_by_rules,
)
from assistant.finnish import open_analyser
from assistant.linear_model import LinearModel
from assistant.safety import DistressDetector
from evals.cases import load_cases
from evals.crisis import load_crisis
from evals.distress import CRISIS_FILE

CASES = CRISIS_FILE.parent
LIMITS = {"certain": 0.05, "hint": 0.3, "worry": 0.7, "silent": 0.5, "offer": 0.2, "doubt": 0.15}
MODEL = LinearModel("two", LIMITS, -2.0, np.array([4.0, 0.0], np.float32), {"signs": {}})
DETECTOR = DistressDetector(open_analyser())


class Embedding:
    """Embeds a text as distressing when it holds a word, and counts what it's asked."""

    def __init__(self, word="mustaa"):
        self.word, self.texts = word, []

    def vector(self, text):
        return np.array([1.0, 0.0] if self.word in text else [0.0, 1.0], np.float32)

    def __call__(self, texts):
        self.texts += texts
        return np.array([self.vector(text) for text in texts])


def test_one_sentence_is_judged_by_the_vector_at_hand():
    embedding = Embedding()
    look = SecondLook(MODEL, DETECTOR, embedding)
    text = "kaikki on niin mustaa"
    judged = look.judge(text, embedding.vector(text))
    assert (judged.distressed, judged.offered, judged.told) == (True, False, text)
    assert not look.judge("kaikki on niin kivaa", embedding.vector("")).distressed
    assert embedding.texts == []


def test_what_is_between_the_thresholds_is_offered_help():
    look = SecondLook(MODEL, DETECTOR, Embedding())
    judged = look.judge("kaikki on niin harmaata", np.array([0.3, 0.0], np.float32))
    assert (judged.distressed, judged.offered) == (False, True)


@pytest.mark.parametrize(("said", "distressed"), [("certain", True), ("hint", False)])
def test_what_the_rules_said_lowers_the_threshold_and_is_offered_help_at_least(said, distressed):
    look = SecondLook(MODEL, DETECTOR, Embedding())
    judged = look.judge("kaikki on niin kivaa", np.array([0.0, 1.0], np.float32), said)
    assert judged.distressed is distressed
    assert judged.offered is not distressed


def test_sentences_are_embedded_only_where_the_whole_leaves_doubt():
    text = "Missä on Ohjaamo? Kaikki on niin mustaa."
    embedding = Embedding()
    certain = SecondLook(MODEL, DETECTOR, embedding)
    assert not certain.judge(text, np.array([0.0, 1.0], np.float32)).distressed
    assert embedding.texts == []
    model = replace(MODEL, thresholds={**LIMITS, "doubt": 0.01})
    doubting = SecondLook(model, DETECTOR, embedding)
    judged = doubting.judge(text, np.array([0.0, 1.0], np.float32))
    assert (judged.distressed, judged.told) == (True, "Kaikki on niin mustaa.")
    assert embedding.texts == ["Missä on Ohjaamo?", "Kaikki on niin mustaa."]


def test_what_a_rule_found_is_judged_apart_from_the_question_around_it():
    embedding = Embedding("kuolla")
    look = SecondLook(MODEL, DETECTOR, embedding)
    judged = look.judge("Haluan kuolla, missä on Ohjaamo", np.array([0.0, 1.0]), "hint")
    assert judged.distressed
    assert embedding.texts == ["Haluan kuolla.", "missä on Ohjaamo"]


def test_danger_is_told_from_the_wish_to_die():
    look = SecondLook(MODEL, DETECTOR, Embedding())
    for text, kind in (("mies hakkaa mua", "danger"), ("haluan kuolla", "self_harm")):
        assert look.judge(text, np.array([1.0, 0.0], np.float32)).kind == kind


@pytest.mark.parametrize("text", ["", "  ", "?!", "123"])
def test_nothing_said_is_no_distress(text):
    assert SecondLook(MODEL, DETECTOR, Embedding()).judge(text, np.ones(2)) == CALM


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("haluan kuolla", "certain"),
        ("kaikilla ois parempi ilman mua", "hint"),
        ("ystäväni puhuu itsemurhasta", "worry"),
        ("Mistä saa apua työnhakuun?", "silent"),
    ],
)
def test_what_the_rules_said_is_named(text, said):
    assert said_by_rules(DETECTOR.find(text), DETECTOR.worry_for_other(text)) == said


def test_second_look_is_off_with_another_embedding_model(tmp_path):
    MODEL.save(tmp_path / "m.json")
    path = tmp_path / "m.json"
    assert open_second_look(DETECTOR, Embedding(), "two", path) is not None
    assert open_second_look(DETECTOR, Embedding(), "three", path) is None


def test_shipped_model_is_small_and_whole():
    assert MODEL_FILE.stat().st_size < 1_200_000
    model = LinearModel.load(MODEL_FILE)
    assert set(model.thresholds) == {*SAID, "offer", "doubt"}
    assert model.thresholds["doubt"] <= model.thresholds["offer"] <= model.thresholds["silent"]
    assert len(model.weights) == 384


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
    alarms, offers, costly = [], 0, 0
    for text, vector in zip(texts, true_embedder.embed_queries(texts), strict=True):
        more.clear()
        judged = look.judge(text, vector)
        alarms += [text] if judged.distressed else []
        offers += judged.offered
        costly += bool(more)
    assert alarms == []
    assert offers <= 0.03 * len(texts)
    assert costly <= 0.1 * len(texts)


def test_nearly_every_crisis_of_the_dev_half_is_found_and_none_is_left_without_contacts(
    counted, true_embedder
):
    detector, look, _ = counted
    phrases = [one for one in load_crisis(CRISIS_FILE) if one.split == "dev"]
    vectors = true_embedder.embed_queries([one.text for one in phrases])
    judged = []
    for phrase, row in zip(phrases, vectors, strict=True):
        said = said_by_rules(detector.find(phrase.text), detector.worry_for_other(phrase.text))
        judged.append((phrase, look.judge(phrase.text, row, said)))
    crises = [one for phrase, one in judged if phrase.crisis]
    assert sum(one.distressed for one in crises) >= 0.96 * len(crises)
    assert all(one.distressed or one.offered for one in crises)
    assert [phrase.text for phrase, one in judged if one.distressed and not phrase.crisis] == []
