from __future__ import annotations

from dataclasses import replace

import pytest
from compose_examples import context, hit, ids_of, unfounded, with_service

from assistant.compose.services import compose_services


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def step(corpus, *hits, **said):
    draft = compose_services(context(corpus, *hits, **{"municipalities": ("Kalajoki",), **said}))
    assert not unfounded(draft)
    return draft.lines[-1].text


def serving(corpus, **fields):
    """The corpus with a service for rehabilitation in Kalajoki."""
    told = {"municipalities": ("Kalajoki",), "topics": ("kuntoutus",), "target_groups": ()}
    return with_service(corpus, "silta", **{**told, **fields})


NEED = {"topics": ("kuntoutus", "työnhaku"), "asked_topics": ("kuntoutus", "työnhaku")}


def test_a_need_besides_work_leads_where_it_is_met(corpus):
    corpus = serving(corpus, channels={"url": "https://silta.fi"})
    hits = hit(corpus, "silta", 2.0, evidence={"topic": 0.5}), hit(corpus, "alue", 3.0)
    assert step(corpus, *hits, **NEED).endswith("Silta-hanke: https://silta.fi")
    draft = compose_services(context(corpus, *hits, municipalities=("Kalajoki",), **NEED))
    assert ids_of(draft) == ["silta", "alue"]


def test_what_has_no_contact_is_asked_for_from_the_own_area(corpus):
    corpus = serving(corpus)
    hits = hit(corpus, "silta", 2.0, evidence={"topic": 0.5}), hit(corpus, "alue", 3.0)
    told = step(corpus, *hits, **NEED)
    assert "Silta-hanke" in told
    assert "Ylivieskan seudun työllisyysalue" in told


def test_work_is_sought_from_the_own_area(corpus):
    hits = hit(corpus, "alue", 3.0), hit(corpus, "kirppu", 3.0)
    told = step(corpus, *hits, topics=("työnhaku",), asked_topics=("työnhaku",))
    assert "Ylivieskan seudun työllisyysalue" in told


def test_a_business_is_begun_with_the_own_municipality_where_no_source_tells_who_helps(corpus):
    need = {"topics": ("yrittäjyys",), "asked_topics": ("yrittäjyys",)}
    assert "yrityspalveluista" in step(corpus, hit(corpus, "alue", 3.0), **need)
    outside = {**need, "municipalities": ("Tornio",), "outside": ("Tornio",)}
    assert "yrityspalveluista" not in step(corpus, hit(corpus, "alue", 3.0), **outside)


def test_a_pupil_turns_to_their_own_school(corpus):
    need = {"topics": ("opinto-ohjaus",), "asked_topics": ("opinto-ohjaus",)}
    told = step(corpus, hit(corpus, "alue", 3.0), **need, target_groups=("opiskelijat",))
    assert "opinto-ohjaajan" in told


def test_of_two_places_the_home_is_whose_area_is_turned_to(corpus):
    both = context(corpus, municipalities=("Kalajoki", "Oulu"))
    for text, home in (
        ("Asun Kalajoella, työ on Oulussa.", ("Kalajoki",)),
        ("Työ Kalajoella loppui, Oulussa asun.", ("Oulu",)),
        ("I live in Kalajoki and work in Oulu", ("Kalajoki",)),
        ("Kalajoella vai Oulussa?", ()),
    ):
        asked = replace(both, question=replace(both.question, text=text))
        assert asked.homes() == home, text
