from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import IndexNotReadyError
from assistant.lexical import IDS_FILE, LexicalIndex, best_rows

TEXTS = {
    "a": ["työ", "haku", "oulu"],
    "b": ["työ", "työ", "työ"],
    "c": ["opinto", "ohjaus", "oulu", "oulu"],
    "d": ["kieli"],
}


@pytest.fixture(scope="module")
def index():
    return LexicalIndex.build(list(TEXTS), list(TEXTS.values()))


def bm25(term, text, k1=1.2, b=0.6):
    """Lucene's BM25 as in Robertson & Zaragoza 2009, without the constant factor k1 + 1."""
    frequency = text.count(term)
    holding = sum(term in other for other in TEXTS.values())
    idf = math.log(1 + (len(TEXTS) - holding + 0.5) / (holding + 0.5))
    mean = sum(map(len, TEXTS.values())) / len(TEXTS)
    return idf * frequency / (frequency + k1 * (1 - b + b * len(text) / mean))


def test_scores_are_those_of_the_formula(index):
    expected = {one: bm25("työ", text) + 0.5 * bm25("oulu", text) for one, text in TEXTS.items()}
    found = dict(index.rank([("työ", 1.0), ("oulu", 0.5)], 10))
    assert found.keys() == {one for one, score in expected.items() if score > 0}
    for one, score in found.items():
        assert score == pytest.approx(expected[one], rel=1e-5)


def test_the_best_come_first_and_no_more_than_asked_for(index):
    scores = [score for _, score in index.rank([("työ", 1.0), ("oulu", 1.0)], 2)]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)


def test_a_weight_of_two_counts_twice(index):
    ((_, once),), ((_, twice),) = (index.rank([("kieli", w)], 1) for w in (1.0, 2.0))
    assert twice == pytest.approx(2 * once)


@pytest.mark.parametrize("terms", [[], [("tuntematon", 1.0)]])
def test_terms_that_no_text_holds_find_nothing(index, terms):
    assert index.rank(terms, 10) == []


def test_ties_stand_in_the_order_of_the_index():
    index = LexicalIndex.build(["z", "a", "m"], [["sama"]] * 3)
    assert [one for one, _ in index.rank([("sama", 1.0)], 3)] == ["z", "a", "m"]


def test_the_vocabulary_is_the_terms_of_the_texts(index):
    assert {term for text in TEXTS.values() for term in text} <= set(index.vocabulary)


def test_a_saved_index_ranks_the_same(index, tmp_path):
    index.save(tmp_path)
    terms = [("työ", 1.0), ("oulu", 0.7), ("kieli", 0.1)]
    assert LexicalIndex.load(tmp_path).rank(terms, 10) == index.rank(terms, 10)


@pytest.mark.parametrize("torn", [IDS_FILE, "params.index.json", "data.csc.index.npy"])
@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_torn_index_is_an_error_that_says_what_to_do(index, tmp_path, torn, how):
    index.save(tmp_path)
    (tmp_path / torn).unlink() if how == "missing" else (tmp_path / torn).write_bytes(b"")
    with pytest.raises(IndexNotReadyError, match="is missing or torn; run `tienviitta ingest`"):
        LexicalIndex.load(tmp_path)


TERMS = st.sampled_from(["työ", "haku", "oulu", "opinto", "kieli", "muu"])


@given(st.lists(st.tuples(TERMS, st.floats(0.1, 2.0)), max_size=5))
def test_every_found_text_holds_a_term_of_the_question(terms):
    index = LexicalIndex.build(list(TEXTS), list(TEXTS.values()))
    asked = {term for term, _ in terms}
    for one, score in index.rank(terms, 10):
        assert score > 0
        assert asked & set(TEXTS[one])


def test_a_rarer_word_tells_more(index):
    assert index.weight_of(["kieli"]) > index.weight_of(["työ"])


@given(
    scores=st.lists(st.sampled_from([0.0, -1.0, 0.5, 1.0, 2.5, 3.0]), max_size=40),
    limit=st.integers(1, 12),
)
def test_the_best_rows_are_those_of_a_whole_stable_sort(scores, limit):
    values = np.array(scores, np.float32)
    whole = [row for row in np.argsort(-values, kind="stable") if values[row] > 0][:limit]
    assert best_rows(values, limit).tolist() == whole
