from __future__ import annotations

import math

import pytest
from evaluation_examples import PLACE, TEXT
from hypothesis import given
from hypothesis import strategies as st
from llama_index.core.evaluation.retrieval.metrics import MRR, HitRate, Recall
from sklearn.metrics import ndcg_score

from evals import measures
from evals.cases import Nugget
from evals.measures import Judgement, Span


def judged(*covers, gold):
    return Judgement(tuple(frozenset(one) for one in covers), gold)


spans = st.builds(
    lambda start, length, name: Span(name, start, start + length),
    st.integers(0, 30),
    st.integers(1, 10),
    st.sampled_from(["plan", "other"]),
)
judgements = st.integers(1, 4).flatmap(
    lambda gold: st.builds(
        lambda covers: judged(*covers, gold=gold),
        st.lists(st.frozensets(st.integers(0, gold - 1), max_size=gold), max_size=12),
    )
)


def test_every_place_of_a_quote_is_found():
    places = measures.gold_places((PLACE, "puuttuu"), {"plan": TEXT, "other": PLACE})
    assert places == (
        (
            Span("plan", 0, len(PLACE)),
            Span("plan", len(TEXT) - len(PLACE), len(TEXT)),
            Span("other", 0, len(PLACE)),
        ),
        (),
    )


def test_places_are_counted_in_code_points():
    assert measures.gold_places(("ä",), {"plan": "𝄞ä"}) == ((Span("plan", 1, 2),),)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (Span("plan", 0, 11), True),
        (Span("plan", 19, 30), True),
        (Span("plan", 0, 10), False),
        (Span("plan", 20, 30), False),
        (Span("other", 10, 20), False),
        (Span("plan", 15, 15), False),
    ],
)
def test_relevant_shares_a_character_of_the_same_source(passage, expected):
    assert measures.relevant(passage, [Span("plan", 10, 20)]) is expected


def test_nothing_is_relevant_to_no_gold():
    assert not measures.relevant(Span("plan", 0, 10), [])


@given(spans, spans)
def test_overlap_is_the_same_either_way(one, other):
    assert measures.relevant(one, [other]) == measures.relevant(other, [one])


def test_a_hit_covers_what_any_of_its_passages_overlaps():
    places = ((Span("plan", 0, 5), Span("plan", 50, 55)), (Span("plan", 20, 25),))
    hits = (
        (Span("plan", 6, 9),),
        (Span("plan", 51, 52), Span("plan", 18, 21)),
        (),
    )
    assert measures.judge(hits, places) == judged((), (0, 1), (), gold=2)


def test_success_looks_at_the_first_k():
    ranking = judged((), (0,), gold=1)
    assert measures.success_at(ranking, 1) == 0
    assert measures.success_at(ranking, 2) == 1


def test_recall_counts_quotes_once():
    ranking = judged((0,), (0, 2), (1,), gold=4)
    assert measures.recall_at(ranking, 1) == pytest.approx(1 / 4)
    assert measures.recall_at(ranking, 2) == pytest.approx(2 / 4)
    assert measures.recall_at(ranking, 10) == pytest.approx(3 / 4)


def test_reciprocal_rank_is_of_the_first_relevant_hit():
    assert measures.reciprocal_rank(judged((), (), (0,), (0,), gold=1)) == pytest.approx(1 / 3)


def test_ndcg_is_what_is_calculated_by_hand():
    ranking = judged((), (0,), (1,), gold=3)
    gained = 1 / math.log2(3) + 1 / math.log2(4)
    ideal = 1 + 1 / math.log2(3) + 1 / math.log2(4)
    assert measures.ndcg_at(ranking, 10) == pytest.approx(gained / ideal)


def test_ndcg_leaves_out_what_comes_after_the_cutoff():
    assert measures.ndcg_at(judged((), (), (0,), gold=1), 2) == 0


RANKING = (
    lambda one: measures.success_at(one, 5),
    lambda one: measures.recall_at(one, 5),
    measures.reciprocal_rank,
    measures.ndcg_at,
)


@pytest.mark.parametrize("measure", RANKING)
def test_ranking_measures_have_their_empty_cases(measure):
    assert measure(judged((), gold=0)) is None
    assert measure(judged(gold=0)) is None
    assert measure(judged(gold=2)) == 0
    assert measure(judged((), (), gold=2)) == 0


@pytest.mark.parametrize("measure", RANKING)
def test_a_perfect_ranking_gets_one(measure):
    assert measure(judged((0,), (1,), (), gold=2)) == pytest.approx(1)


@given(judgements)
def test_ranking_measures_stay_between_zero_and_one(ranking):
    for measure in RANKING:
        value = measure(ranking)
        assert value is not None
        assert 0 <= value <= 1 + 1e-9


@given(judgements, st.integers(1, 12))
def test_looking_further_never_lowers_success_or_recall(ranking, k):
    assert measures.success_at(ranking, k) <= measures.success_at(ranking, k + 1)
    assert measures.recall_at(ranking, k) <= measures.recall_at(ranking, k + 1)


