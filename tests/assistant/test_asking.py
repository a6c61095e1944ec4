from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.asking import Asking, Comparison, Event, Measure, read_asking
from assistant.finnish import open_analyser

ANALYSER = open_analyser()


def asking(text: str) -> Asking:
    return read_asking(ANALYSER.tokens(text))


@pytest.mark.parametrize(
    ("text", "polar"),
    [
        ("Onko Motio käynnissä?", True),
        ("Vieläkö Motio pyörii?", True),
        ("Päättyikö Motio jo?", True),
        ("pääsenkö minäkin mukaan", True),
        ("Is Motio still running?", True),
        ("Действует ли проект?", True),
        ("Milloin Motio päättyy?", False),
        ("Kauanko Motio kestää?", False),
        ("Montako viikkoa se kestää?", False),
        ("Paljonko se maksaa?", False),
        ("Kerro verkko ja joukko", False),
        ("Onko nimi Lukiopirtti vai Lukiopiritti?", False),
    ],
)
def test_only_a_verb_that_asks_wants_yes_or_no(text, polar):
    assert asking(text).polar is polar


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Onko Motio käynnissä?", Event.RUNS),
        ("Onko siellä enää ketään?", Event.RUNS),
        ("Päättyikö Motio?", Event.ENDS),
        ("Motio oli loppumassa, vieläkö sinne ehtii?", Event.RUNS),
        ("Onko Motio jo loppu?", Event.ENDS),
        ("Onko Motio vielä käynnissä vai onko se päättynyt?", Event.ENDS),
        ("Milloin paikka avattiin?", Event.STARTS),
        ("Milloin se alkoi ja päättyi?", None),
        ("Kuka rahoittaa?", None),
    ],
)
def test_the_part_of_a_running_time_is_told(text, event):
    assert asking(text).event is event


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("Kumpi loppuu aiemmin?", (Measure.END, False)),
        ("Kumpi alkoi ensin?", (Measure.START, False)),
        ("Kumpi kestää pidempään?", (Measure.LENGTH, True)),
        ("Mikä hankkeista jatkuu kauimmin?", (Measure.END, True)),
        ("Kummassa on enemmän kuntia?", (Measure.MUNICIPALITIES, True)),
        ("Kummassa on vähemmän kuntia?", (Measure.MUNICIPALITIES, False)),
        ("Alkoiko tämä ennen tuota?", (Measure.START, False)),
        ("Milloin se päättyy?", None),
        ("Kuka auttaa enemmän?", None),
    ],
)
def test_what_is_compared_and_which_end_of_it_is_asked_for(text, comparison):
    found = asking(text).comparison
    assert (found and (found.by, found.most)) == comparison


def test_one_of_all_is_told_from_one_of_two():
    assert asking("Mikä hankkeista päättyy ensimmäisenä?").comparison == Comparison(
        Measure.END, most=False, of_all=True
    )
    found = asking("Kumpi päättyy aiemmin?").comparison
    assert found is not None
    assert not found.of_all


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Montako perustutkintoa siellä on?", {"perustutkinto"}),
        ("Kuinka monta eri kuntaa?", {"kunta"}),
        ("Mitkä ne ovat ja montako niitä on?", set()),
        ("Montako?", set()),
        ("Kuinka monta digiteeman hanketta mainitaan?", {"hanke"}),
    ],
)
def test_what_is_counted_is_the_word_after_how_many(text, counted):
    found = set(asking(text).counted)
    assert found >= counted
    assert bool(found) == bool(counted)


@pytest.mark.parametrize(
    ("text", "priced"),
    [
        ("Paljonko pysäköinti maksaa?", "pysäköinti"),
        ("Mikä on lounaan hinta?", "lounas"),
        ("Paljonko se maksaa?", None),
        ("Maksaako se mitään?", None),
    ],
)
def test_the_thing_whose_price_is_asked_is_told(text, priced):
    found = asking(text).priced
    assert (priced in found) if priced else not found


@pytest.mark.parametrize(
    "text", ["Paljonko rahaa hanke sai?", "Paljonko hanke sai vuodessa rahaa?", "Paljonko euroja?"]
)
def test_money_is_counted_wherever_it_stands(text):
    assert {"raha", "euro"} & set(asking(text).counted)


def test_who_asks_if_there_is_still_time_to_join_asks_whether_it_runs():
    assert asking("Ehtiikö mukaan?").event is Event.RUNS


@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    assert isinstance(asking(text), Asking)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Is Villa Victor still open?", Event.RUNS),
        ("Finns Villa Victor ännu?", Event.RUNS),
        ("When did it open?", Event.STARTS),
    ],
)
def test_what_is_still_open_goes_on_and_does_not_begin(text, event):
    assert asking(text).event is event
