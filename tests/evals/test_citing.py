from __future__ import annotations

import pytest
from evaluation_examples import PERIOD, PLACE, TEXT, answer, cite, source

from assistant.dialogue import Outcome
from assistant.domain import Basis
from evals import citing, measures
from evals.jsonl import as_json

SOURCES = {"plan": source()}
PLACES = measures.gold_places((PERIOD,), {"plan": TEXT})


def problems(said):
    return list(citing.check_citations(said, SOURCES).problems)


def test_citations_support_when_they_overlap_a_gold_place():
    said = as_json(answer("[1] [2]", cite(PERIOD, 1), cite(PLACE, 2)))
    assert citing.citation_precision(said, PLACES) == pytest.approx(1 / 2)
    assert citing.citation_recall(said, PLACES) == 1
    assert citing.cites_gold(said, PLACES) == 1
    both = measures.gold_places((PERIOD, "puuttuu"), {"plan": TEXT})
    assert citing.citation_recall(said, both) == pytest.approx(1 / 2)


def test_a_citation_supports_by_its_basis():
    start = TEXT.index(PERIOD)
    page = {"url": "https://example.org", "seen_on": "2026-11-24"}
    basis = {"source_id": "plan", "quote": PERIOD, "start": start, "end": start + len(PERIOD)}
    own = {"n": 1, "source_id": "services/x", "start": 0, "end": 5}
    assert citing.cites_gold({"citations": [{**own, "basis": [page, basis]}]}, PLACES) == 1
    assert citing.cites_gold({"citations": [{**own, "basis": [page]}]}, PLACES) == 0


def test_citation_measures_have_their_empty_cases():
    said = as_json(answer("[1]", cite(PERIOD)))
    assert citing.citation_precision({"citations": []}, PLACES) is None
    assert citing.citation_precision(said, ()) is None
    assert citing.citation_recall(said, ()) is None
    assert citing.cites_gold(said, ()) is None
    assert citing.citation_recall({}, PLACES) == 0
    assert citing.cites_gold({}, PLACES) == 0


def test_a_sound_citation_has_no_problems():
    assert problems(as_json(answer("Asti [1].", cite(PERIOD)))) == []


def broken(**changes):
    said = as_json(answer("Asti [1].", cite(PERIOD)))
    said["citations"][0] |= changes
    return problems(said)


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
    found = problems(said)
    assert "[2] is marked in the text and isn't cited" in found
    assert "an answer that claims something marks no citation" in found
    said["notices"] = [{"kind": "ended", "text": "x", "citations": [9]}]
    assert "[9] of notices isn't cited" in problems(said)


def test_only_an_answer_that_claims_something_needs_a_citation():
    quiet = as_json(answer("En löydä.", outcome=Outcome.NOT_FOUND))
    assert problems(quiet) == []
    assert problems({}) == []
    claim = as_json(answer("Näin on.", outcome=Outcome.PARTIAL))
    assert len(problems(claim)) == 1


def test_a_number_that_nothing_bears_counts_as_a_wrong_citation():
    said = as_json(answer("Asti [1] [7].", cite(PERIOD)))
    assert citing.out_of_range(said) == [7]
    assert citing.citation_precision(said, PLACES) == pytest.approx(1 / 2)
    assert citing.citation_precision({"text": "Asti [3]."}, PLACES) == 0


def test_rates_count_places_of_citations_and_of_their_bases():
    said = as_json(answer("[1] [2]", cite(PERIOD, 1), cite(PLACE, 2)))
    said["citations"][1]["quote"] = "muuta"
    said["citations"][0]["basis"] = [{"source_id": "dream", "start": 0, "end": 1, "quote": "x"}]
    checked = citing.check_citations(said, SOURCES)
    assert checked.places == 3
    assert checked.located_rate == pytest.approx(2 / 3)
    assert checked.verbatim_rate == pytest.approx(1 / 3)


def test_a_place_past_the_end_of_its_source_is_not_located():
    said = as_json(answer("[1]", cite(PERIOD)))
    said["citations"][0]["end"] = len(TEXT) + 5
    assert citing.check_citations(said, SOURCES).located == 0


def test_rates_have_their_empty_cases():
    checked = citing.check_citations({"text": "Hei"}, SOURCES)
    assert checked.located_rate is None
    assert checked.verbatim_rate is None
