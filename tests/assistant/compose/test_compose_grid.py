"""The right person gets the right service: people, places and needs put together by chance."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from compose_examples import TODAY

from assistant.compose.need import ABROAD, is_mainly_for_newcomers
from assistant.domain import KIND_EMPLOYMENT_AREA, Status
from assistant.reach import reach
from assistant.validity import status_on

if TYPE_CHECKING:
    from assistant.dialogue import Answer
    from assistant.domain import Service

SEED, ASKED = 20261124, 90
PROFESSIONALS = frozenset({"ohjausalan ammattilaiset", "opetushenkilöstö", "työnantajat"})


class Person(NamedTuple):
    """Who asks, in words that tell where they live."""

    says: str
    age: int | None = None
    moved_here: bool = False
    hires: bool = False


class Asked(NamedTuple):
    """A question and what it got."""

    question: str
    person: Person
    home: str
    needs_finnish: bool
    answer: Answer


PEOPLE = (
    Person("Olen 17-vuotias ja asun {home}.", age=17),
    Person("oon 22v, {home} asun.", age=22),
    Person("Olen 28-vuotias ja asun {home}.", age=28),
    Person("Asun {home}, ikää on 35.", age=35),
    Person("Olen 55-vuotias ja asun {home}.", age=55),
    Person("Olen ollut kolme vuotta työttömänä ja asun {home}."),
    Person("Olen osatyökykyinen ja asun {home}."),
    Person("Olen kotona pienten lasten kanssa ja asun {home}."),
    Person("Opiskelen ammattikoulussa ja asun {home}."),
    Person("Olen yrittäjä ja asun {home}."),
    Person("Olen työnantaja, yritykseni on {home}.", hires=True),
    Person("Muutin Suomeen puoli vuotta sitten ja asun {home}.", moved_here=True),
    Person("Olen paennut Ukrainasta ja asun {home}.", moved_here=True),
)
FINNISH = "Missä voin opiskella suomea?"
NEEDS = (
    "Mistä saan apua työnhakuun?",
    "Haluaisin opiskelemaan. Kuka neuvoo?",
    "Haluan vaihtaa alaa. Kuka auttaa?",
    "Haluan perustaa yrityksen. Kuka neuvoo?",
    "Mistä saan kuntoutusta, että pääsisin työhön?",
    FINNISH,
)
HIRING = "Mistä löydän työntekijöitä?"


@pytest.fixture(scope="module")
def asked(ask, true_places) -> list[Asked]:
    chance = random.Random(SEED)
    homes = sorted(name for name in true_places.names() if true_places.in_home_region(name))
    got = []
    for _ in range(ASKED):
        person, home = chance.choice(PEOPLE), chance.choice(homes)
        need = HIRING if person.hires else chance.choice(NEEDS)
        question = f"{person.says.format(home=true_places.locative(home))} {need}"
        got.append(Asked(question, person, home, need == FINNISH, ask(question)))
    return got


@pytest.fixture
def services(true_corpus):
    return true_corpus.service_by_id


def wrong(asked: list[Asked], services: dict[str, Service], is_wrong) -> list[str]:
    """The services told, with the questions that they're wrong for."""
    return [
        f"{one.question} → {card.id}"
        for one in asked
        for card in one.answer.services
        if is_wrong(one, services[card.id])
    ]


def test_nobody_is_told_of_a_service_for_another_age(asked, services, true_corpus):
    groups = true_corpus.vocabulary.target_groups

    def is_for_another_age(one: Asked, service: Service) -> bool:
        spans = [groups[name].ages for name in service.target_groups]
        spans = [span for span in spans if span]
        open_to_all = service.kind == KIND_EMPLOYMENT_AREA or "kaikki" in service.target_groups
        if one.person.age is None or open_to_all or not spans:
            return False
        return not any(low <= one.person.age <= high for low, high in spans)

    assert wrong(asked, services, is_for_another_age) == []


