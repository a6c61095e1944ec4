"""The client's note: what has ended is never offered, and everything tells how to get in touch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fake_assistant import CARDS
from hypothesis import given, settings
from hypothesis import strategies as st

from api.referral import MOST, as_text, opening, write_note
from assistant.catalogue import Catalogue
from assistant.domain import KIND_EMPLOYMENT_AREA, Service, Status

DAY = date(2026, 11, 24)
BASE = replace(CARDS[0], municipalities=("Oulu",), why=())


def card(id_: str, status: Status = Status.ACTIVE, **more):
    return replace(BASE, id=id_, name=id_.upper(), status=status, **more)


def note(chosen, *cards, municipality=None, **following):
    services = {
        c.id: Service(c.id, c.name, c.kind, next_ids=following.get(c.id, ())) for c in cards
    }
    return write_note(chosen, {c.id: c for c in cards}, services, DAY, municipality)


class TestWriteNote:
    def test_places_stand_in_the_order_of_choosing(self):
        found = note(["b", "a", "b"], card("a"), card("b"), card("c"))
        assert [place.card.id for place in found.places] == ["b", "a"]

    def test_what_has_ended_is_named_and_what_runs_instead_is_offered(self):
        gone = card("a", Status.ENDED, status_text="Päättynyt 31.5.2026")
        found = note(["a"], gone, card("b"), a=("b",))
        assert [(p.card.id, p.instead_of) for p in found.places] == [("b", ("A",))]
        assert found.ended == (("A", "Päättynyt 31.5.2026"),)
        assert "Nämä ovat päättyneet:\n- A: Päättynyt 31.5.2026" in as_text(found)

    def test_instead_of_what_has_ended_nothing_far_from_the_client_is_offered(self):
        gone = card("a", Status.ENDED)
        near, far = card("b", municipalities=("Kalajoki",)), card("c", municipalities=("Oulu",))
        wide = card("d", municipalities=())
        found = note(["a"], gone, far, near, wide, municipality="Kalajoki", a=("c", "b", "d"))
        assert [p.card.id for p in found.places] == ["b", "d"]

    def test_what_nobody_knows_comes_after_what_runs_with_a_word_of_caution(self):
        found = note(["a", "b"], card("a", Status.UNKNOWN), card("b"))
        assert [p.card.id for p in found.places] == ["b", "a"]
        assert not found.places[0].caution
        assert "Kysy siitä ensin" in found.places[1].caution

    def test_what_has_not_begun_says_when_it_does(self):
        found = note(["a"], card("a", Status.UPCOMING, status_text="Alkaa 11.1.2027"))
        assert found.places[0].caution == "Alkaa 11.1.2027."

    def test_the_clients_own_employment_area_is_added_once(self):
        own = card("area", kind=KIND_EMPLOYMENT_AREA, municipalities=("Raahe",))
        other = card("other", kind=KIND_EMPLOYMENT_AREA, municipalities=("Oulu",))
        for chosen in (["a"], ["a", "area"]):
            found = note(chosen, card("a"), own, other, municipality="Raahe")
            assert [p.card.id for p in found.places] == ["a", "area"]

    def test_what_does_not_fit_the_page_is_said(self):
        cards = [card(f"s{n}") for n in range(MOST + 2)]
        found = note([c.id for c in cards], *cards)
        assert len(found.places) == MOST
        assert found.left_out == ("S6", "S7")

    def test_where_no_source_tells_the_contact_the_organiser_is_named(self):
        text = as_text(note(["a"], card("a", channels={}, providers=("Oulun kaupunki",))))
        assert "Kysy järjestäjältä: Oulun kaupunki." in text

    def test_the_phone_comes_first(self):
        found = note(["a"], card("a", channels={"url": "https://a.fi", "phone": "044 1"}))
        assert [c.kind for c in found.places[0].contacts] == ["phone", "url"]

    def test_nothing_chosen_gives_no_place(self):
        assert note([], card("a")).places == ()


@given(st.text(max_size=200), st.integers(1, 100))
def test_an_opening_begins_the_text_and_fits_or_is_one_sentence(text, room):
    plain = " ".join(text.split())
    shown = opening(plain, room)
    assert plain.startswith(shown)
    assert len(shown) <= room or shown == opening(plain, 1)


def test_an_opening_keeps_whole_sentences_and_dates_whole():
    text = "Kurssi alkaa 11.1.2027 Oulussa. Se maksaa 5 euroa. Tule!"
    assert opening(text, 10) == "Kurssi alkaa 11.1.2027 Oulussa."
    assert opening(text, 52) == "Kurssi alkaa 11.1.2027 Oulussa. Se maksaa 5 euroa."


@pytest.fixture(scope="module")
def shelf(true_corpus, true_places):
    return true_corpus, Catalogue(true_corpus, true_places)


@settings(max_examples=60, deadline=None)
@given(
    picked=st.lists(st.integers(0, 10**6), max_size=9),
    day=st.dates(date(2022, 1, 1), date(2031, 1, 1)),
    home=st.sampled_from([None, "Kalajoki", "Oulu", "Posio"]),
)
def test_no_note_over_the_shipped_corpus_offers_what_has_ended(shelf, picked, day, home):
    corpus, catalogue = shelf
    cards = {c.id: c for c in catalogue.service_cards(as_of=day)}
    ids = sorted(cards)
    chosen = [ids[n % len(ids)] for n in picked]
    found = write_note(chosen, cards, corpus.service_by_id, day, home)
    for place in found.places:
        assert place.card.status is not Status.ENDED
        assert place.card.status is Status.ACTIVE or place.caution
    ended = {cards[id_].name for id_ in chosen if cards[id_].status is Status.ENDED}
    assert {name for name, _ in found.ended} == ended
