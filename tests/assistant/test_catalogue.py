from __future__ import annotations

from datetime import date

import pytest

from assistant.catalogue import Catalogue
from assistant.domain import Status
from assistant.facets import themes_of

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def catalogue(true_corpus, true_places):
    return Catalogue(true_corpus, true_places)


def ids(cards):
    return {card.id for card in cards}


def test_without_filters_every_service_is_shown_in_finnish_alphabetical_order(
    catalogue, true_corpus
):
    cards = catalogue.service_cards(as_of=TODAY)
    assert ids(cards) == set(true_corpus.service_by_id)
    alphabet = "abcdefghijklmnopqrstuvwxyzåäö"
    first = [card.name[0].casefold() for card in cards]
    letters = [alphabet.index(letter) for letter in first if letter in alphabet]
    assert letters == sorted(letters)


def test_services_and_sources_are_found_by_their_ids(catalogue, true_corpus):
    assert catalogue.service("duuniportti").id == "duuniportti"
    assert catalogue.service("olematon") is None
    assert catalogue.source("services/duuniportti").text
    assert catalogue.source("olematon") is None
    assert catalogue.sources() == true_corpus.sources


def test_the_regions_municipalities_come_first_both_in_alphabetical_order(catalogue, true_places):
    names = catalogue.municipality_names()
    home = [name for name in names if true_places.in_home_region(name)]
    assert names[: len(home)] == tuple(home)
    assert names[0] == "Alavieska"
    assert home.index("Kalajoki") < home.index("Kärsämäki") < home.index("Liminka")
    assert len(names) == len(set(names)) == 308


def test_a_municipality_shows_its_own_and_wider_services_and_nobody_elses(catalogue, true_corpus):
    shown = ids(catalogue.service_cards(as_of=TODAY, municipality="Kalajoki"))
    assert {"duuniportti", "ylivieska-kalajoki-nivala-tyollisyysalue", "tyomarkkinatori"} <= shown
    for service in true_corpus.services:
        if service.municipalities and "Kalajoki" not in service.municipalities:
            assert service.id not in shown
        if service.municipalities and "Kalajoki" in service.municipalities:
            assert service.id in shown


def test_a_municipality_may_be_named_in_swedish(catalogue):
    finnish = catalogue.service_cards(as_of=TODAY, municipality="Oulu")
    assert catalogue.service_cards(as_of=TODAY, municipality="Uleåborg") == finnish


def test_a_place_that_isnt_there_has_no_services(catalogue):
    assert catalogue.service_cards(as_of=TODAY, municipality="Atlantis") == ()


@pytest.mark.parametrize("status", Status)
def test_a_status_shows_what_has_it_on_the_day(catalogue, status):
    cards = catalogue.service_cards(as_of=TODAY, status=str(status))
    assert {card.status for card in cards} <= {status}
    everything = catalogue.service_cards(as_of=TODAY)
    assert ids(cards) == {card.id for card in everything if card.status is status}


def test_the_day_decides_the_status(catalogue):
    def status(day):
        return {card.id: card.status for card in catalogue.service_cards(as_of=day)}["duuniportti"]

    assert status(date(2023, 12, 31)) is Status.UPCOMING
    assert status(date(2026, 5, 31)) is Status.ACTIVE
    assert status(date(2026, 6, 1)) is Status.ENDED


def test_filters_are_joined(catalogue, true_corpus):
    cards = catalogue.service_cards(
        as_of=TODAY,
        municipality="Oulu",
        target_group="maahanmuuttajat",
        topic="suomen kieli",
        status="active",
    )
    assert "villa-victor" in ids(cards)
    for card in cards:
        assert "maahanmuuttajat" in card.target_groups
        assert "suomen kieli" in card.topics
        assert card.status is Status.ACTIVE


@pytest.mark.parametrize(
    ("query", "service_id"),
    [
        ("Duuniportti", "duuniportti"),
        ("duuniportt", "duuniportti"),
        ("villa viktor", "villa-victor"),
        ("OSKE", "oske"),
        ("  oske ", "oske"),
    ],
)
def test_words_are_found_in_names_small_misspellings_forgiven(catalogue, query, service_id):
    assert service_id in ids(catalogue.service_cards(as_of=TODAY, query=query))


def test_words_that_nothing_holds_find_nothing(catalogue):
    assert catalogue.service_cards(as_of=TODAY, query="qqqxxxzzzqqq") == ()


@pytest.mark.parametrize("query", ["", None])
def test_no_words_filter_nothing(catalogue, true_corpus, query):
    assert len(catalogue.service_cards(as_of=TODAY, query=query)) == len(true_corpus.services)


def test_a_card_of_the_catalogue_cites_nothing_and_tells_everything_else(catalogue, true_corpus):
    for card in catalogue.service_cards(as_of=TODAY):
        service = true_corpus.service_by_id[card.id]
        assert card.citations == ()
        assert card.description
        assert (card.name, card.kind, card.topics) == (service.name, service.kind, service.topics)


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        ({"area": "subregion"}, lambda service: service.area == "subregion"),
        ({"kind": "project"}, lambda service: service.kind == "project"),
        ({"language": "sv"}, lambda service: "sv" in service.languages),
        ({"funder": " esr"}, lambda service: "esr" in " ".join(service.funders).casefold()),
    ],
)
def test_a_filter_shows_what_it_names_and_nothing_else(catalogue, true_corpus, filters, holds):
    shown = ids(catalogue.service_cards(as_of=TODAY, **filters))
    assert shown == {service.id for service in true_corpus.services if holds(service)}
    assert 0 < len(shown) < len(true_corpus.services)


def test_a_theme_shows_what_the_plan_tells_of_in_it(catalogue):
    shown = ids(catalogue.service_cards(as_of=TODAY, theme=1))
    assert "duuniportti" in shown
    assert all(1 in themes_of(catalogue.corpus, catalogue.service(id_)) for id_ in shown)
    assert catalogue.service_cards(as_of=TODAY, theme=99) == ()


def test_every_filter_must_hold(catalogue):
    both = ids(catalogue.service_cards(as_of=TODAY, theme=1, kind="project", status="ended"))
    assert both
    for filters in ({"theme": 1}, {"kind": "project"}, {"status": "ended"}):
        assert both < ids(catalogue.service_cards(as_of=TODAY, **filters))
