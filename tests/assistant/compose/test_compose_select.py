from __future__ import annotations

import pytest
from compose_examples import context, hit, with_service

from assistant.compose.select import fit, is_about_work, is_needed, select


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def ids(hits):
    return [one.service_id for one in hits]


def test_services_are_parted_by_whether_they_run_the_best_first(corpus):
    fits = {"target_group": 1.0}
    found = (
        hit(corpus, "kirppu", 3.0, evidence=fits),
        hit(corpus, "alue", 2.0, evidence=fits),
        hit(corpus, "silta", 2.9, evidence=fits),
    )
    said = {"municipalities": ("Oulu", "Kalajoki"), "target_groups": ("nuoret",)}
    chosen = select(context(corpus, *found, **said))
    assert ids(chosen.living) == ["silta", "alue"]
    assert ids(chosen.ended) == ["kirppu"]
    assert not chosen.unknown


def test_the_persons_own_areas_come_first_however_they_fit(corpus):
    found = (hit(corpus, "silta", 9.0, evidence={"topic": 1.0}), hit(corpus, "alue", 0.1))
    said = {"topics": ("työnhaku",), "target_groups": ("nuoret",)}
    asked = context(corpus, *found, municipalities=("Kalajoki",), **said)
    assert ids(select(asked, (corpus.service_by_id["alue"],)).living) == ["alue", "silta"]
    assert ids(select(asked).living) == ["silta"]


def test_what_fits_far_worse_than_the_best_is_left_out(corpus):
    found = (hit(corpus, "silta", 5.0), hit(corpus, "kirppu", 0.1))
    assert ids(select(context(corpus, *found)).ended) == []


def test_what_ended_where_the_person_lives_is_told_though_what_runs_fits_far_better(corpus):
    fits = {"target_group": 1.0, "topic": 1.0}
    found = (hit(corpus, "silta", 9.0, evidence=fits), hit(corpus, "kirppu", 0.5))
    said = {"target_groups": ("nuoret",), "topics": ("työnhaku",)}
    (home,) = corpus.service_by_id["kirppu"].municipalities[:1]
    assert ids(select(context(corpus, *found, municipalities=(home,), **said)).ended) == ["kirppu"]
    elsewhere = context(corpus, *found, municipalities=("Kuusamo",), **said)
    assert ids(select(elsewhere).ended) == []


def test_without_a_hit_nothing_is_chosen(corpus):
    chosen = select(context(corpus))
    assert (chosen.living, chosen.unknown, chosen.ended) == ((), (), ())


def test_fitting_the_need_and_the_person_counts(corpus):
    asked = context(corpus, municipalities=("Oulu",))
    bare = hit(corpus, "silta", 1.0)
    for signal in ("topic", "target_group", "place", "asked_near"):
        fitting = hit(corpus, "silta", 1.0, evidence={signal: 1.0})
        assert fit(asked, fitting) > fit(asked, bare)


def test_a_local_service_fits_less_when_nobody_knows_where_the_person_lives(corpus):
    one = hit(corpus, "silta", 1.0)
    assert fit(context(corpus), one) < fit(context(corpus, municipalities=("Oulu",)), one)


@pytest.mark.parametrize(
    ("evidence", "needed"),
    [({}, False), ({"topic": 0.5}, True), ({"target_group": 1.0}, True), ({"named": 1.0}, True)],
)
def test_a_service_has_to_do_with_the_need_that_is_told(corpus, evidence, needed):
    asked = context(corpus, topics=("työnhaku",), municipalities=("Oulu",))
    assert is_needed(asked, hit(corpus, "silta", evidence=evidence)) is needed


def test_when_no_need_is_told_everything_may_be_needed(corpus):
    for said in ({}, {"topics": ("neuvonta",)}):
        assert is_needed(context(corpus, **said), hit(corpus, "silta"))


