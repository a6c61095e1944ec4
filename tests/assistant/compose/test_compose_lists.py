from __future__ import annotations

from datetime import date

import pytest
from compose_examples import BEFORE_THE_END, TODAY, context, hit, ids_of, text_of, unfounded

from assistant.compose.lists import (
    compose_services_listed,
    fitting_services,
    wants_services_listed,
)
from assistant.dialogue import Ask, Audience, Message, QuestionKind
from assistant.domain import PassageKind, Status

PROJECTS = {"sections": (PassageKind.PROJECT,), "lists": True}


@pytest.fixture
def corpus(tiny_assistant):
    return tiny_assistant.corpus


def listed(corpus, **said):
    draft = compose_services_listed(context(corpus, **{**PROJECTS, **said}))
    return None if draft is None else ids_of(draft)


def test_what_fits_but_for_its_time_is_listed_with_how_it_stands(corpus):
    asked = context(corpus, **PROJECTS, municipalities=("Oulu",), statuses=(Status.ENDED,))
    draft = compose_services_listed(asked)
    assert ids_of(draft) == ["silta"]
    assert draft.lines[0].text == asked.messages.say("list-none")


def test_who_seeks_what_runs_is_told_of_other_help_first_when_none_does(corpus):
    over = {**PROJECTS, "municipalities": ("Kalajoki",), "statuses": (Status.ACTIVE,)}
    found = (hit(corpus, "kirppu"), hit(corpus, "silta"))
    assert ids_of(compose_services_listed(context(corpus, *found, **over, help=0.0))) == ["kirppu"]
    told = ids_of(compose_services_listed(context(corpus, *found, **over, help=0.5)))
    assert told == ["silta", "kirppu"]


@pytest.mark.parametrize(
    ("said", "wants"),
    [
        ({"target_groups": ("nuoret",)}, True),
        ({"municipalities": ("Oulu",)}, True),
        ({"statuses": (Status.ENDED,)}, True),
        ({"organisations": ("OKM",)}, True),
        ({}, False),
        ({"target_groups": ("nuoret",), "lists": False}, False),
        ({"target_groups": ("nuoret",), "lists": False, "counts": True}, True),
        ({"target_groups": ("nuoret",), "sections": ()}, False),
        ({"target_groups": ("nuoret",), "named": ("silta",)}, False),
    ],
)
def test_all_projects_are_wanted_only_when_it_is_said_of_which(corpus, said, wants):
    assert wants_services_listed(context(corpus, **{**PROJECTS, **said})) is wants


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ({"statuses": (Status.ENDED,)}, ["kirppu"]),
        ({"statuses": (Status.ACTIVE,)}, ["silta"]),
        ({"statuses": (Status.ACTIVE,), "as_of": BEFORE_THE_END}, ["silta", "kirppu"]),
        ({"statuses": (Status.UPCOMING,), "as_of": date(2023, 1, 1)}, ["kirppu"]),
        ({"municipalities": ("Oulu",)}, ["silta"]),
        ({"municipalities": ("Kalajoki",)}, ["kirppu"]),
        ({"target_groups": ("työttömät",)}, ["silta", "kirppu"]),
        ({"target_groups": ("nuoret",)}, ["silta"]),
        ({"organisations": ("Kalajoen kaupunki",)}, ["kirppu"]),
        ({"theme": 1}, ["silta", "kirppu"]),
        ({"theme": 2}, None),
    ],
)
def test_every_condition_of_the_question_holds_for_what_is_listed(corpus, said, ids):
    found = listed(corpus, **said)
    assert (found and sorted(found)) == (ids and sorted(ids))


def test_what_runs_is_listed_before_what_has_ended(corpus):
    assert listed(corpus, target_groups=("työttömät",)) == ["silta", "kirppu"]


def test_those_that_have_ended_are_counted_in_a_notice(corpus):
    draft = compose_services_listed(context(corpus, **PROJECTS, target_groups=("työttömät",)))
    assert draft.kind is QuestionKind.LIST
    assert [notice.kind for notice in draft.notices] == ["ended"]
    assert not unfounded(draft)
    running = compose_services_listed(context(corpus, **PROJECTS, statuses=(Status.ACTIVE,)))
    assert not running.notices


def test_a_list_tells_its_number_first_and_each_with_its_status(corpus):
    draft = compose_services_listed(context(corpus, **PROJECTS, target_groups=("työttömät",)))
    assert "kaksi" in draft.lines[0].text
    for one in draft.cards:
        assert f"{one.card.name} ({one.card.status_text})" in text_of(draft)


