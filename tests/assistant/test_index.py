from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from assistant.errors import IndexNotReadyError
from assistant.generation import unused_generations
from assistant.index import SHELVES, Index
from assistant.index_writer import searched
from assistant.unit import asked_for, asked_id

TOP = 10
QUESTIONS = (
    "Mistä maahanmuuttaja saa apua työnhakuun Kalajoella?",
    "jäin työttömäksi, mihin ilmoittaudun",
    "opo ei ehdi auttaa, kuka neuvoo amiksen kanssa",
    "who helps immigrants find work in Oulu",
    "vart kan jag vända mig om jag vill byta yrke",
    "milloin hanke päättyy",
    "mielenterveyden tuki opiskelijalle",
    "ennakointitieto ohjauksen tueksi",
    "poika on jäänyt kotiin eikä käy koulussa",
    "где найти работу в Оулу",
)


@pytest.fixture(scope="module")
def asked(true_embedder):
    return [true_embedder.embed_query(question) for question in QUESTIONS]


def exact(index, vector, shelf):
    """The oracle: every vector compared."""
    vectors = index.vectors(shelf)
    similarities = np.array(list(vectors.values())) @ vector
    best = np.argsort(-similarities)[:TOP]
    ids = list(vectors)
    return [(ids[row], float(similarities[row])) for row in best]


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_nearest_are_those_of_an_exact_search(true_index, asked, shelf):
    shared = 0
    for vector in asked:
        found = true_index.nearest(vector, TOP, shelf)
        expected = exact(true_index, vector, shelf)
        shared += len({one for one, _ in found} & {one for one, _ in expected})
        assert found[0][1] == pytest.approx(expected[0][1], abs=1e-4)
    assert shared >= 0.98 * TOP * len(asked)


@pytest.mark.parametrize("shelf", SHELVES)
def test_similarities_are_cosines_the_nearest_first(true_index, asked, shelf):
    vectors = true_index.vectors(shelf)
    for vector in asked:
        found = true_index.nearest(vector, TOP, shelf)
        similarities = [similarity for _, similarity in found]
        assert similarities == sorted(similarities, reverse=True)
        for one, similarity in found:
            assert similarity == pytest.approx(float(vectors[one] @ vector), abs=1e-4)


def test_every_passage_and_way_of_asking_is_in_the_index(true_index, true_corpus):
    assert set(true_index.vectors()) == set(true_corpus.passage_by_id)
    leads_to = {asked_for(line) for line in true_index.vectors("asked")}
    services = {service.id for service in true_corpus.services if service.asked_as}
    passages = {passage.id for passage in true_corpus.passages if passage.asked_as}
    assert leads_to == services | passages


def test_vectors_have_unit_length(true_index):
    for shelf in SHELVES:
        lengths = np.linalg.norm(np.array(list(true_index.vectors(shelf).values())), axis=1)
        np.testing.assert_allclose(lengths, 1.0, atol=1e-4)


def test_the_manifest_counts_what_was_read(true_index, true_corpus, true_embedder):
    manifest = true_index.manifest
    assert (manifest.model, manifest.dimension) == (true_embedder.name, true_embedder.dimension)
    assert manifest.counts["services"] == len(true_corpus.services)
    assert manifest.counts["passages"] == len(true_corpus.passages)
    assert date.fromisoformat(manifest.created_at[:10])


def test_the_index_holds_the_whole_corpus(true_index, true_corpus):
    assert true_index.corpus == true_corpus


def test_words_find_what_holds_them(true_index, true_analyser, true_corpus):
    found = true_index.by_words([("duuniportti", 1.0)], 5)
    assert found
    for one, score in found:
        passage = true_corpus.passage_by_id[one]
        assert score > 0
        assert "duuniport" in f"{passage.text} {passage.heading_path}".casefold() or (
            passage.service_id == "duuniportti"
        )


def test_the_vector_store_answers_langchains_users(true_index):
    (document,) = true_index.vector_stores["passages"].similarity_search("Duuniportti-hanke", k=1)
    passage = true_index.corpus.passage_by_id[document.id]
    assert document.page_content == passage.text
    assert document.metadata["source_id"] == passage.source_id
    assert (document.metadata["start"], document.metadata["end"]) == (passage.start, passage.end)


def test_an_id_of_a_way_of_asking_leads_back(true_corpus):
    for passage in true_corpus.passages:
        assert asked_for(asked_id(passage.id, 11)) == passage.id


def test_a_generation_that_isnt_there_is_an_error(tmp_path, true_embedder):
    with pytest.raises(IndexNotReadyError, match="is missing or torn; run `tienviitta ingest`"):
        Index(tmp_path / "none", true_embedder.as_langchain(), true_embedder.name)


def test_a_generation_kept_or_read_isnt_unused(true_index):
    index = true_index.directory.parent.parent
    assert true_index.directory not in unused_generations(index, [])


def test_a_search_looks_wider_the_more_texts_there_are_within_bounds():
    assert [searched(texts) for texts in (0, 12_000, 60_000, 10_000_000)] == [200, 200, 1000, 2000]