def test_nobody_is_told_of_a_service_for_people_elsewhere(asked, services, true_places):
    def is_elsewhere(one: Asked, service: Service) -> bool:
        return reach(true_places, service, (one.home,)) is None

    assert wrong(asked, services, is_elsewhere) == []


def test_hardly_anybody_who_tells_of_no_move_is_told_of_services_for_newcomers(asked, services):
    """Words of a place that has much for newcomers may outweigh the rest: once, not twice."""

    def is_for_newcomers(one: Asked, service: Service) -> bool:
        moved = one.person.moved_here or one.needs_finnish
        return not moved and is_mainly_for_newcomers(service)

    assert len({one.split(" → ")[0] for one in wrong(asked, services, is_for_newcomers)}) <= 1


def test_no_sentence_speaks_to_newcomers_where_nobody_has_moved(asked, services):
    told = [
        one.question
        for one in asked
        if not (one.person.moved_here or one.needs_finnish)
        and not any(is_mainly_for_newcomers(services[card.id]) for card in one.answer.services)
        and "muuttanut Suomeen" in one.answer.text
    ]
    assert told == []


def test_newcomers_are_told_of_what_is_for_them(asked, services):
    newcomers = [one for one in asked if one.person.moved_here and one.needs_finnish]
    assert newcomers
    for one in newcomers:
        groups = {g for card in one.answer.services for g in services[card.id].target_groups}
        assert ABROAD & groups, one.question


def test_a_citizen_is_told_of_nothing_made_for_professionals(asked, services):
    def is_for_professionals(one: Asked, service: Service) -> bool:
        return not one.person.hires and set(service.target_groups) <= PROFESSIONALS

    assert wrong(asked, services, is_for_professionals) == []


def test_what_has_ended_never_comes_before_what_runs(asked):
    for one in asked:
        statuses = [card.status for card in one.answer.services]
        running = [number for number, s in enumerate(statuses) if s is Status.ACTIVE]
        ended = [number for number, s in enumerate(statuses) if s is Status.ENDED]
        assert not (running and ended) or max(running) < min(ended), one.question


def test_the_next_step_runs_and_serves_where_the_person_lives(asked, services, true_places):
    for one in asked:
        step = one.answer.text.splitlines()[-1]
        assert step.startswith("Seuraava askel"), one.question
        for service in services.values():
            if service.name in step:
                assert status_on(service, TODAY) is Status.ACTIVE, step
                assert reach(true_places, service, (one.home,)) is not None, step
            if service.name in step and service.kind == KIND_EMPLOYMENT_AREA:
                assert one.home in service.municipalities, step


def test_the_next_step_is_for_the_need(asked, services):
    """Studies, a career, Finnish and rehabilitation each have a place of their own."""
    places = {
        "opiskelemaan": {"koulutukseen hakeutuminen", "ammatillinen koulutus"},
        "opiskella suomea": {"suomen kieli"},
        "kuntoutusta": {"kuntoutus"},
        "vaihtaa alaa": {"uraohjaus", "ammatinvalinta"},
    }
    missed = []
    for one in asked:
        wanted = next((places[word] for word in places if word in one.question), None)
        step = one.answer.text.splitlines()[-1]
        named = [service for service in services.values() if service.name in step]
        if wanted and not any(wanted.intersection(service.topics) for service in named):
            missed.append(one.question)
    assert len(missed) <= ASKED // 20, missed


def test_the_grid_reaches_the_whole_region(asked, true_places):
    assert len({one.home for one in asked}) > len(true_places.names()) / 20
    assert {one.person for one in asked} == set(PEOPLE)


def test_a_parent_who_tells_their_own_age_is_told_of_what_is_for_their_child(ask, services):
    answer = ask("Olen 45-vuotias äiti, poikani makaa kotona Nivalassa. Kuka auttaa häntä?")
    assert any("nuoret" in services[card.id].target_groups[:1] for card in answer.services)
    answer = ask("Olen 45-vuotias äiti Nivalasta ja jäin työttömäksi. Kuka auttaa?")
    assert not any("nuoret" in services[card.id].target_groups[:1] for card in answer.services)
