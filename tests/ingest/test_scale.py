from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tiny_corpus import HashEmbedder

from assistant import bootstrap
from assistant.dialogue import Ask, Message
from assistant.settings import Settings
from ingest import scale
from ingest.scale import Ingested, Plan, Served
from ingest.scale_report import as_data, lines

ASKS = [Ask((Message("user", text),)) for text in ("Mikä on Silta-hanke?", "apua työnhakuun")]


@pytest.fixture
def plan(tiny, tmp_path, monkeypatch):
    for module in (scale, bootstrap):
        monkeypatch.setattr(module, "open_embedder", lambda settings: HashEmbedder())
    settings = Settings(corpus=tiny.directory, corpora=(), index=tmp_path / "index")
    return Plan(settings, 30, True, True, ASKS, lambda assistant: float(assistant.passages))


def test_a_size_is_ingested_and_served(plan):
    ingested = scale.ingest(plan)
    assert ingested.texts == ingested.embedded == 31 + 30
    assert 0 < ingested.ratio < 1
    assert not ingested.estimated
    assert ingested.index_mb > 0
    served = scale.serve(plan)
    assert served.quality == 13 + 30
    assert served.recall == 1.0
    for p50, p95 in (served.retrieval, served.ranking, served.index):
        assert 0 <= p50 <= p95


def test_vectors_near_others_are_made_without_the_model_and_estimated(plan, monkeypatch):
    monkeypatch.setattr(scale, "SAMPLE", 10)
    ingested = scale.ingest(replace(plan, true_vectors=False))
    assert ingested.texts == 61
    assert ingested.embedded == 31
    assert ingested.estimated
    assert scale.serve(plan).recall == 1.0


def test_a_vector_near_others_has_unit_length_and_lies_near_its_kin(plan, monkeypatch):
    from assistant.places import Places
    from ingest.read import read_corpus
    from ingest.synthetic import with_distractors

    shipped = read_corpus(plan.settings.corpus).corpus
    corpus = with_distractors(shipped, Places.from_data(dict(shipped.places)), 200)
    monkeypatch.setattr(scale, "SAMPLE", 100)
    near = scale._near_vectors(corpus, HashEmbedder())
    vectors = np.array(list(near.values()))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    rest = vectors[100:]
    nearest = (rest @ vectors[:100].T).max(axis=1)
    assert (nearest > 0.7).all()
    assert (nearest < 1.0).all()


def test_the_report_tells_what_was_measured_and_how(plan):
    ingested = Ingested(600, 300, 10.0, 9.0, True, 900.0, 12.0)
    served = Served(2.0, 800.0, (20.0, 40.0), (10.0, 30.0), (1.0, 2.0), 0.995, 0.94)
    told = "\n".join(lines(replace(plan, true_vectors=False), ingested, served, 0.96))
    for piece in ("random-near", "estimated", "ratio 0.90", "0.9950", "0.940 (-2.0 points)"):
        assert piece in told
    data = as_data([(plan, ingested, served)], 0.96)
    assert data["sizes"][0]["ingest"]["ratio"] == pytest.approx(0.9)
    assert data["machine"]["chromadb"]
