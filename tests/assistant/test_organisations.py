from __future__ import annotations

import pytest

from assistant.domain import Entry, Fact, Service
from assistant.finnish import open_analyser
from assistant.organisations import Organisations


def fact(value):
    return Fact(value, "plan", "Osa 3", 0, len(value))


def entry(organisers=(), funders=()):
    return Entry(
        "p",
        fact("X"),
        1,
        organisers=tuple(map(fact, organisers)),
        funders=tuple(map(fact, funders)),
    )


SERVICES = (
    Service("silta", "Silta", "project", providers=("Oulun kaupunki",), funders=("ESR+",)),
    Service(
        "polku",
        "Polku",
        "project",
        providers=("Oulun ammattikorkeakoulu (OAMK)", "SAKU ry"),
        entries=(entry(["toteuttajina OAMK ja Oulun kaupunki"], ["OKM:n erityisavustus"]),),
    ),
    Service(
        "merkki",
        "Merkki",
        "project",
        providers=("Oulun Diakonissalaitoksen säätiö",),
        funders=("OKM",),
        entries=(entry(["ODL Säätö"]),),
    ),
    Service("kurssi", "Kurssi", "service", providers=("jokin yhdistys",)),
)


@pytest.fixture(scope="module")
def analyser():
    return open_analyser({"OAMK", "ODL", "OKM", "SAKU"})


@pytest.fixture(scope="module")
def organisations(analyser):
    return Organisations(SERVICES, analyser.tokens)


@pytest.fixture(scope="module")
def services_asked_about(organisations, analyser):
    def find(text):
        return [
            set(organisations.services_of(one)) for one in organisations.find(analyser.tokens(text))
        ]

    return find


@pytest.mark.parametrize(
    ("question", "services"),
    [
        ("Mitä hankkeita Oulun kaupungilla on?", {"silta", "polku"}),
        ("montako hanketta oulun kaupunki toteuttaa", {"silta", "polku"}),
        ("Missä OAMK on mukana?", {"polku"}),
        ("Oulun ammattikorkeakoulun hankkeet", {"polku"}),
        ("Mitkä ovat SAKU ry:n hankkeet?", {"polku"}),
        ("Mitkä ovat SAKUn hankkeet?", {"polku"}),
        ("Mitä OKM rahoittaa?", {"polku", "merkki"}),
        ("Oulun Diakonissalaitoksen hankkeet", {"merkki"}),
        ("Montako hanketta ODL Säätöllä on?", {"merkki"}),
    ],
)
def test_an_organisation_is_known_by_its_names_and_short_forms(
    services_asked_about, question, services
):
    assert services_asked_about(question) == [services]


def test_several_organisations_are_told_apart(services_asked_about):
    found = services_asked_about("Missä ovat sekä OAMK että Oulun kaupunki?")
    assert sorted(map(sorted, found)) == [["polku"], ["polku", "silta"]]


@pytest.mark.parametrize("question", ["Mitä hankkeita Oulussa on?", "jokin yhdistys", "", "kurssi"])
def test_ordinary_words_are_no_organisation(organisations, analyser, question):
    assert organisations.find(analyser.tokens(question)) == ()


def test_an_organisation_that_nobody_knows_has_no_services(organisations):
    assert organisations.services_of("Olematon Oy") == frozenset()


def test_every_provider_and_funder_of_the_corpus_leads_to_its_services(true_corpus, true_analyser):
    organisations = Organisations(true_corpus.services, true_analyser.tokens)
    lost = []
    for service in true_corpus.services:
        for name in (*service.providers, *service.funders):
            found = organisations.find(true_analyser.tokens(name))
            if found and not any(service.id in organisations.services_of(one) for one in found):
                lost.append((service.id, name, found))
    assert not lost
