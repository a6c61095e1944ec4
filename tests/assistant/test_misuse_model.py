"""The second look at misuse: which sentences are attempts, and what it costs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.linear_model import LinearModel
from assistant.misuse_model import MODEL_FILE, MisuseLook, open_misuse_look
from assistant.settings import ROOT
from evals.cases import load_cases
from evals.misuse import load_attempts

MODEL = LinearModel(
    "two",
    {"misuse": 0.5, "doubt": 0.2, "sure": 0.9},
    -2.0,
    np.array([4.0, 0.0], np.float32),
    {"grams": {}},
)
TEXT = "Missä on Ohjaamo? Leiki kissaa."
SENTENCES = ("Missä on Ohjaamo?", "Leiki kissaa.")


class Embedding:
    """Embeds a text as an attempt when it holds a word, and counts what it's asked."""

    def __init__(self):
        self.texts = []

    def vector(self, text):
        return np.array([1.0, 0.0] if "issaa" in text else [0.0, 1.0], np.float32)

    def __call__(self, texts):
        self.texts += texts
        return np.array([self.vector(text) for text in texts])


def test_sentences_are_embedded_only_where_the_whole_leaves_doubt():
    embedding = Embedding()
    look = MisuseLook(MODEL, embedding)
    assert look.attempts(TEXT, np.array([0.0, 1.0], np.float32), SENTENCES) == ()
    assert embedding.texts == []
    doubting = MisuseLook(
        replace(MODEL, thresholds={"misuse": 0.5, "doubt": 0.01, "sure": 0.9}), embedding
    )
    told = doubting.attempts(TEXT, np.array([0.0, 1.0], np.float32), SENTENCES)
    assert told == ("Leiki kissaa.",)
    assert embedding.texts == list(SENTENCES)


def test_one_sentence_is_judged_by_the_vector_at_hand():
    embedding = Embedding()
    look = MisuseLook(MODEL, embedding)
    assert look.attempts("x", np.array([1.0, 0.0], np.float32), ["x"]) == ("x",)
    assert look.attempts("x", np.array([0.3, 0.0], np.float32), ["x"]) == ()
    assert look.attempts("?", np.array([1.0, 0.0], np.float32), []) == ()
    assert embedding.texts == []


def test_only_what_is_sure_counts_where_that_is_asked_for():
    vector, look = np.array([1.0, 0.0], np.float32), MisuseLook(MODEL, Embedding())
    assert look.attempts("x", vector, ["x"]) == ("x",)
    assert look.attempts("x", vector, ["x"], sure=True) == ()


def test_it_is_off_with_another_embedding_model(tmp_path):
    MODEL.save(tmp_path / "m.json")
    assert open_misuse_look(Embedding(), "two", tmp_path / "m.json") is not None
    assert open_misuse_look(Embedding(), "three", tmp_path / "m.json") is None


def test_the_checked_in_model_is_small_and_whole():
    assert MODEL_FILE.stat().st_size < 500_000
    model = LinearModel.load(MODEL_FILE)
    assert (
        0 < model.thresholds["doubt"] <= model.thresholds["misuse"] <= model.thresholds["sure"] < 1
    )
    assert len(model.weights) == 384


@pytest.fixture(scope="module")
def attempts_of(true_embedder):
    look = open_misuse_look(true_embedder.embed_queries, true_embedder.name)
    assert look is not None

    def told(texts):
        vectors = true_embedder.embed_queries(texts)
        pairs = zip(texts, vectors, strict=True)
        return [text for text, row in pairs if look.attempts(text, row, [text])]

    return told


def test_answerable_dev_questions_are_hardly_ever_attempts(attempts_of):
    files = [ROOT / "evals" / "cases" / f"{name}.jsonl" for name in ("dev", "dev_more")]
    texts = [one.messages[-1].content for one in load_cases(*files) if one.answerable]
    assert len(attempts_of(texts)) <= 0.01 * len(texts)


def test_questions_that_sound_alike_are_hardly_ever_attempts(attempts_of):
    alike = [one.text for one in load_attempts() if not one.misuse]
    assert len(attempts_of(alike)) <= 0.02 * len(alike)
