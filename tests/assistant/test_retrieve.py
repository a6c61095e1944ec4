from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.dialogue import Question
from assistant.domain import AreaLevel, PassageKind, Status
from assistant.retrieve import Retriever
from assistant.weights import SIGNALS, Weights

TODAY = date(2026, 11, 24)
ASKED = Question("", "", "fi", TODAY)


@pytest.fixture(scope="module")
def find(tiny_assistant):
    """Retrieve in the tiny corpus by a text's vector, and what the question says besides."""
    index, places = tiny_assistant._index, tiny_assistant._places
    retriever = Retriever(index, places, Weights(dict.fromkeys(SIGNALS, 1.0)))

    def find_(text="hanke", **said):
        vector = tiny_assistant._embedder.embed_query(text)
        return retriever.retrieve(replace(ASKED, text=text, standalone=text, **said), vector)

    return find_


def by_service(hits):
    return {hit.service_id: hit for hit in hits if hit.service_id}


def test_hits_come_the_best_first_and_each_service_once(find):
    found = find(terms=(("työnhaku", 1.0), ("hanke", 0.5)))
    scores = [hit.score for hit in found.kept]
    assert scores == sorted(scores, reverse=True)
    services = [hit.service_id for hit in found.kept if hit.service_id]
    assert len(services) == len(set(services)) == 3


def test_a_service_is_found_by_its_own_way_of_asking(find):
    (best, *_) = find("onko kirppu loppunut").kept
    assert best.service_id == "kirppu"
    assert best.evidence["asked"] == 1.0


def test_a_hit_rests_on_all_the_passages_of_its_service_the_best_first(find, tiny_assistant):
    corpus = tiny_assistant.corpus
    hit = by_service(find("onko kirppu loppunut").kept)["kirppu"]
    expected = set(corpus.service_by_id["kirppu"].passage_ids)
    assert {passage.id for passage in hit.passages} == expected
    assert len(hit.passages) == len(expected) > 1


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2023, 12, 31), Status.UPCOMING),
        (date(2025, 6, 1), Status.ACTIVE),
        (TODAY, Status.ENDED),
    ],
)
def test_a_service_is_judged_on_the_questions_day(find, day, status):
    hit = by_service(find("onko kirppu loppunut", as_of=day).kept)["kirppu"]
    assert hit.status is status
    assert ("ended" in hit.evidence) == (status is Status.ENDED)


def test_what_serves_elsewhere_is_rejected_for_a_person_and_kept_for_a_reader(find):
    person = find(municipalities=("Kalajoki",), help=1.0)
    reader = find(municipalities=("Kalajoki",), help=0.0)
    assert by_service(person.rejected)["silta"].rejected == "elsewhere"
    assert {"kirppu", "alue"} <= set(by_service(person.kept))
    assert "silta" in by_service(reader.kept)


def test_nearness_counts_and_is_told(find):
    hits = by_service(find(municipalities=("Kalajoki",), help=1.0).kept)
    assert hits["kirppu"].level is AreaLevel.MUNICIPALITY
    assert hits["alue"].level is AreaLevel.SUBREGION
    assert hits["kirppu"].evidence["place"] > hits["alue"].evidence["place"] > 0
    assert "Kalajoki" in hits["alue"].why


def test_without_a_place_nobody_is_elsewhere(find):
    found = find(help=1.0)
    assert not found.rejected
    assert not any("place" in hit.evidence for hit in found.kept)


@pytest.mark.parametrize(("age", "fits"), [(12, False), (13, True), (29, True), (30, False)])
def test_an_age_rejects_what_is_for_others(find, age, fits):
    found = find(age=age)
    assert ("silta" in by_service(found.kept)) == fits
    assert (by_service(found.rejected).get("silta") is None) == fits
    if not fits:
        assert by_service(found.rejected)["silta"].rejected == "wrong_age"


def test_nobody_is_too_old_for_an_employment_area_that_names_young_people_too(find):
    assert "alue" in by_service(find(age=45, municipalities=("Kalajoki",), help=1.0).kept)


def test_what_a_service_fits_is_told(find):
    hit = by_service(find(target_groups=("työttömät",), topics=("työnhaku", "neuvonta")).kept)
    assert hit["kirppu"].why == ("työttömät", "työnhaku")
    assert hit["kirppu"].evidence["topic"] == 0.5
    assert hit["kirppu"].evidence["target_group"] == 1.0
    assert "target_group" in hit["alue"].evidence


def test_what_is_named_is_found_wherever_and_whatever_it_is(find):
    found = find("jotain muuta", named=("silta",), municipalities=("Kalajoki",), help=1.0)
    hit = by_service(found.kept)["silta"]
    assert hit.evidence["named"] == 1.0
    assert hit.rejected is None


def test_a_section_and_a_theme_count_for_the_passages_that_are_theirs(find):
    found = find("vahvuuksia", sections=(PassageKind.STRENGTH,), theme=1)
    for hit in found.kept:
        kinds = {passage.kind for passage in hit.passages}
        assert ("section" in hit.evidence) == (PassageKind.STRENGTH in kinds)
        themes = {passage.theme for passage in hit.passages}
        assert ("theme" in hit.evidence) == (1 in themes)
    assert any("section" in hit.evidence for hit in found.kept)


def test_every_evidence_is_a_signal_that_has_a_weight(find):
    found = find(
        municipalities=("Kalajoki",), target_groups=("nuoret",), topics=("työnhaku",), age=20,
        named=("kirppu",), nearly_named=("silta",), terms=(("hanke", 1.0),), theme=1,
        sections=(PassageKind.TARGET,),
    )  # fmt: skip
    for hit in (*found.kept, *found.rejected):
        assert set(hit.evidence) <= set(SIGNALS)


def test_signals_of_an_answer_lie_between_none_and_all(find):
    words = (("hanke",), ("kirppu",))
    signals = find("kirppu", words=words).signals
    assert signals["known"] == 1.0
    assert 0.0 < signals["nearest"] <= 1.0
    nothing = find("xyzzy", words=(("xyzzy",),)).signals
    assert nothing["known"] == 0.0


def test_an_employment_area_elsewhere_is_for_nobody_but_its_own(find):
    found = find(municipalities=("Oulu",), help=0.0)
    assert by_service(found.rejected)["alue"].rejected == "elsewhere"
    assert "alue" in by_service(find(municipalities=("Kalajoki",), help=0.0).kept)
