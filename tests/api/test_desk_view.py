"""Rows, facets and orders of the desk, over the shipped corpus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.desk_filters import FACETS, SORTS, Filters
from api.desk_search import Match
from api.desk_view import PAGE, Row, Shelf, Shown, finnish_order, show
from assistant.catalogue import Catalogue
from assistant.reach import reach

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def shelf(true_corpus) -> Shelf:
    return Shelf(true_corpus)


@pytest.fixture(scope="module")
def catalogue(true_corpus, true_places) -> Catalogue:
    return Catalogue(true_corpus, true_places)


@pytest.fixture(scope="module")
def rows(shelf, catalogue) -> list[Row]:
    return shelf.rows(catalogue.service_cards(as_of=DAY))


class TestShelf:
    def test_every_term_of_a_service_can_be_picked(self, shelf, rows):
        for row in rows:
            assert set(row.terms) == set(FACETS)
            for name, terms in row.terms.items():
                assert terms <= set(shelf.labels[name]), (row.card.id, name)

    def test_a_service_serves_the_municipalities_that_the_assistant_says(
        self, shelf, true_corpus, true_places
    ):
        for service in true_corpus.services:
            for name in ("Kalajoki", "Oulu", "Posio"):
                served = name in shelf.served(service)
                assert served == (reach(true_places, service, (name,)) is not None), service.id

    def test_the_regions_own_municipalities_come_first(self, shelf, true_places):
        home = [true_places.in_home_region(name) for name in shelf.labels["kunta"]]
        assert home == sorted(home, reverse=True)
        assert home.count(True) == 30

    @pytest.mark.parametrize(
        ("facet", "filter_"),
        [
            ("tila", "status"),
            ("kunta", "municipality"),
            ("laajuus", "area"),
            ("ryhma", "target_group"),
            ("aihe", "topic"),
            ("teema", "theme"),
            ("rahoittaja", "funder"),
            ("laji", "kind"),
        ],
    )
    def test_a_term_is_of_the_services_that_the_api_lists_by_it(
        self, shelf, rows, catalogue, facet, filter_
    ):
        for term in shelf.labels[facet]:
            wanted = int(term) if facet == "teema" else term
            listed = catalogue.service_cards(as_of=DAY, **{filter_: wanted})
            on_desk = {row.card.id for row in rows if term in row.terms[facet]}
            assert on_desk == {card.id for card in listed}, term


class TestShow:
    def test_a_count_is_what_picking_the_term_leaves(self, shelf, rows):
        base = Filters(picked={"ryhma": ("nuoret",), "kunta": ("Kalajoki",)})
        shown = show(rows, shelf.labels, base)
        for facet in shown.facets:
            for option in facet.options:
                picked = {**base.picked, facet.name: (option.term,)}
                alone = show(rows, shelf.labels, replace(base, picked=picked))
                assert len(alone.rows) == option.count, (facet.name, option.term)

    def test_terms_of_one_facet_widen_and_of_two_narrow(self, shelf, rows):
        def ids(**picked):
            shown = show(rows, shelf.labels, Filters(picked=picked))
            return {row.card.id for row in shown.rows}

        young, work = ids(ryhma=("nuoret",)), ids(aihe=("työnhaku",))
        assert ids(ryhma=("nuoret", "maahanmuuttajat")) == young | ids(ryhma=("maahanmuuttajat",))
        assert ids(ryhma=("nuoret",), aihe=("työnhaku",)) == young & work

    def test_a_term_that_leaves_nothing_is_hidden_unless_it_is_picked(self, shelf, rows):
        shown = show(rows, shelf.labels, Filters(picked={"tila": ("upcoming",)}))
        states = next(facet for facet in shown.facets if facet.name == "tila")
        assert [o.term for o in states.picked] == ["upcoming"]
        assert all(
            option.count or option.picked for facet in shown.facets for option in facet.options
        )

    @pytest.mark.parametrize("name", SORTS)
    def test_every_order_keeps_every_service_and_turns_around(self, shelf, rows, name):
        matches = {row.card.id: Match(float(len(row.card.id))) for row in rows}
        asked = Filters(query="x", sort=name)
        shown = show(rows, shelf.labels, asked, matches).rows
        turned = show(rows, shelf.labels, replace(asked, descending=True), matches).rows
        assert {row.card.id for row in shown} == {row.card.id for row in rows}
        assert {row.card.id for row in turned} == {row.card.id for row in rows}

    def test_the_order_by_end_has_the_first_to_end_first_and_the_endless_last(self, shelf, rows):
        ends = [r.card.valid_to for r in show(rows, shelf.labels, Filters(sort="paattyy")).rows]
        known = [end for end in ends if end]
        assert ends == sorted(known) + [None] * (len(ends) - len(known))

    def test_only_what_was_found_is_shown_the_best_first(self, shelf, rows):
        matches = {"osao": Match(1.0, ("a",)), "simhe": Match(2.0)}
        shown = show(rows, shelf.labels, Filters(query="x"), matches).rows
        assert [row.card.id for row in shown] == ["simhe", "osao"]
        assert shown[1].why == ("a",)


def test_pages_hold_every_row_once(rows):
    many = Shown(tuple(rows[:1] * (2 * PAGE + 1)), ())
    assert many.pages == 3
    assert sum(len(many.page(n)) for n in (1, 2, 3)) == 2 * PAGE + 1
    assert Shown((), ()).pages == 1


def test_the_finnish_alphabet_ends_with_its_own_letters():
    assert sorted(["Öljy", "ä", "Zeta", "å", "b"], key=finnish_order) == [
        "b",
        "Zeta",
        "å",
        "ä",
        "Öljy",
    ]