@given(judgements)
def test_an_irrelevant_hit_in_front_never_helps(ranking):
    later = Judgement((frozenset(), *ranking.covers), ranking.gold)
    assert measures.reciprocal_rank(later) <= measures.reciprocal_rank(ranking)
    assert measures.ndcg_at(later) <= measures.ndcg_at(ranking) + 1e-9


def test_flattened_answer_is_what_a_reader_sees():
    said = {
        "text": "Työ\u00adllisyys\u00a0ALUE",
        "services": [{"name": "Merke 2", "channels": {"url": "https://odl.fi"}, "citations": [7]}],
        "notices": [{"kind": "ended", "text": "päättyi  31.5.2026"}],
        "follow_ups": ["salaisuus"],
        "citations": [{"quote": "lainaus"}],
    }
    seen = measures.flattened(said)
    for piece in ("työllisyys alue", "merke 2", "https://odl.fi", "päättyi 31.5.2026"):
        assert piece in seen
    assert "salaisuus" not in seen
    assert "lainaus" not in seen


def test_flattening_an_empty_answer_gives_nothing():
    assert measures.flattened({}) == ""


def test_letters_are_composed_before_they_are_compared():
    held = measures.nugget_recall([Nugget("x", ("ää",))], {"text": "A\u0308A\u0308"})
    assert held == 1


NUGGETS = (
    Nugget("a", ("KALAJO", "ei tätä")),
    Nugget("b", ("raahe",)),
    Nugget("c", ("31.5.2026",), vital=False),
)


def test_nugget_recall_counts_all_and_the_vital_ones():
    said = {"text": "Kalajoella 31.5.2026 asti"}
    assert measures.nugget_recall(NUGGETS, said) == pytest.approx(2 / 3)
    assert measures.nugget_recall(NUGGETS, said, vital_only=True) == pytest.approx(1 / 2)
    assert [one.text for one in measures.missing_nuggets(NUGGETS, said)] == ["b"]


def test_nuggets_have_their_empty_cases():
    assert measures.nugget_recall([], {"text": "jotain"}) is None
    assert measures.nugget_recall(NUGGETS[2:], {"text": "x"}, vital_only=True) is None
    assert measures.nugget_recall(NUGGETS, {}) == 0


def test_what_is_relevant_is_named_by_hit_and_what_was_not_found_by_quote():
    ranking = judged((), (0,), gold=2)
    assert measures.qrels_of(ranking, ["a", "b"], ["g0", "g1"]) == ["b", "g1"]


@given(judgements)
def test_all_ranking_values_are_those_of_each_measure(ranking):
    assert measures.ranking_values(ranking) == {
        "success@1": measures.success_at(ranking, 1),
        "success@5": measures.success_at(ranking, 5),
        "recall@5": measures.recall_at(ranking, 5),
        "recall@20": measures.recall_at(ranking, 20),
        "mrr": measures.reciprocal_rank(ranking),
        "ndcg@10": measures.ndcg_at(ranking),
    }


@given(judgements)
def test_ndcg_agrees_with_scikit_learn(ranking):
    unfound = ranking.gold - len(frozenset().union(*ranking.covers))
    gains = [float(bool(covered)) for covered in ranking.covers] + [1.0] * unfound
    if len(gains) < 2:
        return
    # What wasn't found stands after everything that was, beyond the cutoff.
    gains[len(ranking.covers) :] = []
    padded = gains + [0.0] * (measures.CUTOFF - len(gains)) + [1.0] * unfound
    scores = [-float(place) for place in range(len(padded))]
    expected = ndcg_score([padded], [scores], k=measures.CUTOFF) if any(padded) else 0.0
    assert measures.ndcg_at(ranking) == pytest.approx(expected, abs=1e-9)


@given(judgements)
def test_success_and_reciprocal_rank_agree_with_counting_by_hand(ranking):
    first = next((rank for rank, one in enumerate(ranking.covers, 1) if one), None)
    assert measures.reciprocal_rank(ranking) == pytest.approx(1 / first if first else 0.0)
    assert measures.success_at(ranking, 5) == float(first is not None and first <= 5)


@given(judgements)
def test_success_reciprocal_rank_and_recall_agree_with_llamaindex(ranking):
    found = [f"hit-{rank}" for rank in range(len(ranking.covers))]
    gold = [f"quote-{index}" for index in range(ranking.gold)]
    wanted = measures.qrels_of(ranking, found, gold)

    def theirs(metric, k=None):
        # The library refuses an empty ranking; ours is 0 there.
        given = {"expected_ids": wanted, "retrieved_ids": found[:k]}
        return metric.compute(**given).score if found else 0.0

    assert measures.success_at(ranking, 1) == theirs(HitRate(), 1)
    assert measures.success_at(ranking, 5) == theirs(HitRate(), 5)
    assert measures.reciprocal_rank(ranking) == pytest.approx(theirs(MRR()))
    once = [index for covered in ranking.covers for index in covered]
    if max(map(len, ranking.covers), default=0) <= 1 and len(once) == len(set(once)):
        # Where a hit bears one quote and each quote has one hit, counting either is the same.
        assert measures.recall_at(ranking, 5) == pytest.approx(theirs(Recall(), 5))
        assert measures.recall_at(ranking, 20) == pytest.approx(theirs(Recall(), 20))
