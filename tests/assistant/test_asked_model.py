"""Telling which particular of a service a question asks, and when no model can tell."""

from __future__ import annotations

import json

import numpy as np
import pytest

from assistant import asked_model
from assistant.asked_model import OTHER, AskedModel, asked_in, asked_signal, second_part
from assistant.errors import TienviittaError

UP = np.array([1.0, 0.0], np.float32)
DOWN = np.array([0.0, 1.0], np.float32)
MODEL = AskedModel(
    embedding_model="two",
    labels=(OTHER, "wait"),
    threshold=0.6,
    bias=np.zeros(2, np.float32),
    weights=np.array([[2.0, 0.0], [0.0, 2.0]], np.float32),
    pieces={"jon": 0},
    rarity=np.array([1.5], np.float32),
    piece_weights=np.array([[0.0, 3.0]], np.float32),
)


@pytest.fixture(autouse=True)
def _forget():
    asked_model._trained.cache_clear()
    yield
    asked_model._trained.cache_clear()


def test_the_probabilities_are_those_of_a_softmax_over_embedding_and_pieces():
    likely = MODEL.probabilities("jonottaako", UP)
    assert likely.tolist() == pytest.approx([1 / (1 + np.e), np.e / (1 + np.e)])
    assert MODEL.probabilities("kuka", UP)[0] == pytest.approx(np.e**2 / (1 + np.e**2))


def test_a_particular_is_told_only_when_it_is_sure():
    told = MODEL.told("kuka", DOWN)
    assert told is not None
    assert told[0] == "wait"
    assert MODEL.told("kuka", UP) is None
    assert MODEL.told("kuka", np.array([0.7, 0.7], np.float32)) is None


def test_of_two_joined_questions_one_needs_to_be_less_sure():
    half = np.array([0.5, 0.5], np.float32)
    assert MODEL.told("kuka sitä vetää", half) is None
    told = MODEL.told("kuka sitä vetää ja saako sinne tulla", half)
    assert told is not None
    assert told[0] == "wait"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Milloin Optimum loppuu ja saako se jatkoa?", " ja saako se jatkoa?"),
        ("Who runs it, and what does it cost?", ", and what does it cost?"),
        ("Mitä Kela ja kunta tekevät?", ""),
        ("Missä se on?", ""),
    ],
)
def test_a_second_question_begins_after_the_word_that_joins_it(text, part):
    assert second_part(text) == part


def test_what_is_saved_decides_as_before(tmp_path):
    MODEL.save(tmp_path / "m.json")
    read = AskedModel.load(tmp_path / "m.json")
    assert read.pieces == MODEL.pieces
    assert read.told("jonottaako", UP) == pytest.approx(MODEL.told("jonottaako", UP))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"embedding_model": "two"}'])
def test_a_file_without_a_model_says_what_to_do(tmp_path, text):
    (tmp_path / "m.json").write_text(text, encoding="utf-8")
    with pytest.raises(TienviittaError, match=r"m\.json.*tienviitta eval domain"):
        AskedModel.load(tmp_path / "m.json")


def test_a_model_whose_parts_do_not_fit_is_refused(tmp_path):
    MODEL.save(tmp_path / "m.json")
    told = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    told["bias"] = [0.0]
    (tmp_path / "m.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(TienviittaError, match="don't fit"):
        AskedModel.load(tmp_path / "m.json")


def test_another_embedding_model_is_logged_once_and_tells_nothing(caplog):
    assert asked_signal("Joutuuko jonottamaan?", UP, "two") == {}
    assert asked_signal("Onko hissi?", UP, "two") == {}
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_the_particular_is_read_from_the_signals():
    assert asked_in({"known": 0.5, "asks_wait": 0.8}) == "wait"
    assert asked_in({"known": 0.5}) is None


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Onko Kaupunkikirjaston salissa esteetön sisäänpääsy?", "access"),
        ("Kuinka pitkä jono sinne on?", "wait"),
        ("Montako työntekijää siellä on palkkalistoilla?", "staff"),
        ("Kuka on sen johtaja nimeltään?", "person"),
        ("Mikä on ohjaamo?", None),
        ("Mistä saan apua työnhakuun Raahessa?", None),
    ],
)
def test_the_checked_in_model_tells_what_is_asked(true_embedder, question, label):
    signals = asked_signal(question, true_embedder.embed_query(question), true_embedder.name)
    assert asked_in(signals) == label