def test_an_employment_area_is_only_for_its_own_people(corpus):
    area = hit(corpus, "alue", evidence={"topic": 1.0})
    assert not is_needed(context(corpus, topics=("työnhaku",)), area)
    assert is_needed(context(corpus, topics=("työnhaku",), municipalities=("Kalajoki",)), area)


@pytest.mark.parametrize(
    ("topics", "work"),
    [((), True), (("neuvonta",), True), (("työnhaku",), True), (("mielenterveys",), False)],
)
def test_a_question_is_about_work_when_it_says_so_or_says_nothing_else(corpus, topics, work):
    assert is_about_work(context(corpus, topics=topics)) is work


def test_without_a_place_nobody_is_sent_to_an_employment_area_but_a_named_one(corpus):
    near = (hit(corpus, "silta", 2.0), hit(corpus, "alue", 2.0))
    assert ids(select(context(corpus, *near, target_groups=("työttömät",))).living) == ["silta"]
    named = (near[0], hit(corpus, "alue", 2.0, evidence={"named": 1.0}))
    assert "alue" in ids(select(context(corpus, *named)).living)


def test_nobody_is_told_of_what_is_for_another_age_or_another_areas_people(corpus):
    wrong = hit(corpus, "silta", 5.0, evidence={"wrong_age": -1.0, "named": 1.0})
    right = hit(corpus, "alue", 1.0)
    assert ids(select(context(corpus, wrong, right, municipalities=("Kalajoki",))).living) == [
        "alue"
    ]


def test_what_ended_for_professionals_is_kept_from_citizens_unless_it_fits_best(corpus):
    corpus = with_service(corpus, "kirppu", target_groups=("työnantajat",))
    best, little = hit(corpus, "kirppu", 9.0), hit(corpus, "kirppu", 1.0)
    other = hit(corpus, "alue", 3.0)
    said = {"municipalities": ("Kalajoki",)}
    assert ids(select(context(corpus, best, other, **said)).ended) == ["kirppu"]
    assert ids(select(context(corpus, little, other, **said)).ended) == []
    assert ids(select(context(corpus, best, other, **said, age=35)).ended) == []


def test_nobody_past_working_age_is_sent_to_an_employment_area(corpus):
    found = (hit(corpus, "alue", 5.0), hit(corpus, "silta", 4.0))
    said = {"municipalities": ("Kalajoki",), "target_groups": ("ikääntyvät",)}
    assert "alue" not in ids(select(context(corpus, *found, **said, age=81)).living)
    assert "alue" in ids(select(context(corpus, *found, **said, age=58)).living)


def test_who_tells_of_no_trouble_of_health_isnt_sent_to_be_treated(corpus):
    corpus = with_service(corpus, "silta", topics=("mielenterveys",), target_groups=("aikuiset",))
    cared = hit(corpus, "silta", evidence={"target_group": 1.0})
    assert not is_needed(context(corpus, target_groups=("aikuiset",)), cared)
    told = hit(corpus, "silta", evidence={"target_group": 1.0, "topic": 1.0})
    assert is_needed(context(corpus, target_groups=("aikuiset",)), told)


def test_what_has_ended_for_others_is_told_only_among_the_best(corpus):
    corpus = with_service(corpus, "kirppu", target_groups=("naiset",))
    ended = hit(corpus, "kirppu", 4.0, evidence={"topic": 1.0})
    better = [hit(corpus, "alue", 4.5), *(hit(corpus, "silta", 4.4 - n / 10) for n in range(3))]
    said = {"municipalities": ("Kalajoki",), "topics": ("työnhaku",)}
    for groups, told in ((("yrittäjät",), []), (("naiset",), ["kirppu"]), ((), ["kirppu"])):
        asked = context(corpus, *better, ended, target_groups=groups, **said)
        assert ids(select(asked).ended) == told
    first = context(corpus, ended, *better, target_groups=("yrittäjät",), **said)
    assert ids(select(first).ended) == ["kirppu"]
