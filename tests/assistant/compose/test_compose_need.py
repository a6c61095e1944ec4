from __future__ import annotations

import pytest
from compose_examples import context, hit, with_service

from assistant.compose.need import (
    contact_of,
    is_for_newcomers_only,
    is_for_untold_young,
    is_mainly_for_newcomers,
    leading,
    special_need,
    ways_to,
)
from assistant.dialogue import Audience


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


@pytest.mark.parametrize(
    ("topics", "asked", "groups", "need"),
    [
        (("kuntoutus", "työnhaku"), ("työnhaku",), ("osatyökykyiset",), set()),
        (("kuntoutus", "työnhaku"), ("kuntoutus", "työnhaku"), (), {"kuntoutus"}),
        (("kuntoutus", "neuvonta"), ("neuvonta",), ("osatyökykyiset",), {"kuntoutus"}),
        (("kuntoutus", "työllisyyspalvelut"), (), ("työttömät",), set()),
        (("suomen kieli", "yrittäjyys"), ("suomen kieli", "yrittäjyys"), (), {"yrittäjyys"}),
        (("suomen kieli",), ("suomen kieli",), ("maahanmuuttajat",), {"suomen kieli"}),
        (
            ("ammatillinen koulutus", "työnhaku"),
            ("ammatillinen koulutus", "työnhaku"),
            ("opiskelijat",),
            set(),
        ),
        ((), (), (), set()),
    ],
)
def test_what_is_asked_for_decides_the_need_before_who_asks(corpus, topics, asked, groups, need):
    said = {"topics": topics, "asked_topics": asked, "target_groups": groups}
    assert special_need(context(corpus, **said)) == need


def test_what_answers_a_need_besides_work_leads_and_work_leads_nothing(corpus):
    corpus = with_service(corpus, "silta", topics=("kuntoutus",))
    silta = hit(corpus, "silta", 2.0)
    asked = context(corpus, silta, topics=("kuntoutus",), municipalities=("Oulu",))
    reached = with_service(corpus, "silta", topics=("kuntoutus",), channels={"url": "https://s.fi"})
    assert leading(asked, [silta]) is None, "nobody can be sent where nothing tells how to get"
    asked = context(reached, silta, topics=("kuntoutus",), municipalities=("Oulu",))
    assert leading(asked, [silta]) is silta
    asked = context(reached, silta, topics=("työnhaku",), municipalities=("Oulu",))
    assert leading(asked, [silta]) is None


@pytest.mark.parametrize(("next_best", "leads"), [(1.0, True), (1.9, False)])
def test_without_a_need_only_what_stands_out_leads(corpus, next_best, leads):
    corpus = with_service(corpus, "silta", topics=(), channels={"phone": "123"})
    hits = [hit(corpus, "silta", 2.0), hit(corpus, "alue", next_best)]
    assert (leading(context(corpus, *hits), hits) is hits[0]) is leads


@pytest.mark.parametrize(
    ("groups", "mainly"),
    [
        (("maahanmuuttajat", "kotivanhemmat"), True),
        (("kv-osaajat",), True),
        (("maahanmuuttajat", "kaikki"), True),
        (("kaikki", "maahanmuuttajat"), False),
        (("työttömät", "maahanmuuttajat"), False),
        ((), False),
    ],
)
def test_the_first_target_group_is_whom_a_service_is_for(corpus, groups, mainly):
    service = with_service(corpus, "silta", target_groups=groups).service_by_id["silta"]
    assert is_mainly_for_newcomers(service) is mainly


@pytest.mark.parametrize(
    ("said", "kept_away"),
    [
        ({}, True),
        ({"language": "sv"}, True),
        ({"language": "en"}, False),
        ({"target_groups": ("maahanmuuttajat",)}, False),
        ({"topics": ("suomen kieli",)}, False),
        ({"audience": Audience.COUNSELLOR}, False),
    ],
)
def test_newcomers_services_are_for_whoever_may_be_one(corpus, said, kept_away):
    corpus = with_service(corpus, "silta", target_groups=("maahanmuuttajat",))
    silta = hit(corpus, "silta")
    assert is_for_newcomers_only(context(corpus, silta, **said), silta) is kept_away


@pytest.mark.parametrize(
    ("said", "untold"),
    [
        ({}, True),
        ({"target_groups": ("työttömät",)}, True),
        ({"target_groups": ("nuoret",)}, False),
        ({"target_groups": ("huoltajat",)}, True),
        ({"target_groups": ("huoltajat",), "words": (("poika",),)}, False),
        ({"target_groups": ("kotivanhemmat", "huoltajat"), "words": (("lapsi",),)}, True),
        ({"age": 20}, False),
    ],
)
def test_a_service_for_the_young_is_for_the_young_and_their_parents(corpus, said, untold):
    assert is_for_untold_young(context(corpus, **said), hit(corpus, "silta")) is untold


def test_the_directest_contact_comes_first_and_the_emergency_number_is_none(corpus):
    asked = context(corpus)
    assert contact_of(asked, corpus.service_by_id["alue"]) == "08 123 4567"
    ways = {"visit": "Torikatu 10", "url": "https://s.fi"}
    silta = with_service(corpus, "silta", channels=ways).service_by_id["silta"]
    assert contact_of(asked, silta) == "https://s.fi, Torikatu 10"


def test_what_has_no_contact_is_reached_through_the_own_area_that_it_names(corpus):
    here, elsewhere = (context(corpus, municipalities=(m,)) for m in ("Kalajoki", "Oulu"))
    silta = corpus.service_by_id["silta"]
    assert [area.id for area in ways_to(here, silta)] == ["alue"]
    assert ways_to(elsewhere, silta) == ()