def test_a_long_list_is_cut_for_a_citizen_and_the_rest_is_counted(true_assistant, monkeypatch):
    monkeypatch.setattr("assistant.compose.lists.CITIZEN", 15)
    corpus = true_assistant.corpus
    said = {**PROJECTS, "statuses": (Status.ENDED, Status.ACTIVE)}
    citizen = compose_services_listed(context(corpus, **said))
    counsellor = compose_services_listed(context(corpus, audience=Audience.COUNSELLOR, **said))
    rest = len(counsellor.cards) - len(citizen.cards)
    assert rest > 0
    assert str(rest) in citizen.lines[-1].text
    assert citizen.lines[0].text == counsellor.lines[0].text
    assert ids_of(counsellor)[: len(citizen.cards)] == ids_of(citizen)


def test_a_topic_narrows_a_list_to_what_was_found_for_it(corpus):
    found = (hit(corpus, "silta", 2.0), hit(corpus, "kirppu", 0.1))
    draft = compose_services_listed(
        context(corpus, *found, **PROJECTS, topics=("neuvonta",), target_groups=("työttömät",))
    )
    assert ids_of(draft) == ["silta"]


def test_one_project_of_which_something_is_asked_is_no_list(corpus):
    said = {**PROJECTS, "municipalities": ("Oulu",)}
    text = "Mitkä koulut olivat siltahankkeessa Oulussa?"
    assert not wants_services_listed(context(corpus, text=text, **said))
    assert wants_services_listed(context(corpus, text="Mitkä hankkeet Oulussa?", **said))


@pytest.mark.parametrize(
    ("text", "fits"),
    [("Mitkä hankkeet päättyvät 2025?", ["kirppu"]), ("Mitkä hankkeet päättyivät 2025?", [])],
)
def test_what_is_said_to_have_ended_has_ended_already(corpus, text, fits):
    year = (date(2025, 1, 1), date(2025, 12, 31))
    said = {"statuses": (Status.ENDED,), "span": year, "as_of": date(2025, 6, 1)}
    found = fitting_services(context(corpus, text=text, **PROJECTS, **said))
    assert [service.id for service in found] == fits


def asked(assistant, question):
    """The true assistant's answer on the day of these tests."""
    return assistant.ask(Ask((Message("user", question),), as_of=TODAY))


def ids_listed(assistant, question):
    answer = asked(assistant, question)
    assert answer.question.kind == "list", answer.text
    return {card.id for card in answer.services}


@pytest.mark.parametrize(
    ("question", "there", "not_there"),
    [
        ("Montako hanketta on Vaalassa?", {"tyopaikkoja-yhteistyolla-vaalassa"}, {"motio"}),
        ("Mitkä päättyivät vuoden 2026 toisella neljänneksellä?", {"duuniportti"}, {"sompa"}),
        ("Mikä hanke loppui keväällä 2025?", {"hymy"}, {"motio"}),
        ("Mitkä hankkeet olivat auki juhannuksena 2026, mutteivät enää?", set(), {"merke-2"}),
        ("Luettele säätiöiden vetämät hankkeet.", {"toimintakykya-ja-toivoa"}, {"motio"}),
        ("Mitkä hankkeet saivat valtionavustusta?", {"nopo-kansallinen-malli"}, {"merke-2"}),
        ("Monellako hankkeella on rahoittajana muu kuin ESR+?", {"uula"}, {"merke-2"}),
        ("Onko muita säätiöiden hankkeita kuin Caritaksen?", {"merke-2"}, set()),
    ],
)
def test_conditions_of_a_list_are_told_by_records(true_assistant, question, there, not_there):
    ids = ids_listed(true_assistant, question)
    assert there <= ids
    assert not not_there & ids


def test_a_name_that_no_source_tells_has_no_projects(true_assistant):
    answer = asked(true_assistant, "Montako hanketta Zorblaxilla on käynnissä?")
    assert answer.question.kind != "list"
    assert not answer.services


def test_what_only_words_tell_is_listed_by_likeness_and_said_so(true_assistant):
    answer = asked(
        true_assistant, "Mitkä hankkeet tähtäävät siihen, että ruokaa menisi vähemmän hukkaan?"
    )
    assert answer.services[0].id == "prikka-kiertoon"
    assert "parhaiten" in answer.text


def test_a_project_with_two_ends_is_told_apart_from_what_surely_runs(true_assistant):
    answer = asked(true_assistant, "Mitkä hankkeet ovat käynnissä?")
    sure, unsure = answer.text.split("eri päättymispäivät:\n", 1)
    assert "Uula" not in sure
    assert "Uula" in unsure


def test_who_counts_an_organisations_projects_is_offered_no_help(true_assistant):
    answer = asked(true_assistant, "Montako hanketta Oulun kaupungilla on käynnissä?")
    assert all(card.kind in {"project", "service"} for card in answer.services)
    assert "Seuraava askel" not in answer.text
