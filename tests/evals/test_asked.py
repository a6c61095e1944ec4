"""The training of what tells which particular of a service is asked."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from evaluation_examples import write

from assistant.asked_model import MODEL_FILE, OTHER, AskedModel
from evals.asked import (
    CASES,
    GAPS,
    GAPS_EACH,
    LABELS,
    asked_samples,
    load_ways,
    summary_asked,
    train_asked,
)
from evals.domain import LabelledQuestion, Sample
from evals.jsonl import CaseError

WAYS = load_ways()


def embed(texts):
    places = [float("jono" in text) for text in texts]
    return np.array([[1.0 - place, place] for place in places], np.float32)


def test_every_gap_has_all_its_forms():
    assert {len(gap) for gap in GAPS} == {len(CASES)}


def test_there_are_enough_ways_to_ask_each_particular():
    counts = Counter(way.label for way in WAYS)
    assert set(counts) == set(LABELS)
    assert min(counts.values()) >= 15


def test_a_way_is_asked_of_several_services():
    samples = asked_samples([LabelledQuestion("1", "Onko {loc} jono?", "fi", "wait")], [])
    assert len({sample.text for sample in samples}) == GAPS_EACH
    assert {sample.way for sample in samples} == {"Onko {loc} jono?"}


def test_questions_inside_guidance_ask_something_else():
    others = [
        Sample("mistä töitä", "inside", written=False),
        Sample("mikä sää", "outside", written=True),
    ]
    samples = asked_samples([], others)
    assert [(sample.text, sample.label) for sample in samples] == [("mistä töitä", OTHER)]


def test_a_line_of_no_label_names_its_place(tmp_path):
    path = write(tmp_path / "t.jsonl", {"id": "1", "text": "a", "lang": "fi", "label": "no"})
    with pytest.raises(CaseError, match="label"):
        load_ways(path)


def test_training_learns_what_is_asked(tmp_path):
    samples = asked_samples(WAYS, [])
    vectors = embed([sample.text for sample in samples])
    trained = train_asked(samples, vectors, "two")
    assert sum(trained.samples.values()) == len(samples)
    assert trained.told["wait"] > 0.2
    assert "wait" in summary_asked(trained)
    told = trained.model.told("Kuinka pitkä jono sinne on?", embed(["jono"])[0])
    assert told is not None
    assert told[0] == "wait"


def test_the_checked_in_model_knows_the_labels():
    assert tuple(AskedModel.load(MODEL_FILE).labels) == LABELS
