"""Whether to answer at all: the signals, the probability and the file it's read from."""

from __future__ import annotations

import json
import math
from datetime import date

import pytest

from assistant.abstain import (
    CALIBRATION_FILE,
    FEATURES,
    Calibration,
    confidence,
    features,
    is_answerable,
)
from assistant.dialogue import Aspect, Found, Hit, Question
from assistant.domain import Passage, PassageKind
from assistant.errors import TienviittaError

SIGNALS = {"known": 0.5, "nearest": 0.85, "nearest_asked": 0.88}


def question(text="Mistä apua?", **fields):
    return Question(text=text, standalone=text, language="fi", as_of=date(2026, 11, 24), **fields)


def hit(text="", **evidence):
    passage = Passage("p", "plan", PassageKind.TEXT, ("Osa 3",), 0, len(text), text)
    return Hit(passages=(passage,), score=1.0, evidence=evidence)


def found(*hits, **signals):
    return Found(kept=hits, signals={**SIGNALS, **signals})


def calibration(**weights):
    zeros = dict.fromkeys(FEATURES, 0.0)
    return Calibration(0.0, {**zeros, **weights}, 0.5, zeros)


def test_the_features_are_those_that_the_calibration_weighs():
    assert tuple(features(question(), found())) == FEATURES


def test_retrievals_signals_are_passed_on():
    got = features(question(), found(known=0.25))
    assert (got["known"], got["nearest"], got["nearest_asked"]) == (0.25, 0.85, 0.88)


def test_nothing_found_holds_nothing():
    got = features(question(words=(("apu",),)), Found(kept=()))
    assert (got["known"], got["nearest"], got["held"], got["topic"]) == (0.0, 0.0, 0.0, 0.0)


def test_held_counts_the_words_of_the_best_hit_only():
    asked = question(words=(("työpaja", "työpajalle"), ("kalastus",)))
    got = features(asked, found(hit("Nuorten TYÖPAJAT auttavat."), hit("Kalastus on mukavaa.")))
    assert got["held"] == 0.5


def test_a_place_that_the_hit_holds_isnt_counted_as_held():
    asked = question(words=(("raahe", "raahessa"), ("sää",)), places=("Raahe",))
    assert features(asked, found(hit("Raahen palvelut")))["held"] == 0.0


def test_a_question_of_a_place_only_holds_nothing():
    asked = question(words=(("raahe",),), places=("Raahe",))
    assert features(asked, found(hit("Raahen palvelut")))["held"] == 0.0


def test_topic_is_the_best_fit_among_the_first_five_hits():
    hits = [hit(topic=0.0), hit(topic=0.5), *[hit()] * 3, hit(topic=1.0)]
    assert features(question(), found(*hits))["topic"] == 0.5


@pytest.mark.parametrize(
    "asked",
    [
        question("Paljonko lohi maksaa?"),
        question("How many people came?"),
        question("Сколько стоит проезд?"),
        question("Mikä oli hinta?", aspects=(Aspect.COST,)),
        question("Laske ne.", counts=True),
    ],
)
def test_questions_for_a_number_are_noticed_in_each_language(asked):
    assert features(asked, found())["number"] == 1.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sataako huomenna?", 1.0),
        ("Hur blir vädret i morgon?", 1.0),
        ("Какая погода завтра?", 1.0),
        ("Mistä apua työnhakuun?", 0.0),
        ("huomennakaan", 0.0),
    ],
)
def test_a_day_near_today_is_noticed_as_a_word_of_its_own(text, expected):
    assert features(question(text), found())["day"] == expected


def test_a_place_is_alone_without_a_topic_or_a_target_group():
    alone = question(places=("Raahe",))
    with_topic = question(places=("Raahe",), topics=("työnhaku",))
    assert features(alone, found())["place_alone"] == 1.0
    assert features(with_topic, found())["place_alone"] == 0.0
    assert features(question(), found())["place_alone"] == 0.0


def test_probability_is_the_logistic_function_of_what_is_above_the_centre():
    weighed = Calibration(
        bias=1.0,
        weights={**dict.fromkeys(FEATURES, 0.0), "known": 2.0},
        threshold=0.5,
        centre={**dict.fromkeys(FEATURES, 0.0), "known": 0.5},
    )
    signals = {**dict.fromkeys(FEATURES, 0.0), "known": 1.0}
    assert weighed.probability(signals) == pytest.approx(1 / (1 + math.exp(-2.0)))


def test_probability_of_extreme_signals_stays_between_0_and_1():
    steep = calibration(nearest=1e6)
    for value in (-1.0, 1.0):
        assert 0.0 < steep.probability({**dict.fromkeys(FEATURES, 0.0), "nearest": value}) <= 1.0


def test_something_named_is_always_answered():
    far = found(known=0.0, nearest=0.0, nearest_asked=0.0)
    assert not is_answerable(question(), far)
    assert is_answerable(question(named=("lumi",)), far)


def test_a_likely_question_is_answered_with_more_confidence_than_an_unlikely_one():
    near = found(hit("työnhaku", topic=1.0), known=1.0, nearest=0.9, nearest_asked=0.92)
    likely = question(words=(("työnhaku",),), topics=("työnhaku",))
    assert is_answerable(likely, near)
    assert confidence(likely, near) > confidence(question("Sataako huomenna?"), found(known=0.0))


def test_the_shipped_calibration_fits_the_features():
    shipped = Calibration.load(CALIBRATION_FILE)
    assert 0.0 < shipped.threshold < 1.0
    assert shipped.weights["nearest_asked"] > 0


def test_a_saved_calibration_is_read_back(tmp_path):
    path = tmp_path / "abstain.json"
    saved = calibration(known=1.5)
    saved.save(path)
    assert Calibration.load(path) == saved


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"bias": 1.0}',
        json.dumps({"bias": 0.0, "weights": {"known": 1.0}, "threshold": 0.5, "centre": {}}),
    ],
)
def test_a_calibration_of_another_form_says_what_to_do(tmp_path, text):
    path = tmp_path / "abstain.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TienviittaError, match=r"abstain\.json .*run `tienviitta eval abstain`"):
        Calibration.load(path)


def test_a_missing_calibration_says_what_to_do(tmp_path):
    with pytest.raises(TienviittaError, match="missing"):
        Calibration.load(tmp_path / "abstain.json")
