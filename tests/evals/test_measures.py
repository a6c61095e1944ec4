from __future__ import annotations

import math

import pytest
from evaluation_examples import PERIOD, PLACE, TEXT, answer, case, cite, source
from hypothesis import given
from hypothesis import strategies as st

from assistant.dialogue import Outcome
from assistant.domain import Basis
from evals import measures
from evals.cases import Nugget
from evals.measures import Judgement, Span
from evals.run import as_json

SOURCES = {"plan": source()}
PLACES = measures.gold_places((PERIOD,), {"plan": TEXT})


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


def test_citations_support_when_they_overlap_a_gold_place():
    said = as_json(answer("[1] [2]", cite(PERIOD, 1), cite(PLACE, 2)))
    assert measures.citation_precision(said, PLACES) == pytest.approx(1 / 2)
    assert measures.citation_recall(said, PLACES) == 1
    assert measures.cites_gold(said, PLACES) == 1
    both = measures.gold_places((PERIOD, "puuttuu"), {"plan": TEXT})
    assert measures.citation_recall(said, both) == pytest.approx(1 / 2)


def test_a_citation_supports_by_its_basis():
    start = TEXT.index(PERIOD)
    page = {"url": "https://example.org", "seen_on": "2026-11-24"}
    basis = {"source_id": "plan", "quote": PERIOD, "start": start, "end": start + len(PERIOD)}
    own = {"n": 1, "source_id": "services/x", "start": 0, "end": 5}
    assert measures.cites_gold({"citations": [{**own, "basis": [page, basis]}]}, PLACES) == 1
    assert measures.cites_gold({"citations": [{**own, "basis": [page]}]}, PLACES) == 0


def test_citation_measures_have_their_empty_cases():
    said = as_json(answer("[1]", cite(PERIOD)))
    assert measures.citation_precision({"citations": []}, PLACES) is None
    assert measures.citation_precision(said, ()) is None
    assert measures.citation_recall(said, ()) is None
    assert measures.cites_gold(said, ()) is None
    assert measures.citation_recall({}, PLACES) == 0
    assert measures.cites_gold({}, PLACES) == 0


def test_a_sound_citation_has_no_problems():
    assert measures.citation_problems(as_json(answer("Asti [1].", cite(PERIOD))), SOURCES) == []


def broken(**changes):
    said = as_json(answer("Asti [1].", cite(PERIOD)))
    said["citations"][0] |= changes
    return measures.citation_problems(said, SOURCES)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"quote": "Kesto 1.1.2024–31.5.2026."}, "isn't what stands in plan"),
        ({"start": 0}, "isn't what stands in plan"),
        ({"start": None}, "has no place in plan"),
        ({"start": -3}, "has no place in plan"),
        ({"end": 0}, "has no place in plan"),
        ({"source_id": "dream"}, "unknown source 'dream'"),
        ({"sha256": "0"}, "another digest than plan"),
        ({"basis": [{"source_id": "plan", "start": 0, "end": 3, "quote": "x"}]}, "isn't what"),
    ],
)
def test_a_citation_that_is_not_verbatim_or_located_is_a_problem(changes, problem):
    assert any(problem in found for found in broken(**changes))


def test_a_page_as_a_basis_is_not_looked_for_in_the_sources():
    page = as_json(Basis(url="https://example.org", seen_on="2026-11-24"))
    assert broken(basis=[page]) == []


def test_markers_and_citations_must_agree():
    said = as_json(answer("Asti [2].", cite(PERIOD)))
    found = measures.citation_problems(said, SOURCES)
    assert "[2] is marked in the text and isn't cited" in found
    assert "an answer that claims something marks no citation" in found
    said["notices"] = [{"kind": "ended", "text": "x", "citations": [9]}]
    assert "[9] of notices isn't cited" in measures.citation_problems(said, SOURCES)


def test_only_an_answer_that_claims_something_needs_a_citation():
    quiet = as_json(answer("En löydä.", outcome=Outcome.NOT_FOUND))
    assert measures.citation_problems(quiet, SOURCES) == []
    assert measures.citation_problems({}, SOURCES) == []
    claim = as_json(answer("Näin on.", outcome=Outcome.PARTIAL))
    assert len(measures.citation_problems(claim, SOURCES)) == 1


def test_outcome_is_right_when_it_is_accepted():
    assert measures.outcome_right("answered", case().accepted) == 1
    assert measures.outcome_right("crisis", case().accepted) == 0
    assert measures.outcome_right("answered", ()) == 0


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"notices": [{"kind": "ended", "text": "päättyi"}]}, 1),
        ({"services": [{"status": "ended", "status_text": "Päättyi 31.5.2026"}]}, 1),
        ({"services": [{"status": "ended", "status_text": ""}]}, 0),
        ({"notices": [{"kind": "stale", "text": "vanha"}]}, 0),
        ({}, 0),
    ],
)
def test_an_end_is_told_by_a_notice_or_by_a_services_status(said, told):
    assert measures.ended_told(case(expect_ended_warning=True), said) == told
    assert measures.ended_told(case(), said) is None


def test_forbidden_pieces_are_found_wherever_a_reader_sees_them():
    must_not = case(must_not=("Kuusamo", "raahe", "oulu"))
    said = {"text": "KUUSAMO", "services": [{"name": "Raahe"}]}
    assert measures.forbidden(must_not, said) == ["Kuusamo", "raahe"]
    assert measures.forbidden(case(), said) == []
